#!/usr/bin/env python3
"""Fills an archive with a made-up programme of a hundred creators and ten million comments, the same for the same numbers.

    Benchmarks/generate_programme.py --home FOLDER --keys FOLDER --minbar PROGRAM [--months 24]

Minbar makes the archive and takes the creators in; posts, numbers, comments (marks without words, as they are once their texts
have expired) and readings go straight into its tables, since ten million rows through files would take the most of an hour.
Rollups are then worked out by Minbar itself (`minbar retention run --recount`). Everything follows from running numbers and a
multiplicative hash, so no seed is needed. Beside the archive it leaves `month.csv`: new comments under the last month's posts.
"""

import argparse
import csv
import datetime
import json
import os
import pathlib
import random
import sqlite3
import subprocess
import sys

import made_up
import text_model

LAST = datetime.date(2026, 10, 1)
MONTHS_WITH_NUMBERS = 6
COUNTRIES = ["KG", "UZ", "KZ", "TJ"]
EPOCH = datetime.date(1970, 1, 1)
# What the hash of a number decides; Knuth's multiplier keeps neighbours apart.
HASH = "((({0}) * 2654435761 + 12345) % 4294967296)"


# How many words all talks have together, and how many are drawn for one.
WORDS, WORDS_OF_A_TALK = 50_000, 800


