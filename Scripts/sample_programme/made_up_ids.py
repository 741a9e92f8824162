"""Ids in the platforms' shapes, drawn from hashes: nobody's."""

import base64
import hashlib


def _digest(*words):
    return hashlib.sha256(":".join(map(str, ("minbar", *words))).encode()).digest()


def _letters(length, *words):
    return base64.urlsafe_b64encode(_digest(*words)).decode()[:length]


def digits(length, *words):
    """That many digits, the first of them not 0."""
    number = int.from_bytes(_digest(*words), "big")
    return str(10 ** (length - 1) + number % (9 * 10 ** (length - 1)))


def video(key, start=""):
    """A YouTube video id; `start` fixes its first letters."""
    return (start + _letters(11, "video", key))[:11]


def programme_channel(code):
    """A channel id that says whose it is: `UC` and 22 letters."""
    return "UC" + "MinbarSample" + code + _letters(7, "channel", code)


def commenter_channel(handle):
    """The channel id of a commenter."""
    return "UC" + _letters(22, "commenter", handle)


def comment(key):
    """A YouTube comment id."""
    return "Ug" + _letters(18, "comment", key).replace("-", "x").replace("_", "w") + "4AaABAg"


def reply(parent, key):
    """The id of a reply: its parent's, a dot, and more letters."""
    return parent + ".9" + _letters(21, "reply", key).replace("-", "x")


def instagram_account(code):
    """A 17-digit Instagram account id."""
    return "1784149" + digits(10, "account", code)


def instagram_post(key):
    """A 17-digit Instagram post id."""
    return "179" + digits(14, "post", key)


def shortcode(key):
    """The letters in an Instagram link."""
    return "D" + _letters(10, "shortcode", key)
