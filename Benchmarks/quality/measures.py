"""Shares, F1 and their 95 % intervals. Chance is seeded: the same answers give the same intervals."""

import collections
import math
import random

Z = 1.959964
RESAMPLES = 1000


def wilson(right, count):
    """Wilson's 95 % interval of a share; of nothing: 0 to 1."""
    if count == 0:
        return 0.0, 1.0
    share = right / count
    middle = share + Z * Z / (2 * count)
    spread = Z * math.sqrt(share * (1 - share) / count + Z * Z / (4 * count * count))
    scale = 1 + Z * Z / count
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def share(right, count):
    """The share, or None of nothing."""
    return right / count if count else None


def f1(right, wrong, missed):
    """Harmonic mean of precision and recall; None where there was nothing to find and nothing was found."""
    total = 2 * right + wrong + missed
    return 2 * right / total if total else None


def micro_f1(rows):
    """F1 over all labels of all rows; a row is a pair of sets (expected, found)."""
    return f1(*set_counts(rows))


def set_counts(rows):
    """Labels that were right, wrong and missed over rows of (expected, found)."""
    right = sum(len(expected & found) for expected, found in rows)
    wrong = sum(len(found - expected) for expected, found in rows)
    return right, wrong, sum(len(expected - found) for expected, found in rows)


def macro_f1(rows):
    """Mean F1 of the labels that are expected somewhere; a row is a pair (expected, found). None of no rows."""
    right, found, expected = collections.Counter(), collections.Counter(), collections.Counter()
    for want, got in rows:
        expected[want] += 1
        found[got] += 1
        right[want] += want == got
    if not rows:
        return None
    return sum(2 * right[label] / (expected[label] + found[label]) for label in expected) / len(expected)


def label_f1(rows, label):
    """F1 of one label over rows of (expected, found)."""
    right = sum(want == got == label for want, got in rows)
    found = sum(got == label for _, got in rows)
    return f1(right, found - right, sum(want == label for want, _ in rows) - right)


def bootstrap(rows, measure):
    """95 % interval of `measure(rows)` over resampled rows (percentiles), or None where it cannot be had."""
    if measure(rows) is None:
        return None
    chance = random.Random(20261122)
    values = (measure(chance.choices(rows, k=len(rows))) for _ in range(RESAMPLES))
    values = sorted(value for value in values if value is not None)
    return values[int(0.025 * len(values))], values[int(0.975 * len(values))]
