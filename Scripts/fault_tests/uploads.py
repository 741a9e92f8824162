"""F9: uploads that are cut off: what comes through standard input ends anywhere."""

import json

from fault_tests.home import ROOT, Home, rounds
from fault_tests.report import Result

KNOWN = ("minbar.db", "minbar.db-wal", "minbar.db-shm", "write.lock", "creators.sealed")


def run(share):
    files = sorted((ROOT / "Samples/exports/2026-10").rglob("*.info.json"), key=lambda file: -file.stat().st_size)
    whole = files[0].read_bytes()
    base = Home().set_up()
    goal = base.copy()
    goal.run("ingest", "-", input=whole)
    expected = goal.fingerprint()
    count = rounds(100, share)
    silent = left = other = kept = 0
    for index in range(count):
        home = base.copy()
        process = home.run("ingest", "-", input=whole[:len(whole) * index // count])
        silent += process.returncode != 1 or not process.stdout
        left += any(path.name not in KNOWN for path in home.data.iterdir())
        cut = [entry["number"] for entry in json.loads(home.run("imports", "list", "--format", "json").stdout)]
        kept += bool(cut)
        home.run("ingest", "-", input=whole)
        for number in cut:
            home.run("imports", "undo", str(number))
        other += home.fingerprint() != expected
        home.remove()
    for home in (base, goal):
        home.remove()
    found = (
        f"{count} places, {kept} kept the rows before the cut: {silent} without a word, {left} left files, "
        f"{other} differ after the whole file and an undo")
    return Result("uploads cut off", found, "0, 0, 0", silent + left + other == 0)
