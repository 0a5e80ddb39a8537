"""The draft against the standards as a table: four marks, provisions quoted whole, wordings that people proposed, gaps as additions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ethicsdiff.model.concordance import Change, Concordance
from ethicsdiff.model.decision import Carried, Decision, DecisionKind, Fit
from ethicsdiff.model.match import Relation
from ethicsdiff.report.build import build_concordance, build_report
from ethicsdiff.report.concordance import compared_words
from ethicsdiff.report.phrases import TABLES
from tests.report.builders import LANGUAGES, TEXTS, aligned, compared, sample_catalogue, sample_draft

STATES = {"1": "covered", "2": "weaker", "3": "contradicted"}


def wording(provision: str, text: str, reviewer: str = "First") -> Carried:
    decision = Decision(
        id="0" * 12, time="2026-02-28T09:00:00Z", reviewer=reviewer, kind=DecisionKind.WORDING, standard="sample", clause="2", text=text
    )
    return Carried(decision=decision, fit=Fit.EXACT, provision=provision)


def table_of(language: str, *carried: Carried, states: dict[str, str] | None = None) -> Concordance:
    alignments = (aligned("p1", "1"), aligned("p2", "2", Relation.WEAKER), aligned("p1", "3", Relation.CONTRADICTS))
    comparison = replace(compared(*alignments, states=STATES if states is None else states), decisions=carried)
    inputs = (sample_draft(language), sample_catalogue(), comparison)
    return build_concordance(*inputs, build_report(*inputs, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_clause_has_one_of_four_marks(language: str) -> None:
    words = [TABLES[language][f"c.mark.{mark}"] for mark in ("full", "partial", "none", "none")]
    assert [one.mark for one in table_of(language).clauses] == words
    aside = table_of(language, states={**STATES, "4": "not_applicable"}).clauses[-1]
    assert aside.mark == TABLES[language]["c.mark.not_applicable"] and aside.reasons == (TABLES[language]["c.aside"],)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_quoted_whole_and_a_gap_says_that_nothing_was_found(language: str) -> None:
    clauses = table_of(language).clauses
    assert [one.text for one in clauses[0].answers] == [TEXTS[language][0]]
    assert clauses[0].reasons[0].startswith(f"{clauses[0].answers[0].place}: ")
    assert clauses[3].answers == () and clauses[3].reasons == (TABLES[language]["c.gap"],)


@pytest.mark.parametrize("language", LANGUAGES)
def test_provisions_that_fall_short_and_gaps_are_to_be_amended(language: str) -> None:
    rows = table_of(language).amendments
    assert ["".join(part.text for part in row.current) for row in rows] == [*TEXTS[language][:2], ""]
    assert all(not row.proposed and not row.authors for row in rows)


def test_a_wording_that_a_person_proposed_stands_beside_the_draft_with_its_changes_and_its_author() -> None:
    row = table_of("en", wording("p2", "A judge shall be polite.")).amendments[1]
    assert [(part.text, part.change) for part in row.current] == [
        ("A judge", Change.SAME), ("should", Change.DELETED), ("be polite.", Change.SAME),
    ]  # fmt: skip
    assert [(part.text, part.change) for part in row.proposed[0]] == [
        ("A judge", Change.SAME), ("shall", Change.ADDED), ("be polite.", Change.SAME),
    ]  # fmt: skip
    assert "First" in row.authors


def test_of_several_wordings_each_stands_whole_and_the_draft_is_not_struck() -> None:
    row = table_of("en", wording("p2", "A judge shall be polite."), wording("p2", "Be polite.", "Second")).amendments[1]
    assert len(row.proposed) == 2 and {part.change for part in row.current} == {Change.SAME}
    assert "First, Second" in row.authors


def test_a_provision_without_a_finding_is_listed_once_someone_proposes_a_wording() -> None:
    assert [row.element for row in table_of("en", wording("p3", "A judge wears a black robe.")).amendments][2].endswith("paragraph 3")


def test_spaces_and_look_alike_letters_alone_are_no_change() -> None:
    old, new = compared_words("сот  бiлiгi", "сот\u00a0білігі")
    assert {part.change for part in (*old, *new)} == {Change.SAME}
