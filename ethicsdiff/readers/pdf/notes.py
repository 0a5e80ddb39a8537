"""Footnotes: small print at the foot of a page that begins with a number which the text above carries raised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ethicsdiff.readers.pdf.lines import Line

_SMALLER = 0.93
_NUMBER = re.compile(r"(\d{1,3}|\*{1,3})[\s).]*(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote: its number and its lines, the number taken off the first."""

    number: str
    lines: tuple[Line, ...]


def split_notes(lines: Sequence[Line], referred: frozenset[str], body_size: float) -> tuple[list[Line], list[Note]]:
    """Returns the lines of the text and the footnotes that stand below them."""
    start = len(lines)
    while start and lines[start - 1].size <= body_size * _SMALLER:
        start -= 1
    begins: list[int] = []
    last = ""
    for index in range(start, len(lines)):
        number = _number(lines[index])
        if number in referred or (number and number == _after(last)):
            begins.append(index)
            last = number
    if not begins:
        return list(lines), []
    ends = [*begins[1:], len(lines)]
    return list(lines[: begins[0]]), [_note(lines[begin:end]) for begin, end in zip(begins, ends, strict=True)]


def _after(number: str) -> str:
    """Returns the number that a note after this one has; none follows a star."""
    return str(int(number) + 1) if number.isdecimal() else ""


def _number(line: Line) -> str:
    match = _NUMBER.match(line.text)
    return match.group(1) if match else ""


def _note(lines: Sequence[Line]) -> Note:
    match = _NUMBER.match(lines[0].text)
    offset = match.end() if match else 0
    first = Line(
        text=lines[0].text[offset:],
        left=lines[0].left,
        right=lines[0].right,
        base=lines[0].base,
        size=lines[0].size,
        bold=lines[0].bold,
        page=lines[0].page,
        first_word=lines[0].first_word,
    )
    return Note(number=lines[0].text[: match.end(1)] if match else "", lines=(first, *lines[1:]))


def referred_numbers(lines: Sequence[Line]) -> frozenset[str]:
    """Returns the raised numbers that stand inside or at the end of lines, as references to notes do."""
    return frozenset(digits for line in lines for offset, digits in line.marks if offset > 0)