def stable_hash(text):
    """FNV-1a, eight bytes, as Minbar keeps a stem."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value.to_bytes(8, "little")


def month_first(back):
    """The first day of the month that many months before the last one."""
    index = LAST.year * 12 + LAST.month - 1 - back
    return datetime.date(index // 12, index % 12 + 1, 1)


class Programme:
    """An archive that Minbar made, and how much goes into it."""

    def __init__(self, options):
        self.options = options
        self.environment = dict(os.environ, MINBAR_HOME=options.home, MINBAR_KEYS=options.keys)
        pathlib.Path(options.home).mkdir(parents=True, exist_ok=True)

    def minbar(self, *words, allowed=(0,)):
        """Runs Minbar on the archive; its output."""
        done = subprocess.run([self.options.minbar, *words], env=self.environment, capture_output=True, text=True)
        if done.returncode not in allowed:
            sys.exit(f"minbar {' '.join(words)}: {done.stderr[-500:]}")
        return done.stdout

    def fill(self):
        """Makes the archive, fills its tables and has Minbar work out the rollups."""
        self.minbar("init")
        registry = pathlib.Path(self.options.home) / "creators.csv"
        registry.write_text(self.registry(), encoding="utf-8")
        self.minbar("creators", "import", str(registry))
        registry.unlink()
        fingerprint = json.loads(self.minbar("analyse", "--format", "json"))["fingerprint"]
        self.db = sqlite3.connect(pathlib.Path(self.options.home) / "minbar.db", isolation_level=None)
        for setting in ("synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY", "foreign_keys = OFF"):
            self.db.execute(f"PRAGMA {setting}")
        self.db.execute("BEGIN")
        self.db.execute("INSERT OR IGNORE INTO reader (fingerprint) VALUES (?)", [fingerprint])
        (self.reader,) = self.db.execute("SELECT id FROM reader WHERE fingerprint = ?", [fingerprint]).fetchone()
        for step in (self.months, self.files, self.posts, self.numbers, self.audience, self.talks, self.words, self.comments):
            step()
        # Minbar seals all rows when it opens the archive next, as after a change of its schema.
        self.db.execute("DELETE FROM seal_due")
        self.db.execute("INSERT INTO setting (name, value) VALUES ('seals.renew', '')")
        self.db.execute("COMMIT")
        self.news()
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.db.close()
        self.minbar("retention", "run", "--recount")

    def news(self):
        """Ten thousand comments that the archive does not know, under posts of the last month."""
        texts, rng = text_model.TextModel(1), random.Random(1)
        posts = [row[0] for row in self.db.execute("""
            SELECT external_id FROM post JOIN made ON made.id = post.id WHERE back = 0 AND platform = 'youtube'
            ORDER BY post.id""")]  # fmt: skip
        with open(pathlib.Path(self.options.home) / "month.csv", "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["video_id", "comment_id", "author", "author_channel_id", "date", "likes", "comment"])
            for number in range(10_000):
                text = texts.comment(texts.language())[1]
                writer.writerow([
                    posts[number % len(posts)], made_up.comment_id(rng), f"person-{number % 3_000}",
                    f"UCmadeUpPerson{number % 3_000:010d}", f"2026-10-{number % 28 + 1:02d}T10:00:00Z", number % 9, text])  # fmt: skip

    def registry(self):
        """The creators as a table to import."""
        lines = [
            "code,name,languages,country,youtube_id,youtube_name,instagram_id,instagram_name,consent_what,consent_with,"
            "consent_from,consent_until"
        ]
        for number in range(self.options.creators):
            lines.append(
                f"P{number:03d},Made-up Person {number},ky ru,{COUNTRIES[number % 4]},UCmadeUpChannel{number:09d},"
                f"Made-up channel {number},178414000{number:08d},made.up.{number},figures themes talks,team,"
                "2020-01-01,2030-12-31")  # fmt: skip
        return "\n".join(lines) + "\n"

    def months(self):
        """Months by how far back they lie, with their days and their number in tables."""
        self.db.execute("CREATE TEMP TABLE span (back INTEGER PRIMARY KEY, number INTEGER, first INTEGER, last INTEGER)")
        for back in range(-1, self.options.months):
            first, after = month_first(back), month_first(back - 1)
            self.db.execute(
                "INSERT INTO span VALUES (?, ?, ?, ?)",
                [back, first.year * 12 + first.month - 1, (first - EPOCH).days, (after - EPOCH).days - 1])  # fmt: skip

    def files(self):
        """A file with numbers and one with comments a month and account, all received now, so that nothing has expired."""
        self.db.execute("""
            CREATE TEMP TABLE file AS SELECT row_number() OVER () AS id, account.id AS account, back, kind
            FROM span CROSS JOIN account CROSS JOIN (SELECT 'numbers' AS kind UNION ALL SELECT 'comments')
            WHERE back >= 0 ORDER BY back DESC, account.id, kind""")
        self.db.execute("CREATE UNIQUE INDEX temp.file_by_month ON file (account, back, kind)")
        self.db.execute("""
            INSERT INTO import (id, sha256, bytes, name_sealed, received_at, received_by)
            SELECT id, CAST(printf('%032d', id) AS BLOB), 1000, x'00', unixepoch(), 'bench' FROM file""")
        self.db.execute("""
            INSERT INTO source_file (id, import, ordinal, name_sealed, format, encoding, dialect, scope, from_day,
              through_day, account, accepted)
            SELECT id, id, 0, x'00', kind, 'UTF-8', 'comma', 'period', first, last, account, 100
            FROM file JOIN span USING (back)""")

    def posts(self):
        """Posts spread evenly over accounts and months."""
        accounts = 2 * self.options.creators
        self.db.execute(f"""
            CREATE TEMP TABLE made AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n
              WHERE i + 1 < {self.options.posts}),
            owner AS MATERIALIZED (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM account)
            SELECT i + 1 AS id, {HASH.format("i")} AS chance, i / {accounts} % {self.options.months} AS back, owner.id AS account
            FROM n JOIN owner ON place = i % {accounts} ORDER BY i""")
        self.db.execute("""
            INSERT INTO post (id, account, platform, external_id, kind, title, published_at, published_precision,
              duration_seconds)
            SELECT made.id, account, platform, printf('made-up-%08d', made.id), 'video', 'Made-up talk ' || made.id,
              first * 86400 + chance % 2400000, 'second', 300 + chance % 900
            FROM made JOIN account ON account.id = account JOIN span USING (back)""")

    def numbers(self):
        """What exports state of each post in the months after its publication, and of each account."""
        metrics = "(SELECT 'views' AS metric, 1 AS size UNION ALL SELECT 'likes', 20 UNION ALL SELECT 'comments', 200 "
        metrics += "UNION ALL SELECT 'shares', 90 UNION ALL SELECT 'watch_hours', 25)"
        self.db.execute(f"""
            INSERT INTO observation (source_file, row, metric, dimensions, account, post, scope, from_day, through_day, as_of,
              value)
            SELECT file.id, made.id, metric, '', made.account, made.id, 'period', first, last, last,
              {HASH.format("made.id * 31 + span.back")} % 20000 / size
            FROM made JOIN span ON span.back BETWEEN max(0, made.back - {MONTHS_WITH_NUMBERS - 1}) AND made.back
            JOIN file ON file.account = made.account AND file.back = span.back AND kind = 'numbers' CROSS JOIN {metrics}""")
        self.db.execute(f"""
            INSERT INTO observation (source_file, row, metric, dimensions, account, post, scope, from_day, through_day, as_of,
              value)
            SELECT file.id, 0, metric, '', account, NULL, 'period', first, last, last,
              {HASH.format("file.id")} % 200000 / size
            FROM file JOIN span USING (back) CROSS JOIN {metrics} WHERE kind = 'numbers'""")

    def audience(self):
        """Whom each account reached in each month, by age and sex and by country."""
        self.db.execute(f"""
            INSERT INTO observation (source_file, row, metric, dimensions, account, post, scope, from_day, through_day, as_of,
              value)
            WITH part (dimensions) AS (
              SELECT 'age=' || a.value || ';gender=' || g.value
              FROM json_each('["13-17","18-24","25-34","35-44","45-54","55-64","65-"]') a, json_each('["female","male"]') g
              UNION ALL SELECT 'country=' || value FROM json_each('["KG","UZ","KZ","TJ","RU","TR","DE"]'))
            SELECT file.id, 0, 'views_percent', dimensions, account, NULL, 'period', first, last, last,
              {HASH.format("file.id * 31 + length(dimensions)")} % 20
            FROM file JOIN span USING (back) CROSS JOIN part WHERE kind = 'numbers'""")

    def words(self):
        """Some five hundred words of each talk that has a text, frequent ones in most talks and rare ones in few."""
        rng, names = random.Random(2), [f"stem{number}" for number in range(WORDS)]
        hashes = [stable_hash(name) for name in names]
        rows = []
        for (post,) in self.db.execute("SELECT post FROM talk_reading WHERE part = 'transcript' ORDER BY post").fetchall():
            said = sorted({int(WORDS ** rng.random()) for _ in range(WORDS_OF_A_TALK)})
            stems = b"".join(hashes[word] for word in said)
            words = b"".join(names[word].encode() + b"\0\0" + bytes((1 + word % 3, place % 100, 6)) for place, word in enumerate(said))
            rows.append((post, "transcript", stems, words))
        self.db.executemany("INSERT INTO talk_words (post, part, stems, words) VALUES (?, ?, ?, ?)", rows)

    def talks(self):
        """Two posts of five have a text in which thirty sentences show a theme."""
        read = "made WHERE chance % 5 < 2"
        self.db.execute(f"""
            INSERT INTO transcript (post, source_file, source, stated_language)
            SELECT made.id, (SELECT id FROM file WHERE account = made.account AND file.back = made.back
              AND kind = 'numbers'), 'human', 'ky' FROM {read}""")
        self.db.execute(f"""
            INSERT INTO talk_reading (post, part, reader, text_hash, language, confidence, sentences, seconds)
            SELECT id, 'transcript', {self.reader}, id, iif(chance % 2, 'ky', 'ru'), 0.9, 120, 600 FROM {read}""")
        self.db.execute(f"""
            INSERT INTO talk_language (post, part, language, sentences, seconds)
            SELECT id, 'transcript', iif(chance % 2, 'ky', 'ru'), 120, 600 FROM {read}""")
        themes = "(SELECT value AS theme, key FROM json_each('[\"tolerance\",\"peace\",\"education\",\"girls-education\"]'))"
        self.db.execute(f"""
            INSERT INTO talk_finding (post, part, ordinal, theme, stance, entry, language, sentence_start, sentence_end,
              span_start, span_end, seconds)
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 29)
            SELECT id, 'transcript', i, (SELECT theme FROM {themes} WHERE key = (chance + i / 3) % 4),
              iif((chance + i) % 10, 'promotes', 'mentions'), 'made-up', iif(chance % 2, 'ky', 'ru'), i * 50, i * 50 + 40,
              i * 50, i * 50 + 10, 5 FROM made CROSS JOIN n WHERE chance % 5 < 2""")

    def comments(self):
        """Comments over three months from publication, in files of their months, all read."""
        each = self.options.comments // self.options.posts
        self.db.execute(f"""
            CREATE TEMP TABLE share AS SELECT made.id AS post, chance, span.back, file.id AS file, first, last,
              {each} / (min(made.back, 2) + 1) AS count, row_number() OVER (PARTITION BY made.id ORDER BY span.back) AS part
            FROM made JOIN span ON span.back BETWEEN max(0, made.back - 2) AND made.back
            JOIN file ON file.account = made.account AND file.back = span.back AND kind = 'comments' ORDER BY made.id""")
        self.db.execute("INSERT INTO comment_batch (source_file, post, count) SELECT file, post, count FROM share")
        # Sorted as the tables are, so that they grow at their end.
        self.db.execute(f"""
            CREATE TEMP VIEW written AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {each})
            SELECT post, CAST(printf('%05d%011d', part * 1000 + i, post) AS BLOB) AS identity, file, i,
              {HASH.format("post * 1000 + part * 331 + i")} AS luck, first, last
            FROM share CROSS JOIN n WHERE i < count""")
        self.db.execute("""
            INSERT INTO comment_sighting (post, identity, source_file, row, author, flags, text_mark, published_at,
              published_precision, likes, block, slot)
            SELECT post, identity, file, i + 2, CAST(printf('%016d', luck % 300000) AS BLOB), 4, luck,
              first * 86400 + luck % 2400000, 'second', luck % 7, -1, 0
            FROM written ORDER BY post, identity""")
        self.db.execute(f"""
            INSERT INTO comment_reading (post, identity, reader, text_mark, language, confidence, sentiment, response, alerts)
            SELECT post, identity, {self.reader}, text_mark,
              CASE text_mark % 10 WHEN 0 THEN 'uz-Latn' WHEN 1 THEN 'und' WHEN 2 THEN 'ru' WHEN 3 THEN 'ru' ELSE 'ky' END, 0.8,
              CASE text_mark / 16 % 5 WHEN 0 THEN 'positive' WHEN 1 THEN 'negative' WHEN 2 THEN 'mixed' ELSE 'neutral' END,
              CASE text_mark / 64 % 9 WHEN 0 THEN 'testimony' WHEN 1 THEN 'hostile' WHEN 2 THEN 'question'
                WHEN 3 THEN 'supportive' WHEN 4 THEN 'formula' ELSE 'other' END,
              iif(text_mark / 512 % 500, '', 'hate')
            FROM comment_sighting ORDER BY post, identity""")


def main():
    """Reads the options and fills the archive."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--home", required=True)
    parser.add_argument("--keys", required=True)
    parser.add_argument("--minbar", required=True)
    parser.add_argument("--creators", type=int, default=100)
    parser.add_argument("--months", type=int, default=24)
    parser.add_argument("--posts", type=int, help="default: 50,000 in 24 months")
    parser.add_argument("--comments", type=int, help="default: 200 a post")
    options = parser.parse_args()
    options.posts = options.posts or 50_000 * options.months // 24
    options.comments = options.comments or 200 * options.posts
    Programme(options).fill()


if __name__ == "__main__":
    main()
