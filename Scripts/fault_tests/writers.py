"""F6: two writers at once."""

import time

from fault_tests.home import Home, rounds
from fault_tests.report import Result


def two_writers(share):
    base = Home().set_up()
    serial = base.copy()
    for month in ("2026-09", "2026-10"):
        serial.run("ingest", f"Samples/exports/{month}")
    expected = serial.fingerprint()
    count = rounds(20, share)
    busy = same = told = 0
    longest = 0.0
    for _ in range(count):
        home = base.copy()
        first = home.start("ingest", "Samples/exports/2026-09")
        time.sleep(0.15)
        second = home.start("ingest", "Samples/exports/2026-10")
        started = time.monotonic()
        line = second.stderr.readline() if second.poll() is None else b""
        longest = max(longest, time.monotonic() - started)
        errors = first.communicate()[1] + line + second.communicate()[1]
        busy += b"database is locked" in errors or b"SQLITE_BUSY" in errors
        told += True
        same += home.fingerprint() == expected
        home.remove()
    base.remove()
    serial.remove()
    return Result("two writers", f"{count} rounds: {busy} saw a locked database, {same} end as one after the other",
                  "0 locked, all the same", busy == 0 and same == count)
