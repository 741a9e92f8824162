"""What is written down: sections with tables, and goals beside the figures that were reached."""

import dataclasses


@dataclasses.dataclass
class Goal:
    """A figure beside its goal. A value of None was not measured."""

    text: str
    value: float | None
    goal: float
    count: int = 0
    interval: tuple | None = None
    is_ceiling: bool = False
    is_share: bool = False

    @property
    def verdict(self):
        if self.value is None:
            return "not measured"
        # Tolerates only what floating point adds.
        held = self.value <= self.goal + 1e-9 if self.is_ceiling else self.value >= self.goal - 1e-9
        return "held" if held else "**missed**"

    def row(self):
        """The goal as cells of a table."""
        write = percent if self.is_share else score
        bound = f"{'≤' if self.is_ceiling else '≥'} {_plain(self.goal, self.is_share)}"
        interval = spread(self.interval, self.is_share)
        return [self.text, bound, write(self.value), interval, f"{self.count:,}", self.verdict]


@dataclasses.dataclass
class Section:
    """One capability: what was measured on what, tables, goals."""

    title: str
    blocks: list = dataclasses.field(default_factory=list)
    goals: list = dataclasses.field(default_factory=list)

    def text(self):
        """The section as Markdown."""
        blocks = [f"## {self.title}", *self.blocks]
        if self.goals:
            blocks.append(goal_table(self.goals))
        return "\n\n".join(blocks)


def goal_table(goals):
    """Goals as a table of Markdown."""
    return table(["goal", "wanted", "reached", "95 % interval", "n", "verdict"], [goal.row() for goal in goals])


def table(head, rows):
    """A table of Markdown; all columns but the first are set to the right."""
    rule = ["---", *("--:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, rule, *rows])


def percent(value):
    """A share as per cent with two decimals; – for what was not measured."""
    return "–" if value is None else f"{100 * value:.2f} %"


def score(value):
    """A score between 0 and 1 with three decimals; – for what was not measured."""
    return "–" if value is None else f"{value:.3f}"


def spread(interval, is_share=False):
    """An interval as from–to."""
    if interval is None:
        return "–"
    low, high = interval
    return f"{100 * low:.1f}–{100 * high:.1f} %" if is_share else f"{low:.3f}–{high:.3f}"


def with_spread(value, interval, is_share=False):
    """A figure with its interval in brackets."""
    figure = percent(value) if is_share else score(value)
    return figure if interval is None else f"{figure} ({spread(interval, is_share)})"


def _plain(value, is_share):
    return f"{round(100 * value, 2):g} %" if is_share else f"{value:g}"
