"""Pieces with a label and headings find their place in the outline, and their words are told apart into title and text."""

from __future__ import annotations

import re

from ethicsdiff.languages.base import PARAGRAPH_SIGN, RANKS
from ethicsdiff.model.document import BlockKind, ProvisionKind, Span
from ethicsdiff.provisions.labels import Label, read_label
from ethicsdiff.provisions.pieces import Piece, moved
from ethicsdiff.provisions.sections import names_section, section_rank
from ethicsdiff.provisions.state import Around, State
from ethicsdiff.provisions.survey import Survey, first_sentence, has_verb, heading_rank, look_of, rank_of
from ethicsdiff.provisions.tree import LIST_RANK, Node, Outline, is_container

_TERMINAL = re.compile(r"[.;:,!?]\s*$")
_LONGEST_HEADING = 400
_LONGEST_UNSTOPPED = 200
_TITLE_WORDS = 25
_NORM_WORDS = 12
_STOPPED_WORDS = 6
_LONGEST_OPENING = 120


def place_unit(piece: Piece, label: Label, around: Around, state: State) -> None:
    """Puts a labelled piece into the outline, its words as heading or as text."""
    rank, kind = _rank_and_kind(piece, label, around, state)
    node = state.outline.add_labelled(label, block=piece.block.ordinal, rank=rank, kind=kind, level=_list_level(piece))
    node.listed = label.kind is None and rank < LIST_RANK
    if node.listed:
        state.looks.setdefault(look_of(piece), rank)
        state.sections[label.style] = (label.number, rank)
    state.new_act = False
    state.unplaced_spans.extend(_between(piece, label))
    if not piece.text:
        return
    span = piece.span()
    length = _title_length(piece, node, state.survey) if rank < LIST_RANK else 0
    if length:
        node.heading_spans = [Span(block=span.block, start=span.start, end=span.start + length)]
        node.heading = piece.text[:length]
        span = Span(block=span.block, start=span.start + length, end=span.end)
    span = _trimmed(span, piece)
    point = _first_point(piece, node, span, state) if span.start < span.end else None
    if point is not None and point.label is not None:
        place_unit(point, point.label, around, state)
    elif span.start < span.end:
        add_text(node, span, piece.text)


def _between(piece: Piece, label: Label) -> list[Span]:
    """Returns what stands between a label and the unit's own words and belongs to neither: a dash, a second form of the number."""
    before = piece.block.text[piece.start : piece.body]
    if not before.strip() or before.strip() == label.display:
        return []
    start = piece.start + max(before.find(label.display), 0) + (len(label.display) if label.display in before else 0)
    left = piece.block.text[start : piece.body]
    return [Span(block=piece.block.ordinal, start=start, end=piece.body)] if left.strip() else []


def _list_level(piece: Piece) -> int:
    """Returns the depth that the source gives an item of a list, -1 for any other paragraph."""
    return piece.block.level if piece.block.kind == BlockKind.LIST_ITEM and piece.start == 0 else -1


def _first_point(piece: Piece, node: Node, span: Span, state: State) -> Piece | None:
    """Returns the first point of an article where it stands on the line of the article's label («Статья 5. 1. Судья ...»)."""
    words = piece.block.text[span.start : span.end]
    if node.kind != ProvisionKind.ARTICLE or not words[:2].strip("(").startswith("1"):
        return None
    label = moved(read_label(words, state.languages), span.start)
    if label is None or label.kind is not None or label.number != "1":
        return None
    return Piece(block=piece.block, start=span.start, end=piece.end, label=label, body=label.end)


def _trimmed(span: Span, piece: Piece) -> Span:
    words = piece.block.text[span.start : span.end]
    return Span(block=span.block, start=span.start + len(words) - len(words.lstrip()), end=span.end)


def _rank_and_kind(piece: Piece, label: Label, around: Around, state: State) -> tuple[int, ProvisionKind | None]:
    """Returns where a labelled piece stands; a list number on a heading, or one that decimals continue, makes a section."""
    if label.kind is not None:
        return _below_goal(label, state.outline) or _worded_rank(label, state.survey)
    text = piece.text
    if piece.is_heading and not (_TERMINAL.search(text) and len(text.split()) > _NORM_WORDS):
        return heading_rank(piece, state.survey), ProvisionKind.SECTION
    if text and not _TERMINAL.search(text) and names_section(piece, label, around, state):
        return section_rank(label, state), ProvisionKind.SECTION
    return LIST_RANK, None


def _below_goal(label: Label, outline: Outline) -> tuple[int, ProvisionKind] | None:
    """Returns the place of a task that is called a goal too ("Objective 1.2" under "Goal 1"); None for any other unit."""
    head = label.number.rpartition(".")[0]
    if label.kind != ProvisionKind.GOAL or not head:
        return None
    numbers = [node.number for node in outline.open if node.kind == ProvisionKind.GOAL]
    return (RANKS[ProvisionKind.TASK], ProvisionKind.TASK) if head in numbers else None


