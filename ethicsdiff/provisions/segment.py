"""Blocks in, provisions out: the hierarchy of a draft as its labels, headings, recitals and tables show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from ethicsdiff.errors import DraftError
from ethicsdiff.languages.text import fold
from ethicsdiff.model.document import Block, BlockKind, Draft, Notice, ProvisionKind, Severity, SourceDocument, Span
from ethicsdiff.provisions.finish import finish
from ethicsdiff.provisions.labels import Label, data_of, read_label
from ethicsdiff.provisions.preamble import find_preamble, is_preamble_title
from ethicsdiff.provisions.tables import add_table
from ethicsdiff.provisions.tree import LIST_RANK, Node, Outline, heading_rank, is_container

_TERMINAL = re.compile(r"[.;:,!?]\s*$")
_CONTENTS_LINE = re.compile(r"(?:\.{4,}|…{2,}|\t)\s*\d{1,3}\s*$")
_LONGEST_HEADING = 200
_STORY = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.CELL})


@dataclass(slots=True)
class _State:
    """What segmentation carries along: the outline, the languages, blocks left outside provisions, and notices."""

    outline: Outline
    languages: tuple[str, ...]
    unplaced: list[int]
    notices: list[Notice]
    in_contents: bool = False


def segment(source: SourceDocument) -> Draft:
    """Returns the draft with its provisions in document order.

    Errors:
        DraftError: no labelled unit was found at all, so that nothing could be cited.
    """
    blocks = tuple(block for block in source.blocks if block.kind in _STORY)
    labels = {block.ordinal: _label_of(block, source.languages) for block in blocks if block.text.strip() or block.number}
    state = _State(Outline(), source.languages, [], [])
    first = _first_unit(blocks, labels)
    if first == len(blocks):
        raise _nothing_found(source)
    find_preamble(blocks[:first], state.outline, data_of(source.languages[0]), state.unplaced)
    _place_all(blocks[first:], labels, state)
    provisions = finish(state.outline.root, source)
    if not provisions:
        raise _nothing_found(source)
    return Draft(source=source, provisions=provisions, unplaced=tuple(state.unplaced), notices=tuple(state.notices))


def _nothing_found(source: SourceDocument) -> DraftError:
    hint = 'Units need labels such as "Статья 1.", "1-бап.", "Article 1" or "1.".'
    return DraftError("no provisions were found", where=source.file, hint=hint)


def _label_of(block: Block, languages: tuple[str, ...]) -> tuple[Label | None, int]:
    """Returns the label a block shows and the offset where its own text begins; automatic and typed numbers make one label."""
    typed = read_label(block.text, languages)
    automatic = read_label(f"{block.number} ", languages) if block.number else None
    if automatic is None:
        return typed, typed.end if typed else 0
    if typed is None or (typed.kind is None and typed.number != automatic.number):
        return automatic, 0
    return (typed if typed.kind is not None else automatic), typed.end


def _first_unit(blocks: Sequence[Block], labels: dict[int, tuple[Label | None, int]]) -> int:
    """Returns the index of the first block that opens a unit: a worded unit, a top-level list label, or a heading after the title."""
    for index, block in enumerate(blocks):
        label = labels.get(block.ordinal, (None, 0))[0]
        if label is not None and block.cell is None and label.style != "bullet" and not _CONTENTS_LINE.search(block.text):
            return index
        if block.kind == BlockKind.HEADING and index and block.level >= 1 and not is_preamble_title(block):
            return index
    tables = [i for i, block in enumerate(blocks) if block.cell is not None]
    headings = [i for i, block in enumerate(blocks) if block.kind == BlockKind.HEADING]
    return min((*tables, *headings), default=len(blocks))


def _place_all(blocks: Sequence[Block], labels: dict[int, tuple[Label | None, int]], state: _State) -> None:
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if block.cell is not None:
            cells = list(takewhile(lambda b: b.cell is not None, islice(blocks, index, None)))
            for table in _by_table(cells):
                add_table(table, state.outline, state.languages)
            index += len(cells)
            continue
        if block.text.strip() or block.number:
            _place(block, labels[block.ordinal], _next_text(blocks, index), state)
        index += 1


def _by_table(cells: Sequence[Block]) -> list[list[Block]]:
    """Returns neighbouring cell blocks grouped by table, so that a nested table does not break the rows around it."""
    tables: dict[int, list[Block]] = {}
    for block in cells:
        tables.setdefault(block.cell.table if block.cell is not None else -1, []).append(block)
    return list(tables.values())


def _next_text(blocks: Sequence[Block], index: int) -> str:
    following = (b for b in blocks[index + 1 : index + 4] if b.text.strip() or b.number)
    block = next(following, None)
    return f"{block.number} {block.text}".strip() if block is not None else ""


def _place(block: Block, labelled: tuple[Label | None, int], following: str, state: _State) -> None:
    if _is_contents(block, state):
        state.unplaced.append(block.ordinal)
        return
    label, start = labelled
    if label is not None:
        _place_unit(block, label, start, following, state)
    elif block.kind == BlockKind.HEADING or _looks_like_heading(block):
        _place_heading(block, state)
    else:
        _place_text(block, state)


def _is_contents(block: Block, state: _State) -> bool:
    """Returns whether a block belongs to a table of contents, whose entries must not become articles."""
    text = fold(block.text).text.strip()
    titles = {title for code in state.languages for title in data_of(code).contents}
    if text.rstrip(":") in titles:
        state.notices.append(Notice(code="draft.contents-skipped", severity=Severity.INFO, location=block.location))
        return True
    return block.style.startswith("toc") or bool(_CONTENTS_LINE.search(block.text))


def _place_unit(block: Block, label: Label, start: int, following: str, state: _State) -> None:
    rank, kind = _rank_and_kind(block, label, start, following)
    node = state.outline.add_labelled(label, block=block.ordinal, rank=rank, kind=kind)
    rest = block.text[start:]
    begin = start + len(rest) - len(rest.lstrip())
    span = Span(block=block.ordinal, start=begin, end=len(block.text.rstrip()))
    if span.start >= span.end:
        return
    if rank < LIST_RANK and _is_title(block, rest.strip(), node):
        node.heading, node.heading_span = rest.strip(), span
    else:
        _add_text(node, span, block)


def _rank_and_kind(block: Block, label: Label, start: int, following: str) -> tuple[int, ProvisionKind | None]:
    """Returns where a labelled block stands; a list number on a heading, or one that decimals continue, makes a section."""
    if label.kind is not None:
        return label.rank, None
    if block.kind == BlockKind.HEADING and block.level <= 3:
        return heading_rank(block.level), ProvisionKind.SECTION
    text = block.text[start:].strip()
    continued = following.startswith(f"{label.number}.1")
    if label.style == "point" and text and not _TERMINAL.search(text) and (continued or (block.bold and block.centred)):
        return heading_rank(0), ProvisionKind.SECTION
    if label.style == "roman-point" and text and not _TERMINAL.search(text):
        return heading_rank(0), ProvisionKind.SECTION
    return LIST_RANK, None


def _is_title(block: Block, text: str, node: Node) -> bool:
    """Returns whether the words after a worded label are its title and not already its norm."""
    if is_container(node.kind) or block.kind == BlockKind.HEADING or block.bold:
        return len(text) <= _LONGEST_HEADING * 2
    if len(text) > _LONGEST_HEADING:
        return False
    return not _TERMINAL.search(text) or (text.endswith(".") and len(text.split()) <= 6 and ". " not in text)


def _looks_like_heading(block: Block) -> bool:
    text = block.text.strip()
    short = len(text) <= _LONGEST_HEADING and not _TERMINAL.search(text)
    capitals = text.isupper() and len(text) > 3
    return short and ((block.bold and block.centred) or (capitals and (block.centred or block.bold)))


def _place_heading(block: Block, state: _State) -> None:
    """Puts a heading without number under its unit: the second line of "ГЛАВА 1 / ОБЩИЕ ПОЛОЖЕНИЯ", or a section of its own."""
    span = Span(block=block.ordinal, start=0, end=len(block.text))
    top = state.outline.top
    if top.rank < LIST_RANK and top.parent is not None and not (top.heading or top.spans or top.children):
        top.heading, top.heading_span = block.text.strip(), span
        return
    label = Label(kind=ProvisionKind.SECTION, number="", style="heading", rank=heading_rank(block.level), display="", end=0)
    node = state.outline.add_labelled(label, block=block.ordinal, rank=heading_rank(block.level))
    node.name = node.heading = block.text.strip()
    node.heading_span = span


def _place_text(block: Block, state: _State) -> None:
    """Puts a paragraph without label under the unit it continues; before the first unit it stays outside the provisions."""
    span = Span(block=block.ordinal, start=0, end=len(block.text))
    top = _continued_unit(block, state.outline)
    if top.style == "root":
        state.unplaced.append(block.ordinal)
    elif top.rank < LIST_RANK and not top.spans and not top.children:
        _add_text(top, span, block)
        top.unnumbered = True
    else:
        _add_unnumbered(top, span, block, state.outline)


def _continued_unit(block: Block, outline: Outline) -> Node:
    """Returns the unit that a paragraph without label continues; after a finished list it is the unit whose lead-in opened the list."""
    if outline.top.style == "unnumbered":
        outline.open.pop()
    top = outline.top
    starts_sentence = block.text.lstrip()[:1].isupper()
    if starts_sentence and top.rank >= LIST_RANK and top.ends == "." and top.parent is not None and top.parent.ends == ":":
        outline.open.pop()
        if outline.top.style == "unnumbered":
            outline.open.pop()
    return outline.top


def _add_unnumbered(top: Node, span: Span, block: Block, outline: Outline) -> None:
    """Makes an unnumbered paragraph a unit of its own, and the first one of its unit too, so that both can be cited by ordinal."""
    if top.unnumbered and not top.children and top.ends != ":":
        first = Node(kind=_unnumbered_kind(top), parent=top, style="unnumbered", rank=LIST_RANK, block=top.spans[0].block)
        first.spans, first.ends, top.spans = top.spans, top.ends, []
        top.children.append(first)
    node = Node(kind=_unnumbered_kind(top), parent=top, style="unnumbered", rank=LIST_RANK, block=block.ordinal)
    _add_text(node, span, block)
    top.children.append(node)
    if node.ends == ":":
        outline.open.append(node)


def _unnumbered_kind(top: Node) -> ProvisionKind:
    return ProvisionKind.INDENT if top.rank >= LIST_RANK else ProvisionKind.PARAGRAPH


def _add_text(node: Node, span: Span, block: Block) -> None:
    node.spans.append(span)
    node.ends = block.text.rstrip()[-1:]
