"""The import of a national roster beside `sqlite3 .import` of the same file and columns."""

import json
import os
import pathlib
import subprocess
import time

from . import rosters
from .figures import Figure, at_most, spread
from .places import BINARY, SERVER_CORE, WORK, Unfit, pinned, progress


def timed(command: list[str], script: str | None = None) -> tuple[float, int, str]:
    """Wall seconds, peak memory in bytes and output of a command that must succeed."""
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
    return took, usage.ru_maxrss * 1024, said


def ours(file: pathlib.Path) -> tuple[float, int]:
    database = WORK / "import-ours.sqlite"
    rosters.remove(database)
    took, memory, said = timed(pinned(
        SERVER_CORE, BINARY, "roster", "import", file, "--format", "json", "--database", database))
    accepted = json.loads(said)["accepted"]
    if accepted != rosters.NATIONAL[0]:
        raise Unfit(f"the import accepted {accepted} rows")
    return took, memory


def theirs(file: pathlib.Path) -> tuple[float, int]:
    database = WORK / "import-theirs.sqlite"
    rosters.remove(database)
    columns = ", ".join(f'"{title}" TEXT' for title in rosters.TITLES)
    took, memory, said = timed(pinned(SERVER_CORE, "sqlite3", database), (
        f"CREATE TABLE roster ({columns});\n.import --csv --skip 1 '{file}' roster\n"
        "SELECT count(*) FROM roster;\n"))
    if said.split()[-1:] != [str(rosters.NATIONAL[0])]:
        raise Unfit(f".import kept {said.strip()} rows")
    return took, memory


def figures(rounds: int) -> list[Figure]:
    file = rosters.roster(*rosters.NATIONAL)
    pairs = []
    for turn in range(rounds):
        pairs.append((ours(file), theirs(file)))
        progress(f"import {turn + 1} of {rounds}: {pairs[-1][0][0]:.1f} s, "
                 f"sqlite3 {pairs[-1][1][0]:.2f} s")
    for name in ("import-ours.sqlite", "import-theirs.sqlite"):
        rosters.remove(WORK / name)
    mega = 1e6
    return [
        Figure("import of 162,000 rows", spread([our[0] for our, _ in pairs], 2, " s")),
        Figure("sqlite3 .import of the same", spread([their[0] for _, their in pairs], 2, " s")),
        at_most("import: times the seconds of .import",
                [our[0] / their[0] for our, their in pairs], 8, 1),
        Figure("import: peak memory", spread([our[1] / mega for our, _ in pairs], 0, " MB")),
        Figure("sqlite3 .import: peak memory",
               spread([their[1] / mega for _, their in pairs], 0, " MB"))]
