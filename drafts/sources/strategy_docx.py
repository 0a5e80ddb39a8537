"""Writes a strategy as a Word document: headings, measures, tables, a landscape annex."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT, WD_SECTION

from inline import InlineWriter
from source_format import Kind, Source, Unit
from word_base import CENTRE, LEFT, RIGHT, Look, finish, restyle, start
from word_lists import MeasureLists
from word_tables import add_table

if TYPE_CHECKING:
    from docx.document import Document

_HEAD = Look(align=CENTRE, bold=True, before=18, after=12, keep=True, outline=0)
_STYLES = {
    Kind.ADOPT: ("Гриф утверждения", Look(align=RIGHT)),
    Kind.TITLE: ("Title", Look(align=CENTRE, bold=True, before=48, after=24, size=16)),
    Kind.SECTION: ("Heading 1", _HEAD),
    Kind.GOAL: ("Heading 2", replace(_HEAD, align=LEFT, before=12, after=6, outline=1)),
    Kind.TASK: ("Heading 3", replace(_HEAD, align=LEFT, before=6, after=0, outline=2)),
    Kind.TEXT: ("Body Text", Look(first=1.25)),
    Kind.SUBPOINT: ("Мера", Look(first=1.25)),
    Kind.ANNEX: ("Приложение", Look(align=RIGHT, after=12)),
    Kind.ANNEX_TITLE: ("Заголовок приложения", replace(_HEAD, before=0, outline=None)),
}
_WIDTHS: dict[int, tuple[float, ...]] = {
    2: (5.5, 11.0),
    7: (1.2, 7.2, 3.2, 3.2, 3.8, 3.3, 3.3),
    10: (1.0, 3.0, 2.1, 2.7, 1.95, 1.15, 1.15, 1.15, 1.15, 1.15),
}


def write_strategy(source: Source, path: Path) -> None:
    """Writes the strategy; every list of measures begins with 1)."""
    document = start(source)
    for name, look in _STYLES.values():
        restyle(document, name, look)
    measures = MeasureLists(document)
    writer = InlineWriter(document)
    for unit in source.units:
        if unit.kind is Kind.TABLE:
            add_table(document, unit.rows, _WIDTHS[max(len(row) for row in unit.rows)])
        elif unit.kind is Kind.LANDSCAPE:
            _turn(document)
        else:
            _write(document, unit, measures, writer)
    finish(document, path)


def _write(
    document: Document, unit: Unit, measures: MeasureLists, writer: InlineWriter
) -> None:
    style = "List Bullet" if unit.kind is Kind.BULLET else _STYLES[unit.kind][0]
    paragraph = document.add_paragraph(style=style)
    if unit.kind is Kind.TASK:
        measures.begin()
    if unit.kind is Kind.SUBPOINT:
        measures.number(paragraph)
    writer.write(paragraph, unit.text)


def _turn(document: Document) -> None:
    """Starts a landscape section on a new page; header and footer go on."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    width, height = section.page_width, section.page_height
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = height, width
