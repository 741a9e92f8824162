"""Turns the words of a talk into timed pieces."""

import dataclasses
import re

from sample_programme.posts import CHARACTERS_PER_SECOND

FIRST_WORD_AT = 0.8
SENTENCE_END = re.compile(r"(?<=[.!?…])[»\"”]?\s+")


@dataclasses.dataclass(frozen=True)
class Piece:
    """Words said from start through end, in seconds."""

    start: float
    end: float
    text: str


def phrases(talk, longest):
    """The talk in pieces of at most so many letters, none across two sentences."""
    clock = FIRST_WORD_AT
    pieces = []
    for sentence in _sentences(talk):
        for text in _wrapped(sentence, longest):
            end = clock + len(text) / CHARACTERS_PER_SECOND
            pieces.append(Piece(clock, end, text))
            clock = end + 1 / CHARACTERS_PER_SECOND
    return pieces


def heard_lines(talk, longest):
    """Lines as speech recognition gives them: small letters, no punctuation, sentences run together."""
    words = [word for piece in phrases(talk, 10_000) for word in timed_words(piece)]
    lines, line = [], []
    for word in words:
        if line and len(" ".join(item.text for item in line + [word])) > longest:
            lines.append(line)
            line = []
        line.append(word)
    return lines + [line]


def timed_words(piece):
    """Each word of a piece with its own time, without punctuation and in small letters."""
    words = []
    place = 0
    for token in piece.text.split():
        heard = re.sub(r"[^\w\-'ʻʼ‘’]", "", token).strip("-'‘’").lower()
        start = piece.start + place / CHARACTERS_PER_SECOND
        place += len(token) + 1
        if heard:
            words.append(Piece(start, piece.start + (place - 1) / CHARACTERS_PER_SECOND, heard))
    return words


def _sentences(talk):
    return [part.strip() for paragraph in talk.paragraphs for part in _split(paragraph)]


def _split(paragraph):
    """Cuts behind the marks that end a sentence; a closing quotation mark stays with its sentence."""
    parts, start = [], 0
    for match in SENTENCE_END.finditer(paragraph):
        parts.append(paragraph[start:match.end()])
        start = match.end()
    return parts + [paragraph[start:]] if start < len(paragraph) else parts


def _wrapped(sentence, longest):
    """Pieces of about equal length, cut at spaces."""
    count = -(-len(sentence) // longest)
    goal = len(sentence) / count
    pieces, line = [], ""
    for word in sentence.split():
        if line and len(line) + 1 + len(word) > min(longest, goal + 8):
            pieces.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return pieces + [line]
