"""Numbers that begin anew under every part: "3" stands in part I and again in part II, so a clause is called by both: "2.3"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ethicsdiff.standards.reading.body import is_group, looks_like_title
from ethicsdiff.standards.reading.chain import Link, sequence_of
from ethicsdiff.standards.reading.lines import Line

STYLE = "restarted"
_ASIDE = re.compile(r"\W*(?:annex|appendix|explanatory|приложени|пояснит|қосымша|түсіндірме|\d-қосымша)", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:[^\W\d_]{4,12}\s+)?([ivxlc]{1,6}|[a-zа-я]|\d{1,2})(?:[.:)]|\s[-–—]|$)|(\d{1,2})\s?-\s?[^\W\d_]{4,12}", re.IGNORECASE
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LETTERS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя")
_ENDS = re.compile(r"[.;:,!?…]\s*$")
_LONGEST_TITLE = 180
_LEAST_NUMBERS = 6
_MOST_IN_ONE = 0.6


@dataclass(frozen=True, slots=True)
class _Part:
    """One run of numbers from 1: its links, and the headings right above it."""

    links: tuple[Link, ...]
    titles: tuple[str, ...]


def restarted(lines: Sequence[Line], chain: Sequence[Link]) -> tuple[tuple[Line, ...], dict[int, str]]:
    """Returns the lines with the number of their part before that of the clause, and the headings of the parts.

    Where the numbers of `chain`, the best single sequence, run through the file, the lines are as they were and there are no parts.
    """
    styles = dict.fromkeys(line.style for line in lines if len(line.number) == 1)
    runs = [_parts(lines, style) for style in styles] if chain and len(chain[0].number) == 1 else []
    parts = max(runs, key=_length, default=[])
    named = _named(parts)
    if not _begins_anew(parts, chain, labelled=_labels_count(parts)):
        return tuple(lines), {}
    renumbered = {link.line: (number, *link.number) for (number, _), part in zip(named, parts, strict=True) for link in part.links}
    changed = (replace(line, number=renumbered[i], style=STYLE) if i in renumbered else line for i, line in enumerate(lines))
    return tuple(changed), dict(named)


def _parts(lines: Sequence[Line], style: str) -> list[_Part]:
    """Returns the runs of numbers of a style that begin with 1 under a heading, without those of annexes."""
    starts = [i for i, line in enumerate(lines) if line.style == style and line.number == (1,) and _titles(lines, i)]
    found = []
    for start, end in zip(starts, [*starts[1:], len(lines)][: len(starts)], strict=True):
        titles = _titles(lines, start)
        links = sequence_of(lines[start:end], frozenset({style}))
        if links and links[0].line == 0 and not any(_ASIDE.match(title) for title in titles):
            found.append(_Part(tuple(Link(start + link.line, link.number) for link in links), titles))
    return found


def _titles(lines: Sequence[Line], start: int) -> tuple[str, ...]:
    """Returns the headings that stand right above a line, in order."""
    found: list[str] = []
    for line in reversed(lines[:start]):
        if not _is_title(line):
            break
        found.append(" ".join(line.whole.split()))
    return tuple(reversed(found))


def _is_title(line: Line) -> bool:
    short = len(line.whole) <= _LONGEST_TITLE and not _ENDS.search(line.whole)
    return line.heading or is_group(line.whole) or (short and (looks_like_title(line) or label_of(line.whole) != ""))


def _begins_anew(parts: Sequence[_Part], chain: Sequence[Link], *, labelled: bool) -> bool:
    """Returns whether several parts have numbers of their own: their labels count, or no single sequence has most numbers."""
    total = _length(parts)
    enough = len(parts) > 1 and total >= _LEAST_NUMBERS and total > len(chain)
    return enough and (labelled or len(chain) <= _MOST_IN_ONE * total)


def _length(parts: Sequence[_Part]) -> int:
    return sum(len(part.links) for part in parts)


def _labels_count(parts: Sequence[_Part]) -> bool:
    return _numbers(parts) == list(range(1, len(parts) + 1))


def _named(parts: Sequence[_Part]) -> list[tuple[int, str]]:
    """Returns number and heading of each part: those of its label where all have one, else counted, by the nearest heading."""
    numbers = _numbers(parts)
    if all(numbers) and numbers == sorted(set(numbers)):
        return [(number, part.titles[0]) for number, part in zip(numbers, parts, strict=True)]
    return [(place, part.titles[-1]) for place, part in enumerate(parts, 1)]


def label_of(heading: str) -> str:
    """Returns the label that a heading begins with, "II" of "II. Selection" and of "Part II", "" where there is none."""
    match = _LABEL.match(heading)
    return (match.group(1) or match.group(2)) if match else ""


def _numbers(parts: Sequence[_Part]) -> list[int]:
    """Returns the numbers that the labels of parts mean, 0 where there is none: 3 for "3", "III" and, after A and B, "C"."""
    labels = [label_of(part.titles[0]).lower() for part in parts]
    readings = [[_roman(label) for label in labels], *([_place(label, letters) for label in labels] for letters in _LETTERS)]
    return max(readings, key=lambda numbers: sum(number == place for place, number in enumerate(numbers, 1)))


def _roman(label: str) -> int:
    """Returns the value of a number in Arabic or Roman figures, 0 for other labels."""
    if label.isdigit():
        return int(label)
    if not label or not set(label) <= set(_ROMAN):
        return 0
    values = [_ROMAN[letter] for letter in label]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _place(label: str, letters: str) -> int:
    return letters.index(label) + 1 if label and label in letters else 0
