"""Sections that only a list number marks: «I. Общие положения», "2. Composition" over 2.1, «3. Видение» over a text."""

from __future__ import annotations

import re

from ethicsdiff.languages.base import RANKS
from ethicsdiff.model.document import BlockKind, ProvisionKind
from ethicsdiff.provisions.labels import Label
from ethicsdiff.provisions.numbers import follows
from ethicsdiff.provisions.pieces import Piece
from ethicsdiff.provisions.state import Around, State
from ethicsdiff.provisions.survey import has_verb
from ethicsdiff.provisions.tree import LIST_RANK, Outline

_TERMINAL = re.compile(r"[.;:,!?]\s*$")
_SECTION_WORDS = 14
_LETTERED, _NUMBERED = 3, 5


def names_section(piece: Piece, label: Label, around: Around, state: State) -> bool:
    """Returns whether a list number stands before the name of a section: the number is continued by decimals, or text follows."""
    following, numbered = around.following, piece.block
    if label.style == "roman-point-upper" or goes_on(piece, label, state):
        return True
    if label.style == "letter-point-upper":
        return len(piece.text.split()) <= _SECTION_WORDS and (_is_plain(following) or not _within_article(state.outline))
    continued = around.labelled is not None and around.labelled.number == f"{label.number}.1"
    if label.style.startswith("decimal"):
        opens = continued or _opens_text(following, state) or _names_list(piece, following)
        return opens and len(piece.text.split()) <= _SECTION_WORDS
    if label.style != "point":
        return False
    if continued or (numbered.bold and numbered.centred):
        return True
    if _within_article(state.outline) or (state.survey.has_articles and not state.survey.late) or len(piece.text.split()) > _SECTION_WORDS:
        return False
    return around.table or (following is not None and not _is_next_item(following, label) and following.text[:1].isupper())


def _opens_text(following: Piece | None, state: State) -> bool:
    """Returns whether a sentence without number follows, so that the line before it is its heading and no sentence without full stop."""
    if following is None or following.label is not None or _within_article(state.outline):
        return False
    return following.text[:1].isupper() and bool(_TERMINAL.search(following.text))


def _names_list(piece: Piece, following: Piece | None) -> bool:
    """Returns whether items of a list follow a line that is their heading and no beginning of their sentence."""
    if following is None or has_verb(piece.text):
        return False
    return following.block.kind == BlockKind.LIST_ITEM and (following.label is None or following.label.style.startswith("bullet"))


def _is_plain(piece: Piece | None) -> bool:
    return piece is not None and piece.label is None


def _is_next_item(piece: Piece, label: Label) -> bool:
    return piece.label is not None and piece.label.style == label.style


def _within_article(outline: Outline) -> bool:
    return any(RANKS[ProvisionKind.ARTICLE] <= node.rank < LIST_RANK for node in outline.open)


def goes_on(piece: Piece, label: Label, state: State) -> bool:
    """Returns whether a short line takes up the numbers of earlier sections, and of no list that is open."""
    number, _ = state.sections.get(label.style, ("", 0))
    if label.style != "point" or not number or not follows(label.number, number) or len(piece.text.split()) > _SECTION_WORDS:
        return False
    return not any(node.is_list and node.style == label.style for node in state.outline.open)


def section_rank(label: Label, state: State) -> int:
    """Returns the rank of a section that only a list number marks: I over A over 1 over 1.1, all under the worded units that are open."""
    number, rank = state.sections.get(label.style, ("", 0))
    if label.style == "point" and number and follows(label.number, number):
        return rank
    opened = [node for node in state.outline.open if node.rank < LIST_RANK]
    depth = label.number.count(".") + (_LETTERED if label.style == "letter-point-upper" else 0)
    if label.style == "point" and any(node.listed and node.style.endswith("upper") for node in opened):
        depth += _NUMBERED
    inside = max((node.rank for node in opened if not node.listed and node.style != "heading"), default=0)
    return max(RANKS[ProvisionKind.SECTION], min(inside + 1, LIST_RANK - 12)) + depth
