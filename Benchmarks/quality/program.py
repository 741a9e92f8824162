"""The program under measurement: its filters, run as they are, on lists of texts."""

import json
import os
import re
import subprocess


class MissingFilterError(Exception):
    """This build has no such filter; the text says which."""


class FilterFailedError(Exception):
    """A filter ended badly or answered fewer lines than it was asked."""


class Program:
    """Runs `minbar text ...` with one folder of lexicons."""

    def __init__(self, path, lexicons, work):
        self.path = str(path)
        self.lexicons = str(lexicons)
        # No setting of the caller's reaches the program, and no archive is needed.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MINBAR_")}
        self.environment = kept | {"MINBAR_HOME": str(work / "home"), "MINBAR_KEYS": str(work / "keys")}

    def with_lexicons(self, lexicons):
        """The same program with another folder of lexicons."""
        other = Program.__new__(Program)
        other.path, other.lexicons, other.environment = self.path, str(lexicons), self.environment
        return other

    def fingerprint(self):
        """16 digits that stand for the bytes of the lexicons and the version of the engine."""
        done = self._run(["lexicon", "check"], b"")
        found = re.search(r"Lexicon ([0-9a-f]{16})", done.stdout.decode())
        if not found:
            raise FilterFailedError(f"minbar lexicon check named no fingerprint: {done.stderr.decode()[-300:]}")
        return found.group(1)

    def has(self, name):
        """Whether this build has the filter `minbar text name`."""
        # A parser that does not know the word takes --help as asked of `minbar text`.
        done = subprocess.run([self.path, "text", name, "--help"], capture_output=True, env=self.environment)
        return f"minbar text {name}" in done.stdout.decode()

    def readings(self, name, texts, kind="comment"):
        """What `tag`, `language` or `sentences` say of each text, in order.

        Raises MissingFilterError, FilterFailedError.
        """
        lines = (json.dumps({"id": str(i), "kind": kind, "text": text}) + "\n" for i, text in enumerate(texts))
        output = self._filter(name, [], "".join(lines))
        readings = [json.loads(line) for line in output.splitlines()]
        if [reading["id"] for reading in readings] != [str(i) for i in range(len(texts))]:
            raise FilterFailedError(f"minbar text {name} answered {len(readings)} of {len(texts)} texts")
        return readings

    def lines(self, name, options, lines):
        """What `forms`, `convert` or `restore` make of each line. Raises MissingFilterError, FilterFailedError."""
        output = self._filter(name, options, "".join(line + "\n" for line in lines))
        answers = output.split("\n")[:-1]
        if len(answers) != len(lines):
            raise FilterFailedError(f"minbar text {name} answered {len(answers)} of {len(lines)} lines")
        return answers

    def _filter(self, name, options, text):
        if not self.has(name):
            raise MissingFilterError(f"This build has no `minbar text {name}`.")
        done = self._run(["text", name, *options], text.encode())
        if done.returncode != 0:
            raise FilterFailedError(f"minbar text {name} ended with {done.returncode}: {done.stderr.decode()[-300:]}")
        return done.stdout.decode()

    def _run(self, words, text):
        command = [self.path, *words, "--lexicons", self.lexicons]
        return subprocess.run(command, input=text, capture_output=True, env=self.environment)
