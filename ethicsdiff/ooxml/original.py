"""The text as it was before anybody edited it with tracking: all tracked changes rejected, and what they were.

What a reviewer struck out stands again and what was put in is gone, so that the provisions have the words of the draft
that was sent out. A mark stays at the place of each change; comments and bookmarks keep theirs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from ethicsdiff.ooxml.anchors import detach
from ethicsdiff.ooxml.names import Element, w

CHANGE_MARK = "{urn:ethicsdiff:returned}change"
INSERTED, DELETED, MOVED_HERE, MOVED_AWAY = "ins", "del", "moveTo", "moveFrom"
_NUMBER = "number"
_P, _PPR, _RPR, _ROW, _ROW_PROPERTIES = w("p"), w("pPr"), w("rPr"), w("tr"), w("trPr")
_CHANGES = {w(name): name for name in (INSERTED, DELETED, MOVED_HERE, MOVED_AWAY)}
_LEAVES = frozenset({DELETED, MOVED_AWAY})
_TO_THE_MINUTE = 16
_AUTHOR, _DATE = w("author"), w("date")
_FORMATS = tuple(map(w, ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange")))
_KEPT = frozenset({CHANGE_MARK, *map(w, ("commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd"))})
_TEXTS = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_SHOWN = {w("t"): None, w("delText"): None, w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_REFERENCE, _RUN = w("commentReference"), w("r")
ChangeKey = tuple[str, str, str, str]
_OUT_OF_PROPERTIES = frozenset({_RPR, w("sectPr"), w("pPrChange")})


@dataclass(frozen=True, slots=True)
class RawChange:
    """One tracked change as the file has it: `kind` is ins, del, moveTo or moveFrom; a paragraph mark is a line end.

    `stood` is False for what was struck out of an insertion and so never stood in the original.
    """

    kind: str
    author: str
    date: str
    text: str
    stood: bool = True


def keys_of(root: Element) -> frozenset[ChangeKey]:
    """Returns by what the tracked changes of a main part are known again in a copy of it."""
    return frozenset(key_of(_raw(one)) for one in root.iter(*_CHANGES))


def _raw(change: Element) -> RawChange:
    text = shown_text(change)
    if not text and _is_property(change):
        row = change.getparent().getparent() if change.getparent().tag == _ROW_PROPERTIES else None  # type: ignore[union-attr]
        text = "\n" if row is None else shown_text(row)
    return RawChange(_CHANGES[str(change.tag)], change.get(_AUTHOR, ""), change.get(_DATE, ""), text)


def key_of(change: RawChange) -> ChangeKey:
    """Returns by what a change is known again in another copy: who did what, to the minute."""
    return change.kind, change.author, change.date[:_TO_THE_MINUTE], change.text


def restored(root: Element, own: frozenset[ChangeKey] = frozenset()) -> tuple[list[RawChange], int]:
    """Returns the tracked changes that were rejected in a main part's root, and how many changes of format there were.

    Those in `own` stood in the draft itself, which is read with them accepted, and so they are here. The n-th change has its
    mark (`CHANGE_MARK` with the number n) where it stood.
    """
    rejecting = _Rejecting(own, [])
    formats = sum(1 for _ in root.iter(*_FORMATS))
    for row in [one for one in root.iter(_ROW) if _row_mark(one) is not None]:
        rejecting.row(row)
    for element in [one for one in root.iter(*_CHANGES) if not _is_property(one) and not _is_nested(one)]:
        rejecting.change(element)
    for text in list(root.iter(*_TEXTS)):
        text.tag = _TEXTS[str(text.tag)]
    for paragraph in list(root.iter(_P)):
        rejecting.paragraph(paragraph)
    return rejecting.changes, formats


def changes_in(root: Element) -> list[RawChange]:
    """Returns the tracked changes of words in a note, a header or a footer, which are told and not rejected."""
    found = (_raw(one) for one in root.iter(*_CHANGES) if not _is_property(one) and not _is_nested(one))
    return [replace(one, stood=False) for one in found if one.text]


def number_of(mark: Element) -> int:
    """Returns the number of the change whose mark this is."""
    return int(mark.get(_NUMBER, "-1"))


def shown_text(element: Element) -> str:
    """Returns the text under an element as it is shown with all tracked changes, paragraphs one below the other."""
    pieces: list[str] = []
    for one in element.iter(_P, *_SHOWN):
        if one.tag == _P:
            pieces.append("\n" if pieces else "")
        else:
            fixed = _SHOWN[str(one.tag)]
            pieces.append(fixed if fixed is not None else one.text or "")
    return "".join(pieces)


def _is_property(change: Element) -> bool:
    """Returns whether a mark says of a paragraph mark or a row that it was changed, instead of holding text."""
    parent = change.getparent()
    return parent is not None and parent.tag in (_RPR, _ROW_PROPERTIES)


def _row_mark(row: Element) -> Element | None:
    properties = row.find(_ROW_PROPERTIES)
    return next((one for one in properties if one.tag in _CHANGES), None) if properties is not None else None


def _is_nested(change: Element) -> bool:
    return any(above.tag in _CHANGES for above in change.iterancestors())


@dataclass(frozen=True, slots=True)
class _Rejecting:
    """Takes changes back one by one and notes them; those that are the draft's own are accepted instead."""

    own: frozenset[ChangeKey]
    changes: list[RawChange]

    def row(self, row: Element) -> None:
        """Takes out a row that was inserted; its marks move to the end of the last paragraph before it."""
        mark = _row_mark(row)
        if mark is None:
            return
        raw = _raw(mark)
        if self._stays(raw):
            detach(mark)
            return
        home = _paragraph_near(row)
        for one in (self._note(raw), *_marks_in(row)) if home is not None else ():
            home.append(one)  # type: ignore[union-attr]
        detach(row)

    def change(self, element: Element) -> None:
        """Puts in the place of a change its mark and what stood there before."""
        raw, parent = _raw(element), element.getparent()
        new = [self._note(raw)] if raw.text else []
        inside = [one for one in element.iter(*_CHANGES) if one is not element and not _is_property(one)]
        if self._stays(raw):
            for one in inside:
                self.change(one)
            new += list(element)
        else:
            # What one author struck out of the insertion of another was never in the original, but it was a change all the same.
            struck = [replace(one, stood=False) for one in map(_raw, inside) if one.text]
            new += [*map(self._note, struck), *_marks_in(element)]
        if parent is not None:
            place = parent.index(element)
            for offset, one in enumerate(new):
                parent.insert(place + offset, one)
            detach(element)

    def paragraph(self, paragraph: Element) -> None:
        """Gives a paragraph its old properties; one whose mark is to go runs into the next."""
        _restore_properties(paragraph)
        goes = False
        for mark in _paragraph_marks(paragraph):
            raw = _raw(mark)
            goes = goes or not self._stays(raw)
            paragraph.append(self._note(raw))
            detach(mark)
        if goes:
            _run_into_next(paragraph)

    def _stays(self, change: RawChange) -> bool:
        """Returns whether what a change holds stands in the text that was sent out."""
        return (change.kind in _LEAVES) != (key_of(change) in self.own)

    def _note(self, change: RawChange) -> Element:
        self.changes.append(change)
        return etree.Element(CHANGE_MARK, {_NUMBER: str(len(self.changes) - 1)})


