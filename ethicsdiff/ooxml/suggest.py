"""A new wording put into a paragraph as tracked changes: words that go, words that come, each to be accepted or refused in Word."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree

from ethicsdiff.model.document import Span
from ethicsdiff.ooxml.comment_text import XML_SPACE, clean
from ethicsdiff.ooxml.ids import Ids
from ethicsdiff.ooxml.inline import text_segments
from ethicsdiff.ooxml.names import Element, W, w
from ethicsdiff.ooxml.phrases import runs_between

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_ALIKE = 0.5
_RUN, _LOOK, _TEXT, _DELETED = w("r"), w("rPr"), w("t"), w("delText")
_STYLE_OF_MARKS = w("rPrChange")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """A wording for the text of a span, who proposed it, and when (ISO 8601 with a Z)."""

    span: Span
    text: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters [start, end) of a paragraph's text that go, and the words that come in their place."""

    start: int
    end: int
    text: str


def reworded(paragraph: Element, wanted: Rewording, ids: Ids) -> bool:
    """Returns whether a wording could be put into its paragraph as tracked changes; if not, nothing was changed.

    Where fields, links, content controls, drawings or tracked changes stand in the text, it stays as it is.
    """
    old = "".join(one.text for one in text_segments(paragraph))[wanted.span.start : wanted.span.end]
    if not old.strip() or runs_between(paragraph, wanted.span.start, wanted.span.end) is None:
        return False
    for edit in reversed(list(_edits(old, clean(wanted.text), wanted.span.start))):
        _apply(paragraph, edit, wanted, ids)
    return True


def _edits(old: str, new: str, shift: int) -> Iterator[_Edit]:
    """Yields what differs between two wordings, word by word; wordings that share little are exchanged whole."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _ALIKE:
        yield _Edit(shift, shift + len(old), new)
        return
    places = [0]
    for token in before:
        places.append(places[-1] + len(token))
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield _Edit(shift + places[start], shift + places[end], "".join(after[new_start:new_end]))


def _apply(paragraph: Element, edit: _Edit, by: Rewording, ids: Ids) -> None:
    gone = runs_between(paragraph, edit.start, edit.end) or []
    before = gone[-1] if gone else _run_before(paragraph, edit.start)
    if edit.text:
        run = before if before is not None else text_segments(paragraph)[0].run_element
        _insert(run, edit.text, by, ids, after=before is not None)
    for run in gone:
        _delete(run, by, ids)


def _run_before(paragraph: Element, offset: int) -> Element | None:
    """Returns the run after which words are to come, cut free if need be."""
    found = next((one for one in reversed(text_segments(paragraph)) if one.start < offset), None)
    runs = runs_between(paragraph, found.start, offset) if found is not None else None
    return runs[-1] if runs else None


def _insert(run: Element, text: str, by: Rewording, ids: Ids, *, after: bool) -> None:
    """Returns nothing; puts new words in the look of a run after it, or before it."""
    mark = _mark("ins", by, ids)
    new = etree.SubElement(mark, _RUN)
    look = run.find(_LOOK)
    if look is not None:
        made = copy.deepcopy(look)
        for old in list(made.iterchildren(_STYLE_OF_MARKS)):
            made.remove(old)
        new.append(made)
    element = etree.SubElement(new, _TEXT)
    element.text = text
    element.set(XML_SPACE, "preserve")
    parent = run.getparent()
    if parent is not None:
        parent.insert(parent.index(run) + int(after), mark)


def _delete(run: Element, by: Rewording, ids: Ids) -> None:
    mark, parent = _mark("del", by, ids), run.getparent()
    if parent is None:
        return
    mark.tail, run.tail = run.tail, None
    parent.replace(run, mark)
    mark.append(run)
    for text in run.iter(_TEXT):
        text.tag = _DELETED
        text.set(XML_SPACE, "preserve")


def _mark(kind: str, by: Rewording, ids: Ids) -> Element:
    attributes = {w("id"): str(ids.take()), w("author"): clean(by.author), w("date"): by.date}
    return etree.Element(w(kind), attributes, nsmap={"w": W})
