"""Styles of one document taken over into another: known by name, those the other lacks are added beside its own."""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml import etree

from ethicsdiff.ooxml.names import VAL, Element, value, w

_STYLE, _ID, _TYPE, _NAME = w("style"), w("styleId"), w("type"), w("name")
_LINKS = (w("basedOn"), w("next"), w("link"))
_USES = (w("pStyle"), w("rStyle"), w("tblStyle"))
_SIZES = (w("sz"), w("szCs"))
# Text that runs on takes its size from the house; text in tables is set smaller by us.
_FLOWING = frozenset({"Analysis", "AnalysisFinding", "BoxedNote", "AuthorPlace", "DraftName", "TitleLine"})
_BEFORE_INDENT = tuple(map(w, (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd",
    "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi",
    "adjustRightInd", "snapToGrid", "spacing",
)))  # fmt: skip


def taken_over(ours: Element, theirs: Element) -> dict[str, str]:
    """Returns for each style id of ours the id it has in the other document, to whose styles those it lacks by name are added."""
    known = {_key(style): style.get(_ID, "") for style in theirs.iterchildren(_STYLE)}
    used = {style.get(_ID, "") for style in theirs.iterchildren(_STYLE)}
    ids: dict[str, str] = {}
    new: list[Element] = []
    for style in ours.iterchildren(_STYLE):
        own = style.get(_ID, "")
        ids[own] = known.get(_key(style)) or _free(own, used)
        if _key(style) not in known:
            used.add(ids[own])
            new.append(style)
    for style in new:
        theirs.append(_adapted(style, ids))
    return ids


def _key(style: Element) -> tuple[str, str]:
    return style.get(_TYPE, "paragraph"), value(style.find(_NAME)).strip().lower()


def _free(wish: str, used: Iterable[str]) -> str:
    taken = {one.lower() for one in used}
    names = (wish, *(f"{wish}{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name.lower() not in taken)


def _adapted(style: Element, ids: dict[str, str]) -> Element:
    """Returns a copy of a style of ours that stands on the other document's styles without their indents."""
    made = copy.deepcopy(style)
    made.set(_ID, ids[style.get(_ID, "")])
    if made.get(w("default")) is not None:
        del made.attrib[w("default")]
    for link in made.iterchildren(*_LINKS):
        link.set(VAL, ids.get(value(link), value(link)))
    if style.get(_ID) in _FLOWING:
        for size in list(made.iter(*_SIZES)):
            size.getparent().remove(size)  # type: ignore[union-attr]
    if made.get(_TYPE) == "paragraph":
        _without_indent(made)
    return made


def _without_indent(style: Element) -> None:
    """Returns nothing; says that lines begin at the margin, where the style says nothing of it itself."""
    properties = style.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        look = style.find(w("rPr"))
        style.insert(len(style) if look is None else style.index(look), properties)
    if properties.find(w("ind")) is None:
        before = [one for one in properties if one.tag in _BEFORE_INDENT]
        place = properties.index(before[-1]) + 1 if before else 0
        properties.insert(place, etree.Element(w("ind"), {w("left"): "0", w("firstLine"): "0"}))


def restyled(elements: Iterable[Element], ids: dict[str, str]) -> None:
    """Returns nothing; makes every use of a style name the id that the style has in the other document."""
    for element in elements:
        for use in element.iter(*_USES):
            use.set(VAL, ids.get(value(use), value(use)))
