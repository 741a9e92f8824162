"""Where sentences end: in edited text, and in captions without capitals and punctuation."""

import pathlib
import re

import measures
import page
import texts

JOINED = 8
APOSTROPHE = "['‘’ʻʼ]"
EDITED = {"ky": 0.997, "ru": 0.98, "uz-Latn": 0.997}
CAPTIONS = ("ky", "ru", "uz-Latn", "uz-Cyrl")
WANTED_CAPTIONS = 0.70
ENDS = tuple('.!?…"»”)')
INNER = pathlib.Path(__file__).with_name("inner_bounds.tsv")

INTRO = f"""Sentences of the held-out half of SIB-200, {JOINED} joined by a space; F1 over the bounds between them.
Lines of the set that hold several sentences were divided by hand (`Benchmarks/quality/inner_bounds.tsv` says where).
**Edited**: as they are, without lines that end in no full stop or the like. **Captions**: lower case, no punctuation,
read as a talk; a file of captions with pauses gives the program more to go by. Chat: there is no labelled public set;
not measured."""


def measure(sets, program, shipped):
    """The section on sentence bounds; `program` has not learned from the sentences of `sets`, `shipped` has."""
    section = page.Section("Sentence bounds", [INTRO])
    rows = []
    for code, wanted in EDITED.items():
        rows.append(_add(section, (program, shipped), f"edited {code}", divided(sets, code), wanted))
    for code in CAPTIONS:
        kept = [line for line in map(as_caption, _captioned(sets, code)) if line]
        rows.append(_add(section, (program, shipped), f"captions {code}", kept, WANTED_CAPTIONS))
    section.goals.append(page.Goal("bounds, chat ru, F1", None, 0.88))
    section.blocks.append(
        page.table(["text", "F1 (95 % interval)", "precision", "recall", "bounds", "F1 as shipped"], rows)
    )
    return section


def _captioned(sets, code):
    if code == "uz-Cyrl":
        return sets.program.lines("convert", ["--to", code], divided(sets, "uz-Latn"))
    return divided(sets, code)


def divided(sets, code):
    """Single sentences of the held-out lines that end in a full stop or the like."""
    ends = _inner(code)
    single = []
    # Held-out lines are the second, fourth, ... of the file.
    for number, line in enumerate(sets.sentences(code), start=1):
        if not re.search(r"[.!?…][\"»”)]?$", line):
            continue
        # In another version of the set the places would point elsewhere.
        inner = [place for place in ends.get(2 * number, []) if line[place - 1 : place] in ENDS]
        places = [0, *inner, len(line)]
        single += [line[start:end].strip() for start, end in zip(places, places[1:], strict=False)]
    return single


def _inner(code):
    """Line -> the characters behind which a sentence ends inside the line."""
    rows = [line.split("\t") for line in INNER.read_text(encoding="utf-8").splitlines()[1:]]
    return {int(line): list(map(int, places.split())) for of, line, places in rows if of == code}


def _add(section, programs, name, lines, wanted):
    joined = [join(lines[at : at + JOINED]) for at in range(0, len(lines) - JOINED + 1, JOINED)]
    scored, shipped = (_scored(program, joined) for program in programs)
    value, interval = bounds_f1(scored), measures.bootstrap(scored, bounds_f1)
    right, wrong, missed = totals(scored)
    section.goals.append(page.Goal(f"bounds, {name}, F1", value, wanted, right + missed, interval))
    precision, recall = measures.share(right, right + wrong), measures.share(right, right + missed)
    cells = [page.score(precision), page.score(recall), str(right + missed), page.score(bounds_f1(shipped))]
    return [name, page.with_spread(value, interval), *cells]


def _scored(program, joined):
    readings = program.readings("sentences", [text for text, _ in joined], kind="talk")
    return [counts(reading["sentences"], item) for reading, item in zip(readings, joined, strict=True)]


def join(lines):
    """(text, bounds between the lines as UTF-16 offsets of their ends)."""
    text, ends = "", []
    for line in lines:
        text += (" " if text else "") + line
        ends.append(texts.utf16_length(text))
    return text, set(ends[:-1])


def counts(sentences, item):
    """Right, wrong and missed bounds of one text."""
    text, expected = item
    found = {sentence["end"] for sentence in sentences} - {texts.utf16_length(text)}
    return len(found & expected), len(found - expected), len(expected - found)


def totals(rows):
    """The sums of right, wrong and missed."""
    return tuple(map(sum, zip(*rows, strict=True)))


def bounds_f1(rows):
    """F1 over the bounds of all texts."""
    return measures.f1(*totals(rows))


def as_caption(line):
    """A sentence as captions show it: lower case, apostrophes and hyphens inside words only."""
    line = re.sub(rf"(?<!\w){APOSTROPHE}|{APOSTROPHE}(?!\w)", "", line.lower())
    line = re.sub(r"[^\w\s'‘’ʻʼ-]|(?<!\w)-|-(?!\w)", " ", line)
    return " ".join(line.split())
