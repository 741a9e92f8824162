"""F1: kill -9 at random moments of ingest and analyse."""

import random
import signal
import time

from fault_tests.home import Home, rounds
from fault_tests.report import Result

MONTH = "Samples/exports/2026-10/Comments"


def run(share):
    chance = random.Random(1)
    base = Home().set_up()
    goal = base.copy()
    started = time.monotonic()
    goal.run("ingest", MONTH)
    goal.run("analyse")
    length = time.monotonic() - started
    expected = goal.fingerprint()
    count = rounds(200, share)
    whole = same = killed = 0
    slowest = 0.0
    for _ in range(count):
        home = base.copy()
        for words in [("ingest", MONTH), ("analyse",)]:
            process = home.start(*words)
            time.sleep(chance.uniform(0.005, length / 2))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            killed += process.returncode == -signal.SIGKILL
        started = time.monotonic()
        home.run("creators", "list", check=True)
        slowest = max(slowest, time.monotonic() - started)
        whole += home.is_whole()
        home.run("ingest", MONTH)
        home.run("analyse")
        same += home.fingerprint() == expected
        home.remove()
    for home in (base, goal):
        home.remove()
    found = f"{count} rounds, {killed} kills: {whole} databases whole, {same} end as an unkilled run; slowest start after it {slowest:.2f} s"
    return Result("kill -9 in ingest and analyse", found, "all whole, all the same, start within 2 s",
                  whole == count and same == count and slowest <= 2)
