"""Signing in as a browser does: forms with their hidden fields, cookies kept."""

import html
import http.cookiejar
import re
import urllib.parse
import urllib.request

from .places import Unfit


class Browser:
    """One person's cookies at one server."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, path: str) -> str:
        with self.opener.open(self.url + path, timeout=60) as answer:
            return answer.read().decode()

    def send(self, path: str, form: str, typed: dict[str, str]) -> str:
        """Sends a form of a page with its hidden fields and what is typed."""
        fields = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)) | typed
        body = urllib.parse.urlencode({name: html.unescape(fields[name]) for name in fields})
        request = urllib.request.Request(
            self.url + path, body.encode(), {"Origin": self.url, "Sec-Fetch-Site": "same-origin"})
        with self.opener.open(request, timeout=60) as answer:
            return answer.read().decode()

    @property
    def cookie(self) -> str:
        return "; ".join(f"{one.name}={one.value}" for one in self.jar)


def sign_in_by_link(url: str, link: str) -> Browser:
    """Our own sign-in, by a link that works once."""
    browser = Browser(url)
    browser.send(link, browser.get(link), {})
    if "Sign out" not in browser.get("/"):
        raise Unfit("the sign-in by link did not work")
    return browser


def sign_in_by_password(url: str) -> Browser:
    """The sign-in of the reference programs, as their setup made the account."""
    browser = Browser(url)
    page = browser.send("/login", browser.get("/login"), {
        "email": "office@hospital.example", "password": "bench-password-1"})
    if "<h1>People</h1>" not in page:
        raise Unfit(f"the sign-in at {url} did not work")
    return browser
