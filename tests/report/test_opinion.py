"""What the comparison opens with: date in words, who asked, what was found and welcomed, which recommendations are key."""

from __future__ import annotations

from datetime import datetime

import pytest

from ethicsdiff.model.match import Relation
from ethicsdiff.report.build import build_report
from ethicsdiff.report.opinion import dated
from ethicsdiff.report.phrases import TABLES, phrases_of
from tests.report.builders import LANGUAGES, aligned, compared, report_of, sample_catalogue, sample_draft


@pytest.mark.parametrize(
    ("language", "words"), [("en", "28 February 2026"), ("ru", "28 февраля 2026 года"), ("kk", "2026 жылғы 28 ақпан")]
)
def test_a_date_is_written_as_its_language_writes_it(language: str, words: str) -> None:
    assert dated(phrases_of(language), datetime(2026, 2, 28, 9)) == words
    assert dated(phrases_of(language), None) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_introduction_leaves_a_marked_place_for_who_asked(language: str) -> None:
    report = report_of(language=language)
    assert report.introduction[0] == TABLES[language]["word.request_place"]
    assert report.introduction[0].startswith("[") and report.introduction[0].endswith("]")


@pytest.mark.parametrize(("language", "welcome"), [("en", "1 of 4 clauses"), ("ru", "1 из 4"), ("kk", "4 тармақтың 1")])
def test_the_summary_welcomes_first_and_then_says_what_needs_attention(language: str, welcome: str) -> None:
    report = report_of(aligned("p1", "1"), aligned("p2", "2", Relation.WEAKER), language=language, states={"1": "covered", "2": "weaker"})
    balance = report.summary[1]
    assert welcome in balance
    gap = TABLES[language]["state.gap"]
    assert balance.index(welcome) < balance.index(f"{gap}: 2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_covered_clause_nothing_is_welcomed(language: str) -> None:
    report = report_of(language=language)
    total = phrases_of(language).say("summary.none", standard=report.standards[0].name, total=4)
    assert report.summary[1].startswith(total)


@pytest.mark.parametrize("language", LANGUAGES)
def test_contradicted_and_weaker_points_are_key_and_the_others_are_referred_to(language: str) -> None:
    report = report_of(
        aligned("p1", "1", Relation.CONTRADICTS), aligned("p2", "2", Relation.PARTIAL), language=language,
        states={"1": "contradicted", "2": "partial"},
    )  # fmt: skip
    assert [(one.letter, one.key, one.grade) for one in report.recommendations] == [
        ("A", True, TABLES[language]["grade.contradicted"]),
        ("B", False, TABLES[language]["grade.partial"]),
        ("C", False, TABLES[language]["grade.gap"]),
    ]
    assert "B–C" in report.summary[-1]
    assert [len(one.chapters) for one in report.recommendations] == [1, 1, 0]


def test_where_nothing_is_contradicted_or_weaker_the_partial_points_are_key() -> None:
    report = report_of(aligned("p2", "2", Relation.PARTIAL), states={"2": "partial"})
    assert [one.key for one in report.recommendations] == [True, False]


def test_the_report_says_its_language_and_paragraphs_have_the_same_numbers_in_each() -> None:
    draft, catalogue, comparison = sample_draft("kk"), sample_catalogue(), compared(aligned("p1", "1"))
    reports = [build_report(draft, catalogue, comparison, language=language) for language in LANGUAGES]
    assert len({report.provisions[0].number for report in reports}) == 1
    assert all(any(TABLES[one.language][f"language.{one.language}"] in line for line in one.scope) for one in reports)
