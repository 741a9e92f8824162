#!/usr/bin/env python3
"""Writes mixed text for the benchmarks of text analysis, in every form in which the sides read it.

    Benchmarks/generate_texts.py --bytes 30000000 --output FOLDER

    FOLDER/exports/talks/talk [<video id>].txt   transcripts, a paragraph a line: two thirds of the bytes
    FOLDER/exports/comments.csv                  comments on those talks: one third
    FOLDER/texts.nul                             the same texts as `minbar analyse` reads them, each closed by a NUL byte
    FOLDER/texts.txt                             the same texts, one a line (a paragraph or a comment), for `minbar text`
    FOLDER/growth.txt                            how the vocabulary grew
"""

import argparse
import csv
import pathlib
import random
import shutil

import generate_comments
import made_up
import text_model


class Corpus:
    """The files of one corpus while they are written."""

    def __init__(self, folder, size, seed):
        self.folder = pathlib.Path(folder)
        self.rng = random.Random(seed)
        self.people = made_up.People(20_000, seed)
        self.model = text_model.TextModel(seed)
        self.size = size
        self.growth = text_model.Growth(text_model.milestones(size))

    def write(self):
        """Writes all files anew."""
        exports = self.folder / "exports"
        shutil.rmtree(exports, ignore_errors=True)
        (exports / "talks").mkdir(parents=True)
        with (
            open(exports / "comments.csv", "w", encoding="utf-8", newline="") as table,
            open(self.folder / "texts.nul", "w", encoding="utf-8") as texts,
            open(self.folder / "texts.txt", "w", encoding="utf-8") as lines,
        ):
            rows = csv.writer(table, lineterminator="\n")
            rows.writerow(generate_comments.COLUMNS)
            for _, talk, comments in self.model.posts(self.size):
                video = made_up.video_id(self.rng)
                self._write_talk(exports, video, talk, texts)
                for _, comment in comments:
                    rows.writerow(self._row(video, comment))
                    texts.write(comment + "\0")
                self._write_lines(talk + [comment for _, comment in comments], lines)
        (self.folder / "growth.txt").write_text(self.growth.report() + "\n", encoding="utf-8")

    def _write_talk(self, exports, video, talk, texts):
        (exports / "talks" / f"talk [{video}].txt").write_text("\n".join(talk) + "\n", encoding="utf-8")
        texts.write("\n".join(talk) + "\0")

    def _write_lines(self, talk_and_comments, lines):
        for text in talk_and_comments:
            line = " ".join(text.split())
            lines.write(line + "\n")
            self.growth.add(line)

    def _row(self, video, comment):
        author = int(len(self.people.names) * self.rng.random())
        date = made_up.published(self.rng, 500, 1_000).strftime("%Y-%m-%dT%H:%M:%SZ")
        return [
            video, made_up.comment_id(self.rng), self.people.names[author], self.people.channels[author], date,
            made_up.likes(self.rng), comment,
        ]  # fmt: skip


def main():
    """Reads the options and writes the corpus."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bytes", type=int, default=30_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", required=True, help="folder")
    options = parser.parse_args()
    corpus = Corpus(options.output, options.bytes, options.seed)
    corpus.write()
    print(corpus.growth.report())


if __name__ == "__main__":
    main()
