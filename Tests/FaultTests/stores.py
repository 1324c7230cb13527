"""Both databases, as a test looks into them and writes rows past the program."""

import contextlib
import pathlib
import sqlite3
import subprocess


class SQLite:
    """A file, with the folder of keys beside it."""

    name = "SQLite"

    def __init__(self, file: pathlib.Path) -> None:
        self.location = str(file)
        self.keys = pathlib.Path(f"{file}.keys")
        self.settings: dict[str, str] = {}

    def rows(self, question: str) -> list[tuple[str, ...]]:
        """What the database answers, as texts."""
        with contextlib.closing(sqlite3.connect(self.location, timeout=30)) as store:
            return [tuple(str(value) for value in row) for row in store.execute(question)]

    def change(self, statements: str) -> None:
        """Carries out statements in one transaction."""
        with contextlib.closing(sqlite3.connect(self.location, timeout=30)) as store:
            store.executescript(f"BEGIN IMMEDIATE;\n{statements}\nCOMMIT;")


class Postgres:
    """A database of a server, with a folder of keys that the program is told of."""

    name = "PostgreSQL"

    def __init__(self, location: str, folder: pathlib.Path) -> None:
        self.location = location
        self.keys = folder / "keys"
        self.settings = {"HOUSESTAFF_ELECTIONS_KEYS": str(self.keys)}
        # The tests' server does not wait for the log; what it acknowledged here has to be in it.
        name = location.rpartition("/")[2].partition("?")[0]
        self.change(f"ALTER DATABASE {name} SET synchronous_commit = on;")

    def psql(self, *words: str, text: str | None = None) -> str:
        """What `psql` prints."""
        done = subprocess.run(
            ["psql", self.location, "-qAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", *words],
            input=text, capture_output=True, text=True)
        if done.returncode != 0:
            raise OSError(done.stderr.strip())
        return done.stdout

    def rows(self, question: str) -> list[tuple[str, ...]]:
        """What the database answers, as texts."""
        return [tuple(line.split("\t")) for line in self.psql("-c", question).splitlines()]

    def change(self, statements: str) -> None:
        """Carries out statements in one transaction."""
        self.psql("-1", text=statements)
