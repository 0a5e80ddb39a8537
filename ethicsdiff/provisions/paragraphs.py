"""Paragraphs without number: which unit each continues, and which words govern it."""

from __future__ import annotations

from ethicsdiff.languages.base import RANKS
from ethicsdiff.model.document import BlockKind, ProvisionKind
from ethicsdiff.provisions.numbers import follows
from ethicsdiff.provisions.pieces import Piece
from ethicsdiff.provisions.place import add_text
from ethicsdiff.provisions.state import Around, State
from ethicsdiff.provisions.tree import LIST_RANK, Node, Outline, announced_kind

_FEW_WORDS = 4


def place_text(piece: Piece, around: Around, state: State) -> None:
    """Puts a paragraph without label under the unit it continues; before the first unit it stays outside the provisions."""
    outline = state.outline
    if _announces(piece.whole):
        outline.close_to_task()
    lead = _governing(outline, is_item=_is_item(piece))
    if lead is None:
        _close_finished(piece, around, outline)
    top = _holder(outline)
    if top.style == "root":
        state.set_aside(piece)
    elif not (top.spans or top.children or (_is_item(piece) and not top.is_list)):
        add_text(top, piece.span(), piece.whole)
        top.unnumbered = not top.is_list
    else:
        _add_unnumbered(top, piece, lead, outline)


def _announces(text: str) -> bool:
    """Returns whether a few words stand over the measures or indicators of a task («Показатели:», "Measures:")."""
    return text.endswith(":") and len(text.split()) <= _FEW_WORDS and announced_kind(text) is not None


def _holder(outline: Outline) -> Node:
    """Returns the unit that paragraphs are put under: words that lead in to a list hold its numbered items only."""
    return next(node for node in reversed(outline.open) if node.style != "unnumbered")


def _is_item(piece: Piece) -> bool:
    """Returns whether the source marks a paragraph as an item of a list, though it shows no number."""
    return piece.block.kind == BlockKind.LIST_ITEM and piece.start == 0


def _governing(outline: Outline, *, is_item: bool) -> Node | None:
    """Returns the unit whose words govern the next paragraph, as an item of their list; None where it is a sentence of its own."""
    top, holder = outline.top, _holder(outline)
    if top.ends == ":" and not top.children and (top is holder.children[-1] if holder.children else top is holder and bool(top.spans)):
        return top
    last = holder.children[-1] if holder.children and (top is holder or top.style == "unnumbered") else None
    if last is None or last.style != "unnumbered" or last.lead is None:
        return None
    return last.lead if last.ends in ";," or (is_item and last.level >= 0) else None


def _close_finished(piece: Piece, around: Around, outline: Outline) -> None:
    """Closes what a sentence of its own does not belong to: words that led in to a list, and the items of a finished list."""
    if _begins_sentence(piece.whole) and not _goes_on(outline.top, around):
        while _is_finished_item(outline.top):
            outline.open.pop()
            _close_unnumbered(outline)
            if _goes_on(outline.top, around):
                break
    _close_unnumbered(outline)


def _close_unnumbered(outline: Outline) -> None:
    while outline.top.style == "unnumbered":
        outline.open.pop()


def _begins_sentence(text: str) -> bool:
    first = next((letter for letter in text if letter.isalnum()), "")
    return first.isupper() or first.isdigit()


def _is_finished_item(node: Node) -> bool:
    """Returns whether a node is an item of a list under lead-in words and its list ends with it."""
    if not node.is_list or node.style == "unnumbered" or node.lead is None:
        return False
    return _last_words(node) in (".", ";", "!", "?")


def _last_words(node: Node) -> str:
    while node.children:
        node = node.children[-1]
    return node.ends


def _goes_on(node: Node, around: Around) -> bool:
    """Returns whether the list of an item goes on after the paragraph, so that the paragraph stands inside the item."""
    label = around.labelled
    return node.is_list and label is not None and label.kind is None and label.style == node.style and follows(label.number, node.number)


def _add_unnumbered(top: Node, piece: Piece, lead: Node | None, outline: Outline) -> None:
    """Makes a paragraph a unit of its own, and the first one of its unit too, so that both can be cited by ordinal."""
    if top.unnumbered and not top.children and lead is None and top.ends != ":":
        first = Node(kind=_kind(top), parent=None, style="unnumbered", rank=LIST_RANK, block=top.spans[0].block, start=top.spans[0].start)
        first.spans, first.ends, top.spans, top.ends = top.spans, top.ends, [], ""
        top.add(first)
    kind = ProvisionKind.INDENT if lead is not None or _is_item(piece) else _kind(top)
    node = Node(kind=kind, parent=None, style="unnumbered", rank=LIST_RANK, block=piece.block.ordinal, start=piece.start, lead=lead)
    node.level = piece.block.level if _is_item(piece) else -1
    add_text(node, piece.span(), piece.whole)
    top.add(node)
    if node.ends == ":":
        outline.open.append(node)


def _kind(top: Node) -> ProvisionKind:
    return ProvisionKind.INDENT if top.rank >= RANKS[ProvisionKind.PARAGRAPH] else ProvisionKind.PARAGRAPH
