"""Whether the same sentence is understood alike in four varieties."""

import codebook
import measures
import page

VARIETIES = codebook.VARIETIES[:-1]
MOST = 0.10

INTRO = """Recall of themes on the project's own talk sentences that stand in all four varieties with the same labels.
A large difference would make creators of different languages incomparable."""


def measure(program, fixture):
    """The section on likeness across languages."""
    section = page.Section("Across languages", [INTRO])
    names = [line.split("\t")[0] for line in fixture.read_text(encoding="utf-8").splitlines()[1:] if line]
    labelled = zip(names, codebook.read(program, fixture), strict=True)
    rows = {name: row for name, row in labelled if row.kind == "talk"}
    bases = {name.removesuffix(f"-{row.variety}") for name, row in rows.items()}
    bases = sorted(base for base in bases if all(f"{base}-{variety}" in rows for variety in VARIETIES))
    ids = {v: _recall([rows[f"{base}-{v}"].theme_ids for base in bases]) for v in VARIETIES}
    stances = {v: _recall([rows[f"{base}-{v}"].themes for base in bases]) for v in VARIETIES}
    table = [[v, _cell(ids[v]), _cell(stances[v]), str(len(bases))] for v in VARIETIES]
    section.blocks.append(page.table(["variety", "themes", "with stance", "sentences"], table))
    for name, recalls in (("themes", ids), ("themes with stance", stances)):
        shares = [right / count for right, count in recalls.values()]
        text = f"largest difference of recall between varieties, {name}"
        section.goals.append(page.Goal(text, max(shares) - min(shares), MOST, len(bases), is_ceiling=True))
    return section


def _recall(rows):
    """Labels found and labels expected."""
    right, _, missed = measures.set_counts(rows)
    return right, right + missed


def _cell(recall):
    right, count = recall
    figure = page.with_spread(measures.share(right, count), measures.wilson(right, count), is_share=True)
    return f"{figure} of {count}"
