"""How YouTube tells the age of a comment, and what tools make of it: estimates, never earlier than the truth."""

import datetime

HOUR, DAY, WEEK, MONTH = 3_600, 86_400, 604_800, 30 * 86_400
UNITS = [(MONTH, "month"), (WEEK, "week"), (DAY, "day"), (HOUR, "hour"), (60, "minute"), (1, "second")]
RUSSIAN = {
    "month": ("месяц", "месяца", "месяцев"), "week": ("неделю", "недели", "недель"), "day": ("день", "дня", "дней"),
    "hour": ("час", "часа", "часов"), "minute": ("минуту", "минуты", "минут"),
    "second": ("секунду", "секунды", "секунд"),
}


def _age(at, now):
    """Number and unit, cut off as YouTube does: 13 days are `1 week`."""
    seconds = int((now - at).total_seconds())
    length, unit = next(pair for pair in UNITS if seconds >= pair[0])
    return seconds // length, length, unit


def ago_in_english(at, now):
    """`2 weeks ago`."""
    number, _, unit = _age(at, now)
    return f"{number} {unit}{'' if number == 1 else 's'} ago"


def ago_in_russian(at, now):
    """`2 недели назад`."""
    number, _, unit = _age(at, now)
    return f"{number} {russian_plural(number, RUSSIAN[unit])} назад"


def russian_plural(number, forms):
    """One of the forms for 1, 2 to 4, and many."""
    if number % 10 == 1 and number % 100 != 11:
        return forms[0]
    return forms[1] if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else forms[2]


def estimated(at, now):
    """Seconds since 1970 that the words stand for, counted back from now."""
    number, length, _ = _age(at, now)
    return int((now - datetime.timedelta(seconds=number * length)).timestamp())


def rounded(at, now):
    """The estimate as yt-dlp keeps it: to the hour below a day, to the day above."""
    _, length, _ = _age(at, now)
    grain = min(length, DAY)
    return (estimated(at, now) + grain // 2) // grain * grain
