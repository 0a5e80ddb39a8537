"""Tables with merged cells, a repeated header row and group rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from word_base import CENTRE, LEFT

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row

ROWS = tuple[tuple[str, ...], ...]
MERGE_UP = "^"
MERGE_LEFT = "<"


def add_table(document: Document, rows: ROWS, widths: tuple[float, ...]) -> None:
    """Appends a bordered table.

    Args:
        document: The document to append to.
        rows: Cell texts; `^` joins the cell above, `<` the cell to the left, and a
            row of one cell is a group row over all columns.
        widths: Column widths in centimetres, one per column.
    """
    columns = max(len(row) for row in rows)
    table = document.add_table(rows=len(rows), cols=columns, style="Table Grid")
    table.autofit = False
    header = header_rows(rows)
    for place, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        _fill(row, texts, strong=place < header or len(texts) < columns)
        _mark(row, "w:cantSplit")
        if place < header:
            _mark(row, "w:tblHeader")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    _merge(table, rows, columns)


def header_rows(rows: ROWS) -> int:
    """Returns how many rows head the table: none in a two-column passport."""
    if len(rows[0]) == 2:
        return 0
    return 2 if len(rows) > 1 and rows[1][0] == MERGE_UP else 1


def _fill(row: _Row, texts: tuple[str, ...], *, strong: bool) -> None:
    for cell, text in zip(row.cells, texts, strict=False):
        if text not in (MERGE_UP, MERGE_LEFT):
            _write(cell, text, strong=strong)


def _write(cell: _Cell, text: str, *, strong: bool) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(text)
    run.font.size = Pt(10)
    if strong:
        run.bold = True
        paragraph.paragraph_format.keep_with_next = True
    paragraph.alignment = CENTRE if strong else LEFT


def _mark(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))


def _merge(table: Table, rows: ROWS, columns: int) -> None:
    for place, texts in enumerate(rows):
        if len(texts) < columns:
            table.cell(place, 0).merge(table.cell(place, columns - 1))
        for column, text in enumerate(texts):
            if text == MERGE_UP:
                table.cell(place - 1, column).merge(table.cell(place, column))
            elif text == MERGE_LEFT:
                table.cell(place, column - 1).merge(table.cell(place, column))
