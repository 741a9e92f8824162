"""What a fault test found, and the page on which figures are kept."""

import pathlib
from dataclasses import dataclass

PAGE = pathlib.Path(__file__).resolve().parents[2] / "RELIABILITY.md"
MARK = "<!-- figures -->"


@dataclass
class Result:
    fault: str
    found: str
    mark: str
    # None when it could not be run here.
    is_passed: bool | None


def table(results):
    lines = []
    for name, result in results:
        verdict = {True: "passed", False: "**failed**", None: "not run"}[result.is_passed]
        lines.append(f"| {name} | {result.fault} | {result.found} | {result.mark} | {verdict} |")
    return "\n".join(lines)


def keep(results, moment):
    """Puts the newest figures first."""
    head = f"### {moment:%Y-%m-%d %H:%M} UTC\n\n| | fault | found | pass mark | |\n|---|---|---|---|---|\n"
    page = PAGE.read_text()
    before, after = page.split(MARK, 1)
    PAGE.write_text(before + MARK + "\n\n" + head + table(results) + "\n" + after)
