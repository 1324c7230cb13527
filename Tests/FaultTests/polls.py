"""An election for power cuts: opened row by row, voted in by HTTP, and counted at the end."""

import contextlib
import hashlib
import hmac
import os
import pathlib
import re
import sqlite3
import time
import urllib.parse
import urllib.request
import uuid

import visits

ELECTION = str(uuid.uuid5(uuid.NAMESPACE_DNS, "faults.example"))
CANDIDATES = 3
PRIME = 2**255 - 19


def public_key(seed: bytes) -> bytes:
    """The X25519 key (RFC 7748) that libsodium makes of a seed."""
    secret = bytearray(hashlib.sha512(seed).digest()[:32])
    secret[0] &= 248
    secret[31] = secret[31] & 127 | 64
    scalar = int.from_bytes(secret, "little")
    x2, z2, x3, z3, swap = 1, 0, 9, 1, 0
    for place in reversed(range(255)):
        bit = scalar >> place & 1
        if swap ^ bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swap = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        x3, z3 = (d * a + c * b) ** 2 % PRIME, 9 * (d * a - c * b) ** 2 % PRIME
        e = a * a - b * b
        x2, z2 = a * a * b * b % PRIME, e * (a * a + 121665 * e) % PRIME
    if swap:
        x2, z2 = x3, z3
    return (x2 * pow(z2, PRIME - 2, PRIME) % PRIME).to_bytes(32, "little")


def open_election(database: pathlib.Path) -> None:
    """Everybody who trains may vote, for a year."""
    seed = os.urandom(32)
    key = public_key(seed).hex()
    folder = pathlib.Path(f"{database}.keys")
    folder.mkdir()
    (folder / f"{ELECTION}.{key[:32]}.key").write_text(seed.hex())
    with contextlib.closing(sqlite3.connect(database, timeout=30)) as store, store:
        store.execute("""INSERT INTO organization (id, name, name_key, kind, purpose, listing,
            joining, capacities, forget_days, created_at)
          VALUES ('poll', 'Council', 'council', 'council', 'For all.', 'everyone', 'seats', '', 30,
            '2026-07-01T00:00:00.000Z')""")
        store.execute("""INSERT INTO seat_rule (id, organization_id, title, kind, seats, years,
            alternates, category, votes, position)
          VALUES ('poll', 'poll', 'Delegate', 'peer_selected', 1, 1, 0, 'other', 1, 1)""")
        store.execute(
            """INSERT INTO election (id, organization_id, rule_id, title, seats, constituency, unit,
                method, ties, one_per, allows_abstaining, vote_from, vote_until, state, public_key,
                made_at)
              VALUES (?, 'poll', 'poll', 'Faults', 1, 'institution', '', 'scottish-stv', 'lot', '',
                0, '2020-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z', 'voting', ?,
                '2026-07-01T00:00:00.000Z')""", [ELECTION, key])
        store.execute(
            """INSERT INTO elector (election_id, person_id, added_later, has_voted)
              SELECT ?, id, 0, 0 FROM person WHERE capacity = 'trainee'""", [ELECTION])
        for number in range(1, CANDIDATES + 1):
            store.execute(
                """INSERT INTO candidate (id, election_id, person_id, state, statement,
                    proposed_at, position)
                  SELECT 'poll-' || ?, ?, id, 'accepted', '', '2026-07-01T00:00:00.000Z', ?
                  FROM person WHERE capacity = 'trainee' ORDER BY id LIMIT 1 OFFSET ?""",
                [number, ELECTION, number, number])


def voters(database: pathlib.Path) -> list[str]:
    """Those who have not voted."""
    with contextlib.closing(sqlite3.connect(database, timeout=30)) as store:
        return [person for (person,) in store.execute(
            "SELECT person_id FROM elector WHERE NOT has_voted ORDER BY random()")]


