"""The one hidden truth: what happened to each post on each day. Every file is written from it, so all files agree.

Counts are made by reading a rising level off in whole steps, so days add up to months and lifetimes without a rest.
Watch time is counted in ten-thousandths of an hour, the finest step that Studio writes.
"""

import collections
import math

from sample_programme import cast
from sample_programme.calendar_days import FIRST_DAY, FRIDAY, LAST_DAY, days
from sample_programme.dice import Dice

WATCH_UNITS_PER_HOUR = 10_000
GROWTH_PER_DAY = 0.0016
WEEKDAYS = {FRIDAY: 1.35, 5: 1.12, 6: 1.0, 0: 0.9, 1: 0.92, 2: 0.94, 3: 1.02}


class Meter:
    """A level that rises by fractions and is read off in whole steps."""

    def __init__(self):
        self._level = 0.0
        self._read = 0

    def step(self, amount):
        """Raises the level; the whole steps gone up since the last reading."""
        self._level += amount
        gone = math.floor(self._level) - self._read
        self._read += gone
        return gone


def simulate(post, known_comments, is_complete):
    """Fills `post.days`.

    known_comments: how many comments the files hold of each day. is_complete: whether these are all that there are.
    """
    dice = Dice("life", post.key)
    rates = _video_rates(post, dice) if post.platform == "youtube" else _instagram_rates(dice)
    scale = _scale(post, dice)
    meters = collections.defaultdict(Meter)
    for day in days(max(FIRST_DAY, post.published_day), LAST_DAY):
        views = meters["views"].step(scale * _attention(post, day) * dice.between(0.78, 1.22))
        counts = collections.Counter(views=views)
        for metric, rate in rates.items():
            counts[metric] = meters[metric].step(views * rate * dice.between(0.8, 1.2))
        counts["comments"] = known_comments[day] + (0 if is_complete else counts["comments"])
        post.days[day] = counts


def total(posts, first, last):
    """The sum of the posts' counts from first through last."""
    sums = collections.Counter()
    for post in posts:
        for day, counts in post.days.items():
            if first <= day <= last:
                sums.update(counts)
    return sums


def _scale(post, dice):
    """Views on the first day: the creator's size, the kind of post, and luck."""
    luck = math.exp(dice.between(-0.55, 0.55))
    kinds = {"video": 1.25 if post.talk else 1.0, "short": 1.7, "reel": 0.9, "carousel": 0.4, "image": 0.3}
    return post.creator.launch_views * kinds[post.kind] * luck


def _attention(post, day):
    """How much of the first day's audience a day brings: quick decay, long tail, Fridays, growth of the channel."""
    age = (day - post.published_day).days
    tail = 0.06 if post.platform == "youtube" else 0.012
    level = 0.85 * math.exp(-age / 2.1) + tail * (1 + age / 12) ** -0.9
    if age == 0:
        level *= 0.7
    if post.talk and post.talk.code == cast.VIRAL_TALK:
        level += _wave((day - cast.VIRAL_DAY).days)
    return level * WEEKDAYS[day.weekday()] * (1 + GROWTH_PER_DAY * (day - FIRST_DAY).days)


def _wave(distance):
    """The wave of a talk that people pass on: up within three days, down over three weeks."""
    return 5.5 * math.exp(-((distance / 3) ** 2)) if distance < 0 else 5.5 * math.exp(-distance / 7)


def _video_rates(post, dice):
    """What one view of a video brings on average."""
    is_short = post.kind == "short"
    watched = dice.between(0.72, 0.98) if is_short else min(0.62, dice.between(6, 9) / post.duration**0.5)
    clicks = 0.06 if is_short else dice.between(0.42, 0.58)
    through = dice.between(0.02, 0.03) if is_short else dice.between(0.032, 0.078)
    fame = 1.6 if post.talk else 1.0
    return {
        "engaged": dice.between(0.55, 0.65) if is_short else dice.between(0.86, 0.94),
        "watch": post.duration * watched / 3600 * WATCH_UNITS_PER_HOUR,
        "clicks": clicks,
        "impressions": clicks / through,
        "likes": dice.between(0.030, 0.062),
        "dislikes": dice.between(0.0004, 0.0018) * fame,
        "shares": dice.between(0.005, 0.012) * fame,
        "comments": dice.between(0.0012, 0.0028),
        "gained": dice.between(0.0025, 0.0060) * fame,
        "lost": dice.between(0.0006, 0.0018),
    }


def _instagram_rates(dice):
    """What one view of an Instagram post brings on average."""
    return {
        "reach": dice.between(0.58, 0.80) / 1.2,
        "likes": dice.between(0.035, 0.070),
        "shares": dice.between(0.006, 0.016),
        "follows": dice.between(0.0006, 0.0022),
        "comments": dice.between(0.0012, 0.0030),
        "saves": dice.between(0.004, 0.012),
    }
