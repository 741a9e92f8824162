"""Language of short stretches and sentences, of damaged spelling, and of the parts of mixed sentences."""

import random

import measures
import page
import texts

LENGTHS = (1, 2, 3, 5, 0)
CODES = ["ky", "ru", "uz-Latn", "uz-Cyrl", "kk", "tg", "tt", "tr", "az", "tk", "en", "ar"]
OTHERS = ["ba", "bg", "mn", "uk", "ug"]
#: Wanted shares at 1, 2, 3, 5 words; whole sentences below.
WANTED = {
    "ky": (0.85, 0.95, 0.98, 0.995),
    "uz-Cyrl": (0.85, 0.95, 0.98, 0.995),
    "uz-Latn": (0.90, 0.975, 0.99, 0.999),
    "ru": (0.92, 0.97, 0.985, 0.997),
    "kk": (0.88, 0.95, 0.98, None),
    "tg": (0.88, 0.95, 0.98, None),
}
WANTED_SENTENCE = {"uz-Cyrl": 0.995}
DAMAGED = {
    "ky": "ky without ү ө ң",
    "uz-Latn": "uz-Latn without apostrophes",
    "uz-Cyrl": "uz-Cyrl without ў қ ғ ҳ",
}
MIXED = (("ky", "ru"), ("uz-Latn", "ru"), ("uz-Cyrl", "ru"))
MIXED_COUNT = 400

INTRO = """Share of items whose language is named right: stretches of 1, 2, 3 and 5 words, one behind the other, and
whole sentences, from the held-out half of SIB-200 (train part; text of FLORES-200; CC BY-SA 4.0): news, travel guides
and encyclopaedia, the same 350 sentences for every language. uz-Cyrl is made from uz-Latn by `minbar text convert`.
One word is often a name or a word that several languages share, so that 100 % cannot be reached there. The peers are
pycld2 (best effort) and py3langid (held to these languages); both name Uzbek without its script, which is read off
the letters for them."""

DAMAGE_INTRO = """The same items with the spelling damaged as people damage it. Kyrgyz typed in Latin: each item by a
writer with habits of their own (`ж` as j, zh or dj, `ү` as u or ü, ...). The goal is a share at 5 words that is at
most 1 point below that of the sound spelling."""

MIXED_INTRO = f"""{MIXED_COUNT} made sentences a pair: two or three stretches of 3 to 8 words of the two languages by
turns, drawn by a fixed seed. Share of words is of words named right; F1 is the mean of the two languages' F1 over
words."""


class Sets:
    """The held-out sentences by variety."""

    def __init__(self, data, program):
        self.folder = data / "lid"
        self.program = program
        self.known = {}

    def sentences(self, code):
        """Held-out sentences. Raises MissingFilterError for uz-Cyrl without `convert`."""
        if code not in self.known:
            if code == "uz-Cyrl":
                self.known[code] = self.program.lines("convert", ["--to", code], self.sentences("uz-Latn"))
            else:
                self.known[code] = texts.held_out(texts.sentences(self.folder / f"{code}.txt"))
        return self.known[code]

    def items(self, code, length):
        """Stretches of `length` words; 0: whole sentences."""
        return texts.stretches(self.sentences(code), length)


class Sides:
    """All that are asked: Minbar that has not seen the sentences, Minbar as shipped, which has, and the peers."""

    def __init__(self, unseen, shipped, peers):
        self.unseen, self.shipped, self.peers = unseen, shipped, peers

    def labels(self, texts):
        """{side: labels} of each text."""
        named = {"Minbar": self.unseen, "Minbar as shipped": self.shipped}
        answers = {
            name: [reading["language"] for reading in program.readings("language", texts)]
            for name, program in named.items()
        }
        return answers | self.peers.labels(texts)


class Shares:
    """Shares of right answers by side and length."""

    def __init__(self, sides, want, items):
        self.counts = [len(row) for row in items]
        flat = [item for row in items for item in row]
        answers = sides.labels(flat)
        self.right = {name: self._by_length([label == want for label in labels]) for name, labels in answers.items()}

    def _by_length(self, flags):
        at, sums = 0, []
        for count in self.counts:
            sums.append(sum(flags[at : at + count]))
            at += count
        return sums

    def share(self, place, side="Minbar"):
        """The share at a place of LENGTHS."""
        return measures.share(self.right[side][place], self.counts[place])

    def rows(self, name):
        """A row a side, and one of counts."""
        rows = []
        for side in self.right:
            shares = (page.percent(self.share(place, side)) for place in range(len(self.counts)))
            rows.append(["" if rows else name, side, *shares])
        return [*rows, ["", "n", *(f"{count:,}" for count in self.counts)]]

    def goal(self, text, place, wanted):
        """The share at a place beside its goal."""
        right, count = self.right["Minbar"][place], self.counts[place]
        interval = measures.wilson(right, count)
        return page.Goal(text, self.share(place), wanted, count, interval, is_share=True)


