#!/usr/bin/env python3
"""Fills an archive with made-up posts and measures the search over them.

    Benchmarks/search.py --home FOLDER --keys FOLDER --minbar PROGRAM [--posts 50000]

Posts come through the usual way: a table of videos, `minbar ingest`, `minbar analyse`. Their texts are drawn from the running
text of text_model.py, so that new words never stop coming. Prints the time of ingest and analysis, the size of the archive
and of the search in it, and the time of each question as a whole command.
"""

import argparse
import csv
import os
import pathlib
import random
import sqlite3
import subprocess
import time

import text_model

CHANNEL = "UCMinbarSampleK010aZK6K6"
QUESTIONS = ["билим", "кыз окуу", '"кыздардын окуусу"', "бол", "бол -кыз", "qizlar", "школа", "эмес жана"]


def sentences(size):
    """Sentences of running text in all four varieties, mixed."""
    model = text_model.TextModel(1)
    pool = []
    for _, talk, _ in model.posts(size):
        for paragraph in talk:
            pool += [part for part in text_model.SENTENCE_END.split(paragraph.replace("\n", " ")) if part]
    random.Random(7).shuffle(pool)
    return pool


def write_table(path, count, size):
    """A table of videos as YouTube Data Tools writes one."""
    pool, chance = sentences(size), random.Random(3)
    head = ["position", "channelId", "channelTitle", "videoId", "publishedAt", "videoTitle", "videoDescription", "viewCount"]
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(head)
        for number in range(count):
            day = 1 + number % 28
            text = " ".join(chance.choice(pool) for _ in range(6))
            table.writerow([
                number + 1, CHANNEL, "Sample", f"B{number:010d}",
                f"20{20 + number % 7}-{1 + number // 7 % 9:02d}-{day:02d}T10:00:00Z", chance.choice(pool)[:90], text, number])


def run(options, *words):
    environment = dict(os.environ, MINBAR_HOME=options.home, MINBAR_KEYS=options.keys, MINBAR_NOW="1793858400")
    begun = time.time()
    done = subprocess.run([options.minbar, *words], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr[-500:]
    return time.time() - begun, done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", required=True)
    parser.add_argument("--keys", required=True)
    parser.add_argument("--minbar", required=True)
    parser.add_argument("--posts", type=int, default=50_000)
    parser.add_argument("--text", type=int, default=6_000_000, help="bytes of running text that sentences are drawn from")
    options = parser.parse_args()
    run(options, "init")
    run(options, "creators", "import", "Samples/creators.csv")
    table = pathlib.Path(options.home) / "videolist_channel1.csv"
    write_table(table, options.posts, options.text)
    print(f"{options.posts} posts, {table.stat().st_size / 1e6:.0f} MB of table")
    print(f"ingest {run(options, 'ingest', str(table))[0]:.1f} s")
    print(f"analyse {run(options, 'analyse')[0]:.1f} s; once more {run(options, 'analyse')[0]:.1f} s")
    measure(options)


def measure(options):
    database = sqlite3.connect(f"file:{options.home}/minbar.db?mode=ro", uri=True)
    size = dict(database.execute(
        "SELECT CASE WHEN name LIKE 'talk_search%' THEN 'search' WHEN name LIKE '%talk_index%' THEN 'places' ELSE 'rest' END,"
        " sum(pgsize) FROM dbstat GROUP BY 1")) if has_dbstat(database) else {}
    print("bytes:", {name: f"{count / 1e6:.1f} MB" for name, count in size.items()},
          f"file {os.path.getsize(options.home + '/minbar.db') / 1e6:.0f} MB")
    for question in QUESTIONS:
        seconds, output = run(options, "search", question)
        count = [line for line in output.splitlines() if "talks fit" in line]
        print(f"{question}: {count[0].split(' talks')[0] if count else '-'} talks, whole command {seconds * 1000:.0f} ms")


def has_dbstat(database):
    try:
        database.execute("SELECT 1 FROM dbstat LIMIT 1").fetchall()
        return True
    except sqlite3.OperationalError:
        return False


if __name__ == "__main__":
    main()
