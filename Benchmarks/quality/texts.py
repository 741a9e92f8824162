"""Sentences of the public sets: reading, halves, words, and the damage that people do to their spelling."""

import random
import re

APOSTROPHES = "'‘’`´ʻʼʹ′"
MARK = f"[{APOSTROPHES}]"
#: Letters with apostrophes inside; o and g may end in one. A word has such parts with hyphens between.
PART = rf"[^\W\d_]+(?:{MARK}[^\W\d_]+|{MARK}(?<=[ogOG].))*"
WORD = re.compile(rf"{PART}(?:[-‐]{PART})*")

WITHOUT_KYRGYZ_LETTERS = str.maketrans("үөңҮӨҢ", "уонУОН")
WITHOUT_UZBEK_LETTERS = str.maketrans("ўқғҳЎҚҒҲ", "укгхУКГХ")
WITHOUT_APOSTROPHES = str.maketrans("", "", APOSTROPHES)
#: How Kyrgyz is typed on a Latin keyboard; several ways are in use for some letters.
LATIN_KEYS = dict(
    zip(
        "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
        "a b v g d e yo|e j|j|zh|dj z i i|y k l m n n|ng o o|o|ö p r s t u u|u|ü f h|kh|x c|ts ch|ch|4 sh|sh|w "
        "sh - y|y|i - e yu|iu ya|ia".split(),
        strict=True,
    )
)


def words(text):
    """The words of a text, without numbers and punctuation."""
    return WORD.findall(text)


def read_lines(path):
    """The lines of a file without their ends and the spaces around them."""
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]


def sentences(path):
    """The sentences of a set, one a line; the quotation marks of its CSV are taken away."""
    return [_unquoted(line) for line in read_lines(path)]


def _unquoted(line):
    if len(line) > 1 and line[0] == line[-1] == '"' and '""' in line:
        line = line[1:-1]
    return line.replace('""', '"')


def held_out(lines):
    """Every second line, from the second: what the held-out engine has not seen."""
    return lines[1::2]


def stretches(texts, length):
    """Stretches of `length` words, one behind the other, that never cross a sentence; 0: the texts as they are."""
    if length == 0:
        return texts
    found = []
    for text in texts:
        row = words(text)
        found += [" ".join(row[at : at + length]) for at in range(0, len(row) - length + 1, length)]
    return found


def kyrgyz_in_latin(text, seed):
    """Kyrgyz as one writer types it on a Latin keyboard: each letter is spelled the same way throughout."""
    chance = random.Random(f"latin {seed}")
    keys = {letter: chance.choice(ways.split("|")).replace("-", "") for letter, ways in LATIN_KEYS.items()}
    return "".join(_typed(letter, keys) for letter in text)


def _typed(letter, keys):
    typed = keys.get(letter.lower(), letter)
    return typed.capitalize() if letter.isupper() else typed


def utf16_length(text):
    """How many UTF-16 units a text has: the unit of the offsets that filters print."""
    return len(text.encode("utf-16-le")) // 2
