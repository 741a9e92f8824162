"""The made-up programme below Samples/: twelve creators, six months, one hidden simulation behind every file."""
