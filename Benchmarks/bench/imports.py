"""The import of a national roster beside `sqlite3 .import` of the same file and columns."""

import json
import os
import pathlib
import subprocess
import time
from typing import NamedTuple

from . import rosters
from .figures import Figure, at_most, spread
from .places import BINARY, SERVER_CORE, WORK, Unfit, pinned, progress


class Run(NamedTuple):
    """One import: seconds by the clock, of them on a processor, and the most memory in bytes."""

    wall: float
    cpu: float
    memory: int


def timed(command: list[str], script: str | None = None) -> tuple[Run, str]:
    """How long a command took, which must succeed, and what it printed."""
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    started = time.monotonic()
    process.stdin.write(script or "")
    process.stdin.close()
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    took = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Unfit(f"{command[3]} ended with status {process.returncode}")
    return Run(took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024), said


def ours(file: pathlib.Path) -> Run:
    database = WORK / "import-ours.sqlite"
    rosters.remove(database)
    rosters.begin(database)
    run, said = timed(pinned(
        SERVER_CORE, BINARY, "roster", "import", file, "--format", "json", "--database", database))
    accepted = json.loads(said)["accepted"]
    if accepted != rosters.NATIONAL[0]:
        raise Unfit(f"the import accepted {accepted} rows")
    return run


def theirs(file: pathlib.Path) -> Run:
    database = WORK / "import-theirs.sqlite"
    rosters.remove(database)
    columns = ", ".join(f'"{title}" TEXT' for title in rosters.TITLES)
    run, said = timed(pinned(SERVER_CORE, "sqlite3", database), (
        f"CREATE TABLE roster ({columns});\n.import --csv --skip 1 '{file}' roster\n"
        "SELECT count(*) FROM roster;\n"))
    if said.split()[-1:] != [str(rosters.NATIONAL[0])]:
        raise Unfit(f".import kept {said.strip()} rows")
    return run


def figures(rounds: int) -> list[Figure]:
    file = rosters.roster(*rosters.NATIONAL)
    pairs = []
    for turn in range(rounds):
        pairs.append((ours(file), theirs(file)))
        progress(f"import {turn + 1} of {rounds}: {pairs[-1][0].wall:.1f} s, "
                 f"sqlite3 {pairs[-1][1].wall:.2f} s")
    for name in ("import-ours.sqlite", "import-theirs.sqlite"):
        rosters.remove(WORK / name)
    lines = []
    for name, column in (("import of 162,000 rows", 0), ("sqlite3 .import of the same", 1)):
        runs = [pair[column] for pair in pairs]
        lines += [
            Figure(name, spread([run.wall for run in runs], 2, " s")),
            Figure(f"{name}: CPU", spread([run.cpu for run in runs], 2, " s")),
            Figure(f"{name}: peak memory", spread([run.memory / 1e6 for run in runs], 0, " MB"))]
    return lines + [
        at_most("import: times the seconds of .import",
                [our.wall / their.wall for our, their in pairs], 8, 1),
        Figure("import: times the CPU seconds of .import",
               spread([our.cpu / their.cpu for our, their in pairs]))]
