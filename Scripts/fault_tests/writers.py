"""F6: two writers at once."""

import os
import pty
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
        time.sleep(0.3)
        # Who waits is told on a terminal.
        screen, terminal = pty.openpty()
        second = home.start("ingest", "Samples/exports/2026-10", stderr=terminal)
        os.close(terminal)
        started = time.monotonic()
        line = os.read(screen, 4096)
        longest = max(longest, time.monotonic() - started)
        told += b"another command is writing: ingest" in line
        errors = first.communicate()[1] + line + rest(screen)
        second.wait()
        os.close(screen)
        busy += b"database is locked" in errors or b"SQLITE_BUSY" in errors
        same += home.fingerprint() == expected
        home.remove()
    base.remove()
    serial.remove()
    return Result(
        "two writers",
        f"{count} rounds: {busy} saw a locked database, {told} were told who writes, after {longest:.1f} s at most, "
        f"{same} end as one after the other", "0 locked, all told within 5 s, all the same",
        busy == 0 and told == count and longest <= 5 and same == count)


def rest(screen):
    """What else is written on a terminal until its last writer ends."""
    lines = b""
    try:
        while piece := os.read(screen, 65536):
            lines += piece
    except OSError:
        # Linux answers so when nobody holds the other end.
        pass
    return lines
