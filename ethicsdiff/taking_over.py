"""The editor's word: proposals that were read from short answers become decisions in the ledger, or statuses of remarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ethicsdiff import pipeline, workspace
from ethicsdiff.collecting import check_editor, gathered_of, new_id, now_utc, remark_named
from ethicsdiff.errors import DecisionError, UnknownNameError
from ethicsdiff.model.decision import Decision, DecisionKind
from ethicsdiff.model.document import Notice, Severity
from ethicsdiff.model.remark import PROPOSED_DECISIONS, PROPOSED_STATUSES, Change, Field, Gathered, Kept, Proposal, Status
from ethicsdiff.review.by_hand import change_of
from ethicsdiff.review.decide import Desk, Request, make_decision
from ethicsdiff.review.ledger import append, read_ledger
from ethicsdiff.review.proposals import can_be_taken
from ethicsdiff.review.remark_book import enter

_NOT_ANSWERED = frozenset({Status.OPEN, Status.CLARIFY, Status.RESOLVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an editor took over: decisions with the ids of their remarks, statuses by remark, and what could not be taken."""

    decisions: tuple[tuple[str, Decision], ...]
    statuses: tuple[tuple[str, str], ...]
    notices: tuple[Notice, ...]


def take_over(path: Path, remarks: Sequence[str], *, editor: str, book: Path | None = None, ledger: Path | None = None) -> Taken:
    """Returns what became of proposals that an editor takes over: decisions in the ledger, statuses in the book of remarks.

    Args:
        path: the draft.
        remarks: ids of remarks, or "all" for all plain proposals that nobody contradicts.
        editor: who takes them over; the decisions bear the names of the remarks' authors and theirs.
        book: the book of remarks, if not beside the draft.
        ledger: the ledger of decisions, if not beside the draft.

    Errors:
        DecisionError: the editor is not named.
        UnknownNameError: there is no such remark.
        DraftError, LedgerError: a file cannot be read or written.
    """
    check_editor(editor)
    place = workspace.remarks_path(workspace.checked_draft(path), book)
    gathered, _ = gathered_of(path, book)
    taking = _Taking(gathered, editor, workspace.ledger_path(path, ledger), now_utc())
    for one in _chosen(gathered, remarks):
        taking.take(one)
    enter(place, lambda _entries: tuple(taking.changes))
    return Taken(decisions=tuple(taking.decisions), statuses=tuple(taking.statuses), notices=tuple(taking.notices))


def _chosen(gathered: Gathered, remarks: Sequence[str]) -> list[Kept]:
    if "all" not in remarks:
        return [remark_named(gathered, one) for one in dict.fromkeys(remarks)]
    return [remark_named(gathered, one) for one in gathered.waiting]


@dataclass(slots=True)
class _Taking:
    """Makes decisions and statuses of proposals; a decision is on the disk before the book of remarks says so."""

    gathered: Gathered
    editor: str
    ledger: Path
    time: str
    decisions: list[tuple[str, Decision]] = field(default_factory=list)
    statuses: list[tuple[str, str]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def take(self, kept: Kept) -> None:
        """Takes over all plain proposals of a remark, each once."""
        mine = [one for one in self.gathered.proposals if one.remark == kept.remark.id and can_be_taken(one)]
        if not mine:
            self._tell("collect.no-proposal", kept)
        before = len(self.changes)
        for one in mine if not kept.decisions else ():
            if one.finding is None:
                self._set_status(one)
            elif not kept.place.provision:
                self._tell("collect.without-place", kept)
            else:
                self._decide(kept, one)
        if len(self.changes) > before and kept.status in _NOT_ANSWERED:
            self.changes.append(self._change(kept.remark.id, Field.STATUS, Status.ACCEPTED.value))

    def _set_status(self, proposal: Proposal) -> None:
        status = PROPOSED_STATUSES[proposal.verdict].value
        self.statuses.append((proposal.target, status))
        for remark, what, value in ((proposal.target, Field.STATUS, status), (proposal.remark, Field.DECISION, status)):
            self.changes.append(self._change(remark, what, value))

    def _decide(self, kept: Kept, proposal: Proposal) -> None:
        desk = Desk(draft=self.gathered.draft, decisions=read_ledger(self.ledger).decisions)
        try:
            decision = make_decision(self._request(kept, proposal), desk, identifier=new_id(), time=self.time)
        except (DecisionError, UnknownNameError):
            self._tell("collect.no-proposal", kept)
            return
        if decision.anchor is not None:
            # The reviewer answered on the words of the file that came back, which the draft at hand may have changed.
            decision = replace(decision, anchor=kept.anchor)
        self.notices += append(self.ledger, decision)
        self.decisions.append((kept.remark.id, decision))
        self.changes.append(self._change(kept.remark.id, Field.DECISION, decision.id))

    def _request(self, kept: Kept, proposal: Proposal) -> Request:
        finding, kind = proposal.finding, PROPOSED_DECISIONS[proposal.verdict]
        assert finding is not None
        clause = pipeline.clause_named(pipeline.standard_named(finding.standard), finding.clause)
        on_clause = kind == DecisionKind.NOT_APPLICABLE
        return Request(
            kind=kind, reviewer=kept.remark.author or self.editor, provision="" if on_clause else kept.place.provision, clause=clause,
            part="" if on_clause else finding.part, relation=finding.relation if kind == DecisionKind.CONFIRM else None,
            text=kept.remark.text, entered_by=self.editor,
        )  # fmt: skip

    def _change(self, remark: str, what: Field, value: str) -> Change:
        return change_of(remark, what, value, self.gathered.draft, by=self.editor, time=self.time, identifier=new_id())

    def _tell(self, code: str, kept: Kept) -> None:
        self.notices.append(Notice(code=code, severity=Severity.WARNING, params=(("remark", kept.remark.id),)))
