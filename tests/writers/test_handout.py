"""The handout, reopened with python-docx and printed with LibreOffice: never more than two pages."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from ethicsdiff import office
from ethicsdiff.model.report import ClauseRow, Recommendation, Report, Tone
from ethicsdiff.writers.handout import POINTS, handout_bytes, write_handout
from ethicsdiff.writers.handout_room import Room, lines_of, roomy_height, shortened
from ethicsdiff.writers.pdf import printed
from tests.writers.report_builder import HOSTILE, LANGUAGES, build_report, phrases, poison
from tests.writers.report_words import WORDS


def _text(report: Report) -> str:
    document = docx.Document(io.BytesIO(handout_bytes(report)))
    return "\n".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def _crowded(language: str) -> Report:
    """Returns a report with more gaps and longer points than two pages can hold."""
    report, say = build_report(language), phrases(language)
    gap: ClauseRow = next(row for row in report.clauses if row.tone is Tone.GAP)
    clauses = tuple(
        replace(gap, clause=f"{group}.{number}", group=f"{say['group3']} {group}", title=say["text3"])
        for group in range(1, 9)
        for number in range(1, 16)
    )
    point = Recommendation(letter="", text=f"{say['point']} " * 60, refers_to=say["place2"], tone=Tone.BAD)
    points = tuple(replace(point, letter=chr(65 + number)) for number in range(20))
    return replace(report, clauses=clauses, recommendations=points, machine_note=say["note"] * 4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_gaps_and_points_are_on_it(language: str) -> None:
    report, words = build_report(language), WORDS[language]
    text = _text(report)
    for part in (words["handout"], words["handout_gaps"], words["handout_points"], report.machine_note, report.recommendations[0].text):
        assert part in text
    for standard in report.standards:
        assert standard.name in text
    for row in report.clauses:
        if row.tone is Tone.GAP:
            assert row.clause in text


def test_the_first_ten_points_are_shown_and_where_the_others_are() -> None:
    report = _crowded("ru")
    text = _text(report)
    assert f"K–T: {WORDS['ru']['handout_more']}." in text
    table = docx.Document(io.BytesIO(handout_bytes(report))).tables[-1]
    assert [row.cells[0].text for row in table.rows[1:]] == list("ABCDEFGHIJ") and POINTS == 10


def test_texts_are_shortened_at_a_space_and_say_so() -> None:
    text = "word " * 100
    short = shortened(text, 4.0, 3)
    assert short.endswith("word […]") and lines_of(short, 4.0) <= 3 and shortened("word", 4.0, 3) == "word"
    room = Room()
    room.take(room.left() - 12)
    assert all(one.endswith("[…]") for one in room.fitted([text] * 3, 4.0))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_of_each_standard_how_far_its_statements_were_checked(language: str) -> None:
    report = build_report(language)
    lines = tuple(f"{one.name}. {number}" for number, one in enumerate(report.standards))
    text = _text(replace(report, provenance=(*lines, "A remark on the catalogue.")))
    assert lines and all(line in text for line in lines) and "A remark on the catalogue." not in text


def test_equal_reports_give_equal_bytes(tmp_path: Path) -> None:
    date = datetime(2026, 2, 28, tzinfo=UTC)
    write_handout(build_report("kk"), tmp_path / "handout.docx", date)
    assert (tmp_path / "handout.docx").read_bytes() == handout_bytes(build_report("kk"), date)


def test_a_hostile_draft_gives_a_sound_document() -> None:
    report = poison(build_report())
    assert HOSTILE in _text(replace(report, recommendations=(replace(report.recommendations[0], text=HOSTILE),)))


def test_a_report_without_gaps_and_points_has_no_empty_headings() -> None:
    report = replace(build_report(), clauses=(), recommendations=(), figures=())
    text = _text(report)
    assert WORDS["en"]["handout_gaps"] not in text and WORDS["en"]["handout_points"] not in text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_never_takes_more_than_two_pages(language: str) -> None:
    documents = {"small": handout_bytes(build_report(language)), "crowded": handout_bytes(_crowded(language))}
    prints = printed(documents, office.program())
    pages = {name: len(pypdfium2.PdfDocument(data)) for name, data in prints.items()}
    assert pages.keys() == documents.keys() and max(pages.values()) <= 2


def test_points_that_fit_a_page_get_one_of_their_own_with_room_for_notes() -> None:
    assert roomy_height(["Short."] * 10, 11.8) == 1.95 and roomy_height(["Short."] * 5, 11.8) == 2.2
    assert roomy_height(["word " * 60] * 10, 11.8) == 0
    assert roomy_height([], 11.8) == 0
    rows = docx.Document(io.BytesIO(handout_bytes(build_report()))).tables[-1].rows
    assert round((rows[1].height or 0) / 36000) == 22