def _worded_rank(label: Label, found: Survey) -> tuple[int, ProvisionKind | None]:
    rank = rank_of(label, found.lowered)
    if rank != label.rank:
        return rank, ProvisionKind.PARAGRAPH
    if found.canons and label.rank == PARAGRAPH_SIGN:
        return label.rank, ProvisionKind.ARTICLE
    if found.sections and label.kind == ProvisionKind.SECTION and label.rank == RANKS[ProvisionKind.SECTION]:
        return RANKS[ProvisionKind.ARTICLE], ProvisionKind.ARTICLE
    return label.rank, None


def _title_length(piece: Piece, node: Node, found: Survey) -> int:
    """Returns how much of the words after a label is a title: all, none, or the first sentence."""
    text = piece.text
    if node.kind in (ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH) and not piece.is_heading:
        return 0
    if found.inline and node.kind == ProvisionKind.ARTICLE:
        length = first_sentence(text)
        if length:
            return length
    return len(text) if _is_title(piece, text, node, found) else 0


def _is_title(piece: Piece, text: str, node: Node, found: Survey) -> bool:
    words = len(text.split())
    if len(text) > _LONGEST_HEADING or text[-1] in ":;,":
        return is_container(node.kind) and len(text) <= _LONGEST_HEADING and piece.is_heading
    if is_container(node.kind) or (piece.is_heading and ". " not in text):
        return True
    if text[-1] not in ".!?":
        return ". " not in text or len(text) <= _LONGEST_UNSTOPPED
    return ". " not in text and (found.stopped or (words <= _STOPPED_WORDS and not has_verb(text)))


def looks_like_heading(piece: Piece, around: Around) -> bool:
    """Returns whether a piece without label is a heading: marked so, or short and set off by its looks."""
    if piece.is_heading:
        return True
    text = piece.whole
    if len(text) > _LONGEST_UNSTOPPED or _TERMINAL.search(text):
        return False
    bold, centred, capitals = piece.block.bold, piece.block.centred, text.isupper() and len(text) > 3
    if (bold and centred) or (capitals and (centred or bold)):
        return True
    if bold and _is_over_text(text, around.following):
        return True
    announces = around.table or (around.labelled is not None and around.following is not None and around.following.label is around.labelled)
    return announces and ((bold and _is_worded(around)) or (capitals and len(text.split()) > 1))


def _is_over_text(text: str, following: Piece | None) -> bool:
    """Returns whether a short bold line stands over words that are not bold."""
    short = len(text.split()) <= _NORM_WORDS and text[:1].isupper()
    return short and following is not None and bool(following.whole) and not following.block.bold


def _is_worded(around: Around) -> bool:
    return around.labelled is not None and around.labelled.kind is not None


def place_heading(piece: Piece, state: State) -> None:
    """Puts a heading without number under its unit: the second line of "ГЛАВА 1 / ОБЩИЕ ПОЛОЖЕНИЯ", or a section of its own."""
    outline = state.outline
    if _continues_heading(piece, outline.top):
        add_heading(outline.top, piece)
        return
    kind, rank = ProvisionKind.SECTION, state.looks.get(look_of(piece)) or heading_rank(piece, state.survey)
    if state.new_act:
        kind, rank, state.new_act = ProvisionKind.ANNEX, RANKS[ProvisionKind.ANNEX], False
    label = Label(kind=kind, number="", style="heading", rank=rank, display="", end=piece.start, start=piece.start)
    node = outline.add_labelled(label, block=piece.block.ordinal, rank=rank, kind=kind)
    node.name = " ".join(piece.whole.split())
    add_heading(node, piece)


def _continues_heading(piece: Piece, top: Node) -> bool:
    """Returns whether a heading is that of the unit just opened, or its second line."""
    if top.parent is None or top.is_list or top.spans or top.children or top.style == "heading":
        return False
    if not top.heading:
        return True
    same_look = top.heading.isupper() and piece.whole.isupper() and not piece.is_heading
    return (same_look or piece.whole[:1].islower()) and not _TERMINAL.search(top.heading)


def add_heading(node: Node, piece: Piece) -> None:
    """Adds a line to the heading of a unit."""
    node.heading = f"{node.heading}\n{piece.whole}".strip()
    node.heading_spans.append(Span(block=piece.block.ordinal, start=piece.span().start, end=piece.span().end))


def is_title_below(piece: Piece, top: Node, around: Around) -> bool:
    """Returns whether a paragraph is the title of the unit whose label stands alone on the line above."""
    text = piece.whole
    if top.parent is None or top.is_list or not top.is_bare or top.kind == ProvisionKind.PARAGRAPH:
        return False
    if _TERMINAL.search(text) or not text[:1].isupper() or len(text.split()) > _TITLE_WORDS:
        return False
    if around.table:
        return True
    following = around.following
    return following is not None and (following.label is None or following.label.kind is None or following.label.rank > top.rank)


def add_text(node: Node, span: Span, text: str) -> None:
    """Adds words to a unit."""
    node.spans.append(span)
    node.ends = text.rstrip()[-1:]
    node.opening = text[-_LONGEST_OPENING:] if node.ends == ":" else ""
