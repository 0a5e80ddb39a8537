"""A standard as a Word document: title, remarks, and one heading a clause."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ethicsdiff.model.handout import Handout, HandoutEntry
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.docx_package import new_document, package_bytes, set_properties
from ethicsdiff.writers.docx_sheet import Sheet, set_running_lines
from ethicsdiff.writers.docx_xml import paragraph, run


def write_standard(handout: Handout, target: Path, date: datetime | None = None) -> None:
    """Writes a handout to `target`, whole or not at all; equal input gives equal bytes.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(standard_bytes(handout, date), target)


def standard_bytes(handout: Handout, date: datetime | None = None) -> bytes:
    """Returns a handout as the bytes of a DOCX file."""
    document = new_document(handout.language)
    set_running_lines(document, handout.title, dict(handout.words))
    sheet = Sheet(document)
    sheet.text(handout.title, "Title")
    sheet.text(handout.subtitle, "Subtitle")
    for remark in handout.remarks:
        sheet.text(remark)
    for section in handout.sections:
        sheet.heading(1, section.title)
        for entry in section.entries:
            _add(sheet, entry)
    sheet.close()
    set_properties(document, handout.title, handout.language, date)
    return package_bytes(document)


def _add(sheet: Sheet, entry: HandoutEntry) -> None:
    sheet.heading(2, entry.heading)
    for place, (label, text) in enumerate(entry.paragraphs):
        sheet.add(paragraph((run(f"{label}: ", bold=True) if label else "") + run(text), "PointText"))
        for item in entry.items if place == 0 else ():
            sheet.text(item, "AnalysisFinding")
    sheet.text(entry.small, "TableSmall")
