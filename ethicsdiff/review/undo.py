"""Undoing: a further line that takes a decision back, or repeats the one that stood before it. No line is ever removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ethicsdiff.model.decision import Carried, Decision, DecisionKind, Fit
from ethicsdiff.review.standing import reviewer_key


def last_of(carried: Sequence[Carried], decisions: Sequence[Decision], reviewer: str) -> Decision | None:
    """Returns the latest decision of a reviewer that stands in this version and is not itself the work of an undo; None without one."""
    mine = (one.decision for one in reversed(carried) if one.fit != Fit.ELSEWHERE and is_by(one.decision, reviewer))
    by_id = {one.id: one for one in decisions}
    return next((one for one in mine if not _repeats(one, by_id)), None)


def is_by(decision: Decision, reviewer: str) -> bool:
    """Returns whether a decision is a reviewer's own."""
    return reviewer_key(decision.reviewer) == reviewer_key(reviewer)


def settled_others(decision: Decision, decisions: Sequence[Decision]) -> bool:
    """Returns whether a decision superseded those of other reviewers; nobody can give theirs again in their name."""
    return any(one.id in decision.supersedes and not is_by(one, decision.reviewer) for one in decisions)


def undone(decision: Decision, decisions: Sequence[Decision], *, identifier: str, time: str) -> Decision:
    """Returns the line by which a reviewer undoes a decision: their own earlier one once more, or else a withdrawal."""
    before = _before(decision, {one.id: one for one in decisions})
    if before is not None:
        return replace(before, id=identifier, time=time, supersedes=(decision.id,), entered_by="")
    taken_back = replace(decision, kind=DecisionKind.WITHDRAW, relation=None, other="", text="", state="", texts_seen=())
    return replace(taken_back, id=identifier, time=time, supersedes=(decision.id,), entered_by="")


def _before(decision: Decision, by_id: dict[str, Decision]) -> Decision | None:
    """Returns the reviewer's own decision that this one took the place of, the latest of several; None for the work of an undo."""
    own = [by_id[name] for name in decision.supersedes if name in by_id and is_by(by_id[name], decision.reviewer)]
    return own[-1] if own and not _repeats(decision, by_id) else None


def _repeats(decision: Decision, by_id: dict[str, Decision]) -> bool:
    """Returns whether a decision says once more what one said that was superseded in between."""
    between = [by_id[name] for name in decision.supersedes if name in by_id]
    older = (by_id[name] for one in between for name in one.supersedes if name in by_id)
    return any(_content(one) == _content(decision) for one in older)


def _content(decision: Decision) -> Decision:
    return replace(decision, id="", time="", supersedes=(), entered_by="")
