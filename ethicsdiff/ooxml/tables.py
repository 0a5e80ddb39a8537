"""Tables as grids: which cell stands where, how far it spans, which cells Word hides because a merge covers them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ethicsdiff.ooxml.inline import SKIPPED
from ethicsdiff.ooxml.names import ALTERNATE, Element, chosen, value, w, whole_of

_ROW, _CELL, _TABLE = w("tr"), w("tc"), w("tbl")


@dataclass(slots=True)
class GridCell:
    """A cell and its place in the grid; `covered`: a merge with another cell hides it; `inserted`: a tracked row."""

    element: Element
    row: int
    column: int
    columns: int = 1
    rows: int = 1
    covered: bool = False
    inserted: bool = False


def grid_cells(table: Element) -> list[GridCell]:
    """Returns the cells of a table row by row, without rows and cells whose deletion is tracked."""
    cells: list[GridCell] = []
    open_merges: dict[int, GridCell] = {}
    for row, element in enumerate(one for one in inner(table, _ROW) if not _row_has(element=one, name="del")):
        placed = _row_cells(element, row)
        for cell in placed:
            _merge_down(cell, open_merges)
        cells += placed
    return cells


def inner(parent: Element, tag: str) -> Iterator[Element]:
    """Returns rows of a table or cells of a row in order, looking through content controls and other wrappers."""
    stack = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == tag:
            yield child
        elif child.tag not in SKIPPED and child.tag not in (_ROW, _CELL, _TABLE):
            wrapped = chosen(child) if child.tag == ALTERNATE else child
            if wrapped is not None:
                stack.append(iter(wrapped))


def _row_has(element: Element, name: str) -> bool:
    properties = element.find(w("trPr"))
    return properties is not None and properties.find(w(name)) is not None


def _row_cells(row: Element, number: int) -> list[GridCell]:
    column = max(whole_of(row.find(w("trPr")), w("gridBefore"), 0), 0)
    inserted = _row_has(row, "ins")
    cells: list[GridCell] = []
    shown: GridCell | None = None
    for element in inner(row, _CELL):
        properties = element.find(w("tcPr"))
        if properties is not None and properties.find(w("cellDel")) is not None:
            continue
        columns = max(whole_of(properties, w("gridSpan"), 1), 1)
        cell = GridCell(element, number, column, columns, inserted=inserted)
        if shown is not None and _continues(element, "hMerge"):
            shown.columns += columns
            cell.covered = True
        else:
            shown = cell
        cells.append(cell)
        column += columns
    return cells


def _merge_down(cell: GridCell, open_merges: dict[int, GridCell]) -> None:
    """Returns nothing; lengthens the cell above where this one continues a vertical merge, else opens or closes one."""
    opener = open_merges.get(cell.column)
    if opener is not None and opener.row + opener.rows == cell.row and _continues(cell.element, "vMerge"):
        opener.rows += 1
        cell.covered = True
    elif not cell.covered:
        open_merges[cell.column] = cell


def _continues(cell: Element, name: str) -> bool:
    properties = cell.find(w("tcPr"))
    merge = properties.find(w(name)) if properties is not None else None
    return merge is not None and value(merge, "continue") == "continue"
