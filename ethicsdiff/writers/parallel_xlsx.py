"""parallel.xlsx: the divergences as a list to work through, and all pairs side by side."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ethicsdiff.model.versions_view import ParallelRow, ParallelView, Remark
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.docx_package import UNDATED, locale
from ethicsdiff.writers.xlsx_sheet import Box, Row, put_table, put_title, set_page
from ethicsdiff.writers.zip_bytes import repacked

_CORE: Final = "docProps/core.xml"
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_NOT_IN_A_NAME: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31
_LIST_WIDTHS: Final = (6.0, 18.0, 30.0, 30.0, 48.0, 46.0, 46.0)
_PAIR_WIDTHS: Final = (28.0, 62.0, 28.0, 62.0, 14.0)
_TOP: Final = 5


def write_parallel_xlsx(view: ParallelView, target: Path, date: datetime | None = None) -> None:
    """Writes the workbook to `target`, whole or not at all; equal input gives equal bytes.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(parallel_xlsx_bytes(view, date), target)


def parallel_xlsx_bytes(view: ParallelView, date: datetime | None = None) -> bytes:
    """Returns the workbook as the bytes of an XLSX file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    words = dict(view.words)
    first = _sheet(book, words["divergences"])
    for line, text in enumerate((view.title, view.subtitle, f"{view.note} {view.means}"), 1):
        put_title(first, line, text, len(_LIST_WIDTHS), size=14 if line == 1 else 10, lines=1 + line // 3)
    places = [f"{words['place']}: {name}" for name in (view.left_name, view.right_name)]
    titles = [words["number"], words["kind"], *places, words["remark"], view.left_name, view.right_name]
    put_table(first, titles, _LIST_WIDTHS, _divergences(view), top=_TOP)
    heads = [places[0], view.left_name, places[1], view.right_name, words["number"]]
    put_table(_sheet(book, words["pairs"]), heads, _PAIR_WIDTHS, [_pair(one) for one in view.rows])
    for sheet in book.worksheets:
        set_page(sheet, view.subtitle, (words["page"], words["page_of"]))
    return _saved(book, view, date)


def _sheet(book: Workbook, title: str) -> Worksheet:
    sheet: Worksheet = book.create_sheet(_NOT_IN_A_NAME.sub(" ", title)[:_LONGEST_NAME].strip())
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties()
    return sheet


def _divergences(view: ParallelView) -> list[Row]:
    return [_divergence(one, remark) for one in view.rows for remark in one.remarks]


def _divergence(one: ParallelRow, remark: Remark) -> Row:
    return (
        Box(value=remark.number, centred=True), Box(value=remark.kind, tone=remark.tone, bold=True), Box(value=one.left_place),
        Box(value=one.right_place), Box(value=remark.text), Box(value=one.left or one.left_heading),
        Box(value=one.right or one.right_heading),
    )  # fmt: skip


def _pair(one: ParallelRow) -> Row:
    numbers = ", ".join(str(remark.number) for remark in one.remarks)
    tone = one.tone if one.remarks else None
    return (
        Box(value=one.left_place, bold=one.level < 2), Box(value="\n".join(filter(None, (one.left_heading, one.left)))),
        Box(value=one.right_place, bold=one.level < 2), Box(value="\n".join(filter(None, (one.right_heading, one.right)))),
        Box(value=numbers, tone=tone, centred=True),
    )  # fmt: skip


def _saved(book: Workbook, view: ParallelView, date: datetime | None) -> bytes:
    """Returns the saved workbook, its dates those given: the library itself would write the time of saving."""
    moment = (date or UNDATED).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties: Any = book.properties
    properties.title = view.title[:255]
    properties.creator = properties.lastModifiedBy = "ethicsdiff"
    properties.language, properties.created = locale(view.language), moment
    stream = io.BytesIO()
    book.save(stream)
    saved = stream.getvalue()
    with zipfile.ZipFile(io.BytesIO(saved)) as archive:
        core = archive.read(_CORE)
    dated = _MODIFIED.sub(rb"\g<1>" + f"{moment.isoformat()}Z".encode() + rb"\g<2>", core)
    return repacked(saved, {_CORE: dated})
