"""A document of ours put into a user's own Word file as its template: their page setup, headers, footers and styles, our text."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping

from lxml import etree

from ethicsdiff.errors import PackageError
from ethicsdiff.ooxml.edits import Edits, PartKind
from ethicsdiff.ooxml.facts import related_root
from ethicsdiff.ooxml.house_styles import restyled, taken_over
from ethicsdiff.ooxml.names import CORE_PROPERTIES, VAL, Element, R, W, value, w, whole
from ethicsdiff.ooxml.package import Package, changed_package, open_package

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT_TYPE = f"{_TYPE}.document.main+xml"
_EMPTY = '<w:{0} xmlns:w="' + W + '"/>'
_NOTE_LINES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for kind, number in (("separator", -1), ("continuationSeparator", 0))
)
STYLES = PartKind(
    relationship=f"{R}/styles", content_type=f"{_TYPE}.styles+xml", name="styles.xml", empty=_EMPTY.format("styles").encode()
)
NUMBERING = PartKind(
    relationship=f"{R}/numbering", content_type=f"{_TYPE}.numbering+xml", name="numbering.xml", empty=_EMPTY.format("numbering").encode()
)
FOOTNOTES = PartKind(
    relationship=f"{R}/footnotes", content_type=f"{_TYPE}.footnotes+xml", name="footnotes.xml",
    empty=f'<w:footnotes xmlns:w="{W}">{_NOTE_LINES}</w:footnotes>'.encode(),
)  # fmt: skip
_SECOND_STYLES = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_SECTION, _SIZE, _MARGINS = w("sectPr"), w("pgSz"), w("pgMar")
_WIDTHS = (w("gridCol"), w("tcW"), w("tblW"))
_ATTRIBUTE = w("w")


def open_house(package: Package) -> Package:
    """Returns a user's Word file if documents can be made in its style.

    Raises:
        PackageError: it holds macros, which a made document must not carry.
    """
    if "macroenabled" in package.content_type(package.main).lower():
        raise PackageError("a template with macros is not taken.", where=package.file, hint="Save it in Word as .docx or .dotx.")
    return package


def housed(document: bytes, house: Package, language: str) -> bytes:
    """Returns a document in the style of the house: equal inputs give equal bytes.

    Styles are found by their names, those that the house lacks are added; page size, margins, headers and footers are those of the last
    section of the house, turned where a section of ours lies; tables are fitted between its margins. `language` is a tag such as
    "kk-KZ" that the styles are set to. The text of the house itself is left out.

    Raises:
        PackageError: the house is damaged or is no Word document.
    """
    ours, edits = open_package(document, file="document"), Edits(house)
    ids = taken_over(_styles(ours), edits.wanted(house.main, STYLES))
    for mark in edits.wanted(house.main, STYLES).iter(w("lang")):
        mark.set(VAL, language)
    body = _body(ours)
    blocks = [copy.deepcopy(one) for one in body]
    _take_lists(ours, edits, ids)
    _take_notes(ours, edits, ids)
    restyled(blocks, ids)
    _fill(edits, blocks)
    edits.declare(house.main, _DOCUMENT_TYPE)
    replaced, added = edits.result()
    return changed_package(house, replaced | _properties(ours, house) | _second_styles(house, replaced), added)


def _second_styles(house: Package, replaced: Mapping[str, bytes]) -> dict[str, bytes]:
    """Returns our styles for the second part of styles that Word 2010 wrote, because Word wants the two to agree."""
    styles = house.related(house.main, STYLES.relationship)
    return {part: replaced[styles[0]] for part in house.related(house.main, _SECOND_STYLES) if styles and styles[0] in replaced}


def _styles(package: Package) -> Element:
    found = related_root(package, "styles")
    return found if found is not None else etree.Element(w("styles"))


def _body(package: Package) -> Element:
    body = package.root(package.main).find(w("body"))
    return body if body is not None else etree.Element(w("body"))


def _properties(ours: Package, house: Package) -> dict[str, bytes]:
    """Returns our title, language and dates in place of those of the house, where it has a part for them."""
    own, theirs = ours.related("", CORE_PROPERTIES), house.related("", CORE_PROPERTIES)
    return {theirs[0]: ours.read(own[0])} if own and theirs else {}


def _take_lists(ours: Package, edits: Edits, ids: dict[str, str]) -> None:
    """Returns nothing; adds our lists under free numbers and ties the styles that were added to them."""
    source = related_root(ours, "numbering")
    styles = edits.wanted(edits.package.main, STYLES)
    added = [one for one in styles if one.tag == w("style") and one.get(w("styleId")) in _own(ids, ours)]
    uses = [use for style in added for use in style.iter(w("numId"))]
    if source is None or not uses:
        return
    target = edits.wanted(edits.package.main, NUMBERING)
    first = 1 + max((whole(one.get(w("abstractNumId")), 0) for one in target.iter(w("abstractNum"))), default=0)
    shift = 1 + max((whole(one.get(w("numId")), 0) for one in target.iterchildren(w("num"))), default=0)
    for made in _renumbered(source, first, shift):
        restyled([made], ids)
        place = target.findall(w("num")) if made.tag == w("abstractNum") else []
        target.insert(target.index(place[0]) if place else _end(target), made)
    for use in uses:
        use.set(VAL, str(whole(value(use), 0) + shift))


def _end(numbering: Element) -> int:
    """Returns where a further list goes: before what must come last."""
    last = numbering.find(w("numIdMacAtCleanup"))
    return len(numbering) if last is None else numbering.index(last)


def _own(ids: dict[str, str], ours: Package) -> set[str]:
    """Returns the ids, in the house, of our styles that carry a list."""
    return {ids[one.get(w("styleId"), "")] for one in _styles(ours).iter(w("style")) if one.find(f".//{w('numId')}") is not None}


def _renumbered(source: Element, first: int, shift: int) -> Iterator[Element]:
    for one in source.iterchildren(w("abstractNum"), w("num")):
        made = copy.deepcopy(one)
        if made.tag == w("abstractNum"):
            made.set(w("abstractNumId"), str(whole(one.get(w("abstractNumId")), 0) + first))
        else:
            made.set(w("numId"), str(whole(one.get(w("numId")), 0) + shift))
            for base in made.iterchildren(w("abstractNumId")):
                base.set(VAL, str(whole(value(base), 0) + first))
        yield made


def _take_notes(ours: Package, edits: Edits, ids: dict[str, str]) -> None:
    """Returns nothing; puts our footnotes in place of those of the house, whose text is gone; its lines above them stay."""
    source = related_root(ours, "footnotes")
    notes = [one for one in source if one.tag == w("footnote") and one.get(w("type")) is None] if source is not None else []
    if not notes:
        return
    target = edits.wanted(edits.package.main, FOOTNOTES)
    for old in [one for one in target.iterchildren(w("footnote")) if one.get(w("type")) is None]:
        target.remove(old)
    for note in notes:
        made = copy.deepcopy(note)
        restyled([made], ids)
        target.append(made)


def _fill(edits: Edits, blocks: list[Element]) -> None:
    """Returns nothing; puts our blocks in place of the text of the house, each section on its page."""
    body = edits.main().find(w("body"))
    if body is None:
        return
    setup = body.find(_SECTION)
    base = copy.deepcopy(setup) if setup is not None else etree.Element(_SECTION)
    for old in list(body):
        body.remove(old)
    waiting: list[Element] = []
    for block in blocks:
        waiting.append(block)
        own = block if block.tag == _SECTION else block.find(f"{w('pPr')}/{_SECTION}")
        if own is not None:
            page = _page(base, own, first=len(body) == 0)
            _fit(waiting, _room(own), _room(page))
            body.extend(waiting)
            _replace(own, page)
            waiting = []


def _replace(old: Element, new: Element) -> None:
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def _page(base: Element, own: Element, *, first: bool) -> Element:
    """Returns a section of the house for one of ours, turned if ours lies; only the first has a title page and a first number."""
    made = copy.deepcopy(base)
    dropped = {w("type")} if first else {w("type"), w("titlePg"), w("pgNumType")}
    for unwanted in [one for one in made if one.tag in dropped]:
        made.remove(unwanted)
    size = made.find(_SIZE)
    if size is not None and _lies(own) and not _lies(made):
        wide, high = size.get(_ATTRIBUTE, "11906"), size.get(w("h"), "16838")
        size.attrib.update({_ATTRIBUTE: high, w("h"): wide, w("orient"): "landscape"})
    return made


def _lies(section: Element) -> bool:
    size = section.find(_SIZE)
    return size is not None and whole(size.get(_ATTRIBUTE), 0) > whole(size.get(w("h")), 0)


def _room(section: Element) -> int:
    """Returns the width between the margins, 0 where the section does not say it."""
    size, margins = section.find(_SIZE), section.find(_MARGINS)
    if size is None or margins is None:
        return 0
    return whole(size.get(_ATTRIBUTE), 0) - whole(margins.get(w("left")), 0) - whole(margins.get(w("right")), 0)


def _fit(blocks: list[Element], own: int, room: int) -> None:
    """Returns nothing; makes tables as much narrower or wider as the page is."""
    if own <= 0 or room <= 0 or own == room:
        return
    for block in blocks:
        for one in block.iter(*_WIDTHS):
            if one.get(w("type"), "dxa") == "dxa":
                one.set(_ATTRIBUTE, str(round(whole(one.get(_ATTRIBUTE), 0) * room / own)))
