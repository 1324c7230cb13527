"""Starts Housestaff on a throw-away database and drives it in a real Chromium.

A journey is a function `journey_…(visit)` in a file `journey_….py`; `run` finds them all. It opens
pages through the visit, looks at them as a person would, and tells with `visit.check` what must
hold; a journey that stops with an exception has failed.

The environment says what to test:
  HOUSESTAFF_URL     a server that runs already; nothing is started
  HOUSESTAFF_BINARY  the executable to start (the debug build of this package)
  HOUSESTAFF_DATABASE  the path or URL of an empty database for it (a file in a temporary folder)
  HOUSESTAFF_FILLED  a folder with a database that was filled already, to be copied
  HOUSESTAFF_LOG     where the servers' words go
  CHROMIUM           the browser to drive (chromium-headless-shell)
"""

import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("HOUSESTAFF_BINARY", str(ROOT / ".build" / "debug" / "housestaff"))
SHOTS = ROOT / ".build-tools" / "shots"
LOGS = ROOT / ".build-tools" / "browser-logs"
LOG = pathlib.Path(os.environ.get("HOUSESTAFF_LOG", LOGS / "server.log"))

# The file of a demonstration in its folder.
DEMONSTRATION = "demo.sqlite"
# Filling the demo institution with a debug build takes a while on a slow machine.
START_SECONDS = 300
STOP_SECONDS = 20
# Only what has stopped takes this long: a busy machine pauses a browser for seconds.
STEP_MILLISECONDS = 30_000
expect.set_options(timeout=STEP_MILLISECONDS)


class ServerProblem(Exception):
    """The server did not start, or did not stop, as it must."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url: str) -> bool:
    """Whether a server answers there, whatever it answers."""
    try:
        urllib.request.urlopen(url, timeout=5).close()
        return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


@contextlib.contextmanager
def server():
    """Yields the URL of a running Housestaff; one that was started here must stop when asked."""
    if given := os.environ.get("HOUSESTAFF_URL"):
        yield given.rstrip("/")
        return
    LOG.parent.mkdir(parents=True, exist_ok=True)
    LOG.write_text("")
    with tempfile.TemporaryDirectory() as folder:
        if filled := os.environ.get("HOUSESTAFF_FILLED"):
            shutil.copytree(filled, folder, dirs_exist_ok=True)
        database = os.environ.get("HOUSESTAFF_DATABASE", f"{folder}/{DEMONSTRATION}")
        with running("demo", "--database", database, "--seed", "1", port=free_port()) as url:
            yield url


def is_shared() -> bool:
    """Whether all journeys go to one server or one database."""
    return "HOUSESTAFF_URL" in os.environ or "HOUSESTAFF_DATABASE" in os.environ


@contextlib.contextmanager
def filled():
    """Fills a demonstration once; yields the environment in which servers begin with a copy."""
    if is_shared():
        yield {}
        return
    with tempfile.TemporaryDirectory() as folder:
        fill(f"{folder}/{DEMONSTRATION}")
        yield {"HOUSESTAFF_FILLED": folder}


def fill(database: str, *settings: str) -> None:
    """Fills a database with the demonstration, such as that of a day, and serves nothing."""
    done = subprocess.run(
        [BINARY, "demo", "--database", database, "--seed", "1", *settings, "--no-serve"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        timeout=START_SECONDS)
    if done.returncode != 0:
        raise ServerProblem(f"filling ended with status {done.returncode}\n{done.stdout}")


@contextlib.contextmanager
def running(*arguments: str, port: int, environment: dict | None = None):
    """Starts the executable, yields the URL at which it answers, and asks it to stop."""
    with LOG.open("a") as log:
        process = subprocess.Popen(
            [BINARY, *arguments, "--port", str(port)], stdin=subprocess.DEVNULL, stdout=log,
            stderr=subprocess.STDOUT, env=os.environ | (environment or {}))
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_it_answers(process, url)
            yield url
            stop(process)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()


def wait_until_it_answers(process: subprocess.Popen, url: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not answers(url):
        if process.poll() is not None:
            raise ServerProblem(f"it ended with status {process.returncode}\n{end_of_log()}")
        if time.monotonic() > deadline:
            raise ServerProblem(f"no answer after {START_SECONDS} s\n{end_of_log()}")
        time.sleep(0.1)


def stop(process: subprocess.Popen) -> None:
    """A server that is asked to stop finishes its answers and ends with status 0."""
    process.send_signal(signal.SIGTERM)
    try:
        status = process.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        raise ServerProblem(f"it did not stop within {STOP_SECONDS} s") from None
    if status != 0:
        raise ServerProblem(f"it stopped with status {status}\n{end_of_log()}")


def end_of_log() -> str:
    return "".join(LOG.read_text(errors="replace").splitlines(keepends=True)[-20:])


class Tally:
    """What passed and what failed; the end of a run says both numbers."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def check(self, holds: bool, what: str) -> bool:
        """Counts a statement that must hold; `what` says how it does not."""
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAIL {what}", flush=True)
        return holds


