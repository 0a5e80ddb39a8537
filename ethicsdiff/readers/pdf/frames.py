"""How wide the text of a file is set: the frame that a page with few lines does not show by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ethicsdiff.readers.lines import begins_unit, holds_many_sentences
from ethicsdiff.readers.pdf.layout import Laid, Stretch
from ethicsdiff.readers.pdf.lines import Line
from ethicsdiff.readers.pdf.paragraphs import WIDE_GAP, pitch_of

_CELL_PADDING = 5.4
_LEAST_WIDTH = 0.6
_WORD_SPACE = 0.3
_EVEN = 1.5
_ENOUGH_EVEN = 3
_EVEN_SHARE = 0.8
_STOPPED = re.compile(r"[.!?;:…][»\"”)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The leftmost edge of text on pages of one width, how wide it is set at most, and what its broken lines show.

    `even` says that full lines end at one edge, `indented` that first lines begin further in than others, `marked` that
    paragraphs show by an indent or a gap where they begin, or mostly hold several sentences.
    """

    left: float
    width: float
    even: bool = False
    indented: bool = False
    marked: bool = False


def frames_of(laid: Sequence[Laid]) -> Mapping[tuple[float, bool], Frame]:
    """Returns the frame for each width of pages, in one column (False) and in several (True).

    A file of short lines does not show how wide it is set; the margins of a page are taken to be alike then.
    """
    frames: dict[tuple[float, bool], Frame] = {}
    for page in laid:
        for key, left, right in _edges(page):
            known = frames.get(key, Frame(left=left, width=0.0))
            frames[key] = Frame(left=min(known.left, left), width=max(known.width, right - left))
    return {key: _shown(frame, key, laid) for key, frame in frames.items()}


def _shown(frame: Frame, key: tuple[float, bool], laid: Sequence[Laid]) -> Frame:
    """Returns a frame with what the lines show that a sentence surely runs over."""
    pairs = [pair for page in laid for pair in _broken(page, key)]
    full = [pair for pair in pairs if _limit(frame, pair) > frame.width]
    if 2 * len(full) <= len(pairs):
        full = []
    limit = min((_limit(frame, pair) for pair in full), default=float("inf"))
    least = 0.0 if key[1] else max(_LEAST_WIDTH * key[0], key[0] - 2 * frame.left)
    width = max(frame.width, min(least, limit - 1))
    even = sum(last.right - frame.left > width - _EVEN for last, _ in full)
    inward = sum(last.left - line.left > _WORD_SPACE * line.size for last, line in full)
    is_even = even >= max(_ENOUGH_EVEN, _EVEN_SHARE * len(full))
    stretches = [piece.lines for page in laid for piece in page.pieces if isinstance(piece, Stretch) and _is_of(piece, key)]
    several = holds_many_sentences(line.text for lines in stretches for line in lines)
    marked = 2 * inward > len(full) or _is_spaced(stretches) or several
    return replace(frame, width=width, even=is_even, indented=2 * inward >= len(full), marked=marked)


def _is_spaced(stretches: Sequence[Sequence[Line]]) -> bool:
    """Returns whether most paragraphs that begin with a label stand apart from the line above."""
    widest = WIDE_GAP * pitch_of(stretches)
    begun = [(last, line) for lines in stretches for last, line in pairwise(lines) if begins_unit(line.text, last.text)]
    return 2 * sum(last.base - line.base > widest * max(last.size, line.size) for last, line in begun) > len(begun)


def _is_of(piece: Stretch, key: tuple[float, bool]) -> bool:
    return (round(piece.width), piece.column) == key


def _limit(frame: Frame, pair: tuple[Line, Line]) -> float:
    """Returns the width at which the first word of the second line would have stood on the first one."""
    last, line = pair
    return last.right - frame.left + _WORD_SPACE * line.size + line.first_word


def _broken(page: Laid, key: tuple[float, bool]) -> Iterator[tuple[Line, Line]]:
    """Yields the lines of a page of which a sentence surely goes on in the next, with that line."""
    for piece in page.pieces:
        if isinstance(piece, Stretch) and _is_of(piece, key):
            left = min(line.left for line in piece.lines)
            for last, line in pairwise(piece.lines):
                if line.left - left < line.size and line.text[:1].islower() and not _is_stopped(last, line):
                    yield last, line


def _is_stopped(last: Line, line: Line) -> bool:
    return bool(_STOPPED.search(last.text)) or last.text.endswith("-") or last.size != line.size or begins_unit(line.text, last.text)


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
