#!/usr/bin/env python3
"""Two servers on one PostgreSQL: who is signed in at one is at the other, waits hold at both, and
each mail and each nightly job is done once.

FOLDER in the environment is for what they write; BINARY is the executable; HOUSESTAFF_TEST_POSTGRES
is an empty database.
"""

import collections
import csv
import email
import os
import pathlib
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request

import visits

FOLDER = pathlib.Path(os.environ["FOLDER"])
BINARY = os.environ["BINARY"]
DATABASE = os.environ["HOUSESTAFF_TEST_POSTGRES"]
ADMINISTRATOR = "office@hospital.example"
PEOPLE = [f"p{number}@hospital.example" for number in range(20)]
MAIL = FOLDER / "mail"
MAIL_SECONDS = 40


def housestaff(*arguments: str) -> str:
    return subprocess.run(
        [BINARY, *arguments, "--database", DATABASE], text=True, check=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout


def begin() -> None:
    housestaff("init", "--institution", "Two Servers", "--administrator", ADMINISTRATOR,
               "--given-name", "Ada", "--family-name", "Lamp")
    file = FOLDER / "people.csv"
    with file.open("w", newline="") as text:
        rows = csv.writer(text)
        rows.writerow(["Personnel ID", "Last Name", "First Name", "Email", "Department", "Program",
                       "Sponsor", "Primary Site", "Training Level", "Status", "Position Start",
                       "Position End"])
        for number, address in enumerate(PEOPLE):
            rows.writerow([
                f"P{number}", f"Family{number}", f"Given{number}", address, "Medicine", "Medicine",
                "Two Servers", "Main", "PGY-1", "Active", "2026-07-01", "2029-06-30"])
    housestaff("roster", "import", str(file))


def typed(url: str, path: str, **fields: str) -> int:
    """The status of a form that someone sends who is not signed in."""
    return visits.asked(urllib.request.Request(
        url + path, data=urllib.parse.urlencode(fields).encode(), headers={"Origin": url})).status


def one_session(first: str, second: str) -> None:
    cookie = visits.signed_in(first, housestaff("administrator", ADMINISTRATOR))
    home = visits.opened(cookie, second + "/")
    visits.send(cookie, first + "/sign-out", home, {})
    answer = visits.asked(urllib.request.Request(second + "/", headers={"Cookie": cookie}))
    assert answer.status == 303, f"signed out at one, the other answers {answer.status}"


def one_wait(first: str, second: str) -> None:
    guess = {"address": PEOPLE[0], "password": "not the password at all"}
    while typed(first, "/sign-in", **guess) != 429:
        pass
    # The first wait may be over before the other server is asked; then the next one is longer.
    for wait in range(5):
        if typed(second, "/sign-in", **guess) == 429:
            return
        typed(first, "/sign-in", **guess)
    sys.exit("a wait at one server does not hold at the other")


def each_mail_once(first: str, second: str) -> None:
    asking = [
        threading.Thread(
            target=typed, args=((first, second)[number % 2], "/sign-in/link"),
            kwargs={"address": address})
        for number, address in enumerate(PEOPLE)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    deadline = time.monotonic() + MAIL_SECONDS
    while len(recipients()) < len(PEOPLE) and time.monotonic() < deadline:
        time.sleep(0.2)
    # A second copy would come from the other server, at once.
    time.sleep(3)
    mailed = recipients()
    assert mailed == collections.Counter(PEOPLE), f"mail went to {mailed}"


def recipients() -> collections.Counter:
    return collections.Counter(
        email.message_from_bytes(file.read_bytes())["To"].strip("<>")
        for file in MAIL.glob("*.eml"))


def each_nightly_job_once() -> None:
    jobs = subprocess.run(
        ["psql", DATABASE, "-At", "-c", "SELECT kind, due_at, count(*) FROM job GROUP BY 1, 2"],
        text=True, check=True, stdout=subprocess.PIPE).stdout.split()
    assert jobs and all(job.endswith("|1") for job in jobs), f"jobs: {jobs}"


def main() -> None:
    begin()
    settings = {"HOUSESTAFF_MAIL_FOLDER": str(MAIL),
                "HOUSESTAFF_MAIL_FROM": "housestaff@hospital.example"}
    # Both at once: one of them prepares the database, the other waits.
    logs = [(FOLDER / f"server-{number}.log").open("w") for number in range(2)]
    servers = [visits.serve(BINARY, DATABASE, log, **settings) for log in logs]
    try:
        for server, url in servers:
            visits.wait_until_it_answers(server, url)
        first, second = (url for _, url in servers)
        one_session(first, second)
        one_wait(first, second)
        each_mail_once(first, second)
        each_nightly_job_once()
    finally:
        for server, _ in servers:
            server.terminate()
    print("two servers share sessions, waits, mail and jobs")


if __name__ == "__main__":
    main()
