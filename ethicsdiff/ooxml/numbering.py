"""Automatic list labels as Word shows them.

The rules are those of ECMA-376 part 1, 17.9, and of Microsoft's notes on it. Where LibreOffice differs (it restarts
lists that say they never restart) the standard is followed, because the reader of a draft cites what Word shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ethicsdiff.ooxml.names import ALTERNATE, CHOICE, FALLBACK, Element, switch, value, w, whole, whole_of
from ethicsdiff.ooxml.number_formats import is_known, written
from ethicsdiff.ooxml.styles import Styles, direct_list_id, direct_list_level

LEVELS = 9
_NO_LIST = "0"
_PLACEHOLDER = re.compile(r"%([1-9])")
_CUSTOM = re.compile(r"(0*1), ")
_LONGEST_LINK_CHAIN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: first value, number format, label pattern, and which use of a higher level restarts it."""

    start: int
    format: str
    text: str
    legal: bool
    restart: int | None
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A numbering instance: the abstract list whose counters it shares, its levels, and the starts it overrides."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list: the instance and the level (0-based)."""

    list: str
    level: int


@dataclass(frozen=True, slots=True)
class _Abstract:
    levels: Mapping[int, Level]
    style_link: str
    numbering_style: str


class Numbering:
    """The lists of a document, by instance id."""

    def __init__(self, lists: Mapping[str, List]) -> None:
        self._lists = lists

    def list(self, list_id: str) -> List | None:
        """Returns the instance with that id, or None."""
        return self._lists.get(list_id)

    def item(self, properties: Element | None, styles: Styles) -> Item | None:
        """Returns the place in a list that a paragraph has by its own properties or by its style; None for no list."""
        style = styles.of_paragraph(properties)
        direct = properties.find(w("numPr")) if properties is not None else None
        list_id = direct_list_id(direct)
        if list_id is None:
            list_id = next((one.list_id for one in styles.chain(style) if one.list_id is not None), _NO_LIST)
        found = self._lists.get(list_id)
        if found is None:
            return None
        level = direct_list_level(direct)
        return Item(list_id, _style_level(found, style, styles) if level is None else level)


def _style_level(found: List, style: str, styles: Styles) -> int:
    """Returns the level tied to the style or to one it is based on, else the level the styles say themselves."""
    chain = styles.chain(style)
    for one in chain:
        for number, level in found.levels.items():
            if level.style and level.style == one.id:
                return number
        if one.list_id is not None:
            break
    return next((one.list_level for one in chain if one.list_level is not None), 0)


