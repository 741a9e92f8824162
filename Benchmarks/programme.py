"""Measurements at the size of a whole programme: dashboards over ten million comments, one more month of them, hostile texts.

The functions are called by measure.py; each gives sides, verdicts and inputs as its neighbours there do.
"""

import shutil
import subprocess
import sys

import generate_programme
import measure

# Repetitions that would cost a careless reader the square of their number; the last ones meet an entry at every word.
HOSTILE = {
    "combining marks": "\u0316\u0301", "one word": "аб", "letters and dots": "a.", "apostrophes": "o'", "hyphens": "а-",
    "joined emoji": "👩\u200d", "links": "http://", "mail": "a@b.", "zero width": "а\u200b", "Han": "汉字",
    "suffixes": "лар", "stems without spaces": "китеп", "quotes": "«а» ", "negations": "эмес ", "words of a theme": "кыз окуу ",
}  # fmt: skip
MONTHS = 12


def measure_dashboards(bench):
    """The team's dashboard of each of twelve months over a hundred creators, and the sums behind it by plain SQL."""
    home = _programme(bench, "programme", [])
    database = home / "minbar.db"
    ours = measure.Side("minbar report month, 100 creators", 1, "dashboards/s")
    index = generate_programme.LAST.year * 12 + generate_programme.LAST.month - 1
    for number in range(MONTHS):
        month = f"{(index - number) // 12}-{(index - number) % 12 + 1:02d}"
        measure.progress("dashboards", number)
        ours.runs.append(bench.timed([bench.minbar, "report", "month", month], home=home))
    span = f"month BETWEEN {index - MONTHS + 1} AND {index}"
    by_post = measure.Side("sqlite3, comments of the months from tallies of posts", 1, "sums/s")
    by_row = measure.Side("sqlite3, the same from the comments themselves", 1, "sums/s")
    for side, sql, runs in ((by_post, _SUMS_BY_POST, 3), (by_row, _SUMS_BY_ROW, 1)):
        for _ in range(runs):
            side.runs.append(bench.timed(["sqlite3", "-readonly", database], script=sql.format(span=span)))
    return [ours, by_post, by_row], [
        measure.Verdict("time of a dashboard", ours.seconds, 2, True, " s"),
        measure.Verdict("processor time of a dashboard", ours.cpu, unit=" s"),
        measure.Verdict("peak memory of a dashboard", ours.peak_mb, 300, True, " MB"),
        measure.Verdict("processor time of a dashboard / of the sums from tallies of posts", ours.cpu / by_post.cpu),
        measure.Verdict("processor time of a dashboard / of the sums from the comments", ours.cpu / by_row.cpu),
    ], [database]  # fmt: skip


_SUMS_BY_POST = """SELECT account, month, language, c.kind, label, sum(comments), max(commenters) FROM comment_rollup c
  JOIN post ON post.id = c.post WHERE {span} GROUP BY 1, 2, 3, 4, 5;
"""
_SUMS_BY_ROW = """SELECT account, strftime('%Y', s.published_at, 'unixepoch') * 12 + strftime('%m', s.published_at, 'unixepoch')
    - 1 AS month, language, sentiment, response, count(*), count(DISTINCT author)
  FROM comment_sighting s JOIN comment_reading r ON r.post = s.post AND r.identity = s.identity
  JOIN post ON post.id = s.post GROUP BY 1, 2, 3, 4, 5 HAVING {span};
"""


def measure_update(bench):
    """Ten thousand new comments under posts of all creators, taken in and read, after two years and after one month."""
    homes = [_programme(bench, "programme", []), _programme(bench, "programme-month", ["--months", "1"])]
    names = ("two years, 10,000,000 comments", "one month, 416,000 comments")
    sides = [measure.Side(f"ingest and analyse after {name}", 10_000, "rows/s") for name in names]
    for number in range(bench.runs or 3):
        measure.progress("update", number)
        for side, archive in zip(sides, homes):
            home = bench.work / "update"
            shutil.rmtree(home, ignore_errors=True)
            shutil.copytree(archive, home)
            taken = bench.timed([bench.minbar, "ingest", home / "month.csv"], home=home, allowed=(0, 1))
            read = bench.timed([bench.minbar, "analyse"], home=home)
            side.runs.append(
                measure.Run(taken.seconds + read.seconds, taken.cpu + read.cpu, max(taken.peak_mb, read.peak_mb), ""))
    return sides, [
        measure.Verdict("processor time after two years / after one month", sides[0].cpu / sides[1].cpu, 1.2, True),
        measure.Verdict("the same on the wall clock", sides[0].seconds / sides[1].seconds),
    ], [homes[0] / "month.csv"]  # fmt: skip


def measure_hostile(bench):
    """A megabyte of each hostile text through `minbar text tag`, less what the program takes without any text."""
    home, path = bench.work / "none", bench.work / "hostile.txt"
    start = min(bench.timed([bench.minbar, "text", "tag"], home=home, cores="0").cpu for _ in range(3))
    sides = []
    for name, unit in HOSTILE.items():
        encoded = unit.encode()
        path.write_bytes(encoded * (1_000_000 // len(encoded)) + b"\n")
        side = measure.Side(f"1 MB of {name}", 1, "MB/s")
        for _ in range(bench.runs or 3):
            side.runs.append(bench.timed([bench.minbar, "text", "tag"], home=home, cores="0", source=path))
        sides.append(side)
    return sides, [
        measure.Verdict("processor time of the slowest without the start", max(side.cpu for side in sides) - start, 1, True, " s"),
        measure.Verdict("processor time of the start (compiling the lexicon)", start, unit=" s"),
    ], [path]  # fmt: skip


def _programme(bench, name, options):
    """The generated archive of that name, made where it is not there yet; its keys are shared with the bench."""
    home = bench.inputs / name
    if not home.exists():
        part = bench.inputs / (name + ".part")
        shutil.rmtree(part, ignore_errors=True)
        command = [sys.executable, generate_programme.__file__, "--home", part, "--keys", bench.inputs / (name + ".keys")]
        subprocess.run([*map(str, command), "--minbar", bench.minbar, *options], check=True)
        part.rename(home)
    shutil.rmtree(bench.work / "keys", ignore_errors=True)
    shutil.copytree(bench.inputs / (name + ".keys"), bench.work / "keys")
    return home
