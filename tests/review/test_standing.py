"""Which texts of a clause a decision rests on, and when it has to be checked again because one of them reads otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.decision import Carried, Decision, DecisionKind
from ethicsdiff.model.match import Relation
from ethicsdiff.model.standard import Catalogue, Clause
from ethicsdiff.review.decide import Desk, Request, make_decision
from ethicsdiff.review.standing import carried_decisions, seen_of
from tests.report.builders import sample_catalogue
from tests.review.builders import GIFTS, LANGUAGES, draft


def with_clause(identifier: str, **changes: object) -> Catalogue:
    """Returns the sample catalogue with one clause changed."""
    whole = sample_catalogue()
    clauses = tuple(replace(one, **changes) if one.id == identifier else one for one in whole.standards[0].clauses)  # type: ignore[arg-type]
    return replace(whole, standards=(replace(whole.standards[0], clauses=clauses), *whole.standards[1:]))


def with_official(identifier: str, text: str, code: str = "ru") -> Catalogue:
    """Returns the sample catalogue with an official text of one clause; an empty one is what a corrected file no longer has."""
    return with_clause(identifier, fingerprints=(("statement", "f1:0"), (f"official.{code}", fingerprint(text) if text else "")))


def clause(catalogue: Catalogue, identifier: str) -> Clause:
    return next(one for one in catalogue.standards[0].clauses if one.id == identifier)


def decided(catalogue: Catalogue, language: str = "en", *, kind: DecisionKind = DecisionKind.RELATION, other: str = "") -> Decision:
    request = Request(
        kind=kind, reviewer="Reviewer A", provision=GIFTS, clause=clause(catalogue, "1"), relation=Relation.COVERS,
        other=clause(catalogue, other) if other else None,
    )  # fmt: skip
    desk = Desk(draft=draft(language), decisions=())
    return make_decision(request, desk, identifier="a" * 12, time="2026-02-28T09:00:00Z")


def carried(decision: Decision, catalogue: Catalogue, language: str = "en") -> Carried:
    return carried_decisions([decision], draft(language), catalogue)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_corrected_official_text_asks_for_a_new_look(language: str) -> None:
    told = decided(with_official("1", "Judges shall not take gifts."), language)
    assert not carried(told, with_official("1", "Judges shall not take gifts."), language).clause_changed
    assert carried(told, with_official("1", "Judges may take small gifts."), language).clause_changed


def test_a_clause_that_the_corrected_file_no_longer_has_asks_for_a_new_look() -> None:
    assert carried(decided(with_official("1", "Judges shall not take gifts.")), with_official("1", "")).clause_changed


def test_a_first_import_and_a_missing_workspace_leave_a_decision_as_it_is() -> None:
    assert not carried(decided(sample_catalogue()), with_official("1", "Judges shall not take gifts.")).clause_changed
    assert not carried(decided(with_official("1", "Judges shall not take gifts.")), sample_catalogue()).clause_changed


def test_the_clause_put_in_place_of_another_is_looked_at_too() -> None:
    told = decided(with_official("2", "Judges are polite."), kind=DecisionKind.OTHER, other="2")
    assert carried(told, with_official("2", "Judges are brief.")).clause_changed
    assert carried(told, with_clause("2", statements=(("en", "Judges are brief."),))).clause_changed


def test_an_instrument_without_the_language_of_the_draft_holds_its_decisions() -> None:
    only_kazakh = with_clause("1", statements=(("kk", "Судья сыйлық алмайды."),))
    assert seen_of(clause(only_kazakh, "1"), "ru") == fingerprint("Судья сыйлық алмайды.")
    assert not carried(decided(only_kazakh, "ru"), only_kazakh, "ru").clause_changed


def test_a_decision_of_an_older_ledger_is_judged_by_our_statement_alone() -> None:
    told = replace(decided(with_official("1", "Judges shall not take gifts.")), texts_seen=())
    assert not carried(told, with_official("1", "Judges may take small gifts.")).clause_changed
