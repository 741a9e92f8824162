"""The desk without a mouse: everything is reached by the tab key, in the order of reading, and shows that it is."""

import unittest

from house import House, PHONE, SCREEN

# What the tab key has come to: its place in the document and whether a ring shows around it.
HERE = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const all = [...document.querySelectorAll("*")];
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  return {
    place: all.indexOf(node), top: box.top + scrollY, what: node.outerHTML.slice(0, 100),
    ring: node.matches(":focus-visible") && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isSeen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""
REACHABLE = """() => [...document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,summary")]
  .filter((node) => node.offsetParent !== null && !(node.closest("details:not([open])") && node.tagName !== "SUMMARY"))
  .length"""


class KeyboardJourney(unittest.TestCase):
    """Tab, Enter and space only."""

    @classmethod
    def setUpClass(cls):
        cls.house = House.current
        cls.page = cls.house.visitor(language="uz")
        cls.page.goto(cls.house.run("serve", "link", "--port", cls.house.origin.rsplit(":", 1)[1]).split()[-1])

    @classmethod
    def tearDownClass(cls):
        cls.page.context.close()

    def tab_to(self, selector, most=80):
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        self.fail(f"{selector} is not reached by the tab key")

    def test_1_signs_in_by_enter(self):
        self.tab_to("main button")
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(self.house.origin + "/")

    def test_2_tab_follows_the_order_of_reading_and_shows_where_it_is(self):
        for size in (SCREEN, PHONE):
            self.page.set_viewport_size(size)
            for path in ("/", "/upload", "/creators", "/reports", "/users", "/account", "/figures"):
                with self.subTest(path=path, width=size["width"]):
                    self.page.goto(self.house.origin + path)
                    stops = self.stops()
                    self.assertGreaterEqual(len(stops), self.page.evaluate(REACHABLE))
                    places = [stop["place"] for stop in stops]
                    self.assertEqual(places, sorted(places))
                    self.assertEqual([], [stop["what"] for stop in stops if not stop["ring"]])
                    self.assertEqual([], [stop["what"] for stop in stops if not stop["isSeen"]])
        self.page.set_viewport_size(SCREEN)

    def stops(self):
        found = []
        for _ in range(300):
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate(HERE)
            if stop is None or (found and stop["place"] == found[0]["place"]):
                break
            # A field for a month has several stops inside; the browser draws its own ring there.
            if not found or stop["place"] != found[-1]["place"]:
                found.append(stop)
        return found

    def test_3_makes_an_account_without_a_mouse(self):
        page = self.page
        page.goto(self.house.origin + "/users")
        if not page.locator("details").first.evaluate("node => node.open"):
            self.tab_to("details summary")
            page.keyboard.press("Enter")
        self.tab_to("#code")
        page.keyboard.type("Hands1")
        self.tab_to("form[action='/users'] button")
        self.house.picture(page, "keyboard-users")
        page.keyboard.press("Enter")
        page.locator("code.long").wait_for()
        self.assertIn("Hands1", page.locator("table.list").inner_text())

    def test_4_a_link_past_the_way_around_comes_first(self):
        page = self.page
        page.goto(self.house.origin + "/")
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.getAttribute('href')"), "#main")
