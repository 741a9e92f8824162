"""Every page that a role can reach by links, in four languages, on a phone and on a screen: labels, contrast, order."""

import unittest

from playwright.sync_api import Error

import looking
from house import House, LANGUAGES, PHONE, SCREEN
from team_journey import enrol

# As pages state their language.
TAGS = {"ru": "ru", "ky": "ky", "uz": "uz-Latn", "en": "en"}

# Pages that tell of the desk itself and carry everything that other pages carry; one of a kind is enough.
START = {
    "administrator": ["/", "/upload", "/figures", "/cards", "/held", "/objections", "/users", "/activity", "/reports"],
    "coder": ["/account"],
    "creator": ["/me", "/me/talks?month=2026-09", "/me/shared"],
    "donor": ["/me/packages"],
}


class PagesJourney(unittest.TestCase):
    """Walks what a role sees."""

    def walk(self, role, bound_to=""):
        house = House.current
        page = house.visitor(size=PHONE)
        if role == "administrator":
            page.goto(house.run("serve", "link", "--port", house.origin.rsplit(":", 1)[1]).split()[-1])
        else:
            page.goto(house.link(f"walk-{role}", role, bound_to))
        page.locator("main button").click()
        page.wait_for_load_state()
        if role == "coder":
            self.look(page, "coder", "ru", "/enrol")
            enrol(page, house, "walk-coder")
            self.look(page, "coder", "ru", "/enrolled")
        seen = self.crawl(page, role)
        for language in LANGUAGES[1:]:
            self.switch(page, language)
            for kind, address in seen.items():
                self.visit(page, role, language, kind, address)
        print(f"\n  {role}: {len(seen)} kinds of page in {len(LANGUAGES)} languages", end=" ")
        page.context.close()

    def crawl(self, page, role):
        """Follows links in Russian; one address of each kind of page."""
        origin = House.current.origin
        waiting = [origin + path for path in START[role]]
        seen = {}
        while waiting:
            address = waiting.pop(0)
            kind = looking.pattern(address, origin)
            if kind in seen:
                continue
            if self.visit(page, role, "ru", kind, address):
                seen[kind] = address
                waiting += looking.links(page, origin)
            else:
                seen[kind] = None
        return {kind: address for kind, address in seen.items() if address}

    def visit(self, page, role, language, kind, address):
        """False for what is handed over as a file."""
        try:
            answer = page.goto(address)
        except Error as error:
            if "Download is starting" in error.message or "ERR_ABORTED" in error.message:
                return False
            raise
        with self.subTest(kind=kind, role=role, language=language):
            self.assertEqual(answer.status, 200, address)
        self.look(page, role, language, kind)
        return True

    def look(self, page, role, language, kind):
        name = "-".join([role, kind.strip("/").replace("/", "-").replace("*", "x") or "first", language])
        is_report = kind.startswith("/reports/*") or kind == "/me/report"
        with self.subTest(page=name):
            if not is_report:
                self.assertEqual(page.locator("html").get_attribute("lang"), TAGS[language])
            self.assertEqual([], looking.faults(page), kind)
        if language in ("ru", "uz"):
            House.current.picture(page, f"phone-{name}")
        page.set_viewport_size(SCREEN)
        with self.subTest(page=name, width=SCREEN["width"]):
            self.assertEqual([], looking.faults(page), kind)
        if language == "ky":
            House.current.picture(page, f"screen-{name}")
        page.set_viewport_size(PHONE)

    def switch(self, page, language):
        page.goto(House.current.origin + "/account")
        button = page.locator(f"form.languages button[value={language}]")
        if button.count():
            button.click()
            page.wait_for_load_state()

    def test_nobody(self):
        house = House.current
        for language in LANGUAGES:
            page = house.visitor(size=PHONE, language=language)
            page.goto(house.origin + "/enter")
            self.look(page, "nobody", language, "/enter")
            page.goto(house.origin + "/enter/" + "0" * 64)
            self.look(page, "nobody", language, "/enter/*")
            page.context.close()

    def test_team(self):
        self.walk("administrator")

    def test_coder(self):
        self.walk("coder")

    def test_creator(self):
        self.walk("creator", "R01")

    def test_donor(self):
        self.walk("donor", "sample")
