"""Run as a program: starts writers of a ledger, kills each at a random moment, prints the ids of all decisions they acknowledged.

Arguments: the ledger, how many writers to kill, the seed of the moments. POSIX only, because it forks.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from itertools import count
from pathlib import Path
from random import Random

from ethicsdiff.model.decision import Decision, DecisionKind
from ethicsdiff.review.ledger import append

_LONGEST_LIFE = 0.012


def main() -> None:
    """Kills the writers one after the other."""
    path, rounds, random = Path(sys.argv[1]), int(sys.argv[2]), Random(sys.argv[3])
    acknowledged = [identifier for number in range(rounds) for identifier in _killed(path, number, random.uniform(0, _LONGEST_LIFE))]
    print(json.dumps(acknowledged))


def _killed(path: Path, number: int, life: float) -> list[str]:
    """Returns what one writer acknowledged before it was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _write_on(path, number, writer)
    os.close(writer)
    # Every other one is killed after its first acknowledgement: on a busy machine the rest may not get so far.
    first = os.read(reader, 1) if number % 2 else b""
    time.sleep(life)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open(reader, "rb") as told:
        return (first + told.read()).decode("ascii").split()


def _write_on(path: Path, number: int, writer: int) -> None:
    for line in count():
        identifier = f"{number}.{line}"
        append(path, Decision(id=identifier, time="2026-02-28T09:00:00Z", reviewer="Writer", kind=DecisionKind.NOTE, text="note " * 40))
        os.write(writer, f"{identifier}\n".encode("ascii"))


if __name__ == "__main__":
    main()
