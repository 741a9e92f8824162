"""F2: power cut: ext4 on a loop device, shut down under a running import."""

import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import time

from fault_tests.home import Home, rounds
from fault_tests.report import Result


def sh(*words):
    return subprocess.run(words, capture_output=True)


def can_run():
    return os.geteuid() == 0 and shutil.which("xfs_io") and shutil.which("mkfs.ext4") and pathlib.Path("/dev/loop-control").exists()


def run(share):
    if not can_run():
        return Result("power cut", "-", "needs root, loop devices, mkfs.ext4 and xfs_io (apt install xfsprogs)", None)
    chance = random.Random(2)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="minbar-power-"))
    image, place = folder / "image", folder / "mount"
    place.mkdir()
    count = rounds(100, share)
    broken = lost = 0
    for _ in range(count):
        image.unlink(missing_ok=True)
        with open(image, "wb") as file:
            file.truncate(96 << 20)
        sh("mkfs.ext4", "-q", str(image))
        if sh("mount", "-o", "loop", str(image), str(place)).returncode != 0:
            return Result("power cut", "-", "loop devices cannot be mounted here", None)
        home = Home(data=place / "data").set_up()
        process = home.start("ingest", "Samples/exports/2026-10")
        time.sleep(chance.uniform(0.05, 1.5))
        acknowledged = home.count("SELECT count(*) FROM import")
        sh("xfs_io", "-x", "-c", "shutdown", str(place))
        process.kill()
        process.communicate()
        sh("umount", str(place))
        sh("mount", "-o", "loop", str(image), str(place))
        broken += not home.is_whole()
        lost += home.count("SELECT count(*) FROM import") < acknowledged
        sh("umount", str(place))
        home.remove()
    shutil.rmtree(folder, ignore_errors=True)
    return Result("power cut", f"{count} cuts: {broken} databases broken, {lost} lost an acknowledged import", "0 and 0",
                  broken + lost == 0)
