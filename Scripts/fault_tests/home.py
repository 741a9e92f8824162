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
# A month's comments without the sample's broken files: taking them in ends with 0.
MONTH_FILES = [
    str(path) for path in sorted((ROOT / "Samples/exports/2026-10/Comments").rglob("*"))
    if path.is_file() and path.name != "comments other letters.csv"]


class Home:
    def __init__(self, folder=None, data=None):
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="minbar-faults-"))
        self.data = pathlib.Path(data or self.folder / "data")
        self.now = NOW

    @property
    def environment(self):
        words = {
            **os.environ, "MINBAR_HOME": str(self.data), "MINBAR_KEYS": str(self.folder / "keys"), "USER": "tester"}
        if self.now is not None:
            words["MINBAR_NOW"] = str(self.now)
        return words

    def run(self, *words, before=(), timeout=600, **more):
        return subprocess.run(
            [*before, MINBAR, *words], env=self.environment, cwd=ROOT, capture_output=True, timeout=timeout, **more)

    def start(self, *words, stderr=subprocess.PIPE):
        return subprocess.Popen(
            [MINBAR, *words], env=self.environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=stderr)

    def set_up(self, *months):
        self.run("init", check=True)
        self.run("creators", "import", "Samples/creators.csv", check=True)
        for month in months:
            self.run("ingest", f"Samples/exports/{month}")
        return self

    def copy(self, data=None):
        """The same Minbar, with the same keys, in another folder; its data elsewhere if so wished."""
        other = Home(data=data)
        shutil.copytree(self.folder / "keys", other.folder / "keys")
        shutil.copytree(self.data, other.data)
        return other

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def fingerprint(self):
        """Hash of everything the archive says under these keys; no clock times or row numbers in it."""
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
        connection = sqlite3.connect(f"file:{self.data / 'minbar.db'}?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(sql).fetchone()[0]
        finally:
            connection.close()


    def imports(self):
        """How many imports the archive holds."""
        return self.count("SELECT count(*) FROM import")


def acknowledged(process):
    """How many imports a run of ingest told its user of."""
    return process.stdout.count(b": taken as import ")


def was_killed_by_signal(process):
    return process.returncode < 0


def rounds(number, share):
    return max(3, round(number * share))
