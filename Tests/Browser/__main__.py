"""Drives Debian's Chromium through the desk as people do, and looks at every page as they must be able to.

Usage: python Tests/Browser --minbar PROGRAM --work FOLDER [-k PATTERN]

Screenshots are left in FOLDER/pictures.
"""

import argparse
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from house import House  # noqa: E402

# In this order: the first link is the team's, and pages are looked at once there is something on them.
JOURNEYS = ["team_journey", "people_journey", "keyboard_journey", "programs_journey", "pages_journey"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minbar", required=True, help="the built program")
    parser.add_argument("--work", required=True, help="folder for data and pictures; emptied first")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser")
    parser.add_argument("-k", dest="pattern", action="append", help="only tests whose name holds this")
    options = parser.parse_args()
    if not pathlib.Path(options.chromium).is_file():
        print(f"Tests/Browser: {options.chromium} is not there; run Scripts/setup --browser", file=sys.stderr)
        return 1
    house = House(options.minbar, options.work, options.chromium)
    loader = unittest.TestLoader()
    if options.pattern:
        loader.testNamePatterns = [f"*{pattern}*" for pattern in options.pattern]
    tests = loader.loadTestsFromNames(JOURNEYS)
    with house:
        result = unittest.TextTestRunner(verbosity=2).run(tests)
    print(f"browser: {result.testsRun} run, {len(result.failures) + len(result.errors)} failed; "
          f"pictures in {house.pictures}")
    return 0 if result.testsRun > 0 and result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
