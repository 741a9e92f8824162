"""The columns of YouTube Studio: every header as the product writes it, and the cell below it."""

from sample_programme.simulation import WATCH_UNITS_PER_HOUR


def hours(units):
    """`88.3409`: up to four decimals, zeros at the end cut."""
    text = f"{units // WATCH_UNITS_PER_HOUR}.{units % WATCH_UNITS_PER_HOUR:04d}"
    return text.rstrip("0").rstrip(".")


def percent(part, whole):
    """`3.05`; empty when there is nothing to divide by."""
    return f"{100 * part / whole:.2f}".rstrip("0").rstrip(".") if whole else ""


def clock(seconds):
    """`0:11:34`."""
    seconds = round(seconds)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def average_view(row):
    """Mean seconds watched in a view."""
    return row["watch"] * 3600 / WATCH_UNITS_PER_HOUR / row["views"] if row["views"] else 0


def _percent_viewed(row):
    return f"{100 * average_view(row) / row['duration']:.2f}" if row["duration"] else ""


def _stayed(row):
    return percent(row["engaged"], row["views"]) if row["is_short"] else ""


CELLS = {
    "engaged": lambda row: row["engaged"],
    "pct": _percent_viewed,
    "stayed": _stayed,
    "unique": lambda row: row["unique"],
    "per_viewer": lambda row: f"{row['views'] / row['unique']:.3f}" if row["unique"] else "0",
    "new": lambda row: row["new"],
    "returning": lambda row: row["returning"],
    "casual": lambda row: row["casual"],
    "regular": lambda row: row["regular"],
    "none": lambda row: "",
    "zero": lambda row: 0,
    "gained": lambda row: row["gained"],
    "lost": lambda row: row["lost"],
    "likes": lambda row: row["likes"],
    "dislikes": lambda row: row["dislikes"],
    "ratio": lambda row: percent(row["likes"], row["likes"] + row["dislikes"]),
    "shares": lambda row: row["shares"],
    "comments": lambda row: row["comments"],
    "views": lambda row: row["views"],
    "hours": lambda row: hours(row["watch"]),
    "net": lambda row: row["gained"] - row["lost"],
    "length": lambda row: clock(average_view(row)),
    "impressions": lambda row: row["impressions"],
    "ctr": lambda row: percent(row["clicks"], row["impressions"]),
}

# Each header and the cell below it, in the order of a real file.
ENGLISH_FULL = [
    ("Engaged views", "engaged"), ("Average percentage viewed (%)", "pct"), ("Stayed to watch (%)", "stayed"),
    ("Unique viewers", "unique"), ("Average views per viewer", "per_viewer"), ("New viewers", "new"),
    ("Returning viewers", "returning"), ("Casual viewers", "casual"), ("Regular viewers", "regular"),
    ("Hypes", "zero"), ("Hype points", "zero"), ("Subscribers gained", "gained"), ("Subscribers lost", "lost"),
    ("Likes", "likes"), ("Dislikes", "dislikes"), ("Likes (vs dislikes) (%)", "ratio"), ("Shares", "shares"),
    ("Comments added", "comments"), ("Post subscribers", "none"), ("Views", "views"), ("Watch time (hours)", "hours"),
    ("Subscribers", "net"), ("Average view duration", "length"), ("Impressions", "impressions"),
    ("Impressions click-through rate (%)", "ctr"),
]
ENGLISH_BASIC = [
    ("Views", "views"), ("Watch time (hours)", "hours"), ("Subscribers", "net"), ("Impressions", "impressions"),
    ("Impressions click-through rate (%)", "ctr"),
]
ENGLISH_NEW = [
    ("Likes", "likes"), ("Dislikes", "dislikes"), ("New viewers", "new"), ("Returning viewers", "returning"),
    ("Shares", "shares"), ("Comments added", "comments"), ("Views", "views"), ("Watch time (hours)", "hours"),
    ("Subscribers", "net"), ("Thumbnail impressions", "impressions"), ("Thumbnail click-through rate (%)", "ctr"),
]
# The header twice: `Постоянные зрители` are returning viewers first and regular viewers after.
RUSSIAN_FULL = [
    ("Заинтересованные просмотры", "engaged"), ("Средняя продолжительность просмотра", "length"),
    ("Средний процент просмотра (%)", "pct"), ("Продолжили смотреть (%)", "stayed"),
    ("Уникальные зрители", "unique"), ("Среднее число просмотров одним пользователем", "per_viewer"),
    ("Новые зрители", "new"), ("Постоянные зрители", "returning"), ("Случайные зрители", "casual"),
    ("Постоянные зрители", "regular"), ("Отказались от подписки", "lost"), ("Новые подписчики", "gained"),
    ('Отметки "Нравится"', "likes"), ('Отметки "Не нравится"', "dislikes"), ("Поделились", "shares"),
    ('Процент отметок "Нравится" (%)', "ratio"), ("Новые комментарии", "comments"), ("Просмотры", "views"),
    ("Время просмотра (часы)", "hours"), ("Подписчики", "net"), ("Показы", "impressions"),
    ("CTR для значков видео (%)", "ctr"),
]
RUSSIAN_SHORT = RUSSIAN_FULL[-5:]
RUSSIAN_RENAMED = RUSSIAN_FULL[:-2] + [("Показы значков видео", "impressions"), RUSSIAN_FULL[-1]]
RENAMED_FROM = (2026, 8)


def layout(name, month):
    """The metric columns that a creator's staff choose; `en-renamed` sees Studio rename two of them in August."""
    if name == "en-renamed":
        return ENGLISH_NEW if month >= RENAMED_FROM else _with_old_names(ENGLISH_NEW)
    return {
        "en-full": ENGLISH_FULL, "en-basic": ENGLISH_BASIC, "en-new": ENGLISH_NEW, "ru-full": RUSSIAN_FULL,
        "ru-short": RUSSIAN_SHORT, "ru-renamed": RUSSIAN_RENAMED,
    }[name]


def _with_old_names(columns):
    return columns[:-2] + ENGLISH_BASIC[-2:]
