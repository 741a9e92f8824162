#!/usr/bin/env python3
"""Writes five made-up years of a channel and an Instagram account, a folder a month, the same for the same seed.

    Benchmarks/generate_years.py --output FOLDER [--months 61]

Each month holds what staff would hand in at its end: a Studio content table of the month (every video so far), a Meta content
export with lifetime numbers of every post so far, a daily series of reach, and new comments. The last month is the one that a
measurement adds; all others are history.
"""

import argparse
import csv
import datetime
import pathlib
import random

import made_up
import text_model

INSTAGRAM = ("17841400000000001", "made.up.account", "Made-up account")
REGISTRY = f"""code,name,languages,country,youtube_id,youtube_name,instagram_id,instagram_name,consent_what,consent_with,\
consent_from,consent_until
{made_up.CREATOR},Made-up Person,ky ru uz-Latn uz-Cyrl,KG,{made_up.CHANNEL},Made-up channel,{INSTAGRAM[0]},{INSTAGRAM[1]},\
figures themes talks,team,2020-01-01,2030-12-31
"""
STUDIO = (
    "Content,Video title,Video publish time,Duration,Likes,Shares,Comments added,Views,Watch time (hours),Subscribers,"
    "Average view duration,Impressions,Impressions click-through rate (%)"
).split(",")
META = (
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,"
    "Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves"
).split(",")
POSTS_A_MONTH = 6


class Years:
    """Posts that keep growing, month by month."""

    def __init__(self, months, comments, seed):
        self.rng = random.Random(seed)
        self.texts = text_model.TextModel(seed)
        self.people = made_up.People(5_000, seed)
        self.comments = comments
        last = datetime.date(2026, 10, 1)
        index = last.year * 12 + last.month - 1
        self.months = [datetime.date(at // 12, at % 12 + 1, 1) for at in range(index - months + 1, index + 1)]
        self.videos, self.posts = [], []

    def write(self, folder):
        """One folder a month."""
        for month in self.months:
            last = (month + datetime.timedelta(days=32)).replace(day=1) - datetime.timedelta(days=1)
            place = pathlib.Path(folder) / month.strftime("%Y-%m")
            self._publish(month, last)
            self._studio(place / f"Content {month}_{last} Made-up channel", month)
            self._meta(place / f"{self.posts[0]['day']:%b-%d-%Y}_{last:%b-%d-%Y}_100000000000001.csv")
            self._daily(place / f"Instagram {INSTAGRAM[1]}", month, last)
            self._comments(place / "comments.csv", month)

    def _publish(self, month, last):
        for number in range(POSTS_A_MONTH):
            day = month + datetime.timedelta(days=number * last.day // POSTS_A_MONTH)
            title = self.texts.comment(self.texts.language())[1].replace("\n", " ")[:80]
            self.videos.append({"id": made_up.video_id(self.rng), "day": day, "title": title})
            number = 17_900_000_000_000_000 + len(self.posts) * 7_919
            self.posts.append({"id": str(number), "day": day, "title": title, "views": 0, "reach": 0, "likes": 0})

    def _studio(self, folder, month):
        rows = []
        for video in self.videos:
            views = int(20_000 * self.rng.random() / (1 + (month - video["day"]).days / 30 if month > video["day"] else 1))
            hours = round(views * 0.04, 4)
            rows.append([
                video["id"], video["title"], video["day"].strftime("%b %d, %Y").replace(" 0", " "), 300, views // 20,
                views // 90, views // 200, views, hours, views // 400, "0:02:24", views * 8, 4.2])  # fmt: skip
        total = ["Total", "", "", ""] + [sum(row[at] for row in rows) for at in range(4, 10)] + ["0:02:24", "", 4.2]
        self._table(folder / "Table data.csv", STUDIO, [total, *rows])

    def _meta(self, path):
        rows = []
        for post in self.posts:
            step = int(4_000 * self.rng.random())
            post["views"] += step
            post["reach"] += step // 2
            post["likes"] += step // 15
            rows.append([
                post["id"], *INSTAGRAM, post["title"], 60, post["day"].strftime("%m/%d/%Y 10:00"),
                f"https://www.instagram.com/reel/C{post['id'][-9:]}x/", "IG reel", "", "Lifetime", post["views"],
                post["reach"], post["likes"], step // 50, 1, step // 80, step // 70])  # fmt: skip
        self._table(path, META, rows)

    def _daily(self, folder, month, last):
        days = [month + datetime.timedelta(days=number) for number in range((last - month).days + 1)]
        lines = ['sep=,', '"Instagram reach"', '"Date","Primary"']
        lines += [f'"{day}T00:00:00","{self.rng.randint(100, 5000)}"' for day in days]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "Reach.csv").write_bytes(("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-16-le"))

    def _comments(self, path, month):
        rows = []
        for _ in range(self.comments):
            video = self.rng.choice(self.videos[-3 * POSTS_A_MONTH :])
            author = self.rng.randrange(len(self.people.names))
            at = datetime.datetime.combine(month, datetime.time()) + datetime.timedelta(
                seconds=self.rng.randrange(27 * 86_400))
            text = self.texts.comment(self.texts.language())[1]
            rows.append([
                video["id"], made_up.comment_id(self.rng), self.people.names[author], self.people.channels[author],
                at.strftime("%Y-%m-%dT%H:%M:%SZ"), made_up.likes(self.rng), text])  # fmt: skip
        self._table(path, ["video_id", "comment_id", "author", "author_channel_id", "date", "likes", "comment"], rows)

    @staticmethod
    def _table(path, header, rows):
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(header)
            writer.writerows(rows)


def main():
    """Reads the options and writes the months."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--output", required=True)
    parser.add_argument("--months", type=int, default=61)
    parser.add_argument("--comments", type=int, default=3_000, help="new comments a month")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    Years(options.months, options.comments, options.seed).write(options.output)


if __name__ == "__main__":
    main()
