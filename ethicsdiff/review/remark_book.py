"""The book of remarks, `remarks.jsonl`: remarks of people and what became of them, kept as safely as the ledger of decisions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from ethicsdiff.model.decision import Anchor, Fit, Place
from ethicsdiff.model.document import Draft, Notice
from ethicsdiff.model.remark import Change, Field, Kept, Remark, RemarkKind, Status
from ethicsdiff.review.anchors import places_of
from ethicsdiff.review.journal import Form, Journal, extend, read_journal
from ethicsdiff.review.remark_lines import Entry, decode, encode

_FORM: Final[Form[Entry]] = Form(encode=encode, decode=decode, codes="remarks-file", what="the remarks")
_ID = re.compile(r"R-(\d{1,9})")
_STATUSES = frozenset(one.value for one in Status)
_UNBOUND = Place(fit=Fit.UNBOUND)


def read_remarks(path: Path) -> Journal[Entry]:
    """Returns what a book of remarks holds; one that does not exist holds nothing.

    Errors:
        LedgerError: the file is there and cannot be read.
    """
    return read_journal(path, _FORM)


def enter(path: Path, make: Callable[[tuple[Entry, ...]], Sequence[Entry]]) -> tuple[tuple[Entry, ...], tuple[Notice, ...]]:
    """Returns the entries that `make` gave, once they are on the disk, and what was noticed; with none the file is left alone.

    Errors:
        LedgerError: the lines cannot be written; then nothing of them stays.
    """
    found: list[Notice] = []

    def entries(journal: Journal[Entry]) -> Sequence[Entry]:
        found[:] = journal.notices
        return make(journal.entries)

    made, mended = extend(path, _FORM, entries)
    return made, (*found, *mended)


def next_number(entries: Iterable[Entry]) -> int:
    """Returns the number of the next remark: ids are given once and never again."""
    numbers = (int(match[1]) for one in entries if isinstance(one, Remark) and (match := _ID.fullmatch(one.id)))
    return max(numbers, default=0) + 1


def remarks_of(entries: Iterable[Entry], draft: Draft) -> tuple[Kept, ...]:
    """Returns the remarks as they stand, with their places in a draft, in the order they were entered."""
    changes: dict[str, list[Change]] = {}
    remarks: dict[str, Remark] = {}
    for one in entries:
        if isinstance(one, Remark):
            remarks.setdefault(one.id, one)
        else:
            changes.setdefault(one.remark, []).append(one)
    kept = [_kept(one, changes.get(one.id, ())) for one in remarks.values()]
    found = places_of((one.anchor for one in kept if one.anchor is not None), draft)
    return tuple(_placed(one, found) for one in kept)


def _placed(kept: Kept, found: dict[Anchor, Place]) -> Kept:
    return replace(kept, place=found[kept.anchor]) if kept.anchor is not None else kept


def _kept(remark: Remark, changes: Sequence[Change]) -> Kept:
    last = {one.field: one for one in changes}
    place = last.get(Field.PLACE)
    resolved = remark.resolved or remark.kind == RemarkKind.RESOLVED or Field.RESOLVED in last
    return Kept(
        remark=remark, status=_status(last.get(Field.STATUS), resolved=resolved),
        category=last[Field.CATEGORY].value if Field.CATEGORY in last else remark.category,
        response=last[Field.RESPONSE].value if Field.RESPONSE in last else "",
        resolved=resolved, anchor=remark.anchor if place is None else place.anchor, place=_UNBOUND,
        decisions=tuple(one.value for one in changes if one.field == Field.DECISION),
    )  # fmt: skip


def _status(change: Change | None, *, resolved: bool) -> Status:
    if change is not None and change.value in _STATUSES:
        return Status(change.value)
    return Status.RESOLVED if resolved else Status.OPEN
