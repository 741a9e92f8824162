"""The two people outside the team: an influencer on a phone, and a reader in a donor's office."""

import io
import unittest
import zipfile

from house import House, PATIENCE, PHONE


class CreatorJourney(unittest.TestCase):
    """A creator, on a phone of 390 pixels, with scripts switched off."""

    @classmethod
    def setUpClass(cls):
        cls.house = House.current
        cls.page = cls.house.signed_in(
            cls.house.link("Yn1", "creator", "K01"), size=PHONE, language="ky", java_script_enabled=False)

    @classmethod
    def tearDownClass(cls):
        cls.page.context.close()

    def test_1_lands_on_the_own_page(self):
        self.assertEqual(self.page.url, self.house.origin + "/me")
        self.assertEqual(self.page.locator("html").get_attribute("lang"), "ky")
        self.house.picture(self.page, "creator-first")

    def test_2_has_the_own_page_made_and_reads_it(self):
        page = self.page
        page.click("form[action='/me/report'] button")
        # The page asks for itself every two seconds; no script does.
        page.locator("a.button[href='/me/report']").wait_for(timeout=PATIENCE)
        page.click("a.button[href='/me/report']")
        page.wait_for_url("**/me/report")
        text = page.locator("body").inner_text()
        for other in ("K02", "R01", "L03", "C02"):
            self.assertNotIn(other, text)
        self.assertLess(len(page.content().encode()), 120_000)
        self.house.picture(page, "creator-page")

    def test_3_says_that_a_finding_is_wrong(self):
        page = self.page
        page.goto(self.house.origin + "/me/talks?month=2026-09")
        page.locator("details summary").first.click()
        page.locator("form[action='/me/objections'] button").first.click()
        page.wait_for_url("**/me/talks")
        page.goto(self.house.origin + "/me/talks?month=2026-09")
        self.assertEqual(page.locator("p.notice").count(), 1)
        self.house.picture(page, "creator-talks")

    def test_4_sees_what_is_shared_and_is_asked_twice_before_it_stops(self):
        page = self.page
        page.goto(self.house.origin + "/me/shared")
        self.house.picture(page, "creator-shared")
        page.locator("details.danger summary").click()
        page.click("details.danger button")
        self.assertEqual(page.locator("input[name=sure]").count(), 1)
        self.house.picture(page, "creator-stop")

    def test_5_reaches_nothing_of_others(self):
        page = self.page
        for path in ("/imports", "/reports/2026-10.ru", "/users", "/me/packages", "/creators"):
            self.assertEqual(page.goto(self.house.origin + path).status, 404, path)


class DonorJourney(unittest.TestCase):
    """A donor's desk officer: packages made for them, and nothing else."""

    @classmethod
    def setUpClass(cls):
        cls.house = House.current
        # Two people stand behind the figures of each month before they leave the house.
        for month in ("2026-07", "2026-08", "2026-09"):
            cls.house.run("month", "prepare", month, "--by", "A")
            cls.house.run("month", "check", month, "--by", "A", expected=(0, 1))
            cls.house.run("month", "approve", month, "--by", "B")
        cls.page = cls.house.signed_in(cls.house.link("Desk9", "donor", "sample"), language="en")

    @classmethod
    def tearDownClass(cls):
        cls.page.context.close()

    def test_1_the_team_makes_the_package(self):
        page = self.house.signed_in(self.house.run(
            "serve", "link", "--port", self.house.origin.rsplit(":", 1)[1]).split()[-1])
        page.goto(self.house.origin + "/packages")
        page.select_option("#period-sample", "2026-Q3")
        page.click("form[action='/packages/sample'] button")
        page.wait_for_url("**/jobs/*")
        page.wait_for_selector("p.state.done, p.state.failed", timeout=PATIENCE)
        self.assertEqual(page.locator("p.state.failed").count(), 0, page.locator("main").inner_text())
        page.context.close()

    def test_2_downloads_the_package(self):
        page = self.page
        page.goto(self.house.origin + "/me/packages")
        self.house.picture(page, "donor-packages")
        link = page.locator("main li a").first
        with page.expect_download() as waiting:
            link.click()
        with open(waiting.value.path(), "rb") as file:
            package = zipfile.ZipFile(io.BytesIO(file.read()))
        names = package.namelist()
        self.assertTrue(any(name.endswith("datapackage.json") for name in names), names)
        everything = b"".join(package.read(name) for name in names)
        for code in (b"K01", b"R02", b"L03"):
            self.assertNotIn(code, everything)

    def test_3_reaches_nothing_else(self):
        for path in ("/", "/imports", "/me", "/reports/2026-10.ru", "/me/packages/other-2026-Q3"):
            answer = self.page.goto(self.house.origin + path)
            self.assertTrue(answer.status == 404 or answer.url.endswith("/me/packages"), path)
