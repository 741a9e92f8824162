"""Reads the fixed texts in Samples/texts."""

import dataclasses
import pathlib

TEXTS = pathlib.Path(__file__).resolve().parents[2] / "Samples" / "texts"
FOLDERS = ["ky", "ru", "uz-Latn", "uz-Cyrl"]


@dataclasses.dataclass(frozen=True)
class Talk:
    """A talk with its words."""

    code: str
    title: str
    description: str
    paragraphs: tuple


@dataclasses.dataclass(frozen=True)
class CommentRow:
    """A comment; `talk` is a talk's code or `any`."""

    talk: str
    text: str
    response: str


def _lines(folder, name):
    text = (TEXTS / folder / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line]


def talks(folder):
    """The talks of a language by code."""
    text = (TEXTS / folder / "talks.txt").read_text(encoding="utf-8")
    found = [_talk(block) for block in text.split("== talk ")[1:]]
    return {talk.code: talk for talk in found}


def _talk(block):
    head, *paragraphs = [part.strip() for part in block.split("\n\n")]
    code, *lines = head.split("\n")
    fields = dict(line.split(": ", 1) for line in lines)
    return Talk(code, fields["title"], fields["description"], tuple(filter(None, paragraphs)))


def titles(folder, code, platform):
    """The titles or captions of a creator's other posts, in the file's order."""
    rows = _lines(folder, "titles.tsv")
    return [row[2].replace("\\n", "\n") for row in rows if row[:2] == [code, platform]]


def comments(folder):
    """All comments of a language."""
    return [CommentRow(row[0], row[1], row[4]) for row in _lines(folder, "comments.tsv")]


def people(folder):
    """Commenters: pairs of name and handle."""
    return [(row[0], row[1]) for row in _lines(folder, "people.tsv")]
