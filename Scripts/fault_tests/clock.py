"""F8: clocks that jump ten years back or ahead, between commands (MINBAR_NOW) and while they run (faketime)."""

import shutil

from fault_tests.home import NOW, Home
from fault_tests.report import Result

YEARS = 10 * 31_556_952
ROWS = "SELECT (SELECT count(*) FROM comment_sighting) + (SELECT count(*) FROM text_block)"
# Where the clock starts, by how much it goes wrong, and by how much faster than time it runs: 100 million are three
# years a second.
RUNS = [("@2026-11-05 06:00:00", "x100000000"), ("@2016-11-05 06:00:00", "x100000000"), ("@2036-11-05 06:00:00", "x1")]


def run(share):
    home = Home().set_up("2026-09")
    home.run("analyse")
    before = home.count(ROWS)
    lost = jump(home, before) + race(home, before)
    report = home.run("dump", "--logical").stdout
    home.now = NOW + YEARS
    changed = home.run("dump", "--logical").stdout != report
    home.now = NOW + 91 * 86_400
    home.run("retention", "run", "--clock-is-right")
    expired = home.count("SELECT count(*) FROM text_block")
    home.remove()
    return Result(
        "clock jumps of ten years",
        f"{lost} rows lost by four jumps and {len(RUNS) if shutil.which('faketime') else 0} clocks that race during the "
        f"run; {int(changed)} dumps changed; by a right clock {expired} expired texts stay", "0, 0 and 0",
        lost == 0 and not changed and expired == 0)


def jump(home, before):
    lost = 0
    for years in (-YEARS, YEARS, -YEARS, 0):
        home.now = NOW + years
        home.run("retention", "run")
        home.run("analyse")
        lost += before - home.count(ROWS)
    return lost


def race(home, before):
    if not shutil.which("faketime"):
        return 0
    lost = 0
    home.now = None
    for start, speed in RUNS:
        for words in (["retention", "run"], ["analyse"], ["creators", "import", "Samples/creators.csv"]):
            home.run(*words, before=["faketime", "-f", f"{start} {speed}"])
            lost += before - home.count(ROWS)
    return lost