class Visit:
    """One journey's browser: pages with settings of their own, and the checks on them."""

    def __init__(self, name: str, browser: Browser, url: str, tally: Tally) -> None:
        self.name = name
        self.browser = browser
        self.url = url
        self.tally = tally
        self.contexts: list[BrowserContext] = []
        self.looking: dict[str, Page] = {}

    def check(self, holds: bool, what: str) -> bool:
        return self.tally.check(holds, f"{self.name}: {what}")

    def open(self, path: str = "/", **settings) -> Page:
        """A new person at a new browser on a page; settings as for `context`."""
        page = self.context(**settings).new_page()
        page.goto(self.url + path)
        return page

    def context(self, *, width=1280, height=900, scheme="light", javascript=True, state=None,
                touch=False):
        """A browser without a past, or with the cookies of `state`; with `touch` a phone's."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme,
            java_script_enabled=javascript, storage_state=state, locale="en-US",
            timezone_id="America/Chicago", has_touch=touch, is_mobile=touch)
        context.set_default_timeout(STEP_MILLISECONDS)
        self.contexts.append(context)
        return context

    def looking_as(self, state) -> Page:
        """The page of this visit that looks at others with the cookies of `state`: to begin a new
        browser takes longer than most looks."""
        key = json.dumps(state)
        if key not in self.looking:
            self.looking[key] = self.context(state=state).new_page()
        return self.looking[key]

    def sign_in_as(self, page: Page, role: str) -> Page:
        """Signs in by the demo's button for a role, such as 'Program coordinator'."""
        page.goto(self.url + "/demonstration")
        card = page.get_by_role("listitem").filter(has=page.get_by_text(role, exact=True))
        card.get_by_role("button").click()
        page.get_by_role("banner").get_by_label("Account").wait_for()
        return page

    def state_as(self, role: str):
        """The cookies of someone signed in as the role, for further browsers."""
        context = self.context()
        self.sign_in_as(context.new_page(), role)
        return context.storage_state()

    def shot(self, page: Page, name: str) -> None:
        """Keeps a picture of the whole page for people to look at."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SHOTS / f"{self.name}-{name}.jpeg", quality=90, full_page=True,
                        caret="initial")

    def keep_source(self, name: str, body: bytes) -> None:
        """Keeps a page's source beside its picture, for an HTML checker."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        (SHOTS / f"{self.name}-{name}.html").write_bytes(body)

    def close(self, *, failed: bool) -> None:
        for number, context in enumerate(self.contexts):
            if failed:
                for page in context.pages:
                    with contextlib.suppress(Exception):
                        self.shot(page, f"failed-{number}")
            context.close()


@contextlib.contextmanager
def chromium():
    """The system's Chromium without windows, with which journeys take two thirds of the time;
    Playwright's own download is never used."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell")
    if not executable:
        raise ServerProblem("no chromium-headless-shell on the path: run 'scripts/install test'")
    # Chromium's sandbox does not start as root, nor does its shared memory fit in containers.
    arguments = ["--disable-dev-shm-usage"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=arguments)
        try:
            yield browser
        finally:
            browser.close()
