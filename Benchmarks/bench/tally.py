"""Counts of elections beside the programs that others count with.

Goals are judged by seconds on the processor: each program here has one thread, and on a machine
that others use the clock tells more about them.
"""

import json
import pathlib

from .figures import Figure, at_least, at_most, spread
from .places import (BINARY, HERE, REFERENCE, SERVER_CORE, WORK, Unfit, pinned, progress,
                     python_with, run)
from .timing import Run, timed

ELECTIONS = WORK / "elections"
#: Programs that a Python environment of their own brings, as their figures were first taken.
PEERS = ["numpy==2.3.5", "pandas==3.1.1", "pref_voting==1.18.2", "pyrankvote==2.0.6"]

#: Seconds from file to result, measured on this kind of machine by the project's reference runs, of
#: programs that no registry brings here: stv-rs 0.5.1 (two threads) and Droop 0.14.
STV_RS = 0.43
DROOP_MEEK = 62.2
DROOP_SCOTTISH = 3.60


def elections(python: pathlib.Path) -> dict[str, pathlib.Path]:
    """The elections of the reference runs: 20 candidates for 8 seats, and 100 candidates."""
    names = ["stv_100k", "stv_1m", "schulze_100c"]
    files = {name: ELECTIONS / f"{name}.blt" for name in names}
    missing = [name for name in names if not files[name].exists()]
    if missing:
        progress(f"making {', '.join(missing)}")
        ELECTIONS.mkdir(parents=True, exist_ok=True)
        run(python, "-B", REFERENCE / "gen.py", ELECTIONS, *missing, cwd=REFERENCE)
    return files


def ours(file: pathlib.Path, method: str) -> tuple[Run, list[int]]:
    """One count from file to result, on one core, and who is elected."""
    took, said = timed(pinned(
        SERVER_CORE, BINARY, "tally", file, "--method", method, "--format", "json"))
    return took, json.loads(said)["elected"]


def peer(python: pathlib.Path, program: str, file: pathlib.Path) -> tuple[float, list[int]]:
    """The processor's seconds of a peer's count alone, ballots in memory, and who is elected."""
    said = run(*pinned(SERVER_CORE, python, "-B", HERE / "bench" / "tally_peers.py", program, file))
    answer = json.loads(said.splitlines()[-1])
    return answer["seconds"], answer["elected"]


def figures(rounds: int) -> list[Figure]:
    if not (REFERENCE / "gen.py").exists():
        progress("the generator of elections is not beside the repository: no figures of counts")
        return []
    python = python_with("tally-venv", PEERS)
    files = elections(python)
    found: list[Figure] = []
    found += counts(files, "meek", rounds, STV_RS / 4)
    found += [Figure("meek, 100,000 ballots: Droop's seconds at most 300 times ours",
                     f"{DROOP_MEEK} s measured before", f"at most {DROOP_MEEK / 300:.2f} s")]
    found += counts(files, "scottish-stv", rounds, DROOP_SCOTTISH / 60)
    found += beside(python, "irv", "pyrankvote", files["stv_1m"], rounds, 9)
    found += beside(python, "schulze", "pref_voting", files["schulze_100c"], rounds, 15)
    return found


def counts(files: dict[str, pathlib.Path], method: str, rounds: int, goal: float) -> list[Figure]:
    """A method on 100,000 ballots and on ten times as many, in turn."""
    small, large = [], []
    for turn in range(rounds):
        small.append(ours(files["stv_100k"], method)[0])
        large.append(ours(files["stv_1m"], method)[0])
        progress(f"{method} {turn + 1} of {rounds}: {small[-1].cpu:.3f} s, {large[-1].cpu:.2f} s")
    return [
        at_most(f"{method}, 100,000 ballots, file to result: CPU",
                [one.cpu for one in small], round(goal, 4), 3, " s"),
        Figure(f"{method}, 100,000 ballots, file to result",
               spread([one.wall for one in small], 3, " s")),
        at_most(f"{method}, 1,000,000 ballots, file to result: CPU",
                [one.cpu for one in large], round(goal * 10, 3), 2, " s"),
        Figure(f"{method}, 1,000,000 ballots, file to result",
               spread([one.wall for one in large], 2, " s")),
        Figure(f"{method}, 1,000,000 ballots: peak memory",
               spread([one.memory / 1e6 for one in large], 0, " MB"))]


def beside(python: pathlib.Path, method: str, program: str, file: pathlib.Path, rounds: int,
           goal: float) -> list[Figure]:
    """A method from file to result beside a peer's count alone, in turn."""
    mine, theirs = [], []
    for turn in range(rounds):
        took, elected = ours(file, method)
        seconds, others = peer(python, program, file)
        if elected != others:
            raise Unfit(f"{method} elects {elected}, {program} {others}")
        mine.append(took.cpu)
        theirs.append(seconds)
        progress(f"{method} {turn + 1} of {rounds}: {took.cpu:.3f} s, {program} {seconds:.2f} s")
    return [
        Figure(f"{method}, {file.stem}, file to result: CPU", spread(mine, 3, " s")),
        Figure(f"{program} on the same, counting alone: CPU", spread(theirs, 2, " s")),
        at_least(f"{method}: times as fast as {program}",
                 [their / our for our, their in zip(mine, theirs)], goal)]
