"""An institution of a journey's own: begun empty, served beside the demonstration, then removed."""

import contextlib
import email
import email.policy
import os
import pathlib
import subprocess
import tempfile
import time

import harness

ADMINISTRATOR = "office@hospital.example"
# Mail leaves within seconds of the act that asked for it; notices are collected every minute.
MAIL_SECONDS, NOTICE_SECONDS = 20, 150


class Institution:
    """A database in a folder of its own, and the mail that left it."""

    def __init__(self, folder: str, port: int) -> None:
        self.folder = pathlib.Path(folder)
        self.database = f"{folder}/own.sqlite"
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.mails_read: set[str] = set()

    @property
    def environment(self) -> dict:
        return {
            "HOUSESTAFF_ADDRESS": self.url,
            "HOUSESTAFF_MAIL_FOLDER": str(self.folder / "mail"),
            "HOUSESTAFF_MAIL_FROM": "housestaff@hospital.example",
        }

    def command(self, *arguments: str) -> str:
        """What a command of the executable says; one that fails stops the journey."""
        done = subprocess.run(
            [harness.BINARY, *arguments, "--database", self.database], text=True, check=True,
            capture_output=True, stdin=subprocess.DEVNULL,
            env=os.environ | self.environment)
        return done.stdout

    def begin(self, *how: str) -> str:
        """`housestaff init`: yields the link for the first administrator."""
        said = self.command(
            "init", *(how or ("--institution", "Empty Hospital")),
            "--administrator", ADMINISTRATOR, "--given-name", "Ada", "--family-name", "Núñez")
        return next(word for word in said.split() if word.startswith("http"))

    def mail_with(self, words: str, within: int = MAIL_SECONDS) -> str:
        """The text of the oldest mail with these words that nobody has read."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            for file in sorted((self.folder / "mail").glob("*.eml")):
                text = email.message_from_bytes(
                    file.read_bytes(), policy=email.policy.default).get_body().get_content()
                if words in text and file.name not in self.mails_read:
                    self.mails_read.add(file.name)
                    return text
            time.sleep(0.2)
        raise AssertionError(f"no mail with {words} within {within} s")


@contextlib.contextmanager
def demonstration_on(visit, database: str, day: str):
    """A demonstration whose clock begins on a day, in the place of the visit's server."""
    with harness.running("demo", "--database", database, "--seed", "1", "--today", day,
                         port=harness.free_port()) as url:
        before, visit.url = visit.url, url
        try:
            yield
        finally:
            visit.url = before


@contextlib.contextmanager
def own_institution(visit, *how: str):
    """Begins and serves an institution; the visit goes there meanwhile. Yields it and its link."""
    demonstration = visit.url
    with tempfile.TemporaryDirectory() as folder:
        institution = Institution(folder, harness.free_port())
        link = institution.begin(*how)
        with harness.running("serve", "--database", institution.database,
                             port=institution.port, environment=institution.environment) as url:
            visit.url = url
            try:
                yield institution, link
            finally:
                visit.url = demonstration
