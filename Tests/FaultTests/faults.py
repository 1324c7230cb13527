#!/usr/bin/env python3
"""What `scripts/faults` kills, and what must hold after each cut.

  faults.py begin     an institution with an administrator and one roster
  faults.py import    imports rosters of new people, one after the other, until it is killed
  faults.py sign-in   serves, makes sign-in links and uses them, until it is killed
  faults.py grant     serves, and grants and ends roles in the browser's way, until it is killed
  faults.py poll      opens an election for everybody who was imported
  faults.py vote      serves, and casts ballots, until it is killed
  faults.py count     ends the election and compares the count with what was acknowledged
  faults.py holds     ends with 0 while nothing acknowledged is lost and nothing is half done

FOLDER in the environment holds the database and the lists of what was acknowledged; BINARY is the
executable. A list is written after the answer, so a cut may leave out its last line, never add one.
"""

import contextlib
import csv
import json
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import sys
import threading

import polls
import visits

FOLDER = pathlib.Path(os.environ["FOLDER"])
BINARY = os.environ["BINARY"]
DATABASE = FOLDER / "faults.sqlite"
IMPORTS, SIGN_INS, ROLES, BALLOTS = (
    FOLDER / f"{list}.txt" for list in ["imports", "sign-ins", "roles", "ballots"])
ADMINISTRATOR = "office@hospital.example"
PEOPLE_IN_FILE = 80

HEADER = ["Personnel ID", "Last Name", "First Name", "Email", "Department", "Program", "Sponsor",
          "Primary Site", "Training Level", "Status", "Position Start", "Position End"]


def housestaff(*arguments: str) -> str:
    done = subprocess.run([BINARY, *arguments, "--database", str(DATABASE)], text=True,
                          stdin=subprocess.DEVNULL, capture_output=True)
    go_with(done.returncode)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def go_with(returncode: int | None) -> None:
    """Where the cut took the executable alone, what called it goes with it."""
    if returncode == -signal.SIGKILL:
        os.kill(os.getpid(), signal.SIGKILL)


def acknowledge(file: pathlib.Path, what: str) -> None:
    with file.open("a") as lines:
        lines.write(what + "\n")


def acknowledged(file: pathlib.Path) -> list[str]:
    return file.read_text().split() if file.exists() else []


def begin() -> None:
    housestaff("init", "--institution", "Faults", "--administrator", ADMINISTRATOR,
               "--given-name", "Ada", "--family-name", "Lamp")
    housestaff("roster", "import", str(roster("first")))


def import_rosters() -> None:
    number = 0
    while True:
        number += 1
        name = f"{os.environ['ROUND']}-{os.getpid()}-{number}"
        report = json.loads(housestaff(
            "roster", "import", str(roster(name)), "--format", "json"))
        assert report["new"] == PEOPLE_IN_FILE, report
        acknowledge(IMPORTS, f"{name}.csv")


