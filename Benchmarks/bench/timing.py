"""How long a command takes, and how much memory."""

import json
import os
import pathlib
import subprocess
import sys
from typing import NamedTuple

from .places import Unfit

MEASURED = pathlib.Path(__file__).with_name("measured.py")


class Run(NamedTuple):
    """One run: seconds by the clock, of them on a processor, and the most memory in bytes."""

    wall: float
    cpu: float
    memory: int


def timed(command: list[str], script: str | None = None) -> tuple[Run, str]:
    """How long a command took, which must succeed, and what it printed."""
    reading, writing = os.pipe()
    with open(reading, encoding="ascii") as report:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", MEASURED, str(writing), *command], pass_fds=[writing],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        os.close(writing)
        said, _ = process.communicate(script or "")
        found = json.loads(report.read() or '{"status": "none"}')
    status = found.pop("status")
    if status != 0:
        raise Unfit(f"{command[3]} ended with status {status}")
    return Run(**found), said
