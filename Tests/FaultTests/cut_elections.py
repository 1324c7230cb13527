#!/usr/bin/env python3
"""Cuts in the middle of elections, on SQLite or on PostgreSQL.

Each round is an election. While eight voters at a time cast, the program is killed; where there is
a PostgreSQL, in every other round a process of that server is, which takes down all of its sessions
and makes it recover from its log. After the cut each voter has both voted and a ballot in the urn,
or neither, and whoever was told yes has both. Everybody who was not told yes sends the same form
again, and it is one ballot.

Then the officer closes, and the closing is killed as well, at a random moment or at a random one of
its writes. After it the election is open with every box and its key, or closed with every ballot,
receipt and a result. Closed again, the count holds each receipt once.

FOLDER in the environment is for files; BINARY is the executable; ROUNDS how many elections;
HOUSESTAFF_TEST_POSTGRES, where it is set, an empty database.
"""

import concurrent.futures
import csv
import hashlib
import os
import pathlib
import random
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

import polls
import stores
import visits

FOLDER = pathlib.Path(os.environ["FOLDER"])
BINARY = os.environ["BINARY"]
ROUNDS = int(os.environ.get("ROUNDS", "6"))
SEED = int(os.environ.get("SEED", str(random.randrange(10**6))))
VOTERS, AT_ONCE, CANDIDATES = 120, 8, 3
CODE = "0123456789abcdefghjkmnpqrstvwxyz"
OPEN_FOR_LONG, OVER = "2999-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z"