def roster(name: str) -> pathlib.Path:
    """A file of people whom nobody knows yet, in a program of their own."""
    file = FOLDER / f"{name}.csv"
    with file.open("w", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(HEADER)
        for person in range(PEOPLE_IN_FILE):
            writer.writerow([
                f"{name}-{person}", f"Family{person}", f"Given{name}",
                f"p{name}-{person}@hospital.example", "Medicine", f"Program {name}", "Faults",
                "Main", "PGY-1", "Active", "2026-07-01", "2029-06-30"])
    return file


def sign_in() -> None:
    url = serve()
    while True:
        acknowledge(SIGN_INS, signed_in(url))


def grant_roles() -> None:
    """Makes people advisers, and every second of them a former one."""
    url = serve()
    cookie = signed_in(url)
    acknowledge(SIGN_INS, cookie)
    with contextlib.closing(sqlite3.connect(DATABASE)) as store:
        people = [person for (person,) in store.execute(
            """SELECT id FROM person WHERE capacity = 'trainee'
                 AND id NOT IN (SELECT person_id FROM role_grant) ORDER BY id""")]
    for number, person in enumerate(people):
        roles = f"{url}/people/{person}/roles"
        page = visits.opened(cookie, f"{roles}/grant")
        visits.send(cookie, f"{roles}/grant", page, {"role": "adviser", "place": "institution"})
        acknowledge(ROLES, f"granted:{person}")
        if number % 2:
            role = re.search(r'"(/roles/[^/"]+)/end"', visits.opened(cookie, roles))[1]
            page = visits.opened(cookie, f"{url}{role}/end")
            visits.send(cookie, f"{url}{role}/revoke", page, {})
            acknowledge(ROLES, f"revoked:{person}")


def cast_ballots() -> None:
    url = serve()
    for number, person in enumerate(polls.voters(DATABASE)):
        acknowledge(BALLOTS, polls.vote(url, polls.sign_in(DATABASE, person), number))


def count() -> None:
    polls.end_voting(DATABASE)
    server, url = visits.serve(BINARY, str(DATABASE))
    try:
        visits.wait_until_it_answers(server, url)
        polls.wait_for_count(DATABASE)
    finally:
        server.terminate()
        server.wait()
    if problems := polls.miscounted(DATABASE, acknowledged(BALLOTS)):
        sys.exit("\n".join(problems))


def serve() -> str:
    """Starts the server; the cut takes the whole process group, the server with it."""
    server, url = visits.serve(BINARY, str(DATABASE))
    threading.Thread(target=lambda: go_with(server.wait()), daemon=True).start()
    visits.wait_until_it_answers(server, url)
    return url


def signed_in(url: str) -> str:
    """The cookie of a new session of the administrator's."""
    return visits.signed_in(url, housestaff("administrator", ADMINISTRATOR))


# Each question must answer with no row at all; a row says what is wrong.
MUST_BE_EMPTY = {
    "an import without all of its people": """
        SELECT file_name FROM roster_import WHERE state = 'imported'
          AND json_extract(report, '$.new')
            <> (SELECT count(*) FROM person WHERE import_id = roster_import.id)""",
    "people of an import that is not done": """
        SELECT name FROM directory_entry JOIN person ON person.id = person_id
        WHERE import_id IS NOT NULL
          AND import_id NOT IN (SELECT id FROM roster_import WHERE state = 'imported')""",
    "a program of an import that is not done": """
        SELECT name FROM program WHERE import_id IS NOT NULL
          AND import_id NOT IN (SELECT id FROM roster_import WHERE state = 'imported')""",
    "people without appointment or line in the directory": """
        SELECT id FROM person WHERE capacity = 'trainee' AND (
          id NOT IN (SELECT person_id FROM appointment)
          OR id NOT IN (SELECT person_id FROM directory_entry))""",
    "an import that the trail does not know": """
        SELECT id FROM roster_import WHERE state = 'imported'
          AND id NOT IN (SELECT subject FROM audit_entry WHERE act = 'roster.imported')""",
    "an import in the trail that is not there": """
        SELECT subject FROM audit_entry WHERE act = 'roster.imported'
          AND subject NOT IN (SELECT id FROM roster_import WHERE state = 'imported')""",
    "a session without its link, or a used link without its session": """
        SELECT 1 WHERE (SELECT count(*) FROM session WHERE means = 'link')
          <> (SELECT count(*) FROM one_time_link WHERE used_at IS NOT NULL)""",
    "a role that the trail does not know, or the other way around": """
        SELECT person_id, count(*) AS roles,
          (SELECT count(*) FROM audit_entry
           WHERE act = 'role.granted' AND subject = person_id) AS told
        FROM role_grant GROUP BY person_id HAVING roles <> told""",
    "an ended role that the trail does not know, or the other way around": """
        SELECT person_id, count(revoked_at) AS ended,
          (SELECT count(*) FROM audit_entry
           WHERE act = 'role.revoked' AND subject = person_id) AS told
        FROM role_grant GROUP BY person_id HAVING ended <> told""",
    "a role in the trail that nobody holds": """
        SELECT subject FROM audit_entry
        WHERE act = 'role.granted' AND subject NOT IN (SELECT person_id FROM role_grant)""",
    "a broken reference": "PRAGMA foreign_key_check",
}


def holds() -> None:
    store = sqlite3.connect(DATABASE)
    problems = [said for (said,) in store.execute("PRAGMA integrity_check") if said != "ok"]
    for what, question in MUST_BE_EMPTY.items():
        rows = store.execute(question).fetchmany(3)
        if rows:
            problems.append(f"{what}: {rows}")

    done = {name for (name,) in store.execute(
        "SELECT file_name FROM roster_import WHERE state = 'imported'")}
    lost = [name for name in acknowledged(IMPORTS) if name not in done]
    if lost:
        problems.append(f"acknowledged imports are lost: {lost[:3]}")
    people = store.execute("SELECT count(*) FROM person").fetchone()[0]
    if people != 1 + len(done) * PEOPLE_IN_FILE:
        problems.append(f"{people} people after {len(done)} imports of {PEOPLE_IN_FILE}")
    sessions = store.execute("SELECT count(*) FROM session").fetchone()[0]
    if sessions < len(acknowledged(SIGN_INS)):
        problems.append(f"{sessions} sessions after {len(acknowledged(SIGN_INS))} sign-ins")
    problems += lost_roles(store)
    problems += polls.lost_boxes(store, acknowledged(BALLOTS))
    store.close()

    # Ends with the trail's own word where it is broken.
    if "all bound" not in housestaff("audit", "verify"):
        problems.append("the audit trail is not bound")
    if problems:
        sys.exit("\n".join(problems))


def lost_roles(store: sqlite3.Connection) -> list[str]:
    kept = {"granted": "true", "revoked": "revoked_at IS NOT NULL"}
    lost = []
    for line in acknowledged(ROLES):
        what, _, person = line.partition(":")
        if not store.execute(
                f"SELECT 1 FROM role_grant WHERE person_id = ? AND ({kept[what]})",
                [person]).fetchone():
            lost.append(line)
    return [f"acknowledged changes of roles are lost: {lost[:3]}"] if lost else []


PARTS = {"begin": begin, "import": import_rosters, "sign-in": sign_in, "grant": grant_roles,
         "poll": lambda: polls.open_election(DATABASE), "vote": cast_ballots, "count": count,
         "holds": holds}

if __name__ == "__main__":
    PARTS[sys.argv[1]]()
