"""Which proposed wordings stand confirmed: by an accepted recommendation or a confirmed alignment, on the very words, without rivals."""

from __future__ import annotations

from ethicsdiff.model.decision import Carried, Decision, DecisionKind, Fit
from ethicsdiff.model.match import Candidate, Judgement, Relation
from ethicsdiff.model.review import Alignment, Comparison, Standing
from ethicsdiff.review.wordings import confirmed_wordings


def said(kind: DecisionKind, text: str = "", *, provision: str = "p1", clause: str = "1", fit: Fit = Fit.EXACT, reviewer: str = "A") -> Carried:
    decision = Decision(
        id="0" * 12, time="2026-02-28T09:00:00Z", reviewer=reviewer, kind=kind, standard="sample", clause=clause, text=text
    )
    return Carried(decision=decision, fit=fit, provision=provision)


def wording(text: str = "New words.", **changed: object) -> Carried:
    return said(DecisionKind.WORDING, text, **changed)  # type: ignore[arg-type]


def accepted(kind: DecisionKind = DecisionKind.ACCEPT, clause: str = "1") -> Carried:
    return said(kind, provision="", clause=clause, fit=Fit.UNBOUND)


def texts(*carried: Carried, standing: Standing = Standing.PROPOSED) -> list[str]:
    judgement = Judgement(relation=Relation.WEAKER, reason="softer-modality")
    candidate = Candidate(provision="p1", standard="sample", clause="1", probability=0.9, judgement=judgement)
    alignment = Alignment(
        provision="p1", standard="sample", clause="1", relation=Relation.WEAKER, standing=standing, candidate=candidate
    )
    comparison = Comparison(alignments=(alignment,), coverage=(), threshold=0.5, encoder="", decisions=carried)
    return [one.text for one in confirmed_wordings(comparison)]


def test_a_wording_alone_is_a_proposal_and_not_confirmed() -> None:
    assert texts(wording()) == []


def test_an_accepted_recommendation_or_a_confirmed_alignment_confirms_it() -> None:
    assert texts(wording(), accepted()) == ["New words."]
    assert texts(wording(), standing=Standing.CONFIRMED) == ["New words."]
    assert texts(wording(), standing=Standing.RECHECK) == []


def test_a_declined_recommendation_or_one_on_another_clause_does_not() -> None:
    assert texts(wording(), accepted(), accepted(DecisionKind.DECLINE)) == []
    assert texts(wording(), accepted(clause="2")) == []


def test_words_that_have_changed_since_get_no_suggestion() -> None:
    assert texts(wording(fit=Fit.SIMILAR), accepted()) == []


def test_of_wordings_that_differ_none_is_taken_and_equal_ones_count_as_one() -> None:
    assert texts(wording(), wording("Others.", reviewer="B"), accepted()) == []
    assert texts(wording(), wording("New  words.", reviewer="B"), accepted()) == ["New words."]
