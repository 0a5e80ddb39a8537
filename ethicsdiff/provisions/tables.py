"""Tables as units: rows of a plan of actions with their named cells, group rows as goals, other rows as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import Block, ProvisionKind, Span
from ethicsdiff.provisions.labels import data_of, read_label
from ethicsdiff.provisions.tree import LIST_RANK, Node, Outline

_PLAN_COLUMNS = 3


def add_table(cells: Sequence[Block], outline: Outline, languages: tuple[str, ...]) -> None:
    """Puts the rows of one table (its cell blocks in document order) under the innermost worded unit or heading."""
    rows = _rows(cells)
    if not rows:
        return
    while outline.top.rank >= LIST_RANK:
        outline.open.pop()
    header = _header(rows, languages)
    measure = _measure_column(header, languages)
    for row in rows[1:] if header else rows:
        _add_row(row, header, measure, outline, languages)


def _rows(cells: Sequence[Block]) -> list[list[Block]]:
    rows: dict[int, list[Block]] = {}
    for block in cells:
        if block.cell is not None and (block.text.strip() or block.number):
            rows.setdefault(block.cell.row, []).append(block)
    return [rows[key] for key in sorted(rows)]


def _header(rows: list[list[Block]], languages: tuple[str, ...]) -> dict[int, str]:
    """Returns the column titles of a table whose first row is a header: bold throughout, or holding a known column word."""
    first = rows[0]
    if len(rows) < 2 or len({_column(b) for b in first}) < 2:
        return {}
    known = _measure_column({_column(b): b.text for b in first}, languages) >= 0
    numbered = any(_is_number_title(b.text, languages) for b in first)
    if not (known or numbered or all(b.bold for b in first)):
        return {}
    return {_column(block): block.text.strip() for block in first}


def _is_number_title(text: str, languages: tuple[str, ...]) -> bool:
    return any(folded(text).startswith(word) and len(text) < 8 for code in languages for word in data_of(code).table.number)


def _measure_column(header: dict[int, str], languages: tuple[str, ...]) -> int:
    for column, title in header.items():
        for code in languages:
            words = (*data_of(code).table.measure, *data_of(code).table.indicator)
            if any(word in folded(title) for word in words):
                return column
    return -1


def _add_row(row: list[Block], header: dict[int, str], measure: int, outline: Outline, languages: tuple[str, ...]) -> None:
    columns = {_column(block) for block in row}
    if len(columns) == 1 and header and len(header) >= _PLAN_COLUMNS:
        _add_group_row(row, outline, languages)
        return
    main = [b for b in row if _column(b) == measure] or [b for b in row if not _is_counter(b)] or row
    if measure < 0 and not header and len(columns) == 2:
        main = [b for b in row if _column(b) == max(columns)]
    kind = ProvisionKind.MEASURE if measure >= 0 else ProvisionKind.TABLE_ROW
    node = Node(kind=kind, parent=outline.top, style="row", rank=LIST_RANK, block=row[0].ordinal)
    node.label = node.number = _row_number(row)
    node.name = node.number.rstrip(".") or str(1 + sum(child.style == "row" for child in outline.top.children))
    node.spans = [Span(block=b.ordinal, start=0, end=len(b.text)) for b in main]
    node.fields = _fields(row, main, header)
    outline.top.children.append(node)


def _add_group_row(row: list[Block], outline: Outline, languages: tuple[str, ...]) -> None:
    """Opens the goal or task that a row over all columns names, so that the rows below belong to it."""
    block = row[0]
    label = read_label(block.text, languages)
    rank = label.rank if label is not None and label.rank >= 0 else LIST_RANK - 2
    if label is None or label.kind is None:
        while outline.top.style == "group" or outline.top.rank >= LIST_RANK:
            outline.open.pop()
        node = outline.add(Node(kind=ProvisionKind.TABLE_ROW, parent=None, style="group", rank=rank, block=block.ordinal))
    else:
        node = outline.add_labelled(label, block=block.ordinal, rank=rank)
    start = label.end if label is not None else 0
    node.heading = block.text[start:].strip()
    node.heading_span = Span(block=block.ordinal, start=start, end=len(block.text))
    node.name = node.name or node.heading


def _row_number(row: list[Block]) -> str:
    first = row[0]
    return (first.number or first.text).strip() if _is_counter(first) else ""


def _is_counter(block: Block) -> bool:
    text = block.text.strip()
    return bool(block.number and not text) or (bool(text) and len(text) <= 8 and text.rstrip(".)").replace(".", "").replace("-", "").isdigit())


def _fields(row: list[Block], main: list[Block], header: dict[int, str]) -> tuple[tuple[str, str], ...]:
    others = (b for b in row if b not in main and not _is_counter(b))
    return tuple((header.get(_column(b), ""), b.text.strip()) for b in others)


def _column(block: Block) -> int:
    return block.cell.column if block.cell is not None else 0
