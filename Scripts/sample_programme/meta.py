"""Meta Business Suite: monthly snapshots of lifetime numbers, and daily series."""

from sample_programme import csv_text, made_up_ids
from sample_programme.calendar_days import FIRST_DAY, PACIFIC, meta_day, month_days
from sample_programme.simulation import total

ENGLISH_HEAD = ["Post ID", "Account ID", "Account username", "Account name", "Description", "Duration (sec)",
                "Publish time", "Permalink", "Post type", "Data comment", "Date"]
RUSSIAN_HEAD = ["ID публикации", "ID аккаунта", "Имя пользователя аккаунта", "Название аккаунта", "Описание",
                "Длительность (с.)", "Время публикации", "Постоянная ссылка", "Тип публикации",
                "Комментарий к данным", "Дата"]
ENGLISH_METRICS = {"views": "Views", "reach": "Reach", "likes": "Likes", "shares": "Shares", "follows": "Follows",
                   "comments": "Comments", "saves": "Saves"}
RUSSIAN_METRICS = {"views": "Просмотры", "reach": "Охват", "likes": 'Отметки "Нравится"', "shares": "Репосты",
                   "follows": "Подписки", "comments": "Комментарии", "saves": "Сохранения"}
# The order of the metrics is not stable: three that were seen in English files.
ORDERS = {
    "en-2026": "views reach likes shares follows comments saves".split(),
    "en-2025": "views reach likes shares comments saves follows".split(),
    "en-shuffled": "views likes shares comments saves reach follows".split(),
    "ru": "views reach likes shares follows comments saves".split(),
}
ENGLISH_TYPES = {"reel": "IG reel", "image": "IG image", "carousel": "IG carousel"}
RUSSIAN_TYPES = {"reel": "Видео Instagram", "image": "Фото Instagram", "carousel": "Карусель Instagram"}
# Where Meta took views back: post, day, how many.
CORRECTED = {"R02-i02": ((2026, 9), 180)}
# A month in which one row of an account is an error message.
FAILED_ROW = ("R02", (2026, 9))

DAILY_ACCOUNTS = ("K01", "R01", "L02", "C02")
DAILY_FILES = {"Reach.csv": ("Instagram reach", "reach"), "Views.csv": ("Views", "views"),
               "Follows.csv": ("Instagram follows", "follows")}
# In some time zones the series' days begin at one o'clock.
BEGINS_AT_ONE = {"L02"}


def snapshot_name(creator, posts, month):
    """`Apr-03-2026_Oct-31-2026_<15 digits>.csv`."""
    first = min(post.published_day for post in _instagram(posts))
    return f"{meta_day(first)}_{meta_day(month_days(month)[-1])}_{made_up_ids.digits(15, creator.code, month)}.csv"


def snapshot(creator, posts, month):
    """Lifetime numbers of every post at the month's end, newest post first."""
    end = month_days(month)[-1]
    published = [post for post in _instagram(posts) if post.published_day <= end]
    is_russian = creator.meta == "ru"
    head, metrics = (RUSSIAN_HEAD, RUSSIAN_METRICS) if is_russian else (ENGLISH_HEAD, ENGLISH_METRICS)
    order = ORDERS[creator.meta]
    rows = [head + [metrics[name] for name in order]]
    rows += [_row(post, lifetime(post, month), order, is_russian) for post in reversed(published)]
    if (creator.code, month) == FAILED_ROW:
        rows.insert(3, _failed_row(len(order)))
    return csv_text.meta(rows)


def lifetime(post, month):
    """All counts from publication to the month's end, as Meta tells them."""
    counts = total([post], FIRST_DAY, month_days(month)[-1])
    corrected_in, views = CORRECTED.get(post.key, (month, 0))
    if month >= corrected_in and views:
        counts["views"] -= views
    return counts


def daily_series(creator, posts, month):
    """Name and bytes of each daily series of an account."""
    clock = "T01:00:00" if creator.code in BEGINS_AT_ONE else "T00:00:00"
    for name, (title, metric) in DAILY_FILES.items():
        lines = ["sep=,", f'"{title}"', '"Date","Primary"']
        for day in month_days(month):
            number = total(_instagram(posts), day, day)[metric]
            if number or metric != "follows":
                lines.append(f'"{day}{clock}","{number}"')
        yield name, b"\xff\xfe" + ("\n".join(lines) + "\n\n").encode("utf-16-le")


def _instagram(posts):
    return [post for post in posts if post.platform == "instagram"]


def _row(post, counts, order, is_russian):
    creator = post.creator
    types, whole_life = (RUSSIAN_TYPES, "За всё время") if is_russian else (ENGLISH_TYPES, "Lifetime")
    published = post.published.astimezone(PACIFIC).strftime("%m/%d/%Y %H:%M")
    cells = [post.id, creator.account_id, creator.username, creator.instagram_title, post.description, post.duration,
             published, post.link, types[post.kind], "", whole_life]
    return cells + [_metric(post, counts, name) for name in order]


def _metric(post, counts, name):
    """Follows are told for reels only."""
    return "" if name == "follows" and post.kind != "reel" else counts[name]


def _failed_row(metrics):
    post_id = made_up_ids.instagram_post("failed")
    message = f"An error occurred while computing metadata for content with ID {post_id}."
    return [post_id, *[""] * 8, message, "", *[""] * metrics]
