"""Pieces set aside: they are marked before units are looked for, and listed with notices afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from ethicsdiff.model.document import Notice, ProvisionKind, Severity, Span
from ethicsdiff.provisions import annexes
from ethicsdiff.provisions.contents import mark_contents
from ethicsdiff.provisions.front import is_approval
from ethicsdiff.provisions.notes import is_name, is_signature
from ethicsdiff.provisions.pieces import Piece

_INITIAL_STYLES = frozenset({"roman-point-upper", "letter-point-upper"})
_SIGNED_WORDS = 16
_REFERENCE_LINES = 6
_LONGEST_QUOTE = 300


def mark_aside(pieces: Sequence[Piece]) -> None:
    """Marks tables of contents and signatures; notes and rules of signs are marked when pieces are made."""
    mark_contents(pieces)
    _mark_references(pieces)
    _mark_signatures(pieces)


def _mark_references(pieces: Sequence[Piece]) -> None:
    """Marks the lines around an annex's label that say to which act it belongs, where that takes several lines."""
    for index, piece in enumerate(pieces):
        if piece.label is None or piece.label.kind != ProvisionKind.ANNEX:
            continue
        after = list(takewhile(_is_short_line, pieces[index + 1 : index + 1 + _REFERENCE_LINES]))
        last = max((i for i, one in enumerate(after) if annexes.goes_on(one.whole)), default=-1)
        before = takewhile(_is_short_line, reversed(pieces[max(0, index - _REFERENCE_LINES) : index])) if _stands_last(piece) else ()
        for one in (*after[: last + 1], *before):
            one.aside = "reference"


def _stands_last(piece: Piece) -> bool:
    """Returns whether a label is of the kind that ends its reference ("... бұйрығына / 1-қосымша") and the line holds no other words."""
    return piece.label is not None and annexes.is_word_last(piece.label) and piece.whole == piece.label.display


def _is_short_line(piece: Piece) -> bool:
    text = piece.whole
    plain = piece.label is None and not piece.aside and not piece.is_heading and not (piece.block.bold and piece.block.centred)
    return plain and 0 < len(text.split()) <= _SIGNED_WORDS and text[-1] not in ".;:!?" and not text.isupper()


def _mark_signatures(pieces: Sequence[Piece]) -> None:
    """Marks the lines in which an act is signed, at the end and before each annex."""
    tail: list[Piece] = []
    ending = True
    for piece in reversed(pieces):
        if piece.aside or not piece.whole:
            continue
        if ending and _may_sign(piece):
            tail.append(piece)
            continue
        if ending:
            _mark_from_signature(tail)
        is_annex = piece.label is not None and piece.label.kind == ProvisionKind.ANNEX
        tail, ending = [], is_annex or is_approval(piece.whole)


def _may_sign(piece: Piece) -> bool:
    """Returns whether a line can belong to a signature: short, no sentence, and labelled only by an initial («Х. Ахметов»)."""
    text = piece.whole
    plain = piece.label is None or (piece.label.style in _INITIAL_STYLES and is_name(text))
    short = plain and len(text.split()) <= _SIGNED_WORDS and not is_approval(text)
    return short and (text[-1] not in ".;:!?" or is_signature(text))


def _mark_from_signature(tail: Sequence[Piece]) -> None:
    """Marks the lines of a tail, given from the last to the first, from the first signature on."""
    first = next((index for index in range(len(tail) - 1, -1, -1) if is_signature(tail[index].whole)), -1)
    for piece in tail[: first + 1]:
        piece.aside, piece.label, piece.body = "signature", None, piece.start


def unplaced_of(pieces: Iterable[Piece]) -> tuple[set[int], list[Span]]:
    """Returns the blocks that are wholly set aside, and the stretches of other blocks that are."""
    parts: dict[int, list[Piece]] = {}
    for piece in pieces:
        parts.setdefault(piece.block.ordinal, []).append(piece)
    blocks: set[int] = set()
    spans: list[Span] = []
    for ordinal, own in parts.items():
        if all(piece.aside for piece in own):
            blocks.add(ordinal)
            continue
        spans.extend(Span(block=ordinal, start=piece.start, end=piece.end) for piece in own if piece.aside)
        spans.extend(link for piece in own for link in piece.links)
    return blocks, spans


def notices_of(pieces: Sequence[Piece]) -> list[Notice]:
    """Returns a notice for the contents left out, one for each publisher's note and each link to an old wording."""
    contents = [piece for piece in pieces if piece.aside == "contents"]
    notices = []
    if contents:
        count = (("count", str(len(contents))),)
        notices.append(Notice(code="draft.contents-skipped", severity=Severity.INFO, location=contents[0].block.location, params=count))
    for piece in pieces:
        texts = [piece.whole] if piece.aside == "note" else [piece.block.text[link.start : link.end] for link in piece.links]
        notices.extend(_note(piece, text) for text in texts)
    return notices


def _note(piece: Piece, text: str) -> Notice:
    quote = " ".join(text.split())
    shown = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"
    return Notice(code="draft.publisher-note", severity=Severity.INFO, location=piece.block.location, params=(("text", shown),))
