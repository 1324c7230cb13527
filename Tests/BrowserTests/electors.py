"""People of a demonstration who vote, beside those whom everybody can be."""

import contextlib
import sqlite3
import struct
import zlib


class Electors:
    """A demonstration's database, between two runs of its server and beside them."""

    def __init__(self, path: str) -> None:
        self.path = path

    def rows(self, query: str, *values) -> list:
        with contextlib.closing(sqlite3.connect(self.path, timeout=10)) as database, database:
            return database.execute(query, values).fetchall()

    def offer(self, count: int) -> list[str]:
        """Lets anyone be so many more trainees of the demonstration; yields who they are."""
        people = [row[0] for row in self.rows(
            """SELECT person_id FROM directory_entry
            WHERE capacity = 'trainee' AND presence = 'current' AND NOT EXISTS (
              SELECT 1 FROM appointment WHERE appointment.person_id = directory_entry.person_id
                AND appointment.standing <> 'active')
              AND person_id NOT IN (SELECT content FROM setting WHERE name LIKE 'demo_role_%')
            ORDER BY person_id LIMIT ?""", count)]
        for number, person in enumerate(people):
            self.rows("""INSERT INTO setting (name, content, changed_at)
                VALUES (?, ?, '2027-01-01T12:00:00.000Z')""",
                      f"demo_role_elector_{number:02}", person)
        return people

    def address(self, role: str) -> str:
        """The mail address of whoever has a role in the demonstration."""
        return self.rows("""SELECT address FROM person JOIN setting ON setting.content = person.id
            WHERE setting.name = ?""", f"demo_role_{role}")[0][0]

    def cast(self, election: str) -> int:
        """How many ballots lie in the urn."""
        return self.rows("SELECT count(*) FROM sealed_ballot WHERE election_id = ?", election)[0][0]


def sign_in(visit, person: str):
    """Signs in as someone of ``Electors.offer``; gives the cookies."""
    page = visit.context().new_page()
    page.goto(visit.url + "/demonstration")
    field = page.locator("input[name=person]").first
    field.evaluate("(field, person) => { field.value = person; }", person)
    field.locator("xpath=ancestor::form").get_by_role("button").click()
    page.get_by_role("banner").get_by_label("Account").wait_for()
    state = page.context.storage_state()
    page.context.close()
    return state


def picture(words: bytes) -> bytes:
    """A PNG file of 96 by 96 pixels in one color, with words that a camera might write."""
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (struct.pack(">I", len(content)) + kind + content
                + struct.pack(">I", zlib.crc32(kind + content)))
    lines = (b"\0" + b"\x1f\x6f\x5c" * 96) * 96
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 96, 96, 8, 2, 0, 0, 0))
            + chunk(b"tEXt", b"Comment\0" + words) + chunk(b"IDAT", zlib.compress(lines))
            + chunk(b"IEND", b""))
