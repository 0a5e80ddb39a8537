"""WordprocessingML as strings: runs, paragraphs and tables, written as text and parsed once, so that it stays fast."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS: Final = re.compile(r"(\n|\t)")
TWIPS_PER_CM: Final = 567
_CHARACTERS_PER_CM: Final = 5.5
_SHORT_ROW_LINES: Final = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: markup of its paragraphs, fill or "", vertical `merge` ("restart" or "continue"), columns spanned."""

    content: str = ""
    fill: str = ""
    merge: str = ""
    span: int = 1
    middle: bool = False


def clean(text: str) -> str:
    """Returns text that may stand in XML: unified line ends, forbidden characters as U+FFFD, markup escaped."""
    return escape(_NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")))


def twips(centimetres: float) -> int:
    """Returns a length in twentieths of a point."""
    return round(centimetres * TWIPS_PER_CM)


def run(
    text: str, *, bold: bool = False, italic: bool = False, strike: bool = False, color: str = "", fill: str = "", language: str = ""
) -> str:
    """Returns a run; `language` is that of words quoted from a draft in another language, never spell-checked."""
    properties = "".join(
        (
            "<w:b/><w:bCs/>" if bold else "",
            "<w:i/><w:iCs/>" if italic else "",
            "<w:strike/>" if strike else "",
            "<w:noProof/>" if language else "",
            f'<w:color w:val="{color}"/>' if color else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "",
            f"<w:lang w:val={quoteattr(language)}/>" if language else "",
        )
    )
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{head}{_text(text)}</w:r>" if text else ""


def _text(text: str) -> str:
    """Returns the inside of a run: text with breaks and tabs as their elements."""
    pieces = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    parts = _BREAKS.split(clean(text))
    return "".join(pieces.get(part) or f'<w:t xml:space="preserve">{part}</w:t>' for part in parts if part)


def field(instruction: str, shown: str) -> str:
    """Returns a field with its cached result, e.g. PAGE."""
    return f"<w:fldSimple w:instr={quoteattr(instruction)}>{run(shown)}</w:fldSimple>"


def complex_field(instruction: str, shown: str, *, dirty: bool = False) -> str:
    """Returns a field made of runs, which may stand inside a hyperlink; `shown` is markup of runs, `dirty` that it is to be computed."""
    code = f'<w:r><w:instrText xml:space="preserve"> {clean(instruction)} </w:instrText></w:r>'
    begin = '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>' if dirty else _field_character("begin")
    return f"{begin}{code}{_field_character('separate')}{shown}{_field_character('end')}"


def _field_character(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def link(anchor: str, content: str) -> str:
    """Returns runs that lead to a bookmark of the same document; without an anchor the runs alone."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>' if anchor else content


def bookmark(name: str, number: int, content: str = "") -> str:
    """Returns a bookmark around runs; `number` is unique in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(content: str, style: str = "TableText", *, keep_next: bool = False) -> str:
    """Returns a paragraph of a style (by id)."""
    keep = "<w:keepNext/>" if keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>{content}</w:p>'


def page_break() -> str:
    """Returns a line that begins a new page."""
    return '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'


def row(cells: Sequence[Cell], widths: Sequence[float], *, header: bool = False, loose: bool = False, height: float = 0) -> str:
    """Returns a table row at least `height` centimetres high; header rows are repeated, short rows stay whole unless they are `loose`."""
    whole = "<w:cantSplit/>" if header or (is_short(cells, widths) and not loose) else ""
    high = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    properties = whole + high + ("<w:tblHeader/>" if header else "")
    head = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{head}{''.join(_cell(cell, width) for cell, width in _placed(cells, widths))}</w:tr>"


def _placed(cells: Sequence[Cell], widths: Sequence[float]) -> list[tuple[Cell, float]]:
    """Returns each cell with its width in centimetres, spans summed."""
    placed, column = [], 0
    for cell in cells:
        placed.append((cell, sum(widths[column : column + cell.span])))
        column += cell.span
    return placed


def is_short(cells: Sequence[Cell], widths: Sequence[float]) -> bool:
    """Returns whether no cell takes so many lines that keeping the row whole would leave half a page empty."""
    lines = (_lines(cell.content, width) for cell, width in _placed(cells, widths) if not cell.merge)
    return max(lines, default=0) <= _SHORT_ROW_LINES


def _lines(content: str, width: float) -> int:
    """Returns a rough count of lines that markup takes in a cell of some centimetres."""
    paragraphs = re.sub(r"<w:br/>", "</w:p>", content).split("</w:p>")
    lengths = (len(re.sub(r"<[^>]*>", "", part)) for part in paragraphs)
    return sum(1 + int(length / (width * _CHARACTERS_PER_CM)) for length in lengths if length)


def _cell(cell: Cell, width: float) -> str:
    merge = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}.get(cell.merge, "")
    properties = "".join(
        (
            f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>',
            f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else "",
            merge,
            f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else "",
            '<w:vAlign w:val="center"/>' if cell.middle else "",
        )
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{cell.content or paragraph('')}</w:tc>"


def table(rows: Sequence[str], widths: Sequence[float], style: str = "ReportTable", alt: str = "") -> str:
    """Returns a table of fixed column widths (centimetres); `alt` says in words what it shows."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    total = sum(twips(width) for width in widths)
    properties = (
        f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
        + (f"<w:tblDescription w:val={quoteattr(_NOT_XML.sub(' ', alt))}/>" if alt else "")
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
