"""A Word document made from a draft that is no Word document, so that comments have something to stand on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from ethicsdiff.model.document import Block, BlockKind, SourceDocument, Span, TableCell
from ethicsdiff.ooxml.comment_text import clean
from ethicsdiff.ooxml.walk import paragraph_elements
from ethicsdiff.writers.docx_package import locale, package_bytes, set_properties

_FONT: Final = "Times New Roman"
_BLACK: Final = RGBColor(0, 0, 0)
_DEEPEST_HEADING: Final = 9
_BULLETS: Final = ("List Bullet", "List Bullet 2", "List Bullet 3")
_INDENT: Final = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainDocument:
    """The package, and for each block of the draft the paragraph it became and the length of the typed number."""

    package: bytes
    places: Mapping[int, tuple[int, int]]

    def span(self, span: Span) -> Span:
        """Returns where a span of the draft stands in the made document; one that has no place there keeps block -1."""
        block, shift = self.places.get(span.block, (-1, 0))
        return Span(block=block, start=span.start + shift, end=span.end + shift)


def plain_docx(source: SourceDocument, date: datetime | None = None) -> PlainDocument:
    """Returns a Word document with the headings, paragraphs, lists and tables of a draft, in the draft's own words.

    List numbers are typed as they stand in the source, because an automatic list might count otherwise.
    """
    document = docx.Document()
    _drop_second_styles(document)
    _set_page(document)
    _set_looks(document, source.languages[0] if source.languages else "")
    set_properties(document, clean(source.title), source.languages[0] if source.languages else "", date)
    made: dict[int, tuple[Paragraph, int]] = {}
    for table, blocks in groupby(source.blocks, key=_table):
        if table is None:
            made |= {block.ordinal: _paragraph(document, block) for block in blocks}
        else:
            made |= _filled_table(document, list(blocks))
    order = {id(element): number for number, element in enumerate(paragraph_elements(document.element))}
    places = {ordinal: (order[id(one._p)], shift) for ordinal, (one, shift) in made.items() if id(one._p) in order}
    return PlainDocument(package=package_bytes(document), places=places)


def _table(block: Block) -> int | None:
    return block.cell.table if block.cell else None


def _drop_second_styles(document: Document) -> None:
    """Leaves out the second part of styles that python-docx starts from: Word wants it to agree with the first, which is changed here."""
    relationships: Any = document.part.rels
    for key in [one for one, row in relationships.items() if row.reltype.endswith("/stylesWithEffects")]:
        del relationships[key]


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)


def _set_looks(document: Document, language: str) -> None:
    tag = locale(language)
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), tag)
    names = ("Normal", *(f"Heading {level}" for level in range(1, _DEEPEST_HEADING + 1)))
    for name in names:
        style: Any = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(12 if name == "Normal" else 13)
        style.font.color.rgb = _BLACK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in [one for one in fonts.attrib if "Theme" in str(one)]:
            del fonts.attrib[attribute]


def _paragraph(document: Document, block: Block) -> tuple[Paragraph, int]:
    """Returns the paragraph made of a block and the length of the number typed before its text."""
    if block.kind == BlockKind.HEADING:
        made = document.add_heading(level=min(max(block.level, 0) + 1, _DEEPEST_HEADING))
        return made, _fill(made, block)
    made = document.add_paragraph(style=_bullet(block))
    if block.kind == BlockKind.LIST_ITEM and block.number:
        made.paragraph_format.left_indent = Cm(_INDENT * max(block.level, 0))
    elif block.style == "quote":
        made.paragraph_format.left_indent = Cm(_INDENT)
    return made, _fill(made, block)


def _bullet(block: Block) -> str | None:
    if block.kind != BlockKind.LIST_ITEM or block.number:
        return None
    return _BULLETS[min(max(block.level, 0), len(_BULLETS) - 1)]


def _fill(paragraph: Paragraph, block: Block) -> int:
    typed = f"{block.number} " if block.number else ""
    run = paragraph.add_run(clean(typed + block.text))
    run.bold = True if block.bold else None
    if block.centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return len(typed)


def _filled_table(document: Document, blocks: Sequence[Block]) -> dict[int, tuple[Paragraph, int]]:
    cells = [block.cell for block in blocks if block.cell]
    top = min(cell.row for cell in cells)
    rows = max(cell.row + cell.row_span for cell in cells) - top
    columns = max(cell.column + cell.column_span for cell in cells)
    table = document.add_table(rows, columns, style="Table Grid")
    grid = [row.cells for row in table.rows]
    filled: dict[tuple[int, int], _Cell] = {}
    made = {}
    for block, cell in zip(blocks, cells, strict=True):
        place = (cell.row - top, cell.column)
        is_new = place not in filled
        target = filled.setdefault(place, _merged(grid, place, cell)) if is_new else filled[place]
        paragraph = target.paragraphs[0] if is_new else target.add_paragraph()
        made[block.ordinal] = (paragraph, _fill(paragraph, block))
    return made


def _merged(grid: Sequence[Sequence[_Cell]], place: tuple[int, int], cell: TableCell) -> _Cell:
    """Returns the table cell a block goes into, widened where it spans rows or columns."""
    row, column = place
    first = grid[row][column]
    if cell.row_span == 1 and cell.column_span == 1:
        return first
    merged: _Cell = first.merge(grid[row + cell.row_span - 1][column + cell.column_span - 1])
    return merged
