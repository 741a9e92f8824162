"""F3: disk full. F7: read-only file system. Both on a small tmpfs, which needs root."""

import os
import pathlib
import subprocess
import tempfile
import time

from fault_tests.home import Home, rounds, was_killed_by_signal
from fault_tests.report import Result


class Disk:
    """A tmpfs of some kilobytes."""

    def __init__(self, kilobytes):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="minbar-disk-"))
        self.mount("-t", "tmpfs", "-o", f"size={kilobytes}k,mode=700", "tmpfs", str(self.path))

    @staticmethod
    def mount(*words):
        subprocess.run(["mount", *words], check=True, capture_output=True)

    def resize(self, kilobytes):
        self.mount("-o", f"remount,size={kilobytes}k", str(self.path))

    def remount(self, how):
        self.mount("-o", f"remount,{how}", str(self.path))

    def remove(self):
        subprocess.run(["umount", "-l", str(self.path)], capture_output=True)
        self.path.rmdir()


def can_mount():
    if os.geteuid() != 0:
        return False
    try:
        Disk(64).remove()
        return True
    except (subprocess.CalledProcessError, OSError):
        return False


def fill(disk):
    """A data directory on the disk, with a month in it."""
    home = Home(data=disk.path / "data")
    home.set_up("2026-09")
    return home


def run(share):
    if not can_mount():
        return Result("disk full", "-", "needs root and tmpfs", None)
    count = rounds(40, share)
    good = 0
    bad = []
    for index in range(count):
        disk = Disk(64 << 10)
        home = fill(disk)
        before = home.fingerprint()
        used = sum(file.stat().st_size for file in home.data.rglob("*") if file.is_file()) >> 10
        disk.resize(used + 64 + index * 4000 // count)
        attempt = home.run("ingest", "Samples/exports/2026-10")
        after = home.run("status")
        reads = after.returncode == 0 and home.is_whole()
        # Files are taken one by one: what was acknowledged stays, the one that met the end leaves nothing.
        names_cause = attempt.returncode == 0 or b"full" in attempt.stderr.lower() + attempt.stdout.lower()
        disk.resize(256 << 10)
        again = home.run("ingest", "Samples/exports/2026-10")
        is_same = home.fingerprint() == goal(home)
        fine = (attempt.returncode in (0, 1) and names_cause or attempt.returncode == 1 and is_done(attempt)) and reads \
            and again.returncode in (0, 1) and is_same and before is not None
        good += fine
        if not fine:
            bad.append((index, attempt.returncode, attempt.stderr[-200:], reads, is_same))
        disk.remove()
        home.remove()
    for line in bad[:3]:
        print("   ", line)
    return Result("disk full", f"{good} of {count} sizes: cause named, reads go on, next ingest gives the whole month",
                  "all", good == count)


def is_done(attempt):
    """Ingest ends with 1 for the strange files of the sample even where nothing is wrong."""
    return b"files taken" in attempt.stdout


_goal = []


def goal(home):
    if not _goal:
        other = Home().set_up("2026-09")
        other.run("ingest", "Samples/exports/2026-10")
        _goal.append(other.fingerprint())
        other.remove()
    return _goal[0]


def read_only(share):
    if not can_mount():
        return Result("read-only file system", "-", "needs root and tmpfs", None)
    disk = Disk(64 << 10)
    home = fill(disk)
    before = home.fingerprint()
    disk.remount("ro")
    reads = home.run("status")
    same = home.fingerprint() == before
    started = time.monotonic()
    write = home.run("ingest", "Samples/exports/2026-10")
    seconds = time.monotonic() - started
    disk.remount("rw")
    disk.remove()
    home.remove()
    fine = reads.returncode == 0 and same and write.returncode == 1 and not was_killed_by_signal(write) and seconds <= 1
    return Result(
        "read-only file system",
        f"reading ends with {reads.returncode}, writing with {write.returncode} after {seconds:.2f} s",
        "reads go on; writing ends with 1 within 1 s", fine)
