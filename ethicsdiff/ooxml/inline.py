"""The text of a paragraph with all tracked changes accepted, every stretch of it tied to the run it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ethicsdiff.ooxml.names import ALTERNATE, Element, chosen, m, value, w

PLACEHOLDER = "□"
_P, _PROPERTIES, _MARK, _BOX = w("p"), w("pPr"), w("rPr"), w("txbxContent")
_BREAK, _SYMBOL, _FIELD, _CODE, _FORMULA = w("br"), w("sym"), w("fldChar"), w("instrText"), m("oMath")
_RUNS = frozenset({w("r"), m("r")})
_TEXTS = frozenset({w("t"), m("t")})
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_COMPUTED_NUMBERS = ("LISTNUM", "AUTONUM")

SKIPPED = frozenset(
    {
        *map(w, ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "tblPrEx")),
        *map(w, ("rubyPr", "rt", "smartTagPr", "customXmlPr", "delText", "delInstrText")),
        *map(m, ("rPr", "ctrlPr", "oMathParaPr")),
    }
)
REMOVED = frozenset({w("del"), w("moveFrom")})
_INSERTED = frozenset({w("ins"), w("moveTo")})
_FIXED = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_BREAKS_WITHOUT_TEXT = frozenset({"page", "column"})
_SPACES = str.maketrans("\n\t\r", "   ")
_LOOK, _ALIGNED = w("rPr"), w("vertAlign")
_RAISED_NUMBER = re.compile(r"[0-9]{1,2}[\s.)]*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKERS = frozenset(
    {
        *map(w, ("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd")),
        *map(w, ("commentRangeStart", "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd")),
        *map(w, ("moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd")),
        *map(w, ("customXmlDelRangeStart", "customXmlDelRangeEnd")),
    }
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a paragraph's text: `run_element` is its `w:r` or math run, `element` the child that holds it.

    `start` and `end` are character offsets in the text of the paragraph; for a `w:t` they map one to one onto its
    characters. `inserted` says that the stretch is a tracked insertion or the new place of a move.
    """

    text: str
    run_element: Element
    start: int
    end: int
    element: Element
    inserted: bool


@dataclass(slots=True)
class Inline:
    """What stands in a paragraph: segments, text boxes hung on it, notes referred to, and what is not plain text."""

    segments: list[Segment] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    removed: bool = False
    joined: bool = False
    symbols: int = 0
    formulas: int = 0
    field_numbers: int = 0

    @property
    def text(self) -> str:
        """Returns the text of the paragraph."""
        return "".join(segment.text for segment in self.segments)


def text_segments(paragraph: Element) -> list[Segment]:
    """Returns the segments of a paragraph in order; joined, their texts are the text of its block.

    Paragraphs before it whose marks are tracked deletions read as its beginning, so their segments come first.
    """
    return read_inline(paragraph).segments


def read_inline(paragraph: Element) -> Inline:
    """Returns everything inline in a paragraph and in those joined to it by deleted paragraph marks before it."""
    reader = _InlineReader()
    elements = joined_paragraphs(paragraph)
    for element in elements:
        reader.read(element)
    inline = reader.finish()
    inline.joined = len(elements) > 1
    return inline


def joined_paragraphs(paragraph: Element) -> list[Element]:
    """Returns the paragraph preceded by those that run into it because their paragraph marks are tracked deletions."""
    joined = [paragraph]
    for before in paragraph.itersiblings(preceding=True):
        if before.tag == _P and mark_removed(before):
            joined.append(before)
        elif before.tag not in _MARKERS:
            break
    return joined[::-1]


def joins_next(paragraph: Element) -> bool:
    """Returns True if the paragraph's mark is a tracked deletion and another paragraph follows to run into."""
    if not mark_removed(paragraph):
        return False
    after = next((one for one in paragraph.itersiblings() if one.tag not in _MARKERS), None)
    return after is not None and after.tag == _P


def mark_removed(paragraph: Element) -> bool:
    """Returns True if the paragraph mark is tracked as deleted or moved away."""
    return _mark_has(paragraph, REMOVED)


def mark_inserted(paragraph: Element) -> bool:
    """Returns True if the paragraph mark is tracked as inserted or moved here."""
    return _mark_has(paragraph, _INSERTED)


