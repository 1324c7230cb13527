"""Elections on both databases: casting beside the least that a durable vote costs, and the steps of
one with 2,000 voters from its opening to the certified result.

Everybody is signed in before a clock starts: a session is a row, and no password is hashed.
"""

import datetime
import pathlib
import random
import re
import sys
import tempfile
import time
import uuid
from typing import NamedTuple

from . import engines, places, rosters, servers, voters
from .figures import Figure, at_most, spread
from .places import LOAD_CORE, SERVER_CORE, WORK, Unfit, pinned, progress, run

VOTERS, PROGRAMS = 2_000, 60
CANDIDATES, SEATS = 20, 8
#: Ballots that one client casts in a round, and each floor writes for each client.
ALONE = 1_000
CLIENTS = 8
LONG_AGO, NEVER, OVER = (f"{year}-01-01T00:00:00.000Z" for year in (2020, 2999, 2026))


class Turn(NamedTuple):
    """One round on one database: ballots a second, processor's time, seconds of steps, bytes."""

    alone: float
    together: float
    cpu: float
    floor_alone: float
    floor_together: float
    steps: dict[str, float]
    page: int
    stages: int


class Institution:
    """People who are all on the roll and signed in; one of them is the election officer."""

    def __init__(self, engine) -> None:
        self.engine = engine
        file = WORK / f"roster-voters-{VOTERS}.csv"
        if not file.exists():
            rosters.write(file, VOTERS, PROGRAMS)
        run(places.BINARY, "roster", "import", file, "--format", "json", "--database",
            engine.location)
        rosters.begin(engine.location)
        people = [person for (person,) in engine.rows(
            "SELECT id FROM person WHERE capacity = 'trainee' ORDER BY id")]
        self.people = [voters.Visitor(person) for person in people]
        self.officer, *others = self.people
        self.candidates = others[:CANDIDATES]
        engine.change(self.rows())

    def rows(self) -> str:
        moment = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=1)
                  ).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        sessions = ",\n".join(one.session(moment) for one in self.people)
        return f"""
            INSERT INTO organization (id, name, name_key, kind, purpose, listing, joining,
              capacities, forget_days, created_at) VALUES ('council', 'Measured Council',
              'measured council', 'council', 'Measured.', 'everyone', 'seats', '', 30,
              '{LONG_AGO}');
            INSERT INTO session (token_hash, id, person_id, means, awaits_second_factor, device,
              created_at, seen_at) VALUES {sessions};"""

    def election(self, number: int) -> str:
        """A contested election whose nominations are over: the next step is to open it."""
        election = str(uuid.uuid5(uuid.NAMESPACE_DNS, f"election-{number}.example"))
        standing = ",\n".join(
            f"('{election}-{place}', '{election}', '{one.person}', 'accepted', '', '{LONG_AGO}')"
            for place, one in enumerate(self.candidates))
        self.engine.change(f"""
            INSERT INTO seat_rule (id, organization_id, title, kind, seats, years, alternates,
              category, votes, position) VALUES ('{election}', 'council', 'Delegate {number}',
              'peer_selected', {SEATS}, 1, 0, 'other', TRUE, {number});
            INSERT INTO election (id, organization_id, rule_id, title, seats, constituency, unit,
              method, ties, one_per, allows_abstaining, roll_on, nominate_from, nominate_until,
              vote_from, vote_until, officer_id, state, made_at) VALUES ('{election}', 'council',
              '{election}', 'Delegates {number}', {SEATS}, 'institution', '', 'scottish-stv',
              'lot', '', FALSE, '{datetime.date.today()}', '{LONG_AGO}', '{LONG_AGO}',
              '{LONG_AGO}', '{NEVER}', '{self.officer.person}', 'nominating', '{LONG_AGO}');
            INSERT INTO candidate (id, election_id, person_id, state, statement, proposed_at)
              VALUES {standing};""")
        return election

    def ballots(self, count: int, seed: int) -> list:
        """Ballots of so many voters, the same each time for a seed."""
        chance = random.Random(seed)
        return [(one, voters.ballot(chance, CANDIDATES)) for one in self.people[:count]]


