"""Inflection-like endings for made-up running text in Kyrgyz, Russian and Uzbek.

The endings are plain and partly rough: what matters for a benchmark is that word forms multiply as they do in real text,
not that each of them is good grammar. They are independent of the engine's own grammar on purpose.
"""

VOWELS = "аоуыэеиөүяёюўaoeiuʻ"

# Kyrgyz archiphonemes by the last vowel of the stem: back, front, back round, front round.
_KY_CLASS = {
    **dict.fromkeys("аыя", 0),
    **dict.fromkeys("еиэ", 1),
    **dict.fromkeys("оуёю", 2),
    **dict.fromkeys("өү", 3),
}
_KY_VOWEL = {"A": "аеоө", "I": "ыиуү", "U": "уүуү"}
_KY_LETTER = {"L": "лтд", "D": "дтд", "N": "нтд", "G": "гкг", "B": "бпб"}
_VOICELESS = "пткшсчхцщф"

# A slot: the chance that it is filled, and what may fill it. `(` and `)` hold what stands only after a vowel.
_KY_NOUN = [
    (0.30, ["LAр"]),
    (0.35, ["Iм", "Iң", "(с)I", "(с)I", "IбIз", "IңIз", "IңIздAр"]),
    (0.60, ["NIн", "NI", "GA", "DA", "DAн", "DAй", "чA"]),
    (0.08, ["бы", "дагы", "GI", "мын", "сIз", "бIз"]),
]
_KY_DERIVED = [(0.10, ["лык", "лIк", "LUU", "сIз", "чы", "чIл"])]
_KY_VERB = [
    (0.22, ["DIр", "Iл", "Iн", "Iш", "т"]),
    (0.18, ["BA"]),
    (0.97, ["DI", "GAн", "(й)т", "Iп", "сA", "UU", "GIлA", "GIдAй", "мAк", "Aр", "GAндA", "GAнDAн", "GAнDA", "UUчU", "A"]),
    (0.35, ["м", "ң", "бIз", "LAр", "мын", "сIң", "сIз", "к", "дIр"]),
]
_UZ_NOUN = [
    (0.30, ["lar"]),
    (0.35, ["(i)m", "(i)ng", "(s)i", "(s)i", "(i)miz", "(i)ngiz"]),
    (0.60, ["ning", "ni", "ga", "da", "dan", "day", "gacha", "cha"]),
    (0.10, ["mi", "dir", "man", "miz", "siz", "ku", "gina"]),
]
_UZ_DERIVED = [(0.12, ["lik", "li", "siz", "chi", "dosh", "parvar"])]
_UZ_VERB = [
    (0.22, ["tir", "il", "in", "ish", "t"]),
    (0.18, ["ma"]),
    (0.97, ["di", "gan", "yap", "ib", "sa", "ish", "adi", "moq", "ar", "ganda", "gandan", "guncha", "moqchi", "ay", "a"]),
    (0.35, ["m", "ng", "k", "miz", "ngiz", "lar", "man", "siz", "mi"]),
]
_RU_NOUN = ["", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах", "и", "ей", "ой", "ью", "ю", "я", "ям", "ями", "ях"]
_RU_ADJECTIVE = ["ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми", "о", "ее", "ейший", "ость", "ости"]
_RU_VERB = [
    "ть", "л", "ла", "ло", "ли", "ю", "ешь", "ет", "ем", "ете", "ют", "й", "йте", "в", "вший", "вшего", "вшие", "ющий",
    "ющих", "ющие", "ние", "ния", "нию", "нием", "нный", "нного", "нные", "нных", "лся", "лась", "лись", "ться", "ется",
]  # fmt: skip
_RU_PREFIX = ["по", "за", "на", "вы", "при", "пере", "до", "раз", "от", "об", "про", "со", "под", "не", "без", "из"]
_RU_DIMINUTIVE = ["ник", "ничек", "ок", "очк", "еньк", "ушк", "ств", "енств", "тель", "щик", "изм", "ист"]

_TO_CYRILLIC = [
    ("oʻ", "ў"), ("gʻ", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"), ("ye", "е"), ("ts", "ц"),
    ("ʼ", "ъ"), ("a", "а"), ("b", "б"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "ҳ"), ("i", "и"), ("j", "ж"),
    ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "қ"), ("r", "р"), ("s", "с"), ("t", "т"),
    ("u", "у"), ("v", "в"), ("x", "х"), ("y", "й"), ("z", "з"),
]  # fmt: skip


def uzbek_cyrillic(word):
    """An Uzbek word in Latin letters as it is written in Cyrillic ones; good enough for made-up text."""
    if word.startswith("e"):
        word = "э" + word[1:]
    for latin, cyrillic in _TO_CYRILLIC:
        word = word.replace(latin, cyrillic)
    return word


def _kyrgyz_ending(stem, template):
    """The ending that a template stands for behind a stem: vowels in harmony, consonants assimilated."""
    kind = next((_KY_CLASS[letter] for letter in reversed(stem) if letter in _KY_CLASS), 0)
    for sign in template:
        last = stem[-1]
        if sign in _KY_VOWEL:
            letter = _KY_VOWEL[sign][kind]
            if last in VOWELS and sign == "I":
                continue
            stem += letter
            kind = _KY_CLASS.get(letter, kind)
        elif sign in _KY_LETTER:
            place = 0 if last in VOWELS or (sign == "L" and last in "йр") else 1 if last in _VOICELESS else 2
            stem += _KY_LETTER[sign][place]
        else:
            stem += sign
    return stem


def _optional(stem, template):
    """Resolves `(x)`: kept after a vowel when x is a consonant, after a consonant when x is a vowel."""
    if "(" not in template:
        return template
    inside = template[1 : template.index(")")]
    rest = template[template.index(")") + 1 :]
    is_kept = (stem[-1] in VOWELS) != (inside in VOWELS)
    return (inside if is_kept else "") + rest


def _fill(stem, slots, random, join):
    for chance, choices in slots:
        if random.random() < chance:
            stem = join(stem, _optional(stem, choices[int(random.random() * len(choices))]))
    return stem


def _join(stem, ending):
    return stem + ending


def kyrgyz(stem, part, random):
    """A form of a Kyrgyz stem; `part` is n, a or v."""
    if part == "v":
        return _fill(stem, _KY_VERB, random, _kyrgyz_ending)
    return _fill(_fill(stem, _KY_DERIVED, random, _kyrgyz_ending), _KY_NOUN, random, _kyrgyz_ending)


def uzbek(stem, part, random):
    """A form of an Uzbek stem in Latin letters."""
    if part == "v":
        return _fill(stem, _UZ_VERB, random, _join)
    return _fill(_fill(stem, _UZ_DERIVED, random, _join), _UZ_NOUN, random, _join)


def russian(stem, part, random):
    """A form of a Russian lemma: its ending off, another one on, sometimes a prefix or a diminutive."""
    if part == "v":
        base = stem.removesuffix("ся").removesuffix("ть").removesuffix("ти")
        prefix = _pick(_RU_PREFIX, random) if random.random() < 0.35 else ""
        return prefix + base + _pick(_RU_VERB, random)
    if part == "a":
        return _russian_base(stem, ("ый", "ий", "ой")) + _pick(_RU_ADJECTIVE, random)
    base = _russian_base(stem, ("ие", "ия", "а", "я", "о", "е", "ь", "й"))
    if random.random() < 0.12:
        base += _pick(_RU_DIMINUTIVE, random)
    return base + _pick(_RU_NOUN, random)


def _russian_base(lemma, endings):
    for ending in endings:
        if lemma.endswith(ending) and len(lemma) > len(ending) + 2:
            return lemma[: -len(ending)]
    return lemma


def _pick(choices, random):
    return choices[int(random.random() * len(choices))]
