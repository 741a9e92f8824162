"""F4: reads and writes that fail, by libfiu."""

import shutil

from fault_tests.home import Home, rounds, was_killed_by_signal
from fault_tests.report import Result


def run(share):
    if not shutil.which("fiu-run"):
        return Result("failing reads and writes", "-", "needs fiu-run (apt install fiu-utils)", None)
    base = Home().set_up("2026-09")
    count = rounds(200, share)
    signals = broken = unclear = failed = 0
    for index in range(count):
        home = base.copy()
        probability = [0.001, 0.005, 0.02][index % 3]
        rule = f"enable_random name=posix/io/rw/*,probability={probability}"
        words = ["ingest", "Samples/exports/2026-10"] if index % 2 else ["status"]
        process = home.run(*words, before=["fiu-run", "-x", "-c", rule])
        signals += was_killed_by_signal(process)
        broken += not home.is_whole()
        failed += process.returncode != 0
        unclear += process.returncode == 1 and not (process.stderr or process.stdout)
        home.remove()
    base.remove()
    return Result(
        "failing reads and writes",
        f"{count} rounds, {failed} ended with an error: {signals} signals, {broken} databases broken, {unclear} without a word",
        "0 signals, 0 broken, 0 without a word", signals + broken + unclear == 0)
