"""The team's month: a first administrator, files handed in, the receipt, the dashboard, an account for somebody else."""

import unittest

import authenticator
from house import House, NOW, PATIENCE, PHRASE, SAMPLES


def enrol(page, house, code):
    """Chooses a passphrase and takes the secret into an authenticator; the secret."""
    secret = page.locator("form[action='/enrol'] code").inner_text()
    page.fill("#passphrase", PHRASE)
    page.fill("#again", PHRASE)
    page.fill("#second", authenticator.code(secret, NOW, steps=-1))
    house.picture(page, f"enrol-{code}")
    page.click("form[action='/enrol'] button[type=submit]")
    page.wait_for_load_state()
    return secret


def sign_in(page, house, code, secret, steps=0, phrase=PHRASE):
    page.goto(house.origin + "/enter")
    page.fill("#code", code)
    page.fill("#passphrase", phrase)
    page.fill("#second", authenticator.code(secret, NOW, steps=steps))
    page.click("form[action='/sign-in'] button[type=submit]")
    page.wait_for_load_state()


class TeamJourney(unittest.TestCase):
    """One after the other: each step needs the one before."""

    @classmethod
    def setUpClass(cls):
        cls.house = House.current
        cls.page = cls.house.visitor()
        cls.secret = None

    @classmethod
    def tearDownClass(cls):
        cls.page.context.close()

    def test_1_first_link_opens_an_empty_desk_once(self):
        page = self.house.signed_in(self.house.first_link)
        self.assertEqual(page.url, self.house.origin + "/")
        again = self.house.signed_in(self.house.first_link)
        self.assertIn("/sign-in", again.content())
        # The way to the first administrator: an account on the page of access, whose link is shown once.
        page.goto(self.house.origin + "/users")
        page.fill("#code", "Boss1")
        page.select_option("#role", "administrator")
        page.click("form[action='/users'] button[type=submit]")
        type(self).link = page.locator("code.long").inner_text()
        self.house.picture(page, "users-link")
        page.context.close()
        again.context.close()

    def test_2_administrator_chooses_passphrase_and_codes(self):
        page = self.page
        page.goto(self.link)
        page.locator("main button").click()
        page.wait_for_url("**/enrol")
        type(self).secret = enrol(page, self.house, "Boss1")
        self.assertEqual(page.locator("ul.codes li").count(), 8)
        page.goto(self.house.origin + "/account")
        page.click("form[action='/leave'] button")
        page.goto(self.house.origin + "/users")
        self.assertEqual(page.locator("form[action='/users']").count(), 0)

    def test_3_signs_in_with_passphrase_and_code(self):
        page = self.page
        sign_in(page, self.house, "Boss1", self.secret, phrase="another phrase altogether")
        self.assertEqual(page.locator("ul.faults li").count(), 1)
        self.house.picture(page, "sign-in-wrong")
        page.wait_for_timeout(2_100)
        sign_in(page, self.house, "boss1", self.secret)
        self.assertEqual(page.url, self.house.origin + "/")

    def test_4_a_code_is_taken_once(self):
        page = self.house.visitor()
        sign_in(page, self.house, "Boss1", self.secret)
        self.assertEqual(page.locator("ul.faults li").count(), 1)
        page.context.close()

    def test_5_hands_the_month_in_and_reads_the_receipt(self):
        page = self.page
        month = sorted(str(file) for file in (SAMPLES / "2026-10").rglob("*") if file.is_file())
        page.goto(self.house.origin + "/upload")
        page.set_input_files("#files", month)
        self.house.picture(page, "upload")
        page.click("form[action='/upload'] button[type=submit]")
        page.wait_for_url("**/jobs/*")
        page.wait_for_selector("p.state.done, p.state.partly, p.state.failed", timeout=PATIENCE)
        self.assertEqual(page.locator("p.state.failed").count(), 0)
        self.assertGreater(page.locator(".files > li").count(), 40)
        # One file of another month, one twice: the receipt says so by name.
        self.assertIn("Yoshlar bilan gap (1).zip", page.locator("main").text_content())
        self.house.picture(page, "receipt")

    def test_6_sees_what_is_missing_and_what_came(self):
        page = self.page
        page.goto(self.house.origin + "/imports")
        page.locator("table.list tbody th a").first.click()
        page.wait_for_url("**/imports/*")
        self.assertGreater(page.locator("p.file").count(), 0)
        self.house.picture(page, "import")
        page.goto(self.house.origin + "/missing")
        self.assertGreater(page.locator(".people section").count(), 0)

    def test_7_makes_and_opens_the_dashboard(self):
        page = self.page
        page.goto(self.house.origin + "/reports")
        page.select_option("#month", "2026-10")
        page.select_option("#language", "ru")
        page.click("form[action='/reports'] button[type=submit]")
        page.wait_for_url("**/jobs/*")
        page.wait_for_selector("p.state.done, p.state.failed", timeout=PATIENCE)
        page.locator("a.button[href='/reports/2026-10.ru']").click()
        page.wait_for_url("**/reports/2026-10.ru")
        self.assertGreater(page.locator("figure, table").count(), 5)
        self.house.picture(page, "dashboard")
        with page.expect_download() as waiting:
            page.evaluate("location.href = '/reports/2026-10.ru/zip'")
        self.assertEqual(open(waiting.value.path(), "rb").read(2), b"PK")

    def test_8_undoes_an_import(self):
        page = self.page
        page.goto(self.house.origin + "/imports")
        newest = page.locator("table.list tbody th a").first
        number = newest.inner_text()
        newest.click()
        page.wait_for_url("**/imports/*")
        page.locator("details.danger summary").click()
        page.click("details.danger button")
        page.wait_for_url("**/jobs/*")
        page.wait_for_selector("p.state.done, p.state.failed", timeout=PATIENCE)
        page.goto(self.house.origin + "/imports")
        self.assertNotEqual(page.locator("table.list tbody th a").first.inner_text(), number)
        self.assertEqual(page.goto(f"{self.house.origin}/imports/{number}").status, 404)
        page.goto(self.house.origin + "/activity")
        self.assertEqual(page.locator("main .notice").count(), 0)
        self.house.picture(page, "activity")
