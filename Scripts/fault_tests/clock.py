"""F8: clocks that jump ten years back or ahead."""

from fault_tests.home import NOW, Home
from fault_tests.report import Result

YEARS = 10 * 31_556_952


def run(share):
    home = Home().set_up("2026-09")
    home.run("analyse")
    rows = "SELECT (SELECT count(*) FROM comment_sighting) + (SELECT count(*) FROM text_block)"
    before = home.count(rows)
    lost = 0
    for jump in (-YEARS, YEARS, -YEARS, 0):
        home.now = NOW + jump
        home.run("retention", "run")
        home.run("analyse")
        lost += before - home.count(rows)
    home.now = NOW + 91 * 86_400
    home.run("retention", "run")
    expired = home.count("SELECT count(*) FROM text_block")
    home.remove()
    return Result("clock jumps of ten years", f"{lost} rows lost by four jumps; by a right clock {expired} expired texts stay",
                  "0 and 0", lost == 0 and expired == 0)
