#!/usr/bin/env python3
"""The least that a durable vote costs with SQLite: a row of the roll and a box, in a transaction.

  durable_votes.py FILE VOTES     prints the seconds
"""

import sqlite3
import sys
import time

#: As many octets as a sealed ballot of 20 candidates.
BOX = bytes(121)


def main(file: str, votes: int) -> None:
    store = sqlite3.connect(file, isolation_level=None)
    store.executescript("""
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE roll (person TEXT PRIMARY KEY, has_voted INTEGER NOT NULL);
        CREATE TABLE box (id TEXT PRIMARY KEY, sealed BLOB NOT NULL);
        BEGIN;""")
    store.executemany("INSERT INTO roll VALUES (?, 0)", ((f"p{one}",) for one in range(votes)))
    store.execute("COMMIT")
    started = time.monotonic()
    for one in range(votes):
        store.execute("BEGIN IMMEDIATE")
        store.execute("UPDATE roll SET has_voted = 1 WHERE person = ? AND NOT has_voted",
                      (f"p{one}",))
        store.execute("INSERT INTO box VALUES (?, ?)", (f"b{one * 7919 % votes}-{one}", BOX))
        store.execute("COMMIT")
    print(time.monotonic() - started)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
