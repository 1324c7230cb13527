"""Rosters of invented people, and databases that hold them."""

import csv
import datetime
import pathlib
import random
import re
import shutil
import sys

from .places import BINARY, REFERENCE, WORK, progress, run

#: The trainees of the United States, and the programs in which they train.
NATIONAL = (162_000, 13_393)
#: One large teaching hospital.
HOSPITAL = (1_500, 120)

TITLES = [
    "Personnel ID", "Last Name", "First Name", "Preferred Name", "Degrees", "Email", "Department",
    "Program", "ACGME Program ID", "Sponsor", "Primary Site", "Training Level", "Status",
    "Position Start", "Position End", "Program Director Email"]


def roster(people: int, programs: int) -> pathlib.Path:
    """A file of so many people, as record systems export them; made once."""
    path = WORK / f"roster-{people}.csv"
    if not path.exists():
        progress(f"making a roster of {people} people")
        WORK.mkdir(parents=True, exist_ok=True)
        made = path.with_suffix(".part")
        generator = REFERENCE / "gen_roster.py"
        if generator.exists():
            run(sys.executable, generator, "clean", made, "--trainees", people,
                "--programs", programs)
        else:
            write(made, people, programs)
        made.rename(path)
    return path


def write(path: pathlib.Path, people: int, programs: int) -> None:
    """A plainer roster of the same columns, where the generator is absent."""
    chance = random.Random(20261101)
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(TITLES)
        for number in range(people):
            program = number % programs
            level = chance.randrange(1, 5)
            start = datetime.date(2027 - level, 7, 1)
            rows.writerow([
                f"P{100_000 + number}", f"Family{chance.randrange(4000)}",
                f"Given{chance.randrange(4000)}", "", chance.choice(["MD", "DO"]),
                f"trainee{number}@hospital.example", f"Department {program % 30}",
                f"Program {program}", f"{1_400_000_000 + program}", "University Health System",
                f"Site {chance.randrange(4)}", f"PGY-{level}", "Active", start.isoformat(),
                start.replace(year=start.year + 4).isoformat(), f"pd{program}@hospital.example"])


def institution(people: int, programs: int) -> tuple[pathlib.Path, str]:
    """A fresh database with the roster in it, and the first administrator's link."""
    database = WORK / f"institution-{people}.sqlite"
    kept = WORK / f"imported-{people}.sqlite"
    if not kept.exists() or kept.stat().st_mtime < BINARY.stat().st_mtime:
        progress(f"importing {people} people")
        remove(kept)
        run(BINARY, "roster", "import", roster(people, programs), "--format", "json",
            "--database", kept)
    remove(database)
    shutil.copyfile(kept, database)
    return database, begin(database)


def begin(database: pathlib.Path | str) -> str:
    """Makes an institution's first administrator, and returns the link to sign in."""
    said = run(
        BINARY, "init", "--database", database, "--institution", "Benchmark Hospital",
        "--administrator", "office@hospital.example", "--given-name", "Olive",
        "--family-name", "Office")
    link = re.search(r"/sign-in/link/\S+", said)
    if link is None:
        raise RuntimeError("init printed no link")
    return link[0]


def remove(database: pathlib.Path) -> None:
    """Deletes a database with what SQLite keeps beside it."""
    for path in [database, *(database.with_name(database.name + end) for end in ("-wal", "-shm"))]:
        path.unlink(missing_ok=True)
