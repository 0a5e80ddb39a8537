"""Columns of running text: a strip of white that no line crosses, with text on both sides of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from ethicsdiff.readers.pdf.lines import Line, line_of, lines_of, rows_of
from ethicsdiff.readers.pdf.page import Glyph

_COLUMN_GAP = 0.9
_LEAST_ROWS = 4
_LEAST_SIDE = 0.2
_MOST_CROSSING = 0.5
_FEW_CROSSING = 0.2
_CANDIDATES = 40
_ALIGNED_SHARE = 0.85
_EDGES = 3
_SAME_EDGE = 1.5

_Part = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Lines that follow each other in reading; `column` where they fill one of two columns."""

    lines: tuple[Line, ...]
    column: bool = False


def in_columns(glyphs: Sequence[Glyph], page: int, usual: float | None = None) -> list[Run]:
    """Returns the lines of a page in reading order: what goes over both columns, then the left one, then the right one.

    `usual` is where the second column begins on other pages of the file; a page with a few lines in it has no gutter of its own.
    """
    rows = rows_of(glyphs)
    parts = [_parts(row) for row in rows]
    gutter = _gutter(parts)
    if gutter is None and usual is not None and _fits(parts, usual):
        gutter = usual
    if gutter is None:
        lines = lines_of(glyphs, page)
        return [Run(lines=tuple(lines))] if lines else []
    runs = (run for crosses, stretch in _stretches(rows, gutter) for run in _runs(stretch, crosses, gutter, page))
    return [run for run in runs if run.lines]


def usual_gutter(pages: Sequence[Sequence[Glyph]]) -> float | None:
    """Returns where the second column begins on most pages that have two, None in a file without columns."""
    found = Counter(gutter for glyphs in pages if (gutter := _gutter([_parts(row) for row in rows_of(glyphs)])) is not None)
    return found.most_common(1)[0][0] if found else None


def _fits(rows: Sequence[list[_Part]], x: float) -> bool:
    """Returns whether a page keeps to the columns of the file: few lines run over the edge, fewer still if nothing stands right of it."""
    filled = [row for row in rows if row]
    most = _MOST_CROSSING if any(part[0] > x - _SAME_EDGE for row in filled for part in row) else _FEW_CROSSING
    return sum(_crosses(row, x) for row in filled) <= most * len(filled)


def _runs(stretch: Sequence[Sequence[Glyph]], crosses: bool, gutter: float, page: int) -> Iterator[Run]:
    if crosses:
        yield Run(lines=_lines(stretch, page))
        return
    for is_left in (True, False):
        # Lines anew for each side: a raised number must not fall to a line of the other column that stands between.
        side = (glyph for row in stretch for glyph in row if (glyph.left < gutter) == is_left)
        yield Run(lines=tuple(lines_of(side, page)), column=True)


def _lines(rows: Sequence[Sequence[Glyph]], page: int) -> tuple[Line, ...]:
    return tuple(line_of(row, page) for row in rows if any(glyph.text.strip() for glyph in row))


def _stretches(rows: Sequence[list[Glyph]], gutter: float) -> Iterator[tuple[bool, list[list[Glyph]]]]:
    current: list[list[Glyph]] = []
    crossing = False
    for row in rows:
        crosses = _crosses(_parts(row), gutter)
        if current and crosses != crossing:
            yield crossing, current
            current = []
        crossing = crosses
        current.append(row)
    if current:
        yield crossing, current


def _crosses(parts: Sequence[_Part], gutter: float) -> bool:
    """Returns whether a row runs over the gutter; one that only fills one side does not."""
    return any(left < gutter < right for left, right, _ in parts)


def _parts(row: Sequence[Glyph]) -> list[_Part]:
    """Returns the stretches of a row between wide gaps: left, right, baseline."""
    parts: list[_Part] = []
    size = 0.0
    for glyph in row:
        if not glyph.text.strip():
            continue
        # The smaller of both sizes: a heading in one column must not bridge the gap to the text beside it.
        before, size = size, glyph.size
        if parts and glyph.left - parts[-1][1] <= _COLUMN_GAP * min(before, size):
            parts[-1] = (parts[-1][0], max(parts[-1][1], glyph.right), glyph.base)
        else:
            parts.append((glyph.left, glyph.right, glyph.base))
    return parts


def _gutter(rows: Sequence[list[_Part]]) -> float | None:
    """Returns the left edge of the second of two columns of running text, None on a page that has one column."""
    filled = [row for row in rows if row]
    if len(filled) < _LEAST_ROWS:
        return None
    left, right = min(row[0][0] for row in filled), max(row[-1][1] for row in filled)
    width = right - left
    starts = (round(part[0], 1) - 0.5 for row in filled for part in row)
    inner = Counter(x for x in starts if left + _LEAST_SIDE * width < x < right - _LEAST_SIDE * width)
    usual = [x for x, _ in inner.most_common(_CANDIDATES)]
    fitting = [x for x in usual if _are_columns(filled, x, width)]
    return min(fitting, key=lambda x: sum(_crosses(row, x) for row in filled)) if fitting else None


def _is_aligned(parts: Sequence[_Part]) -> bool:
    """Returns whether most lines begin at few edges, as those of a column do (numbers, hanging lines), and centred headings do not."""
    edges = Counter(round(left) for left, _, _ in parts)
    return bool(parts) and edges[min(edges)] > 1 and sum(count for _, count in edges.most_common(_EDGES)) > _ALIGNED_SHARE * len(parts)


def _are_columns(rows: Sequence[list[_Part]], x: float, width: float) -> bool:
    """Returns whether text stands in lines on both sides of a place, side by side, and few rows run over it."""
    if sum(_crosses(row, x) for row in rows) > _MOST_CROSSING * len(rows):
        return False
    sides = [[extent for row in rows if (extent := _extent(row, x, is_left)) is not None] for is_left in (True, False)]
    if any(len(side) < _LEAST_ROWS or median(part[1] - part[0] for part in side) < _LEAST_SIDE * width for side in sides):
        return False
    if not _is_aligned(sides[1]):
        return False
    (low, high), (other_low, other_high) = ((min(part[2] for part in side), max(part[2] for part in side)) for side in sides)
    beside = min(high, other_high) - max(low, other_low)
    return beside > min(high - low, other_high - other_low) / 2


def _extent(row: Sequence[_Part], x: float, is_left: bool) -> _Part | None:
    """Returns how far a row reaches on one side of a place, None where nothing stands on that side alone."""
    own = [part for part in row if (part[1] <= x if is_left else part[0] >= x)]
    return (own[0][0], own[-1][1], own[0][2]) if own else None
