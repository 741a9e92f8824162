"""F4: reads and writes that fail, by libfiu."""

import shutil
import subprocess

from fault_tests.home import MONTH_FILES, Home, acknowledged, rounds, was_killed_by_signal
from fault_tests.report import Result


def run(share):
    if not shutil.which("fiu-run"):
        return Result("failing reads and writes", "-", "needs fiu-run (apt install fiu-utils)", None)
    base = Home().set_up("2026-09")
    goal = base.copy()
    held = goal.imports()
    goal.run("ingest", *MONTH_FILES, check=True)
    expected = goal.fingerprint()
    count = rounds(200, share)
    signals = hangs = broken = unclear = failed = other = 0
    for index in range(count):
        home = base.copy()
        probability = [0.001, 0.005, 0.02][index % 3]
        rule = f"enable_random name=posix/io/rw/*,probability={probability}"
        words = ["ingest", *MONTH_FILES] if index % 4 else ["status"]
        try:
            process = home.run(*words, before=["fiu-run", "-x", "-c", rule], timeout=120)
        except subprocess.TimeoutExpired:
            hangs += 1
            home.remove()
            continue
        signals += was_killed_by_signal(process)
        is_whole = home.is_whole()
        broken += not is_whole
        failed += process.returncode != 0
        unclear += is_unclear(process, home, held, words) if is_whole else 0
        home.run("ingest", *MONTH_FILES)
        other += home.fingerprint() != expected
        home.remove()
    for home in (base, goal):
        home.remove()
    return Result(
        "failing reads and writes",
        f"{count} rounds, {failed} ended with an error: {signals} signals, {hangs} hangs, {broken} databases broken, "
        f"{unclear} without a word, {other} differ after the files were taken in again",
        "0 signals, 0 hangs, 0 broken, 0 without a word, 0 differ", signals + hangs + broken + unclear + other == 0)


def is_unclear(process, home, held, words):
    """Whether it failed in silence, or told of something else than what is there."""
    if process.returncode != 0 and not (process.stderr or process.stdout):
        return True
    if words[0] != "ingest" or process.returncode < 0:
        return process.returncode == 0 and not process.stdout
    # A run that ends without a receipt may have taken files in; one with a receipt may claim no more than is there.
    has_receipt = bool(process.stdout)
    taken = home.imports() - held
    if process.returncode == 0:
        return taken != len(MONTH_FILES)
    return has_receipt and acknowledged(process) != taken
