"""Where marks stand in the text of a main part: the block and the offset of comments, bookmarks and rejected changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ethicsdiff.model.document import Span
from ethicsdiff.ooxml.names import Element, w
from ethicsdiff.ooxml.original import CHANGE_MARK, RawChange, changes_in, number_of
from ethicsdiff.ooxml.walk import places

_P, _ID, _NAME = w("p"), w("id"), w("name")
_COMMENT_START, _COMMENT_END, _REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
Point = tuple[int, int]
_MOST_BLOCKS = 40


@dataclass(slots=True)
class Marks:
    """Points (block, offset) by the id of a comment, the name of a bookmark, the number of a change, the kind and id of a note."""

    starts: dict[str, Point] = field(default_factory=dict)
    ends: dict[str, Point] = field(default_factory=dict)
    references: dict[str, Point] = field(default_factory=dict)
    bookmarks: dict[str, tuple[Point, Point]] = field(default_factory=dict)
    changes: dict[int, Point] = field(default_factory=dict)
    notes: dict[tuple[str, str], Point] = field(default_factory=dict)
    lengths: list[int] = field(default_factory=list)

    def comment(self, identifier: str) -> tuple[Span, ...]:
        """Returns the stretches a comment stands on; a comment without a range stands at its reference."""
        point = self.references.get(identifier)
        start, end = self.starts.get(identifier, point), self.ends.get(identifier, point)
        return self.spans(start or end, end or start)

    def spans(self, start: Point | None, end: Point | None) -> tuple[Span, ...]:
        """Returns a stretch for each of the first blocks from one point to another, and the last; none where there is no point."""
        if start is None or end is None:
            return ()
        last = max(start, end)
        blocks = [*range(start[0], min(last[0], start[0] + _MOST_BLOCKS)), last[0]]
        return tuple(
            Span(block=block, start=start[1] if block == start[0] else 0, end=last[1] if block == last[0] else self.lengths[block])
            for block in blocks
        )


def marks_of(root: Element) -> Marks:
    """Returns where the marks of a main part stand; the blocks are those of `walk.places`, the offsets those of their texts."""
    marks, open_bookmarks = Marks(), {}
    for element, point in _points(root, marks):
        identifier = element.get(_ID, "")
        if element.tag == _COMMENT_START:
            marks.starts[identifier] = point
        elif element.tag == _COMMENT_END:
            marks.ends[identifier] = point
        elif element.tag == _REFERENCE:
            marks.references[identifier] = point
        elif element.tag == _START:
            open_bookmarks[identifier] = element.get(_NAME, "")
            marks.bookmarks.setdefault(element.get(_NAME, ""), (point, point))
        elif element.tag == _END and identifier in open_bookmarks:
            name = open_bookmarks[identifier]
            marks.bookmarks[name] = (marks.bookmarks[name][0], point)
        elif element.tag in NOTES:
            marks.notes[NOTES[str(element.tag)], identifier] = point
        elif element.tag == CHANGE_MARK:
            marks.changes[number_of(element)] = point
    return marks


def place_aside(marks: Marks, kind: str, root: Element, changes: list[RawChange]) -> None:
    """Returns nothing; puts comments and tracked changes of notes where the text refers to the note; those of margins have no place.

    Args:
        marks: the marks of the main part, which are added to.
        kind: "footnote", "endnote", "header" or "footer".
        root: the root of the part.
        changes: the tracked changes of the file, which are added to.
    """
    for story in root.iterchildren(w(kind)) if kind in NOTES.values() else (root,):
        point = marks.notes.get((kind, story.get(_ID, "")))
        for change in changes_in(story):
            changes.append(change)
            marks.changes |= {len(changes) - 1: point} if point is not None else {}
        for mark in story.iter(_COMMENT_START, _REFERENCE) if point is not None else ():
            marks.references.setdefault(mark.get(_ID, ""), point)  # type: ignore[arg-type]


def _points(root: Element, marks: Marks) -> Iterator[tuple[Element, Point]]:
    """Yields every mark with its point; one between two paragraphs belongs to the next if it begins something, else to the one before."""
    blocks: dict[Element, int] = {}
    ends: dict[Element, Point] = {}
    for ordinal, place in enumerate(places(root)):
        blocks[place.element] = ordinal
        marks.lengths.append(len(place.inline.text))
        ends.update({one.element: (ordinal, one.end) for one in place.inline.segments})
    waiting: list[Element] = []
    reached: dict[int, int] = {}
    last = 0
    for element in root.iter():
        if element in ends:
            last, offset = ends[element]
            reached[last] = offset
        elif element in blocks:
            last = blocks[element]
            yield from ((one, (last, 0)) for one in waiting)
            waiting.clear()
        elif element.tag in _MARKS:
            block = _block_around(element, blocks)
            if block is not None:
                yield element, (block, reached.get(block, 0))
            elif element.tag in _BEGINNING:
                waiting.append(element)
            elif marks.lengths:
                yield element, (last, marks.lengths[last])


_MARKS = frozenset({_COMMENT_START, _COMMENT_END, _REFERENCE, _START, _END, CHANGE_MARK, *NOTES})
_BEGINNING = frozenset({_COMMENT_START, _START})


def _block_around(element: Element, blocks: Mapping[Element, int]) -> int | None:
    return next((blocks[above] for above in element.iterancestors(_P) if above in blocks), None)
