"""Voters of a measured election: their sessions, their ballots, and how many vote at once."""

import hashlib
import hmac
import http.client
import random
import threading
import time
import urllib.parse

from .places import Unfit

CODE = "0123456789abcdefghjkmnpqrstvwxyz"
PATIENCE = 120


class Visitor:
    """Someone who is signed in already: whose session is a row, so that no password is hashed."""

    def __init__(self, person: str) -> None:
        self.person = person
        self.token = f"measured-{person}"
        self.form_token = hmac.new(self.token.encode(), b"form", hashlib.sha256).hexdigest()

    def session(self, moment: str) -> str:
        """The row of the session, as a part of an INSERT."""
        digest = hashlib.sha256(self.token.encode()).hexdigest()
        return (f"('{digest}', 'session-{self.person}', '{self.person}', 'password', FALSE,"
                f" 'measured', '{moment}', '{moment}')")


class Line:
    """One connection to a server, kept open as browsers do."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.connection = http.client.HTTPConnection(
            url.removeprefix("http://"), timeout=PATIENCE)

    def asked(self, visitor: Visitor, path: str, fields: dict[str, str] | None = None) -> tuple:
        """Status and content of an answer: to a form where there are fields, else to a look."""
        headers = {"Cookie": f"housestaff={visitor.token}"}
        if fields is None:
            self.connection.request("GET", path, headers=headers)
        else:
            headers |= {"Origin": self.url, "Content-Type": "application/x-www-form-urlencoded"}
            body = urllib.parse.urlencode(fields | {"form-token": visitor.form_token})
            self.connection.request("POST", path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def want(self, status: int, visitor: Visitor, path: str, fields=None) -> bytes:
        """The content of an answer that has to have this status."""
        found, content = self.asked(visitor, path, fields)
        if found != status:
            raise Unfit(f"{path} answered {found}")
        return content


def ballot(chance: random.Random, candidates: int) -> dict[str, str]:
    """A form of the ballot: some candidates in an order, those with high numbers liked more."""
    liked = sorted(range(1, candidates + 1), key=lambda one: chance.random() * (one + 5))
    form = {f"candidate-{one}": str(rank + 1)
            for rank, one in enumerate(liked[:chance.randrange(2, candidates + 1)])}
    return form | {"receipt": "".join(chance.choices(CODE, k=26))}


def cast(url: str, election: str, ballots: list[tuple[Visitor, dict[str, str]]],
         clients: int) -> float:
    """Seconds in which so many clients, each with a connection, cast all of these ballots."""
    problems: list[str] = []
    lines = [Line(url) for _ in range(clients)]
    for line in lines:
        line.want(200, ballots[0][0], f"/elections/{election}")

    def work(line: Line, mine) -> None:
        try:
            for visitor, form in mine:
                content = line.want(200, visitor, f"/elections/{election}/ballot/cast", form)
                if b"Your ballot is cast" not in content:
                    raise Unfit("a ballot was not acknowledged")
        except (Unfit, OSError, http.client.HTTPException) as problem:
            problems.append(str(problem))

    threads = [threading.Thread(target=work, args=(line, ballots[number::clients]))
               for number, line in enumerate(lines)]
    started = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - started
    if problems:
        raise Unfit(f"{len(problems)} clients stopped: {problems[0]}")
    return took