def _mark_has(paragraph: Element, names: frozenset[str]) -> bool:
    properties = paragraph.find(_PROPERTIES)
    mark = properties.find(_MARK) if properties is not None else None
    return mark is not None and any(child.tag in names for child in mark)


@dataclass(slots=True)
class _Piece:
    text: str
    run: Element
    element: Element
    inserted: bool


class _InlineReader:
    """Reads paragraphs without recursion; `_fields` holds, for each open field, where its code began in `_pieces`."""

    def __init__(self) -> None:
        self._found = Inline()
        self._pieces: list[_Piece] = []
        self._fields: list[int] = []
        self._stack: list[tuple[Iterator[Element], Element | None, bool]] = []

    def read(self, paragraph: Element) -> None:
        self._fields.clear()
        self._stack.append((iter(paragraph), None, False))
        while self._stack:
            children, run, inserted = self._stack[-1]
            child = next(children, None)
            if child is None:
                self._stack.pop()
            elif child.tag not in SKIPPED:
                self._visit(child, run, inserted)

    def finish(self) -> Inline:
        offset = 0
        for piece in self._pieces:
            end = offset + len(piece.text)
            self._found.segments.append(Segment(piece.text, piece.run, offset, end, piece.element, piece.inserted))
            offset = end
        return self._found

    def _visit(self, child: Element, run: Element | None, inserted: bool) -> None:
        tag = child.tag
        if tag in _RUNS:
            self._stack.append((iter(child), child, inserted))
        elif run is not None and self._leaf(child, run, inserted):
            return
        elif tag in REMOVED:
            self._found.removed = self._found.removed or len(child) > 0
        elif tag == _BOX:
            self._found.boxes.append(child)
        else:
            self._descend(child, run, inserted or tag in _INSERTED)

    def _descend(self, child: Element, run: Element | None, inserted: bool) -> None:
        self._found.formulas += child.tag == _FORMULA
        inner = chosen(child) if child.tag == ALTERNATE else child
        if inner is not None:
            self._stack.append((iter(inner), run, inserted))

    def _leaf(self, child: Element, run: Element, inserted: bool) -> bool:
        """Returns True if the element was text, a mark of a field or a note, and is dealt with."""
        text = self._text(child)
        if text:
            shown = text.translate(_RAISED) if self._is_raised_number(text, run) else text
            self._pieces.append(_Piece(shown, run, child, inserted))
        return text is not None or self._mark(child)

    def _is_raised_number(self, text: str, run: Element) -> bool:
        """Returns whether digits are raised behind a number: «статья 27¹» is another article than 271."""
        before = self._pieces[-1].text[-1] if self._pieces else ""
        if not before.isdigit() or not _RAISED_NUMBER.fullmatch(text):
            return False
        look = run.find(_LOOK)
        return look is not None and value(look.find(_ALIGNED)) == "superscript"

    def _text(self, child: Element) -> str | None:
        tag = child.tag
        if tag in _TEXTS:
            return (child.text or "").translate(_SPACES)
        if tag in _FIXED:
            return _FIXED[tag]
        if tag == _BREAK:
            return "" if child.get(w("type")) in _BREAKS_WITHOUT_TEXT else "\n"
        return self._symbol(child) if tag == _SYMBOL else None

    def _symbol(self, child: Element) -> str:
        code = child.get(w("char"), "")
        try:
            number = int(code, 16)
        except ValueError:
            number = 0
        if 0x20 < number < 0xD800:
            return chr(number)
        self._found.symbols += 1
        return PLACEHOLDER

    def _mark(self, child: Element) -> bool:
        tag = child.tag
        if tag == _FIELD:
            self._field(child.get(w("fldCharType"), ""))
        elif tag in _NOTES:
            self._found.notes.append((_NOTES[tag], child.get(w("id"), "")))
        elif tag == _CODE:
            self._found.field_numbers += (child.text or "").strip().upper().startswith(_COMPUTED_NUMBERS)
        else:
            return False
        return True

    def _field(self, kind: str) -> None:
        """Leaves out what stands in the code of a complex field, such as the result of a field nested there."""
        if kind == "begin":
            self._fields.append(len(self._pieces))
        elif kind == "separate" and self._fields:
            self._drop_code()
            self._fields[-1] = -1
        elif kind == "end" and self._fields:
            self._drop_code()
            self._fields.pop()

    def _drop_code(self) -> None:
        if self._fields[-1] >= 0:
            del self._pieces[self._fields[-1] :]