class Steps:
    """Steps of an election by its officer, each with its seconds."""

    def __init__(self, institution: Institution, url: str, election: str) -> None:
        self.line, self.officer = voters.Line(url), institution.officer
        self.path = f"/elections/{election}"
        self.seconds: dict[str, float] = {}

    def take(self, name: str, step: str) -> None:
        started = time.monotonic()
        self.line.want(303, self.officer, f"{self.path}/{step}", {})
        self.seconds[name] = time.monotonic() - started


def alone(institution: Institution, server: servers.Server, number: int) -> float:
    """Ballots a second of one client."""
    election = institution.election(number)
    Steps(institution, server.url, election).take("open", "open")
    took = voters.cast(server.url, election, institution.ballots(ALONE, number), 1)
    expect(institution.engine, election, ALONE)
    return ALONE / took


def whole(institution: Institution, server: servers.Server, number: int) -> tuple:
    """An election from its opening to the certified result: steps, processor's time, the page."""
    election = institution.election(number)
    steps = Steps(institution, server.url, election)
    steps.take("open: the roll is frozen, everybody is told", "open")
    used = server.cpu_seconds()
    took = voters.cast(server.url, election, institution.ballots(VOTERS, number), CLIENTS)
    used = server.cpu_seconds() - used
    expect(institution.engine, election, VOTERS)
    steps.seconds[f"{VOTERS:,} ballots by {CLIENTS} clients"] = took
    institution.engine.change(
        f"UPDATE election SET vote_until = '{OVER}' WHERE id = '{election}';")
    steps.take("close: ballots opened, rewritten, counted", "close")
    steps.take("certify: result published, seats taken", "certify")
    page = steps.line.want(200, institution.people[-1], f"{steps.path}/results")
    counted = institution.engine.rows(
        f"SELECT ballots, voted, unreadable FROM election_result WHERE election_id = '{election}'")
    if counted != [[str(VOTERS), str(VOTERS), "0"]]:
        raise Unfit(f"the result says {counted}")
    report = steps.line.want(200, institution.people[-1], f"{steps.path}/report.json").decode()
    return took, used / VOTERS * 1000, steps.seconds, len(page), len(
        re.findall(r'"stage":', report))


def expect(engine, election: str, ballots: int) -> None:
    """What was acknowledged stands in the urn and on the roll."""
    for table, of in (("sealed_ballot", ""), ("elector", " AND has_voted")):
        found = engine.rows(
            f"SELECT count(*) FROM {table} WHERE election_id = '{election}'{of}")
        if found != [[str(ballots)]]:
            raise Unfit(f"{ballots} ballots were acknowledged, {table} has {found}")


def sqlite_floor() -> tuple[float, float]:
    """Durable votes a second that SQLite takes from a script. It has one writer at a time, so
    eight clients get no more of it than one."""
    file = WORK / "durable-votes.sqlite"
    rosters.remove(file)
    said = run(*pinned(
        SERVER_CORE, sys.executable, places.HERE / "bench" / "durable_votes.py", file, ALONE))
    rosters.remove(file)
    return (ALONE / float(said),) * 2


PGBENCH = """\\set n :n + 1
BEGIN ISOLATION LEVEL SERIALIZABLE;
UPDATE roll SET has_voted = TRUE WHERE person = 'p' || :client_id || '-' || :n AND NOT has_voted;
INSERT INTO box VALUES ('b' || :n * 7919 % 1000 || '-' || :client_id || '-' || :n,
  decode(repeat('00', 121), 'hex'));
COMMIT;
"""


