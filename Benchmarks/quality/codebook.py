"""Themes, stance, sentiment, response and alerts of labelled sentences."""

import dataclasses

import measures
import page

# Stands in the column of themes where nobody said which there are.
UNLABELLED = "?"
VARIETIES = ("ky", "ru", "uz-Latn", "uz-Cyrl", "mixed")

INTRO = """Sentences of talks and whole comments, labelled by the codebook, through `minbar text tag`. F1 of themes is
over theme ids of all sentences (micro), **with stance** over theme and stance. **Theme-less**: sentences without a
theme in which one was found. Sentiment and response: mean F1 of the labels that occur (macro), comments only. Alerts:
over alert labels of comments."""

QUOTING_INTRO = """Comments of the project's own that quote or retell contempt, threats or calls to violence in order
to reject them, the same ten in each variety (`Benchmarks/quality/quoting.tsv`); written before they were
run; the one about "those who say" led to words in the lexicon since. Right:
no alert."""


@dataclasses.dataclass
class Row:
    """A labelled sentence beside what was found in it."""

    kind: str
    variety: str
    themes: tuple
    sentiment: tuple
    response: tuple
    alerts: tuple
    language: tuple

    @property
    def theme_ids(self):
        return tuple({theme.split(":")[0] for theme in themes} for themes in self.themes)