class Hospital:
    """People who are signed in: officer and voters of every election."""

    def __init__(self, store) -> None:
        self.store = store
        store.keys.mkdir(exist_ok=True)
        self.housestaff("init", "--institution", "Cuts", "--administrator",
                        "office@hospital.example", "--given-name", "Ada", "--family-name", "Lamp")
        self.housestaff("roster", "import", str(self.roster()))
        self.people = [person for (person,) in store.rows(
            "SELECT id FROM person WHERE capacity = 'trainee' ORDER BY id")]
        moment = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())
        sessions = ", ".join(
            f"('{hashlib.sha256(token(person).encode()).hexdigest()}', 's-{person}', '{person}',"
            f" 'password', FALSE, 'cut', '{moment}', '{moment}')" for person in self.people)
        store.change(f"""
            INSERT INTO session (token_hash, id, person_id, means, awaits_second_factor, device,
              created_at, seen_at) VALUES {sessions};
            INSERT INTO organization (id, name, name_key, kind, purpose, listing, joining,
              capacities, forget_days, created_at) VALUES ('cuts', 'Council', 'council', 'council',
              'For all.', 'everyone', 'seats', '', 30, '2026-07-01T00:00:00.000Z');
            INSERT INTO seat_rule (id, organization_id, title, kind, seats, years, alternates,
              category, votes, position) VALUES ('cuts', 'cuts', 'Delegate', 'peer_selected', 1, 1,
              0, 'other', TRUE, 1);""")

    def housestaff(self, *words: str) -> None:
        subprocess.run([BINARY, *words, "--database", self.store.location], check=True,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def roster(self) -> pathlib.Path:
        file = FOLDER / f"cut-{self.store.name}.csv"
        with file.open("w", newline="") as text:
            rows = csv.writer(text)
            rows.writerow(["Personnel ID", "Last Name", "First Name", "Email", "Department",
                           "Program", "Sponsor", "Primary Site", "Training Level", "Status",
                           "Position Start", "Position End"])
            for number in range(VOTERS):
                rows.writerow([f"P{number}", f"Family{number}", "Given",
                               f"p{number}@hospital.example", "Medicine", "Medicine", "Cuts",
                               "Main", "PGY-1", "Active", "2026-07-01", "2029-06-30"])
        return file

    def open_election(self, number: int) -> str:
        """An election for everybody; the first of the people is its officer."""
        election = str(uuid.uuid5(uuid.NAMESPACE_DNS, f"cut-{number}.example"))
        seed = os.urandom(32)
        key = polls.public_key(seed).hex()
        (self.store.keys / f"{election}.{key[:32]}.key").write_text(seed.hex())
        standing = ", ".join(
            f"('{election}-{place}', '{election}', '{person}', 'accepted', '',"
            f" '2026-07-01T00:00:00.000Z', {place})"
            for place, person in enumerate(self.people[1:CANDIDATES + 1], 1))
        self.store.change(f"""
            INSERT INTO election (id, organization_id, rule_id, title, seats, constituency, unit,
              method, ties, one_per, allows_abstaining, vote_from, vote_until, officer_id, state,
              public_key, made_at) VALUES ('{election}', 'cuts', 'cuts', 'Cut {number}', 1,
              'institution', '', 'scottish-stv', 'lot', '', FALSE, '2020-01-01T00:00:00.000Z',
              '{OPEN_FOR_LONG}', '{self.people[0]}', 'voting', '{key}',
              '2026-07-01T00:00:00.000Z');
            INSERT INTO elector (election_id, person_id, added_later, has_voted)
              SELECT '{election}', id, FALSE, FALSE FROM person WHERE capacity = 'trainee';
            INSERT INTO candidate (id, election_id, person_id, state, statement, proposed_at,
              position) VALUES {standing};""")
        return election


def token(person: str) -> str:
    return f"cut-{person}"


def send(url: str, person: str, path: str, fields: dict[str, str]) -> int:
    """The status of a form; 0 where the other side went away before it answered."""
    form_token = polls.form_token(token(person))
    request = urllib.request.Request(
        url + path, data=urllib.parse.urlencode(fields | {"form-token": form_token}).encode(),
        headers={"Cookie": f"housestaff={token(person)}", "Origin": url})
    try:
        return urllib.request.build_opener(visits.KeepAnswer).open(request, timeout=30).status
    except urllib.error.HTTPError as answer:
        return answer.code
    except OSError:
        return 0


class Round:
    """One election, from the first ballot to the count."""

    def __init__(self, hospital: Hospital, number: int, chance: random.Random) -> None:
        self.hospital, self.store, self.chance = hospital, hospital.store, chance
        self.number = number
        self.election = hospital.open_election(number)
        self.forms = {person: {f"candidate-{1 + place % CANDIDATES}": "1",
                               "receipt": self.receipt()}
                      for place, person in enumerate(hospital.people)}
        self.told: set[str] = set()
        self.server = None
        #: Whether the closing was cut before it was answered.
        self.was_cut = False

    def receipt(self) -> str:
        code = "".join(self.chance.choices(CODE, k=26))
        return "-".join([code[:5], code[5:10], code[10:15], code[15:20], code[20:]])

    def serve(self) -> str:
        self.server, url = visits.serve(
            BINARY, self.store.location, subprocess.DEVNULL, **self.store.settings)
        visits.wait_until_it_answers(self.server, url)
        return url

    def kill(self) -> None:
        self.server.send_signal(signal.SIGKILL)
        self.server.wait()

    def cut(self, after: float, cuts_database: bool) -> None:
        """Kills the program, or a session of the database, in some seconds from now."""
        time.sleep(after)
        if cuts_database:
            for (process,) in self.store.rows(
                    "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                    " AND pid <> pg_backend_pid() AND backend_type = 'client backend' LIMIT 1"):
                os.kill(int(process), signal.SIGKILL)
            time.sleep(0.2)
        self.kill()

    def cast(self, url: str, people: list[str]) -> None:
        def one(person: str) -> None:
            status = send(url, person, f"/elections/{self.election}/ballot/cast",
                          self.forms[person])
            if status == 200:
                self.told.add(person)

        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(one, people))

    def cast_and_cut(self) -> list[str]:
        url = self.serve()
        cuts_database = self.store.name == "PostgreSQL" and self.number % 2 == 1
        cutting = threading.Thread(
            target=self.cut, args=(self.chance.uniform(0.05, 0.8), cuts_database))
        cutting.start()
        self.cast(url, self.hospital.people)
        cutting.join()
        self.wait_for_database()
        return self.problems_of_roll()

    def wait_for_database(self) -> None:
        """PostgreSQL answers when it has recovered."""
        for _ in range(100):
            try:
                self.store.rows("SELECT 1")
                return
            except OSError:
                time.sleep(0.1)

    def problems_of_roll(self) -> list[str]:
        voted = {person for (person,) in self.store.rows(
            f"SELECT person_id FROM elector WHERE election_id = '{self.election}' AND has_voted")}
        boxes = {box for (box,) in self.store.rows(
            f"SELECT id FROM sealed_ballot WHERE election_id = '{self.election}'")}
        cast = {person for person, form in self.forms.items()
                if polls.box(form["receipt"], self.election) in boxes}
        problems = []
        if lost := self.told - cast:
            problems.append(f"{len(lost)} acknowledged ballots are lost")
        if voted != cast or len(boxes) != len(cast):
            problems.append(f"{len(voted)} have voted, {len(cast)} of {len(boxes)} boxes are known")
        return problems

    def finish_casting(self) -> list[str]:
        """Whoever was not told yes sends the same form again; whoever was, too."""
        before = len(self.told)
        url = self.serve()
        self.cast(url, self.hospital.people)
        self.store.change(
            f"UPDATE election SET vote_until = '{OVER}' WHERE id = '{self.election}';")
        print(f"  cut with {before} of {VOTERS} told yes; then", end=" ")
        problems = self.problems_of_roll()
        if len(self.told) != VOTERS:
            problems.append(f"only {len(self.told)} of {VOTERS} were told yes in the end")
        return problems + self.close_and_cut(url)

    def close(self, url: str) -> int:
        return send(url, self.hospital.people[0], f"/elections/{self.election}/close", {})

    def close_and_cut(self, url: str) -> list[str]:
        answers = []
        closing = threading.Thread(target=lambda: answers.append(self.close(url)))
        if self.store.name == "SQLite" and self.number % 2:
            # At one of the writes of the closing, which a clock seldom meets.
            write = self.chance.randrange(1, 60)
            tracer = subprocess.Popen(
                ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64", "-e",
                 f"inject=pwrite64:signal=KILL:when={write}", "-p", str(self.server.pid)])
            time.sleep(0.5)
            closing.start()
            closing.join()
            self.kill()
            tracer.wait()
        else:
            closing.start()
            self.cut(self.chance.uniform(0.0, 0.15),
                     self.store.name == "PostgreSQL" and self.number % 2 == 1)
            closing.join()
        self.wait_for_database()
        return self.problems_of_closing(answered=answers == [303])

    def problems_of_closing(self, answered: bool) -> list[str]:
        state = self.store.rows(f"SELECT state FROM election WHERE id = '{self.election}'")[0][0]
        found = tuple(int(self.store.rows(
            f"SELECT count(*) FROM {table} WHERE election_id = '{self.election}'{of}")[0][0])
            for table, of in [("sealed_ballot", ""), ("ballot", ""), ("ballot_receipt", ""),
                              ("election_result", ""), ("elector", " AND has_voted")])
        wanted = {"voting": (VOTERS, 0, 0, 0, VOTERS), "closed": (0, VOTERS, VOTERS, 1, VOTERS)}
        has_key = any(self.store.keys.glob(f"{self.election}.*"))
        print(f"{state}{', answered' if answered else ''}{', with its key' if has_key else ''}")
        self.was_cut = not answered
        problems = []
        if found != wanted.get(state):
            problems.append(f"{state} with boxes, ballots, receipts, results, voted: {found}")
        if answered and (state != "closed" or has_key):
            problems.append(f"the closing was answered, and the election is {state}")
        if state == "voting" and not has_key:
            problems.append("the key is gone, and the election is not closed")
        return problems

    def count(self) -> list[str]:
        url = self.serve()
        status = self.close(url)
        self.kill()
        listed = sorted(digest for (digest,) in self.store.rows(
            f"SELECT digest FROM ballot_receipt WHERE election_id = '{self.election}'"))
        cast = sorted(hashlib.sha256(form["receipt"].encode()).hexdigest()
                      for form in self.forms.values())
        result = self.store.rows("SELECT electors, voted, ballots, unreadable FROM election_result"
                                 f" WHERE election_id = '{self.election}'")
        problems = [] if status == 303 else [f"closing answered {status}"]
        if listed != cast:
            problems.append(f"{len(listed)} receipts are listed, {len(cast)} were cast")
        if result != [tuple(map(str, (VOTERS, VOTERS, VOTERS, 0)))]:
            problems.append(f"the result says {result}")
        if any(self.store.keys.glob(f"{self.election}.*")):
            problems.append("the key is still there")
        return problems


def main() -> None:
    location = os.environ.get("HOUSESTAFF_TEST_POSTGRES")
    store = (stores.Postgres(location, FOLDER) if location
             else stores.SQLite(FOLDER / "cut-elections.sqlite"))
    print(f"seed {SEED}, {store.name}")
    hospital, chance, cut = Hospital(store), random.Random(SEED), 0
    for number in range(ROUNDS):
        one = Round(hospital, number, chance)
        try:
            problems = one.cast_and_cut() + one.finish_casting() + one.count()
        finally:
            if one.server and one.server.poll() is None:
                one.kill()
        if problems:
            sys.exit(f"FAIL round {number}: {'; '.join(problems)}")
        cut += one.was_cut
    if not cut:
        sys.exit("FAIL no closing was cut before it was answered: this proves nothing")
    print(f"{ROUNDS} elections, {cut} closings cut before their answer: nothing lost, none twice")


if __name__ == "__main__":
    main()
