"""Lines into paragraphs, by what a printer does: he breaks a line only where the next word finds no room."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ethicsdiff.readers.lines import Words, begins_unit, joined, joined_lines
from ethicsdiff.readers.pdf.lines import Line

_ROOM = 0.3
_INDENT = 0.8
_UNEVEN = 2.0
_SAME_EDGE = 1.0
WIDE_GAP = 1.25
_OTHER_SIZE = 0.08
_CENTRED = 1.5
_ENDS = re.compile(r"[.!?;:…][»\"”)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph put together from lines; `refers` are the numbers of notes it refers to."""

    text: str
    bold: bool
    centred: bool
    size: float
    page: int
    refers: tuple[str, ...] = ()
    hyphens: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """What a column of text has in common: its edges and the usual distance of its lines.

    `even` says that full lines end at the right edge, `indented` that paragraphs begin further in than their other lines, `marked`
    that an indent or a gap shows where each begins.
    """

    left: float
    right: float
    pitch: float
    even: bool = False
    indented: bool = False
    marked: bool = True


def region_of(lines: Sequence[Line], pitch: float = 0.0) -> Region:
    """Returns the edges of a stretch of lines; `pitch` 0 has the distance of lines measured."""
    return Region(left=min(line.left for line in lines), right=max(line.right for line in lines), pitch=pitch or pitch_of([lines]))


def pitch_of(stretches: Sequence[Sequence[Line]]) -> float:
    """Returns the usual distance of two lines of the commonest size, as a share of that size."""
    found = Counter(
        round((one.base - other.base) / one.size, 1)
        for lines in stretches
        for one, other in zip(lines, lines[1:], strict=False)
        if abs(one.size - other.size) < 0.1 and one.page == other.page and one.base > other.base
    )
    return max(found, key=lambda pitch: (found[pitch], -pitch)) if found else 1.2


def paragraphs_of(lines: Sequence[Line], region: Region) -> list[list[Line]]:
    """Returns the lines of one stretch grouped into paragraphs."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, region):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(group: Sequence[Line], line: Line, region: Region) -> bool:
    last = group[-1]
    if last.base - line.base > WIDE_GAP * region.pitch * max(last.size, line.size) or last.base <= line.base:
        return False
    if abs(last.size - line.size) > _OTHER_SIZE * last.size or _other_weight(last, line):
        return False
    if not _found_no_room(last, line, region) or _is_indented(group, line, region) or _is_outdented(group, line, region):
        return False
    if not region.marked and _ENDS.search(last.text) and not line.text[:1].islower():
        return False
    return not begins_unit(line.text, last.text)


def _other_weight(last: Line, line: Line) -> bool:
    return last.bold != line.bold and (bool(_ENDS.search(last.text)) or not line.text[:1].islower())


def _found_no_room(last: Line, line: Line, region: Region) -> bool:
    """Returns whether the first word of a line could not have stood at the end of the one before."""
    if last.text.endswith(("-", "\u00ad", "\u2010")):
        return True
    width = region.right - region.left
    centred = _is_centred(last, region) and _is_centred(line, region)
    if region.even and not centred and last.right < region.right - _UNEVEN and _may_begin(last, line):
        return False
    used = last.right - (last.left if centred else region.left)
    return used + _ROOM * line.size + line.first_word > width - 0.5


def _may_begin(last: Line, line: Line) -> bool:
    """Returns whether a line can be the first of a paragraph by its words and by those of the line above."""
    return bool(_ENDS.search(last.text)) or not line.text[:1].islower()


def _is_indented(group: Sequence[Line], line: Line, region: Region) -> bool:
    """Returns whether a line opens a paragraph by its indent; under a label it hangs below the words of that unit."""
    if line.left - group[-1].left <= _INDENT * line.size:
        beside = region.indented and abs(line.left - group[-1].left) < _SAME_EDGE and line.left - region.left > _INDENT * line.size
        return beside and len(group) == 1 and _may_begin(group[-1], line) and not _is_centred(line, region)
    return len(group) > 1 or not begins_unit(group[0].text)


def _is_outdented(group: Sequence[Line], line: Line, region: Region) -> bool:
    """Returns whether a line begins left of a paragraph whose later lines hang: the next one opens with a number in the margin."""
    hangs = len(group) > 1 and group[-1].left - line.left > _INDENT * line.size
    return hangs and not _is_centred(line, region) and not _is_centred(group[-1], region)


def _fills(line: Line, region: Region) -> bool:
    return line.right - line.left > 0.9 * (region.right - region.left)


def _is_centred(line: Line, region: Region) -> bool:
    """Returns whether both margins of a line are equally wide and wider than an indent."""
    left, right = line.left - region.left, region.right - line.right
    return left > _CENTRED * line.size and abs(left - right) < line.size


def _are_centred(lines: Sequence[Line], region: Region) -> bool:
    """Returns whether a paragraph is centred: at least one line shows it, the others leave no room to."""
    shown = [_is_centred(line, region) for line in lines]
    return any(shown) and all(one or _fills(line, region) for one, line in zip(shown, lines, strict=True))


def continues(last: Paragraph, following: Paragraph, *, found_room: bool, is_indented: bool) -> bool:
    """Returns whether a paragraph goes on over the end of a page or column; `found_room`: its next word would have fitted there."""
    if begins_unit(following.text, last.text) or last.bold != following.bold or last.centred or following.centred:
        return False
    if abs(last.size - following.size) > _OTHER_SIZE * last.size:
        return False
    if following.text[:1].islower():
        return not found_room or not _ENDS.search(last.text)
    return not found_room and not is_indented and not _ENDS.search(last.text)


def put_together(lines: Sequence[Line], region: Region, words: Words, refers: tuple[str, ...] = ()) -> Paragraph:
    """Returns lines as one paragraph, with words that the printer broke made whole."""
    texts = [line.text for line in lines]
    pairs = zip(texts, texts[1:], strict=False)
    return Paragraph(
        text=joined_lines(texts, words),
        bold=all(line.bold for line in lines),
        centred=_are_centred(lines, region),
        size=lines[0].size,
        page=lines[0].page,
        refers=refers,
        hyphens=sum(len(joined(one, other, words)) < len(one) + len(other) for one, other in pairs),
    )
