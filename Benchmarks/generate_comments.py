#!/usr/bin/env python3
"""Writes a large made-up export of comments: by default 1,000,000 rows, about 200 MB, the same for the same seed.

    Benchmarks/generate_comments.py --output comments.csv
    Benchmarks/generate_comments.py --rows 10000 --jsonl FOLDER

The CSV has one row a comment: 2,000 videos of one channel, few with many comments, in the order in which an exporting tool
fetches them (video by video, newest video first), with a part of the comments fetched later and standing at the end. 300,000
people wrote them. Texts come from text_model.py; some hold quotes, commas, line ends, mentions and links. `--jsonl` writes the
same comments as youtube-comment-downloader does, a file for each video.
"""

import argparse
import csv
import json
import pathlib
import random

import made_up
import text_model

COLUMNS = ["video_id", "comment_id", "author", "author_channel_id", "date", "likes", "comment"]
LATE_SHARE = 0.05


class Comments:
    """A stream of made-up comments."""

    def __init__(self, rows, videos, authors, seed):
        self.rng = random.Random(seed)
        self.texts = text_model.TextModel(seed)
        self.people = made_up.People(authors, seed)
        self.crowd = made_up.Crowd(self.rng, authors, rows)
        self.videos = [(made_up.video_id(self.rng), self.texts.language()) for _ in range(videos)]
        self.sizes = made_up.sizes(self.rng, rows, videos)
        self.number = 0

    def rows(self):
        """Yields one row a comment: the first visit to every video, then what a second visit found."""
        late = [int(size * LATE_SHARE) for size in self.sizes]
        for visit in ([size - rest for size, rest in zip(self.sizes, late)], late):
            for video, count in enumerate(visit):
                for _ in range(count):
                    yield self._row(video)

    def _row(self, video):
        rng = self.rng
        video_id, language = self.videos[video]
        author = self.crowd[self.number]
        self.number += 1
        name, channel = self.people.names[author], self.people.channels[author]
        if rng.random() < 0.01:
            name, channel = "Made-up channel", made_up.CHANNEL
        date = made_up.published(rng, video, len(self.videos)).strftime("%Y-%m-%dT%H:%M:%SZ")
        text = self._decorated(self.texts.comment(language)[1])
        return [video_id, made_up.comment_id(rng), name, channel, date, made_up.likes(rng), text]

    def _decorated(self, text):
        """Adds what makes parsers and scrubbers work: line ends, quotes, mentions, links, times, numbers."""
        choice = self.rng.random()
        if choice < 0.05:
            return text.replace(". ", ".\n").replace(", ", ",\n", 1)
        if choice < 0.08:
            return f'"{text}"'
        if choice < 0.14:
            return f"{self.people.names[int(len(self.people.names) * self.rng.random())]} {text}"
        if choice < 0.155:
            return f"{text} https://youtu.be/{made_up.video_id(self.rng)}"
        if choice < 0.165:
            return f"{self.rng.randint(0, 59)}:{self.rng.randint(0, 59):02d} {text}"
        if choice < 0.168:
            return f"{text} +996 555 {self.rng.randint(100, 999)} {self.rng.randint(100, 999)}"
        return text


def write_csv(comments, path):
    """One file with all comments, UTF-8, commas, quotes where needed."""
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(comments.rows())


def downloader_record(row):
    """A row in the words of youtube-comment-downloader."""
    _, cid, author, channel, date, votes, text = row
    return {
        "cid": cid, "text": text, "time": "2 months ago", "author": author, "channel": channel, "votes": str(votes),
        "replies": "", "photo": f"https://yt3.ggpht.com/{channel}=s176-c-k-c0x00ffffff-no-rj", "heart": False,
        "reply": False, "time_parsed": made_up.unix_time(date),
    }  # fmt: skip


def write_jsonl(comments, folder):
    """One file for each video, named after it; a second visit appends."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.jsonl"):
        old.unlink()
    out, name = None, None
    for row in comments.rows():
        if row[0] != name:
            if out:
                out.close()
            name = row[0]
            out = open(folder / f"comments [{name}].jsonl", "a", encoding="utf-8")
        out.write(json.dumps(downloader_record(row), ensure_ascii=False) + "\n")
    if out:
        out.close()


def main():
    """Reads the options and writes what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--videos", type=int, default=2_000)
    parser.add_argument("--authors", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", help="the CSV to write")
    parser.add_argument("--jsonl", help="a folder for JSONL files")
    options = parser.parse_args()
    if not options.output and not options.jsonl:
        parser.error("say --output FILE or --jsonl FOLDER")
    sizes = (options.rows, min(options.videos, options.rows), min(options.authors, options.rows), options.seed)
    if options.output:
        write_csv(Comments(*sizes), options.output)
    if options.jsonl:
        write_jsonl(Comments(*sizes), options.jsonl)


if __name__ == "__main__":
    main()
