"""Load on the desk over loopback: how long pages take at a steady rate while an import runs, with slow senders around, and
whether memory stays where it was.

Usage: python3 Benchmarks/load.py --minbar PROGRAM --work FOLDER [--seconds N] [--requests N]

Needs `hey` (Debian) for the requests. Prints one table; nothing here judges a build.
"""

import argparse
import csv
import http.client
import io
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

PROJECT = pathlib.Path(__file__).resolve().parents[1]
SAMPLES = PROJECT / "Samples" / "exports"
RATE = 200
WORKERS = 20
SLOW = 500


class Desk:
    """A server with the samples of all months but the last, and a report of the last one that is complete."""

    def __init__(self, program, work):
        self.program, self.work = str(pathlib.Path(program).resolve()), pathlib.Path(work).resolve()
        for folder in ("data", "keys"):
            shutil.rmtree(self.work / folder, ignore_errors=True)
        self.environment = {
            **os.environ, "MINBAR_HOME": str(self.work / "data"), "MINBAR_KEYS": str(self.work / "keys"),
            "MINBAR_NOW": "1793858400",
        }
        self.run("init")
        self.run("creators", "import", str(PROJECT / "Samples" / "creators.csv"))
        self.run("ingest", *(str(month) for month in sorted(SAMPLES.iterdir()) if month.name < "2026-10"))
        self.run("report", "all", "2026-09", "--language", "ru")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.server = subprocess.Popen(
            [self.program, "serve", "--port", str(self.port)], env=self.environment, text=True, stdout=subprocess.PIPE)
        link = next(line.split()[-1] for line in self.server.stdout if "/enter/" in line)
        self.cookie = self.sign_in(link)

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], env=self.environment, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit(f"minbar {arguments[0]}: {done.stderr}")

    def sign_in(self, link):
        line = http.client.HTTPConnection("127.0.0.1", self.port)
        line.request("POST", "/enter", urllib.parse.urlencode({"token": link.rsplit("/", 1)[1]}), {
            "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"})
        return line.getresponse().headers["Set-Cookie"].split(";")[0]

    @property
    def memory(self):
        """Resident memory in MB."""
        status = pathlib.Path(f"/proc/{self.server.pid}/status").read_text(encoding="ascii")
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024

    def close(self):
        self.server.send_signal(signal.SIGTERM)
        self.server.wait(timeout=120)


def hey(desk, path, *options):
    """Seconds that each request took, and how many were not answered with 200."""
    done = subprocess.run(
        ["hey", "-o", "csv", "-H", f"Cookie: {desk.cookie}", *options, f"http://127.0.0.1:{desk.port}{path}"],
        capture_output=True, text=True, check=True)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    return sorted(float(row["response-time"]) for row in rows), sum(row["status-code"] != "200" for row in rows)


def steady(desk, path, seconds):
    return hey(desk, path, "-z", f"{seconds}s", "-q", str(RATE // WORKERS), "-c", str(WORKERS))


class Importing:
    """Takes the last month in, again and again, as long as it stands."""

    def __init__(self, desk):
        self.desk, self.ends, self.rounds = desk, threading.Event(), 0

    def __enter__(self):
        self.thread = threading.Thread(target=self.work)
        self.thread.start()
        return self

    def work(self):
        while not self.ends.is_set():
            # Other bytes each time, so that all is read and written again.
            folder = self.desk.work / "again"
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(SAMPLES / "2026-10", folder)
            for file in folder.rglob("*.csv"):
                with open(file, "ab") as end:
                    end.write(b"\n" * (self.rounds + 1))
            self.desk.run("ingest", str(folder))
            self.rounds += 1

    def __exit__(self, *_):
        self.ends.set()
        self.thread.join()


class Dripping:
    """Senders that give one byte of a head at a time, and come again when they are closed."""

    def __init__(self, desk, count):
        self.desk, self.count, self.ends, self.closed = desk, count, threading.Event(), 0

    def __enter__(self):
        self.lines = [self.open() for _ in range(self.count)]
        self.thread = threading.Thread(target=self.drip)
        self.thread.start()
        return self

    def open(self):
        line = socket.create_connection(("127.0.0.1", self.desk.port), timeout=5)
        line.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        line.setblocking(False)
        return line

    def drip(self):
        while not self.ends.wait(2):
            for place, line in enumerate(self.lines):
                try:
                    line.send(b"x")
                    if line.recv(1) == b"":
                        raise OSError
                except BlockingIOError:
                    pass
                except OSError:
                    self.closed += 1
                    line.close()
                    self.lines[place] = self.open()

    def __exit__(self, *_):
        self.ends.set()
        self.thread.join()
        for line in self.lines:
            line.close()


def share(times, part):
    return times[min(len(times) - 1, int(len(times) * part))] * 1000


def show(name, times, faults, seconds):
    print(f"| {name} | {len(times) / seconds:.0f} | {share(times, .5):.1f} | {share(times, .95):.1f} | "
          f"{share(times, .99):.1f} | {faults} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minbar", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--requests", type=int, default=100_000)
    options = parser.parse_args()
    if not shutil.which("hey"):
        sys.exit("Benchmarks/load.py: hey is missing; install it: apt-get install hey")
    desk = Desk(options.minbar, options.work)
    pages = [("dashboard", "/reports/2026-09.ru"), ("overview", "/"), ("what is missing", "/missing")]
    print("| page and what else goes on | answers/s | p50 ms | p95 ms | p99 ms | not 200 |\n|---|---|---|---|---|---|")
    try:
        for name, path in pages:
            hey(desk, path, "-n", "100", "-c", "4")
            show(f"{name}, nothing else", *steady(desk, path, options.seconds), options.seconds)
            with Importing(desk) as importing:
                measured = steady(desk, path, options.seconds)
            show(f"{name}, while imports run ({importing.rounds} in turn)", *measured, options.seconds)
        with Dripping(desk, SLOW) as dripping:
            measured = steady(desk, pages[0][1], max(40, options.seconds))
        show(f"dashboard, {SLOW} slow senders (closed {dripping.closed} times)", *measured, max(40, options.seconds))
        # Half of the requests first: by then everything that is kept is kept.
        hey(desk, "/", "-n", str(options.requests // 2), "-c", str(WORKERS))
        before, begun = desk.memory, time.monotonic()
        times, faults = hey(desk, "/", "-n", str(options.requests), "-c", str(WORKERS))
        show(f"overview, {options.requests:,} requests at once", times, faults, time.monotonic() - begun)
        print(f"\nmemory: {before:.1f} MB before those requests, {desk.memory:.1f} MB behind them")
    finally:
        desk.close()


if __name__ == "__main__":
    main()
