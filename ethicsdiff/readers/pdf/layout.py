"""A page into the pieces of its text in reading order: stretches of lines, tables, footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ethicsdiff.readers.pdf.columns import Run, in_columns
from ethicsdiff.readers.pdf.grid import Grid, grids_of, inside
from ethicsdiff.readers.pdf.lines import Line, lines_of
from ethicsdiff.readers.pdf.notes import Note, referred_numbers, split_notes
from ethicsdiff.readers.pdf.page import Glyph, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Lines of running text that follow each other; `column` where they fill one of several columns; `notes` known on the page."""

    lines: tuple[Line, ...]
    column: bool
    width: float
    notes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A table of a page: its grid and the letters in it."""

    grid: Grid
    glyphs: tuple[Glyph, ...]
    page: int
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A page laid out: its width, its pieces in reading order and its footnotes."""

    width: float
    pieces: tuple[Stretch | Ruled, ...]
    notes: tuple[Note, ...]


def lay_out(page: Page, glyphs: Sequence[Glyph], body_size: float, gutter: float | None = None) -> Laid:
    """Returns a page's letters as pieces in reading order; `gutter` is where the second column of the file begins."""
    pieces = list(_pieces(page, glyphs, gutter))
    referred = referred_numbers([line for piece in pieces for line in _lines(piece, page.number)])
    notes: list[Note] = []
    for index in _at_the_foot(pieces):
        text = pieces[index]
        if isinstance(text, Run):
            kept, found = split_notes(text.lines, referred, body_size)
            pieces[index] = replace(text, lines=tuple(kept))
            notes += found
    known = frozenset(note.number for note in notes)
    laid = (_piece(piece, page.width, known) for piece in pieces)
    return Laid(width=page.width, pieces=tuple(one for one in laid if isinstance(one, Ruled) or one.lines), notes=tuple(notes))


def _at_the_foot(pieces: Sequence[Run | Ruled]) -> list[int]:
    """Returns the indices of the runs that may end in footnotes: the last one, and every column, for each has a foot of its own."""
    runs = [index for index, piece in enumerate(pieces) if isinstance(piece, Run)]
    return [index for index in runs if index == runs[-1] or (isinstance(piece := pieces[index], Run) and piece.column)]


def _lines(piece: Run | Ruled, page: int) -> Sequence[Line]:
    return piece.lines if isinstance(piece, Run) else lines_of(piece.glyphs, page)


def _piece(piece: Run | Ruled, width: float, known: frozenset[str]) -> Stretch | Ruled:
    if isinstance(piece, Ruled):
        return replace(piece, notes=known)
    return Stretch(lines=piece.lines, column=piece.column, width=width, notes=known)


def _pieces(page: Page, glyphs: Sequence[Glyph], gutter: float | None) -> Iterator[Run | Ruled]:
    """Yields the tables of a page and, above, between and below them, its lines column by column."""
    rest = list(glyphs)
    for grid in grids_of(page.rules):
        within = inside(rest, grid.box)
        if not any(glyph.text.strip() for glyph in within):
            continue
        above = [glyph for glyph in rest if glyph.base >= grid.box[3]]
        yield from in_columns(above, page.number, gutter)
        yield Ruled(grid=grid, glyphs=tuple(within), page=page.number)
        gone = set(map(id, (*above, *within)))
        rest = [glyph for glyph in rest if id(glyph) not in gone]
    yield from in_columns(rest, page.number, gutter)


def body_size_of(pages: Sequence[Sequence[Glyph]]) -> float:
    """Returns the size most letters have."""
    sizes = Counter(round(glyph.size, 1) for glyphs in pages for glyph in glyphs if glyph.text.strip())
    return sizes.most_common(1)[0][0] if sizes else 0.0
