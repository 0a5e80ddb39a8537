"""Notices in words, how far statements were checked, the comment on the title, the summary for one screen."""

from __future__ import annotations

import pytest

from ethicsdiff.model.document import Location, Notice, Severity
from ethicsdiff.model.report import Report
from ethicsdiff.model.standard import Catalogue, Clause, Provenance
from ethicsdiff.report import build_report, summary_lines
from ethicsdiff.report.remarks import notice_text
from tests.report.builders import (
    LANGUAGES,
    Unit,
    aligned,
    clause,
    compared,
    draft_of,
    report_of,
    sample_catalogue,
    sample_draft,
    standard,
)

AT_BLOCK = Location(file="draft.docx", block=3)
AT_LINE = Location(file="draft.md", block=3, line=7)


def report_with(*notices: Notice, language: str = "en") -> Report:
    return build_report(sample_draft(language), sample_catalogue(), compared(), language=language, notices=notices)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "(code x.new)"), ("ru", "(код x.new)"), ("kk", "(коды: x.new)")]
)
def test_an_unknown_notice_is_told(language: str, words: str) -> None:
    assert words in report_with(Notice(code="x.new"), language=language).notices[0]


def test_a_notice_without_its_parameter_is_told_by_its_code() -> None:
    assert "docx.moves" in report_with(Notice(code="docx.moves")).notices[0]


def test_a_warning_says_so_and_names_its_place() -> None:
    notice = Notice(code="docx.hidden-text", severity=Severity.WARNING, location=AT_BLOCK, params=(("count", "2"),))
    assert report_with(notice, language="ru").notices == (
        "Внимание: Прочитаны абзацы со скрытым текстом: 2 (абзац 4 файла).",
    )


def test_a_line_is_named_where_it_is_known() -> None:
    assert notice_text(Notice(code="draft.contents-skipped", location=AT_LINE), "kk") == (
        "Мазмұны салыстырылған жоқ (файлдың 7-жолы)."
    )


@pytest.mark.parametrize(("language", "words"), [("en", "(page 5)"), ("ru", "(страница 5)"), ("kk", "(5-бет)")])
def test_a_page_is_named_where_it_is_known(language: str, words: str) -> None:
    place = Location(file="draft.pdf", block=3, page=5)
    assert words in notice_text(Notice(code="draft.contents-skipped", location=place), language)


def test_equal_notices_share_a_sentence() -> None:
    notices = [Notice(code="draft.contents-skipped", location=Location(file="d", block=n)) for n in range(8)]
    assert report_with(*notices, *notices).notices == (
        "The table of contents was not compared (paragraph 1 of the file, paragraph 2 of the file, "
        "paragraph 3 of the file, paragraph 4 of the file, paragraph 5 of the file and 3 more places).",
    )


def test_notices_of_source_and_caller_are_all_told() -> None:
    draft = draft_of([Unit(id="p", name="1", text="x")], notices=(Notice(code="docx.macros"),))
    report = build_report(draft, sample_catalogue(), compared(), language="en", notices=(Notice(code="docx.signed"),))
    assert len(report.notices) == 2


def test_a_decision_without_its_provision_is_told() -> None:
    report = report_of(aligned("gone", "1"), language="ru")
    told = "Внимание: Для принятого ранее решения больше не найдено места в тексте: п. 1 Образца — Подарки."
    assert report.notices == (told,)
    assert all(not row.findings for row in report.provisions)


def _of_all_provenances() -> list[Clause]:
    return [clause(str(number), provenance=one) for number, one in enumerate(Provenance, 1)]


def test_provenance_counts_how_statements_were_checked() -> None:
    catalogue = Catalogue(standards=(standard(*_of_all_provenances()),), exemplars=(), terms=())
    report = build_report(sample_draft("en"), catalogue, compared(), language="en")
    assert report.provenance == (
        "Sample (2002). Statements in our own words: 6; checked against the official text: 1; "
        "checked against two published sources: 1; checked against one published source: 1; not yet checked: 2; "
        "only the theme known: 1. The official text has not been imported.",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_comment_on_the_title_has_four_to_six_lines(language: str) -> None:
    report = report_of(aligned("p1", "1"), language=language, states={"1": "covered"})
    assert 4 <= len(report.summary_comment) <= 6
    assert report.machine_note in report.summary_comment


def test_comment_on_the_title_stays_short_with_many_standards() -> None:
    themes = tuple(standard(identifier=f"s{number}", themes_only=True) for number in range(5))
    catalogue = Catalogue(standards=(*sample_catalogue().standards, *themes), exemplars=(), terms=())
    report = build_report(sample_draft("en"), catalogue, compared(), language="en")
    assert len(report.summary_comment) == 4


def test_comment_on_the_title_in_russian() -> None:
    lines = report_of(aligned("p1", "1"), language="ru", states={"1": "covered"}).summary_comment
    assert lines[0] == "Сопоставленный проект: draft.docx. Положений: 3; с предложенным пунктом: 1."
    assert lines[1] == "Образец (2002): отражён: 1; отражён частично: 0; ослаблен: 0; противоречие: 0; пробел: 3."
    assert lines[2] == "Темы (2002): известны только темы; затронуто тем: 0 из 2."
    assert lines[-1].startswith("Чтобы ответить, оставьте ответ на примечание")


@pytest.mark.parametrize("language", LANGUAGES)
def test_summary_fits_on_a_screen(language: str) -> None:
    report = report_with(*(Notice(code=f"x.{number}") for number in range(50)), language=language)
    lines = summary_lines(report)
    assert len(lines) == 5
    assert lines[0] == report.subtitle
    assert lines[1].endswith(": 50")
    assert lines[-1] == report.machine_note
