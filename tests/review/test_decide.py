"""From a request to a decision: what each kind needs, what was seen, what is superseded."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ethicsdiff.errors import DecisionError, UnknownNameError
from ethicsdiff.model.decision import Decision, DecisionKind
from ethicsdiff.model.document import Draft
from ethicsdiff.model.match import Relation
from ethicsdiff.model.standard import Clause, ClauseKind
from ethicsdiff.review.apply import compare
from ethicsdiff.review.decide import Desk, Request, make_decision, needs_comparison
from tests.report.builders import clause, sample_catalogue
from tests.review.builders import COURTESY, GIFTS, LANGUAGES, TEXTS, candidate, decision, draft, with_text

FIRST, SECOND, THIRD, FOURTH = sample_catalogue().standards[0].clauses[:3] + sample_catalogue().standards[0].clauses[4:5]
MACHINE = (candidate(GIFTS, "1", Relation.PARTIAL), candidate(GIFTS, "2", Relation.STRICTER, 0.1))


def desk(now: Draft | None = None, decisions: tuple[Decision, ...] = ()) -> Desk:
    seen = now or draft("en")
    comparison = compare(MACHINE, sample_catalogue(), threshold=0.25, encoder="", draft=seen, decisions=decisions)
    return Desk(draft=seen, decisions=decisions, comparison=comparison, candidates=MACHINE)


def asked(kind: DecisionKind, on: Clause | None = FIRST, **more: Any) -> Request:
    values: dict[str, Any] = {"provision": GIFTS, "reviewer": "Reviewer A", **more}
    return Request(kind=kind, clause=on, **values)


def made(request: Request, before: Desk | None = None) -> Decision:
    return make_decision(request, before or desk(), identifier="new", time="2026-02-28T09:00:00Z")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_keeps_what_was_seen(language: str) -> None:
    told = made(asked(DecisionKind.CONFIRM), desk(draft(language)))
    assert told.relation == Relation.PARTIAL and told.clause_seen.startswith("f1:")
    assert told.anchor is not None and told.anchor.quote == TEXTS[language][0] and told.anchor.language == language


def test_confirming_what_is_not_shown_asks_for_the_relation() -> None:
    with pytest.raises(DecisionError, match="--relation"):
        made(asked(DecisionKind.CONFIRM, SECOND))


def test_confirming_a_conflict_asks_for_the_relation() -> None:
    both = (decision(DecisionKind.REJECT, draft(), GIFTS), decision(DecisionKind.CONFIRM, draft(), GIFTS, reviewer="B", relation=Relation.COVERS))
    with pytest.raises(DecisionError, match="--relation"):
        made(asked(DecisionKind.CONFIRM), desk(decisions=both))


def test_another_clause_takes_its_relation_from_the_machine_where_none_is_said() -> None:
    assert made(asked(DecisionKind.OTHER, other=SECOND)).relation == Relation.STRICTER
    assert made(asked(DecisionKind.OTHER, other=SECOND, relation=Relation.WEAKER)).relation == Relation.WEAKER
    with pytest.raises(DecisionError, match="--relation"):
        made(asked(DecisionKind.OTHER, other=FOURTH))


def test_answers_to_recommendations_keep_the_state_they_answer() -> None:
    assert made(asked(DecisionKind.ACCEPT, provision="")).state == "partial"
    assert made(asked(DecisionKind.DECLINE, FOURTH, provision="", text="not now")).state == "gap"


def test_there_is_nothing_to_answer_where_nothing_is_recommended() -> None:
    settled = (decision(DecisionKind.RELATION, draft(), GIFTS, relation=Relation.COVERS),)
    with pytest.raises(DecisionError, match="covered"):
        made(asked(DecisionKind.ACCEPT, provision=""), desk(decisions=settled))


@pytest.mark.parametrize(
    "request_",
    [
        asked(DecisionKind.REJECT, reviewer=" "),
        asked(DecisionKind.REJECT, provision=""),
        asked(DecisionKind.REJECT, None),
        asked(DecisionKind.RELATION),
        asked(DecisionKind.RELATION, relation=Relation.NONE),
        asked(DecisionKind.NOTE),
        asked(DecisionKind.NOTE, None, provision="", text="x"),
        asked(DecisionKind.WORDING, text=" "),
        asked(DecisionKind.NOT_APPLICABLE, text="x"),
        asked(DecisionKind.NOT_APPLICABLE, provision=""),
        asked(DecisionKind.NOT_APPLICABLE, provision="", text="x", part="3.1"),
        asked(DecisionKind.NOT_APPLICABLE, clause("P", kind=ClauseKind.PRINCIPLE), provision="", text="x"),
        asked(DecisionKind.DECLINE, FOURTH, provision=""),
        asked(DecisionKind.WITHDRAW),
        asked(DecisionKind.OTHER),
        asked(DecisionKind.OTHER, other=FIRST, relation=Relation.COVERS),
        asked(DecisionKind.OTHER, other=replace(SECOND, standard="themes"), relation=Relation.COVERS),
        asked(DecisionKind.REJECT, clause("T1", standard="themes", kind=ClauseKind.THEME)),
    ],
)
def test_a_request_that_lacks_something_is_refused(request_: Request) -> None:
    with pytest.raises(DecisionError):
        made(request_)


def test_an_unknown_provision_names_those_that_are_near() -> None:
    with pytest.raises(UnknownNameError, match=r"a1\.p1"):
        made(asked(DecisionKind.REJECT, provision="a1.p11"))
    with pytest.raises(UnknownNameError):
        made(asked(DecisionKind.REJECT, provision="a1"))  # It has no words of its own.


def test_a_reviewer_supersedes_the_own_verdict_on_the_same_pair_and_no_other() -> None:
    mine = decision(DecisionKind.REJECT, draft(), GIFTS)
    others = (
        decision(DecisionKind.REJECT, draft(), GIFTS, reviewer="Reviewer B"),
        decision(DecisionKind.REJECT, draft(), GIFTS, "2"),
        decision(DecisionKind.REJECT, draft(), COURTESY),
        decision(DecisionKind.NOTE, draft(), GIFTS, text="x"),
    )
    told = made(asked(DecisionKind.RELATION, relation=Relation.COVERS, reviewer="reviewer a"), desk(decisions=(mine, *others)))
    assert told.supersedes == (mine.id,)


def test_a_new_look_at_an_edited_provision_supersedes_the_verdict_on_its_old_words() -> None:
    mine = decision(DecisionKind.CONFIRM, draft(), GIFTS, relation=Relation.COVERS)
    now = with_text(draft(), GIFTS, "A judge may not take any gifts from the parties.")
    told = made(asked(DecisionKind.CONFIRM), desk(now, (mine,)))
    assert told.supersedes == (mine.id,)


def test_notes_add_up_and_wordings_replace_each_other() -> None:
    before = (decision(DecisionKind.NOTE, draft(), GIFTS, text="x"), decision(DecisionKind.WORDING, draft(), GIFTS, text="y"))
    assert made(asked(DecisionKind.NOTE, text="z"), desk(decisions=before)).supersedes == ()
    assert made(asked(DecisionKind.WORDING, text="z"), desk(decisions=before)).supersedes == (before[1].id,)


def test_a_decision_on_a_clause_alone_does_not_supersede_one_that_lost_its_place() -> None:
    lost = decision(DecisionKind.ACCEPT, draft("en", ("Words that nobody will ever find again.",)), "a1.p1")
    assert made(asked(DecisionKind.ACCEPT, provision=""), desk(decisions=(lost,))).supersedes == ()


def test_settling_names_the_decisions_of_others_and_these_must_stand() -> None:
    theirs = decision(DecisionKind.REJECT, draft(), GIFTS, reviewer="Reviewer B")
    request = asked(DecisionKind.RELATION, relation=Relation.COVERS, supersedes=(theirs.id,))
    assert made(request, desk(decisions=(theirs,))).supersedes == (theirs.id,)
    with pytest.raises(UnknownNameError, match="ethicsdiff log"):
        made(request)


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_only_what_rests_on_the_comparison_asks_for_one(kind: DecisionKind) -> None:
    expected = kind in (DecisionKind.CONFIRM, DecisionKind.ACCEPT, DecisionKind.DECLINE, DecisionKind.OTHER)
    assert needs_comparison(asked(kind, other=SECOND)) == expected
    assert not needs_comparison(asked(DecisionKind.OTHER, other=SECOND, relation=Relation.COVERS))
