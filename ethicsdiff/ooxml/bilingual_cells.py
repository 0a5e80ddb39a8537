"""A table in two languages: a column of texts is doubled, other cells take both languages one under the other."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from ethicsdiff.ooxml.names import VAL, Element, w, whole

_ROW, _CELL, _TEXT, _PROPERTIES, _SPAN = w("tr"), w("tc"), w("t"), w("tcPr"), w("gridSpan")
_WIDTH, _GRID, _COLUMN, _ATTRIBUTE = w("tcW"), w("tblGrid"), w("gridCol"), w("w")
_TEXTS = 2


def merged_table(one: Element, other: Element) -> Element:
    """Returns a table with the words of its counterpart; of the same number of rows.

    A table of two columns, the second of them text, gets a third one for the second language.
    """
    columns = one.findall(f"{_GRID}/{_COLUMN}")
    double = len(columns) == _TEXTS
    if double:
        _split(columns[-1])
    for row, guest in zip(one.iterchildren(_ROW), other.iterchildren(_ROW), strict=True):
        pairs = list(_cells(row, guest))
        for position, (cell, counterpart) in enumerate(pairs):
            is_text = double and position == len(pairs) - 1
            if is_text and _span(cell) == 1:
                _put_beside(cell, counterpart)
            else:
                _widen(cell, double=is_text)
                _put_under(cell, counterpart)
    return one


def _cells(row: Element, guest: Element) -> Iterator[tuple[Element, Element]]:
    yield from zip(list(row.iterchildren(_CELL)), list(guest.iterchildren(_CELL)), strict=False)


def _split(column: Element) -> None:
    """Returns nothing; makes two columns of one."""
    half = whole(column.get(_ATTRIBUTE), 0) // 2
    column.set(_ATTRIBUTE, str(half))
    column.addnext(copy.deepcopy(column))


def _span(cell: Element) -> int:
    found = cell.find(f"{_PROPERTIES}/{_SPAN}")
    return whole(found.get(VAL), 1) if found is not None else 1


def _widen(cell: Element, *, double: bool) -> None:
    """Returns nothing; lets a cell that reaches over the doubled column reach over both of its halves."""
    found = cell.find(f"{_PROPERTIES}/{_SPAN}")
    if double and found is not None:
        found.set(VAL, str(_span(cell) + 1))


def _put_beside(cell: Element, counterpart: Element) -> None:
    for one in (cell, counterpart):
        for width in one.findall(f"{_PROPERTIES}/{_WIDTH}"):
            width.set(_ATTRIBUTE, str(whole(width.get(_ATTRIBUTE), 0) // 2))
    cell.addnext(counterpart)


def _put_under(cell: Element, counterpart: Element) -> None:
    """Returns nothing; adds the paragraphs of the second language, unless they say the same (a number, a tag, a quotation)."""
    said = [_words(line) for line in cell]
    for line in list(counterpart):
        if line.tag != _PROPERTIES and _words(line) and _words(line) not in said:
            cell.append(line)


def _words(element: Element) -> str:
    return " ".join("".join(one.text or "" for one in element.iter(_TEXT)).split())
