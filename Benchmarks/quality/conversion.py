"""Uzbek written in its other script, word by word, against texts that people wrote in both."""

import difflib
import re

import measures
import page
import texts

WANTED = 0.997
WAYS = {"uz-Latn": "Cyrillic to Latin", "uz-Cyrl": "Latin to Cyrillic"}
OTHER_MARKS = re.compile(f"[{texts.APOSTROPHES.replace('ʻ', '')}]")

INTRO = """Whole lines through `minbar text convert`, compared word by word with the other column: words of letters
with their apostrophes and hyphens; whichever apostrophe was written is one. **Letters**: capitals do not count; the
goal is judged by this. **With capitals**: they do. Lines whose two columns do not hold equally many words say nothing
and are left out. Sets: documents of UzTransliterator (MIT), whose own spelling is not always the law's and some of
whose exceptions are in `spelling.tsv`, so that this set is not unseen; the Universal Declaration of Human Rights in
both scripts (Unicode's UDHR project)."""


def measure(program, data):
    """The section on Uzbek conversion."""
    section = page.Section("Uzbek in its other script", [INTRO])
    rows = []
    for name, pairs in (("UzTransliterator", _documents(data)), ("UDHR", _declaration(data))):
        kept = [pair for pair in pairs if len(texts.words(pair[0])) == len(texts.words(pair[1]))]
        note = f"{len(kept)} of {len(pairs)}"
        for column, (code, way) in enumerate(WAYS.items()):
            got = program.lines("convert", ["--to", code], [pair[column] for pair in kept])
            right, cased, count = _compare([pair[1 - column] for pair in kept], got)
            interval = measures.wilson(right, count)
            figure = page.with_spread(measures.share(right, count), interval, is_share=True)
            rows.append([f"{name}, {way}", figure, page.percent(measures.share(cased, count)), f"{count:,}", note])
            text = f"{way}, {name}"
            section.goals.append(page.Goal(text, measures.share(right, count), WANTED, count, interval, is_share=True))
    head = ["set", "letters (95 % interval)", "with capitals", "words", "lines"]
    section.blocks.append(page.table(head, rows))
    return section


def _documents(data):
    """(Cyrillic, Latin) lines without soft hyphens."""
    lines = (data / "uz-pairs/pairs.tsv").read_text(encoding="utf-8").replace("\u00ad", "").splitlines()[1:]
    return [pair for pair in (line.split("\t") for line in lines) if len(pair) == 2]


def _declaration(data):
    columns = (texts.read_lines(data / f"udhr/{code}.txt") for code in ("uz-Cyrl", "uz-Latn"))
    return list(zip(*columns, strict=True))


def _compare(expected, got):
    """Words right by letters, words right with their capitals, and words."""
    right = cased = count = 0
    for want_line, got_line in zip(expected, got, strict=True):
        want, have = (list(map(_plain, texts.words(line))) for line in (want_line, got_line))
        count += len(want)
        cased += _equal(want, have)
        right += _equal([word.lower() for word in want], [word.lower() for word in have])
    return right, cased, count


def _equal(want, have):
    """Words that are equal, place by place; where words were split or joined, those of the longest common runs."""
    if len(want) == len(have):
        return sum(map(str.__eq__, want, have))
    return sum(block.size for block in difflib.SequenceMatcher(None, want, have, autojunk=False).get_matching_blocks())


def _plain(word):
    """One mark behind o and g, one elsewhere, none at the end of a word but behind o and g; one hyphen."""
    word = re.sub(rf"(?<=[ogOG]){texts.MARK}", "ʻ", word)
    return OTHER_MARKS.sub("ʼ", word).rstrip("ʼ").replace("‐", "-")
