"""Tables of a web page: the grid that rows, columns and spans make, and tables that only lay out the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from ethicsdiff.model.document import TableCell
from ethicsdiff.readers.html_tree import Node, attributes_of, texts

_WIDEST_SPAN = 1_000
_PAGE_IN_A_CELL = 4_000


@dataclass(slots=True)
class OpenTable:
    """A table being read: its ordinal, the row and column reached, and how far earlier cells reach down each column."""

    ordinal: int
    row: int = -1
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)
    cell: TableCell | None = None

    def next_row(self) -> None:
        """Returns nothing; goes on to the first column of the next row."""
        self.row, self.column = self.row + 1, 0

    def next_cell(self, node: Node) -> None:
        """Returns nothing; puts a cell in the next free place of the row."""
        if self.row < 0:
            self.row = 0
        while self.taken.get(self.column, 0) > self.row:
            self.column += 1
        attributes = attributes_of(node)
        across, down = (_span(attributes.get(name, "")) for name in ("colspan", "rowspan"))
        self.cell = TableCell(table=self.ordinal, row=self.row, column=self.column, column_span=across, row_span=down)
        self.taken.update((column, self.row + down) for column in range(self.column, self.column + across))
        self.column += across


def _span(text: str) -> int:
    return min(max(int(text), 1), _WIDEST_SPAN) if text.strip().isdecimal() else 1


def is_layout(table: Node) -> bool:
    """Returns whether a table is scaffolding: it says so, holds tables, has one column, or a cell as long as a page."""
    if attributes_of(table).get("role") in ("presentation", "none"):
        return True
    rows = table.css("tr")
    if len(table.css("table")) > 1 or not rows:
        return True
    cells = [row.css("td, th") for row in rows]
    return max(map(len, cells)) < 2 or any(_length(cell) > _PAGE_IN_A_CELL for row in cells for cell in row)


def _length(cell: Node) -> int:
    return sum(map(len, texts(cell)))
