"""Which of all the numbers in a file number its clauses: the best rising sequence of one style.

Notes, lists inside clauses, tables of contents and annexes have numbers too. Clauses are those that rise step by step over
the whole text; a footnote "3" between paragraphs 11 and 12 breaks the sequence, so it is not taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ethicsdiff.standards.reading.lines import Line

Number = tuple[int, ...]
_WINDOW = 250
_STEP, _MISSING, _MOST_MISSING = 1.0, 0.25, 2.2
_FIRST_MISSING = 0.15
_KNOWN, _LONG = 0.15, 0.3
_LONG_TEXT = 80
_LOWER_CASE = 0.7
_INSIDE = 0.4


@dataclass(frozen=True, slots=True)
class Link:
    """One number of the sequence: the index of its line."""

    line: int
    number: Number


def clause_chain(lines: Sequence[Line], known: frozenset[str]) -> tuple[Link, ...]:
    """Returns the numbers that are the clauses', in order; `known` are ids that the catalogue has, which weigh a little."""
    styles = dict.fromkeys(line.style for line in lines if line.style and line.style != "letter")
    mixed = (style for style in styles if style not in ("decimal", "bare", "double") and not style.startswith("word"))
    families = [*(frozenset({style}) for style in styles), *(frozenset({"decimal", style}) for style in mixed)]
    found = [_best(lines, family, known) for family in dict.fromkeys(families)]
    return max(found, key=lambda pair: pair[0], default=(0.0, ()))[1]


def sequence_of(lines: Sequence[Line], family: frozenset[str]) -> tuple[Link, ...]:
    """Returns the heaviest rising sequence among numbers of the given styles."""
    return _best(lines, family, frozenset())[1]


def _best(lines: Sequence[Line], family: frozenset[str], known: frozenset[str]) -> tuple[float, tuple[Link, ...]]:
    """Returns the weight and links of the heaviest rising sequence of one family of styles."""
    places = [i for i, line in enumerate(lines) if line.style in family and line.number and line.number[0] > 0]
    weights, before = _weighed(lines, places, known)
    if not places:
        return 0.0, ()
    last = max(range(len(places)), key=lambda i: weights[i])
    chain: list[Link] = []
    at: int | None = last
    while at is not None:
        chain.append(Link(places[at], lines[places[at]].number))
        at = before[at]
    return weights[last], tuple(reversed(chain))


def _weighed(lines: Sequence[Line], places: Sequence[int], known: frozenset[str]) -> tuple[list[float], list[int | None]]:
    """Returns for each place the weight of the best sequence that ends there, and the place before it."""
    weights: list[float] = []
    before: list[int | None] = []
    for i, place in enumerate(places):
        own = _own_weight(lines, places, i, known)
        number = lines[place].number
        best, link = own - _FIRST_MISSING * min(sum(part - 1 for part in number), 10), None
        for j in range(max(0, i - _WINDOW), i):
            earlier = lines[places[j]].number
            if earlier < number and weights[j] + own - _penalty(earlier, number) >= best:
                best, link = weights[j] + own - _penalty(earlier, number), j
        weights.append(best)
        before.append(link)
    return weights, before


def _own_weight(lines: Sequence[Line], places: Sequence[int], i: int, known: frozenset[str]) -> float:
    """Returns what a number is worth by itself: more with a text behind it, less where it looks like an item inside a clause."""
    line = lines[places[i]]
    until = places[i + 1] if i + 1 < len(places) else min(len(lines), places[i] + 3)
    length = len(line.text) or sum(len(one.whole) for one in lines[places[i] + 1 : until])
    weight = _STEP + _LONG * min(length, _LONG_TEXT) / _LONG_TEXT
    if ".".join(map(str, line.number)) in known:
        weight += _KNOWN
    if line.style == "bare" and line.text[:1].islower():
        weight -= _LOWER_CASE
    listed = len(line.number) == 1 and places[i] > 0 and lines[places[i] - 1].whole.endswith((":", ";", ","))
    return weight - _INSIDE if listed else weight


def _penalty(earlier: Number, later: Number) -> float:
    """Returns what a step costs: nothing for the next number, more the more numbers it leaves out."""
    missing = len(missing_between(earlier, later))
    return min(_MISSING * missing, _MOST_MISSING)


def missing_between(earlier: Number, later: Number) -> tuple[Number, ...]:
    """Returns the numbers that a step leaves out: (1, 2) to (1, 5) leaves out (1, 3) and (1, 4); at most twenty."""
    shared = 0
    while shared < min(len(earlier), len(later)) and earlier[shared] == later[shared]:
        shared += 1
    if shared == len(earlier):
        return _counted((*earlier,), 0, later[shared:])
    return _counted(earlier[:shared], earlier[shared], later[shared:])


def _counted(stem: Number, reached: int, rest: Number) -> tuple[Number, ...]:
    """Returns what is left out on the way from `stem` + `reached` to `stem` + `rest`; a level that opens must open with 1."""
    if not rest:
        return ()
    skipped = tuple((*stem, n) for n in range(reached + 1, rest[0]))[:20]
    deeper = (*stem, rest[0])
    return (*skipped, *(_counted(deeper, 0, rest[1:])))[:20]
