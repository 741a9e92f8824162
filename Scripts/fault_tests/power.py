"""F2: power cut: ext4 on a loop device, shut down under a running import."""

import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import time

from fault_tests.home import MONTH_FILES, Home, rounds
from fault_tests.report import Result


def sh(*words):
    return subprocess.run(words, capture_output=True)


def can_run():
    return os.geteuid() == 0 and shutil.which("xfs_io") and shutil.which("mkfs.ext4") and pathlib.Path("/dev/loop-control").exists()


class CutDisk:
    """An ext4 file system in a file; a cut loses whatever was not written through to it."""

    def __init__(self, megabytes=96):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="minbar-power-"))
        self.image, self.path = self.folder / "image", self.folder / "mount"
        self.path.mkdir()
        with open(self.image, "wb") as file:
            file.truncate(megabytes << 20)
        sh("mkfs.ext4", "-q", "-m", "0", str(self.image))

    def mount(self):
        return sh("mount", "-o", "loop", str(self.image), str(self.path)).returncode == 0

    def cut(self):
        sh("xfs_io", "-x", "-c", "shutdown", str(self.path))

    def power_on(self):
        """Mounts what was written, from a copy: a mount that another namespace still holds would stay shut down."""
        self.unmount()
        after = self.folder / "after"
        sh("cp", "--sparse=always", str(self.image), str(after))
        self.image = after
        return self.mount()

    def unmount(self):
        for _ in range(100):
            if sh("umount", str(self.path)).returncode == 0:
                return
            time.sleep(0.1)
        raise OSError(f"{self.path} stays mounted")

    def remove(self):
        sh("umount", "-l", str(self.path))
        shutil.rmtree(self.folder, ignore_errors=True)


def run(share):
    if not can_run():
        return Result("power cut", "-", "needs root, loop devices, mkfs.ext4 and xfs_io (apt install xfsprogs)", None)
    chance = random.Random(2)
    base = Home().set_up()
    goal = base.copy()
    started = time.monotonic()
    goal.run("ingest", *MONTH_FILES)
    length = time.monotonic() - started
    expected = goal.fingerprint()
    count = rounds(100, share)
    broken = lost = other = kept = 0
    for _ in range(count):
        disk = CutDisk()
        if not disk.mount():
            disk.remove()
            return Result("power cut", "-", "loop devices cannot be mounted here", None)
        home = base.copy(data=disk.path / "data")
        os.sync()
        process = home.start("ingest", *MONTH_FILES)
        time.sleep(chance.uniform(0.05, length * 1.1))
        acknowledged = home.imports()
        disk.cut()
        process.kill()
        process.communicate()
        if not disk.power_on():
            raise OSError("the file system cannot be mounted after the cut")
        is_whole = home.is_whole()
        after = home.imports() if is_whole else -1
        broken += not is_whole
        lost += after < acknowledged
        kept += after > 0
        home.run("ingest", *MONTH_FILES)
        other += home.fingerprint() != expected
        disk.remove()
        home.remove()
    for home in (base, goal):
        home.remove()
    return Result(
        "power cut",
        f"{count} cuts, {kept} with imports before them: {broken} databases broken, {lost} lost an acknowledged import, "
        f"{other} differ after the files were taken in again", "0, 0, 0", broken + lost + other == 0)
