"""A document whose every page lies on its side, for tables that are wider than a sheet is."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm

from ethicsdiff.writers.docx_sheet import Sheet


def lying_sheet(document: Document) -> Sheet:
    """Returns an open document of A4 pages across."""
    sheet = Sheet(document)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(1.5)
    return sheet
