"""F5: copies of the database with flipped bits, zeroed pages, cut ends, noise, and with its log damaged or gone."""

import contextlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess

from fault_tests.home import MONTH_FILES, Home, rounds, was_killed_by_signal
from fault_tests.report import Result

KINDS = ("flipped bit", "zeroed page", "cut end", "noise", "damaged log", "log gone")


def damage(data, kind, chance):
    place = chance.randrange(len(data))
    if kind == "flipped bit":
        data[place] ^= 1 << chance.randrange(8)
    elif kind == "zeroed page":
        start = place // 4096 * 4096
        data[start:start + 4096] = bytes(min(4096, len(data) - start))
    elif kind == "cut end":
        del data[place:]
    else:
        start = place // 512 * 512
        data[start:start + 512] = chance.randbytes(min(512, len(data) - start))
    return data


def write(path, data):
    """Private, as the original: `doctor` would complain of anything else."""
    path.write_bytes(data)
    path.chmod(0o600)


class Specimen:
    """An archive, a later one of the same whose newest import is still in the log, and what both say."""

    def __init__(self):
        self.base = Home().set_up("2026-09")
        self.base.run("analyse")
        self.database = (self.base.data / "minbar.db").read_bytes()
        self.legal = {self.base.fingerprint()}
        self.logged = self.base.copy()
        # A reader that stays keeps the log from being written back.
        with contextlib.closing(sqlite3.connect(self.logged.data / "minbar.db")) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM import").fetchone()
            self.logged.run("ingest", MONTH_FILES[3], check=True)
            self.legal.add(self.logged.fingerprint())
            self.under_log = (self.logged.data / "minbar.db").read_bytes()
            self.log = (self.logged.data / "minbar.db-wal").read_bytes()

    def break_copy(self, home, kind, index, chance):
        for ending in ("", "-wal", "-shm"):
            (home.data / ("minbar.db" + ending)).unlink(missing_ok=True)
        if "log" not in kind:
            write(home.data / "minbar.db", damage(bytearray(self.database), kind, chance))
            return
        write(home.data / "minbar.db", self.under_log)
        if kind == "damaged log":
            write(home.data / "minbar.db-wal", damage(bytearray(self.log), KINDS[index // len(KINDS) % 4], chance))

    def remove(self):
        self.base.remove()
        self.logged.remove()


def bound_time():
    resource.setrlimit(resource.RLIMIT_CPU, (10, 11))


def run(share):
    chance = random.Random(5)
    specimen = Specimen()
    home = specimen.base.copy()
    # An undamaged copy must not be complained of, or nothing would be shown.
    write(home.data / "minbar.db", specimen.database)
    if home.run("doctor").returncode != 0:
        raise RuntimeError("doctor complains of an undamaged copy")
    count = rounds(1000, share)
    signals = hangs = noticed = 0
    silent = []
    for index in range(count):
        kind = KINDS[index % len(KINDS)]
        specimen.break_copy(home, kind, index, chance)
        try:
            # Seconds of a processor, which others on the machine do not lengthen.
            doctor = home.run("doctor", timeout=300, preexec_fn=bound_time)
            dump = home.fingerprint() if doctor.returncode == 0 else None
        except subprocess.TimeoutExpired:
            hangs += 1
            continue
        is_hang = doctor.returncode in (-signal.SIGXCPU, -signal.SIGKILL)
        hangs += is_hang
        signals += was_killed_by_signal(doctor) and not is_hang
        noticed += doctor.returncode == 1
        if doctor.returncode == 0 and dump not in specimen.legal:
            silent.append(kind)
            shutil.copy(home.data / "minbar.db", f"/tmp/minbar-silent-{index}.db")
    home.remove()
    specimen.remove()
    kinds = f" ({', '.join(sorted(set(silent)))})" if silent else ""
    return Result(
        "corrupted copies",
        f"{count} copies, {noticed} noticed: {signals} signals, {hangs} hangs, {len(silent)} silent changes{kinds}",
        "0 signals, 0 hangs over 10 s, 0 silent changes", signals + hangs + len(silent) == 0)
