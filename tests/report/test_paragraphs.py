"""Paragraph numbers of the analysis, and how recommendations cite them in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ethicsdiff.model.match import Relation
from ethicsdiff.report.paragraphs import cited, numbered
from ethicsdiff.report.phrases import phrases_of
from tests.report.builders import LANGUAGES, aligned, report_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_provisions_with_findings_have_a_number_and_their_first_words(language: str) -> None:
    report = report_of(aligned("p1", "1"), aligned("p3", "2"), language=language)
    before = len(report.introduction) + len(report.scope)
    assert [(row.id, row.number) for row in report.provisions] == [("p1", before + 1), ("p2", 0), ("p3", before + 2)]
    first, second, _ = report.provisions
    assert first.text in first.opening and first.opening != first.text and second.opening == ""


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [("en", "para. 2", "paras. 1, 3–5"), ("ru", "п.\u00a02", "пп.\u00a01, 3–5"), ("kk", "2-тармақ", "1, 3–5-тармақтар")],
)
def test_paragraphs_are_cited_with_neighbours_as_ranges(language: str, one: str, several: str) -> None:
    numbers = {letter: number for number, letter in enumerate("abcde", 1)}
    phrases = phrases_of(language)
    assert cited(phrases, ["b"], numbers) == one
    assert cited(phrases, ["e", "a", "c", "d", "a"], numbers) == several
    assert cited(phrases, ["z"], numbers) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_recommendations_cite_the_paragraphs_they_rest_on_and_gaps_none(language: str) -> None:
    report = report_of(
        aligned("p1", "3"), aligned("p2", "1", Relation.CONTRADICTS), aligned("p3", "1", Relation.CONTRADICTS),
        language=language, states={"1": "contradicted"},
    )  # fmt: skip
    phrases = phrases_of(language)
    first = len(report.introduction) + len(report.scope) + 2
    cited_paragraphs = phrases.say("paragraphs.several", n=f"{first}–{first + 1}")
    assert [point.paragraphs for point in report.recommendations] == [cited_paragraphs, ""]


def test_long_openings_are_cut_at_a_word_and_say_so() -> None:
    report = report_of(aligned("p1", "1"))
    row = replace(report.provisions[0], text="word, " * 60)
    opening = numbered(phrases_of("en"), (row,), {"p1": 1})[0].opening
    assert len(opening) < 120 and opening.strip("“”").endswith("word …")
