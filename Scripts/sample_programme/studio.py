"""YouTube Studio exports, broken down by content: table, chart and totals of one channel and month."""

import collections

from sample_programme import cast, csv_text, studio_columns
from sample_programme.calendar_days import english_day, month_days
from sample_programme.dice import Dice
from sample_programme.simulation import total
from sample_programme.studio_words import words_of

CHARTED = 10
NOT_SUMMED = {"unique", "new", "returning", "casual", "regular", "duration", "is_short"}


def export_name(creator, month, dimension=None):
    """`Content 2026-10-01_2026-10-31 <channel>`."""
    month = month_days(month)
    return f"{dimension or words_of(creator).content} {month[0]}_{month[-1]} {creator.channel}"


def content_export(creator, posts, month):
    """Names and bytes of the three files. posts: the creator's posts; other platforms' are left out."""
    words = words_of(creator)
    rows = _rows([post for post in posts if post.platform == "youtube"], month)
    return {
        words.table_file: _table(creator, words, rows, month),
        words.chart_file: _chart(words, rows[:CHARTED], month),
        words.totals_file: totals(words, [post for post, _ in rows], month),
    }


def totals(words, posts, month):
    """Views of the whole channel by day."""
    rows = [[day, total(posts, day, day)["views"]] for day in month_days(month)]
    return csv_text.studio([[words.date, words.views]] + rows)


def guarded(video_id):
    """The id as Studio writes it: a space before `-` when no digit follows, against formulas in spreadsheets."""
    return " " + video_id if video_id[0] == "-" and not video_id[1].isdigit() else video_id


def sum_of(posts, month):
    """All counts of the posts in the month."""
    all_days = month_days(month)
    return total(posts, all_days[0], all_days[-1])


def _rows(posts, month):
    """Posts that were seen in the month and their counts, most views first."""
    counted = [(post, _with_audience(post, sum_of([post], month), month)) for post in posts]
    seen = [pair for pair in counted if pair[1]["views"]]
    return sorted(seen, key=lambda pair: (-pair[1]["views"], pair[0].id))


def _with_audience(post, counts, month):
    """Adds people, who are counted once a month and therefore are no sum of days."""
    dice = Dice("audience", post.key, month)
    unique = round(counts["views"] * dice.between(0.66, 0.82))
    returning = round(unique * dice.between(0.3, 0.55))
    regular = round(returning * dice.between(0.15, 0.35))
    counts.update(unique=unique, new=unique - returning, returning=returning, casual=returning - regular,
                  regular=regular, duration=post.duration, is_short=post.kind == "short")
    return counts


def _table(creator, words, rows, month):
    columns = studio_columns.layout(creator.studio, month)
    lines = [list(words.head) + [header for header, _ in columns]]
    lines.append([words.total, "", "", ""] + _cells(_total_row(rows), columns))
    lines += [_head(post) + _cells(counts, columns) for post, counts in rows]
    return csv_text.studio(lines)


def _head(post):
    published = "" if post.key in cast.UNDATED else english_day(post.published_day)
    return [guarded(post.id), post.title, published, post.duration]


def _cells(row, columns):
    return [studio_columns.CELLS[cell](row) for _, cell in columns]


def _total_row(rows):
    """Sums; Studio leaves the audience columns at 0."""
    sums = collections.Counter()
    for _, counts in rows:
        sums.update(counts)
    return collections.Counter({name: number for name, number in sums.items() if name not in NOT_SUMMED})


def _chart(words, rows, month):
    lines = [[words.date, *words.head, words.views]]
    for day in month_days(month):
        lines += [[day, *_head(post), post.days[day]["views"] if day in post.days else 0] for post, _ in rows]
    return csv_text.studio(lines)
