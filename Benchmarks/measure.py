#!/usr/bin/env python3
"""Runs Minbar and what it is measured against by turns, and keeps medians and ratios in Benchmarks/RESULTS.md.

Called by Scripts/bench, which builds the program and makes the inputs. Nothing here judges a build: a missed mark is printed,
not an error.
"""

import argparse
import csv
import dataclasses
import datetime
import hashlib
import json
import os
import pathlib
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys

import made_up

RESULTS = pathlib.Path(__file__).resolve().parent / "RESULTS.md"
TABLE = """CREATE TABLE t(
  video_id TEXT, comment_id TEXT PRIMARY KEY, author TEXT, author_channel_id TEXT, date TEXT, likes INTEGER, comment TEXT);"""


@dataclasses.dataclass
class Run:
    """One run of one side: seconds on the wall clock and of the processors, peak memory, standard output."""

    seconds: float
    cpu: float
    peak_mb: float
    output: str


@dataclasses.dataclass
class Side:
    """A program under measurement and its runs so far."""

    name: str
    amount: float
    unit: str
    runs: list = dataclasses.field(default_factory=list)

    @property
    def seconds(self):
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu(self):
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak_mb(self):
        return max(run.peak_mb for run in self.runs)

    @property
    def rate(self):
        return self.amount / self.seconds

    def row(self):
        """The side as a row of a Markdown table."""
        every = " ".join(f"{run.seconds:.2f}" for run in self.runs)
        rate = f"{self.rate:,.0f}" if self.rate >= 1000 else f"{self.rate:.2f}"
        return f"| {self.name} | {self.seconds:.2f} s | {every} | {self.cpu:.2f} s | {rate} {self.unit} | {self.peak_mb:.0f} MB |"


@dataclasses.dataclass
class Verdict:
    """A ratio or size beside its mark; without a mark it is for comparison only."""

    text: str
    value: float
    mark: float | None = None
    is_ceiling: bool = False
    unit: str = ""

    def line(self):
        """The verdict as a line of a Markdown list."""
        if self.mark is None:
            return f"- {self.text}: {self.value:.2f}{self.unit} (for comparison)"
        held = self.value <= self.mark if self.is_ceiling else self.value >= self.mark
        bound = "at most" if self.is_ceiling else "at least"
        answer = "held" if held else "**missed**"
        return f"- {self.text}: **{self.value:.2f}{self.unit}** (mark: {bound} {self.mark:g}{self.unit}): {answer}"


class Bench:
    """What all measurements share: the program, the inputs, a place to work in."""

    def __init__(self, minbar, floor, inputs, work, runs):
        self.minbar = minbar
        self.floor = floor
        self.inputs = pathlib.Path(inputs)
        self.work = pathlib.Path(work)
        self.runs = runs
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)

    def environment(self, home):
        """The environment in which Minbar works in `home`, and nothing else of the caller's settings reaches it."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MINBAR_")}
        return kept | {"MINBAR_HOME": str(home), "MINBAR_KEYS": str(self.work / "keys")}

    def call(self, home, *words, allowed=(0,)):
        """Runs Minbar outside the measurement; its output."""
        done = subprocess.run([self.minbar, *words], env=self.environment(home), capture_output=True, text=True)
        if done.returncode not in allowed:
            stop(f"minbar {' '.join(words)} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
        return done.stdout

    def new_home(self, name):
        """An empty archive that knows one creator."""
        home = self.work / name
        shutil.rmtree(home, ignore_errors=True)
        registry = self.work / "creators.csv"
        registry.write_text(made_up.REGISTRY, encoding="utf-8")
        self.call(home, "init")
        self.call(home, "creators", "import", str(registry))
        return home

    def timed(self, words, home=None, cores=None, source=None, script=None, feeder=None, allowed=(0,)):
        """Runs a command, with a file, a script or what another command writes as its input."""
        note = self.work / "time.txt"
        pinned = ["taskset", "-c", cores] if cores else []
        command = ["/usr/bin/time", "-f", "%e %U %S %M", "-o", str(note), *pinned, *map(str, words)]
        output = self.work / "output.txt"
        os.sync()
        fed = subprocess.Popen([str(word) for word in feeder], stdout=subprocess.PIPE) if feeder else None
        with open(source or os.devnull, "rb") as reader, open(output, "wb") as writer:
            given = {"input": script.encode()} if script else {"stdin": fed.stdout if fed else reader}
            env = self.environment(home) if home else None
            done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env=env, **given)
        if fed:
            fed.stdout.close()
            fed.wait()
        if done.returncode not in allowed:
            stop(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
        wall, user, system, kilobytes = note.read_text().split("\n")[-2].split()
        return Run(float(wall), float(user) + float(system), int(kilobytes) / 1024, tail(output))


def tail(path):
    """The end of a program's output: enough for a summary, never the whole of a long one."""
    with open(path, "rb") as output:
        output.seek(max(0, output.seek(0, os.SEEK_END) - 65_536))
        return output.read().decode(errors="replace")


