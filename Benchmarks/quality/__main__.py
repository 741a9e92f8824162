#!/usr/bin/env python3
"""Measures how well Minbar reads text, beside the goals, and writes Lexicons/QUALITY.md. Called by Scripts/quality."""

import argparse
import datetime
import functools
import pathlib
import shutil
import subprocess
import sys

import bounds
import codebook
import conversion
import cross_language
import forms
import held_out
import language
import measures
import page
import restoration
from peers import Peers
from program import FilterFailedError, MissingFilterError, Program

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
FIXTURES = PROJECT / "Tests/TextAnalysisTests/Fixtures"
OWN = (
    ("own parallel sentences", "meaning-parallel.tsv"),
    ("own colloquial sentences", "meaning-colloquial.tsv"),
    ("own replies", "meaning-comments.tsv"),
    ("own replies, second set", "meaning-replies.tsv"),
    ("own sentences with implied themes", "meaning-implicit.tsv"),
)

INTRO = """What `Scripts/quality` measured last: the program's own filters on labelled sentences and public sets. Made
by the script; do not edit by hand. Speed is in `Benchmarks/RESULTS.md`. Beside a share stands Wilson's 95 % interval,
beside an F1 that of {resamples} seeded resamples; a goal is held or missed by the figure itself before rounding."""

NOTES = """- The program was developed on its own sentences (`Tests/TextAnalysisTests/Fixtures`), which hold what its
  authors thought of: figures on them are an upper bound. Figures of sentences that others labelled are worth more, as
  far as nobody who worked on the program saw them.
- Language and captions: the files that are learned from sentences (`profile-*.tsv`, `words.tsv`) are shipped as
  learned from all of SIB-200. For this measurement the same scripts learned them from the first, third, fifth ... line
  only, and the lines between are measured. The goals are judged by that. "As shipped" stands beside it: those files
  know the very sentences, so that figure is too good; for new text of this kind expect something between the two.
- Everything else (rules, stems, spellings, abbreviations) was written with these public sets at hand."""


def main():
    """Measures everything that can be measured and writes the page."""
    options = _options()
    options.work.mkdir(parents=True, exist_ok=True)
    work = options.work.resolve()
    program = Program(options.minbar, _shipped(options.lexicons, work), work)
    fingerprint = program.fingerprint()
    sections = list(_sections(options, program))
    text = _page(options, fingerprint, sections)
    options.out.write_text(text, encoding="utf-8")
    print(page.goal_table([goal for section in sections for goal in section.goals]))
    print(f"\nWritten: {options.out}")


