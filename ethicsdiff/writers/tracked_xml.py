"""Tracked changes as WordprocessingML: words inserted, deleted and moved, and paragraphs that come and go with their marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Final
from xml.sax.saxutils import quoteattr

from ethicsdiff.model.versions import LineState, Piece, PieceState
from ethicsdiff.writers.docx_xml import clean

_BREAKS: Final = re.compile(r"(\n|\t)")
_MARKS: Final = {
    LineState.NEW: "ins",
    LineState.DELETED: "del",
    LineState.MOVED_HERE: "moveTo",
    LineState.MOVED_AWAY: "moveFrom",
}
_FIRST_ID: Final = 10_000


_COMING: Final = frozenset({LineState.NEW, LineState.MOVED_HERE})
_LAST_WORD: Final = re.compile(r"(?s)(.*?)(\S+\s*)\Z")


def with_safe_end(pieces: Sequence[Piece], below: LineState) -> tuple[Piece, ...]:
    """Returns the pieces of a line that stays, so ended that no change touches one of the same kind in the line below.

    LibreOffice takes two such changes for one that spans the end of the paragraph between them, and would join the paragraphs.
    """
    comes = below in _COMING
    if below == LineState.KEPT or not pieces or pieces[-1].state != (PieceState.INSERTED if comes else PieceState.DELETED):
        return tuple(pieces)
    *rest, last = pieces
    other = PieceState.DELETED if comes else PieceState.INSERTED
    if rest and rest[-1].state == other:
        return (*rest[:-1], last, rest[-1])
    match = _LAST_WORD.match(rest[-1].text) if rest else None
    if match is None:
        return tuple(pieces)
    kept = [Piece(state=PieceState.SAME, text=match[1])] if match[1] else []
    return (*rest[:-1], *kept, Piece(state=last.state, text=match[2] + last.text), Piece(state=other, text=match[2]))


@dataclass(slots=True)
class Tracker:
    """Who changes and when; hands out the ids that annotations of one document must not share."""

    author: str
    date: datetime | None = None
    _ids: Iterator[int] = field(default_factory=lambda: count(_FIRST_ID))

    def attributes(self) -> str:
        """Returns the attributes of one change; without a date none is claimed."""
        when = f' w:date="{self.date.replace(tzinfo=None, microsecond=0).isoformat()}Z"' if self.date is not None else ""
        return f'w:id="{next(self._ids)}" w:author={quoteattr(clean(self.author))}{when}'

    def line(self, state: LineState, pieces: Sequence[tuple[Piece, bool]], properties: str, move: str = "", marks: str = "") -> str:
        """Returns a paragraph; `pieces` come with whether they are bold, `properties` are those of the paragraph before its mark.

        `move` names the move it is an end of, `marks` are bookmarks to stand first.
        """
        kind = _MARKS.get(state, "")
        mark = f"<w:rPr><w:{kind} {self.attributes()}/></w:rPr>" if kind else ""
        body = "".join(self._piece(piece, state, bold=bold) for piece, bold in pieces)
        if move and state in (LineState.MOVED_HERE, LineState.MOVED_AWAY):
            body = self._range(kind, body, move)
        return f"<w:p><w:pPr>{properties}{mark}</w:pPr>{marks}{body}</w:p>"

    def _range(self, kind: str, body: str, move: str) -> str:
        number = next(self._ids)
        when = f' w:date="{self.date.replace(tzinfo=None, microsecond=0).isoformat()}Z"' if self.date is not None else ""
        author = quoteattr(clean(self.author))
        start = f'<w:{kind}RangeStart w:id="{number}" w:name={quoteattr(move)} w:author={author}{when}/>'
        return f'{start}{body}<w:{kind}RangeEnd w:id="{number}"/>'

    def _piece(self, piece: Piece, state: LineState, *, bold: bool) -> str:
        """Returns a piece as its line's state wants it: of a line that moved here, words that were dropped are told where it left."""
        if state == LineState.MOVED_AWAY:
            return self._wrapped("moveFrom", piece.text, bold=bold)
        if piece.state == PieceState.DELETED:
            return "" if state == LineState.MOVED_HERE else self._wrapped("del", piece.text, bold=bold)
        if piece.state == PieceState.INSERTED:
            return self._wrapped("ins", piece.text, bold=bold)
        return self._wrapped("moveTo", piece.text, bold=bold) if state == LineState.MOVED_HERE else plain_run(piece.text, bold=bold)

    def _wrapped(self, kind: str, text: str, *, bold: bool) -> str:
        inner = plain_run(text, bold=bold, deleted=kind == "del")
        return f"<w:{kind} {self.attributes()}>{inner}</w:{kind}>" if inner else ""


def plain_run(text: str, *, bold: bool = False, strike: bool = False, deleted: bool = False) -> str:
    """Returns a run; deleted words stand in elements of their own, so that no reader takes them for text."""
    tag = "delText" if deleted else "t"
    pieces = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    parts = (part for part in _BREAKS.split(clean(text)) if part)
    body = "".join(pieces.get(part) or f'<w:{tag} xml:space="preserve">{part}</w:{tag}>' for part in parts)
    looks = ("<w:b/><w:bCs/>" if bold else "") + ("<w:strike/>" if strike else "")
    head = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:r>{head}{body}</w:r>" if body else ""


def marked(pieces: Sequence[Piece]) -> str:
    """Returns pieces as runs for a table, where changes are shown by looks: bold what came, struck what went."""
    return "".join(
        plain_run(one.text, bold=one.state == PieceState.INSERTED, strike=one.state == PieceState.DELETED) for one in pieces
    )
