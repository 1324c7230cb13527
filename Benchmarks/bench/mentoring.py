"""Mentoring: a cycle from its frozen inputs to published pairs in a real database, and national
scale by the command, each beside programs that others match with."""

import json
import pathlib
import random
import time
import uuid

from . import engines, matching, places, rosters, servers, voters
from .figures import Figure, at_most, spread
from .places import BINARY, REFERENCE, SERVER_CORE, WORK, Unfit, pinned, progress, python_with, run
from .timing import Run, timed

MENTEES, MENTORS = 2_000, 600
PROGRAMS = 80
#: Terms of each kind from which people choose, and how many a person chooses.
TERMS = {"topic": (40, 4), "career": (12, 2), "specialty": (30, 1), "language": (8, 2),
         "format": (4, 2)}
KINDS = {"topics": "topic", "careers": "career", "specialties": "specialty",
         "languages": "language", "formats": "format"}
AVOIDED, JUDGES = 200, 160
NATIONAL = (40_000, 10_000, 20)
PEERS = ["LEMON", "OR-tools"]
MOMENT, TOMORROW = "2026-01-02T00:00:00.000Z", "2999-01-01"


class Cycle:
    """A cycle whose people are enrolled and approved, by rows; each round begins anew."""

    def __init__(self, engine) -> None:
        self.engine = engine
        self.chance = random.Random(20261123)
        file = WORK / f"roster-mentoring-{MENTEES + MENTORS}.csv"
        if not file.exists():
            rosters.write(file, MENTEES + MENTORS, PROGRAMS)
        run(BINARY, "roster", "import", file, "--format", "json", "--database", engine.location)
        rosters.begin(engine.location)
        people = [person for (person,) in engine.rows(
            "SELECT id FROM person WHERE capacity = 'trainee' ORDER BY id")]
        (office,), = engine.rows("SELECT id FROM person WHERE capacity <> 'trainee' ORDER BY id"
                                 " LIMIT 1")
        self.office = voters.Visitor(office)
        self.chance.shuffle(people)
        self.mentees, self.mentors = people[:MENTEES], people[MENTEES:]
        self.terms = {kind: [self.id(f"{kind}-{n}") for n in range(count)]
                      for kind, (count, _) in TERMS.items()}
        engine.change(self.ground())

    @staticmethod
    def id(name: str) -> str:
        return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{name}.example"))

    def ground(self) -> str:
        """The program, the words to choose from, who keeps apart, and the office's session."""
        programs = [program for (program,) in self.engine.rows("SELECT id FROM program")]
        apart = {tuple(self.chance.sample([*self.mentees, *self.mentors], 2))
                 for _ in range(AVOIDED)}
        judges = {(self.chance.choice(programs), self.chance.choice(self.mentors))
                  for _ in range(JUDGES)}
        terms = [f"('{term}', '{kind}', '{term}', '{term}', {place})"
                 for kind, some in self.terms.items() for place, term in enumerate(some)]
        moment = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() - 60))
        return f"""
            INSERT INTO role_grant (id, person_id, role, scope_kind, starts_on, granted_at)
              VALUES ('{self.id("grant")}', '{self.office.person}', 'office', 'institution',
              '2020-01-01', '{MOMENT}');
            INSERT INTO session (token_hash, id, person_id, means, awaits_second_factor, device,
              created_at, seen_at) VALUES {self.office.session(moment)};
            INSERT INTO mentoring_program (id, name, name_key, purpose, founded_at)
              VALUES ('{self.id("program")}', 'Measured', 'measured', 'Measured.', '{MOMENT}');
            INSERT INTO mentoring_commitment (program_id, version, text, written_at)
              VALUES ('{self.id("program")}', 1, 'Meet.', '{MOMENT}');
            INSERT INTO mentoring_term (id, kind, name, name_key, position)
              VALUES {", ".join(terms)};
            INSERT INTO mentor_capacity (person_id, places, changed_at)
              VALUES {", ".join(f"('{one}', {self.chance.randint(2, 5)}, '{MOMENT}')"
                                for one in self.mentors)};
            INSERT INTO mentoring_avoidance (person_id, avoided_id, noted_at)
              VALUES {", ".join(f"('{one}', '{other}', '{MOMENT}')"
                                for one, other in sorted(apart))};
            INSERT INTO mentoring_judge (program_id, person_id, part, noted_at)
              VALUES {", ".join(f"('{program}', '{person}', 'evaluator', '{MOMENT}')"
                                for program, person in sorted(judges))};"""

    def begin(self, number: int) -> str:
        """A cycle that is being matched, and nobody is a pair."""
        cycle = self.id(f"cycle-{number}")
        enrolled, chosen = [], []
        people = [(person, "mentee") for person in self.mentees] + [
            (person, "mentor") for person in self.mentors]
        for place, (person, part) in enumerate(people):
            one = f"{place:08x}-0000-7000-8000-{number:012x}"
            hours = sum(1 << bit for bit in self.chance.sample(range(56), 10))
            enrolled.append(f"('{one}', '{cycle}', '{person}', '{part}', 'Measured.', {hours}, '',"
                            f" 1, 'approved', '{MOMENT}', '')")
            for kind, (_, most) in TERMS.items():
                chosen += [f"('{one}', '{term}')" for term in self.chance.sample(
                    self.terms[kind], self.chance.randint(1, most))]
        self.engine.change(f"""
            UPDATE mentoring_pair SET state = 'completed', ended_on = '2026-01-02'
              WHERE state = 'active';
            INSERT INTO mentoring_cycle (id, program_id, title, state, audience, enroll_from,
              enroll_until, begins_on, ends_on, meet_every, decline_days, most_mentees, objective,
              begun_at) VALUES ('{cycle}', '{self.id("program")}', 'Measured {number}',
              'matching', 'trainees', '2026-01-01', '2026-01-31', '2026-02-01', '{TOMORROW}', 4, 7,
              5, 'most', '{MOMENT}');
            INSERT INTO mentoring_enrollment (id, cycle_id, person_id, part, goals, hours,
              experience, commitment, state, submitted_at, reason) VALUES {", ".join(enrolled)};
            INSERT INTO mentoring_choice (enrollment_id, term_id) VALUES {", ".join(chosen)};""")
        return cycle

    def command(self, cycle: str, *options: str) -> tuple[Run, dict]:
        took, said = timed(pinned(
            SERVER_CORE, BINARY, "mentoring", "match", "--cycle", cycle, "--format", "json",
            "--database", self.engine.location, *options))
        told = json.loads(said)
        if told["total"] != told["dualBound"] or told["mentees"] != MENTEES:
            raise Unfit(f"the matching says {told['total']} of {told['dualBound']}")
        return took, told


