"""The import of a national roster beside `sqlite3 .import` of the same file and columns."""

import json
import pathlib

from . import rosters
from .figures import Figure, at_most, spread
from .places import BINARY, SERVER_CORE, WORK, Unfit, pinned, progress
from .timing import Run, timed


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
