"""Runs a command, and writes what it took as JSON to a descriptor.

  measured.py DESCRIPTOR COMMAND…

A process of its own, and a small one: the kernel counts the memory of whoever starts a command as
the command's, if it is more.
"""

import json
import os
import sys
import time


def main(descriptor: str, *command: str) -> None:
    os.set_inheritable(int(descriptor), False)
    started = time.monotonic()
    process = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(process, 0)
    took = time.monotonic() - started
    with open(int(descriptor), "w", encoding="ascii") as report:
        json.dump({"wall": took, "cpu": usage.ru_utime + usage.ru_stime,
                   "memory": usage.ru_maxrss * 1024,
                   "status": os.waitstatus_to_exitcode(status)}, report)


if __name__ == "__main__":
    main(*sys.argv[1:])