def published(cycle: Cycle, server: servers.Server, told: dict) -> float:
    """Seconds of the page's button until both sides of all pairs are told."""
    line = voters.Line(server.url)
    line.want(200, cycle.office, "/mentoring")
    started = time.monotonic()
    line.want(303, cycle.office, f"/mentoring/matchings/{told['kept']}/publish", {})
    took = time.monotonic() - started
    found = cycle.engine.rows(
        f"SELECT count(*) FROM mentoring_pair WHERE run_id = '{told['kept']}'"
        " AND state = 'active'")
    if found != [[str(told["matched"])]]:
        raise Unfit(f"{told['matched']} pairs were published, there are {found}")
    return took


def frozen(cycle: Cycle, told: dict, file: pathlib.Path) -> None:
    """Writes the frozen inputs of a matching as a problem, its points counted here anew."""
    (text,), = cycle.engine.rows(f"SELECT inputs FROM matching_run WHERE id = '{told['kept']}'")
    inputs = json.loads(text)
    closed = {(one["mentee"], one["mentor"]) for one in inputs["barred"]}
    closed |= {tuple(one) for one in inputs["bans"]}
    lines = [f"{mentee} {mentor} {points(inputs['weights'], one, other)}"
             for mentee, one in enumerate(inputs["mentees"])
             for mentor, other in enumerate(inputs["mentors"]) if (mentee, mentor) not in closed]
    capacities = " ".join(str(one["places"]) for one in inputs["mentors"])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([
        f"bmatch {len(inputs['mentees'])} {len(inputs['mentors'])} {len(lines)}", capacities,
        *lines]) + "\n")