def measure_ingest(bench):
    """`minbar ingest` of a comment export against `.import` of the sqlite3 shell of the same file."""
    table = bench.inputs / "comments.csv"
    rows = count_rows(table)
    ours = Side("minbar ingest", rows, "rows/s")
    theirs = Side("sqlite3 .import", rows, "rows/s")
    roomy = Side("sqlite3 .import, 300 MB of cache", rows, "rows/s")
    for number in range(bench.runs or 3):
        progress("ingest", number)
        home = bench.new_home("ingest")
        # 1 = done, with problems that the receipt names.
        words = [bench.minbar, "ingest", "--creator", made_up.CREATOR, table]
        ours.runs.append(bench.timed(words, home=home, allowed=(0, 1)))
        stored = json.loads(bench.call(home, "status", "--format", "json"))["comments"]
        expect(stored == rows, f"minbar took {stored} of {rows} comments: {ours.runs[-1].output[-500:]}")
        shutil.rmtree(home)
        theirs.runs.append(import_with_sqlite(bench, table, rows))
        roomy.runs.append(import_with_sqlite(bench, table, rows, "PRAGMA cache_size = -300000;"))
    return [ours, theirs, roomy], [
        Verdict("processor time of minbar ingest / of .import", ours.cpu / theirs.cpu, 1.5, True),
        Verdict("the same on the wall clock", ours.seconds / theirs.seconds),
        Verdict("processor time against .import with 300 MB of cache", ours.cpu / roomy.cpu),
        Verdict("peak memory of minbar ingest", ours.peak_mb, 300, True, " MB"),
    ], [table]  # fmt: skip


def import_with_sqlite(bench, table, rows, setting=""):
    """The same file into a table with a primary key, with the durability that the shell has by default."""
    database = bench.work / "import.db"
    database.unlink(missing_ok=True)
    run = bench.timed(["sqlite3", database], script=f"{setting}{TABLE}\n.import --csv --skip 1 '{table}' t\n")
    connection = sqlite3.connect(database)
    (stored,) = connection.execute("SELECT count(*) FROM t").fetchone()
    connection.close()
    expect(stored == rows, f"sqlite3 took {stored} of {rows} rows")
    database.unlink()
    return run


def measure_analyse(bench):
    """`minbar analyse` on one core against ICU's conversion and breaks over the same texts."""
    texts = bench.inputs / "texts/texts.nul"
    exports = bench.inputs / "texts/exports"
    megabytes = texts.stat().st_size / 1e6
    comments = count_rows(exports / "comments.csv")
    talks = len(list((exports / "talks").iterdir()))
    prepared = bench.new_home("prepared")
    bench.call(prepared, "ingest", "--creator", made_up.CREATOR, str(exports), allowed=(0, 1))
    ours = Side("minbar analyse, one core", megabytes, "MB/s")
    theirs = Side("ICU alone, one core", megabytes, "MB/s")
    for number in range(bench.runs or 5):
        progress("analyse", number)
        home = bench.work / "analyse"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(prepared, home)
        ours.runs.append(bench.timed([bench.minbar, "analyse", "--format", "json"], home=home, cores="0"))
        read = json.loads(ours.runs[-1].output)
        expect(read["comments"] == comments, f"minbar read {read['comments']} of {comments} comments")
        expect(read["talkTexts"] == talks, f"minbar read {read['talkTexts']} of {talks} talks")
        theirs.runs.append(floor_run(bench, "--nul", texts))
    shutil.rmtree(prepared)
    return [ours, theirs], [
        Verdict("speed of minbar analyse / speed of ICU alone", ours.rate / theirs.rate, 0.25, False),
        Verdict("peak memory of minbar analyse", ours.peak_mb, 300, True, " MB"),
    ], [texts]  # fmt: skip


def measure_tag(bench):
    """`minbar text tag` on one core and on two against ICU's conversion and breaks over the same texts."""
    if subprocess.run([bench.minbar, "text", "tag", "--help"], capture_output=True).returncode != 0:
        print("tag: this build has no 'minbar text tag'; left out", file=sys.stderr)
        return None
    texts = bench.inputs / "texts/texts.txt"
    megabytes = texts.stat().st_size / 1e6
    lines = count_lines(texts)
    one = Side("minbar text tag, one core", megabytes, "MB/s")
    two = Side("minbar text tag, two cores", megabytes, "MB/s")
    theirs = Side("ICU alone, one core", megabytes, "MB/s")
    home = bench.work / "none"
    start = bench.timed([bench.minbar, "text", "tag"], home=home, cores="0")
    for number in range(bench.runs or 5):
        progress("tag", number)
        for side, cores in ((one, "0"), (two, "0,1")):
            side.runs.append(bench.timed([bench.minbar, "text", "tag"], home=home, cores=cores, source=texts))
            tagged = count_lines(bench.work / "output.txt")
            expect(tagged == lines, f"minbar tagged {tagged} of {lines} lines")
        theirs.runs.append(floor_run(bench, "--lines", texts))
    return [one, two, theirs], [
        Verdict("speed of minbar text tag / speed of ICU alone, one core", one.rate / theirs.rate, 0.5, False),
        Verdict("speed on two cores / speed on one", two.rate / one.rate, 1.8, False),
        Verdict("time of minbar text tag without any text", start.seconds, unit=" s"),
        Verdict("peak memory of minbar text tag", max(one.peak_mb, two.peak_mb), 200, True, " MB"),
    ], [texts]  # fmt: skip


