"""A roster as offices have it: Windows-1252, semicolons, a line break in a cell, mistakes."""

import csv
import io

HEADER = ["Personnel ID", "Last Name", "First Name", "Preferred Name", "Degrees", "Email",
          "Department", "Program", "ACGME Program ID", "Sponsor", "Primary Site",
          "Training Level", "Status", "Position Start", "Position End"]

PLACE = ["Internal Medicine", "Internal Medicine", "1400000001", "Empty Hospital",
         "Main Campus", "PGY-2", "Active", "2026-07-01", "2029-06-30"]

NAMES = [("Núñez", "Íñigo"), ("Okafor", "Chidi"), ("Bäcker", "Jürgen"), ("O'Brien", "Niamh"),
         ("Lindström", "Åsa"), ("Silva", "João"), ("Kowalski", "Ewa"), ("Lefèvre", "Chloé"),
         ("Ngata", "Wiremu"), ("Çelik", "Derya")]

# The record that a cell with a line break makes longer than a line, and the mistakes: which record
# of the file, which column, what stands there, and why it is refused.
BROKEN_LINE = 3
MISTAKES = [
    (4, "Personnel ID", "", "missing"),
    (5, "Position Start", "soon", "not a date"),
    (6, "Training Level", "resident", "not a level"),
    (8, "Personnel ID", "P007", "same as another row"),
    (9, "Email", "derya at work", "not an address"),
]


def sound_rows() -> list[list[str]]:
    """The header and every row as it should be."""
    people = [[f"P{number:03}", family, given, "", "MD", f"trainee{number}@hospital.example",
               *PLACE] for number, (family, given) in enumerate(NAMES, start=2)]
    return [HEADER, *people]


def messy_rows() -> list[list[str]]:
    """The same with its mistakes; the list counts from 0, the file's records from 1."""
    rows = sound_rows()
    rows[BROKEN_LINE - 1][3] = "the first\nof two"
    for line, column, wrong, _ in MISTAKES:
        rows[line - 1][HEADER.index(column)] = wrong
    return rows


def as_file(rows: list[list[str]], name: str) -> dict:
    """The file as a browser uploads it."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    return {"name": name, "mimeType": "text/csv", "buffer": text.getvalue().encode("cp1252")}
