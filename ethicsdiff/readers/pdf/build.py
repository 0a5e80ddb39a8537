"""Laid-out pages into blocks: paragraphs that go on over pages, tables that go on over pages, notes at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from ethicsdiff.model.document import Block, BlockKind, Location, TableCell
from ethicsdiff.readers.lines import Words, joined, without_bullet
from ethicsdiff.readers.pdf.frames import Frame
from ethicsdiff.readers.pdf.grid import Cell, inside
from ethicsdiff.readers.pdf.layout import Laid, Ruled, Stretch
from ethicsdiff.readers.pdf.lines import Line, lines_of, whole_words, without_marks
from ethicsdiff.readers.pdf.paragraphs import Paragraph, Region, continues, paragraphs_of, put_together, region_of
from ethicsdiff.readers.publisher_notes import PublisherNotes

_SAME_PLACE = 4.0
_TITLE_SIZE = 1.15
_LONGEST_TITLE = 300
_WORD_SPACE = 0.3
_ENOUGH_LINES = 8
_LONGEST_HEAD = 3


@dataclass(slots=True)
class _Table:
    """The table that was read last: its ordinal, upright lines, number of rows so far, the texts of its first rows."""

    ordinal: int
    columns: tuple[float, ...]
    rows: int
    head: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Builder:
    """What has been built so far; `pitch` and `body_size` are those of the whole file."""

    notes: PublisherNotes
    words: Words
    pitch: float
    body_size: float
    frames: Mapping[tuple[float, bool], Frame]
    blocks: list[Block] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    open: Paragraph | None = None
    room: float = 0.0
    table: _Table | None = None
    referred: dict[tuple[int, str], int] = field(default_factory=dict)
    pages: dict[int, int] = field(default_factory=dict)

    def page(self, laid: Laid) -> None:
        """Returns nothing; adds the pieces of a page."""
        for piece in laid.pieces:
            if isinstance(piece, Ruled):
                self.close()
                self._ruled(piece)
            else:
                self._stretch(piece)

    def _stretch(self, stretch: Stretch) -> None:
        lines, referred = self._unmarked(stretch.lines, stretch.notes)
        region = self._region(stretch)
        groups = paragraphs_of(lines, region)
        for index, group in enumerate(groups):
            paragraph = put_together(group, region, self.words, _refers(group, referred))
            self._take(paragraph, group, region, is_first=index == 0)
        self.table = None

    def _unmarked(self, printed: Sequence[Line], notes: frozenset[str]) -> tuple[list[Line], dict[int, tuple[str, ...]]]:
        """Returns the lines without raised numbers, and by line the notes it refers to."""
        lines: list[Line] = []
        referred: dict[int, tuple[str, ...]] = {}
        for line in printed:
            plain, numbers = without_marks(line, notes)
            self.counts["raised"] += len(plain.text) > len(line.text)
            lines.append(plain)
            referred[id(plain)] = numbers
        return lines, referred

    def _region(self, stretch: Stretch) -> Region:
        """Returns the edges of the text: the stretch's own left one if it has lines enough to show it, else the file's."""
        own = region_of(stretch.lines, self.pitch)
        frame = self.frames.get((round(stretch.width), stretch.column))
        if frame is None:
            return own
        left = own.left if stretch.column or len(stretch.lines) >= _ENOUGH_LINES else min(own.left, frame.left)
        right = max(own.right, left + frame.width)
        return replace(own, left=left, right=right, even=frame.even, indented=frame.indented, marked=frame.marked)

    def _take(self, paragraph: Paragraph, lines: Sequence[Line], region: Region, *, is_first: bool) -> None:
        found_room = lines[0].first_word + _WORD_SPACE * lines[0].size < self.room
        indented = lines[0].left - region.left > 0.8 * lines[0].size
        if is_first and self.open is not None and continues(self.open, paragraph, found_room=found_room, is_indented=indented):
            text = joined(self.open.text, paragraph.text, self.words)
            self.open = replace(self.open, text=text, refers=(*self.open.refers, *paragraph.refers))
        else:
            self.close()
            self.open = paragraph
        self.counts["hyphens"] += paragraph.hyphens
        self.room = region.right - lines[-1].right

    def close(self) -> None:
        """Returns nothing; makes a block of the paragraph that is open."""
        if self.open is not None:
            self._add(self.open)
        self.open = None

    def _add(self, paragraph: Paragraph, kind: BlockKind | None = None, cell: TableCell | None = None, note_of: int = -1) -> None:
        ordinal = len(self.blocks)
        text = self.notes.kept(paragraph.text, ordinal) if cell is None else paragraph.text
        if not text.strip() and cell is None:
            return
        self.referred.update(((paragraph.page, number), ordinal) for number in paragraph.refers)
        self.pages[ordinal] = paragraph.page
        text, bulleted = without_bullet(text)
        plain = BlockKind.LIST_ITEM if bulleted else BlockKind.PARAGRAPH
        heading = kind is None and paragraph.size > _TITLE_SIZE * self.body_size and len(text) <= _LONGEST_TITLE
        self.blocks.append(
            Block(
                ordinal=ordinal,
                kind=kind or (BlockKind.HEADING if heading else plain),
                text=text,
                level=0 if heading or bulleted else -1,
                bold=paragraph.bold,
                centred=paragraph.centred,
                cell=cell,
                note_of=note_of,
                location=Location(file=self.notes.file, block=ordinal, end=len(text), page=paragraph.page),
            )
        )

    def footnotes(self, pages: Sequence[Laid]) -> None:
        """Returns nothing; adds the footnotes of all pages."""
        for note in (one for laid in pages for one in laid.notes):
            paragraph = put_together(note.lines, region_of(note.lines, self.pitch), self.words)
            place = self.referred.get((paragraph.page, note.number), -1)
            self._add(paragraph, kind=BlockKind.NOTE, note_of=place)

    def _ruled(self, ruled: Ruled) -> None:
        """Returns nothing; adds a table, or the rows that a table of the page before goes on with."""
        found = [(cell, self._cell_paragraphs(cell, ruled)) for cell in ruled.grid.cells]
        table, skipped = self._continued(ruled, _row_texts(found))
        first = table.rows - skipped
        for cell, paragraphs in found:
            if cell.row >= skipped:
                for paragraph in paragraphs or [_empty(ruled.page)]:
                    self._add(paragraph, kind=BlockKind.CELL, cell=_place(cell, table.ordinal, first + cell.row))
        table.rows = first + len(ruled.grid.rows) - 1
        self.table = table

    def _continued(self, ruled: Ruled, rows: Sequence[tuple[str, ...]]) -> tuple[_Table, int]:
        """Returns the table that the letters belong to, and how many of its rows only repeat the head of the table."""
        last = self.table
        if last is None or not _alike(last.columns, ruled.grid.columns):
            self.counts["tables"] += 1
            return _Table(self.counts["tables"] - 1, ruled.grid.columns, 0, tuple(rows[:_LONGEST_HEAD])), 0
        repeated = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(rows[:-1], last.head, strict=False))))
        self.counts["heads"] += repeated
        if len(rows) > repeated and not rows[repeated][0]:
            last.rows -= 1
        return last, repeated

    def _cell_paragraphs(self, cell: Cell, ruled: Ruled) -> list[Paragraph]:
        lines, referred = self._unmarked(lines_of(inside(ruled.glyphs, cell.box), ruled.page), ruled.notes)
        if not lines:
            return []
        left = min(line.left for line in lines)
        right = max(max(line.right for line in lines), cell.box[2] - max(left - cell.box[0], 0.0))
        region = Region(left=left, right=right, pitch=self.pitch)
        groups = paragraphs_of(whole_words(lines, cell.box[2] - max(left - cell.box[0], 0.0), self.words), region)
        return [put_together(group, region, self.words, _refers(group, referred)) for group in groups]


def _refers(lines: Sequence[Line], referred: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(number for line in lines for number in referred.get(id(line), ()))


def _place(cell: Cell, table: int, row: int) -> TableCell:
    return TableCell(table=table, row=row, column=cell.column, column_span=cell.column_span, row_span=cell.row_span)


def _row_texts(found: Sequence[tuple[Cell, Sequence[Paragraph]]]) -> list[tuple[str, ...]]:
    """Returns the texts of the cells that begin in each row of a grid."""
    rows: dict[int, list[str]] = {}
    for cell, paragraphs in found:
        rows.setdefault(cell.row, []).append(" ".join(paragraph.text for paragraph in paragraphs))
    return [tuple(rows[row]) for row in sorted(rows)]


def _empty(page: int) -> Paragraph:
    return Paragraph(text="", bold=False, centred=False, size=0.0, page=page)


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) < _SAME_PLACE for a, b in zip(one, other, strict=True))
