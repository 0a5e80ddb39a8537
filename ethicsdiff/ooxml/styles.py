"""Styles as far as reading needs them: names, inheritance, outline level, bold, hidden, centred, lists.

Styles are known by their `w:name`, which Word writes in English whatever its language, never by their id ("1" in
Russian Word is "heading 1").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ethicsdiff.ooxml.names import Element, switch, value, w, whole, whole_of

_HEADING_NAME = re.compile(r"(?:heading|заголовок|тақырып)\s*([1-9])")
_BODY_TEXT = 9
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style as written, nothing inherited; None means that the style says nothing about a property."""

    id: str
    name: str
    based_on: str = ""
    default: bool = False
    outline: int | None = None
    centred: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    list_id: str | None = None
    list_level: int | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks after inheritance: style name, outline level (-1 for body text), centred."""

    style: str
    outline: int
    centred: bool


class Styles:
    """The styles of a document, with inheritance resolved on demand and remembered."""

    def __init__(self, styles: dict[str, Style], default: str, bold: bool) -> None:
        self._styles = styles
        self._default = default
        self._bold = bold
        self._chains: dict[str, tuple[Style, ...]] = {}

    def chain(self, style: str) -> tuple[Style, ...]:
        """Returns a style and those it is based on, nearest first; empty for an unknown id, cut where it circles."""
        if style not in self._chains:
            self._chains[style] = self._climb(style)
        return self._chains[style]

    def of_paragraph(self, properties: Element | None) -> str:
        """Returns the id of a paragraph's style: the one it names, or the default paragraph style."""
        named = value(properties.find(w("pStyle"))) if properties is not None else ""
        return named if named in self._styles else self._default

    def look(self, properties: Element | None) -> Look:
        """Returns style name, outline level and centring of a paragraph from its own properties and its styles."""
        chain = self.chain(self.of_paragraph(properties))
        name = chain[0].name if chain else ""
        return Look(name, self._outline(properties, chain), self._centred(properties, chain))

    def bold(self, run: Element | None, paragraph_style: str) -> bool:
        """Returns True if a run with these properties prints bold in a paragraph of that style."""
        direct = switch(run, w("b"))
        if direct is not None:
            return direct
        by_paragraph = self._inherited(paragraph_style, lambda style: style.bold)
        by_run = self._inherited(_run_style(run), lambda style: style.bold)
        return bool(by_paragraph) != bool(by_run) if by_paragraph or by_run else self._bold

    def hidden(self, run: Element | None, paragraph_style: str) -> bool:
        """Returns True if a run with these properties is hidden text in a paragraph of that style."""
        direct = switch(run, w("vanish"))
        if direct is not None:
            return direct
        hidden = self._inherited(_run_style(run), lambda style: style.hidden)
        return bool(hidden or self._inherited(paragraph_style, lambda style: style.hidden))

    def _climb(self, style: str) -> tuple[Style, ...]:
        found: dict[str, Style] = {}
        while style in self._styles and style not in found:
            found[style] = self._styles[style]
            style = found[style].based_on
        return tuple(found.values())

    def _inherited(self, style: str, take: Callable[[Style], _T | None]) -> _T | None:
        return next((taken for one in self.chain(style) if (taken := take(one)) is not None), None)

    def _outline(self, properties: Element | None, chain: tuple[Style, ...]) -> int:
        level = _outline_level(properties)
        for style in chain:
            level = _style_outline(style) if level is None else level
        return level if level is not None and 0 <= level < _BODY_TEXT else -1

    def _centred(self, properties: Element | None, chain: tuple[Style, ...]) -> bool:
        direct = _is_centred(properties)
        if direct is not None:
            return direct
        return bool(next((style.centred for style in chain if style.centred is not None), False))


def read_styles(root: Element | None) -> Styles:
    """Returns the styles of a parsed styles part; an empty set for None, where the document has no such part."""
    if root is None:
        return Styles({}, "", False)
    styles = [_style(element) for element in root.iterchildren(w("style"))]
    default = next((style.id for style in styles if style.default), "")
    run_defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    return Styles({style.id: style for style in styles}, default, bool(switch(run_defaults, w("b"))))


def _style(element: Element) -> Style:
    paragraph, run = element.find(w("pPr")), element.find(w("rPr"))
    numbering = paragraph.find(w("numPr")) if paragraph is not None else None
    is_default = element.get(w("default"), "0") in ("1", "true", "on")
    return Style(
        id=element.get(w("styleId"), ""),
        name=value(element.find(w("name"))).strip().lower(),
        based_on=value(element.find(w("basedOn"))),
        default=is_default and element.get(w("type")) == "paragraph",
        outline=_outline_level(paragraph),
        centred=_is_centred(paragraph),
        bold=switch(run, w("b")),
        hidden=switch(run, w("vanish")),
        list_id=direct_list_id(numbering),
        list_level=direct_list_level(numbering),
    )


def direct_list_id(numbering: Element | None) -> str | None:
    """Returns the list id written in a `w:numPr`, or None where it says none."""
    child = numbering.find(w("numId")) if numbering is not None else None
    return value(child).strip() if child is not None else None


def direct_list_level(numbering: Element | None) -> int | None:
    """Returns the list level (0-based) written in a `w:numPr`, or None where it says none."""
    child = numbering.find(w("ilvl")) if numbering is not None else None
    return whole(value(child), 0) if child is not None else None


def _run_style(run: Element | None) -> str:
    return value(run.find(w("rStyle"))) if run is not None else ""


def _outline_level(properties: Element | None) -> int | None:
    if properties is None or properties.find(w("outlineLvl")) is None:
        return None
    return whole_of(properties, w("outlineLvl"), _BODY_TEXT)


def _style_outline(style: Style) -> int | None:
    named = _HEADING_NAME.fullmatch(style.name)
    return int(named.group(1)) - 1 if style.outline is None and named else style.outline


def _is_centred(properties: Element | None) -> bool | None:
    alignment = properties.find(w("jc")) if properties is not None else None
    return value(alignment) == "center" if alignment is not None else None
