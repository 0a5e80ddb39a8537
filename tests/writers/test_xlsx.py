"""The workbook, reopened with openpyxl: sheets, order, guards, print set-up, equal bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ethicsdiff.errors import OutputError
from ethicsdiff.model.report import Report
from ethicsdiff.writers.tones import LOOKS
from ethicsdiff.writers.xlsx import write_xlsx, xlsx_bytes
from tests.writers.report_builder import HOSTILE, LANGUAGES, build_report, enlarge, phrases, poison
from tests.writers.report_words import WORDS


def _reopened(report: Report) -> Workbook:
    return load_workbook(io.BytesIO(xlsx_bytes(report)))


def _column(sheet: Worksheet, number: int, top: int = 2) -> list[object]:
    return [sheet.cell(row=row, column=number).value for row in range(top, sheet.max_row + 1)]


def _texts(book: Workbook) -> str:
    return "\n".join(str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_sheets_in_the_language_of_the_report(language: str) -> None:
    words = WORDS[language]
    titles = [words["matrix"], words["col_clauses"], words["col_provisions"], words["remarks"]]
    assert _reopened(build_report(language)).sheetnames == [title[:31].strip() for title in titles]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_clause_and_remark_is_in_it(language: str) -> None:
    report = build_report(language)
    text = _texts(_reopened(report))
    findings = [one for row in report.provisions for one in row.findings]
    for finding in findings:
        assert finding.tag in text and finding.reason in text and finding.citation in text
    for line in (*report.notices, *report.scope):
        assert line in text
    for row in (*report.clauses, *report.themes):
        assert row.citation in text and row.title in text and row.state in text
    assert report.machine_note in text and report.title in text


def test_gaps_come_first_and_themes_last() -> None:
    say = phrases("ru")
    sheet = _reopened(build_report("ru")).worksheets[1]
    assert _column(sheet, 1) == [say["cite4"], say["cite3"], say["cite1"], say["cite2"], say["cite5"]]


def test_a_provision_without_a_clause_has_a_row_with_its_remark() -> None:
    say, words = phrases("kk"), WORDS["kk"]
    sheet = _reopened(build_report("kk")).worksheets[2]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[0] for row in rows] == [say["place1"], say["place1"], say["place2"], say["place3"]]
    assert rows[-1][2] == words["no_clause"] and rows[-1][5] == say["remark"] and rows[-1][10] == say["chapter2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_colour_never_stands_without_words(language: str) -> None:
    tints = {f"00{look.tint}" for look in LOOKS.values()}
    coloured = [
        cell
        for sheet in _reopened(build_report(language)).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb in tints
    ]
    assert coloured and all(cell.value for cell in coloured)
    assert f"1 · {WORDS[language]['filter_contradicts']}" in {cell.value for cell in coloured}


def test_heads_stay_in_view_are_filtered_and_are_repeated_on_paper() -> None:
    book = _reopened(build_report("ru"))
    assert [sheet.freeze_panes for sheet in book.worksheets] == ["C6", "B2", "B2", "B2"]
    assert [sheet.print_title_rows for sheet in book.worksheets] == ["$5:$5", "$1:$1", "$1:$1", "$1:$1"]
    for sheet in book.worksheets:
        assert sheet.auto_filter.ref and sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth == 1 and sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and int(sheet.page_setup.paperSize) == 9
        assert sheet.cell(row=sheet.max_row, column=1).alignment.wrap_text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t="])
def test_words_that_look_like_formulas_are_words(start: str) -> None:
    report = build_report()
    row = replace(report.provisions[0], text=f'{start}HYPERLINK("http://example.org")', place=f"{start}1+1")
    data = xlsx_bytes(replace(report, provisions=(row,)))
    cell = load_workbook(io.BytesIO(data)).worksheets[2].cell(row=2, column=2)
    assert cell.value == row.text and cell.data_type == "s" and cell.quotePrefix
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_a_hostile_draft_gives_a_sound_workbook() -> None:
    book = _reopened(poison(build_report()))
    assert HOSTILE in _texts(book) and "\ufffd" in _texts(book)


def test_a_text_too_long_for_a_cell_says_that_it_is_cut() -> None:
    report = build_report()
    row = replace(report.provisions[0], text="word " * 8000)
    value = _reopened(replace(report, provisions=(row,))).worksheets[2].cell(row=2, column=2).value
    assert len(str(value)) == 32_767 and str(value).endswith(" […]")


def test_kazakh_letters_are_kept_in_a_font_that_has_them() -> None:
    book = _reopened(build_report("kk"))
    assert all(letter in _texts(book) for letter in "әғқңөұүһі")
    assert {cell.font.name for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value} == {"Arial"}
    assert book.properties.language == "kk-KZ"


def test_equal_reports_give_equal_bytes_and_the_date_is_the_one_given() -> None:
    date = datetime(2026, 2, 28, tzinfo=UTC)
    assert xlsx_bytes(build_report("ru"), date) == xlsx_bytes(build_report("ru"), date)
    properties = load_workbook(io.BytesIO(xlsx_bytes(build_report("ru"), date))).properties
    assert properties.created == properties.modified == date.replace(tzinfo=None)


def test_an_empty_report_and_a_thousand_provisions_are_workbooks_too() -> None:
    report = build_report()
    bare = replace(report, provisions=(), clauses=(), themes=(), matrix=(), chapters=(), notices=(), scope=(), provenance=())
    assert len(_reopened(bare).sheetnames) == 4
    assert _reopened(enlarge(report, 1000)).worksheets[2].max_row > 1000


def test_a_missing_folder_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_xlsx(build_report(), tmp_path / "missing" / "coverage.xlsx")
