"""Writes a code of ethics as a Word document, with automatic or typed numbers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inline import InlineWriter, accepted
from source_format import Kind, Source, Unit
from word_base import (
    CENTRE,
    LEFT,
    RIGHT,
    Look,
    finish,
    restyle,
    shape,
    start,
    wrap_in_control,
)
from word_lists import Level, link_code_list
from word_tables import add_table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

_GIFT_WIDTHS = (1.2, 3.4, 3.4, 2.6, 2.7, 3.2)
_LOOKS = {
    Kind.ADOPT: Look(align=CENTRE),
    Kind.TITLE: Look(align=CENTRE, bold=True, before=24, after=18, size=16),
    Kind.PREAMBLE: Look(align=CENTRE, bold=True, after=6, keep=True),
    Kind.LEAD: Look(first=1.25),
    Kind.RECITAL: Look(first=1.25),
    Kind.CLOSING: Look(first=1.25),
    Kind.CHAPTER: Look(align=CENTRE, bold=True, before=18, after=12, keep=True, outline=0),
    Kind.ARTICLE: Look(
        align=LEFT, bold=True, first=1.25, before=12, after=6, keep=True, outline=1
    ),
    Kind.POINT: Look(first=1.25),
    Kind.SUBPOINT: Look(first=1.25),
    Kind.LETTER: Look(first=1.25, left=0.75),
    Kind.TEXT: Look(first=1.25),
    Kind.ANNEX: Look(align=RIGHT, after=12, new_page=True),
    Kind.ANNEX_TITLE: Look(align=CENTRE, bold=True, after=12),
}
_STYLES = {
    "ru": {
        Kind.ADOPT: "Гриф принятия",
        Kind.TITLE: "Title",
        Kind.PREAMBLE: "Заголовок преамбулы",
        Kind.LEAD: "Преамбула",
        Kind.RECITAL: "Преамбула",
        Kind.CLOSING: "Преамбула",
        Kind.CHAPTER: "Heading 1",
        Kind.ARTICLE: "Heading 2",
        Kind.POINT: "Пункт",
        Kind.SUBPOINT: "Подпункт",
        Kind.LETTER: "Подпункт буквенный",
        Kind.TEXT: "Body Text",
        Kind.ANNEX: "Приложение",
        Kind.ANNEX_TITLE: "Заголовок приложения",
    },
    "en": {
        Kind.ADOPT: "Subtitle",
        Kind.TITLE: "Title",
        Kind.CHAPTER: "Heading 1",
        Kind.ARTICLE: "Heading 2",
        Kind.TEXT: "Body Text",
    },
    "kk": {},
}


def write_code(source: Source, path: Path) -> None:
    """Writes a Russian code with automatic numbers, any other with typed ones."""
    document = start(source)
    automatic = source.language == "ru"
    styles = {
        kind: restyle(document, name, _LOOKS[kind])
        for kind, name in _STYLES[source.language].items()
    }
    if automatic:
        link_code_list(document, _levels(styles))
    writer = InlineWriter(document)
    for unit in source.units:
        if unit.kind is Kind.TABLE:
            add_table(document, unit.rows, _GIFT_WIDTHS)
        else:
            paragraph = _paragraph(document, unit, styles.get(unit.kind))
            writer.write(paragraph, _words(unit, automatic=automatic))
            if unit.kind not in styles:
                _embolden(paragraph, unit.kind)
            if unit.control and automatic:
                wrap_in_control(paragraph, unit.control)
    finish(document, path)


def _levels(styles: dict[Kind, ParagraphStyle]) -> tuple[Level, ...]:
    return (
        Level(text="Глава %1.", style=styles[Kind.CHAPTER]),
        Level(text="Статья %2.", style=styles[Kind.ARTICLE], runs_on=True, first=709),
        Level(text="%3.", style=styles[Kind.POINT], first=709),
        Level(text="%4)", style=styles[Kind.SUBPOINT], first=709),
        Level(
            text="%5)", style=styles[Kind.LETTER], form="russianLower", left=425, first=709,
        ),
    )


def _words(unit: Unit, *, automatic: bool) -> str:
    if automatic:
        return unit.text
    return f"{unit.label} {accepted(unit.text)}".strip()


def _paragraph(document: Document, unit: Unit, style: ParagraphStyle | None) -> Paragraph:
    """Returns a new paragraph in the style, or shaped by hand where there is none."""
    paragraph = document.add_paragraph(style=style)
    if style is None:
        shape(paragraph.paragraph_format, _LOOKS[unit.kind])
    return paragraph


def _embolden(paragraph: Paragraph, kind: Kind) -> None:
    if _LOOKS[kind].bold:
        for run in paragraph.runs:
            run.bold = True
