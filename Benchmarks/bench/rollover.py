"""The rollover of a hospital and of a nation: its preview, and its work until it is done."""

import datetime
import re
import sqlite3
import time

from . import browser, rosters, servers
from .figures import Figure, at_most, spread
from .places import Unfit, progress

SIZES = (rosters.HOSPITAL, rosters.NATIONAL)
PATIENCE = 300


def institution(people: int, programs: int):
    """A roster whose levels are of last year, and the link of its administrator."""
    database, link = rosters.institution(people, programs)
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE appointment SET level_since = '2000-07-01'")
    return database, link


def measure(people: int, programs: int) -> tuple[float, float, float]:
    """Seconds of the preview and of the work, and the most memory in megabytes."""
    database, link = institution(people, programs)
    with servers.running([servers.housestaff(database)]) as (server,):
        server.wait("/sign-in")
        visitor = browser.sign_in_by_link(server.url, link)
        visitor.get("/rollover")
        started = time.monotonic()
        page = visitor.get("/rollover")
        preview = time.monotonic() - started
        year = re.search(r"/rollover/(\d{4})/confirm", page)[1]
        visitor.send(f"/rollover/{year}/confirm", page, {})
        work = worked(database)
        return preview, work, server.memory("VmHWM") / 1e6


def worked(database) -> float:
    """Waits for the job, and gives the seconds between its row and its end."""
    deadline = time.monotonic() + PATIENCE
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        while time.monotonic() < deadline:
            row = connection.execute(
                "SELECT state, created_at, finished_at, outcome FROM job"
                " WHERE kind = 'rollover.run'").fetchone()
            if row and row[0] == "done":
                return (moment(row[2]) - moment(row[1])).total_seconds()
            if row and row[0] == "failed":
                raise Unfit(f"the rollover failed: {row[3]}")
            time.sleep(0.05)
    raise Unfit("the rollover is not done")


def moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def figures(rounds: int) -> list[Figure]:
    runs = {size: [] for size in SIZES}
    for turn in range(rounds):
        for size in SIZES:
            runs[size].append(measure(*size))
            progress(f"rollover {turn + 1} of {rounds}, {size[0]:,} people: preview "
                     f"{runs[size][-1][0]:.2f} s, work {runs[size][-1][1]:.2f} s")
    lines = []
    for size in SIZES:
        of = [f"rollover of {size[0]:,} people: {what}"
              for what in ("preview", "work", "peak memory")]
        lines += [
            Figure(of[0], spread([run[0] for run in runs[size]], 3, " s")),
            Figure(of[1], spread([run[1] for run in runs[size]], 2, " s")),
            Figure(of[2], spread([run[2] for run in runs[size]], 0, " MB"))]
    times = SIZES[1][0] / SIZES[0][0]
    pairs = list(zip(runs[SIZES[0]], runs[SIZES[1]]))
    return lines + [
        at_most(f"rollover: times the preview's seconds for {times:.0f} times the people",
                [large[0] / small[0] for small, large in pairs], times * 1.2, 0),
        at_most(f"rollover: times the work's seconds for {times:.0f} times the people",
                [large[1] / small[1] for small, large in pairs], times * 1.2, 0)]
