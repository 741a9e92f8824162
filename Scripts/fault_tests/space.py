"""F3: disk full. F7: read-only file system. On small file systems, tmpfs and ext4, which need root."""

import os
import pathlib
import subprocess
import tempfile
import time

from fault_tests.home import Home, acknowledged, rounds, was_killed_by_signal
from fault_tests.power import CutDisk
from fault_tests.power import can_run as can_loop
from fault_tests.report import Result

MONTH = "Samples/exports/2026-10"


class Disk:
    """A tmpfs of some kilobytes."""

    def __init__(self, kilobytes):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="minbar-disk-"))
        self.mount("-t", "tmpfs", "-o", f"size={kilobytes}k,mode=700", "tmpfs", str(self.path))

    @staticmethod
    def mount(*words):
        subprocess.run(["mount", *words], check=True, capture_output=True)

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


class Ballast:
    """A file that leaves only so much room on a disk; without it there is room again."""

    def __init__(self, path, kilobytes):
        self.file = path / "ballast"
        status = os.statvfs(path)
        size = status.f_bavail * status.f_frsize - (kilobytes << 10)
        with open(self.file, "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(4096, size))

    def remove(self):
        self.file.unlink()


def run(share):
    if not can_mount():
        return Result("disk full", "-", "needs root and tmpfs", None)
    count = rounds(40, share)
    base = Home().set_up("2026-09")
    held = base.imports()
    expected = goal(base)
    full = 0
    bad = []
    for index in range(count):
        # Every other disk is an ext4 file system, where loop devices can be had.
        disk = CutDisk(64) if index % 2 and can_loop() else Disk(64 << 10)
        if isinstance(disk, CutDisk):
            disk.mount()
        home = base.copy(data=disk.path / "data")
        room = 16 + index * ROOM // count
        fault = fills_up(home, held, Ballast(disk.path, room), expected)
        full += fault is not True
        if fault not in (True, None):
            bad.append(f"{room} KB: {fault}")
        disk.remove()
        home.remove()
    base.remove()
    for line in bad[:5]:
        print("   ", line)
    return Result(
        "disk full",
        f"{count} disks with 16 to {ROOM} KB left, {full} of them too small: {len(bad)} hid the cause, could not be read, "
        "lost what was acknowledged or differ after the next ingest", "0", not bad and full > 0)


# Kilobytes beyond which the month fits in any case.
ROOM = 12000


def fills_up(home, held, ballast, expected):
    """What went wrong, None when nothing did, True when the disk was large enough."""
    attempt = home.run("ingest", MONTH)
    said = attempt.stderr.lower() + attempt.stdout.lower()
    status = home.run("status")
    before = home.fingerprint()
    ballast.remove()
    if status.returncode != 0 or before is None or not home.is_whole():
        return f"reading does not go on: {status.returncode} {status.stderr[-200:]}"
    if attempt.stdout and home.imports() - held != acknowledged(attempt):
        return f"{acknowledged(attempt)} imports were acknowledged, {home.imports() - held} are there"
    if before != expected and (attempt.returncode != 1 or not any(word in said for word in (b"full", b"no space"))):
        return f"ended with {attempt.returncode} and did not name the cause: {said[-200:]}"
    home.run("ingest", MONTH)
    if home.fingerprint() != expected:
        return "the next ingest does not give the whole month"
    return True if before == expected else None


def goal(base):
    other = base.copy()
    other.run("ingest", MONTH)
    fingerprint = other.fingerprint()
    other.remove()
    return fingerprint


def read_only(share):
    if not can_mount():
        return Result("read-only file system", "-", "needs root and tmpfs", None)
    disk = Disk(64 << 10)
    home = Home(data=disk.path / "data").set_up("2026-09")
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
