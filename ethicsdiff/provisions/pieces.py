"""Blocks become pieces: a paragraph with its label read, or one line of a paragraph where a line begins a unit of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ethicsdiff.model.document import Block, BlockKind, Span
from ethicsdiff.provisions.annexes import read_annex
from ethicsdiff.provisions.labels import Label, read_label, read_number
from ethicsdiff.provisions.notes import is_note, is_rule, old_wording

_ENDED = re.compile(r"[.;:,!?»\")]\s*$")


@dataclass(slots=True)
class Piece:
    """A stretch [start, end) of a block that is placed as a whole; `body` is where its own words begin, after the label.

    `aside` says that it is no part of the act (a publisher's note, a rule of signs); `links` are stretches in it that are none.
    """

    block: Block
    start: int
    end: int
    label: Label | None
    body: int
    aside: str = ""
    links: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The words of the piece without its label, white space stripped."""
        return self.block.text[self.body : self.end].strip()

    @property
    def whole(self) -> str:
        """All of the piece, with a typed label."""
        return self.block.text[self.start : self.end].strip()

    @property
    def is_heading(self) -> bool:
        """Whether the source marks the paragraph as a heading."""
        return self.block.kind == BlockKind.HEADING

    def span(self) -> Span:
        """Returns where the piece's own words stand, white space at both ends left out."""
        words = self.block.text[self.body : self.end]
        start = self.body + len(words) - len(words.lstrip())
        return Span(block=self.block.ordinal, start=start, end=max(start, self.body + len(words.rstrip())))


def pieces_of(block: Block, languages: tuple[str, ...], letters: Mapping[int, str]) -> list[Piece]:
    """Returns the pieces of a block in order; `letters` repairs the legacy font that the document is set in."""
    text = block.text.translate(letters) if letters else block.text
    pieces: list[Piece] = []
    for start, end in _lines(text):
        line = text[start:end]
        number = block.number if start == 0 else ""
        label, body = _label_of(line, number, languages)
        if label is not None and letters and line[label.start : label.end].strip() == label.display:
            label = replace(label, display=block.text[start + label.start : start + label.end].strip())
        piece = Piece(block=block, start=start, end=end, label=moved(label, start), body=start + body)
        if not pieces or _begins_piece(piece, line, pieces[-1]):
            pieces.append(piece)
        else:
            pieces[-1].end = end
    return [_checked(piece) for piece in pieces]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    if "\n" not in text:
        yield 0, len(text)
        return
    start = 0
    for line in text.split("\n"):
        if line.strip() or start == 0:
            yield start, start + len(line)
        start += len(line) + 1


def _label_of(line: str, number: str, languages: tuple[str, ...]) -> tuple[Label | None, int]:
    """Returns the label a line shows and the offset where its own words begin; automatic and typed numbers make one label."""
    annex = read_annex(line) if not number else None
    if annex is not None:
        return annex, annex.end
    typed = read_label(line, languages)
    automatic = read_number(number, languages) if number else None
    if automatic is None:
        return typed, typed.end if typed else 0
    if typed is None or (typed.kind is None and typed.number != automatic.number):
        return automatic, 0
    return (typed if typed.kind is not None else automatic), typed.end


def moved(label: Label | None, start: int) -> Label | None:
    """Returns a label with its offsets counted from another place."""
    if label is None or not start:
        return label
    return replace(label, start=label.start + start, end=label.end + start)


def _begins_piece(piece: Piece, line: str, before: Piece) -> bool:
    """Returns whether a line within a paragraph is a unit of its own and not a line that the author broke."""
    if is_note(line):
        return True
    if piece.label is None and before.text and (before.is_heading or (before.text.isupper() and line.isupper())):
        return False
    ended = bool(_ENDED.search(before.whole)) or _is_titled_heading(before)
    if piece.label is None:
        return _is_titled_heading(before) or (ended and before.block.style != "code" and line.lstrip()[:1].isupper())
    return ended or piece.label.kind is not None


def _is_titled_heading(piece: Piece) -> bool:
    """Returns whether a piece is the heading line of a worded unit, so that the next line is no longer part of it."""
    return piece.label is not None and piece.label.kind is not None and piece.block.style != "code" and not _ENDED.search(piece.text)


def _checked(piece: Piece) -> Piece:
    """Returns the piece with what is no part of the act marked."""
    text = piece.whole
    if text and is_note(text):
        piece.aside, piece.label, piece.body = "note", None, piece.start
    elif text and is_rule(text) and not piece.block.number:
        piece.aside, piece.label, piece.body = "rule", None, piece.start
    link = None if piece.aside else old_wording(piece.block.text[piece.body : piece.end])
    if link is not None:
        span = Span(block=piece.block.ordinal, start=piece.body + link[0], end=piece.end)
        piece.links, piece.end = (span,), span.start
    return piece
