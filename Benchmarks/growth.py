"""Measurements of how cost grows: comments as JSONL, one more month after five years, twenty and a hundred times the input.

The functions are called by measure.py; each gives sides, verdicts and inputs as its neighbours there do.
"""

import argparse
import json
import math
import pathlib
import re
import shutil
import subprocess
import sys

import generate_years
import made_up
import measure

# The start of a comment's id in what generate_comments.py writes; the letter behind `Ug` is one of four, so that others make
# new ids.
_ID = re.compile(rb'((?:,|^\{"cid": ")Ug)[wxyz]')
_LETTERS = b"abcdefghijklmnopqrstuv"
# Columns that Minbar has no use for, as flattening tools write them.
_WIDE_NAMES = b"photo,page,thumbnail"
_WIDE_CELLS = b",".join(b"https://example.org/" + b"made-up-part/" * 10 for _ in range(3))
_WIDE = re.compile(rb"^([A-Za-z0-9_-]{11},Ug[A-Za-z0-9_-]{24}),")


def measure_jsonl(bench):
    """`minbar ingest` of a file a video by youtube-comment-downloader against `.import` of the same comments as CSV."""
    table, folder = bench.inputs / "comments.csv", bench.inputs / "comments-jsonl"
    rows = measure.count_rows(table)
    ours = measure.Side("minbar ingest, JSONL", rows, "rows/s")
    theirs = measure.Side("sqlite3 .import, CSV", rows, "rows/s")
    for number in range(bench.runs or 3):
        measure.progress("jsonl", number)
        home = bench.new_home("jsonl")
        words = [bench.minbar, "ingest", "--creator", made_up.CREATOR, folder]
        ours.runs.append(bench.timed(words, home=home, allowed=(0, 1)))
        stored = json.loads(bench.call(home, "status", "--format", "json"))["comments"]
        measure.expect(stored == rows, f"minbar took {stored} of {rows} comments: {ours.runs[-1].output[-500:]}")
        shutil.rmtree(home)
        theirs.runs.append(measure.import_with_sqlite(bench, table, rows))
    return [ours, theirs], [
        measure.Verdict("processor time of minbar ingest of JSONL / of .import", ours.cpu / theirs.cpu, 2, True),
        measure.Verdict("the same on the wall clock", ours.seconds / theirs.seconds),
        measure.Verdict("peak memory of minbar ingest", ours.peak_mb, 300, True, " MB"),
    ], [table]  # fmt: skip


def measure_month(bench):
    """The same month into an archive of five years and into an empty one."""
    years = sorted((bench.inputs / "years").iterdir())
    month, history = years[-1], years[:-1]
    empty, full = _archives(bench, history)
    rows = sum(measure.count_rows(path) for path in month.rglob("*.csv") if path.name != "Reach.csv")
    sides = [measure.Side(f"one month into {name}", rows, "rows/s") for name in ("an empty archive", "five years")]
    for number in range(bench.runs or 5):
        measure.progress("month", number)
        for side, archive in zip(sides, (empty, full)):
            home = bench.work / "month"
            shutil.rmtree(home, ignore_errors=True)
            shutil.copytree(archive, home)
            side.runs.append(bench.timed([bench.minbar, "ingest", month], home=home, allowed=(0, 1)))
    return sides, [
        measure.Verdict("processor time after five years / into an empty archive", sides[1].cpu / sides[0].cpu, 1.2, True),
        measure.Verdict("the same on the wall clock", sides[1].seconds / sides[0].seconds),
    ], [month / "comments.csv"]  # fmt: skip


def _archives(bench, history):
    """An archive that knows the creator only, and one that holds the history besides."""
    made_up_registry, made_up.REGISTRY = made_up.REGISTRY, generate_years.REGISTRY
    full = bench.new_home("years")
    made_up.REGISTRY = made_up_registry
    empty = bench.work / "empty"
    shutil.copytree(full, empty)
    for folder in history:
        bench.call(full, "ingest", str(folder), allowed=(0, 1))
    return empty, full


def measure_flat(bench):
    """Peak memory of `minbar ingest` for 100 MB and for 2 GB of comments, as CSV and as one file of JSONL."""
    table, folder = bench.inputs / "comments.csv", bench.inputs / "comments-jsonl"
    sides, verdicts = [], []
    for name, given, megabytes in (("CSV", table, 206), ("JSONL", folder, 402)):
        small, large = (_ingested(bench, name, given, size / megabytes) for size in (100, 2_000))
        sides += [small, large]
        verdicts += [
            measure.Verdict(f"{name}: peak memory for 2 GB / for 100 MB", large.peak_mb / small.peak_mb, 1.25, True),
            measure.Verdict(f"{name}: peak memory for 2 GB", large.peak_mb, 300, True, " MB"),
            measure.Verdict(f"{name}: processor time a row for 2 GB / for 100 MB", _cost(large) / _cost(small)),
        ]  # fmt: skip
    return sides, verdicts, [table]


