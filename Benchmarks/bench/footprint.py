"""What a hospital's server needs: memory, and the time from start to first answer."""

import os
import pathlib
import re
import statistics
import subprocess
import time

from . import browser, rosters, servers
from .figures import Figure, at_most
from .places import BINARY, WORK, Unfit, progress

#: How often each page is opened before the memory is read.
VISITS = 20


def hospital() -> tuple[pathlib.Path, str | None]:
    """The demonstration's hospital; where there is no such command, a roster of the same size."""
    database = WORK / "demo.sqlite"
    rosters.remove(database)
    made = subprocess.run(
        [BINARY, "demo", "--database", database, "--seed", "1", "--no-serve"],
        stdin=subprocess.DEVNULL, capture_output=True)
    if made.returncode == 0:
        return database, None
    progress("no demonstration in this build: a roster of 1,500 people stands in for it")
    rosters.remove(database)
    return rosters.institution(*rosters.HOSPITAL)


def signed_in(server: servers.Server, link: str | None) -> browser.Browser:
    """The first administrator, or whoever of the demonstration may open the most pages."""
    if link is not None:
        return browser.sign_in_by_link(server.url, link)
    page = browser.Browser(server.url).get("/demonstration")
    forms = re.findall(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', page, re.DOTALL)
    visitors = []
    for action, form in forms:
        visitors.append(browser.Browser(server.url))
        visitors[-1].send(action, form, {})
    return max(visitors, key=lambda visitor: len(pages(visitor)))


def pages(visitor: browser.Browser) -> list[str]:
    """Every page that the navigation leads to."""
    navigation = visitor.get("/").partition('<nav id="nav"')[2].partition("</nav>")[0]
    return sorted(set(re.findall(r'href="(/[^"]*)"', navigation)))


def memory(database: pathlib.Path, link: str | None) -> list[Figure]:
    command = ("serve",) if link else ("demo",)
    with servers.running([servers.housestaff(database, *command)]) as (server,):
        server.wait("/sign-in")
        visitor = signed_in(server, link)
        opened = pages(visitor)
        if "/people" not in opened:
            raise Unfit(f"the navigation leads only to {opened}")
        for _ in range(VISITS):
            for path in opened:
                visitor.get(path)
        resident = server.memory("VmRSS") / 1e6
        peak = server.memory("VmHWM") / 1e6
    count = f"{VISITS} visits to each of {len(opened)} pages"
    return [
        at_most(f"server, 1,500 trainees: resident after {count}", [resident], 100, 0, " MB"),
        at_most("server, 1,500 trainees: peak resident", [peak], 100, 0, " MB")]


def forget(*paths: pathlib.Path) -> None:
    """Asks the kernel to drop what it keeps of files, as after a boot of the machine."""
    os.sync()
    for path in paths:
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def starts(database: pathlib.Path, rounds: int, cold: bool) -> list[float]:
    """Seconds from the start of the process to its first page."""
    taken = []
    for _ in range(rounds):
        if cold:
            forget(BINARY, database)
        started = time.monotonic()
        with servers.running([servers.housestaff(database)]) as (server,):
            server.wait("/sign-in", pause=0.002)
            taken.append(time.monotonic() - started)
    return taken


def figures(rounds: int) -> list[Figure]:
    database, link = hospital()
    progress("measuring memory and starts")
    lines = memory(database, link)
    cold = starts(database, rounds, cold=True)
    warm = starts(database, rounds, cold=False)
    progress(f"start: {statistics.median(cold):.3f} s, again {statistics.median(warm):.3f} s")
    return lines + [
        at_most("start to first page, files not in memory", cold, 0.5, 3, " s"),
        at_most("start to first page, again", warm, 0.5, 3, " s")]
