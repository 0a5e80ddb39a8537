"""Recitals: the participial clauses of a preamble, split on `;` so that each can be cited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ethicsdiff.languages.base import LanguageData
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
        if folded(block.text).rstrip(".:") in data.preamble:
            titled = True
            preamble = _open(outline, block, data, heading=block.text.strip())
        elif block.cell is None and (titled or _is_prose(block)):
            preamble = preamble or _open(outline, block, data, heading="")
            _add_recitals(preamble, block, data)
        else:
            unplaced.append(block.ordinal)
    if preamble is not None:
        outline.open.remove(preamble)


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
    for start, end in _pieces(block.text):
        node = Node(kind=ProvisionKind.RECITAL, parent=preamble, style="recital", rank=1, block=block.ordinal)
        node.number = node.name = str(len(preamble.children) + 1)
        node.spans = [Span(block=block.ordinal, start=start, end=end)]
        preamble.children.append(node)


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
