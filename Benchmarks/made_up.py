"""Made-up ids, people and dates in the shapes that YouTube gives them."""

import base64
import datetime
import random

import text_model

CHANNEL = "UCbenchmarkChannel000000"
CREATOR = "B01"
REGISTRY = f"""code,name,languages,country,youtube_id,youtube_name,consent_what,consent_with,consent_from,consent_until
{CREATOR},Made-up Person,ky ru uz-Latn uz-Cyrl,KG,{CHANNEL},Made-up channel,figures themes talks,team,2026-01-01,2030-12-31
"""

# A pool of names would repeat; these parts make as many handles as a big channel has commenters.
_HANDLE_ENDS = ["", "_kg", "_uz", "_osh", ".01", "-x", "tv", "_7", "official", "1990"]
_LAST_SPRING = datetime.datetime(2026, 3, 1, tzinfo=datetime.timezone.utc)


def _base64(rng, count):
    """`count` random letters, digits, `-` and `_`."""
    return base64.urlsafe_b64encode(rng.randbytes(count * 3 // 4 + 1)).decode()[:count]


def video_id(rng):
    """11 letters as in a watch link."""
    return _base64(rng, 11)


def comment_id(rng):
    """`Ug`, 17 letters and the end that most ids of comments share: 26 in all, unique by chance."""
    return f"Ug{'wxyz'[rng.getrandbits(2)]}{_base64(rng, 16)}4AaABAg"


class People:
    """Commenters by number: a name or handle and a channel id, the same for the same number."""

    def __init__(self, count, seed):
        rng = random.Random(seed)
        rows = [row for language in text_model.LANGUAGES for row in sample_people(language)]
        self.names = [self._name(rng, rows) for _ in range(count)]
        self.channels = ["UC" + _base64(rng, 22) for _ in range(count)]

    @staticmethod
    def _name(rng, rows):
        name, handle = rows[int(len(rows) * rng.random())]
        if rng.random() < 0.25:
            return name
        stem = handle.split("-")[0]
        return f"{stem}{rng.choice(_HANDLE_ENDS)}-{_base64(rng, 3).lower()}"


def sample_people(language):
    """Display names and handles of the made-up commenters in Samples."""
    path = text_model.PROJECT / "Samples/texts" / language / "people.tsv"
    return [(cells[0], cells[1]) for cells in text_model.tables([path]) if len(cells) > 1]


class Crowd:
    """Who writes which comment: everybody at least once, some much more often (Zipf-Mandelbrot)."""

    _SHIFT = 50

    def __init__(self, rng, authors, comments):
        self.order = list(range(min(authors, comments)))
        ratio = (authors + self._SHIFT) / self._SHIFT
        for _ in range(comments - len(self.order)):
            self.order.append(min(authors - 1, int(self._SHIFT * (ratio ** rng.random() - 1))))
        rng.shuffle(self.order)

    def __getitem__(self, index):
        return self.order[index]


def sizes(rng, total, parts):
    """Splits `total` into `parts` numbers of which few are big and many small."""
    weights = [rng.lognormvariate(0, 1.4) for _ in range(parts)]
    scale = (total - parts) / sum(weights)
    numbers = [1 + int(weight * scale) for weight in weights]
    numbers[0] += total - sum(numbers)
    return numbers


def published(rng, video, videos):
    """When a comment under the video of that number was written: soon after the video, rarely much later."""
    start = _LAST_SPRING + datetime.timedelta(hours=5 * (videos - video) * 1000 / videos)
    return start + datetime.timedelta(seconds=int(rng.expovariate(1 / 400_000)))


def likes(rng):
    """A count of likes: mostly none, sometimes many."""
    return int(rng.paretovariate(1.1)) - 1


def unix_time(text):
    """Seconds since 1970 of an ISO time."""
    return int(datetime.datetime.fromisoformat(text).timestamp())
