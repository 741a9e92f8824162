"""YouTube Studio exports broken down by date and by geography."""

import collections

from sample_programme import csv_text
from sample_programme.calendar_days import month_days
from sample_programme.dice import Dice
from sample_programme.simulation import total
from sample_programme.studio import sum_of, totals
from sample_programme.studio_columns import average_view, clock, hours, percent
from sample_programme.studio_words import words_of

BROKEN_DOWN = ("K01", "R01", "L01")
COUNTRIES = ("KG", "RU", "UZ", "KZ", "TJ", "TR", "US")
HOME_SHARES = {
    "K01": (62, 22, 3, 6, 1, 4, 2), "R01": (38, 31, 9, 14, 3, 3, 2), "L01": (4, 17, 66, 5, 2, 4, 2),
}
CHARTED_COUNTRIES = 4


def date_export(creator, posts, month):
    """The newer variant: a table by day, and a `Totals` file that holds the one total row of the content."""
    words = words_of(creator)
    head = [words.date, words.views, words.hours, words.subscribers, words.view_duration]
    rows = [[words.total] + _daily_cells(sum_of(posts, month))]
    rows += [[day] + _daily_cells(total(posts, day, day)) for day in month_days(month)]
    return {
        words.table_file: csv_text.studio([head] + rows),
        words.totals_file: csv_text.studio(_one_total(words, sum_of(posts, month))),
    }


def _daily_cells(counts):
    return [counts["views"], hours(counts["watch"]), counts["gained"] - counts["lost"], clock(average_view(counts))]


def _one_total(words, counts):
    head = [words.content, words.views, words.hours, words.subscribers, words.impressions, words.ctr]
    return [head, [words.total, counts["views"], hours(counts["watch"]), counts["gained"] - counts["lost"],
                   counts["impressions"], percent(counts["clicks"], counts["impressions"])]]


def geography_export(creator, posts, month):
    """Views and watch time by country."""
    words = words_of(creator)
    by_day = {day: _by_country(creator, total(posts, day, day), day) for day in month_days(month)}
    sums = {country: _sum(split[country] for split in by_day.values()) for country in COUNTRIES}
    order = sorted(COUNTRIES, key=lambda country: -sums[country]["views"])
    head = [words.geography, words.views, words.view_duration, words.hours]
    rows = [[words.total] + _country_cells(sum_of(posts, month))]
    rows += [[country] + _country_cells(sums[country]) for country in order]
    chart = [[day, country, split[country]["views"]] for day, split in by_day.items()
             for country in order[:CHARTED_COUNTRIES]]
    return {
        words.table_file: csv_text.studio([head] + rows),
        words.chart_file: csv_text.studio([[words.date, words.geography, words.views]] + chart),
        words.totals_file: totals(words, posts, month),
    }


def _country_cells(counts):
    return [counts["views"], clock(average_view(counts)), hours(counts["watch"])]


def _sum(parts):
    sums = collections.Counter()
    for part in parts:
        sums.update(part)
    return sums


def _by_country(creator, counts, day):
    """A day's counts split over the countries, nothing lost."""
    dice = Dice("countries", creator.code, day)
    weights = [share * dice.between(0.85, 1.15) for share in HOME_SHARES[creator.code]]
    views = _split(counts["views"], weights)
    watch = _split(counts["watch"], views if sum(views) else weights)
    return {country: collections.Counter(views=views[n], watch=watch[n]) for n, country in enumerate(COUNTRIES)}


def _split(amount, weights):
    """Whole parts in proportion to the weights that add up to the amount (largest remainders)."""
    exact = [amount * weight / sum(weights) for weight in weights]
    parts = [int(part) for part in exact]
    behind = sorted(range(len(parts)), key=lambda n: parts[n] - exact[n])
    for n in behind[: amount - sum(parts)]:
        parts[n] += 1
    return parts