def postgres_floor(cluster: engines.Cluster) -> tuple[float, float]:
    """Durable votes a second that PostgreSQL takes from `pgbench`: of one client, of eight."""
    engine = engines.Postgres(cluster, "floor")
    rates = []
    with tempfile.TemporaryDirectory() as folder:
        script = pathlib.Path(folder) / "vote.sql"
        script.write_text(PGBENCH)
        for clients in (1, CLIENTS):
            engine.change(f"""
                DROP TABLE IF EXISTS roll, box;
                CREATE TABLE roll (person TEXT PRIMARY KEY, has_voted BOOLEAN NOT NULL);
                CREATE TABLE box (id TEXT PRIMARY KEY, sealed BYTEA NOT NULL);
                INSERT INTO roll SELECT 'p' || client || '-' || n, FALSE
                FROM generate_series(0, {clients - 1}) AS client,
                  generate_series(1, {ALONE}) AS n;""")
            said = run(*pinned(
                LOAD_CORE, cluster.programs / "pgbench", "-n", "-M", "prepared", "-c", clients,
                "-j", 1, "-t", ALONE // clients, "-D", "n=0", "--max-tries", 12, "-f", script,
                engine.location))
            expect_floor(engine, ALONE // clients * clients)
            rates.append(float(re.search(r"tps = ([\d.]+)", said)[1]))
    return rates[0], rates[1]


def expect_floor(engine, votes: int) -> None:
    for question in ("SELECT count(*) FROM box", "SELECT count(*) FROM roll WHERE has_voted"):
        if engine.rows(question) != [[str(votes)]]:
            raise Unfit(f"the floor's votes are not {votes}: {engine.rows(question)}")


def turns(engine, rounds: int, floor) -> list[Turn]:
    """All rounds on one database, with the floor measured between."""
    institution = Institution(engine)
    found = []
    with servers.running([servers.housestaff(engine.location, **engine.settings)]) as (server,):
        server.wait("/sign-in")
        for number in range(rounds):
            floors = floor()
            rate = alone(institution, server, 2 * number)
            took, cpu, steps, page, stages = whole(institution, server, 2 * number + 1)
            found.append(Turn(rate, VOTERS / took, cpu, *floors, steps, page, stages))
            progress(
                f"elections, {engine.name}, {number + 1} of {rounds}: {rate:,.0f}/s alone, "
                f"{VOTERS / took:,.0f}/s together; floor {floors[0]:,.0f}/s, {floors[1]:,.0f}/s")
    return found


def figures(rounds: int) -> list[Figure]:
    lines = said(turns(engines.SQLite(WORK / "elections.sqlite"), rounds, sqlite_floor), "SQLite")
    with engines.cluster() as cluster:
        lines += said(
            turns(engines.Postgres(cluster, "elections"), rounds,
                  lambda: postgres_floor(cluster)), "PostgreSQL")
    return lines


def said(rounds: list[Turn], engine: str) -> list[Figure]:
    """What the rounds on one database came to."""
    lines = []
    for clients, ours, floor in ((1, "alone", "floor_alone"), (CLIENTS, "together",
                                                               "floor_together")):
        name = f"casting, {engine}, {clients} {'client' if clients == 1 else 'clients'}"
        pairs = [(getattr(one, ours), getattr(one, floor)) for one in rounds]
        lines += [
            Figure(f"{name}: ballots a second", spread([our for our, _ in pairs], 0)),
            Figure(f"{name}: durable votes a second without a server",
                   spread([their for _, their in pairs], 0)),
            Figure(f"{name}: share of those", spread([our / their for our, their in pairs], 3))]
    lines.append(Figure(f"casting, {engine}: server's CPU a ballot",
                        spread([one.cpu for one in rounds], 2, " ms")))
    for step in rounds[0].steps:
        lines.append(Figure(f"election of {VOTERS:,}, {engine}, {step}",
                            spread([one.steps[step] for one in rounds], 2, " s")))
    lines.append(Figure(
        f"election of {VOTERS:,}, {engine}: all of it",
        spread([sum(one.steps.values()) for one in rounds], 1, " s")))
    return lines + [at_most(
        f"results page, {CANDIDATES} candidates, {rounds[0].stages} stages, {engine}",
        [one.page / 1000 for one in rounds], 60, 1, " KB")]
