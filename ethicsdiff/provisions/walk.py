"""Going through the pieces and tables of a document in order; each is placed knowing what comes after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ethicsdiff.model.document import ProvisionKind, Span
from ethicsdiff.provisions import annexes
from ethicsdiff.provisions.front import is_approval, is_introduction
from ethicsdiff.provisions.labels import Label
from ethicsdiff.provisions.paragraphs import place_text
from ethicsdiff.provisions.pieces import Piece
from ethicsdiff.provisions.place import add_heading, is_title_below, looks_like_heading, place_heading, place_unit
from ethicsdiff.provisions.state import Around, State
from ethicsdiff.provisions.tables import Table, add_table
from ethicsdiff.provisions.tree import Node

Item = Piece | Table
_SENTENCE = re.compile(r"[.;:,!?]\s*$")


def walk(items: Sequence[Item], state: State) -> None:
    """Places all items; what belongs to no provision goes to the state's lists."""
    for item, around in zip(items, _arounds(items), strict=True):
        if isinstance(item, Table):
            add_table(item, state)
        elif not item.aside and (item.whole or item.label is not None):
            state.plan = None
            _place(item, around, state)
    for node in state.annexes:
        _settle_annex(node, state)


def _arounds(items: Sequence[Item]) -> list[Around]:
    """Returns for each item what comes after it, found from the end so that long documents take no longer than they must."""
    arounds: list[Around] = []
    following: Piece | None = None
    labelled: Label | None = None
    table = False
    for item in reversed(items):
        arounds.append(Around(following, labelled, table))
        if isinstance(item, Table):
            following, labelled, table = None, None, True
        elif not item.aside and (item.whole or item.label is not None):
            following, table = item, False
            labelled = item.label if item.label is not None and not item.label.style.startswith("bullet") else labelled
    return arounds[::-1]


def _place(piece: Piece, around: Around, state: State) -> None:
    label, top = piece.label, state.outline.top
    if label is not None and label.kind == ProvisionKind.ANNEX:
        _place_annex(piece, label, around, state)
    elif label is not None:
        place_unit(piece, label, around, state)
    elif _begins_new_act(piece, state):
        state.set_aside(piece)
    elif is_title_below(piece, top, around):
        add_heading(top, piece)
    elif looks_like_heading(piece, around) or is_introduction(piece):
        place_heading(piece, state)
    elif state.new_act and not _SENTENCE.search(piece.whole):
        state.set_aside(piece)
    else:
        state.new_act = False
        place_text(piece, around, state)


def _place_annex(piece: Piece, label: Label, around: Around, state: State) -> None:
    """Opens an annex; the act that it belongs to is told on the label's line and is its heading only if no title follows."""
    place_unit(Piece(block=piece.block, start=piece.start, end=label.end, label=label, body=label.end), label, around, state)
    node = state.outline.top
    before, after = piece.block.text[piece.start : label.start], piece.block.text[label.end : piece.end]
    start, words = (piece.start, before) if before.strip() else (label.end, after)
    if words.strip():
        begin = start + len(words) - len(words.lstrip())
        node.reference = Span(block=piece.block.ordinal, start=begin, end=begin + len(words.strip()))
        node.reference_text = words.strip()
    if node.reference is not None and annexes.is_title(node.reference_text):
        node.heading, node.heading_spans, node.reference = node.reference_text, [node.reference], None
    state.annexes.append(node)


def _settle_annex(node: Node, state: State) -> None:
    if node.reference is None:
        return
    if node.heading:
        state.unplaced_spans.append(node.reference)
    else:
        node.heading, node.heading_spans = node.reference_text, [node.reference]


def _begins_new_act(piece: Piece, state: State) -> bool:
    """Returns whether a line begins the approval block of an act that follows, and closes all units if it does."""
    if piece.is_heading or not is_approval(piece.whole):
        return False
    del state.outline.open[1:]
    state.new_act = True
    return True
