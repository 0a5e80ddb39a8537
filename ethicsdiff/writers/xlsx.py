"""The coverage as a workbook: matrix, clauses with the gaps first, provisions with their findings, remarks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ethicsdiff.model.report import Report
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.docx_package import UNDATED, locale
from ethicsdiff.writers.words import words_of
from ethicsdiff.writers.xlsx_sheet import put_table, put_title, set_page
from ethicsdiff.writers.xlsx_tables import CLAUSE_COLUMNS, FINDING_COLUMNS, clause_rows, finding_rows, matrix_rows, remark_rows
from ethicsdiff.writers.zip_bytes import repacked

_CORE: Final = "docProps/core.xml"
_NOT_IN_A_NAME: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31
_NAME_WIDTH: Final = 34.0
_CHAPTER_WIDTH: Final = 20.0
_REMARK_WIDTHS: Final = (34.0, 120.0)
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def write_xlsx(report: Report, target: Path, date: datetime | None = None) -> None:
    """Writes the workbook of a report to `target`, whole or not at all; equal input gives equal bytes.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(xlsx_bytes(report, date), target)


def xlsx_bytes(report: Report, date: datetime | None = None) -> bytes:
    """Returns the workbook of a report as the bytes of an XLSX file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    words = words_of(report)
    _add_matrix(_sheet(book, words["matrix"]), report, words)
    rows = clause_rows(report, words)
    put_table(_sheet(book, words["col_clauses"]), _titles(CLAUSE_COLUMNS, words), _widths(CLAUSE_COLUMNS), rows)
    found = finding_rows(report, words)
    put_table(_sheet(book, words["col_provisions"]), _titles(FINDING_COLUMNS, words), _widths(FINDING_COLUMNS), found)
    heads = (words["remarks"], words["col_text"])
    put_table(_sheet(book, words["remarks"]), heads, _REMARK_WIDTHS, remark_rows(report, words))
    for sheet in book.worksheets:
        set_page(sheet, report.draft_name or report.title, (words["page"], words["page_of"]))
    return saved_book(book, report.title, report.language, date)


def _sheet(book: Workbook, title: str) -> Worksheet:
    """Returns a new sheet."""
    sheet: Worksheet = book.create_sheet(sheet_name(title))
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties()
    return sheet


def sheet_name(title: str) -> str:
    """Returns a title as the name of a sheet: at most 31 characters long, without those that a spreadsheet keeps for itself."""
    return _NOT_IN_A_NAME.sub(" ", title)[:_LONGEST_NAME].strip()


def _titles(columns: Iterable[tuple[str, float]], words: Mapping[str, str]) -> list[str]:
    return [words[key] for key, _ in columns]


def _widths(columns: Iterable[tuple[str, float]]) -> list[float]:
    return [width for _, width in columns]


def _add_matrix(sheet: Worksheet, report: Report, words: Mapping[str, str]) -> None:
    """Fills the first sheet: what was compared, that these are proposals, and groups of clauses by chapter."""
    columns = 2 + len(report.chapters)
    put_title(sheet, 1, report.title, columns, size=14, lines=2)
    put_title(sheet, 2, report.subtitle, columns, lines=2)
    put_title(sheet, 3, report.machine_note, columns, lines=3)
    titles = [words["standard"], words["col_group"], *report.chapters]
    widths = [_NAME_WIDTH] * 2 + [_CHAPTER_WIDTH] * len(report.chapters)
    put_table(sheet, titles, widths, matrix_rows(report, words), top=5)
    sheet.freeze_panes = "C6"


def saved_book(book: Workbook, title: str, language: str, date: datetime | None) -> bytes:
    """Returns the saved workbook, its dates those given: the library itself would write the time of saving."""
    moment = (date or UNDATED).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties: Any = book.properties
    properties.title = _one_line(title)
    properties.creator = properties.lastModifiedBy = "ethicsdiff"
    properties.language = locale(language)
    properties.created = moment
    stream = io.BytesIO()
    book.save(stream)
    saved = stream.getvalue()
    return repacked(saved, {_CORE: _dated(saved, moment)})


def _dated(saved: bytes, moment: datetime) -> bytes:
    """Returns the properties of a saved workbook with the date of change that was asked for."""
    with zipfile.ZipFile(io.BytesIO(saved)) as archive:
        core = archive.read(_CORE)
    return _MODIFIED.sub(rb"\g<1>" + f"{moment.isoformat()}Z".encode() + rb"\g<2>", core)


def _one_line(text: str) -> str:
    """Returns text for a property: without control characters, and no longer than spreadsheets show."""
    return "".join(letter for letter in text if letter.isprintable())[:255]
