"""Servers on a core of their own, from start to stop, and what they use meanwhile."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from .places import BINARY, REFERENCE_PAGES, SERVER_CORE, WORK, Unfit, pinned

PATIENCE = 60


class Server:
    """A running server and all processes of it."""

    def __init__(self, name: str, command: list[str], port: int) -> None:
        self.name = name
        self.url = f"http://127.0.0.1:{port}"
        with (WORK / f"{name}.log").open("w") as log:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)

    def wait(self, path: str, pause: float = 0.05) -> None:
        """Waits until a page is answered with 200."""
        deadline = time.monotonic() + PATIENCE
        while not answers(self.url + path):
            if self.process.poll() is not None:
                raise Unfit(f"{self.name} ended with status {self.process.returncode}")
            if time.monotonic() > deadline:
                raise Unfit(f"{self.name} does not answer")
            time.sleep(pause)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def cpu_seconds(self) -> float:
        """What all processes of the server have used of a core until now."""
        ticks = os.sysconf("SC_CLK_TCK")
        total = 0
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                # The name in parentheses may hold spaces; user and system time are fields 14, 15.
                fields = stat.read_text().rpartition(")")[2].split()
                if int(fields[3]) == self.process.pid:
                    total += int(fields[11]) + int(fields[12])
        return total / ticks

    def memory(self, what: str) -> int:
        """`VmRSS` or `VmHWM` of the server's first process, in bytes."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(what + ":"):
                return int(line.split()[1]) * 1024
        raise Unfit(f"the kernel does not tell {what}")


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def housestaff(database: pathlib.Path | str, *command: str, **settings: str) -> Server:
    """Our own server with settings of its environment; `serve` unless another command is given."""
    port = free_port()
    environment = [f"{name}={value}" for name, value in settings.items()]
    return Server(
        "housestaff",
        pinned(SERVER_CORE, "env", *environment, BINARY, *(command or ("serve",)), "--database",
               database, "--port", port),
        port)


def reference(name: str, environment: pathlib.Path) -> Server:
    """One of the reference programs."""
    port = free_port()
    return Server(
        name,
        pinned(SERVER_CORE, "bash", REFERENCE_PAGES / "refapps.sh", environment,
               WORK / "reference", "serve", name, port),
        port)


@contextlib.contextmanager
def running(servers: list[Server]):
    """Yields the servers, and stops them whatever happens."""
    try:
        yield servers
    finally:
        for server in servers:
            server.stop()