def floor_run(bench, mode, texts):
    """A run of the C program; its own clock is finer than that of /usr/bin/time."""
    run = bench.timed([bench.floor, mode, texts], cores="0")
    words = run.output.split()
    return dataclasses.replace(run, seconds=float(words[words.index("seconds") + 1]))


def count_rows(table):
    """Rows of a CSV below its header."""
    count = -1
    with open(table, encoding="utf-8", newline="") as lines:
        for _ in csv.reader(lines):
            count += 1
    return count


def count_lines(path):
    """Line ends in a file."""
    with open(path, "rb") as source:
        return sum(block.count(b"\n") for block in iter(lambda: source.read(1 << 20), b""))


def machine():
    """Processor, cores, memory and the versions that matter, in one line."""
    model = platform.processor() or platform.machine()
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    shell = subprocess.run(["sqlite3", "--version"], capture_output=True, text=True).stdout.split()
    icu = subprocess.run(["pkg-config", "--modversion", "icu-uc"], capture_output=True, text=True).stdout.strip()
    return (
        f"{names[0] if names else model}, {os.cpu_count()} cores, {memory:.0f} GB, Linux; SQLite {shell[0] if shell else '?'}, "
        f"ICU {icu or '?'}; load at start {os.getloadavg()[0]:.1f}"
    )


def input_line(path):
    """Name, size and the beginning of the SHA-256 of an input, so that results can be compared."""
    digest = hashlib.sha256()
    with open(path, "rb") as source:
        for block in iter(lambda: source.read(1 << 20), b""):
            digest.update(block)
    return f"{path.name}, {path.stat().st_size / 1e6:.1f} MB, SHA-256 {digest.hexdigest()[:12]}"


def section(what, sides, verdicts, inputs, place):
    """What is printed and kept of one measurement."""
    today = datetime.datetime.now().strftime("%Y-%m-%d %H:%M")
    lines = [f"## {today}: `Scripts/bench {what}`", "", place, ""]
    lines += [f"Input: {input_line(path)}" for path in inputs]
    lines += ["", "| side | median | runs (s) | processor time | speed | peak memory |", "|---|---|---|---|---|---|"]
    lines += [side.row() for side in sides] + [""] + [verdict.line() for verdict in verdicts]
    return "\n".join(lines) + "\n"


def progress(what, number):
    """Tells a person at a terminal what is going on."""
    if sys.stderr.isatty():
        print(f"{what}: run {number + 1} ...", file=sys.stderr)


def expect(is_so, otherwise):
    """Ends the run where a side did not do the work that it is timed for."""
    if not is_so:
        stop(otherwise)


def stop(why):
    """Ends the run with a reason."""
    sys.exit(f"Scripts/bench: {why}")


def measurements():
    """What can be measured, by name."""
    import growth  # These build on this module.
    import programme

    return {
        "ingest": measure_ingest, "jsonl": growth.measure_jsonl, "month": growth.measure_month,
        "flat": growth.measure_flat, "huge": growth.measure_huge, "analyse": measure_analyse, "tag": measure_tag,
        "dashboards": programme.measure_dashboards, "update": programme.measure_update, "hostile": programme.measure_hostile,
    }  # fmt: skip


def main():
    """Measures what was asked for, prints it and appends it to RESULTS.md."""
    known = measurements()
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=[*known, "all"])
    parser.add_argument("--minbar", required=True)
    parser.add_argument("--floor", required=True)
    parser.add_argument("--inputs", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--runs", type=int, default=0, help="runs of each side (default: 3 for ingest, 5 for text)")
    parser.add_argument("--dry", action="store_true", help="print only, keep nothing in RESULTS.md")
    options = parser.parse_args()
    bench = Bench(options.minbar, options.floor, options.inputs, options.work, options.runs)
    place = machine()
    # The largest one is asked for by name.
    for what in [name for name in known if name != "huge"] if options.what == "all" else [options.what]:
        result = known[what](bench)
        if result is None:
            continue
        text = section(what, *result, place)
        print("\n" + text)
        if not options.dry:
            with open(RESULTS, "a", encoding="utf-8") as kept:
                kept.write("\n" + text)
    shutil.rmtree(bench.work, ignore_errors=True)


if __name__ == "__main__":
    # Under its own name, so that growth.py meets the same classes.
    sys.modules["measure"] = sys.modules["__main__"]
    main()
