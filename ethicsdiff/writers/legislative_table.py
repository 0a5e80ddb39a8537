"""table.docx: the comparison table of legislative practice, across A4, every changed unit quoted whole on both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from ethicsdiff.model.versions import Piece
from ethicsdiff.model.versions_view import TableRow, VersionsView
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.docx_package import new_document, package_bytes, set_properties
from ethicsdiff.writers.docx_sheet import set_running_lines
from ethicsdiff.writers.docx_xml import Cell, paragraph, row, run, table
from ethicsdiff.writers.lying_page import lying_sheet
from ethicsdiff.writers.tracked_xml import marked

ORDERS: Final = ("current-first", "proposed-first")
FORMS: Final = ("executive", "parliamentary")
_WIDTHS: Final = {
    "executive": {"number": 1.2, "element": 3.9, "current": 7.9, "proposed": 7.9, "justification": 5.8},
    "parliamentary": {"number": 1.2, "element": 3.5, "current": 6.6, "proposed": 6.6, "author": 4.9, "decision": 3.9},
}
# In parliament the text that is amended is itself a draft.
_TITLES: Final = {"parliamentary": {"current": "current_parliament", "proposed": "proposed_parliament"}}
_HEAD_FILL: Final = "E6EBF1"


def write_table(
    view: VersionsView, target: Path, *, form: str = FORMS[0], order: str = ORDERS[0], date: datetime | None = None
) -> None:
    """Writes the comparison table to `target`, whole or not at all; equal input gives equal bytes.

    Args:
        view: what is said, already in words.
        target: the DOCX file to write; an existing one is replaced.
        form: "executive" with a column for the justification, or "parliamentary" with those for its author and the committee's decision.
        order: "current-first", or "proposed-first" as some tables have it.
        date: the date for the document's properties.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(table_bytes(view, form=form, order=order, date=date), target)


def table_bytes(view: VersionsView, *, form: str = FORMS[0], order: str = ORDERS[0], date: datetime | None = None) -> bytes:
    """Returns the comparison table as the bytes of a DOCX file."""
    document = new_document(view.language)
    words = dict(view.words)
    set_running_lines(document, words["table_title"], words)
    sheet = lying_sheet(document)
    sheet.text(words["table_title"], "Title")
    sheet.text(words["table_subtitle"], "Subtitle")
    sheet.text(view.note, "BoxedNote")
    columns = _columns(form, order)
    widths = [_WIDTHS[form][name] for name in columns]
    heads = [words[_TITLES.get(form, {}).get(name, name)] for name in columns]
    titles = [Cell(content=paragraph(run(one, bold=True), "TableHead"), fill=_HEAD_FILL, middle=True) for one in heads]
    head = row(titles, widths, header=True)
    numbers = row([Cell(content=paragraph(run(str(n)), "TableCentreSmall")) for n in range(1, len(columns) + 1)], widths, header=True)
    sheet.add(table([head, numbers, *(row(_cells(one, columns, words), widths) for one in view.table)], widths))
    sheet.close()
    set_properties(document, words["table_title"], view.language, date)
    return package_bytes(document)


def _columns(form: str, order: str) -> list[str]:
    columns = list(_WIDTHS[form])
    if order != ORDERS[0]:
        columns[2:4] = reversed(columns[2:4])
    return columns


def _cells(one: TableRow, columns: Sequence[str], words: Mapping[str, str]) -> list[Cell]:
    reasons = "".join(paragraph(run(text), "TableSmall") for text in one.reasons) or paragraph("")
    cells = {
        "number": paragraph(run(str(one.number)), "TableCentre"),
        "element": paragraph(run(one.element)),
        "current": _text(one.current, words["absent"]),
        "proposed": _text(one.proposed, words["delete"]),
        "justification": reasons,
        "author": reasons,
        "decision": paragraph(""),
    }
    return [Cell(content=cells[name]) for name in columns]


def _text(pieces: Sequence[Piece], nothing: str) -> str:
    """Returns a wording with its changes marked, or the word that says there is none."""
    return paragraph(marked(pieces)) if any(one.text.strip() for one in pieces) else paragraph(run(nothing, bold=True))
