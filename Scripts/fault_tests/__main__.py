"""Runs the fault tests that are asked for, prints a table and keeps it in RELIABILITY.md."""

import datetime
import sys

from fault_tests import (
    clock, corruption, floods, io_errors, killing, memory, payloads, power, space, uploads, writers, zips)
from fault_tests.report import keep, table

TESTS = {
    "F1": killing.run, "F2": power.run, "F3": space.run, "F4": io_errors.run, "F5": corruption.run,
    "F6": writers.two_writers, "F7": space.read_only, "F8": clock.run, "F9": uploads.run, "F10": memory.run,
    "H1": zips.run, "H2": floods.large_table, "H3": floods.large_field, "H7": floods.combining_marks,
    "H8": floods.slow_text, "H10": payloads.run}


def main():
    words = sys.argv[1:]
    share = 0.1 if "--short" in words else 1.0
    for word in words:
        if word.startswith("--share="):
            share = float(word.split("=")[1])
    wanted = [word for word in words if not word.startswith("--")] or list(TESTS)
    unknown = [word for word in wanted if word not in TESTS]
    if unknown:
        print(f"Scripts/faults: no fault test {unknown[0]}; there are {' '.join(TESTS)}", file=sys.stderr)
        return 2
    results = []
    for name in wanted:
        result = TESTS[name](share)
        results.append((name, result))
        print(table([(name, result)]), flush=True)
    if "--dry" not in words:
        keep(results, datetime.datetime.now(datetime.timezone.utc))
    return 0 if all(result.is_passed is not False for _, result in results) else 1


sys.exit(main())
