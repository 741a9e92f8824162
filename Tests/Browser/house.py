"""A desk with data of its own and a browser beside it, for all journeys together."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess

from playwright.sync_api import sync_playwright

PROJECT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = PROJECT / "Samples" / "exports"
# 2026-11-05 06:00 UTC: the month after the samples' last one.
NOW = 1_793_858_400
PHRASE = "besh alma jana toguz kitep"
LANGUAGES = ("ru", "ky", "uz", "en")
PHONE = {"width": 390, "height": 844}
SCREEN = {"width": 1280, "height": 900}
# Milliseconds after which a page, and a job that somebody waits for, has gone wrong. Long, since machines may be busy.
PAGE = 30_000
PATIENCE = 150_000


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class House:
    """Starts on entering: data of five months, server, browser. Ends all of it on leaving."""

    current = None

    def __init__(self, program, work, chromium):
        self.program = str(pathlib.Path(program).resolve())
        self.work = pathlib.Path(work).resolve()
        self.chromium = chromium
        self.pictures = self.work / "pictures"
        self.origin = ""
        self.first_link = ""
        self.server = None

    def __enter__(self):
        for folder in ("data", "keys", "pictures", "downloads"):
            shutil.rmtree(self.work / folder, ignore_errors=True)
        self.pictures.mkdir(parents=True)
        self.prepare()
        self.open_desk()
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path=self.chromium)
        House.current = self
        return self

    def __exit__(self, *_):
        self.browser.close()
        self.playwright.stop()
        self.server.send_signal(signal.SIGTERM)
        self.server.wait(timeout=60)

    @property
    def environment(self):
        return {
            **os.environ, "MINBAR_HOME": str(self.work / "data"), "MINBAR_KEYS": str(self.work / "keys"),
            "MINBAR_NOW": str(NOW), "USER": "browser",
        }

    def run(self, *arguments, expected=(0,)):
        """Runs a command of the program; its output."""
        done = subprocess.run(
            [self.program, *arguments], env=self.environment, cwd=PROJECT, text=True, capture_output=True, timeout=300)
        if done.returncode not in expected:
            raise AssertionError(f"minbar {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def prepare(self):
        self.run("init")
        self.run("creators", "import", "Samples/creators.csv")
        months = sorted(folder for folder in SAMPLES.iterdir() if folder.name < "2026-10")
        # 1: some of the files are broken on purpose.
        self.run("ingest", *map(str, months), expected=(0, 1))

    def open_desk(self):
        port = free_port()
        self.origin = f"http://127.0.0.1:{port}"
        self.server = subprocess.Popen(
            [self.program, "serve", "--port", str(port)], env=self.environment, cwd=PROJECT, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for line in self.server.stdout:
            if "/enter/" in line:
                self.first_link = line.split()[-1]
                return
        raise AssertionError("the desk did not open")

    def link(self, code, role, bound_to=""):
        """Adds an account; its one-time link."""
        told = self.run(
            "users", "add", code, "--role", role, *(["--for", bound_to] if bound_to else []),
            "--port", self.origin.rsplit(":", 1)[1])
        return told.split()[-1]

    def visitor(self, size=SCREEN, language="ru", **more):
        """A browser window of somebody who has not been here before."""
        context = self.browser.new_context(viewport=size, locale=language, accept_downloads=True, **more)
        context.set_default_timeout(PAGE)
        return context.new_page()

    def signed_in(self, link, **more):
        """A window of somebody who opened a one-time link."""
        page = self.visitor(**more)
        page.goto(link)
        page.locator("main button").click()
        page.wait_for_load_state()
        return page

    def picture(self, page, name):
        page.screenshot(path=str(self.pictures / f"{name}.png"), full_page=True)
