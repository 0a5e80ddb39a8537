"""Tables as units: rows of a plan of actions or of indicators with named fields, group rows as goals, pairs of a passport."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import Block, ProvisionKind, Span
from ethicsdiff.provisions.front import is_adoption
from ethicsdiff.provisions.grid import Grid, Plan, Row, column_of, grid_of, is_counter
from ethicsdiff.provisions.labels import Label, data_of, read_label
from ethicsdiff.provisions.notes import is_name, is_signature
from ethicsdiff.provisions.state import State
from ethicsdiff.provisions.tree import LIST_RANK, Node, Outline

_PLAN_COLUMNS = 3
_GROUP_RANK = LIST_RANK - 2


@dataclass(frozen=True, slots=True)
class Table:
    """The cell blocks of one table in document order."""

    blocks: tuple[Block, ...]


def is_stamp(table: Table) -> bool:
    """Returns whether a table only lays out who approved an act, as above a title."""
    texts = [block.text for block in table.blocks if block.text.strip()]
    return any(is_adoption(text) for text in texts) or len(texts) < _PLAN_COLUMNS


def add_table(table: Table, state: State) -> None:
    """Puts the rows of a table under the innermost worded unit or heading."""
    grid = grid_of(table.blocks, lambda text: _is_known_title(text, state.languages))
    if not grid.rows or _is_signed(grid):
        state.unplaced.update(block.ordinal for row in grid.rows for block in row.blocks)
        return
    outline = state.outline
    _open_holder(outline)
    state.unplaced.update(block.ordinal for row in grid.header for block in row.blocks)
    plan = _plan(grid, state)
    for row in grid.rows:
        if row.is_group and grid.width >= _PLAN_COLUMNS:
            _add_group_row(row, outline, state.languages)
        else:
            _add_row(row, grid, plan, state)
    _leave_group(outline)


def _is_signed(grid: Grid) -> bool:
    """Returns whether every row of a table only names an office and who signs for it."""
    return not grid.header and all(len(row.blocks) > 1 and _signs(row) for row in grid.rows)


def _signs(row: Row) -> bool:
    texts = [block.text.strip() for block in row.blocks]
    short = all(text[-1:] not in ".;:!?" or is_name(text) for text in texts if text)
    return short and is_name(texts[-1]) and (is_signature(" ".join(texts[0].split())) or len(texts) > 2)


def _open_holder(outline: Outline) -> None:
    """Leaves open the unit that a table belongs to: the one whose words announce it, else the innermost worded unit or heading.

    In a text of points alone it is the outermost point.
    """
    if outline.top.ends == ":" and not outline.top.children:
        return
    outer = outline.open[:2]
    outline.close_to_rank(LIST_RANK)
    _leave_group(outline)
    if outline.top is outline.root:
        outline.open[:] = outer


def _leave_group(outline: Outline) -> None:
    while any(node.style == "group" for node in outline.open):
        outline.open.pop()


def _is_known_title(text: str, languages: tuple[str, ...]) -> bool:
    plain = folded(text)
    tables = [data_of(code).table for code in languages]
    if any(plain.startswith(word) and len(plain) < 8 for table in tables for word in table.number):
        return True
    return len(plain) < 60 and any(word in plain for table in tables for word in (*table.measure, *table.indicator, *table.proposed))


def _plan(grid: Grid, state: State) -> Plan:
    """Returns how the rows of a table are read; one without a header right after another as wide goes on with it."""
    if not grid.header and state.plan is not None and state.plan.width == grid.width:
        return state.plan
    state.plan = _plan_of(grid, state.languages)
    return state.plan


def _plan_of(grid: Grid, languages: tuple[str, ...]) -> Plan:
    tables = [data_of(code).table for code in languages]
    choices = (
        ([word for table in tables for word in table.measure], ProvisionKind.MEASURE),
        ([word for table in tables for word in table.indicator], ProvisionKind.INDICATOR),
        ([word for table in tables for word in table.proposed], ProvisionKind.TABLE_ROW),
    )
    for words, kind in choices:
        for column, title in sorted(grid.titles.items()):
            if any(word in folded(title) for word in words):
                return Plan(grid.titles, column, kind, grid.width)
    return Plan(grid.titles, -1, ProvisionKind.TABLE_ROW, grid.width)


def _add_row(row: Row, grid: Grid, plan: Plan, state: State) -> None:
    """Adds a row; its number is the label, the key column its text, other columns its fields."""
    outline = state.outline
    if plan.titles and all(is_counter(block) for block in row.blocks):
        # A row of a form that nobody has filled in yet.
        state.unplaced.update(block.ordinal for block in row.blocks)
        return
    counter = row.blocks[0] if is_counter(row.blocks[0]) and len(row.blocks) > 1 else None
    rest = [block for block in row.blocks if block is not counter]
    pair = not plan.titles and grid.width == 2 and counter is None and len({column_of(block) for block in rest}) == 2
    main = [block for block in rest if column_of(block) == (1 if pair else plan.key)] or rest
    node = Node(kind=plan.kind, parent=None, style="row", rank=LIST_RANK, block=row.blocks[0].ordinal)
    if counter is not None:
        node.label = node.number = (counter.number or counter.text).strip()
    if pair:
        _set_heading(node, [block for block in rest if column_of(block) == 0])
    _set_text(node, main, state.languages)
    if not pair:
        node.fields = tuple(_fields(row, grid, plan, main))
    _name_row(node, outline.top)
    outline.top.add(node)


def _name_row(node: Node, above: Node) -> None:
    above.rows += 1
    node.name = node.number.rstrip(".)") or str(above.rows)


def _set_heading(node: Node, blocks: Sequence[Block]) -> None:
    node.heading = "\n".join(block.text.strip() for block in blocks)
    node.heading_spans = [Span(block=block.ordinal, start=0, end=len(block.text)) for block in blocks]


def _set_text(node: Node, blocks: Sequence[Block], languages: tuple[str, ...]) -> None:
    """Gives a row its words; a number typed before them is the label of a row that has no column for numbers."""
    for index, block in enumerate(blocks):
        start = 0
        label = read_label(block.text, languages) if not index and not node.label and node.kind == ProvisionKind.MEASURE else None
        if label is not None and not label.style.startswith("bullet"):
            node.label, node.number, start = label.display, label.number, label.end
        node.spans.append(Span(block=block.ordinal, start=start, end=len(block.text)))
    node.ends = blocks[-1].text.rstrip()[-1:] if blocks else ""


def _fields(row: Row, grid: Grid, plan: Plan, main: Sequence[Block]) -> list[tuple[str, str]]:
    """Returns the named cells of a row, a cell merged over several rows in each of them."""
    columns: dict[int, list[str]] = {}
    for block in (*row.blocks, *grid.merged_into(row)):
        if block not in main and not (is_counter(block) and column_of(block) == 0):
            columns.setdefault(column_of(block), []).append(block.text.strip())
    found = ((plan.titles.get(column, ""), "\n".join(texts)) for column, texts in sorted(columns.items()))
    return [(title, text) for title, text in found if text]


def _add_group_row(row: Row, outline: Outline, languages: tuple[str, ...]) -> None:
    """Opens the goal or task that a row over all columns names, so that the rows below belong to it."""
    block = row.blocks[0]
    label = read_label(block.text, languages)
    if label is None or label.kind is None:
        label = _unlabelled(label, block)
        while outline.top.style == "group" and outline.top.rank >= _GROUP_RANK:
            outline.open.pop()
        node = outline.add(Node(kind=ProvisionKind.TABLE_ROW, parent=None, rank=_GROUP_RANK, block=block.ordinal))
        node.label, node.number = label.display, label.number
    else:
        node = outline.add_labelled(label, block=block.ordinal, rank=label.rank)
    node.style = "group"
    words = block.text[label.end :]
    begin = label.end + len(words) - len(words.lstrip())
    node.heading, node.heading_spans = words.strip(), [Span(block=block.ordinal, start=begin, end=len(block.text.rstrip()))]
    for other in row.blocks[1:]:
        node.spans.append(Span(block=other.ordinal, start=0, end=len(other.text)))
    node.name = node.name or node.heading


def _unlabelled(label: Label | None, block: Block) -> Label:
    return label or Label(kind=None, number="", style="group", rank=-1, display="", end=0)
