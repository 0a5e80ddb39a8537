"""Tables by their ruling lines: level and upright lines that touch make a grid, a missing piece of line joins two cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ethicsdiff.readers.pdf.page import Glyph, Rule

_NEAR = 3.0
_LEAST_LENGTH = 6.0
_LEAST_COLUMNS = 2
_LEAST_ROWS = 1
_MOST_LINES = 4_000
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: its place in the grid, its spans, and its box (left, bottom, right, top)."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A ruled table: the places of its upright lines, its top and bottom, its cells row by row."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[Cell, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top edge."""
        return self.columns[0], self.rows[-1], self.columns[-1], self.rows[0]


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """Returns the ruled tables of a page from the top down; boxes around one text and lone lines are none."""
    long = [rule for rule in rules if max(rule.right - rule.left, rule.top - rule.bottom) >= _LEAST_LENGTH]
    if len(long) > _MOST_LINES:
        return []
    grids = (_grid(group) for group in _touching(long))
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: -grid.rows[0])


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Returns lines in groups of those that touch each other."""
    groups: list[list[Rule]] = []
    for rule in rules:
        met = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if not any(group is one for one in met)]
        groups.append([rule, *(one for group in met for one in group)])
    return groups


def _touch(one: Rule, other: Rule) -> bool:
    across = one.left - _NEAR <= other.right and other.left - _NEAR <= one.right
    return across and one.bottom - _NEAR <= other.top and other.bottom - _NEAR <= one.top


def _grid(rules: Sequence[Rule]) -> Grid | None:
    level = [rule for rule in rules if rule.is_level]
    upright = [rule for rule in rules if not rule.is_level]
    columns = _places((rule.left + rule.right) / 2 for rule in upright)
    rows = _places((rule.bottom + rule.top) / 2 for rule in level)[::-1]
    wide, high = len(columns) - 1, len(rows) - 1
    if wide < _LEAST_COLUMNS or high < _LEAST_ROWS or wide * high > _MOST_CELLS:
        return None
    return Grid(columns=tuple(columns), rows=tuple(rows), cells=tuple(_cells(columns, rows, level, upright)))


def _places(values: Iterable[float]) -> list[float]:
    """Returns distinct places in rising order; those nearer than the width of a line are one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _cells(columns: Sequence[float], rows: Sequence[float], level: Sequence[Rule], upright: Sequence[Rule]) -> list[Cell]:
    """Returns the cells row by row; each takes in the free fields to its right and below that no line parts from it."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            across = _across(row, column, columns, rows, upright)
            down = _down(row, column, across, columns, rows, level)
            taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
            box = (columns[column], rows[row + down], columns[column + across], rows[row])
            cells.append(Cell(row=row, column=column, row_span=down, column_span=across, box=box))
    return cells


def _across(row: int, column: int, columns: Sequence[float], rows: Sequence[float], upright: Sequence[Rule]) -> int:
    middle, span = (rows[row] + rows[row + 1]) / 2, 1
    while column + span < len(columns) - 1 and not any(
        rule.bottom - _NEAR <= middle <= rule.top + _NEAR and abs(_x(rule) - columns[column + span]) <= _NEAR for rule in upright
    ):
        span += 1
    return span


def _down(row: int, column: int, across: int, columns: Sequence[float], rows: Sequence[float], level: Sequence[Rule]) -> int:
    middle, span = (columns[column] + columns[column + across]) / 2, 1
    while row + span < len(rows) - 1 and not any(
        rule.left - _NEAR <= middle <= rule.right + _NEAR and abs(_y(rule) - rows[row + span]) <= _NEAR for rule in level
    ):
        span += 1
    return span


def _x(rule: Rule) -> float:
    return (rule.left + rule.right) / 2


def _y(rule: Rule) -> float:
    return (rule.bottom + rule.top) / 2


def inside(glyphs: Iterable[Glyph], box: tuple[float, float, float, float]) -> list[Glyph]:
    """Returns the letters whose middle lies in a box."""
    left, bottom, right, top = box
    return [one for one in glyphs if left <= (one.left + one.right) / 2 < right and bottom <= one.base + one.size / 4 < top]
