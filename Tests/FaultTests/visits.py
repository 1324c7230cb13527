"""Servers of tests, and what a browser does with them, without one."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


def serve(
        binary: str, database: str, log=None, **settings: str) -> tuple[subprocess.Popen, str]:
    """Starts a server on a free port; where it will answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [binary, "serve", "--database", database, "--port", str(port)],
        stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=os.environ | settings)
    return server, f"http://127.0.0.1:{port}"


def wait_until_it_answers(server: subprocess.Popen, url: str) -> None:
    while True:
        try:
            urllib.request.urlopen(url + "/sign-in", timeout=5).close()
            return
        except OSError:
            if (status := server.poll()) is not None:
                # Time for whoever waits for the server to go with it.
                time.sleep(1)
                sys.exit(f"the server ended with {status}")
            time.sleep(0.02)


def signed_in(url: str, said: str) -> str:
    """The cookie of a new session, by the link that a command said."""
    link = re.search(r"/sign-in/link/\S+", said)[0]
    answer = asked(urllib.request.Request(url + link, data=b"", headers={"Origin": url}))
    cookie = re.match(r"[^;]+", answer.headers.get("Set-Cookie", ""))
    assert answer.status == 303 and cookie, "a fresh link did not sign in"
    return cookie[0]


def opened(cookie: str, page: str) -> str:
    answer = asked(urllib.request.Request(page, headers={"Cookie": cookie}))
    assert answer.status == 200, f"{page} answered {answer.status}"
    return answer.read().decode()


def send(cookie: str, address: str, page: str, fields: dict[str, str]) -> None:
    """Sends a form of a page that was opened before."""
    token = re.search(r'name="form-token" value="([^"]+)"', page)[1]
    host = re.match(r"https?://[^/]+", address)[0]
    answer = asked(urllib.request.Request(
        address, data=urllib.parse.urlencode(fields | {"form-token": token}).encode(),
        headers={"Cookie": cookie, "Origin": host}))
    assert answer.status == 303, f"{address} answered {answer.status}: {answer.read().decode()}"


class KeepAnswer(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def asked(request: urllib.request.Request):
    try:
        return urllib.request.build_opener(KeepAnswer).open(request, timeout=10)
    except urllib.error.HTTPError as answer:
        return answer
    except OSError:
        # Time to notice that a cut took the server.
        time.sleep(1)
        raise
