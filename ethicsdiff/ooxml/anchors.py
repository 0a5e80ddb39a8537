"""Where a comment can stand in the main part, and the marks that put it there without touching anything else.

All marks are direct children of a paragraph: inside fields and smart tags LibreOffice loses them. They go in and come
out without moving the white space around them, so that without our marks a document is what it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from ethicsdiff.model.document import Span
from ethicsdiff.ooxml.inline import joined_paragraphs
from ethicsdiff.ooxml.names import ALTERNATE, Element, W, w
from ethicsdiff.ooxml.phrases import child_from, child_up_to
from ethicsdiff.ooxml.walk import Place, places

_P, _PROPERTIES, _CONTROL, _CONTROL_PROPERTIES = w("p"), w("pPr"), w("sdt"), w("sdtPr")
_ID, _NAME = w("id"), w("name")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The paragraphs a comment runs from and to; `moved` says that what it speaks of cannot carry it itself."""

    first: Element
    last: Element
    start: Span
    end: Span
    moved: bool


class Carriers:
    """For each block of the main part, the paragraph that carries a comment on it."""

    def __init__(self, root: Element) -> None:
        found = list(places(root))
        self._own = [place.element for place in found]
        able = [_can_carry(place) for place in found]
        last = able.index(True) if True in able else -1
        self._carrier: list[int] = []
        for ordinal, can in enumerate(able):
            last = ordinal if can else last
            self._carrier.append(last)

    def stretch(self, spans: Sequence[Span]) -> Stretch | None:
        """Returns where a comment on these spans runs, from the first to the last; None where nothing can carry it."""
        inside = [span for span in spans if 0 <= span.block < len(self._own)]
        if not inside or self._carrier[0] < 0:
            return None
        start = min(inside, key=lambda span: (span.block, span.start))
        end = max(inside, key=lambda span: (span.block, span.end))
        first, last = self._carrier[start.block], self._carrier[end.block]
        moved = first != start.block or last != end.block
        return Stretch(self._own[first], self._own[last], start, end, moved)


def _can_carry(place: Place) -> bool:
    """Returns False for text boxes, cells a merge covers, and places that are written twice or refilled from elsewhere.

    Word allows no comments in text boxes, LibreOffice drops those in covered cells, a program that reads the other
    branch of an alternative would lose half of the marks, and Word refills controls bound to data when it opens a file.
    """
    if place.around.boxed or place.around.covered:
        return False
    return not any(above.tag == ALTERNATE or _is_bound(above) for above in place.element.iterancestors())


def _is_bound(element: Element) -> bool:
    properties = element.find(_CONTROL_PROPERTIES) if element.tag == _CONTROL else None
    return properties is not None and any(str(one.tag).endswith("}dataBinding") for one in properties)


def mark(stretch: Stretch, before: Sequence[Element], after: Sequence[Element], *, phrase: bool) -> None:
    """Returns nothing; puts marks around whole paragraphs, or around the runs that hold the words where that is possible."""
    by_words = phrase and not stretch.moved
    first = joined_paragraphs(stretch.first)[0]
    from_child = child_from(stretch.first, stretch.start.start) if by_words else None
    if from_child is not None:
        _insert(stretch.first, stretch.first.index(from_child), before)
    else:
        properties = first.find(_PROPERTIES)
        _insert(first, 0 if properties is None else first.index(properties) + 1, before)
    up_to = child_up_to(stretch.last, stretch.end.end) if by_words else None
    last = stretch.last
    _insert(last, len(last) if up_to is None else last.index(up_to) + 1, after)


def _insert(paragraph: Element, place: int, marks: Iterable[Element]) -> None:
    for offset, one in enumerate(marks):
        paragraph.insert(place + offset, one)


def range_start(comment_id: str) -> Element:
    """Returns the mark where the commented text begins."""
    return _marker("commentRangeStart", {_ID: comment_id})


def range_end(comment_id: str) -> Element:
    """Returns the mark where the commented text ends."""
    return _marker("commentRangeEnd", {_ID: comment_id})


def bookmark(bookmark_id: str, name: str) -> tuple[Element, Element]:
    """Returns the two marks of a bookmark."""
    return _marker("bookmarkStart", {_ID: bookmark_id, _NAME: name}), _marker("bookmarkEnd", {_ID: bookmark_id})


def _marker(name: str, attributes: dict[str, str]) -> Element:
    return etree.Element(w(name), attributes, nsmap={"w": W})


def detach(element: Element) -> None:
    """Returns nothing; takes an element out and leaves the white space after it where it was."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def paragraph_around(element: Element) -> Element | None:
    """Returns the paragraph a mark stands in, or the next one after a mark that stands between paragraphs."""
    for above in element.iterancestors(_P):
        return above
    return next(iter(element.itersiblings(_P)), None)
