"""A folder of lexicons whose learned files know only one half of the sentences, so that the other half is unseen.

The shipped `profile-*.tsv` and `words.tsv` are learned from all sentences of the public sets. Measured on those they
would look better than they are. Here the same scripts learn them anew from the even half; everything else is copied.
"""

import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys

from program import MissingFilterError

LISTS = {"ky": "ky", "ru": "ru", "uz": "uz-Latn"}


def lexicons(data, program, project, work):
    """The program's lexicons, with the learned files of one half in place of the shipped ones."""
    learned = _learned(data, program, project, work)
    target = work / "held-out"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(program.lexicons, target)
    shutil.copytree(learned, target / "languages", dirs_exist_ok=True)
    return target


def _learned(data, program, project, work):
    """The folder of learned files; made once for the same texts and scripts (some minutes)."""
    target = work / f"learned-{_stamp(data, project)}"
    if target.exists():
        return target
    print("Learning language profiles and sentence words from the even half (some minutes) ...", file=sys.stderr)
    part = work / "learned-part"
    shutil.rmtree(part, ignore_errors=True)
    _collect(data, program, part / "texts")
    for script in ("language-profiles", "sentence-words"):
        command = [project / "Scripts" / script, part / "texts", "--half", "even", "--out", part / "learned"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"PYTHONHASHSEED": "0"})
    (part / "learned").rename(target)
    shutil.rmtree(part)
    return target


def _stamp(data, project):
    """Stands for the texts and the scripts.

    The entries of the lexicons are left out: a word more or less moves the profiles by nothing that matters, and
    learning takes long. Who wants them learned anew deletes .build/quality.
    """
    digest = hashlib.sha256()
    scripts = [project / "Scripts" / name for name in ("language-profiles", "sentence-words")]
    for path in [*sorted(path for path in data.rglob("*") if path.is_file()), *scripts]:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _collect(data, program, target):
    """The texts that the shipped files are learned from, as Scripts/language-profiles wants them."""
    if not (data / "lid").is_dir():
        raise FileNotFoundError(errno.ENOENT, "no sentences", str(data / "lid"))
    target.mkdir(parents=True)
    for path in (data / "lid").glob("*.txt"):
        shutil.copy(path, target / path.name)
    for path in (data / "udhr").glob("*.txt"):
        shutil.copy(path, target / f"{path.stem}.udhr.txt")
    # What Scripts/russian-sentences collects; measured on nothing.
    for path in (data / "sentences").glob("*.txt"):
        shutil.copy(path, target / path.name)
    _collect_pairs(data / "uz-pairs/pairs.tsv", target)
    _collect_headlines(data / "ky-headlines.conllu", target)
    _collect_lists(program, target)


def _collect_pairs(pairs, target):
    if not pairs.exists():
        return
    rows = [line.split("\t") for line in pairs.read_text(encoding="utf-8").splitlines()[1:]]
    for column, code in enumerate(("uz-Cyrl", "uz-Latn")):
        parts = [part for row in rows if len(row) == 2 for part in re.split(r"(?<=[.!?…]) ", row[column])]
        _write(target / f"{code}.pairs.txt", parts)


def _collect_headlines(treebank, target):
    if not treebank.exists():
        return
    lines = treebank.read_text(encoding="utf-8").splitlines()
    _write(target / "ky.headlines.txt", [line[9:] for line in lines if line.startswith("# text = ")])


def _collect_lists(program, target):
    """The entries of the lexicons. They are no part of any test set: written twice, both halves hold them all."""
    for folder, code in LISTS.items():
        entries = _entries(program.lexicons, folder)
        _write(target / f"{code}.lexicon.txt", [entry for entry in entries for _ in range(2)])
        if folder == "uz":
            try:
                made = program.lines("convert", ["--to", "uz-Cyrl"], entries)
            except MissingFilterError:
                continue
            _write(target / "uz-Cyrl.lexicon.txt", [entry for entry in made for _ in range(2)])


def _entries(lexicons, folder):
    root = os.path.join(lexicons, "languages", folder)
    names = sorted(os.listdir(os.path.join(root, "classes")))
    entries = []
    for path in [*(os.path.join("classes", name) for name in names), "sentiment.tsv", "formulas.tsv"]:
        with open(os.path.join(root, path), encoding="utf-8") as lines:
            entries += [line.split("\t")[0].strip(" -") for line in lines if not line.startswith("#")]
    return [entry for entry in entries if entry and "…" not in entry]


def _write(path, lines):
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
