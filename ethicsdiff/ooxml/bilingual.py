"""The same document in two languages made one: paragraphs side by side in columns, tables with both languages in their cells."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from lxml import etree

from ethicsdiff.ooxml.bilingual_cells import merged_table
from ethicsdiff.ooxml.facts import related_root
from ethicsdiff.ooxml.names import VAL, Element, R, W, value, w, whole
from ethicsdiff.ooxml.package import Package, changed_package, open_package

_P, _TABLE, _SECTION, _RUN, _CONTROL = w("p"), w("tbl"), w("sectPr"), w("r"), w("sdt")
_PROPERTIES, _STYLE, _LOOK, _LANGUAGE = w("pPr"), w("pStyle"), w("rPr"), w("lang")
_HEADINGS = frozenset({"Heading1", "Heading2", "Heading3"})
_EMPTY_LINES = frozenset({"Gap", "Spacer"})
_OTHER = "_2"
_SHORT = 900
_ATTRIBUTE = w("w")
Pair = tuple[Element | None, Element | None]


def two_columns(first: bytes, second: bytes, language: str) -> bytes:
    """Returns a document of ours with its counterpart in a second language beside it; equal inputs give equal bytes.

    Both are made by the same writer of the same report. Headings stand in one line, paragraphs in two columns; in tables of texts the
    second language has a column of its own, in other tables it stands under the first. `language` is the tag of the second one.
    """
    one, other = open_package(first, file="first"), open_package(second, file="second")
    root, guest = one.root(one.main), other.root(other.main)
    notes = related_root(one, "footnotes")
    shift = _note_shift(notes)
    _prepare(guest, _highest_bookmark(root), shift, language)
    body, beside = root.find(w("body")), guest.find(w("body"))
    if body is None or beside is None:
        return first
    blocks = list(_joined(list(body), list(beside)))
    for old in list(body):
        body.remove(old)
    body.extend(blocks)
    replaced = {one.main: _written(root)} | _merged_notes(one, other, notes, shift, language) | _running_lines(one, other, language)
    return changed_package(one, replaced, {})


def _written(root: Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _note_shift(notes: Element | None) -> int:
    return max((whole(one.get(w("id")), 0) for one in notes), default=0) if notes is not None else 0


def _highest_bookmark(root: Element) -> int:
    return max((whole(one.get(w("id")), 0) for one in root.iter(w("bookmarkStart"))), default=0)


def _prepare(guest: Element, bookmarks: int, notes: int, language: str) -> None:
    """Returns nothing; gives bookmarks, links and footnotes of the second language names and numbers of their own, its runs their tag."""
    for mark in guest.iter(w("bookmarkStart"), w("bookmarkEnd")):
        mark.set(w("id"), str(whole(mark.get(w("id")), 0) + bookmarks))
    for mark in guest.iter(w("bookmarkStart")):
        mark.set(w("name"), mark.get(w("name"), "") + _OTHER)
    for link in guest.iter(w("hyperlink")):
        link.set(w("anchor"), link.get(w("anchor"), "") + _OTHER)
    for note in guest.iter(w("footnoteReference")):
        note.set(w("id"), str(whole(note.get(w("id")), 0) + notes))
    _tag(guest, language)


def _tag(root: Element, language: str) -> None:
    for run in root.iter(_RUN):
        look = run.find(_LOOK)
        if look is None:
            look = etree.Element(_LOOK)
            run.insert(0, look)
        if look.find(_LANGUAGE) is None:
            etree.SubElement(look, _LANGUAGE, {VAL: language})


def _merged_notes(one: Package, other: Package, notes: Element | None, shift: int, language: str) -> dict[str, bytes]:
    """Returns the part of footnotes with those of the second language after the first's."""
    guest = related_root(other, "footnotes")
    if notes is None or guest is None:
        return {}
    for note in guest.iterchildren(w("footnote")):
        if note.get(w("type")) is None:
            made = copy.deepcopy(note)
            made.set(w("id"), str(whole(note.get(w("id")), 0) + shift))
            _tag(made, language)
            notes.append(made)
    return {one.related(one.main, f"{R}/footnotes")[0]: _written(notes)}


def _running_lines(one: Package, other: Package, language: str) -> dict[str, bytes]:
    """Returns the headers and footers with the words of the second language after the first's, where they differ."""
    kinds = [f"{R}/header", f"{R}/footer"]
    pairs = [pair for kind in kinds for pair in zip(one.related(one.main, kind), other.related(other.main, kind), strict=False)]
    merged = {}
    for part, counterpart in pairs:
        root, guest = one.root(part), other.root(counterpart)
        mine, theirs = root.find(_P), guest.find(_P)
        if mine is not None and theirs is not None and _said(root) != _said(guest):
            _tag(guest, language)
            _append_runs(mine, [child for child in theirs if child.tag != _PROPERTIES])
            merged[part] = _written(root)
    return merged


def _said(root: Element) -> str:
    return "".join(one.text or "" for one in root.iter(w("t")))


