"""Decisions over proposals: what a person said prevails, what has changed since is to be checked, what differs stays open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ethicsdiff.model.decision import Decision, DecisionKind, Fit
from ethicsdiff.model.document import Draft
from ethicsdiff.model.match import Candidate, Relation
from ethicsdiff.model.review import Alignment, Comparison, Standing
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.review.apply import compare
from tests.report.builders import sample_catalogue
from tests.review.builders import COURTESY, GIFTS, LANGUAGES, candidate, decision, draft, with_text

CONFIRM, REJECT, OTHER, RELATION = DecisionKind.CONFIRM, DecisionKind.REJECT, DecisionKind.OTHER, DecisionKind.RELATION
MACHINE = (candidate(GIFTS, "1"), candidate(GIFTS, "2", Relation.PARTIAL, 0.3), candidate(COURTESY, "3", Relation.WEAKER))


def compared(
    decisions: Sequence[Decision] = (), now: Draft | None = None, candidates: Sequence[Candidate] = MACHINE, catalogue: Catalogue | None = None
) -> Comparison:
    return compare(
        candidates, catalogue or sample_catalogue(), threshold=0.25, encoder="", draft=now or draft("en"), decisions=decisions
    )


def shown(comparison: Comparison, provision: str = GIFTS) -> list[tuple[str, Relation, Standing]]:
    return [(a.clause, a.relation, a.standing) for a in comparison.alignments if a.provision == provision]


def only(comparison: Comparison, clause: str = "1") -> Alignment:
    return next(a for a in comparison.alignments if a.clause == clause)


def state(comparison: Comparison, clause: str) -> str:
    return next(row.state for row in comparison.coverage if (row.standard, row.clause) == ("sample", clause))


def test_without_decisions_everything_is_proposed() -> None:
    comparison = compared()
    assert shown(comparison) == [("1", Relation.COVERS, Standing.PROPOSED)]
    assert comparison.decisions == () and state(comparison, "1") == "covered"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_confirmed_alignment_keeps_the_relation_that_was_confirmed(language: str) -> None:
    told = decision(CONFIRM, draft(language), GIFTS, relation=Relation.WEAKER)
    comparison = compared([told], draft(language))
    assert shown(comparison) == [("1", Relation.WEAKER, Standing.CONFIRMED)]
    assert only(comparison).decision == told and only(comparison).candidate.probability == 0.9
    assert state(comparison, "1") == "weaker"


def test_a_rejected_candidate_does_not_come_back_and_the_next_one_is_shown() -> None:
    """The second candidate was hidden only because it is far less probable than the one that was rejected."""
    comparison = compared([decision(REJECT, draft(), GIFTS)])
    assert shown(comparison) == [("1", Relation.NONE, Standing.CONFIRMED), ("2", Relation.PARTIAL, Standing.PROPOSED)]
    assert state(comparison, "1") == "gap"


def test_a_rejection_holds_after_an_edit_and_asks_to_be_checked() -> None:
    now = with_text(draft(), GIFTS, "A judge may not take large gifts from the parties.")
    comparison = compared([decision(REJECT, draft(), GIFTS)], now)
    assert shown(comparison)[0] == ("1", Relation.NONE, Standing.RECHECK)
    assert state(comparison, "1") == "gap"


def test_another_clause_takes_the_place_of_the_proposed_one() -> None:
    comparison = compared([decision(OTHER, draft(), GIFTS, other="4", relation=Relation.STRICTER)])
    assert ("1", Relation.NONE, Standing.CONFIRMED) in shown(comparison)
    assert ("4", Relation.STRICTER, Standing.CONFIRMED) in shown(comparison)
    assert only(comparison, "4").candidate.judgement.reason == "decision"
    assert (state(comparison, "1"), state(comparison, "4")) == ("gap", "covered")


def test_what_people_decided_on_stands_before_proposals() -> None:
    comparison = compared([decision(RELATION, draft(), GIFTS, "4", relation=Relation.PARTIAL)])
    assert [one[0] for one in shown(comparison)] == ["4", "1"]


def test_an_edited_provision_is_checked_again_and_never_looks_better_than_the_machine_reads_it() -> None:
    told = decision(CONFIRM, draft(), GIFTS, relation=Relation.COVERS)
    now = with_text(draft(), GIFTS, "A judge may take gifts from the parties.")
    comparison = compared([told], now, [candidate(GIFTS, "1", Relation.CONTRADICTS)])
    assert shown(comparison) == [("1", Relation.CONTRADICTS, Standing.RECHECK)]
    assert state(comparison, "1") == "contradicted"
    unsure = compared([told], now, [candidate(GIFTS, "1", Relation.CONTRADICTS, 0.1)])
    assert shown(unsure) == [("1", Relation.COVERS, Standing.RECHECK)]


def test_a_decision_without_place_is_orphaned_with_its_quote_and_counts_for_nothing() -> None:
    told = decision(CONFIRM, draft(), GIFTS, relation=Relation.COVERS)
    now = draft("en", ("Something else altogether stands here.", "A judge should be polite.", "A judge wears a robe in the courtroom."), "v2")
    comparison = compared([told], now, ())
    orphan = only(comparison)
    assert (orphan.provision, orphan.standing) == ("", Standing.ORPHANED)
    assert orphan.decision is not None and orphan.decision.anchor is not None
    assert orphan.decision.anchor.quote == "A judge may not take gifts from the parties."
    assert state(comparison, "1") == "gap"


@pytest.mark.parametrize("second", [decision(REJECT, draft(), GIFTS, reviewer="Reviewer B"),
    decision(RELATION, draft(), GIFTS, reviewer="Reviewer B", relation=Relation.WEAKER)])  # fmt: skip
def test_two_reviewers_who_differ_are_a_conflict_and_both_are_kept(second: Decision) -> None:
    first = decision(CONFIRM, draft(), GIFTS, relation=Relation.COVERS)
    one = only(compared([first, second]))
    assert one.standing == Standing.CONFLICT
    assert [kept.decision for kept in one.decided] == [first, second]
    assert one.relation == (second.relation or Relation.COVERS)


def test_two_reviewers_who_agree_are_no_conflict() -> None:
    both = [decision(CONFIRM, draft(), GIFTS, relation=Relation.COVERS, reviewer=name) for name in ("Reviewer A", "Reviewer B")]
    assert only(compared(both)).standing == Standing.CONFIRMED


def test_who_saw_these_very_words_settles_what_another_saw_otherwise() -> None:
    now = with_text(draft(), GIFTS, "A judge may not take any gifts from the parties.")
    old = decision(CONFIRM, draft(), GIFTS, relation=Relation.COVERS)
    new = decision(CONFIRM, now, GIFTS, relation=Relation.COVERS, reviewer="Reviewer B")
    assert only(compared([old], now)).standing == Standing.RECHECK
    assert only(compared([old, new], now)).standing == Standing.CONFIRMED


def test_the_last_word_of_a_reviewer_counts_whatever_the_spelling_of_the_name() -> None:
    first = decision(CONFIRM, draft(), GIFTS, relation=Relation.COVERS, reviewer="Reviewer  a")
    second = decision(REJECT, draft(), GIFTS)
    assert shown(compared([first, second]))[0] == ("1", Relation.NONE, Standing.CONFIRMED)


def test_a_superseded_decision_does_nothing_any_more() -> None:
    first = decision(REJECT, draft(), GIFTS)
    settling = decision(CONFIRM, draft(), GIFTS, relation=Relation.COVERS, reviewer="Reviewer B", supersedes=(first.id,))
    assert shown(compared([first, settling])) == [("1", Relation.COVERS, Standing.CONFIRMED)]


def test_a_withdrawn_decision_leaves_the_proposal() -> None:
    first = decision(REJECT, draft(), GIFTS)
    back = decision(DecisionKind.WITHDRAW, draft(), clause="", supersedes=(first.id,))
    assert shown(compared([first, back])) == [("1", Relation.COVERS, Standing.PROPOSED)]
    assert compared([first, back]).decisions == ()


def test_a_clause_that_is_not_applicable_is_counted_apart_whatever_answers_it() -> None:
    aside = decision(DecisionKind.NOT_APPLICABLE, draft(), clause="1", text="another law settles it")
    assert state(compared([aside]), "1") == "not_applicable"
    assert shown(compared([aside])) == [("1", Relation.COVERS, Standing.PROPOSED)]


def test_a_changed_statement_of_the_clause_asks_for_a_new_look() -> None:
    told = replace(decision(CONFIRM, draft(), GIFTS, relation=Relation.COVERS), clause_seen="f1:0000000000000000")
    aside = replace(decision(DecisionKind.NOT_APPLICABLE, draft(), clause="2", text="x"), clause_seen="f1:0000000000000000")
    comparison = compared([told, aside])
    assert only(comparison).standing == Standing.RECHECK and comparison.decisions[0].clause_changed
    assert state(comparison, "2") == "gap"


def test_decisions_on_standards_that_are_not_compared_are_left_out() -> None:
    told = replace(decision(CONFIRM, draft(), GIFTS, relation=Relation.COVERS), standard="elsewhere")
    comparison = compared([told])
    assert comparison.decisions == () and shown(comparison) == [("1", Relation.COVERS, Standing.PROPOSED)]


def test_a_clause_that_the_catalogue_lost_breaks_nothing_and_its_decision_is_kept() -> None:
    told = decision(CONFIRM, draft(), GIFTS, "99", relation=Relation.COVERS)
    comparison = compared([told])
    assert [one.decision for one in comparison.decisions] == [told]
    assert [a.clause for a in comparison.alignments] == ["1", "3"]


def test_decisions_on_a_text_in_another_language_touch_nothing() -> None:
    comparison = compared([decision(REJECT, draft("kk"), GIFTS)], draft("ru"))
    assert [one.fit for one in comparison.decisions] == [Fit.ELSEWHERE]
    assert shown(comparison) == [("1", Relation.COVERS, Standing.PROPOSED)]
