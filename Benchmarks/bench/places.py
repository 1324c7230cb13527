"""Where things are, and what every figure stands on: the executable, the cores, made files."""

import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "Benchmarks"
#: Everything that is made and may be thrown away.
WORK = ROOT / ".build-tools" / "bench"
BINARY = pathlib.Path(
    os.environ.get("HOUSESTAFF_BINARY", ROOT / ".build" / "release" / "housestaff"))
#: The reference programs and the generator of rosters lie beside the repository.
REFERENCE = pathlib.Path(
    os.environ.get("HOUSESTAFF_REFERENCE", ROOT.parent / "shared")).resolve() / "bench"
REFERENCE_PAGES = REFERENCE / "web" / "refapps"

CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE = CORES[0]
LOAD_CORE = CORES[-1]


class Unfit(Exception):
    """Something is not as it must be for the figure to mean what it says."""


def pinned(core: int, *command: object) -> list[str]:
    """A command that runs on one core only."""
    return ["taskset", "-c", str(core), *map(str, command)]


def run(*command: object, **options: object) -> str:
    """Runs a command to its end, and gives what it printed."""
    done = subprocess.run(
        list(map(str, command)), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        **options)
    if done.returncode != 0:
        last = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise Unfit(f"{command[0]} ended with status {done.returncode}: {' / '.join(last)}")
    return done.stdout


def python_with(folder: str, packages: list[str]) -> pathlib.Path:
    """The Python of an environment with these packages; made once, and anew when they change."""
    environment = WORK / folder
    mark = environment / "installed"
    if not mark.exists() or mark.read_text() != "\n".join(packages):
        progress("installing the programs to compare with")
        shutil.rmtree(environment, ignore_errors=True)
        run(sys.executable, "-m", "venv", environment)
        run(environment / "bin" / "pip", "install", "--quiet", *packages)
        mark.write_text("\n".join(packages))
    return environment / "bin" / "python"


def has_reference() -> bool:
    return (REFERENCE_PAGES / "refapps.sh").exists()


def say(line: str) -> None:
    print(line, flush=True)


def progress(line: str) -> None:
    """A line for whoever waits; it is no part of the results."""
    print(line, file=sys.stderr, flush=True)
