"""Inflected forms: which are recognised as forms of their lemma, and which foreign ones are refused."""

import measures
import page

WANTED = {"ky": (0.95, 0.97), "uz": (0.95, 0.97), "ru": (0.94, 0.94)}

INTRO = """Pairs of a lemma and a word, written by hand (`Tests/TextAnalysisTests/Fixtures/meaning-forms.tsv`). They
are a test of the program too, so that its rules were worked on against them: an upper bound. Recall: forms that are
recognised. Precision: of the words that are recognised, those that are forms of the lemma. Words that only look like
forms (`кыз` – `кызык`) stand among them, but few: the precision says little yet."""


def measure(program, fixture):
    """The section on inflected forms."""
    section = page.Section("Inflected forms", [INTRO])
    rows = []
    for language, (wanted_recall, wanted_precision) in WANTED.items():
        counts, mistakes = _counts(program, language, _pairs(fixture, language))
        right, missed, wrong, refused = counts["11"], counts["10"], counts["01"], counts["00"]
        recall = right, right + missed
        precision = right, right + wrong
        cells = [_share(*recall), _share(*precision), f"{refused} of {refused + wrong}", str(sum(counts.values()))]
        rows.append([language, *cells])
        if mistakes:
            section.blocks.append(f"Mistaken in {language}: {', '.join(mistakes)}.")
        section.goals.append(_goal(f"forms {language}, recall", *recall, wanted_recall))
        section.goals.append(_goal(f"forms {language}, precision", *precision, wanted_precision))
    head = ["language", "recall (95 % interval)", "precision (95 % interval)", "foreign words refused", "n"]
    section.blocks.insert(1, page.table(head, rows))
    return section


def _pairs(fixture, language):
    rows = [line.split("\t") for line in fixture.read_text(encoding="utf-8").splitlines()[1:]]
    return [row[1:] for row in rows if row[0] == language]


def _counts(program, language, pairs):
    """How often each pair of expected and found answer occurs ("11", "10", "01", "00"), and the mistaken pairs."""
    answers = program.lines("forms", ["--language", language], ["\t".join(pair[:2]) for pair in pairs])
    counts = dict.fromkeys(("11", "10", "01", "00"), 0)
    mistakes = []
    for (lemma, form, expected), answer in zip(pairs, answers, strict=True):
        found = answer.rsplit("\t", 1)[1]
        counts[expected + found] += 1
        if expected != found:
            mistakes.append(f"{lemma} – {form}")
    return counts, mistakes


def _share(right, count):
    return page.with_spread(measures.share(right, count), measures.wilson(right, count), is_share=True)


def _goal(text, right, count, wanted):
    interval = measures.wilson(right, count)
    return page.Goal(text, measures.share(right, count), wanted, count, interval, is_share=True)