def measure(sets, program, shipped, peers):
    """The section on language; `program` has not learned from the sentences of `sets`, `shipped` has."""
    sides = Sides(program, shipped, peers)
    section = page.Section("Language", [INTRO])
    known = {code: Shares(sides, code, [sets.items(code, n) for n in LENGTHS]) for code in CODES}
    rows = [row for code in CODES for row in known[code].rows(code)]
    section.blocks.append(page.table(["variety", "", "1 word", "2 words", "3 words", "5 words", "sentence"], rows))
    section.blocks.append(_others(sets, program))
    section.goals += [goal for code in CODES for goal in _goals(code, known[code])]
    _add_damaged(section, sets, sides, known)
    _add_mixed(section, sets, program)
    return section


def _goals(code, shares):
    wanted = zip(LENGTHS, WANTED.get(code, (None,) * 4), strict=False)
    goals = [
        shares.goal(f"language {code}, {length} {'word' if length == 1 else 'words'}", place, goal)
        for place, (length, goal) in enumerate(wanted)
        if goal is not None
    ]
    return [*goals, shares.goal(f"language {code}, whole sentence", len(LENGTHS) - 1, WANTED_SENTENCE.get(code, 0.999))]


def _others(sets, program):
    """Languages that are only named "other"."""
    cells = []
    for code in OTHERS:
        readings = program.readings("language", sets.sentences(code))
        right = sum(reading["language"] == "other" for reading in readings)
        cells.append(f"{code} {page.percent(right / len(readings))}")
    return f"Sentences of languages that are only to be named `other` ({len(readings)} each): {', '.join(cells)}."


def _add_damaged(section, sets, sides, known):
    damage = {
        "ky": lambda text: text.translate(texts.WITHOUT_KYRGYZ_LETTERS),
        "uz-Latn": lambda text: text.translate(texts.WITHOUT_APOSTROPHES),
        "uz-Cyrl": lambda text: text.translate(texts.WITHOUT_UZBEK_LETTERS),
    }
    rows = []
    for code, name in DAMAGED.items():
        items = [[damage[code](item) for item in sets.items(code, n)] for n in LENGTHS]
        shares = Shares(sides, code, items)
        rows += shares.rows(name)
        section.goals.append(shares.goal(f"language {name}, 5 words", 3, known[code].share(3) - 0.01))
    items = [[texts.kyrgyz_in_latin(item, item) for item in sets.items("ky", n)] for n in LENGTHS]
    shares = Shares(sides, "ky", items)
    rows += shares.rows("ky typed in Latin")
    section.goals.append(shares.goal("language ky typed in Latin, 5 words", 3, 0.90))
    head = ["spelling", "", "1 word", "2 words", "3 words", "5 words", "sentence"]
    section.blocks += ["### Damaged spelling", DAMAGE_INTRO, page.table(head, rows)]


def _add_mixed(section, sets, program):
    rows = []
    for pair in MIXED:
        items = mixed(pair, *(sets.sentences(code) for code in pair))
        readings = program.readings("language", [text for text, _ in items])
        scored = [labels(gold, reading["spans"]) for (_, gold), reading in zip(items, readings, strict=True)]
        value = tokens_f1(scored)
        interval = measures.bootstrap(scored, tokens_f1)
        tokens = [token for row in scored for token in row]
        right = page.percent(sum(want == got for want, got in tokens) / len(tokens))
        rows.append(["+".join(pair), right, page.with_spread(value, interval), f"{len(items)} ({len(tokens)} words)"])
        section.goals.append(page.Goal(f"spans of {'+'.join(pair)}, macro-F1", value, 0.95, len(items), interval))
    head = ["pair", "words right", "macro-F1 (95 % interval)", "n"]
    section.blocks += ["### Mixed sentences", MIXED_INTRO, page.table(head, rows)]


def mixed(pair, first, second):
    """Made sentences as (text, [(start of a word in UTF-16, language)])."""
    chance = random.Random("+".join(pair))
    rows = [[row for row in map(texts.words, source) if len(row) >= 8] for source in (first, second)]
    made = []
    for _ in range(MIXED_COUNT):
        text, gold = "", []
        for part in range(chance.choice((2, 2, 3))):
            for word in _stretch(rows[part % 2], chance):
                text += " " if text else ""
                gold.append((texts.utf16_length(text), pair[part % 2]))
                text += word
        made.append((text, gold))
    return made


def _stretch(rows, chance):
    row = chance.choice(rows)
    length = chance.randint(3, 8)
    at = chance.randrange(len(row) - length + 1)
    return row[at : at + length]


def labels(gold, spans):
    """(expected, found) of each word; a word outside every span is `unknown`."""
    return [
        (want, next((span["language"] for span in spans if span["start"] <= start < span["end"]), "unknown"))
        for start, want in gold
    ]


def tokens_f1(rows):
    """Mean F1 of the languages over the words of rows."""
    return measures.macro_f1([token for row in rows for token in row])
