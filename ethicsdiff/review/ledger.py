"""The ledger: `decisions.jsonl`, the only precious file. Lines are added, never changed; what was acknowledged is on the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ethicsdiff.model.decision import Decision
from ethicsdiff.model.document import Notice
from ethicsdiff.review.journal import Form, Journal, add, extend, read_journal
from ethicsdiff.review.lines import decode, encode

_FORM: Final = Form(encode=encode, decode=decode, codes="ledger", what="the decisions")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The decisions of a ledger in the order of its lines, and what is wrong with the file."""

    decisions: tuple[Decision, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_ledger(path: Path) -> Ledger:
    """Returns what a ledger holds; one that does not exist holds nothing, and reading never makes or mends it.

    A damaged line is named by its number and takes no other with it; a line that was copied twice counts once.

    Errors:
        LedgerError: the file is there and cannot be read.
    """
    journal = read_journal(path, _FORM)
    return Ledger(journal.entries, journal.notices)


def append(path: Path, decision: Decision) -> tuple[Notice, ...]:
    """Returns what was mended, once the decision is on the disk; the file is made if need be, its folder is not.

    Errors:
        LedgerError: the line cannot be written; then nothing of it stays.
    """
    return add(path, _FORM, decision)


def append_made(path: Path, make: Callable[[Ledger], Decision | None]) -> tuple[Decision | None, tuple[Notice, ...]]:
    """Returns the decision that `make` makes of the ledger as it stands, once it is on the disk, and what was mended.

    No other writer comes between what `make` sees and what is written, so it can refuse what has become stale: for None nothing is
    written. It may be called twice.

    Errors:
        LedgerError: the line cannot be written; then nothing of it stays. What `make` raises leaves the file as it was.
    """

    def entries(journal: Journal[Decision]) -> tuple[Decision, ...]:
        made = make(Ledger(journal.entries, journal.notices))
        return (made,) if made is not None else ()

    made, notices = extend(path, _FORM, entries)
    return (made[0] if made else None), notices
