"""F10: little memory."""

import resource

from fault_tests.home import Home, was_killed_by_signal
from fault_tests.report import Result


def run(share):
    base = Home().set_up("2026-09")
    before = base.fingerprint()
    goal = base.copy()
    goal.run("ingest", "Samples/exports/2026-10")
    expected = goal.fingerprint()
    half = tried = 0
    notes = []
    for megabytes in (4096, 2048, 1024, 768, 512):
        home = base.copy()
        limit = megabytes << 20
        process = home.run(
            "ingest", "Samples/exports/2026-10",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        tried += 1
        home.run("ingest", "Samples/exports/2026-10")
        half += not home.is_whole() or home.fingerprint() != expected
        ended = "killed" if was_killed_by_signal(process) else f"ended with {process.returncode}"
        notes.append(f"{megabytes} MB {ended}")
        home.remove()
    for home in (base, goal):
        home.remove()
    return Result("little memory", f"{', '.join(notes)}; {half} of {tried} left something half", "0 left something half",
                  half == 0 and before is not None)
