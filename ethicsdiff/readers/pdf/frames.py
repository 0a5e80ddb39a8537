"""How wide the text of a file is set: the frame that a page with few lines does not show by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ethicsdiff.readers.pdf.layout import Laid, Stretch

_CELL_PADDING = 5.4
_LEAST_WIDTH = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The leftmost edge of text on pages of one width, and how wide it is set at most."""

    left: float
    width: float


def frames_of(laid: Sequence[Laid]) -> Mapping[tuple[float, bool], Frame]:
    """Returns the frame for each width of pages, in one column (False) and in several (True).

    A file of short lines does not show how wide it is set; no page is set in one column much narrower than itself.
    """
    frames: dict[tuple[float, bool], Frame] = {}
    for page in laid:
        for key, left, right in _edges(page):
            known = frames.get(key, Frame(left=left, width=0.0 if key[1] else _LEAST_WIDTH * page.width))
            frames[key] = Frame(left=min(known.left, left), width=max(known.width, right - left))
    return frames


def _edges(page: Laid) -> Iterator[tuple[tuple[float, bool], float, float]]:
    """Yields left and right edge of the columns of a page, and of all its one-column text and tables together."""
    single: list[tuple[float, float]] = []
    for piece in page.pieces:
        if not isinstance(piece, Stretch):
            single.append((piece.grid.columns[0] + _CELL_PADDING, piece.grid.columns[-1] - _CELL_PADDING))
            continue
        left, right = min(line.left for line in piece.lines), max(line.right for line in piece.lines)
        if piece.column:
            yield (round(piece.width), True), left, right
        else:
            single.append((left, right))
    if single:
        yield (round(page.width), False), min(left for left, _ in single), max(right for _, right in single)
