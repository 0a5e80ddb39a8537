"""Running headers, footers and page numbers: lines that stand at the same place of many pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ethicsdiff.readers.lines import begins_unit
from ethicsdiff.readers.pdf.lines import Line, lines_of
from ethicsdiff.readers.pdf.page import Glyph, Page

_OUTER = 3
_MARGIN = 0.14
_SAME_PLACE = 4.0
_SHARE = 0.4
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|стр\.?|страница|бет|лист)\s*)?\d{1,4}(?:\s*[-–]?\s*бет)?(?:\s*(?:of|из|/|ішінен)\s*\d{1,4})?\W*|[ivxlc]{1,6}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """The pages without their running lines, and the texts of those lines."""

    pages: tuple[tuple[Glyph, ...], ...]
    texts: tuple[str, ...]


def without_running_lines(pages: Sequence[Page]) -> Margins:
    """Returns the letters of each page without headers, footers and page numbers that run through the file."""
    outer = [_outer(page) for page in pages]
    kept: list[tuple[Glyph, ...]] = []
    texts: list[str] = []
    for page, lines in zip(pages, outer, strict=True):
        running = [line for line in lines if _runs(line, outer, len(pages))]
        texts += [one.line.text for one in running]
        bases = [(one.line.base, one.line.size) for one in running]
        kept.append(tuple(glyph for glyph in page.glyphs if not any(abs(glyph.base - base) < size / 2 for base, size in bases)))
    return Margins(pages=tuple(kept), texts=tuple(texts))


@dataclass(frozen=True, slots=True)
class _Outer:
    """A line in a margin and its place: the distance from the top of the page, or from its foot as a negative number."""

    line: Line
    place: float


def _outer(page: Page) -> list[_Outer]:
    """Returns the first and last lines of a page that stand in its margins."""
    lines = lines_of(page.glyphs, page.number)
    edge = page.height * _MARGIN
    top = [_Outer(line, page.height - line.base) for line in lines[:_OUTER] if line.base > page.height - edge]
    return top + [_Outer(line, -line.base) for line in lines[-_OUTER:] if line.base < edge]


def _runs(line: _Outer, outer: Sequence[Sequence[_Outer]], pages: int) -> bool:
    """Returns whether a line is repeated at its place on enough pages, numbers aside; a label of a unit never is."""
    number = bool(_PAGE_NUMBER.fullmatch(line.line.text))
    if not number and begins_unit(line.line.text):
        return False
    masked = _masked(line.line.text)
    same = sum(any(abs(one.place - line.place) < _SAME_PLACE and _masked(one.line.text) == masked for one in lines) for lines in outer)
    return same >= max(2, pages * _SHARE) or (number and pages == 1)


def _masked(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.lower().split()))
