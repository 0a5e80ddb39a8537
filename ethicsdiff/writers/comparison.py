"""The comparison document: one DOCX to hand round, the draft beside the standards and the standards beside it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from ethicsdiff.model.report import Report, Tone
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.comparison_analysis import add_analysis
from ethicsdiff.writers.comparison_overview import add_front, add_opening, add_overview
from ethicsdiff.writers.comparison_points import add_gaps
from ethicsdiff.writers.comparison_tables import Anchors, add_clauses, add_provisions, add_themes
from ethicsdiff.writers.docx_package import new_document, package_bytes, set_properties
from ethicsdiff.writers.docx_sheet import Sheet, set_running_lines
from ethicsdiff.writers.words import words_of

_NUMERALS: Final = ("I", "II", "III", "IV", "V", "VI")


def write_comparison(report: Report, target: Path, date: datetime | None = None) -> None:
    """Writes the comparison document of a report to `target`, whole or not at all; equal input gives equal bytes.

    Args:
        report: What is said, already in words.
        target: The DOCX file to write; an existing one is replaced.
        date: Date and time for the document's properties; without it a fixed one is used.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(comparison_bytes(report, date), target)


def comparison_bytes(report: Report, date: datetime | None = None) -> bytes:
    """Returns the comparison document as the bytes of a DOCX file."""
    document = new_document(report.language)
    words = words_of(report)
    set_running_lines(document, report.draft_name or report.title, words)
    sheet = Sheet(document)
    _add_body(sheet, report, words)
    sheet.close()
    set_properties(document, report.title, report.language, date)
    return package_bytes(document)


def _add_body(sheet: Sheet, report: Report, words: dict[str, str]) -> None:
    anchors = Anchors(report)
    titles = (f"{numeral}." for numeral in _NUMERALS)
    add_front(sheet, report, words)
    add_opening(sheet, report, words, titles)
    add_overview(sheet, report, words, titles)
    if any(row.findings for row in report.provisions):
        add_analysis(sheet, report, words, anchors, f"{next(titles)} {words['analysis_recommendations']}")
    if any(line.tone is Tone.GAP for line in report.clauses):
        add_gaps(sheet, report, words, anchors, f"{next(titles)} {words['gap_list']}")
    if report.themes:
        add_themes(sheet, report, anchors, f"{next(titles)} {words['themes']}")
    if report.provisions or report.clauses:
        sheet.section(landscape=True)
        add_clauses(sheet, report, words, anchors)
        add_provisions(sheet, report, words, anchors)
        sheet.section(landscape=False)
    _add_list(sheet, words["annex_provenance"], report.provenance)
    _add_list(sheet, words["annex_notices"], report.notices)


def _add_list(sheet: Sheet, title: str, lines: tuple[str, ...]) -> None:
    if not any(line.strip() for line in lines):
        return
    sheet.heading(1, title)
    for line in lines:
        sheet.text(line, "ListBullet")
