"""The list of people: 50 of 162,000 rows, signed in, the whole layout, another page each time."""

import os
import pathlib
import random
import re
import sqlite3
import sys
import urllib.parse

from . import browser, places, rosters, servers
from .figures import Figure, at_least, at_most, spread
from .places import LOAD_CORE, WORK, Unfit, pinned, progress, run

CONNECTIONS = 32
PAGES = 20_000
ROWS = 50
NAMES = ("django", "fastapi", "flask")


class Contestant:
    """A server with its addresses and someone signed in."""

    def __init__(
            self, server: servers.Server, visitor: browser.Browser, paths: list[str],
            rows: int = ROWS, name: str | None = None) -> None:
        self.server = server
        self.rows = rows
        self.name = name or server.name
        self.cookie = visitor.cookie
        self.paths = WORK / f"{self.name.replace(' ', '-')}-paths.txt"
        self.paths.write_text("\n".join(paths) + "\n")
        self.rounds: list[dict[str, float]] = []
        self.page_bytes = min(self.checked(visitor, path) for path in paths[:20])

    def checked(self, visitor: browser.Browser, path: str) -> int:
        """The size of a page, which must hold all its rows."""
        page = visitor.get(path)
        rows = page.partition("<tbody")[2].count("<tr")
        if rows != self.rows:
            raise Unfit(f"{self.name} shows {rows} rows at {path}")
        return len(page.encode())

    def measure(self, seconds: float) -> dict[str, float]:
        """One round: requests a second, milliseconds at the 99th percentile, CPU a request."""
        used = self.server.cpu_seconds()
        said = run(
            *pinned(LOAD_CORE, "wrk", "--threads", 1, "--connections", CONNECTIONS, "--duration",
                    f"{seconds}s", "--timeout", "30s", "--script", places.HERE / "people.lua",
                    self.server.url),
            env=os.environ | {"PATHS": str(self.paths), "COOKIE": self.cookie})
        used = self.server.cpu_seconds() - used
        counted = {name: int(value) for name, value in re.findall(
            r"(\w+)=(\d+)", said.partition("RESULT ")[2])}
        requests = counted["requests"]
        # A short answer is an error page or the way to the sign-in, not the list.
        if counted["errors"] or counted["bytes"] < requests * self.page_bytes * 0.9:
            raise Unfit(f"{self.name} did not answer all requests with the page: {counted}")
        return {
            "rate": requests / counted["microseconds"] * 1e6, "p50": counted["p50"] / 1000,
            "p99": counted["p99"] / 1000, "cpu": used / requests * 1000}


def our_paths(database: pathlib.Path) -> list[str]:
    """Addresses of pages anywhere in the list, by the keys that the list itself pages by."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        keys = [person + sort for sort, person in connection.execute(
            "SELECT sort_key, person_id FROM directory_entry WHERE presence = 'current'"
            " ORDER BY sort_key, person_id")]
    chosen = random.Random(42).sample(keys[:-ROWS - 1], min(PAGES, len(keys) - ROWS - 1))
    return ["/people?" + urllib.parse.urlencode({"after": key}) for key in chosen]


def reference_environment() -> pathlib.Path:
    """The reference programs' Python and their databases; made once."""
    environment = WORK / "venv"
    wanted = places.REFERENCE_PAGES / "requirements.txt"
    kept = environment / "installed.txt"
    if not kept.exists() or kept.read_text() != wanted.read_text():
        progress("installing the reference programs")
        run(sys.executable, "-m", "venv", "--clear", environment)
        run(environment / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check",
            "-r", wanted)
        kept.write_text(wanted.read_text())
    if not (WORK / "reference" / "ready").exists():
        progress("filling the reference programs' databases")
        run("bash", places.REFERENCE_PAGES / "refapps.sh", environment, WORK / "reference", "setup")
        (WORK / "reference" / "ready").touch()
    return environment


def contestants(names: list[str], database: pathlib.Path) -> list[servers.Server]:
    environment = reference_environment() if names else WORK
    return [servers.housestaff(database),
            *(servers.reference(name, environment) for name in names)]


def figures(rounds: int, seconds: float) -> list[Figure]:
    names = list(NAMES) if places.has_reference() else []
    database, link = rosters.institution(*rosters.NATIONAL)
    chance = random.Random(42)
    with servers.running(contestants(names, database)) as started:
        ours, *others = started
        ours.wait("/sign-in")
        field = [Contestant(ours, browser.sign_in_by_link(ours.url, link), our_paths(database))]
        for server in others:
            server.wait("/login")
            paths = [f"/people?after={chance.randrange(161_950)}" for _ in range(PAGES)]
            field.append(Contestant(server, browser.sign_in_by_password(server.url), paths))
        for one in field:
            one.measure(1)
        for turn in range(rounds):
            for one in field:
                one.rounds.append(one.measure(seconds))
            progress(f"round {turn + 1} of {rounds}: " + ", ".join(
                f"{one.server.name} {one.rounds[-1]['rate']:,.0f}/s" for one in field))
    return absolute(field) + compared(field)


def absolute(field: list[Contestant]) -> list[Figure]:
    lines = []
    for one in field:
        of = {key: [turn[key] for turn in one.rounds] for key in one.rounds[0]}
        name = f"people list, {one.server.name}"
        lines += [
            Figure(f"{name}: requests a second", spread(of["rate"], 0)),
            Figure(f"{name}: p50 at {CONNECTIONS} connections", spread(of["p50"], 1, " ms")),
            Figure(f"{name}: p99 at {CONNECTIONS} connections", spread(of["p99"], 1, " ms")),
            Figure(f"{name}: CPU a request", spread(of["cpu"], 3, " ms")),
            Figure(f"{name}: bytes a page, at least", f"{one.page_bytes:,}")]
    return lines


def compared(field: list[Contestant]) -> list[Figure]:
    """Ours beside each of the others, round by round."""
    def ratios(key: str, other: Contestant, inverted: bool = False) -> list[float]:
        pairs = [(ours[key], theirs[key]) for ours, theirs in zip(field[0].rounds, other.rounds)]
        return [theirs / ours if inverted else ours / theirs for ours, theirs in pairs]

    lines = []
    for other in field[1:]:
        name = f"people list beside {other.server.name}"
        goal = {"django": 10, "fastapi": 3}.get(other.server.name)
        rate = ratios("rate", other)
        lines.append(
            at_least(f"{name}: times the requests a second", rate, goal) if goal
            else Figure(f"{name}: times the requests a second", spread(rate)))
        lines.append(Figure(
            f"{name}: times the requests of a CPU second",
            spread(ratios("cpu", other, inverted=True))))
        share = ratios("p99", other)
        lines.append(
            at_most(f"{name}: share of its p99", share, 0.1, 3) if other.server.name == "django"
            else Figure(f"{name}: share of its p99", spread(share, 3)))
    return lines
