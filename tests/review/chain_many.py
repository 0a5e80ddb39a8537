"""Run as a program: writes decisions, each superseding the last one of the ledger. Arguments: the ledger, the name of the writer, how many."""

from __future__ import annotations

import sys
from pathlib import Path

from ethicsdiff.model.decision import Decision, DecisionKind
from ethicsdiff.review.ledger import Ledger, append_made


def main() -> None:
    """Writes the decisions, one by one."""
    path, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    for line in range(number):
        append_made(path, lambda ledger, line=line: _next(ledger, f"{name}{line}", name))  # type: ignore[misc]


def _next(ledger: Ledger, identifier: str, name: str) -> Decision:
    before = tuple(one.id for one in ledger.decisions[-1:])
    return Decision(id=identifier, time="2026-02-28T09:00:00Z", reviewer=name, kind=DecisionKind.NOTE, text="note", supersedes=before)


if __name__ == "__main__":
    main()
