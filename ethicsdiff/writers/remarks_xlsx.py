"""The remarks table as a workbook that an editor works in, and what is read of it when it comes back.

A hidden sheet keeps the cells as they were written, so that what was edited can be told from what changed elsewhere.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ethicsdiff.errors import DraftError
from ethicsdiff.model.remark_table import COLUMNS, EDITABLE, EditedRow, EditedTable, RemarkRow, RemarkTable
from ethicsdiff.model.report import Tone
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.ooxml.guards import check_entries, read_file
from ethicsdiff.writers.xlsx import saved_book, sheet_name
from ethicsdiff.writers.xlsx_sheet import Box, put_table, put_title, set_page

_WIDTHS: Final = {
    "id": 7.0, "place": 28.0, "about": 36.0, "remark": 60.0, "author": 20.0, "date": 17.0, "source": 22.0, "category": 16.0,
    "response": 40.0, "status": 18.0, "conflict": 14.0, "proposal": 40.0, "take": 14.0,
}  # fmt: skip
_KEPT_SHEET: Final = "ethicsdiff"
_MARK: Final = "ethicsdiff/remarks-table/1"
_ADVICE: Final = "Give the remarks.xlsx that ethicsdiff collect wrote, edited and saved as .xlsx."
_UNREADABLE: Final = (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, TypeError, AttributeError, IndexError)


def write_remarks_xlsx(remarks: RemarkTable, target: Path, date: datetime | None = None) -> None:
    """Writes the remarks table as a workbook to `target`, whole or not at all; equal input gives equal bytes.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(remarks_xlsx_bytes(remarks, date), target)


def remarks_xlsx_bytes(remarks: RemarkTable, date: datetime | None = None) -> bytes:
    """Returns the remarks table as the bytes of an XLSX file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet: Worksheet = book.create_sheet(sheet_name(remarks.sheet))
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties()
    lines = (*remarks.lines, remarks.help)
    put_title(sheet, 1, remarks.title, len(COLUMNS), size=14)
    for number, line in enumerate(lines, 2):
        put_title(sheet, number, line, len(COLUMNS), lines=2 if line == remarks.help else 1)
    top = len(lines) + 3
    rows = [[_box(name, text, row) for name, text in row.cells] for row in remarks.rows]
    put_table(sheet, [title for _, title in remarks.columns], [_WIDTHS[name] for name in COLUMNS], rows, top=top)
    _offer(sheet, remarks, top + 1)
    set_page(sheet, remarks.draft_name, (dict(remarks.words)["page"], dict(remarks.words)["page_of"]))
    _keep(book, remarks)
    return saved_book(book, remarks.title, remarks.language, date)


def _box(name: str, text: str, row: RemarkRow) -> Box:
    tones = {"status": row.tone, "conflict": Tone.BAD if text else None}
    return Box(value=text, bold=name == "id", tone=tones.get(name))


def _offer(sheet: Worksheet, remarks: RemarkTable, first: int) -> None:
    """Lets the editor pick a status or a category from a list; other words are still accepted."""
    for name, choices in (("status", remarks.statuses), ("category", remarks.categories), ("take", (remarks.yes,))):
        letter = get_column_letter(COLUMNS.index(name) + 1)
        listed = DataValidation(type="list", formula1='"' + ",".join(choices) + '"', allow_blank=True, showErrorMessage=False)
        listed.add(f"{letter}{first}:{letter}{first + max(len(remarks.rows), 1) + 200}")
        sheet.add_data_validation(listed)


def _keep(book: Workbook, remarks: RemarkTable) -> None:
    sheet: Worksheet = book.create_sheet(_KEPT_SHEET)
    sheet.sheet_state = "hidden"
    table = [["id", *EDITABLE], *([row.number, *(dict(row.cells)[name] for name in EDITABLE)] for row in remarks.rows)]
    head, widths = [_MARK, remarks.language, *[""] * (len(EDITABLE) - 1)], [12.0] * (len(EDITABLE) + 1)
    put_table(sheet, head, widths, [[Box(value=text) for text in row] for row in table])


def read_remarks_xlsx(path: Path, titles: Mapping[str, Mapping[str, str]]) -> EditedTable:
    """Returns the rows of a remarks table that an editor has worked in.

    Args:
        path: the workbook.
        titles: the titles of the columns by language and name, by which the table is found in the workbook.

    Raises:
        DraftError: the file is missing, is no workbook, or holds no remarks table.
    """
    book = _opened(path)
    language, kept = _kept(book)
    for sheet in book.worksheets:
        for number, row in enumerate(sheet.iter_rows(values_only=True, max_row=60), 1):
            shown, named = _named(row, titles)
            if named:
                rows = tuple(_rows(sheet, number + 1, named, kept))
                there = {one.number for one in rows}
                missing = tuple(identifier for identifier in kept if identifier not in there)
                return EditedTable(file=path.name, language=language or shown, rows=rows, missing=missing)
    raise DraftError("there is no table of remarks in this workbook.", where=path.name, hint=_ADVICE)


def _opened(path: Path) -> Any:
    data = read_file(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_entries(archive.infolist(), path.name)
        return load_workbook(io.BytesIO(data))
    except _UNREADABLE as error:
        raise DraftError("this is no workbook that can be read.", where=path.name, hint=_ADVICE) from error


def _kept(book: Any) -> tuple[str, dict[str, tuple[tuple[str, str], ...]]]:
    """Returns the language and the cells as they were written, by id; nothing where the hidden sheet is gone."""
    if _KEPT_SHEET not in book.sheetnames:
        return "", {}
    rows = [[_text(value) for value in row] for row in book[_KEPT_SHEET].iter_rows(values_only=True)]
    if len(rows) < 2 or rows[0][0] != _MARK:
        return "", {}
    names = rows[1]
    return rows[0][1], {row[0]: tuple(zip(names[1:], row[1:], strict=False)) for row in rows[2:] if row[0]}


def _named(row: Sequence[object], titles: Mapping[str, Mapping[str, str]]) -> tuple[str, dict[str, int]]:
    """Returns the language and the places of the columns, if a row is the head of the table; the columns may have been moved."""
    shown = [_text(value).strip().casefold() for value in row]
    for language, names in titles.items():
        found = {name: shown.index(title.casefold()) for name, title in names.items() if title.casefold() in shown}
        if {"id", "remark", "status"} <= found.keys():
            return language, found
    return "", {}


def _rows(sheet: Any, first: int, named: Mapping[str, int], kept: Mapping[str, tuple[tuple[str, str], ...]]) -> Iterator[EditedRow]:
    for row in sheet.iter_rows(values_only=True, min_row=first):
        cells = tuple((name, _text(row[place]) if place < len(row) else "") for name, place in named.items())
        number = dict(cells)["id"].strip()
        if any(text.strip() for _, text in cells):
            yield EditedRow(number=number, cells=cells, before=kept.get(number, ()))


def _text(value: object) -> str:
    """Returns a cell as text; a date as a spreadsheet keeps it becomes an ISO date again."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes").removesuffix("T00:00")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")