def points(weights: dict, mentee: dict, mentor: dict) -> int:
    """The points of a pair, as the pages say how they are counted."""
    total = 0
    for criterion in KINDS:
        wishes = mentee[criterion]
        shared = len(set(wishes) & set(mentor[criterion]))
        if criterion in ("languages", "formats"):
            share = 100 if shared else 0
        else:
            share = min(100, shared * 100 // min(len(wishes), 3)) if wishes else 0
        total += weights.get(criterion, 0) * share
    blocks = (mentee["hours"] & mentor["hours"]).bit_count()
    total += weights.get("hours", 0) * min(100, blocks * 100 // 4)
    differ = mentee["department"] != mentor["department"]
    return total + weights.get("other_department", 0) * 100 * differ


def peer(name: str, file: pathlib.Path) -> tuple[Run, dict]:
    took, said = timed(pinned(
        SERVER_CORE, python_with("matching-venv", matching.PEERS), "-B",
        places.HERE / "bench" / "mentoring_peers.py", name, file))
    return took, json.loads(said)


def same(ours: dict, theirs: dict, name: str) -> None:
    for what in ("matched", "total"):
        if ours[what] != theirs[what]:
            raise Unfit(f"{name} finds {theirs[what]} {what}, we find {ours[what]}")


def cycles(engine, rounds: int, program: pathlib.Path) -> list[Figure]:
    """The steps of a cycle on one database; on the first round of each, solving beside peers."""
    cycle = Cycle(engine)
    steps: dict[str, list[float]] = {}
    memory: list[float] = []
    solving: list[float] = []
    shares: dict[str, list[float]] = {name: [] for name in PEERS}
    with servers.running([servers.housestaff(engine.location, **engine.settings)]) as (server,):
        server.wait("/sign-in")
        for number in range(rounds):
            one = cycle.begin(number)
            dry, _ = cycle.command(one, "--dry-run")
            kept, told = cycle.command(one)
            took = published(cycle, server, told)
            for name, seconds in (
                    ("dry run of the command: frozen, solved, proven", dry.wall),
                    ("command: frozen, solved, frozen again, kept", kept.wall),
                    ("published by the page: checked again, pairs made, both sides told", took),
                    ("from frozen inputs to published pairs", kept.wall + took)):
                steps.setdefault(name, []).append(seconds)
            memory.append(max(dry.memory, kept.memory) / 1e6)
            progress(f"mentoring, {engine.name}, {number + 1} of {rounds}: {dry.wall:.2f} s, "
                     f"{kept.wall:.2f} s, {took:.2f} s")
            if program:
                file = WORK / "mentoring" / "cycle.txt"
                frozen(cycle, told, file)
                ours = matching.ours(program, file)["solve most"]
                same(told, ours, "the library on points that were counted elsewhere")
                solving.append(ours["seconds"])
                for name in PEERS:
                    _, theirs = peer(name, file)
                    same(told, theirs, name)
                    shares[name].append(ours["seconds"] / theirs["seconds"])
        server_memory = server.memory("VmHWM") / 1e6
    title = f"{MENTEES:,} mentees and {MENTORS} mentors, {engine.name}"
    lines = [Figure(f"{title}: {name}", spread(values, 2, " s")) for name, values in steps.items()]
    lines += [Figure(f"{title}: peak memory of the command", spread(memory, 0, " MB")),
              Figure(f"{title}: peak memory of the server", spread([server_memory], 0, " MB"))]
    if solving:
        lines.append(Figure(f"{title}: solving the frozen inputs alone",
                            spread(solving, 3, " s")))
        lines += [at_most(f"{title}: share of the time of {name}", values, 1)
                  for name, values in shares.items()]
    return lines


def national() -> pathlib.Path:
    """An instance of the generator's kind “tight”, twice as large as the largest there."""
    mentees, mentors, choices = NATIONAL
    file = WORK / "mentoring" / f"national-{mentees}.txt"
    if not file.exists():
        progress(f"making {file.name}")
        file.parent.mkdir(parents=True, exist_ok=True)
        made = file.with_suffix(".part")
        script = (f"from gen import bmatch, write_bmatch; write_bmatch('{made}', {mentees}, "
                  f"*bmatch('tight', {mentees}, {mentors}, {choices}))")
        run(python_with("matching-venv", matching.PEERS), "-B", "-c", script, cwd=REFERENCE)
        made.rename(file)
    return file


def nation(rounds: int) -> list[Figure]:
    """The command from file to result at national scale, beside peers that read the same file."""
    file = national()
    mine: list[Run] = []
    theirs: dict[str, list[tuple[Run, dict]]] = {name: [] for name in PEERS}
    for number in range(rounds):
        took, said = timed(pinned(SERVER_CORE, BINARY, "match", "assign", file, "--objective",
                                  "most", "--format", "json"))
        mine.append(took)
        told = json.loads(said)
        if told["total"] != told["dualBound"]:
            raise Unfit("the national matching is not proven")
        for name in PEERS:
            theirs[name].append(peer(name, file))
            same(told, theirs[name][-1][1], name)
        progress(f"national scale, {number + 1} of {rounds}: {took.wall:.2f} s; " + ", ".join(
            f"{name} {runs[-1][0].wall:.2f} s" for name, runs in theirs.items()))
    title = f"{NATIONAL[0]:,} mentees and {NATIONAL[1]:,} mentors by the command"
    lines = [Figure(f"{title}: file to result", spread([one.wall for one in mine], 2, " s")),
             Figure(f"{title}: peak memory", spread([one.memory / 1e6 for one in mine], 0, " MB"))]
    for name, runs in theirs.items():
        lines += [
            at_most(f"{title}: share of the seconds of {name}, file to result",
                    [one.wall / run.wall for one, (run, _) in zip(mine, runs)], 1),
            at_most(f"{title}: share of the seconds that {name} solves alone",
                    [one.wall / said["seconds"] for one, (_, said) in zip(mine, runs)], 1),
            at_most(f"{title}: share of the memory of {name}",
                    [one.memory / run.memory for one, (run, _) in zip(mine, runs)], 1)]
    return lines


def figures(rounds: int) -> list[Figure]:
    has_peers = (REFERENCE / "gen.py").exists()
    program = matching.measuring() if has_peers else None
    lines = cycles(engines.SQLite(WORK / "mentoring.sqlite"), rounds, program)
    with engines.cluster() as cluster:
        lines += cycles(engines.Postgres(cluster, "mentoring"), rounds, None)
    if not has_peers:
        progress("the peers of matching are not beside the repository: no figures of them")
        return lines
    return lines + nation(rounds)
