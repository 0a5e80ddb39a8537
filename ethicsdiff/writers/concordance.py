"""table.docx of a draft against the standards: across A4, clause by clause (executive) or amendment by amendment (parliamentary)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from ethicsdiff.model.concordance import AmendmentRow, Change, Concordance, ConcordanceRow, Quoted, Stretch
from ethicsdiff.model.report import Tone
from ethicsdiff.writers.docx_package import locale, new_document, package_bytes, set_properties
from ethicsdiff.writers.docx_sheet import LANDSCAPE_WIDTH, set_running_lines
from ethicsdiff.writers.docx_xml import Cell, paragraph, row, run, table
from ethicsdiff.writers.lying_page import lying_sheet
from ethicsdiff.writers.tones import LOOKS

FORMS: Final = ("executive", "parliamentary")
COLUMNS: Final = ("current-first", "proposed-first")
_WIDTHS: Final = {
    "number": 1.2, "clause": 4.0, "standard": 6.6, "draft": 6.6, "mark": 2.5, "justification": 5.8,
    "element": 3.6, "current": 6.0, "proposed": 6.0, "author": 6.1, "decision": 3.8,
}  # fmt: skip
_ORDERS: Final = {
    ("executive", "current-first"): ("number", "clause", "standard", "draft", "mark", "justification"),
    ("executive", "proposed-first"): ("number", "clause", "draft", "standard", "mark", "justification"),
    ("parliamentary", "current-first"): ("number", "element", "current", "proposed", "author", "decision"),
    ("parliamentary", "proposed-first"): ("number", "element", "proposed", "current", "author", "decision"),
}
_HEAD_FILL: Final = "E6EBF1"
_TO_FILL: Final = "FFF3C9"
Words = Mapping[str, str]


def concordance_bytes(told: Concordance, *, form: str = FORMS[0], columns: str = COLUMNS[0], date: datetime | None = None) -> bytes:
    """Returns the table as the bytes of a DOCX file; equal input gives equal bytes.

    Args:
        told: what is said, already in words.
        form: "executive" is clause by clause, "parliamentary" amendment by amendment.
        columns: "current-first", or "proposed-first" for tables that begin with the new wording (in the executive form: with the draft).
        date: the date for the document's properties.
    """
    document = new_document(told.language)
    words = dict(told.words)
    set_running_lines(document, told.title, words)
    sheet = lying_sheet(document)
    sheet.text(told.title, "Title")
    sheet.text(told.subtitle, "Subtitle")
    sheet.text(told.note, "BoxedNote")
    sheet.text(words["legend"], "TableSmall")
    names = _ORDERS[form, columns]
    rows = _clause_rows(told, names, words) if form == FORMS[0] else _amendment_rows(told, names, words)
    sheet.add(_whole_table(rows, names, words, told.title) if rows else paragraph(run(words["nothing"])))
    sheet.close()
    set_properties(document, told.title, told.language, date)
    return package_bytes(document)


def _whole_table(rows: Sequence[str], names: Sequence[str], words: Words, title: str) -> str:
    """Returns the table under a head of titles and a line of column numbers, both repeated on every page."""
    widths = _scaled(names)
    titles = [Cell(content=paragraph(run(words[name], bold=True), "TableHead"), fill=_HEAD_FILL, middle=True) for name in names]
    numbers = [Cell(content=paragraph(run(str(n)), "TableCentreSmall")) for n in range(1, len(names) + 1)]
    return table([row(titles, widths, header=True), row(numbers, widths, header=True), *rows], widths, alt=title)


def _scaled(names: Sequence[str]) -> list[float]:
    """Returns widths that fill the page."""
    total = sum(_WIDTHS[name] for name in names)
    return [_WIDTHS[name] * LANDSCAPE_WIDTH / total for name in names]


def _clause_rows(told: Concordance, names: Sequence[str], words: Words) -> list[str]:
    """Returns the clauses numbered through, under a line with the name of each standard."""
    widths, number, rows = _scaled(names), 0, []
    for standard, members in groupby(told.clauses, key=lambda one: one.standard):
        rows.append(row([Cell(content=paragraph(run(standard, bold=True), keep_next=True), fill=_HEAD_FILL, span=len(names))], widths))
        for one in members:
            number += 1
            cells = _clause_cells(one, number, words)
            rows.append(row([cells[name] for name in names], widths))
    return rows


def _clause_cells(one: ConcordanceRow, number: int, words: Words) -> dict[str, Cell]:
    title = paragraph(run(one.title, italic=True)) if one.title else ""
    origin = paragraph(run(one.origin), "TableSmall") if one.origin else ""
    return {
        "number": Cell(content=paragraph(run(str(number)), "TableCentre")),
        "clause": Cell(content=paragraph(run(one.citation, bold=True)) + title),
        "standard": Cell(content=paragraph(run(one.requirement)) + origin),
        "draft": Cell(content="".join(map(_quotation, one.answers)) or paragraph(run(words["absent"], bold=True))),
        "mark": Cell(content=_marked(one.mark, one.tone), fill=LOOKS[one.tone].tint),
        "justification": Cell(content="".join(paragraph(run(text), "TableSmall") for text in one.reasons)),
    }


def _quotation(one: Quoted) -> str:
    text = run(one.text, language=locale(one.language) if one.language else "")
    return paragraph(run(one.place, bold=True), keep_next=True) + paragraph(text)


def _marked(mark: str, tone: Tone) -> str:
    return paragraph(run(f"{LOOKS[tone].mark} {mark}", bold=True))


def _amendment_rows(told: Concordance, names: Sequence[str], words: Words) -> list[str]:
    widths = _scaled(names)
    lines = (_amendment_cells(one, number, words) for number, one in enumerate(told.amendments, 1))
    return [row([cells[name] for name in names], widths) for cells in lines]


def _amendment_cells(one: AmendmentRow, number: int, words: Words) -> dict[str, Cell]:
    language = locale(one.language) if one.language else ""
    proposed = "".join(paragraph(_stretches(wording, "")) for wording in one.proposed)
    authors = paragraph(run(one.authors, bold=True), "TableSmall") if one.authors else ""
    reasons = "".join(paragraph(run(text), "TableSmall") for text in one.reasons)
    return {
        "number": Cell(content=paragraph(run(str(number)), "TableCentre")),
        "element": Cell(content=paragraph(run(one.element, bold=True)), fill=LOOKS[one.tone].tint),
        "current": Cell(content=paragraph(_stretches(one.current, language) or run(words["absent"], bold=True))),
        "proposed": Cell(content=proposed or paragraph(run(words["place"], italic=True, fill=_TO_FILL))),
        "author": Cell(content=authors + reasons),
        "decision": Cell(),
    }


def _stretches(stretches: Sequence[Stretch], language: str) -> str:
    """Returns a wording with what comes bold and what goes struck out."""
    runs = [
        run(one.text, bold=one.change is Change.ADDED, strike=one.change is Change.DELETED, language=language) for one in stretches
    ]
    return run(" ").join(runs)
