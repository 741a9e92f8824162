#!/usr/bin/env python3
"""Made-up running text in Kyrgyz, Russian and Uzbek (both scripts) whose vocabulary grows like that of real text.

A benchmark that repeats a small text flatters every cache: in real text new word forms never stop coming (Heaps' law). Over
30 MB of these languages about 13 % of the running words are forms that have not been seen before. So the text is made in
two layers:

* Frames: sentences of Samples/texts give punctuation, capitals, sentence lengths and part of the words, so that set phrases
  and words that belong together do occur.
* Words: the other words of a frame are replaced by draws from a Pitman-Yor process. It repeats earlier words in proportion to
  how often they were used (Zipf's law) and asks for a new one at a rate that falls as a power of the length (Heaps' law). New
  ones are inflected lemmas of Lexicons/, blends that play the part of names and loans, and misspellings.

    Benchmarks/text_model.py --bytes 30000000 --seed 1 --output texts.txt

writes one text a line (comments of about 90 bytes, paragraphs of talks of about 800) and prints how the vocabulary grew.
"""

import argparse
import pathlib
import random
import re
import sys
from array import array

import inflection

PROJECT = pathlib.Path(__file__).resolve().parent.parent
LANGUAGES = ("ky", "ru", "uz-Latn", "uz-Cyrl")
SHARES = (0.3, 0.3, 0.2, 0.2)
WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ‘’'`-][^\W\d_]+)*[ʻʼ‘’']?")
SENTENCE_END = re.compile(r"(?<=[.!?…])[»”\"]?\s+")

# Discount (Heaps' exponent) and strength of the process, and the share of a frame's words that stays; set so that the measured
# growth comes out at about 13 % over 30 MB, with Russian, which inflects least, below the others.
PROCESS = {"ky": (0.85, 200), "ru": (0.82, 200), "uz-Latn": (0.84, 200), "uz-Cyrl": (0.82, 200)}
KEPT_SHARE = 0.30

PARAGRAPH_BYTES = (730, 250)
COMMENT_BYTES = 90
PARAGRAPHS_IN_TALK = (15, 35)
TALK_SHARE = 2 / 3

EMOJI = ["🤲", "🙏", "❤️", "🌹", "👍", "😢", "🔥", "🌸", "💯", "☝️", "😂", "🕋", "🇰🇬", "🇺🇿", "👏🏻"]
DAMAGED_KYRGYZ = str.maketrans("үөңҮӨҢ", "уонУОН")
DAMAGED_UZBEK = str.maketrans("ўқғҳЎҚҒҲ", "укгхУКГХ")
APOSTROPHES = str.maketrans("ʻʼ‘’`", "'''''")


class Vocabulary:
    """Words of one language by a Pitman-Yor process: frequent words come again, new ones at a slowly falling rate."""

    def __init__(self, rng, discount, strength, seeds, make_word):
        self.random = rng.random
        self.discount = discount
        self.strength = strength
        self.make_word = make_word
        self.words = []
        self.ids = {}
        self.counts = array("I")
        self.history = array("I")
        for word in seeds:
            self._use(self._id(word))

    def draw(self):
        """The next word of the text."""
        size = len(self.history)
        fresh = self.strength + self.discount * len(self.words)
        if self.random() * (self.strength + size) < fresh:
            return self._use(self._id(self.make_word()))
        while True:
            number = self.history[int(self.random() * size)]
            if self.random() * self.counts[number] >= self.discount:
                return self._use(number)

    def _id(self, word):
        number = self.ids.get(word)
        if number is None:
            number = self.ids[word] = len(self.words)
            self.words.append(word)
            self.counts.append(0)
        return number

    def _use(self, number):
        self.counts[number] += 1
        self.history.append(number)
        return self.words[number]


