"""The remarks table as a Word document to hand round: eight columns on a lying page, conflicts and proposals under the remark."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from ethicsdiff.model.remark_table import RemarkRow, RemarkTable
from ethicsdiff.model.report import Tone
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.docx_package import new_document, package_bytes, set_properties
from ethicsdiff.writers.docx_sheet import Sheet, set_running_lines
from ethicsdiff.writers.docx_xml import Cell, paragraph, row, run, table
from ethicsdiff.writers.tones import LOOKS

_COLUMNS: Final = (
    ("id", 1.3), ("place", 4.1), ("remark", 8.4), ("author", 2.8), ("date", 2.1), ("category", 2.2), ("response", 3.5), ("status", 2.3),
)  # fmt: skip
_WIDTHS: Final = tuple(width for _, width in _COLUMNS)
_HEAD_FILL: Final = "E6EBF1"
_STYLE: Final = "TableSmall"


def write_remarks_docx(remarks: RemarkTable, target: Path, date: datetime | None = None) -> None:
    """Writes the remarks table to `target`, whole or not at all; equal input gives equal bytes.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(remarks_docx_bytes(remarks, date), target)


def remarks_docx_bytes(remarks: RemarkTable, date: datetime | None = None) -> bytes:
    """Returns the remarks table as the bytes of a DOCX file."""
    document = new_document(remarks.language)
    set_running_lines(document, remarks.draft_name, dict(remarks.words))
    sheet = Sheet(document, landscape=True)
    sheet.heading(1, remarks.title)
    for line in remarks.lines:
        sheet.text(line)
    if remarks.rows:
        sheet.add(table([_head(remarks), *(_row(one, dict(remarks.columns)) for one in remarks.rows)], _WIDTHS))
    sheet.close()
    set_properties(document, remarks.title, remarks.language, date)
    return package_bytes(document)


def _head(remarks: RemarkTable) -> str:
    titles = dict(remarks.columns)
    cells = [Cell(content=paragraph(run(titles[name], bold=True), _STYLE), fill=_HEAD_FILL) for name, _ in _COLUMNS]
    return row(cells, _WIDTHS, header=True)


def _row(remark: RemarkRow, titles: dict[str, str]) -> str:
    words = dict(remark.cells)
    fills = {"status": LOOKS[remark.tone].tint, "id": LOOKS[Tone.BAD].tint if words["conflict"] else ""}
    return row([Cell(content=_content(words, name, titles), fill=fills.get(name, "")) for name, _ in _COLUMNS], _WIDTHS)


def _content(cells: dict[str, str], name: str, titles: dict[str, str]) -> str:
    if name == "remark":
        return "".join((
            _lines(cells["about"], italic=True), _lines(cells["remark"]),
            _labelled(cells, "conflict", titles), _labelled(cells, "proposal", titles),
        ))  # fmt: skip
    if name == "author":
        return _lines(cells["author"]) + _lines(cells["source"], italic=True)
    return _lines(cells[name], bold=name == "id")


def _labelled(cells: dict[str, str], name: str, titles: dict[str, str]) -> str:
    text = cells[name]
    return paragraph(run(f"{titles[name]}: ", bold=True) + run(text), _STYLE) if text else ""


def _lines(text: str, *, bold: bool = False, italic: bool = False) -> str:
    return paragraph(run(text, bold=bold, italic=italic), _STYLE) if text else ""
