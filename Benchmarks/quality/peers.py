"""Two language detectors that anybody can install, asked the same items. Run by their own Python; see Scripts/quality.

As a program: reads a list of texts as JSON on standard input, prints {"pycld2": [...], "py3langid": [...]}.
"""

import json
import re
import subprocess
import sys

CODES = ["ky", "ru", "uz", "kk", "tg", "tt", "tr", "az", "tk", "en", "ar"]
CYRILLIC = re.compile("[Ѐ-ԯ]")


class Peers:
    """The detectors behind another Python."""

    def __init__(self, python):
        self.python = python

    def labels(self, texts):
        """{name: labels} of each text; nothing without a Python."""
        if self.python is None:
            return {}
        given = json.dumps(texts).encode()
        done = subprocess.run([self.python, __file__], input=given, capture_output=True, check=True)
        return json.loads(done.stdout)


def with_script(code, text):
    """Uzbek by the script that it stands in."""
    if code != "uz":
        return code
    return "uz-Cyrl" if CYRILLIC.search(text) else "uz-Latn"


def make_cld2():
    """pycld2 with its best effort for short texts."""
    import pycld2

    def classify(text):
        try:
            return pycld2.detect(text, bestEffort=True)[2][0][1]
        except pycld2.error:
            return "?"

    return classify


def make_langid():
    """py3langid, held to the languages of the measurement as far as it knows them."""
    from py3langid import langid

    def knows(code):
        try:
            langid.set_languages([code])
        except ValueError:
            return False
        return True

    langid.set_languages([code for code in CODES if knows(code)])
    return lambda text: langid.classify(text)[0]


def main():
    """Answers the texts on standard input."""
    texts = json.load(sys.stdin)
    answers = {}
    for name, make in (("pycld2", make_cld2), ("py3langid", make_langid)):
        classify = make()
        known = {text: with_script(classify(text), text) for text in set(texts)}
        answers[name] = [known[text] for text in texts]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
