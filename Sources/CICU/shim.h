// Link lines only: the headers of ICU are seen by ICUBridge alone.
