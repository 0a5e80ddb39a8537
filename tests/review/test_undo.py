"""Undoing adds a line: what stood before is said once more, or nothing stands; others' decisions are never given in their name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ethicsdiff.model.decision import Decision, DecisionKind
from ethicsdiff.model.match import Relation
from ethicsdiff.review.anchors import carry
from ethicsdiff.review.standing import standing
from ethicsdiff.review.undo import last_of, settled_others, undone
from tests.review.builders import COURTESY, GIFTS, LANGUAGES, decision, draft

WHEN = "2026-03-01T09:00:00Z"


def undo(one: Decision, *ledger: Decision) -> Decision:
    return undone(one, ledger, identifier="new", time=WHEN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_decision_is_withdrawn_with_its_place(language: str) -> None:
    one = decision(DecisionKind.RELATION, draft(language), GIFTS, relation=Relation.WEAKER, text="why")
    made = undo(one, one)
    assert (made.kind, made.supersedes, made.relation, made.text) == (DecisionKind.WITHDRAW, (one.id,), None, "")
    assert made.anchor == one.anchor and made.time == WHEN and standing((one, made)) == ()


def test_what_stood_before_stands_again_with_what_was_seen_then() -> None:
    first = decision(DecisionKind.REJECT, draft(), GIFTS, text="why")
    second = decision(DecisionKind.RELATION, draft(version="v2"), GIFTS, relation=Relation.COVERS, supersedes=(first.id,))
    made = undo(second, first, second)
    assert made == replace(first, id="new", time=WHEN, supersedes=(second.id,))
    assert standing((first, second, made)) == (made,)


def test_what_an_editor_had_entered_for_a_reviewer_is_given_again_by_the_reviewer() -> None:
    first = replace(decision(DecisionKind.REJECT, draft(), GIFTS), entered_by="Editor")
    second = decision(DecisionKind.CONFIRM, draft(), GIFTS, relation=Relation.COVERS, supersedes=(first.id,))
    again = undo(second, first, second)
    assert (again.kind, again.entered_by) == (DecisionKind.REJECT, "")
    taken_back = undo(again, first, second, again)
    assert (taken_back.kind, taken_back.entered_by) == (DecisionKind.WITHDRAW, "")


def test_the_work_of_an_undo_is_withdrawn_and_not_undone_in_a_circle() -> None:
    first = decision(DecisionKind.REJECT, draft(), GIFTS)
    second = decision(DecisionKind.CONFIRM, draft(), GIFTS, relation=Relation.COVERS, supersedes=(first.id,))
    again = undo(second, first, second)
    assert undo(again, first, second, again).kind == DecisionKind.WITHDRAW


def test_the_next_to_undo_is_the_latest_of_the_reviewer_that_no_undo_made() -> None:
    here = draft()
    other = decision(DecisionKind.NOTE, here, COURTESY, text="x")
    first = decision(DecisionKind.REJECT, here, GIFTS)
    second = decision(DecisionKind.CONFIRM, here, GIFTS, relation=Relation.COVERS, supersedes=(first.id,))
    theirs = decision(DecisionKind.REJECT, here, GIFTS, reviewer="Reviewer B")
    ledger = (other, first, second, theirs)
    assert last_of(carry(standing(ledger), here), ledger, " reviewer  a") == second
    ledger = (*ledger, undo(second, *ledger))
    assert last_of(carry(standing(ledger), here), ledger, "Reviewer A") == other
    assert last_of(carry(standing(ledger), here), ledger, "Reviewer C") is None


def test_a_decision_on_the_text_in_another_language_is_not_undone_from_here() -> None:
    ledger = (decision(DecisionKind.REJECT, draft("kk"), GIFTS),)
    assert last_of(carry(ledger, draft("ru")), ledger, "Reviewer A") is None


def test_a_settlement_is_known_as_one() -> None:
    theirs = decision(DecisionKind.REJECT, draft(), GIFTS, reviewer="Reviewer B")
    mine = decision(DecisionKind.REJECT, draft(), GIFTS)
    both = decision(DecisionKind.CONFIRM, draft(), GIFTS, relation=Relation.COVERS, supersedes=(mine.id, theirs.id))
    assert settled_others(both, (theirs, mine, both)) and not settled_others(mine, (theirs, mine))
