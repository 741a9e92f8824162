"""Kyrgyz typed without ү ө ң, given its letters back."""

import measures
import page
import texts

INTRO = """Whole lines in which ү ө ң were replaced by у о н, through `minbar text restore`. **Damaged words right**:
of the words that had such letters, those that came back exactly. **Healthy words changed**: of the words that had
none. **Sound text**: words changed in the same lines with all their letters. The stems of `restore.tsv` come partly
from these sets (see its SOURCES.md): these are figures of development; other texts will do worse. Sets: SIB-200,
every second line (CC BY-SA 4.0); UDHR (Unicode's UDHR project); headlines of UD_Kyrgyz-KTMU (CC BY-SA 4.0),
likewise."""


def measure(program, data):
    """The section on Kyrgyz restoration."""
    section = page.Section("Kyrgyz letters restored", [INTRO])
    rows = []
    for name, lines in _sets(data).items():
        counts = Counts(lines, program)
        rows.append([name, *counts.cells()])
        if name != "headlines":
            section.goals += counts.goals(name)
    head = ["set", "damaged words right (95 % interval)", "healthy words changed", "sound text: words changed"]
    section.blocks.append(page.table(head, rows))
    return section


def _sets(data):
    sets = {
        "SIB-200": texts.held_out(texts.sentences(data / "lid/ky.txt")),
        "UDHR": texts.read_lines(data / "udhr/ky.txt"),
    }
    treebank = data / "ky-headlines.conllu"
    if treebank.exists():
        lines = treebank.read_text(encoding="utf-8").splitlines()
        sets["headlines"] = texts.held_out([line[9:] for line in lines if line.startswith("# text = ")])
    return sets


class Counts:
    """Words of one set by what became of them."""

    def __init__(self, lines, program):
        options = ["--language", "ky"]
        damaged = [line.translate(texts.WITHOUT_KYRGYZ_LETTERS) for line in lines]
        restored = program.lines("restore", options, damaged)
        sound = program.lines("restore", options, lines)
        self.damaged = self.right = self.healthy = self.changed = self.spoiled = 0
        for line, again, kept in zip(lines, restored, sound, strict=True):
            self._count(line, again, kept)

    def _count(self, line, again, kept):
        # Restoring replaces letter by letter, so that words keep their places.
        words = texts.WORD.finditer(line)
        for start, end in (found.span() for found in words):
            word = line[start:end]
            comes_back = again[start:end] == word
            self.spoiled += kept[start:end] != word
            if word == word.translate(texts.WITHOUT_KYRGYZ_LETTERS):
                self.healthy += 1
                self.changed += not comes_back
            else:
                self.damaged += 1
                self.right += comes_back

    def cells(self):
        """The figures as cells of a table."""
        right = measures.share(self.right, self.damaged)
        return [
            f"{page.with_spread(right, measures.wilson(self.right, self.damaged), is_share=True)} of {self.damaged:,}",
            f"{page.percent(measures.share(self.changed, self.healthy))} of {self.healthy:,}",
            f"{page.percent(self.spoiled / (self.damaged + self.healthy))} of {self.damaged + self.healthy:,}",
        ]

    def goals(self, name):
        """The two figures beside their goals."""
        right, changed = measures.share(self.right, self.damaged), measures.share(self.changed, self.healthy)
        spreads = measures.wilson(self.right, self.damaged), measures.wilson(self.changed, self.healthy)
        return [
            page.Goal(f"damaged words right, {name}", right, 0.95, self.damaged, spreads[0], is_share=True),
            page.Goal(f"healthy words changed, {name}", changed, 0.003, self.healthy, spreads[1], True, True),
        ]
