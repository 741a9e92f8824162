"""A small Minbar in a folder of its own, made from the sample programme, and what is asked of it after a fault."""

import hashlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MINBAR = os.environ["MINBAR"]
NOW = 1793858400


class Home:
    def __init__(self, folder=None, data=None):
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="minbar-faults-"))
        self.data = pathlib.Path(data or self.folder / "data")
        self.now = NOW

    @property
    def environment(self):
        return {
            **os.environ, "MINBAR_HOME": str(self.data), "MINBAR_KEYS": str(self.folder / "keys"),
            "MINBAR_NOW": str(self.now), "USER": "tester"}

    def run(self, *words, before=(), timeout=120, **more):
        return subprocess.run(
            [*before, MINBAR, *words], env=self.environment, cwd=ROOT, capture_output=True, timeout=timeout, **more)

    def start(self, *words):
        return subprocess.Popen(
            [MINBAR, *words], env=self.environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def set_up(self, *months):
        self.run("init", check=True)
        self.run("creators", "import", "Samples/creators.csv", check=True)
        for month in months:
            self.run("ingest", f"Samples/exports/{month}")
        return self

    def copy(self):
        """The same Minbar in another folder."""
        other = Home()
        shutil.rmtree(other.folder)
        shutil.copytree(self.folder, other.folder)
        return other

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def fingerprint(self):
        """Hash of everything the archive says; no clock times or row numbers in it."""
        dump = self.run("dump", "--logical")
        return hashlib.sha256(dump.stdout).hexdigest() if dump.returncode == 0 else None

    def is_whole(self):
        """What SQLite says of the file, after what the log holds is written back."""
        connection = sqlite3.connect(self.data / "minbar.db", timeout=10)
        try:
            return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        except sqlite3.DatabaseError:
            return False
        finally:
            connection.close()

    def count(self, sql):
        connection = sqlite3.connect(self.data / "minbar.db", timeout=10)
        try:
            return connection.execute(sql).fetchone()[0]
        finally:
            connection.close()


def was_killed_by_signal(process):
    return process.returncode < 0


def rounds(number, share):
    return max(3, round(number * share))
