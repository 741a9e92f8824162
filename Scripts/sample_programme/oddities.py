"""What goes wrong in real folders, put in on purpose. The README of Samples lists it."""

import copy
import datetime
import json

from sample_programme import archives, studio
from sample_programme.calendar_days import month_days

# Exports that nobody made.
NO_STUDIO = {("K02", (2026, 8))}
NO_SNAPSHOT = {("L03", (2026, 7))}
# Exports that lie there unpacked, as a folder, or as the table alone.
AS_FOLDER = {("K03", (2026, 6))}
AS_TABLE = {("R02", (2026, 5))}
# A download that broke off, and was then made again as ` (1)`.
BROKEN_OFF = ("C03", (2026, 7))
# A file saved twice.
REPEATED = ("L02", (2026, 10))
# A month exported again after YouTube had taken views away.
RESTATED = ("R01", (2026, 9))
RESTATED_DAYS = (datetime.date(2026, 9, 8), datetime.date(2026, 9, 12))
RESTATED_SHARE = 0.82
RESTATED_POSTS = 2
# A table cut in the middle of a quoted cell.
CUT_OFF = ("L03", (2026, 6))


def broken_zip(members, month):
    """The first two thirds of a zip: no directory at its end. Stored, so its bytes are the same everywhere."""
    data = archives.zipped(members, month, is_packed=False)
    return data[: len(data) * 2 // 3]


def cut_table(table):
    """The table up to the middle of the last quoted publish time: an open quote at the end."""
    return table[: table.rindex(b'"', 0, table.rindex(b'"')) + 4]


def restated(posts):
    """The posts as a later export shows them: fewer views on some days of the two most seen videos."""
    month = RESTATED[1]
    ranked = sorted(posts, key=lambda post: studio.sum_of([post], month)["views"], reverse=True)
    changed = {post.key for post in ranked[:RESTATED_POSTS]}
    return [_with_fewer_views(post) if post.key in changed else post for post in posts]


def _with_fewer_views(post):
    first, last = RESTATED_DAYS
    post = copy.copy(post)
    post.days = {day: _reduced(counts) if first <= day <= last else counts for day, counts in post.days.items()}
    return post


def _reduced(counts):
    counts = counts.copy()
    for metric in ("views", "engaged", "watch"):
        counts[metric] = int(counts[metric] * RESTATED_SHARE)
    return counts


def strangers():
    """Files of other kinds that land in the same folders."""
    yield "2026-09/TikTok/Overview.csv", _tiktok()
    yield "2026-08/Takeout/YouTube and YouTube Music/history/watch-history.json", _watch_history()


def _tiktok():
    lines = ["Date,Video views,Reached audience,Profile views,Likes,Shares,Comments"]
    for number, day in enumerate(month_days((2026, 9))):
        reached = "--" if number % 9 == 4 else str(210 + 17 * (number % 7))
        lines.append(f"{day:%Y/%m/%d},{320 + 31 * (number % 7)},{reached},{12 + number % 5},{18 + number % 6},2,NAN")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _watch_history():
    """Somebody's own history, invented: private, and nothing that Minbar wants."""
    entries = [
        {"header": "YouTube", "title": f"Watched Sample clip number {number}",
         "titleUrl": f"https://www.youtube.com/watch?v=SampleClip{number}",
         "subtitles": [{"name": "Sample kitchen", "url": "https://www.youtube.com/channel/UCMinbarSampleKitchen000"}],
         "time": f"2026-08-{number + 10:02d}T16:4{number}:09.120Z", "products": ["YouTube"]}
        for number in range(1, 6)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2).encode("utf-8")
