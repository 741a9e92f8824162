"""Runs a command with a stream as its input, and says how long it took and how much memory it held at most."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass

from fault_tests.home import MINBAR, ROOT


@dataclass
class Measured:
    status: int
    seconds: float
    # Time of processors, which others on the machine do not lengthen.
    busy: float
    # Greatest resident size, in bytes.
    memory: int
    output: bytes
    # Bytes that it took before it closed its input.
    taken: int


def measure(words, pieces=(), environment=None, limit=600):
    """Feeds pieces until they or the reader end. `limit` in seconds; a reader that hangs counts as status -9."""
    with tempfile.TemporaryFile() as out:
        started = time.monotonic()
        process = subprocess.Popen(
            [MINBAR, *words], stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT, cwd=ROOT,
            env={**os.environ, **(environment or {})})
        taken = feed(process, pieces, started + limit)
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() - started > limit:
                process.kill()
            time.sleep(0.01)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - started
        out.seek(0)
        busy = usage.ru_utime + usage.ru_stime
        return Measured(process.returncode, seconds, busy, usage.ru_maxrss << 10, out.read(), taken)


def feed(process, pieces, end):
    taken = 0
    try:
        for piece in pieces:
            process.stdin.write(piece)
            taken += len(piece)
            if time.monotonic() > end:
                break
        process.stdin.close()
    except BrokenPipeError:
        pass
    return taken