def _paragraph_near(row: Element) -> Element | None:
    """Returns the last paragraph before a row, else the first one after it; a table of new rows alone has them outside."""
    for around in (row, *row.iterancestors()):
        before = next(filter(None, ([*one.iter(_P)] for one in around.itersiblings(preceding=True))), [])
        after = (one for below in around.itersiblings() for one in below.iter(_P))
        near = before[-1] if before else next(after, None)
        if near is not None:
            return near
    return None


def _marks_in(element: Element) -> list[Element]:
    """Returns the marks of comments and bookmarks under an element that is to go, in order."""
    found = []
    for one in element.iter(*_KEPT, _REFERENCE):
        run = one.getparent()
        found.append(run if one.tag == _REFERENCE and run is not None and run.tag == _RUN and run is not element else one)
    for one in found:
        for text in list(one.iter(*_SHOWN)) if one.tag == _RUN else ():
            detach(text)
    return found


def _paragraph_marks(paragraph: Element) -> list[Element]:
    properties = paragraph.find(_PPR)
    look = properties.find(_RPR) if properties is not None else None
    return [one for one in look if one.tag in _CHANGES] if look is not None else []


def _restore_properties(paragraph: Element) -> None:
    properties = paragraph.find(_PPR)
    change = properties.find(w("pPrChange")) if properties is not None else None
    if properties is None or change is None:
        return
    for one in [one for one in properties if one.tag not in _OUT_OF_PROPERTIES]:
        properties.remove(one)
    for offset, one in enumerate(list(next(iter(change.iterchildren(_PPR)), ()))):
        properties.insert(offset, one)
    properties.remove(change)


def _run_into_next(paragraph: Element) -> None:
    """Moves what stands in a paragraph to the beginning of the next; a new one that is the last goes with its marks to the one before."""
    inside = [one for one in paragraph if one.tag != _PPR]
    following = next((one for one in paragraph.itersiblings() if one.tag not in _KEPT), None)
    if following is not None and following.tag == _P:
        properties = following.find(_PPR)
        place = 0 if properties is None else following.index(properties) + 1
        for offset, one in enumerate(inside):
            following.insert(place + offset, one)
        detach(paragraph)
        return
    before = next(iter(paragraph.itersiblings(_P, preceding=True)), None)
    if before is not None and not shown_text(paragraph).strip("\n"):
        before.extend(inside)
        detach(paragraph)