class Counters:
    """The running counters of one pass through a text; `approximated` collects formats written in decimal instead."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[str, dict[int, int]] = {}
        self._used: set[Item] = set()
        self.approximated: set[str] = set()

    def label(self, item: Item) -> str:
        """Returns the label of the next paragraph at that place and moves the counters on; empty for bullets."""
        found = self._numbering.list(item.list)
        level = found.levels.get(item.level) if found else None
        if found is None or level is None:
            return ""
        values = self._values.setdefault(found.abstract, {})
        values[item.level] = self._next(found, item, values)
        self._use_above(found, item, values)
        for deeper in [one for one in values if one > item.level and _restarts(found.levels.get(one), item.level)]:
            del values[deeper]
        return "" if level.format == "bullet" else self._fill(found, level, item.level, values)

    def _next(self, found: List, item: Item, values: Mapping[int, int]) -> int:
        first = item not in self._used
        self._used.add(item)
        if item.level not in values or (first and item.level in found.starts):
            return _start(found, item.level)
        return values[item.level] + 1

    def _use_above(self, found: List, item: Item, values: dict[int, int]) -> None:
        """Returns nothing; unused higher levels stand at their start, and their next use goes on from there.

        A contract numbered by Word itself shows it: levels starting at 5, 2, 1 print 5.2.1, 5.2.2 and then 5.3.
        """
        for above in range(item.level):
            if above not in values and above in found.levels:
                values[above] = _start(found, above)
                self._used.add(Item(item.list, above))

    def _fill(self, found: List, level: Level, depth: int, values: Mapping[int, int]) -> str:
        def number(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            return self._number(found, place, level.legal, values) if place <= depth else ""

        return _PLACEHOLDER.sub(number, level.text)

    def _number(self, found: List, place: int, legal: bool, values: Mapping[int, int]) -> str:
        level = found.levels.get(place)
        if level is None:
            return ""
        shown = _legal_format(level.format) if legal else level.format
        if not is_known(shown):
            self.approximated.add(shown)
        return written(values[place], shown)


def _start(found: List, level: int) -> int:
    return found.starts.get(level, found.levels[level].start)


def _restarts(deeper: Level | None, used: int) -> bool:
    """Returns True if the use of a higher level sets a deeper one back to its start."""
    if deeper is None or deeper.restart is None:
        return True
    return used < deeper.restart


def _legal_format(name: str) -> str:
    return name if name in ("decimalZero", "none", "bullet") or name.startswith("custom:") else "decimal"


def read_numbering(root: Element | None, styles: Styles) -> Numbering:
    """Returns the lists of a parsed numbering part; no lists for None, where the document has no such part."""
    if root is None:
        return Numbering({})
    abstracts = {one.get(w("abstractNumId"), ""): _abstract(one) for one in root.iterchildren(w("abstractNum"))}
    bases = {
        one.get(w("numId"), ""): value(one.find(w("abstractNumId"))).strip() for one in root.iterchildren(w("num"))
    }
    lists = {}
    for one in root.iterchildren(w("num")):
        list_id = one.get(w("numId"), "")
        base = _resolved(bases[list_id], abstracts, bases, styles)
        if list_id != _NO_LIST and base in abstracts:
            lists[list_id] = _list(one, base, abstracts[base])
    return Numbering(lists)


def _abstract(element: Element) -> _Abstract:
    levels = {number: _level(one) for number, one in _numbered(element, w("lvl"))}
    style_link, numbering_style = element.find(w("styleLink")), element.find(w("numStyleLink"))
    return _Abstract(levels, value(style_link), value(numbering_style))


def _numbered(parent: Element, name: str) -> Iterator[tuple[int, Element]]:
    for child in parent.iterchildren(name):
        number = whole(child.get(w("ilvl")), -1)
        if 0 <= number < LEVELS:
            yield number, child


def _level(element: Element) -> Level:
    return Level(
        start=whole_of(element, w("start"), 0),
        format=_format(element),
        text=value(element.find(w("lvlText"))),
        legal=bool(switch(element, w("isLgl"))),
        restart=_restart(element),
        style=value(element.find(w("pStyle"))),
    )


def _restart(element: Element) -> int | None:
    if element.find(w("lvlRestart")) is None:
        return None
    return whole_of(element, w("lvlRestart"), 0)


def _format(element: Element) -> str:
    """Returns the number format, which newer Word versions may wrap in alternate content to say a padded decimal."""
    plain = element.find(w("numFmt"))
    if plain is not None:
        return _format_name(plain)
    for branch in (CHOICE, FALLBACK):
        wrapped = element.find(f"{ALTERNATE}/{branch}/{w('numFmt')}")
        if wrapped is not None and (branch == FALLBACK or _format_name(wrapped) != "custom"):
            return _format_name(wrapped)
    return "decimal"


def _format_name(element: Element) -> str:
    name = value(element, "decimal")
    padded = _CUSTOM.match(element.get(w("format"), "")) if name == "custom" else None
    return f"custom:{padded.group(1)}" if padded else name


def _resolved(base: str, abstracts: Mapping[str, _Abstract], bases: Mapping[str, str], styles: Styles) -> str:
    """Returns the abstract list that holds the levels, following links to numbering styles."""
    for _ in range(_LONGEST_LINK_CHAIN):
        abstract = abstracts.get(base)
        if abstract is None or not abstract.numbering_style or abstract.levels:
            return base
        base = _linked(abstract.numbering_style, abstracts, bases, styles)
    return base


def _linked(style: str, abstracts: Mapping[str, _Abstract], bases: Mapping[str, str], styles: Styles) -> str:
    list_id = next((one.list_id for one in styles.chain(style) if one.list_id is not None), "")
    if list_id in bases:
        return bases[list_id]
    return next((base for base, abstract in abstracts.items() if abstract.style_link == style), "")


def _list(element: Element, base: str, abstract: _Abstract) -> List:
    levels, starts = dict(abstract.levels), {}
    for number, override in _numbered(element, w("lvlOverride")):
        own = override.find(w("lvl"))
        if own is not None:
            levels[number] = _overriding(own, levels.get(number))
        if override.find(w("startOverride")) is not None:
            starts[number] = whole_of(override, w("startOverride"), 0)
    return List(abstract=base, levels=levels, starts={k: v for k, v in starts.items() if k in levels})


def _overriding(own: Element, base: Level | None) -> Level:
    """Returns the level an instance puts in place of the list's own; Word ignores a restart rule written there."""
    return replace(_level(own), restart=base.restart if base else None)