class WordMaker:
    """New word forms of one language: inflected lemmas, blends as names and loans, misspellings."""

    def __init__(self, rng, language, lemmas):
        self.rng = rng
        self.random = rng.random
        self.language = language
        self.lemmas = lemmas
        self.inflect = {"ky": inflection.kyrgyz, "ru": inflection.russian}.get(language, inflection.uzbek)

    def __call__(self):
        choice = self.random()
        if choice < 0.12:
            self.lemmas.append((self._blend(), "n"))
        stem, part = self._lemma()
        word = self.inflect(stem, part, self.rng)
        if self.language == "uz-Cyrl":
            word = inflection.uzbek_cyrillic(word)
        return self._misspelt(word) if choice > 0.92 else word

    def _lemma(self):
        """A lemma; those early in the list are likelier, the last ones much less."""
        return self.lemmas[int(len(self.lemmas) * self.random() ** 1.5)]

    def _blend(self):
        """The beginning of one lemma and the end of another: a name or loan that no lexicon holds."""
        first, last = self._lemma()[0], self._lemma()[0]
        return first[: max(2, len(first) * 2 // 3)] + last[len(last) // 2 :]

    def _misspelt(self, word):
        """One letter dropped, doubled or swapped with the next."""
        if len(word) < 4:
            return word
        at = 1 + int(self.random() * (len(word) - 2))
        kind = int(self.random() * 3)
        if kind == 0:
            return word[:at] + word[at + 1 :]
        if kind == 1:
            return word[:at] + word[at] * 2 + word[at + 1 :]
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


class Frames:
    """Sentences cut into words and what stands between them."""

    def __init__(self, texts):
        self.frames = []
        for text in texts:
            for sentence in SENTENCE_END.split(text):
                if WORD.search(sentence):
                    self.frames.append((WORD.findall(sentence), WORD.split(sentence)))

    def words(self):
        """All words of all frames in their order, in small letters."""
        return [word.lower() for words, _ in self.frames for word in words]

    def pick(self, random):
        return self.frames[int(random() * len(self.frames))]


class LanguageModel:
    """Talks and comments in one language."""

    def __init__(self, language, rng):
        self.language = language
        self.rng = rng
        self.talks = Frames(sample_talks(language))
        self.comments = Frames(sample_comments(language))
        self.formulas = lexicon_formulas(language)
        lemmas = lexicon_lemmas(language)
        rng.shuffle(lemmas)
        discount, strength = PROCESS[language]
        seeds = self.talks.words() + self.comments.words()
        self.vocabulary = Vocabulary(rng, discount, strength, seeds, WordMaker(rng, language, lemmas))

    def sentence(self, frames):
        """A frame with most of its words drawn anew."""
        random = self.rng.random
        words, gaps = frames.pick(random)
        parts = [gaps[0]]
        for word, gap in zip(words, gaps[1:]):
            if random() >= KEPT_SHARE:
                drawn = self.vocabulary.draw()
                word = drawn[:1].upper() + drawn[1:] if word[:1].isupper() else drawn
            parts.append(word)
            parts.append(gap)
        return "".join(parts).strip()

    def paragraph(self):
        """A paragraph of a talk."""
        return self._text(self.talks, max(200, self.rng.gauss(*PARAGRAPH_BYTES)))

    def talk(self):
        """The paragraphs of a talk."""
        return [self.paragraph() for _ in range(self.rng.randint(*PARAGRAPHS_IN_TALK))]

    def comment(self):
        """A comment as it is typed: some are set phrases, a few words or emoji, some lack letters or capitals."""
        random = self.rng.random
        choice = random()
        if choice < 0.03:
            return EMOJI[int(random() * len(EMOJI))] * (1 + int(random() * 5))
        if choice < 0.20:
            text = self.formulas[int(len(self.formulas) * random())]
        elif choice < 0.30:
            text = " ".join(self.sentence(self.comments).split()[: 1 + int(random() * 5)])
        else:
            text = self._text(self.comments, min(900, COMMENT_BYTES * self.rng.lognormvariate(-1.0, 0.9)))
        return self._typed(text)

    def _text(self, frames, size):
        parts, length = [], 0
        while length < size:
            part = self.sentence(frames)
            parts.append(part)
            length += len(part.encode()) + 1
        return " ".join(parts)

    def _typed(self, text):
        """The habits of whoever types: no special letters, plain apostrophes, small letters, emoji."""
        random = self.rng.random
        habit = random()
        if habit < 0.15:
            text = text.translate(DAMAGED_KYRGYZ if self.language == "ky" else DAMAGED_UZBEK)
        if self.language == "uz-Latn" and habit < 0.8:
            text = text.translate(APOSTROPHES) if habit > 0.25 else text.translate(APOSTROPHES).replace("'", "")
        if random() < 0.25:
            text = text.lower()
        if random() < 0.2:
            text += " " + EMOJI[int(random() * len(EMOJI))] * (1 + int(random() * 3))
        return text


class TextModel:
    """Mixed text in all four languages, the same for the same seed, Samples and Lexicons."""

    def __init__(self, seed=1):
        self.rng = random.Random(seed)
        self.models = {language: LanguageModel(language, self.rng) for language in LANGUAGES}

    def language(self):
        """One of the languages, by its share."""
        return self.rng.choices(LANGUAGES, SHARES)[0]

    def comment(self, language):
        """A comment under a talk in `language`: most answer in it, the others in any, Russian foremost."""
        choice = self.rng.random()
        if choice > 0.95:
            language = "ru"
        elif choice > 0.90:
            language = self.language()
        return language, self.models[language].comment()

    def posts(self, size):
        """Yields (language, paragraphs of the talk, comments) until `size` bytes are out, two thirds of them talks."""
        done = 0
        while done < size:
            language = self.language()
            talk = self.models[language].talk()
            bytes_of_talk = sum(len(text.encode()) + 1 for text in talk)
            bytes_of_comments = bytes_of_talk * (1 - TALK_SHARE) / TALK_SHARE * self.rng.uniform(0.5, 1.5)
            comments = []
            while bytes_of_comments > 0:
                comments.append(self.comment(language))
                bytes_of_comments -= len(comments[-1][1].encode()) + 1
                done += len(comments[-1][1].encode()) + 1
            done += bytes_of_talk
            yield language, talk, comments


class Growth:
    """How many different words a text has, as it grows."""

    def __init__(self, marks):
        self.marks = sorted(marks)
        self.bytes = self.tokens = 0
        self.seen = set()
        self.rows = []

    def add(self, text):
        """Counts the words of a text, small and capital letters alike."""
        words = WORD.findall(text.lower())
        self.tokens += len(words)
        self.seen.update(words)
        self.bytes += len(text.encode()) + 1
        if self.marks and self.bytes >= self.marks[0]:
            self.marks.pop(0)
            self._mark()

    def _mark(self):
        self.rows.append((self.bytes, self.tokens, len(self.seen)))

    def report(self):
        """The growth as lines of text."""
        if not self.rows or self.rows[-1][0] < 0.9 * self.bytes:
            self._mark()
        lines = [f"{'MB':>8} {'words':>10} {'types':>9} {'types/words':>12} {'new since last':>15}"]
        before = (0, 0, 0)
        for size, tokens, types in self.rows:
            recent = (types - before[2]) / max(1, tokens - before[1])
            lines.append(f"{size / 1e6:8.1f} {tokens:10} {types:9} {types / max(1, tokens):12.1%} {recent:15.1%}")
            before = (size, tokens, types)
        return "\n".join(lines)


def sample_talks(language):
    """The paragraphs of the sample talks in a language."""
    text = (PROJECT / "Samples/texts" / language / "talks.txt").read_text(encoding="utf-8")
    heads = ("==", "title:", "description:", "themes:")
    return [line for line in text.split("\n") if line.strip() and not line.startswith(heads)]


def sample_comments(language):
    """The texts of the sample comments in a language."""
    return [cells[1] for cells in tables([PROJECT / "Samples/texts" / language / "comments.tsv"]) if len(cells) > 1]


def lexicon_lemmas(language):
    """Stems and parts of speech of all single words of the lexicon that inflect. Uzbek is kept once, in Latin letters."""
    folder = lexicon_folder(language)
    lemmas = set()
    for cells in tables(sorted((folder / "classes").glob("*.tsv")) + [folder / "sentiment.tsv"]):
        if len(cells) > 1 and cells[1] in ("n", "a", "v") and len(cells[0].rstrip("-")) > 1:
            lemmas.add((cells[0].rstrip("-"), cells[1]))
    return sorted(lemmas)


def lexicon_formulas(language):
    """Set phrases of a language: blessings, greetings, thanks."""
    phrases = sorted({cells[0] for cells in tables([lexicon_folder(language) / "formulas.tsv"])})
    if language == "uz-Latn":
        return [phrase for phrase in phrases if phrase.isascii() or "ʻ" in phrase or "ʼ" in phrase]
    if language == "uz-Cyrl":
        return [" ".join(map(inflection.uzbek_cyrillic, phrase.split())) for phrase in phrases]
    return phrases


def lexicon_folder(language):
    """Where the lexicon of a language lies."""
    return PROJECT / "Lexicons/languages" / language[:2]


def tables(paths):
    """The cells of all lines of tab-separated files, without comment lines."""
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if line.strip() and not line.startswith("#"):
                    yield line.rstrip("\n").split("\t")


def milestones(size):
    """The sizes at which growth is printed: 1, 3, 10, 30 ... MB."""
    return [mark for power in range(6, 10) for mark in (10**power, 3 * 10**power) if mark <= size]


def main():
    """Writes text and prints how its vocabulary grew."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bytes", type=int, default=30_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    growth = Growth(milestones(options.bytes))
    with open(options.output, "w", encoding="utf-8") as out:
        for _, talk, comments in TextModel(options.seed).posts(options.bytes):
            for text in talk + [text for _, text in comments]:
                line = " ".join(text.split())
                out.write(line + "\n")
                growth.add(line)
    print(growth.report(), file=sys.stderr)


if __name__ == "__main__":
    main()