def read(program, path):
    """The rows of a labelled table with the program's answers."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    gold = [dict(zip(head, line.split("\t"), strict=True)) for line in lines[1:] if line]
    found = {}
    for kind in ("talk", "comment"):
        chosen = [row for row in gold if row["kind"] == kind]
        readings = program.readings("tag", [row["text"] for row in chosen], kind=kind)
        found |= {row["id"]: reading for row, reading in zip(chosen, readings, strict=True)}
    return [_row(row, found[row["id"]]) for row in gold]


def _row(gold, found):
    return Row(
        kind=gold["kind"],
        variety=gold["variety"],
        themes=(None if gold["themes"] == UNLABELLED else _labels(gold["themes"]), set(found["themes"])),
        sentiment=(gold["sentiment"], found.get("sentiment")),
        response=(gold["response"], found.get("response")),
        alerts=(_labels(gold["alerts"]), set(found["alerts"])),
        language=(gold["variety"], found["language"]),
    )


def _labels(cell):
    return set(cell.split()) - {"-"}


def measure(program, tables, quoting):
    """The section on the codebook: `tables` are (name, path) of labelled sentences, `quoting` comments that quote."""
    section = page.Section("Codebook", [INTRO])
    for name, path in tables:
        rows = read(program, path)
        groups = [("all", rows), *((v, [row for row in rows if row.variety == v]) for v in VARIETIES)]
        groups = [(variety, chosen) for variety, chosen in groups if chosen]
        section.blocks.append(f"### {name[0].upper()}{name[1:]}")
        # Tables of comments alone name no themes; those of talks alone have no sentiment.
        if any(row.themes[0] is not None for row in rows):
            section.blocks.append(_theme_table(groups))
            section.goals += _theme_goals(name, rows)
        if _of(rows, "comment"):
            section.blocks.append(_comment_table(groups))
            section.goals += _comment_goals(name, groups)
    _add_quoting(section, program, quoting)
    return section


# Each measure takes rows, so that it can be taken of resampled rows too.


def themes_f1(rows):
    """Micro-F1 of theme ids."""
    return measures.micro_f1([row.theme_ids for row in rows])


def stances_f1(rows):
    """Micro-F1 of theme and stance."""
    return measures.micro_f1([row.themes for row in rows])


def sentiment_f1(rows):
    """Macro-F1 of sentiments."""
    return measures.macro_f1([row.sentiment for row in rows])


def response_f1(rows):
    """Macro-F1 of responses."""
    return measures.macro_f1([row.response for row in rows])


def formula_f1(rows):
    """F1 of the response `formula`."""
    return measures.label_f1([row.response for row in rows], "formula")


def _figure(rows, measure):
    return page.with_spread(measure(rows), measures.bootstrap(rows, measure))


def _of(rows, kind):
    return [row for row in rows if row.kind == kind]


def _disturbed(rows):
    """Sentences without a theme in which one was found, and sentences without a theme."""
    silent = [found for expected, found in (row.themes for row in rows) if not expected]
    return sum(map(bool, silent)), len(silent)


def _alerts(rows):
    """((right, found), (right, expected)) over alerts of comments."""
    right, wrong, missed = measures.set_counts([row.alerts for row in _of(rows, "comment")])
    return (right, right + wrong), (right, right + missed)


def _theme_table(groups):
    scores = ["themes", "with stance", "talks: themes", "talks: with stance"]
    head = ["variety", *scores, "theme-less", "sentences (talks)"]
    rows = []
    for variety, chosen in groups:
        talks = _of(chosen, "talk")
        scores = [_figure(of, by) for of in (chosen, talks) for by in (themes_f1, stances_f1)]
        wrong, silent = _disturbed(chosen)
        rows.append([variety, *scores, f"{wrong} of {silent}", f"{len(chosen)} ({len(talks)})"])
    return page.table(head, rows)


def _comment_table(groups):
    scores = ["sentiment", "response", "`formula`", "alerts: precision", "alerts: recall"]
    head = ["variety", *scores, "language", "comments"]
    rows = []
    for variety, chosen in groups:
        comments = _of(chosen, "comment")
        scores = [_figure(comments, by) for by in (sentiment_f1, response_f1, formula_f1)]
        alerts = [f"{right} of {count}" for right, count in _alerts(chosen)]
        named = [want == got for want, got in (row.language for row in chosen) if want != "mixed"]
        rows.append([variety, *scores, *alerts, f"{sum(named)} of {len(named)}", str(len(comments))])
    return page.table(head, rows)


def _goal(text, rows, measure, wanted):
    return page.Goal(text, measure(rows), wanted, len(rows), measures.bootstrap(rows, measure))


def _share_goal(text, right, count, wanted, is_ceiling=False):
    interval = measures.wilson(right, count)
    return page.Goal(text, measures.share(right, count), wanted, count, interval, is_ceiling, True)


def _theme_goals(name, rows):
    talks = _of(rows, "talk")
    return [
        _goal(f"themes of talks, {name}", talks, themes_f1, 0.85),
        _goal(f"themes of talks with stance, {name}", talks, stances_f1, 0.75),
        _share_goal(f"theme-less sentences with a theme, {name}", *_disturbed(rows), 0.05, is_ceiling=True),
    ]


def _comment_goals(name, groups):
    comments = _of(groups[0][1], "comment")
    precision, recall = _alerts(comments)
    sentiment = [
        _goal(f"sentiment {variety}, {name}", _of(chosen, "comment"), sentiment_f1, 0.70)
        for variety, chosen in groups
        if variety not in ("all", "mixed") and _of(chosen, "comment")
    ]
    return [
        *sentiment,
        _goal(f"response, {name}", comments, response_f1, 0.65),
        _goal(f"`formula`, {name}", comments, formula_f1, 0.90),
        _share_goal(f"alerts: recall, {name}", *recall, 0.80),
        _share_goal(f"alerts: precision, {name}", *precision, 0.80),
    ]


def _add_quoting(section, program, path):
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    readings = program.readings("tag", [text for _, _, text in rows], kind="comment")
    quiet = [(variety, not reading["alerts"]) for (_, variety, _), reading in zip(rows, readings, strict=True)]
    table = []
    for variety in VARIETIES[:-1]:
        flags = [flag for of, flag in quiet if of == variety]
        table.append([variety, f"{sum(flags)} of {len(flags)}"])
    section.blocks += ["### Quoting to reject", QUOTING_INTRO, page.table(["variety", "no alert"], table)]
    names = [name for (name, _, _), (_, flag) in zip(rows, quiet, strict=True) if not flag]
    if names:
        section.blocks.append(f"An alert was raised by {', '.join(names)}.")
    right = sum(flag for _, flag in quiet)
    section.goals.append(_share_goal("quoting to reject: no alert", right, len(quiet), 0.95))
