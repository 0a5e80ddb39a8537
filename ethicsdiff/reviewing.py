"""The corridor of the review in the browser: a comparison that stays open, and what people decide on it as they go.

What the machine proposes is worked out once. What people decided is read from the ledger whenever the file has changed, so that several
servers, scripts and reviewers may write at once.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ethicsdiff import deciding, pipeline, workspace
from ethicsdiff.model.decision import Carried, Decision
from ethicsdiff.model.document import Draft, Notice
from ethicsdiff.model.match import Candidate
from ethicsdiff.model.review import Comparison
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.review.anchors import carry
from ethicsdiff.review.apply import compare
from ethicsdiff.review.changes import Touched, stale, touched_since
from ethicsdiff.review.decide import Desk, Request, make_decision
from ethicsdiff.review.ledger import Ledger, append_made, read_ledger
from ethicsdiff.review.undo import settled_others, undone

_ID_BYTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What does not change while a review is open: the draft, the standards, what the machine proposes, the file of decisions."""

    path: Path
    ledger: Path
    draft: Draft
    catalogue: Catalogue
    candidates: tuple[Candidate, ...]
    threshold: float
    encoder: str
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The ledger and what it makes of the comparison; `carried` are all its decisions, superseded ones too, with their places."""

    decisions: tuple[Decision, ...]
    carried: tuple[Carried, ...]
    comparison: Comparison
    notices: tuple[Notice, ...]

    @property
    def at(self) -> str:
        """The id of the last decision, "" before the first."""
        return self.decisions[-1].id if self.decisions else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The decision that is on the disk; None with the decisions that came in between where the page was stale."""

    decision: Decision | None
    changes: tuple[Decision, ...] = ()
    notices: tuple[Notice, ...] = ()


EMPTY = State(
    decisions=(), carried=(), comparison=Comparison(alignments=(), coverage=(), threshold=0.0, encoder=""), notices=()
)  # fmt: skip


def open_review(path: Path, options: pipeline.Options, say: pipeline.Say = pipeline.silent) -> Review:
    """Returns a review of a draft.

    Errors:
        DraftError: the draft cannot be read.
        UnknownNameError: a chosen standard does not exist.
        LedgerError: the decisions cannot be read.
    """
    outcome = pipeline.compare_draft(path, options, say)
    return Review(
        path=path, ledger=workspace.ledger_path(path, options.ledger), draft=outcome.draft, catalogue=pipeline.chosen_catalogue(options),
        candidates=outcome.candidates, threshold=outcome.comparison.threshold, encoder=outcome.comparison.encoder,
        notices=pipeline.encoder_notices(outcome.status),
    )  # fmt: skip


def stamp(path: Path) -> tuple[int, int]:
    """Returns time and size of a file, which change when it is written to; zeros where there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def read_state(review: Review) -> State:
    """Returns what the ledger holds now and the comparison it makes.

    Errors:
        LedgerError: the file is there and cannot be read.
    """
    return _state(review, read_ledger(review.ledger))


def _state(review: Review, ledger: Ledger) -> State:
    comparison = compare(
        review.candidates, review.catalogue, threshold=review.threshold, encoder=review.encoder, draft=review.draft,
        decisions=ledger.decisions,
    )  # fmt: skip
    return State(
        decisions=ledger.decisions, carried=carry(ledger.decisions, review.draft), comparison=comparison,
        notices=(*review.notices, *ledger.notices),
    )  # fmt: skip


def write(review: Review, request: Request, seen: str, known: State) -> Written:
    """Returns the decision that a request became, once it is on the disk; nothing is written where the page was stale.

    `seen` is the id of the last decision that the reviewer's page knew, `known` the last state that was read: it saves working out the
    comparison again where the ledger is still the same.

    Errors:
        UnknownNameError, DecisionError: the request names what does not exist, or lacks something.
        LedgerError: the decision could not be written.
    """
    clause = (request.clause.standard, request.clause.id) if request.clause is not None else None
    identifier, time = _new_id(), _now()
    changes: tuple[Decision, ...] = ()

    def make(ledger: Ledger) -> Decision | None:
        nonlocal changes
        later = touched_since(ledger.decisions, seen, review.draft)
        changes = stale(later, request.provision, clause, request.supersedes)
        if changes:
            return None
        now = known if known.decisions == ledger.decisions else _state(review, ledger)
        desk = Desk(draft=review.draft, decisions=ledger.decisions, comparison=now.comparison, candidates=review.candidates)
        return make_decision(request, desk, identifier=identifier, time=time)

    decision, notices = append_made(review.ledger, make)
    return Written(decision=decision, changes=changes, notices=notices)


def undo(review: Review, identifier: str) -> Written:
    """Returns the line that undoes a decision, once it is on the disk; none where it stands no longer or settled those of others."""
    new, time = _new_id(), _now()

    def make(ledger: Ledger) -> Decision | None:
        by_id = {one.id: one for one in ledger.decisions}
        gone = {name for one in ledger.decisions for name in one.supersedes}
        if identifier not in by_id or identifier in gone or settled_others(by_id[identifier], ledger.decisions):
            return None
        return undone(by_id[identifier], ledger.decisions, identifier=new, time=time)

    decision, notices = append_made(review.ledger, make)
    return Written(decision=decision, notices=notices)


def later_than(review: Review, state: State, seen: str) -> tuple[Touched, ...]:
    """Returns the decisions that came after the one with the id `seen`, each with what it is on."""
    return touched_since(state.decisions, seen, review.draft)


def told(review: Review, state: State, *, provision: str = "", clause: str = "") -> tuple[Carried, ...]:
    """Returns the decisions on a provision or on a clause ("bangalore:4.14") in the order of the ledger, superseded ones too."""
    return deciding.told_of(state.carried, review.draft, provision=provision, clause=clause)


def _new_id() -> str:
    return secrets.token_hex(_ID_BYTES)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
