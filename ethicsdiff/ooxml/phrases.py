"""The runs that hold a phrase. Comments stand on whole runs; only a tracked change of words cuts one in two."""

from __future__ import annotations

import copy

from ethicsdiff.ooxml.comment_text import XML_SPACE
from ethicsdiff.ooxml.inline import Segment, joined_paragraphs, text_segments
from ethicsdiff.ooxml.names import Element, w

_RUN, _LOOK, _FIELD, _FIELD_KIND = w("r"), w("rPr"), w("fldChar"), w("fldCharType")
_PLAIN = frozenset(
    map(w, ("rPr", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "lastRenderedPageBreak"))
)
_STEPS = {"begin": 1, "end": -1}


def child_from(paragraph: Element, offset: int) -> Element | None:
    """Returns the run in which the text from an offset on begins; it stays whole, so that the marks can be taken out without trace.

    None means that the place has no run of its own: at the beginning, and where it lies in a field, a link, a tracked
    change, a content control or beside a drawing. The whole paragraph is meant then.
    """
    found = _run_at(paragraph, offset) if offset > 0 else None
    return None if found is None else found.run_element


def child_up_to(paragraph: Element, offset: int) -> Element | None:
    """Returns the run in which the text up to an offset ends, whole; None as in `child_from`."""
    segments = text_segments(paragraph)
    if not segments or offset >= segments[-1].end:
        return None
    found = _run_at(paragraph, offset - 1) if offset > 0 else None
    return None if found is None else found.run_element


def runs_between(paragraph: Element, start: int, end: int) -> list[Element] | None:
    """Returns the runs of the text between two offsets, cut free at both; None, with nothing cut, where one of them may not be cut."""
    inside = [one for one in text_segments(paragraph) if one.start < end and one.end > start]
    if not all(_is_free(one, paragraph) and not one.inserted for one in inside):
        return None
    for offset in (end, start):
        _cut_free(paragraph, offset)
    found = [one.run_element for one in text_segments(paragraph) if start <= one.start and one.end <= end and one.end > one.start]
    return list(dict.fromkeys(found))


def _cut_free(paragraph: Element, offset: int) -> None:
    """Returns nothing; lets a run begin at an offset, unless the paragraph ends there."""
    found = next((one for one in text_segments(paragraph) if one.start <= offset < one.end), None)
    if found is not None and (found.start < offset or _is_inside(found)):
        _cut(found, offset)


def _run_at(paragraph: Element, offset: int) -> Segment | None:
    """Returns the segment of the character at an offset if its run may be marked off or cut; None if not."""
    segments = text_segments(paragraph)
    found = next((one for one in segments if one.start <= offset < one.end), None)
    return found if found is not None and _is_free(found, paragraph) else None


def _is_free(segment: Segment, paragraph: Element) -> bool:
    run = segment.run_element
    if run.tag != _RUN or run.getparent() is not paragraph or len(joined_paragraphs(paragraph)) > 1:
        return False
    return segment.element.getparent() is run and all(one.tag in _PLAIN for one in run) and not _in_field(run)


def _in_field(run: Element) -> bool:
    """Returns True if a complex field is open where the run stands, one from an earlier paragraph included."""
    marks = [mark for before in run.itersiblings(preceding=True) for mark in before.iter(_FIELD)]
    return sum(_STEPS.get(mark.get(_FIELD_KIND, ""), 0) for mark in marks) != 0


def _is_inside(segment: Segment) -> bool:
    """Returns True if other content of the run stands before the segment."""
    before = segment.element.getprevious()
    return before is not None and before.tag != _LOOK


def _cut(segment: Segment, offset: int) -> Element:
    """Returns the right one of the two runs into which the segment's run is cut at an offset."""
    element = segment.element
    moved = _after(element)
    inside = offset - segment.start
    if inside > 0:
        moved.insert(0, _cut_text(element, inside))
    else:
        moved.insert(0, element)
    return _new_run(segment.run_element, moved)


def _after(element: Element) -> list[Element]:
    return list(element.itersiblings())


def _cut_text(element: Element, length: int) -> Element:
    """Returns the rest of a text element, which itself keeps only its first characters."""
    rest = copy.deepcopy(element)
    rest.tail = None
    text = element.text or ""
    element.text, rest.text = text[:length], text[length:]
    for one in (element, rest):
        one.set(XML_SPACE, "preserve")
    return rest


def _new_run(run: Element, content: list[Element]) -> Element:
    """Returns a run with the same look and attributes, put after the given one, with content moved into it."""
    new = copy.copy(run)
    for one in list(new):
        new.remove(one)
    new.tail = None
    look = run.find(_LOOK)
    if look is not None:
        new.append(copy.deepcopy(look))
    new.extend(content)
    parent = run.getparent()
    if parent is not None:
        parent.insert(parent.index(run) + 1, new)
    return new
