"""Recitals: the participial clauses of a preamble, split on `;` so that each can be cited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ethicsdiff.languages.base import LanguageData
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import Block, BlockKind, ProvisionKind, Span
from ethicsdiff.provisions.tree import Node, Outline

_TERMINAL = re.compile(r"[.;:,]\s*$")
_SHORTEST_RECITAL_WORDS = 5


def find_preamble(blocks: Sequence[Block], outline: Outline, data: LanguageData, unplaced: list[int]) -> None:
    """Puts the recitals among the blocks before the first unit under a preamble; the other blocks (title, adoption) go to `unplaced`."""
    preamble: Node | None = None
    titled = False
    for block in blocks:
        if not block.text.strip():
            continue
        if is_preamble_title(block):
            titled = True
            preamble = _open(outline, block, data, heading=block.text.strip())
        elif block.cell is None and (titled or _is_prose(block)):
            preamble = preamble or _open(outline, block, data, heading="")
            _add_recitals(preamble, block, data)
        else:
            unplaced.append(block.ordinal)
    if preamble is not None:
        outline.open.remove(preamble)


def is_preamble_title(block: Block) -> bool:
    """Returns whether a block is the word for a preamble, in any language."""
    return folded(block.text).rstrip(".:") in {title for data in LANGUAGES.values() for title in data.preamble}


def _open(outline: Outline, block: Block, data: LanguageData, *, heading: str) -> Node:
    node = Node(kind=ProvisionKind.SECTION, parent=None, style="preamble", name=data.recital, heading=heading, block=block.ordinal)
    if heading:
        node.heading_span = Span(block=block.ordinal, start=0, end=len(block.text))
    return outline.add(node)


def _is_prose(block: Block) -> bool:
    text = block.text.strip()
    if block.kind == BlockKind.HEADING or block.centred or not _TERMINAL.search(text):
        return False
    return len(text.split()) >= _SHORTEST_RECITAL_WORDS


def _add_recitals(preamble: Node, block: Block, data: LanguageData) -> None:
    """Adds the pieces of a block as recitals, numbered from 1; words that frame them stay unnumbered."""
    for start, end in _pieces(block.text):
        if _is_frame(block.text[start:end], first=not preamble.children):
            node = Node(kind=ProvisionKind.PARAGRAPH, parent=preamble, style="unnumbered", rank=1, block=block.ordinal)
        else:
            node = Node(kind=ProvisionKind.RECITAL, parent=preamble, style="recital", rank=1, block=block.ordinal)
            node.number = node.name = str(1 + sum(child.style == "recital" for child in preamble.children))
        node.spans = [Span(block=block.ordinal, start=start, end=end)]
        preamble.children.append(node)


def _is_frame(text: str, *, first: bool) -> bool:
    """Returns whether a piece names who adopts, or that it is adopted ("The Congress of Judges,", "adopts this Code.")."""
    return (len(text.split()) < _SHORTEST_RECITAL_WORDS and not text.endswith(";")) or (first and text.endswith((",", ":")))


def _pieces(text: str) -> list[tuple[int, int]]:
    """Returns the spans between semicolons, without outer white space; a piece of one or two words stays with the one before it."""
    pieces: list[tuple[int, int]] = []
    for match in re.finditer(r"[^;]+;?", text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        end = match.start() + len(match.group().rstrip())
        if pieces and len(text[start:end].split()) < 3:
            pieces[-1] = (pieces[-1][0], end)
        elif start < end:
            pieces.append((start, end))
    return pieces
