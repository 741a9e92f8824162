"""Checks of a page as it stands in the browser, by a script of our own beside this file."""

import pathlib

SCRIPT = (pathlib.Path(__file__).resolve().parent / "checks.js").read_text(encoding="utf-8")


def faults(page):
    """Sentences about what is wrong with the page; none when it can be read and used by all."""
    return page.evaluate(SCRIPT)


def pattern(address, origin):
    """The kind of page that an address leads to: numbers, months and codes left out."""
    path = address.removeprefix(origin).split("?")[0].split("#")[0]
    return "/".join("*" if any(sign.isdigit() for sign in part) else part for part in path.split("/"))


def links(page, origin):
    """Addresses of this site that a page leads to, without things that are handed over as files."""
    found = page.eval_on_selector_all("a[href]", "nodes => nodes.map((node) => node.href)")
    return [address for address in dict.fromkeys(found) if address.startswith(origin + "/")]
