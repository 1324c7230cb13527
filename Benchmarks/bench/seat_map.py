"""The seat map of 30 departments and 20 councils, beside the list of people on the same server."""

import random
import sqlite3
import uuid

from . import browser, people_list, rosters, servers
from .figures import Figure, at_most, spread
from .places import Unfit, progress

DEPARTMENTS = 30
COUNCILS = 20
#: Of a hundred seats, how many are held, and how many of the others have somebody who waits.
HELD, AWAITING = 70, 40
#: The whole map each time: an empty filter filters nothing.
MAP_PATHS = ["/seat-map", "/seat-map?state=", "/seat-map?department=", "/seat-map?organization="]


def institution():
    """A hospital with the councils in it, and the link of its administrator."""
    database, link = rosters.institution(*rosters.HOSPITAL)
    with sqlite3.connect(database) as connection:
        departments = departments_of(connection)
        chance = random.Random(42)
        for number in range(COUNCILS):
            found(connection, departments, f"Council {number:02}", chance)
    return database, link


def departments_of(connection) -> dict[str, list[tuple[str, str]]]:
    """Thirty departments with their trainees: where the roster has fewer, programs become some."""
    people = {}
    for person, program, department in connection.execute(
            "SELECT person_id, program_id, department_id FROM directory_entry"
            " WHERE presence = 'current' AND capacity = 'trainee'"
            " ORDER BY department_name, program_id, person_id"):
        people.setdefault(department, []).append((person, program))
    chance = random.Random(7)
    while len(people) < DEPARTMENTS:
        largest = max(people, key=lambda one: len({program for _, program in people[one]}))
        program = people[largest][0][1]
        made = identifier(chance)
        connection.execute("INSERT INTO department (id, name, name_key) VALUES (?, ?, ?)",
                           (made, f"Split {len(people)}", f"split {len(people)}"))
        connection.execute("UPDATE program SET department_id = ? WHERE id = ?", (made, program))
        people[made] = [one for one in people[largest] if one[1] == program]
        people[largest] = [one for one in people[largest] if one[1] != program]
    kept = dict(list(people.items())[:DEPARTMENTS])
    marks = ",".join("?" * len(kept))
    connection.execute(
        f"UPDATE program SET closed_on = '2000-01-01' WHERE department_id NOT IN ({marks})",
        list(kept))
    return kept


def found(connection, departments, name: str, chance: random.Random) -> None:
    organization, rule = identifier(chance), identifier(chance)
    connection.execute(
        "INSERT INTO organization (id, name, name_key, kind, purpose, listing, joining, capacities,"
        " forget_days, created_at) VALUES (?, ?, ?, 'council', 'Measured.', 'everyone', 'seats',"
        " '', 30, '2026-07-01T12:00:00.000Z')", (organization, name, name.lower()))
    connection.execute(
        "INSERT INTO seat_rule (id, organization_id, title, kind, seats, years, alternates,"
        " category, votes, position) VALUES (?, ?, 'Representative', 'each_department', 1, 1, 1,"
        " 'other', 1, 0)", (rule, organization))
    for department, people in departments.items():
        person, program = chance.choice(people)
        if chance.randrange(100) < HELD:
            connection.execute(
                "INSERT INTO seating (id, organization_id, rule_id, unit, number, person_id,"
                " program_id, place, starts_on, ends_on, term_ends_on, evidence, seated_at)"
                " VALUES (?, ?, ?, ?, 1, ?, ?, 'holder', '2026-07-01', '2099-06-30',"
                " '2099-06-30', '', '2026-07-01T12:00:00.000Z')",
                (identifier(chance), organization, rule, department, person, program))
        elif chance.randrange(100) < AWAITING:
            connection.execute(
                "INSERT INTO nomination (id, organization_id, rule_id, unit, person_id, statement,"
                " starts_on, as_alternate, put_forward_by, put_forward_at, state, reason,"
                " reminders) VALUES (?, ?, ?, ?, ?, '', '2026-07-01', 0, ?,"
                " '2026-07-01T12:00:00.000Z', 'awaiting', '', 0)",
                (identifier(chance), organization, rule, department, person, person))


def identifier(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def figures(rounds: int, seconds: float) -> list[Figure]:
    database, link = institution()
    with servers.running([servers.housestaff(database)]) as (server,):
        server.wait("/sign-in")
        visitor = browser.sign_in_by_link(server.url, link)
        people = people_list.Contestant(
            server, visitor, people_list.our_paths(database), name="people list")
        seats = people_list.Contestant(
            server, visitor, MAP_PATHS, rows=DEPARTMENTS, name="seat map")
        field = [people, seats]
        for one in field:
            one.measure(1)
        for turn in range(rounds):
            for one in field:
                one.rounds.append(one.measure(seconds))
            progress(f"round {turn + 1} of {rounds}: " + ", ".join(
                f"{one.name} {one.rounds[-1]['rate']:,.0f}/s" for one in field))
    lines = []
    for one in field:
        lines += [
            Figure(f"{one.name}: requests a second",
                   spread([turn["rate"] for turn in one.rounds], 0)),
            Figure(f"{one.name}: CPU a request",
                   spread([turn["cpu"] for turn in one.rounds], 3, " ms")),
            Figure(f"{one.name}: bytes a page, at least", f"{one.page_bytes:,}")]
    pairs = list(zip(people.rounds, seats.rounds))
    return lines + [
        at_most(f"seat map of {DEPARTMENTS} by {COUNCILS}: times the people list's time",
                [ours["rate"] / theirs["rate"] for ours, theirs in pairs], 2),
        at_most(f"seat map of {DEPARTMENTS} by {COUNCILS}: times the people list's CPU",
                [theirs["cpu"] / ours["cpu"] for ours, theirs in pairs], 2)]
