"""Measurements of how cost grows: comments as JSONL, one more month after five years, twenty times the input.

The functions are called by measure.py; each gives sides, verdicts and inputs as its neighbours there do.
"""

import json
import re
import shutil
import subprocess
import sys

import generate_years
import made_up
import measure

# An id of a comment in the table of generate_comments.py; the letter behind `Ug` is one of four, so that others make new ids.
_ID = re.compile(rb",Ug[wxyz]([A-Za-z0-9_-]{2})")
_LETTERS = b"abcdefghijklmnopqrstuv"


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
        measure.Verdict("time of minbar ingest of JSONL / time of .import", ours.seconds / theirs.seconds, 2, True),
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
    """Peak memory of `minbar ingest -` for 100 MB and for 2 GB of comments."""
    table = bench.inputs / "comments.csv"
    small, large = _streamed(bench, table, 0.5), _streamed(bench, table, 10)
    return [small, large], [
        measure.Verdict("peak memory for 2 GB / for 100 MB", large.peak_mb / small.peak_mb, 1.25, True),
        measure.Verdict("peak memory for 2 GB", large.peak_mb, 300, True, " MB"),
        measure.Verdict("rows a second for 2 GB / for 100 MB", large.rate / small.rate),
    ], [table]  # fmt: skip


def _streamed(bench, table, times):
    """One run over the table `times` times, each time with other ids."""
    command = [sys.executable, __file__, str(table), str(times)]
    source = bench.work / "stream.csv"
    with open(source, "wb") as out:
        subprocess.run(command, stdout=out, check=True)
    rows = measure.count_rows(source)
    side = measure.Side(f"minbar ingest, {source.stat().st_size / 1e6:,.0f} MB", rows, "rows/s")
    home = bench.new_home("flat")
    words = [bench.minbar, "ingest", "--creator", made_up.CREATOR, source]
    side.runs.append(bench.timed(words, home=home, allowed=(0, 1)))
    stored = json.loads(bench.call(home, "status", "--format", "json"))["comments"]
    measure.expect(stored == rows, f"minbar took {stored} of {rows} comments")
    shutil.rmtree(home)
    source.unlink()
    return side


def repeat(table, times, out):
    """Writes the table's rows so many times (a part of it for less than one), with ids of their own each time."""
    size = measure_bytes(table)
    for number in range(max(1, int(times))):
        mark = _LETTERS[number : number + 1]
        left = int(size * min(1.0, times))
        with open(table, "rb") as lines:
            header = lines.readline()
            if number == 0:
                out.write(header)
            for line in lines:
                left -= len(line)
                # A part ends only where a new comment begins.
                if left < 0 and _ID.search(line[:40]):
                    break
                out.write(_ID.sub(lambda found: found[0][:3] + mark + found[1], line, 1) if number else line)


def measure_bytes(path):
    """Bytes of a file."""
    with open(path, "rb") as source:
        return source.seek(0, 2)


if __name__ == "__main__":
    repeat(sys.argv[1], float(sys.argv[2]), sys.stdout.buffer)
