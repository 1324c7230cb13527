#!/usr/bin/env python3
"""What `scripts/faults` kills, and what must hold after each cut.

  faults.py begin     an empty institution with an administrator
  faults.py import    imports rosters of new people, one after the other, until it is killed
  faults.py sign-in   serves, makes sign-in links and uses them, until it is killed
  faults.py holds     ends with 0 while nothing acknowledged is lost and nothing is half done

FOLDER in the environment holds the database and the lists of what was acknowledged; BINARY is the
executable. A list is written after the answer, so a cut may leave out its last line, never add one.
"""

import csv
import json
import os
import pathlib
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request

FOLDER = pathlib.Path(os.environ["FOLDER"])
BINARY = os.environ["BINARY"]
DATABASE = FOLDER / "faults.sqlite"
IMPORTS, SIGN_INS = FOLDER / "imports.txt", FOLDER / "sign-ins.txt"
ADMINISTRATOR = "office@hospital.example"
PEOPLE_IN_FILE = 80

HEADER = ["Personnel ID", "Last Name", "First Name", "Email", "Department", "Program", "Sponsor",
          "Primary Site", "Training Level", "Status", "Position Start", "Position End"]


def housestaff(*arguments: str) -> str:
    done = subprocess.run([BINARY, *arguments, "--database", str(DATABASE)], text=True,
                          stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode == -signal.SIGKILL:
        # The cut took the command alone; what called it goes with it.
        os.kill(os.getpid(), signal.SIGKILL)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def acknowledge(file: pathlib.Path, what: str) -> None:
    with file.open("a") as lines:
        lines.write(what + "\n")


def acknowledged(file: pathlib.Path) -> list[str]:
    return file.read_text().split() if file.exists() else []


def begin() -> None:
    housestaff("init", "--institution", "Faults", "--administrator", ADMINISTRATOR,
               "--given-name", "Ada", "--family-name", "Lamp")


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
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # The cut takes the whole process group, the server with it.
    server = subprocess.Popen(
        [BINARY, "serve", "--database", str(DATABASE), "--port", str(port)],
        stdin=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    wait_until_it_answers(server, url)
    while True:
        link = re.search(r"/sign-in/link/\S+", housestaff("administrator", ADMINISTRATOR))[0]
        request = urllib.request.Request(url + link, data=b"", headers={"Origin": url})
        cookie = cookie_of(request)
        assert cookie, "a fresh link did not sign in"
        acknowledge(SIGN_INS, cookie)


class KeepAnswer(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def cookie_of(request: urllib.request.Request) -> str | None:
    try:
        urllib.request.build_opener(KeepAnswer).open(request, timeout=10).close()
    except urllib.error.HTTPError as answer:
        found = re.match(r"[^=]+=([^;]+)", answer.headers.get("Set-Cookie", ""))
        return found and found[1]
    return None


def wait_until_it_answers(server: subprocess.Popen, url: str) -> None:
    while True:
        try:
            urllib.request.urlopen(url + "/sign-in", timeout=5).close()
            return
        except OSError:
            if server.poll() is not None:
                sys.exit(f"the server ended with {server.returncode}")
            time.sleep(0.02)


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
        SELECT 1 WHERE (SELECT count(*) FROM session)
          <> (SELECT count(*) FROM one_time_link WHERE used_at IS NOT NULL)""",
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
    store.close()

    # Ends with the trail's own word where it is broken.
    if "all bound" not in housestaff("audit", "verify"):
        problems.append("the audit trail is not bound")
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    {"begin": begin, "import": import_rosters, "sign-in": sign_in, "holds": holds}[sys.argv[1]]()
