"""Run as a program: writes many decisions into a ledger. Arguments: the ledger, the name of the writer, how many."""

from __future__ import annotations

import sys
from pathlib import Path

from ethicsdiff.model.decision import Decision, DecisionKind
from ethicsdiff.review.ledger import append


def main() -> None:
    """Writes the decisions, one by one."""
    path, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    for line in range(number):
        append(path, Decision(id=f"{name}{line}", time="2026-02-28T09:00:00Z", reviewer=name, kind=DecisionKind.NOTE, text="note"))


if __name__ == "__main__":
    main()
