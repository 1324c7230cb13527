"""Optimal and stable matching beside the programs that others match with."""

import json
import os
import pathlib

from .figures import Figure, at_most, spread
from .places import (BINARY, HERE, REFERENCE, SERVER_CORE, WORK, Unfit, pinned, progress,
                     python_with, run)
from .timing import timed

INSTANCES = WORK / "matching"
#: Programs that a Python environment of their own brings, as their figures were first taken.
PEERS = ["kwok==1.1.7", "lapjv==1.3.29", "lapx==0.11.1", "nanolsap==0.1.4", "numpy==2.3.5",
         "ortools==9.15.6755", "pylmcf==1.3.0", "scipy==1.17.1"]
#: Of each kind of full table, the fastest peer there.
TABLES = {"lap_uniform_2000": "lapx lapjvx", "lap_small_2000": "lapx lapjvx",
          "lap_geom_2000": "nanolsap", "lap_mw_2000": "ortools LSA cost-scaling"}
SPARSE = ["bm_tight", "bm_loose", "bm_skew", "bm_short"]
LEMON = "LEMON network simplex (pylmcf)"
#: Seconds that algmatch 1.5.2 took for hr_nrmp, measured before on this kind of machine.
ALGMATCH = 859


def instances(python: pathlib.Path) -> dict[str, pathlib.Path]:
    """The instances of the reference runs, from their generator's fixed seeds."""
    endings = {**{name: "bin" for name in TABLES},
               **{name: "txt" for name in [*SPARSE, "hr_nrmp", "hr_nrmp_ties"]}}
    files = {name: INSTANCES / f"{name}.{ending}" for name, ending in endings.items()}
    missing = [name for name in files if not files[name].exists()]
    if missing:
        progress(f"making {', '.join(missing)}")
        INSTANCES.mkdir(parents=True, exist_ok=True)
        run(python, "-B", REFERENCE / "gen.py", INSTANCES, *missing, cwd=REFERENCE)
    return files


def measuring() -> pathlib.Path:
    """The program that times the library itself, from problems in memory as the peers are timed."""
    folder = WORK / "measure-matching"
    run("swift", "build", "--configuration", "release", "--package-path", HERE / "Matching",
        "--scratch-path", folder)
    return folder / "release" / "MeasureMatching"


def ours(program: pathlib.Path, file: pathlib.Path) -> dict[str, dict]:
    """What one run on an instance took, by what was done; each proof must have been sound."""
    said = run(*pinned(SERVER_CORE, program, 1, file))
    lines = [json.loads(line) for line in said.splitlines()]
    if any(line.get("sound", 1) != 1 or line.get("blocking", 0) for line in lines):
        raise Unfit(f"a check of {file.stem} failed")
    return {line["what"]: line for line in lines}


def peer(python: pathlib.Path, script: str, wanted: str = "") -> list[dict]:
    """What peers took on an instance, timed alone in memory."""
    said = run(*pinned(SERVER_CORE, python, "-B", REFERENCE / script, INSTANCES, "/dev/null",
                       *([wanted] if wanted else [])),
               cwd=REFERENCE, env=os.environ | {"BENCH_REPS": "1"})
    return [json.loads(line) for line in said.splitlines() if line.startswith("{")]


def figures(rounds: int) -> list[Figure]:
    if not (REFERENCE / "bench_matching.py").exists():
        progress("the peers of matching are not beside the repository: no figures of it")
        return []
    python = python_with("matching-venv", PEERS)
    files = instances(python)
    program = measuring()
    found: list[Figure] = []
    for name in TABLES:
        found += beside(python, program, files[name], ("solve dense", TABLES[name]), 1.3, rounds)
    for name in SPARSE:
        found += beside(python, program, files[name], ("solve total", LEMON), 1, rounds)
    found += beside(python, program, files["bm_short"], ("solve most", LEMON), 1, rounds)
    return found + footprint(files) + rematching(python, program, files, rounds) + stable(
        files, rounds)


def beside(python: pathlib.Path, program: pathlib.Path, file: pathlib.Path,
           who: tuple[str, str], goal: float, rounds: int) -> list[Figure]:
    """Solving an instance beside a peer, in turn; the optimum must be the same."""
    what, name = who
    label = file.stem + ("_lex" if what == "solve most" else "")
    shares, mine = [], []
    for turn in range(rounds):
        own = ours(program, file)[what]
        other = next(line for line in peer(python, "bench_matching.py", f"{label}/{name}")
                     if line["peer"] == name and line["instance"] == label)
        if own["total"] != other.get("obj", other.get("weight")):
            raise Unfit(f"{label}: {own['total']} here, {other} there")
        mine.append(own["seconds"])
        shares.append(own["seconds"] / other["seconds"])
        progress(f"{label} {turn + 1} of {rounds}: {own['seconds']:.4f} s, "
                 f"{name} {other['seconds']:.4f} s")
    return [Figure(f"{label}: solving", spread(mine, 4, " s")),
            at_most(f"{label}: share of the time of {name}", shares, goal)]


def footprint(files: dict[str, pathlib.Path]) -> list[Figure]:
    """The greatest memory of the command on the sparse instances."""
    memory = [timed(pinned(SERVER_CORE, BINARY, "match", "assign", files[name], "--format",
                           "json"))[0].memory / 1e6 for name in SPARSE]
    return [at_most("sparse instances: peak memory of the command", [max(memory)], 60, 0, " MB")]


def rematching(python: pathlib.Path, program: pathlib.Path, files: dict[str, pathlib.Path],
               rounds: int) -> list[Figure]:
    """Re-matching after one mentor in a hundred leaves, beside a cold solve by LEMON."""
    shares = []
    for _ in range(rounds):
        own = ours(program, files["bm_tight"])["rematch"]
        cold = next(line for line in peer(python, "bench_rematch.py")
                    if line["peer"] == "LEMON cold")
        if own["objective"] != cold["objective"] or own["othersMoved"]:
            raise Unfit(f"re-matching: {own} here, {cold} there")
        shares.append(own["seconds"] / cold["seconds"])
    return [at_most("re-matching: share of LEMON's cold solve, nobody else moved", shares, 0.1, 3)]


def stable(files: dict[str, pathlib.Path], rounds: int) -> list[Figure]:
    """The command at national scale, from file to result, and how many it matches with ties."""
    took = [timed(pinned(SERVER_CORE, BINARY, "match", "stable", files["hr_nrmp"]))[0].wall
            for _ in range(rounds)]
    said = run(BINARY, "match", "stable", files["hr_nrmp_ties"])
    return [
        at_most("hr_nrmp, file to result", took, ALGMATCH / 1000, 3, " s"),
        Figure("hr_nrmp_ties: matched", f"{json.loads(said)['matched']:,}", "at least 39,568",
               json.loads(said)["matched"] >= 39_568)]
