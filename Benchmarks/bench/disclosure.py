"""Tables that betray nobody: suppression, audit and noise beside tau-ARGUS, HiGHS and OpenDP."""

import json
import pathlib
import sys

from .figures import Figure, at_most
from .places import HERE, REFERENCE, SERVER_CORE, WORK, Unfit, pinned, progress, run

TABLES = ("table_30x7x3", "table_30x7x3_big")
#: The value that tau-ARGUS modular withholds, where it does not run beside us.
MODULAR = {"table_30x7x3": 1458, "table_30x7x3_big": 3511}
PACKAGES = (
    "numpy==2.3.5", "highspy==1.13.0", "ortools==9.15.6755", "opendp==0.16.0", "pandas==3.1.1",
    "pytauargus==0.6.0")


def venv() -> pathlib.Path:
    """Python with the peers' packages."""
    folder = WORK / "disclosure-venv"
    if not (folder / "done").exists():
        run(sys.executable, "-m", "venv", folder)
        run(folder / "bin" / "pip", "install", "--quiet", *PACKAGES)
        (folder / "done").touch()
    return folder / "bin" / "python"


def instances() -> pathlib.Path:
    folder = WORK / "disclosure"
    if not all((folder / f"{name}.csv").exists() for name in TABLES):
        folder.mkdir(parents=True, exist_ok=True)
        run(venv(), "-B", REFERENCE / "gen.py", folder, *TABLES)
    return folder


def ours(folder: pathlib.Path, rounds: int) -> dict[tuple[str, str], dict]:
    build = ("swift", "build", "-c", "release", "--package-path", HERE / "Disclosure",
             "--scratch-path", WORK / "disclosure-build")
    run(*build)
    program = pathlib.Path(run(*build, "--show-bin-path").strip()) / "MeasureDisclosure"
    files = [folder / f"{name}.csv" for name in TABLES]
    said = run(*pinned(SERVER_CORE, program, rounds, *files))
    found = {(one["instance"], one["what"]): one for one in map(json.loads, said.splitlines())}
    if any(one.get("sound", 1) != 1 or one["what"].startswith("strict") and one["knownSmall"]
           for one in found.values()):
        raise Unfit("a witness does not hold, or a small count is known")
    return found


def theirs(folder: pathlib.Path) -> dict[tuple[str, str], dict]:
    """What the peers print; each in a process of its own, once."""
    found = {}
    for wanted in ("3-D 30x7x3", "audit HiGHS", "dp_1000000/OpenDP"):
        said = run(*pinned(
            SERVER_CORE, venv(), "-B", REFERENCE / "bench_disclosure.py", folder, "-", wanted),
            cwd=REFERENCE)
        for one in map(json.loads, said.splitlines()):
            found[one["instance"], one["peer"]] = one
            progress(f"{one['instance']} {one['peer']}: {one.get('seconds', one.get('error'))}")
    return found


def figures(rounds: int) -> list[Figure]:
    if not (REFERENCE / "gen.py").exists():
        raise Unfit("the generator of tables is not beside the repository")
    folder = instances()
    our, their = ours(folder, rounds), theirs(folder)
    lines = []

    def ratio(what: str, one: tuple[str, str], other: tuple[str, str], goal: float) -> None:
        seconds = their.get(other, {}).get("seconds")
        mine = our[one]["seconds"]
        if seconds is None:
            lines.append(Figure(what, f"{mine:.3f} s; the peer gave no answer"))
        else:
            lines.append(Figure(what + ": seconds", f"{mine:.4f} s, the peer {seconds:.3f} s"))
            lines.append(at_most(what + ": share of the peer's time", [mine / seconds], goal, 4))

    for name in TABLES:
        for kind in ("basic", "strict", "strict, zeros known"):
            one = our[name, kind]
            lines.append(Figure(
                f"{name}, {kind}", f"+{one['added']} cells, value {one['value']}, "
                f"{one['knownSmall']} known small, {one['seconds']:.2f} s"))
        peer = their.get((name, "tau-ARGUS modular 3-D 30x7x3"), {})
        value = peer.get("suppressed_value", MODULAR[name])
        lines.append(at_most(
            f"{name}, basic: value against tau-ARGUS modular", [our[name, "basic"]["value"]],
            value, 0))
        lines.append(Figure(
            f"{name}, tau-ARGUS modular", f"{peer.get('small_cells_known_small')} known small"))
        if name == TABLES[0]:
            lines.append(at_most(
                f"{name}, basic: seconds", [our[name, "basic"]["seconds"]], 0.5, 2, " s"))
        else:
            ratio(f"{name}, basic", (name, "basic"), (name, "tau-ARGUS modular 3-D 30x7x3"), 0.1)
        ratio(f"{name}, audit", (name, "audit"), (name, "audit HiGHS (warm-started simplex)"), 0.5)
    ratio("a million discrete Laplace draws", ("draws", "laplace"),
          ("dp_1000000", "OpenDP discrete Laplace"), 0.1)
    ratio("a million discrete Gaussian draws", ("draws", "gaussian"),
          ("dp_1000000", "OpenDP discrete Gaussian"), 0.125)
    return lines
