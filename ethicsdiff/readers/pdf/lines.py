"""Letters into lines: sorted by place, for files often store the letters of one word apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ethicsdiff.readers.lines import Words
from ethicsdiff.readers.pdf.page import Glyph

_SAME_LINE = 0.3
_RAISED_BY = 0.75
_SMALL = 0.8
_SPACE = 0.17
_TOLERANCE = 0.3
_SHORT_REST = 4
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line: its text, edges, baseline, size; `marks` are (offset, digits) of raised numbers in the text."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    page: int
    first_word: float
    marks: tuple[tuple[int, str], ...] = ()


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Returns the lines of letters from the top of the page down."""
    return [line_of(row, page) for row in rows_of(glyphs) if any(glyph.text.strip() for glyph in row)]


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Returns letters of one baseline together, raised small ones with the line they are raised in."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: (-one.base, one.left)):
        if rows and rows[-1][0].base - glyph.base <= _SAME_LINE * max(rows[-1][0].size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda one: one.left) for row in _with_raised(rows)]


def _with_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    kept: list[list[Glyph]] = []
    raised: list[Glyph] = []
    for row in rows:
        below = [one for one in raised if one.base - row[0].base <= _RAISED_BY * row[0].size and one.size < _SMALL * row[0].size]
        kept.extend([[one for one in raised if one not in below]] if len(below) < len(raised) else [])
        raised = []
        if _could_be_raised(row):
            raised = row
            continue
        kept.append(row + below)
    return [row for row in (*kept, raised) if row]


def _could_be_raised(row: Sequence[Glyph]) -> bool:
    text = "".join(glyph.text for glyph in row).strip()
    return len(text) <= 12 and bool(re.fullmatch(r"[\d*†\s()\[\],]+", text))


def line_of(row: Sequence[Glyph], page: int) -> Line:
    """Returns letters of one row, sorted from left to right, as a line."""
    printed = [glyph for glyph in row if glyph.text.strip()]
    size = max((glyph.size for glyph in printed), key=lambda one: sum(glyph.size == one for glyph in printed))
    base = median(glyph.base for glyph in printed if glyph.size >= _SMALL * size)
    pieces, marks, first_word = _spaced(row, size, base)
    text = "".join(pieces)
    skipped = len(text) - len(text.lstrip())
    return Line(
        text=text.strip(),
        left=printed[0].left,
        right=max(glyph.right for glyph in printed),
        base=base,
        size=size,
        bold=all(glyph.bold for glyph in printed),
        page=page,
        first_word=first_word - printed[0].left,
        marks=tuple((offset - skipped, digits) for offset, digits in marks),
    )


def _spaced(row: Sequence[Glyph], size: float, base: float) -> tuple[list[str], list[tuple[int, str]], float]:
    """Returns the text of a row in pieces with spaces where it has gaps, its raised numbers, and where its first word ends."""
    pieces: list[str] = []
    marks: list[tuple[int, str]] = []
    length, edge, first_word, ended = 0, None, row[0].right, False
    for glyph in row:
        if edge is not None and glyph.left - edge > _SPACE * size and pieces[-1] != " " and glyph.text != " ":
            pieces.append(" ")
            length += 1
        if glyph.text.isspace() and pieces and pieces[-1] == " ":
            continue
        ended = ended or (bool("".join(pieces).strip()) and pieces[-1] == " ")
        first_word = first_word if ended else glyph.right
        if glyph.text.isdecimal() and glyph.size < _SMALL * size and glyph.base > base + 0.1 * size:
            _mark(marks, length, glyph.text)
        pieces.append(glyph.text)
        length += len(glyph.text)
        edge = max(glyph.right, edge or glyph.right) if glyph.text.strip() else edge
    return pieces, marks, first_word


def _mark(marks: list[tuple[int, str]], offset: int, digit: str) -> None:
    """Returns nothing; adds a raised digit, to the number before it if that ends here."""
    if marks and marks[-1][0] + len(marks[-1][1]) == offset:
        start, digits = marks[-1]
        marks[-1] = (start, digits + digit)
    else:
        marks.append((offset, digit))


def without_marks(line: Line, known: Iterable[str]) -> tuple[Line, tuple[str, ...]]:
    """Returns a line without the marks of known notes, those marks, and other raised numbers joined to a digit by a hyphen."""
    text, found = line.text, []
    for offset, digits in reversed(line.marks):
        before, after = text[:offset], text[offset + len(digits) :]
        if digits in known:
            found.append(digits)
            text = before.rstrip() + after
        elif before[-1:].isdecimal():
            text = f"{before}-{digits}{after}"
    return replace(line, text=text.strip(), marks=()), tuple(reversed(found))


def whole_words(lines: Sequence[Line], edge: float, words: Words) -> list[Line]:
    """Returns the lines of a cell that text can fill up to an edge, those marked that end within a word too long for the cell."""
    found = [replace(one, text=f"{one.text}\u00ad") if _ends_in_word(one, other, edge, words) else one for one, other in pairwise(lines)]
    return [*found, *lines[-1:]]


def _ends_in_word(line: Line, below: Line, edge: float, words: Words) -> bool:
    """Returns whether a line is a piece of one word that leaves no room for the next letter, and goes on below without any hyphen.

    A whole word may leave as little room, so only a short rest is taken for one, unless the file has the word whole elsewhere.
    """
    rest = _WORD.match(below.text)
    if not line.text.isalpha() or rest is None or not rest.group()[0].islower():
        return False
    first, second = line.text.lower(), rest.group().lower()
    if first + second in words.plain or first in words.plain or second in words.plain or len(second) > _SHORT_REST:
        return first + second in words.plain
    return edge - line.right < below.first_word / len(below.text.split()[0]) + _TOLERANCE