def measure_huge(bench):
    """Peak memory of `minbar ingest -` for 10 GB of CSV through a pipe: 15,000,000 comments in a table of ten columns."""
    table = bench.inputs / "comments.csv"
    feeder = [sys.executable, __file__, table, "15.3", "--wide"]
    counted = subprocess.run([*map(str, feeder), "--count"], capture_output=True, text=True, check=True).stdout.split()
    size, rows = map(int, counted)
    home = bench.new_home("huge")
    side = measure.Side(f"minbar ingest -, {size / 1e9:.1f} GB", rows, "rows/s")
    side.runs.append(
        bench.timed([bench.minbar, "ingest", "--creator", made_up.CREATOR, "-"], home=home, feeder=feeder, allowed=(0, 1)))
    _expect_stored(bench, home, rows)
    shutil.rmtree(home)
    return [side], [measure.Verdict("peak memory for 10 GB", side.peak_mb, 300, True, " MB")], [table]


def _cost(side):
    """Processor time a row."""
    return side.cpu / side.amount


def _ingested(bench, name, given, times):
    """One run over a table or a folder of JSONL files `times` times, each time with other ids."""
    # The file's name tells the video of JSONL; the CSV does so in its rows.
    source = bench.work / ("stream.csv" if name == "CSV" else "comments [aaaaaaaaaaa].jsonl")
    with open(source, "wb") as out:
        subprocess.run([sys.executable, __file__, str(given), str(times)], stdout=out, check=True)
    rows = measure.count_rows(source) if name == "CSV" else measure.count_lines(source)
    side = measure.Side(f"minbar ingest, {name}, {source.stat().st_size / 1e6:,.0f} MB", rows, "rows/s")
    home = bench.new_home("flat")
    words = [bench.minbar, "ingest", "--creator", made_up.CREATOR, source]
    side.runs.append(bench.timed(words, home=home, allowed=(0, 1)))
    source.unlink()
    _expect_stored(bench, home, rows)
    shutil.rmtree(home)
    return side


def _expect_stored(bench, home, rows):
    stored = json.loads(bench.call(home, "status", "--format", "json"))["comments"]
    measure.expect(stored == rows, f"minbar took {stored} of {rows} comments")


def repeat(given, times, out, is_wide=False):
    """Writes a table's rows, or the lines of a folder's files, so many times (a part of them for less than one), with ids of
    their own each time; the last time only a part of them."""
    for number in range(math.ceil(times)):
        mark = _LETTERS[number : number + 1]
        left = int(_size(given) * min(1.0, times - number))
        for path in _files(given):
            with open(path, "rb") as lines:
                if given.is_file():
                    header = lines.readline()
                    if number == 0:
                        out.write(header.replace(b",author,", b"," + _WIDE_NAMES + b",author,", 1) if is_wide else header)
                for line in lines:
                    left -= len(line)
                    # A part ends only where a new comment begins.
                    if left < 0 and _ID.search(line[:40]):
                        break
                    if number:
                        line = _ID.sub(rb"\1" + mark, line, count=1)
                    out.write(_WIDE.sub(rb"\1," + _WIDE_CELLS + b",", line, count=1) if is_wide else line)


def _files(given):
    """A file, or the files of a folder in the order of their names."""
    return [given] if given.is_file() else sorted(given.iterdir())


def _size(given):
    """Bytes of a file or of a folder's files."""
    return sum(path.stat().st_size for path in _files(given))


class _Counter:
    """Takes what would be written, and counts bytes and ids of comments."""

    def __init__(self):
        self.bytes = self.rows = 0

    def write(self, line):
        """Counts a line."""
        self.bytes += len(line)
        self.rows += _ID.search(line[:40]) is not None or _WIDE.match(line) is not None


def main():
    """Writes repeated rows to standard output, or counts them."""
    parser = argparse.ArgumentParser(description=repeat.__doc__.split("\n")[0])
    parser.add_argument("given", type=pathlib.Path)
    parser.add_argument("times", type=float)
    parser.add_argument("--wide", action="store_true", help="with columns that Minbar has no use for")
    parser.add_argument("--count", action="store_true", help="print bytes and comments only")
    options = parser.parse_args()
    counter = _Counter()
    repeat(options.given, options.times, counter if options.count else sys.stdout.buffer, options.wide)
    if options.count:
        print(counter.bytes, counter.rows)


if __name__ == "__main__":
    main()
