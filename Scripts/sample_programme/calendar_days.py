"""Days and months of the programme. Platforms count in US Pacific days; people live five or six hours east of UTC."""

import datetime

MONTHS = [(2026, month) for month in range(5, 11)]
FIRST_DAY = datetime.date(2026, 3, 10)
# Comments are fetched in the first days after a month, so the simulation runs on a little.
LAST_DAY = datetime.date(2026, 11, 3)
# All days of the simulation but the last three lie in Pacific daylight time: one constant is enough.
PACIFIC = datetime.timezone(datetime.timedelta(hours=-7))
UTC = datetime.timezone.utc
FRIDAY = 4
ENGLISH_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def days(first, last):
    """Every day from first through last."""
    return [first + datetime.timedelta(n) for n in range((last - first).days + 1)]


def month_days(month):
    """Every day of a (year, month)."""
    year, number = month
    last = datetime.date(year + number // 12, number % 12 + 1, 1) - datetime.timedelta(1)
    return days(datetime.date(year, number, 1), last)


def month_name(month):
    """`2026-10`."""
    return f"{month[0]}-{month[1]:02d}"


def english_day(day):
    """`Apr 16, 2026`, as Studio writes it in every language."""
    return f"{ENGLISH_MONTHS[day.month - 1]} {day.day}, {day.year}"


def meta_day(day):
    """`Apr-16-2026`, as Meta writes it in file names."""
    return f"{ENGLISH_MONTHS[day.month - 1]}-{day.day:02d}-{day.year}"


def snapped_to(day, weekday):
    """The day of that weekday within three days of the day given."""
    shift = (weekday - day.weekday() + 3) % 7 - 3
    return day + datetime.timedelta(shift)


def local_time(day, hour, minute, hours_east):
    """A clock time of the creator's town, in UTC."""
    zone = datetime.timezone(datetime.timedelta(hours=hours_east))
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone).astimezone(UTC)


def pacific_day(moment):
    """The day on the platforms' clock."""
    return moment.astimezone(PACIFIC).date()
