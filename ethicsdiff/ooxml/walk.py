"""The paragraphs of a story in the order in which they are read, through tables, content controls and text boxes.

The same walk numbers the blocks of the reader and finds their elements again for comments: the n-th place in the main
part is block n. Nothing here recurses, so the depth of a file cannot exhaust the stack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ethicsdiff.model.document import TableCell
from ethicsdiff.ooxml.inline import (
    REMOVED,
    SKIPPED,
    Inline,
    Segment,
    joins_next,
    mark_removed,
    read_inline,
    text_segments,
)
from ethicsdiff.ooxml.names import ALTERNATE, Element, chosen, w
from ethicsdiff.ooxml.tables import grid_cells

__all__ = ["Place", "Segment", "paragraph_elements", "places", "text_segments"]

_P, _TABLE, _BODY = w("p"), w("tbl"), w("body")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where a paragraph stands: in which cell, in a text box, in an inserted row, covered by a merged cell."""

    cell: TableCell | None = None
    boxed: bool = False
    inserted: bool = False
    covered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A paragraph as read: the `w:p` whose mark ends it, what stands in it, and where it stands."""

    element: Element
    inline: Inline
    around: Surroundings


def paragraph_elements(root: Element) -> list[Element]:
    """Returns the `w:p` of every block of the main part, in the order of the blocks' ordinals.

    A block into which earlier paragraphs run (their marks being tracked deletions) is given by its last `w:p`.
    """
    return [place.element for place in places(root)]


def places(root: Element) -> Iterator[Place]:
    """Returns the paragraphs under a part's root (only the first body of a document), text boxes after their paragraph.

    Left out are paragraphs that vanish when tracked changes are accepted, and empty ones in cells a merge covers.
    """
    return _Walk().places(root)


_Step = tuple[Element, Surroundings]


class _Walk:
    def __init__(self) -> None:
        self._tables = 0

    def places(self, root: Element) -> Iterator[Place]:
        body = root.find(_BODY)
        stack = [_children(root if body is None else body, Surroundings())]
        while stack:
            step = next(stack[-1], None)
            if step is None:
                stack.pop()
            elif step[0].tag != _P:
                stack += self._inside(*step)
            elif not joins_next(step[0]):
                place = _place(*step)
                stack += [_boxes(place)] if place.inline.boxes else []
                if not _vanishes(place):
                    yield place

    def _inside(self, element: Element, around: Surroundings) -> list[Iterator[_Step]]:
        if element.tag in SKIPPED or element.tag in REMOVED:
            return []
        if element.tag == _TABLE:
            self._tables += 1
            return [_cells(element, self._tables - 1, around)]
        inside = chosen(element) if element.tag == ALTERNATE else element
        return [_children(inside, around)] if inside is not None else []


def _children(element: Element, around: Surroundings) -> Iterator[_Step]:
    return ((child, around) for child in element)


def _place(element: Element, around: Surroundings) -> Place:
    return Place(element=element, inline=read_inline(element), around=around)


def _boxes(place: Place) -> Iterator[_Step]:
    boxed = replace(place.around, boxed=True)
    return ((child, boxed) for box in place.inline.boxes for child in box)


def _vanishes(place: Place) -> bool:
    if place.inline.text:
        return False
    return mark_removed(place.element) or place.around.covered


def _cells(table: Element, number: int, around: Surroundings) -> Iterator[_Step]:
    depth = around.cell.depth + 1 if around.cell else 1
    for cell in grid_cells(table):
        coordinates = TableCell(
            table=number,
            row=cell.row,
            column=cell.column,
            column_span=cell.columns,
            row_span=cell.rows,
            depth=depth,
        )
        covered, inserted = around.covered or cell.covered, around.inserted or cell.inserted
        yield cell.element, Surroundings(cell=coordinates, boxed=around.boxed, inserted=inserted, covered=covered)
