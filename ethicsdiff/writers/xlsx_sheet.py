"""One sheet of a workbook: a head that stays in view, filters, wrapped text, and A4 pages as wide as the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ethicsdiff.model.report import Tone
from ethicsdiff.writers.tones import LOOKS

_FONT: Final = "Arial"
_SIZE: Final = 10
_HEAD_FILL: Final = "E6EBF1"
_LINE: Final = Side(style="thin", color="B9C0C8")
_BORDER: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_NOT_XML: Final = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_LONGEST: Final = 32_767
_CUT: Final = " […]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One cell: its text or number, the colour that its words carry too, and how it stands out."""

    value: str | int = ""
    tone: Tone | None = None
    bold: bool = False
    centred: bool = False


Row = Sequence[Box]


def put_title(sheet: Worksheet, number: int, text: str, columns: int, *, size: int = _SIZE, lines: int = 1) -> None:
    """Writes one line across the table, in a row of a fixed height because spreadsheets do not measure merged cells."""
    cell = sheet.cell(row=number, column=1)
    _set(cell, text)
    cell.font = Font(name=_FONT, size=size, bold=size > _SIZE)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=max(columns, 2))
    sheet.row_dimensions[number].height = (size + 4) * lines


def put_table(sheet: Worksheet, titles: Sequence[str], widths: Sequence[float], rows: Sequence[Row], *, top: int = 1) -> None:
    """Writes a table with its head at row `top`, which stays in view, filters, and is repeated on every printed page."""
    for column, (title, width) in enumerate(zip(titles, widths, strict=True), 1):
        _put_head(sheet.cell(row=top, column=column), title)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(rows, top + 1):
        for column, box in enumerate(row, 1):
            _put(sheet.cell(row=number, column=column), box)
    last = f"{get_column_letter(len(titles))}{top + max(len(rows), 1)}"
    sheet.auto_filter.ref = f"A{top}:{last}"
    sheet.freeze_panes = f"B{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"


def _put_head(cell: Cell | Any, title: str) -> None:
    _set(cell, title)
    cell.font = Font(name=_FONT, size=_SIZE, bold=True)
    cell.fill = PatternFill("solid", fgColor=_HEAD_FILL)
    cell.border = _BORDER
    cell.alignment = Alignment(wrap_text=True, vertical="center")


def _put(cell: Cell | Any, box: Box) -> None:
    _set(cell, box.value)
    cell.font = Font(name=_FONT, size=_SIZE, bold=box.bold)
    cell.border = _BORDER
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center" if box.centred else None)
    if box.tone is not None:
        cell.fill = PatternFill("solid", fgColor=LOOKS[box.tone].tint)


def _set(cell: Cell | Any, value: str | int) -> None:
    """Sets a value; words that a spreadsheet would take for a formula are marked as words."""
    if isinstance(value, int):
        cell.value = value
        return
    text = _NOT_XML.sub("\ufffd", value.replace("\r\n", "\n"))
    cell.value = text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT
    if text.startswith(_FORMULA_STARTS):
        cell.data_type = "s"
        cell.quotePrefix = True


def set_page(sheet: Worksheet, header: str, words: tuple[str, str]) -> None:
    """Sets A4 across, one page wide, with a running header and "page X of Y"; `words` are "page" and "of"."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.oddHeader.right.text = _NOT_XML.sub("\ufffd", header).replace("&", "&&")[:200]
    sheet.oddFooter.center.text = f"{words[0]} &P {words[1]} &N"
