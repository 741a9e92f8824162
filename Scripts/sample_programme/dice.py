"""Repeatable chance: the same words always give the same numbers, on every machine and Python."""

import math
import random

SEED = "minbar-samples-1"


class Dice:
    """A stream of numbers named by words. Uses only `random()`, whose sequence Python promises to keep."""

    def __init__(self, *words):
        self._source = random.Random(":".join([SEED, *map(str, words)]))

    def unit(self):
        """A number from 0 up to, not including, 1."""
        return self._source.random()

    def between(self, low, high):
        """A number from low up to high."""
        return low + (high - low) * self.unit()

    def integer(self, low, high):
        """A whole number from low through high."""
        return low + int(self.unit() * (high - low + 1))

    def pick(self, things):
        """One of the things."""
        return things[int(self.unit() * len(things))]

    def weighted(self, things, weights):
        """One of the things, more often one of greater weight."""
        place = self.unit() * sum(weights)
        for thing, weight in zip(things, weights):
            place -= weight
            if place < 0:
                return thing
        return things[-1]

    def chance(self, share):
        """True in that share of throws."""
        return self.unit() < share

    def shuffled(self, things):
        """The things in another order (Fisher and Yates)."""
        deck = list(things)
        for last in range(len(deck) - 1, 0, -1):
            other = int(self.unit() * (last + 1))
            deck[last], deck[other] = deck[other], deck[last]
        return deck

    def waiting(self, mean, longest):
        """A waiting time, exponential, never above the longest."""
        share = 1 - math.exp(-longest / mean)
        return -mean * math.log(1 - self.unit() * share)
