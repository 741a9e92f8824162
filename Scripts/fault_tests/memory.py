"""F10: little memory: a bound on addresses (every allocation may fail) and a control group (the kernel kills)."""

import contextlib
import os
import pathlib
import resource

from fault_tests.home import MONTH_FILES, Home, acknowledged, was_killed_by_signal
from fault_tests.report import Result

GROUPS = pathlib.Path("/sys/fs/cgroup/memory")
ADDRESSES = (4096, 2048, 1024, 768, 512, 384, 256, 192, 160, 144, 128, 96, 64)
RESIDENT = (512, 128, 96, 80, 64, 48, 40, 32, 24, 16, 8)


@contextlib.contextmanager
def control_group(megabytes):
    """What a child calls to join a group that may hold so much memory; None where groups cannot be made."""
    group = GROUPS / f"minbar-faults-{os.getpid()}"
    try:
        group.mkdir()
        (group / "memory.limit_in_bytes").write_text(str(megabytes << 20))
    except OSError:
        yield None
        return
    try:
        yield lambda: (group / "cgroup.procs").write_text(str(os.getpid()))
    finally:
        group.rmdir()


def bound_addresses(megabytes):
    limit = megabytes << 20
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


class Trial:
    def __init__(self, share):
        self.base = Home().set_up("2026-09")
        self.held = self.base.imports()
        goal = self.base.copy()
        goal.run("ingest", *MONTH_FILES, check=True)
        self.expected = goal.fingerprint()
        goal.remove()
        self.half = self.tried = self.killed = self.failed = 0
        self.smallest = {}
        self.rounds = max(1, round(4 * share))

    def run(self, kind, megabytes, join):
        home = self.base.copy()
        process = home.run("ingest", *MONTH_FILES, preexec_fn=join)
        self.tried += 1
        is_killed = was_killed_by_signal(process)
        self.killed += is_killed
        self.failed += process.returncode > 0
        if process.returncode == 0:
            self.smallest[kind] = min(megabytes, self.smallest.get(kind, megabytes))
        is_whole = home.is_whole()
        claims = is_whole and process.stdout and acknowledged(process) != home.imports() - self.held
        home.run("ingest", *MONTH_FILES)
        self.half += not is_whole or bool(claims) or home.fingerprint() != self.expected
        home.remove()


def run(share):
    trial = Trial(share)
    for _ in range(trial.rounds):
        for megabytes in ADDRESSES:
            trial.run("addresses", megabytes, bound_addresses(megabytes))
        for megabytes in RESIDENT:
            with control_group(megabytes) as join:
                if join:
                    trial.run("memory", megabytes, join)
    trial.base.remove()
    enough = ", ".join(f"{size} MB of {kind}" for kind, size in sorted(trial.smallest.items()))
    return Result(
        "little memory",
        f"{trial.tried} runs with {max(ADDRESSES)} to {min(RESIDENT)} MB, {trial.killed} were killed, {trial.failed} ended "
        f"with an error, least that was enough {enough or '-'}: {trial.half} left something half", "0 left something half",
        trial.half == 0 and trial.killed + trial.failed > 0)
