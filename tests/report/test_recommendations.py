"""Points for the authors' attention: order, letters, verbs, what they refer to."""

from __future__ import annotations

import pytest

from ethicsdiff.model.match import Relation
from ethicsdiff.model.report import Tone
from ethicsdiff.report.recommendations import letter_of
from tests.report.builders import LANGUAGES, aligned, report_of

STATES = {"1": "weaker", "2": "contradicted", "3": "partial"}
ALIGNMENTS = (
    aligned("p1", "1", Relation.WEAKER),
    aligned("p2", "2", Relation.CONTRADICTS),
    aligned("p3", "3", Relation.PARTIAL),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contradiction_leads_and_gaps_close(language: str) -> None:
    points = report_of(*ALIGNMENTS, language=language, states=STATES).recommendations
    assert [point.letter for point in points] == ["A", "B", "C", "D"]
    assert [point.tone for point in points] == [Tone.BAD, Tone.WEAK, Tone.PARTIAL, Tone.GAP]


@pytest.mark.parametrize(
    ("language", "verbs"),
    [
        ("en", ["needs to be reconsidered", "should be", "would benefit from", "may be considered"]),
        ("ru", ["необходимо", "следует", "было бы целесообразно", "можно рассмотреть"]),
        ("kk", ["қажет", "керек", "жөн болар еді", "қарастыруға болады"]),
    ],
)
def test_verbs_follow_the_scale(language: str, verbs: list[str]) -> None:
    points = report_of(*ALIGNMENTS, language=language, states=STATES).recommendations
    assert [verb in point.text.casefold() for verb, point in zip(verbs, points, strict=True)] == [True] * 4


def test_a_point_names_places_and_clause() -> None:
    point = report_of(*ALIGNMENTS, language="ru", states=STATES).recommendations[0]
    assert point.refers_to == "Глава 1, Статья 2, пункт 2; п. 2 Образца"
    assert point.text == (
        "Глава 1, Статья 2, пункт 2: положение необходимо пересмотреть; по предварительной оценке, "
        "оно противоречит пункту стандарта (п. 2 Образца — Подарки)."
    )


def test_one_point_for_a_clause_that_several_provisions_contradict() -> None:
    both = (aligned("p1", "2", Relation.CONTRADICTS), aligned("p2", "2", Relation.CONTRADICTS))
    points = report_of(*both, states={"2": "contradicted"}).recommendations
    assert "the provisions need to be reconsidered" in points[0].text
    assert points[0].refers_to.count("Chapter 1") == 2
    assert [point.tone for point in points] == [Tone.BAD, Tone.GAP]


def test_a_covered_clause_needs_no_point_but_a_contradiction_always_does() -> None:
    weaker = report_of(aligned("p1", "2", Relation.WEAKER), states={"2": "covered"})
    assert [point.tone for point in weaker.recommendations] == [Tone.GAP]
    contradicted = report_of(aligned("p1", "2", Relation.CONTRADICTS), states={"2": "covered"})
    assert contradicted.recommendations[0].tone == Tone.BAD


def test_a_partial_clause_names_what_no_provision_renders() -> None:
    both = (
        aligned("p1", "3", Relation.PARTIAL, missing=("a", "b")),
        aligned("p2", "3", Relation.PARTIAL, missing=("b",)),
    )
    text = report_of(*both, states={"3": "partial"}).recommendations[0].text
    assert text.endswith("No counterpart was found for: from others.")
    unsure = (*both, aligned("p3", "3", Relation.PARTIAL))
    assert "No counterpart" not in report_of(*unsure, states={"3": "partial"}).recommendations[0].text


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "for 2 clauses: 3 (Gifts); 4 (Gifts)"), ("ru", "по 2 пунктам"), ("kk", "2 тармақ бойынша")],
)
def test_gaps_of_a_group_make_one_point(language: str, words: str) -> None:
    points = report_of(language=language, states={"1": "covered", "2": "covered"}).recommendations
    assert len(points) == 1
    assert words in points[0].text
    assert points[0].refers_to.count(";") == 1


def test_themes_make_no_point() -> None:
    states = dict.fromkeys("1234", "covered")
    assert (
        report_of(aligned("p1", "T1", Relation.CONTRADICTS, standard_id="themes"), states=states).recommendations == ()
    )


def test_letters_go_on_after_z() -> None:
    assert [letter_of(number) for number in (1, 26, 27, 52, 53, 702, 703)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