def _joined(first: Sequence[Element], second: Sequence[Element]) -> Iterator[Element]:
    """Yields the blocks of the document; paragraphs that follow one another share a table of two columns."""
    rooms = _rooms(first)
    rows: list[Pair] = []
    room = rooms[0] if rooms else 0
    for position, pair in _aligned(first, second):
        if _goes_into_columns(pair):
            rows.append(pair)
            continue
        yield from _columns(rows, room)
        rows, room = [], rooms[min(position, len(rooms) - 1)]
        yield from _block(pair)
    yield from _columns(rows, room)


def _rooms(blocks: Sequence[Element]) -> list[int]:
    """Returns for each block the width between the margins of its section in twentieths of a point."""
    rooms: list[int] = []
    for block in blocks:
        section = block if block.tag == _SECTION else block.find(f"{_PROPERTIES}/{_SECTION}")
        if section is not None:
            rooms += [_room(section)] * (blocks.index(block) + 1 - len(rooms))
    return rooms + [rooms[-1] if rooms else 0] * (len(blocks) - len(rooms))


def _room(section: Element) -> int:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return 0
    return whole(size.get(_ATTRIBUTE), 0) - whole(margins.get(w("left")), 0) - whole(margins.get(w("right")), 0)


def _aligned(first: Sequence[Element], second: Sequence[Element]) -> Iterator[tuple[int, Pair]]:
    """Yields counterparts with the place of the first; a block that the other language does not have stands alone."""
    matcher = SequenceMatcher(None, [_kind(one) for one in first], [_kind(one) for one in second], autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            yield from ((start + n, (first[start + n], second[other_start + n])) for n in range(end - start))
        else:
            yield from ((n, (first[n], None)) for n in range(start, end))
            yield from ((max(start - 1, 0), (None, second[n])) for n in range(other_start, other_end))


def _kind(block: Element) -> str:
    if block.tag == _P and block.find(f"{_PROPERTIES}/{_SECTION}") is not None:
        return "section"
    rows = len(block.findall(w("tr"))) if block.tag == _TABLE else 0
    return f"{block.tag} {_style(block)} {rows}"


def _style(block: Element) -> str:
    return value(block.find(f"{_PROPERTIES}/{_STYLE}")) if block.tag == _P else ""


def _goes_into_columns(pair: Pair) -> bool:
    block = pair[0] if pair[0] is not None else pair[1]
    if block is None or block.tag != _P or _kind(block) == "section":
        return False
    return _style(block) not in _HEADINGS | _EMPTY_LINES


def _block(pair: Pair) -> Iterator[Element]:
    """Yields a heading of both languages, a table of both, or a block that stands alone."""
    one, other = pair
    if one is None or other is None:
        block = one if one is not None else other
        if block is not None and block.tag != _SECTION and _kind(block) != "section":
            yield block
        return
    if one.tag == _TABLE:
        yield merged_table(one, other)
        return
    if one.tag == _CONTROL:
        _join_contents(one, other)
    elif _style(one) in _HEADINGS:
        _append_runs(one, list(other.iter(_RUN)))
    yield one


def _append_runs(paragraph: Element, runs: Sequence[Element]) -> None:
    paragraph.append(_dash())
    paragraph.extend(runs)


def _dash() -> Element:
    run = etree.Element(_RUN, nsmap={"w": W})
    text = etree.SubElement(run, w("t"))
    text.text = " / "
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _join_contents(one: Element, other: Element) -> None:
    """Returns nothing; puts the heading in the second language into each line of the contents, before its page."""
    for line, guest in zip(one.iter(_P), other.iter(_P), strict=False):
        words = [run for run in guest.iter(_RUN) if run.find(w("t")) is not None]
        mine = [run for run in line.iter(_RUN) if run.find(w("t")) is not None]
        parent = mine[-1].getparent() if mine else None
        if words and parent is not None:
            place = parent.index(mine[-1]) + 1
            parent[place:place] = [_dash(), *words]


def _columns(rows: Sequence[Pair], room: int) -> Iterator[Element]:
    """Yields a table without lines with one paragraph of each language in a row."""
    if not rows:
        return
    half = room // 2
    markup = (
        f'<w:tbl xmlns:w="{W}"><w:tblPr><w:tblW w:w="{2 * half}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{half}"/><w:gridCol w:w="{half}"/></w:tblGrid></w:tbl>'
    )
    table = etree.fromstring(markup)
    for pair in rows:
        row = etree.SubElement(table, w("tr"))
        if all(block is None or len(_said(block)) < _SHORT for block in pair):
            etree.SubElement(etree.SubElement(row, w("trPr")), w("cantSplit"))
        for block in pair:
            cell = etree.SubElement(row, w("tc"))
            properties = etree.SubElement(cell, w("tcPr"))
            etree.SubElement(properties, w("tcW"), {_ATTRIBUTE: str(half), w("type"): "dxa"})
            cell.append(block if block is not None else etree.Element(_P))
    yield table
    gap = etree.Element(_P, nsmap={"w": W})
    etree.SubElement(etree.SubElement(gap, _PROPERTIES), _STYLE, {VAL: "Gap"})
    yield gap
