"""F5: copies of the database with flipped bytes, zeroed pages, cut ends, without their log."""

import random
import subprocess
import time

from fault_tests.home import Home, rounds, was_killed_by_signal
from fault_tests.report import Result


def damage(data, index, chance):
    kind = index % 4
    place = chance.randrange(len(data))
    if kind == 0:
        data[place] ^= 1 << chance.randrange(8)
    elif kind == 1:
        start = place // 4096 * 4096
        data[start:start + 4096] = bytes(min(4096, len(data) - start))
    elif kind == 2:
        del data[place:]
    else:
        start = place // 512 * 512
        data[start:start + 512] = chance.randbytes(min(512, len(data) - start))
    return data


def run(share):
    chance = random.Random(5)
    base = Home().set_up("2026-09")
    base.run("analyse")
    expected = base.fingerprint()
    home = base.copy()
    whole = (base.data / "minbar.db").read_bytes()
    count = rounds(1000, share)
    signals = hangs = silent = noticed = 0
    for index in range(count):
        (home.data / "minbar.db").write_bytes(damage(bytearray(whole), index, chance))
        for ending in ("-wal", "-shm"):
            (home.data / ("minbar.db" + ending)).unlink(missing_ok=True)
        try:
            started = time.monotonic()
            doctor = home.run("doctor", timeout=10)
            dump = home.fingerprint() if doctor.returncode == 0 else None
            hangs += time.monotonic() - started > 10
        except subprocess.TimeoutExpired:
            hangs += 1
            continue
        signals += was_killed_by_signal(doctor)
        noticed += doctor.returncode == 1
        silent += doctor.returncode == 0 and dump != expected
    home.remove()
    base.remove()
    return Result(
        "corrupted copies", f"{count} copies, {noticed} noticed: {signals} signals, {hangs} hangs, {silent} silent changes",
        "0 signals, 0 hangs over 10 s, 0 silent changes", signals + hangs + silent == 0)
