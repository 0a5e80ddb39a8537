"""The corridor of decisions: from what a reviewer says to a line of the ledger, and back to the history of a place or a clause."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from ethicsdiff import pipeline, workspace
from ethicsdiff.errors import DecisionError
from ethicsdiff.model.decision import Carried, Decision
from ethicsdiff.model.document import Draft, Notice
from ethicsdiff.model.standard import Clause, ClauseKind
from ethicsdiff.review.anchors import carry
from ethicsdiff.review.decide import Desk, Request, make_decision, needs_comparison
from ethicsdiff.review.ledger import append, read_ledger

_PARTS = frozenset({ClauseKind.SUBCLAUSE, ClauseKind.PROVISO})
_ID_BYTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A decision that is on the disk, the file it is in, and what was noticed about that file."""

    decision: Decision
    ledger: Path
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Decisions on a draft in the order they were written, superseded ones too, with their places in the version at hand."""

    draft: Draft
    carried: tuple[Carried, ...]
    superseded_by: dict[str, str]
    notices: tuple[Notice, ...]


def record(
    path: Path, request: Request, options: pipeline.Options, *, time: datetime | None = None, say: pipeline.Say = pipeline.silent
) -> Recorded:
    """Returns the decision that a request became, once it is on the disk.

    Errors:
        DraftError: the draft cannot be read.
        UnknownNameError, DecisionError: the request names what does not exist, or lacks something.
        LedgerError: the decision could not be written.
    """
    place = workspace.ledger_path(workspace.checked_draft(path), options.ledger)
    desk = _desk(path, request, options, say)
    decision = make_decision(request, desk, identifier=secrets.token_hex(_ID_BYTES), time=_utc(time))
    return Recorded(decision=decision, ledger=place, notices=append(place, decision))


def _desk(path: Path, request: Request, options: pipeline.Options, say: pipeline.Say) -> Desk:
    if not needs_comparison(request):
        decisions = read_ledger(workspace.ledger_path(path, options.ledger)).decisions
        return Desk(draft=pipeline.parse_draft(path), decisions=decisions)
    chosen = replace(options, standards=(request.clause.standard,)) if request.clause is not None else options
    outcome = pipeline.compare_draft(path, chosen, say)
    decisions = read_ledger(workspace.ledger_path(path, options.ledger)).decisions
    return Desk(draft=outcome.draft, decisions=decisions, comparison=outcome.comparison, candidates=outcome.candidates)


def _utc(time: datetime | None) -> str:
    """Returns a time in UTC to the second; one without a zone is the clock of this machine."""
    return (time or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def clause_spoken_of(name: str) -> tuple[Clause, str]:
    """Returns the clause that "bangalore:4.14" names and "", or for a sub-clause the clause it belongs to and its own id.

    Errors:
        DecisionError: the name has no standard before a colon.
        UnknownNameError: there is no such standard or clause.
    """
    standard, colon, clause = name.partition(":")
    if not colon:
        raise DecisionError(f'"{name}" names no standard', hint="Write the standard before the clause: bangalore:4.14.")
    named = found = pipeline.clause_named(pipeline.standard_named(standard), clause)
    while found.kind in _PARTS and found.parent:
        found = pipeline.clause_named(pipeline.standard_named(standard), found.parent)
    return found, named.id if found is not named else ""


def history(path: Path, options: pipeline.Options, *, provision: str = "", clause: str = "") -> History:
    """Returns the decisions on a draft, or those on one of its provisions or on one clause ("bangalore:4.14").

    Errors:
        DraftError, LedgerError: a file cannot be read.
    """
    draft = pipeline.parse_draft(path)
    ledger = read_ledger(workspace.ledger_path(path, options.ledger))
    chosen = told_of(carry(ledger.decisions, draft), draft, provision=provision, clause=clause)
    superseded = {old: one.id for one in ledger.decisions for old in one.supersedes}
    return History(draft=draft, carried=chosen, superseded_by=superseded, notices=ledger.notices)


def told_of(carried: Sequence[Carried], draft: Draft, *, provision: str = "", clause: str = "") -> tuple[Carried, ...]:
    """Returns the decisions that tell of a provision, of a clause ("bangalore:4.14"), or of both; all of them where none is named."""
    return tuple(one for one in carried if _is_on(one, draft, provision) and _is_about(one, clause))


def _is_on(carried: Carried, draft: Draft, provision: str) -> bool:
    anchor = carried.decision.anchor
    seen_here = anchor is not None and anchor.version == draft.source.sha256 and anchor.provision == provision
    return not provision or carried.provision == provision or provision in carried.choices or seen_here


def _is_about(carried: Carried, clause: str) -> bool:
    decision = carried.decision
    return not clause or clause in {f"{decision.standard}:{name}" for name in (decision.clause, decision.part, decision.other) if name}
