"""F1: kill -9 at random moments of ingest and analyse."""

import random
import signal
import time

from fault_tests.home import MONTH_FILES, Home, rounds
from fault_tests.report import Result


def legal_states(base):
    """What the archive says after none, one, two ... of the month's files."""
    goal = base.copy()
    states = [goal.fingerprint()]
    for file in MONTH_FILES:
        goal.run("ingest", file)
        states.append(goal.fingerprint())
    goal.remove()
    return states


def run(share):
    chance = random.Random(1)
    base = Home().set_up()
    states = legal_states(base)
    goal = base.copy()
    started = time.monotonic()
    goal.run("ingest", *MONTH_FILES)
    goal.run("analyse")
    length = time.monotonic() - started
    expected = goal.fingerprint()
    count = rounds(200, share)
    whole = legal = same = killed = 0
    reached = set()
    slowest = 0.0
    for _ in range(count):
        home = base.copy()
        killed += kill(home, chance.uniform(0.005, length / 2), "ingest", *MONTH_FILES)
        slowest = max(slowest, start_again(home))
        state = home.fingerprint()
        legal += state in states
        reached.add(state)
        killed += kill(home, chance.uniform(0.005, length / 2), "analyse")
        slowest = max(slowest, start_again(home))
        whole += home.is_whole() and home.run("doctor").returncode == 0
        home.run("ingest", *MONTH_FILES)
        home.run("analyse")
        same += home.fingerprint() == expected
        home.remove()
    for home in (base, goal):
        home.remove()
    found = (
        f"{count} rounds, {killed} kills, {len(reached)} states met: {legal} have each file wholly in or out, {whole} "
        f"databases whole, {same} end as an unkilled run; slowest start after it {slowest:.2f} s")
    return Result(
        "kill -9 in ingest and analyse", found, "all in or out, all whole, all the same, start within 2 s",
        legal == count and whole == count and same == count and slowest <= 2)


def kill(home, delay, *words):
    process = home.start(*words)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode == -signal.SIGKILL


def start_again(home):
    started = time.monotonic()
    home.run("creators", "list", check=True)
    return time.monotonic() - started
