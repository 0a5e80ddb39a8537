"""The grid of a table: its rows, which of them are headers, what their columns are called, which cells are merged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ethicsdiff.model.document import Block, ProvisionKind, TableCell

_LONGEST_COUNTER = 8


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row that hold something; `is_group` says that one of them stands for the whole row."""

    index: int
    blocks: tuple[Block, ...]
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: header rows, other rows, titles by column (empty without a header), width in columns, cells merged downwards."""

    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    titles: Mapping[int, str]
    width: int
    tall: tuple[Block, ...] = ()

    def merged_into(self, row: Row) -> tuple[Block, ...]:
        """Returns the cells that begin above a row and reach into it."""
        return tuple(block for block in self.tall if _cell(block).row < row.index < _cell(block).row + _cell(block).row_span)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table is read: titles of its columns, the column that names what a row is about (-1 if none), kind of its rows, its width."""

    titles: Mapping[int, str]
    key: int
    kind: ProvisionKind
    width: int


def grid_of(blocks: Sequence[Block], is_title: Callable[[str], bool]) -> Grid:
    """Returns the grid of the cell blocks of a table; `is_title` tells words that only titles of columns are.

    Header rows are also those that repeat one, or only count the columns.
    """
    cells = [block for block in blocks if block.cell is not None]
    width = max((_cell(block).column + _cell(block).column_span for block in cells), default=0)
    rows = _rows(cells, width)
    count = _header_rows(rows, is_title)
    heads = {_texts(row) for row in rows[:count]}
    header = [row for row in rows if count and (_texts(row) in heads or _is_column_count(row))]
    rest = [row for row in rows if row not in header]
    tall = tuple(block for block in cells if _cell(block).row_span > 1 and block.text.strip())
    return Grid(tuple(header), tuple(rest), _titles(rows[:count], width), width, tall)


def _texts(row: Row) -> tuple[tuple[int, str], ...]:
    """Returns what stands in which column, by which a header that a table repeats on later pages is known."""
    return tuple((column_of(block), " ".join(block.text.split())) for block in row.blocks)


def column_of(block: Block) -> int:
    """Returns the column of a cell block, 0-based."""
    return _cell(block).column


def is_counter(block: Block) -> bool:
    """Returns whether a cell holds nothing but the number of its row."""
    text = block.text.strip()
    if block.number and not text:
        return True
    return 0 < len(text) <= _LONGEST_COUNTER and text.rstrip(".)").replace(".", "").replace("-", "").isdigit()


def _cell(block: Block) -> TableCell:
    return block.cell if block.cell is not None else TableCell(table=-1, row=0, column=0)


def _rows(cells: Sequence[Block], width: int) -> list[Row]:
    by_row: dict[int, list[Block]] = {}
    for block in cells:
        by_row.setdefault(_cell(block).row, []).append(block)
    found = ((index, all_of, [b for b in all_of if b.text.strip() or b.number]) for index, all_of in sorted(by_row.items()))
    return [Row(index, tuple(filled), _is_group(all_of, filled, width)) for index, all_of, filled in found if filled]


def _is_group(all_of: Sequence[Block], filled: Sequence[Block], width: int) -> bool:
    """Returns whether a row is one cell over all columns, or says the same in all of them, or holds words in its first cell alone."""
    columns = {column_of(block) for block in filled}
    if width < 2 or all(is_counter(block) for block in filled):
        return False
    if len(columns) == 1:
        wide = max(_cell(block).column_span for block in filled) >= width
        return wide or (columns == {0} and (len({column_of(b) for b in all_of}) > 1 or width == 1))
    return len(columns) == width and len({block.text.strip() for block in filled}) == 1


def _header_rows(rows: Sequence[Row], is_title: Callable[[str], bool]) -> int:
    """Returns how many rows from the top are header: the first if its words or looks say so, and those that divide its columns."""
    if len(rows) < 2 or rows[0].is_group or len({column_of(block) for block in rows[0].blocks}) < 2:
        return 0
    first = rows[0]
    if not (any(is_title(block.text) for block in first.blocks) or all(block.bold for block in first.blocks)):
        return 0
    deep = min(max(_cell(block).row_span for block in first.blocks), len(rows) - 1)
    if deep > 1:
        return deep
    wide = {column for block in first.blocks if _cell(block).column_span > 1 for column in range(column_of(block), _end(block))}
    below = {column_of(block) for block in rows[1].blocks}
    return 2 if len(rows) > 2 and wide and below <= wide else 1


def _end(block: Block) -> int:
    return column_of(block) + _cell(block).column_span


def _is_column_count(row: Row) -> bool:
    """Returns whether a row only counts the columns: 1, 2, 3, 4."""
    texts = [block.text.strip() for block in row.blocks]
    return len(texts) > 2 and texts == [str(n) for n in range(1, len(texts) + 1)]


def _titles(header: Sequence[Row], width: int) -> dict[int, str]:
    """Returns the title of each column, that of a merged cell before those of the columns it stands over."""
    titles: dict[int, list[str]] = {}
    for row in header:
        for block in row.blocks:
            for column in range(column_of(block), min(_end(block), width)):
                titles.setdefault(column, []).append(" ".join(block.text.split()))
    return {column: ": ".join(words) for column, words in titles.items()}
