"""Automatic numbering: the multilevel list of a code and the lists of measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from word_base import valued

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

_CODE_LIST = 40
_MEASURE_LIST = 41
_FIRST_NUM = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list; indents in twentieths of a point."""

    text: str
    style: ParagraphStyle | None = None
    form: str = "decimal"
    runs_on: bool = False
    suffix: str = "space"
    left: int = 0
    first: int = 0


def link_code_list(document: Document, levels: tuple[Level, ...]) -> None:
    """Makes one multilevel list and ties each level to its paragraph style."""
    _add_abstract(document, _CODE_LIST, levels)
    _add_num(document, _FIRST_NUM, _CODE_LIST)
    for depth, level in enumerate(levels):
        if level.style is not None:
            properties = level.style.element.get_or_add_pPr()
            _number(properties, _FIRST_NUM, depth)


class MeasureLists:
    """Hands out `1)` lists that all begin with one."""

    def __init__(self, document: Document) -> None:
        """Adds the list definition; the lists themselves come with `begin`."""
        self._document = document
        self._num = _FIRST_NUM
        _add_abstract(document, _MEASURE_LIST, (Level(text="%1)", first=709),))

    def begin(self) -> None:
        """Starts a new list, so that the next measure is 1)."""
        self._num += 1
        _add_num(self._document, self._num, _MEASURE_LIST, restart=True)

    def number(self, paragraph: Paragraph) -> None:
        """Makes the paragraph the next measure of the current list."""
        _number(paragraph._p.get_or_add_pPr(), self._num, 0)


def _number(properties: BaseOxmlElement, num: int, depth: int) -> None:
    """Puts list and level where the schema wants them: after the style and keep marks."""
    numbering = OxmlElement("w:numPr")
    numbering.append(valued("w:ilvl", str(depth)))
    numbering.append(valued("w:numId", str(num)))
    names = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
    before = [qn(f"w:{name}") for name in names]
    place = sum(1 for child in properties if child.tag in before)
    properties.insert(place, numbering)


def _add_abstract(document: Document, ident: int, levels: tuple[Level, ...]) -> None:
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    body = "".join(_level_xml(depth, level) for depth, level in enumerate(levels))
    element = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{ident}">'
        f'<w:multiLevelType w:val="{kind}"/>{body}</w:abstractNum>'
    )
    root = document.part.numbering_part.element
    root.insert(list(root).index(root.findall(qn("w:num"))[0]), element)


def _level_xml(depth: int, level: Level) -> str:
    restart = '<w:lvlRestart w:val="0"/>' if level.runs_on else ""
    style = f'<w:pStyle w:val="{level.style.style_id}"/>' if level.style is not None else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>'
        f'{restart}{style}<w:suff w:val="{level.suffix}"/><w:lvlText w:val="{level.text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{level.left}" '
        f'w:firstLine="{level.first}"/></w:pPr></w:lvl>'
    )


def _add_num(document: Document, num: int, abstract: int, *, restart: bool = False) -> None:
    element = OxmlElement("w:num")
    element.set(qn("w:numId"), str(num))
    element.append(valued("w:abstractNumId", str(abstract)))
    if restart:
        element.append(
            parse_xml(
                f'<w:lvlOverride {nsdecls("w")} w:ilvl="0">'
                '<w:startOverride w:val="1"/></w:lvlOverride>'
            )
        )
    document.part.numbering_part.element.append(element)