def sign_in(database: pathlib.Path, person: str) -> str:
    """A session of theirs, as after a sign-in."""
    token = f"poll-{person}"
    moment = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())
    with contextlib.closing(sqlite3.connect(database, timeout=30)) as store, store:
        store.execute(
            """INSERT OR REPLACE INTO session (token_hash, id, person_id, means,
                awaits_second_factor, device, created_at, seen_at)
              VALUES (?, ?, ?, 'password', 0, 'poll', ?, ?)""",
            [hashlib.sha256(token.encode()).hexdigest(), str(uuid.uuid4()), person, moment, moment])
    return token


def vote(url: str, token: str, number: int) -> str:
    """Looks at a ballot and casts it; the receipt, once it was shown."""
    ballot = f"{url}/elections/{ELECTION}/ballot"
    marks = {f"candidate-{number % CANDIDATES + 1}": "1"}
    look = posted(ballot, token, marks)
    receipt = re.search(r'name="receipt" value="([^"]+)"', look)[1]
    page = posted(f"{ballot}/cast", token, marks | {"receipt": receipt})
    assert receipt in page, "a ballot was cast without its receipt"
    return receipt


def posted(address: str, token: str, fields: dict[str, str]) -> str:
    host = re.match(r"https?://[^/]+", address)[0]
    answer = visits.asked(urllib.request.Request(
        address, data=urllib.parse.urlencode(fields | {"form-token": form_token(token)}).encode(),
        headers={"Cookie": f"housestaff={token}", "Origin": host}))
    assert answer.status == 200, f"{address} answered {answer.status}: {answer.read().decode()}"
    return answer.read().decode()


def form_token(token: str) -> str:
    """What the forms of a session carry."""
    return hmac.new(token.encode(), b"form", hashlib.sha256).hexdigest()


def box(receipt: str, election: str = ELECTION) -> str:
    """Under which identifier a receipt's ballot lies in the urn."""
    return hashlib.sha256(f"urn\n{election}\n{receipt}\n".encode()).hexdigest()[:32]


def lost_boxes(store: sqlite3.Connection, receipts: list[str]) -> list[str]:
    """What is wrong with an urn that is still closed."""
    boxes = {id for (id,) in store.execute("SELECT id FROM sealed_ballot")}
    voted = store.execute("SELECT count(*) FROM elector WHERE has_voted").fetchone()[0]
    lost = [receipt for receipt in receipts if box(receipt) not in boxes]
    problems = [f"acknowledged ballots are lost: {lost[:3]}"] if lost else []
    if voted != len(boxes):
        problems.append(f"{voted} have voted, and {len(boxes)} ballots are in the urn")
    return problems


def end_voting(database: pathlib.Path) -> None:
    with contextlib.closing(sqlite3.connect(database, timeout=30)) as store, store:
        store.execute("UPDATE election SET vote_until = '2026-01-01T00:00:00.000Z'")


def wait_for_count(database: pathlib.Path) -> None:
    """Until the job has closed the election, at most three minutes."""
    for _ in range(180):
        with contextlib.closing(sqlite3.connect(database, timeout=30)) as store:
            if store.execute("SELECT state FROM election").fetchone()[0] == "closed":
                return
        time.sleep(1)
    raise SystemExit("no job closed the election")


def miscounted(database: pathlib.Path, receipts: list[str]) -> list[str]:
    """What is wrong with a count: each acknowledged ballot is in it once, and none twice."""
    with contextlib.closing(sqlite3.connect(database)) as store:
        listed = {digest for (digest,) in store.execute("SELECT digest FROM ballot_receipt")}
        ballots, voted, unreadable = store.execute(
            "SELECT ballots, voted, unreadable FROM election_result").fetchone()
    problems = []
    lost = [one for one in receipts if hashlib.sha256(one.encode()).hexdigest() not in listed]
    if lost:
        problems.append(f"acknowledged ballots are not in the count: {lost[:3]}")
    if not ballots == voted == len(listed) or unreadable:
        problems.append(f"{voted} voted, {ballots} ballots of which {unreadable} are unreadable")
    if list(pathlib.Path(f"{database}.keys").iterdir()):
        problems.append("the key is still there")
    return problems