def _options():
    parser = argparse.ArgumentParser(prog="Scripts/quality", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--minbar", type=pathlib.Path, required=True)
    parser.add_argument("--lexicons", type=pathlib.Path, default=PROJECT / "Lexicons")
    parser.add_argument("--data", type=pathlib.Path, help="folder of public sets")
    parser.add_argument("--gold", type=pathlib.Path, help="table of sentences labelled by others")
    parser.add_argument("--peers", dest="python", help="Python that has pycld2 and py3langid")
    parser.add_argument("--out", type=pathlib.Path, default=PROJECT / "Lexicons/QUALITY.md")
    parser.add_argument("--work", type=pathlib.Path, required=True)
    options = parser.parse_args()
    for path in (options.minbar, options.lexicons, options.data, options.gold):
        if path is not None and not path.exists():
            parser.error(f"{path} does not exist; name an existing path")
    return options


def _shipped(lexicons, work):
    """A copy of the lexicons as they are built into the program: the pages and sources beside them are not.

    The fingerprint covers every file of the folder; it must not change when this script writes its page there.
    """
    target = work / "shipped"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(lexicons, target)
    for path in [*target.glob("*.md"), *target.glob("*.swift")]:
        path.unlink()
    return target


def _sections(options, program):
    data = options.data
    if data is None:
        for title in ("Language", "Sentence bounds"):
            yield page.Section(title, ["Not measured: needs public sets (`--data`)."])
    else:
        yield from _learned_sections(options, program)
    yield _tried("Inflected forms", lambda: forms.measure(program, FIXTURES / "meaning-forms.tsv"))
    for title, module in (("Uzbek in its other script", conversion), ("Kyrgyz letters restored", restoration)):
        if data is None:
            yield page.Section(title, ["Not measured: needs public sets (`--data`)."])
        else:
            yield _tried(title, lambda module=module: module.measure(program, data))
    quoting = pathlib.Path(__file__).with_name("quoting.tsv")
    yield _tried("Codebook", lambda: codebook.measure(program, _tables(options), quoting))
    yield _tried("Across languages", lambda: cross_language.measure(program, FIXTURES / "meaning-parallel.tsv"))


def _learned_sections(options, program):
    """What is measured with lexicons that have not seen the sentences."""
    work = options.work.resolve()
    sets = language.Sets(options.data, program)

    @functools.cache
    def unseen():
        return program.with_lexicons(held_out.lexicons(options.data, program, PROJECT, work))

    yield _tried("Language", lambda: language.measure(sets, unseen(), program, Peers(options.python)))
    yield _tried("Sentence bounds", lambda: bounds.measure(sets, unseen(), program))


def _tables(options):
    tables = [(name, FIXTURES / file) for name, file in OWN]
    if options.gold is not None:
        tables.append(("sentences labelled by others", options.gold))
    return tables


def _tried(title, measure):
    """A section, or one that says what is missing: the others are measured all the same."""
    print(f"{title} ...", file=sys.stderr)
    try:
        return measure()
    except (MissingFilterError, FilterFailedError) as error:
        reason = str(error)
    except FileNotFoundError as error:
        # The page names no folder of this machine.
        reason = f"{pathlib.Path(error.filename).name} is missing."
    except subprocess.CalledProcessError as error:
        reason = f"{pathlib.Path(error.cmd[0]).name} ended with {error.returncode}."
    print(f"Scripts/quality: {title}: {reason}", file=sys.stderr)
    return page.Section(title, [f"Not measured: {reason}"])


def _page(options, fingerprint, sections):
    goals = [goal for section in sections for goal in section.goals]
    missed = [goal for goal in goals if "missed" in goal.verdict]
    held = sum(goal.verdict == "held" for goal in goals)
    blocks = [
        "# Quality of the text engine",
        INTRO.format(resamples=f"{measures.RESAMPLES:,}"),
        "\n".join(_head(options, fingerprint)),
        f"**{held} of {held + len(missed)} goals held.**" + (" Missed:" if missed else ""),
        *([page.goal_table(missed)] if missed else []),
        "How far to trust these figures:",
        NOTES,
        *(section.text() for section in sections),
    ]
    return "\n\n".join(blocks) + "\n"


def _head(options, fingerprint):
    words = ["Scripts/quality"]
    words += ["--data FOLDER"] if options.data else []
    words += ["--peers"] if options.python else []
    words += ["--gold FILE"] if options.gold else []
    lines = [
        f"- Date: {datetime.date.today()}",
        f"- Command: `{' '.join(words)}`",
        f"- Lexicon and engine: fingerprint `{fingerprint}`",
    ]
    if options.data:
        lines.append(
            "- FOLDER: SIB-200, train part, text of FLORES-200 (CC BY-SA 4.0); Universal Declaration of Human Rights "
            "of Unicode's UDHR project; UzTransliterator's documents (MIT); headlines of UD_Kyrgyz-KTMU (CC BY-SA 4.0)"
        )
    if options.gold:
        count = len(options.gold.read_text(encoding="utf-8").splitlines()) - 1
        lines.append(f"- FILE: {count} sentences labelled by others (not shipped)")
    return lines


if __name__ == "__main__":
    main()
