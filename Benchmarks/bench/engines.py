"""The two databases as operators have them: durable, and on the server's core."""

import contextlib
import glob
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

from . import rosters, servers
from .places import SERVER_CORE, WORK, Unfit, pinned, run


class SQLite:
    """A database in a file, with the folder that `serve` keeps keys in."""

    name = "SQLite"

    def __init__(self, file: pathlib.Path) -> None:
        rosters.remove(file)
        shutil.rmtree(f"{file}.keys", ignore_errors=True)
        self.location = str(file)
        self.settings: dict[str, str] = {}

    def rows(self, question: str) -> list[list[str]]:
        """What the database answers, as texts."""
        with contextlib.closing(sqlite3.connect(self.location, timeout=30)) as store:
            return [[str(value) for value in row] for row in store.execute(question)]

    def change(self, statements: str) -> None:
        """Carries out statements in one transaction."""
        with contextlib.closing(sqlite3.connect(self.location, timeout=30)) as store:
            store.executescript(f"BEGIN;\n{statements}\nCOMMIT;")


class Postgres:
    """A database of a server of its own, which waits for the disk as installed ones do."""

    name = "PostgreSQL"

    def __init__(self, cluster: "Cluster", database: str) -> None:
        self.location = f"postgres://bench:bench@127.0.0.1:{cluster.port}/{database}"
        self.programs = cluster.programs
        administration = f"postgres://bench:bench@127.0.0.1:{cluster.port}/postgres"
        for order in (f"DROP DATABASE IF EXISTS {database}", f"CREATE DATABASE {database}"):
            run(self.programs / "psql", administration, "-qc", order)
        keys = WORK / "postgres.keys"
        shutil.rmtree(keys, ignore_errors=True)
        self.settings = {"HOUSESTAFF_ELECTIONS_KEYS": str(keys)}

    def rows(self, question: str) -> list[list[str]]:
        """What the database answers, as texts."""
        said = run(self.programs / "psql", self.location, "-AtF", "\t", "-c", question)
        return [line.split("\t") for line in said.splitlines()]

    def change(self, statements: str) -> None:
        """Carries out statements in one transaction."""
        done = subprocess.run(
            [self.programs / "psql", self.location, "-q1", "-v", "ON_ERROR_STOP=1"],
            input=statements, capture_output=True, text=True)
        if done.returncode != 0:
            raise Unfit(f"psql ended with {done.returncode}: {done.stderr.strip()[-300:]}")


class Cluster:
    """A private PostgreSQL server on the server's core, with its settings as they come."""

    def __init__(self) -> None:
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        if not found:
            raise Unfit("PostgreSQL is not installed: scripts/install test brings it")
        self.programs = pathlib.Path(found[-1])
        self.port = servers.free_port()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="housestaff-bench."))
        (self.folder / "password").write_text("bench")
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
            shutil.chown(self.folder / "password", "postgres")
        try:
            self.do("initdb", "-D", self.folder / "data", "-U", "bench", "-E", "UTF8",
                    "--locale=C.UTF-8", "-A", "scram-sha-256", f"--pwfile={self.folder}/password")
            self.do("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w", "-o",
                    f"-p {self.port} -c listen_addresses=127.0.0.1 "
                    f"-c unix_socket_directories={self.folder}", "start", "-s")
        except Unfit:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def do(self, program: str, *words: object) -> None:
        """Runs one of its programs; PostgreSQL refuses root, who lends it the package's user."""
        user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        run(*user, *pinned(SERVER_CORE, self.programs / program, *words), cwd=self.folder)

    def stop(self) -> None:
        with contextlib.suppress(Unfit):
            self.do("pg_ctl", "-D", self.folder / "data", "-m", "fast", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def cluster():
    """Lends a server, and removes it whatever happens."""
    lent = Cluster()
    try:
        yield lent
    finally:
        lent.stop()
