"""Tables beside the exports: the registry of creators, and what a reader of the exports should find."""

from sample_programme import csv_text
from sample_programme.cast import CREATORS
from sample_programme.meta import lifetime
from sample_programme.studio import sum_of
from sample_programme.studio_columns import hours

HEADER = ("code,name,languages,country,oblast,youtube_id,youtube_name,youtube_handle,instagram_id,instagram_name,"
          "consent_what,consent_with,consent_from,consent_until").split(",")
EXPECTED_HEADER = ["creator", "youtube_views", "youtube_watch_hours", "youtube_subscribers_net", "instagram_views"]
EXPECTED_MONTH = (2026, 10)
MONTH_BEFORE = (2026, 9)


def creators_csv():
    """What `minbar creators import` reads."""
    rows = [[each.code, each.name, each.languages, each.country, each.oblast, each.channel_id, each.channel,
             each.handle, each.account_id, each.username, *each.consent] for each in CREATORS]
    return csv_text.plain([HEADER] + rows)


def expected_csv(posts_by_creator):
    """The simulation's own totals of October."""
    return csv_text.plain([EXPECTED_HEADER] + [_expected(code, posts) for code, posts in posts_by_creator.items()])


def _expected(code, posts):
    counts = sum_of([post for post in posts if post.platform == "youtube"], EXPECTED_MONTH)
    gained = sum(lifetime(post, EXPECTED_MONTH)["views"] - lifetime(post, MONTH_BEFORE)["views"]
                 for post in posts if post.platform == "instagram")
    return [code, counts["views"], hours(counts["watch"]), counts["gained"] - counts["lost"], gained]
