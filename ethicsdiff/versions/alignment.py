"""Two sequences of units tied in order, the best whole for the least that is left over."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.versions.traits import Traits

_WORTH = 0.4
_LEAST, _LEAST_UNLIKE = 0.15, 0.3
# Measured on centred vectors of parallel texts: true pairs lie above .35 (fifth percentile), neighbours below .3 (ninetieth).
_UNLIKE, _ALIKE = 0.1, 0.6
# Among several units that are alike the more alike one is meant.
_VERY_ALIKE = 1.3
_WEIGHTS = {"meaning": 1.0, "number": 0.2, "facts": 0.25, "length": 0.25, "concepts": 0.4, "depth": 0.1, "place": 0.05}
_LENGTH_SPAN = 0.8
# Where one list is longer, numbers have shifted after the unit that is missing, so they tell less.
_SHIFTED = 0.5
_BESIDE = 0.3
_WIDE = 250_000
_BAND = 0.2


def align(left: Sequence[Traits], right: Sequence[Traits]) -> list[tuple[int, int, float]]:
    """Returns the ties (left, right, likeness 0 to 1) that keep the order of both sequences and are worth most together."""
    if not left or not right:
        return []
    scores = _scores(left, right, _SHIFTED if len(left) != len(right) else 1.0)
    ties = _tied(scores, _WORTH)
    ties = _with_left_over(ties, left, right, scores)
    return [(row, column, float(min(max(scores[row, column], 0.0), 1.0))) for row, column in ties]


def _tied(scores: NDArray[np.float64], worth: float) -> list[tuple[int, int]]:
    """Returns the ties in order whose scores exceed `worth` by most in all."""
    best = _best(scores - worth)
    ties = []
    row, column = scores.shape
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            ties.append((row, column))
    return ties[::-1]


def _with_left_over(
    ties: list[tuple[int, int]], left: Sequence[Traits], right: Sequence[Traits], scores: NDArray[np.float64]
) -> list[tuple[int, int]]:
    """Returns the ties and, between two of them, those of left-over units that are not quite unlike.

    One unit worded very differently is likelier than a missing one beside an added one. Where one side has more of them, their
    numbers have shifted and tell nothing.
    """
    found: list[tuple[int, int]] = []
    for start, end in pairwise([(-1, -1), *ties, (len(left), len(right))]):
        found.append(start)
        rows, columns = range(start[0] + 1, end[0]), range(start[1] + 1, end[1])
        if rows and columns and len(rows) * len(columns) <= _WIDE:
            ours, theirs = [left[n] for n in rows], [right[n] for n in columns]
            equal = len(rows) == len(columns)
            table = scores[np.ix_(rows, columns)] if equal else _scores(ours, theirs, 0.0, _usual_ratio(left, right))
            worth = np.where(_same_numbers(ours, theirs), _LEAST, _LEAST_UNLIKE) if equal else np.full(table.shape, _LEAST)
            found += [(rows[a], columns[b]) for a, b in _tied(table - worth, 0.0)]
    return found[1:]


def _same_numbers(left: Sequence[Traits], right: Sequence[Traits]) -> NDArray[np.bool_]:
    return np.array([[bool(a.number) and a.number == b.number for b in right] for a in left])


def _best(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    """Returns the table of best sums: of the first units of both sequences, each tied or left over."""
    rows, columns = gains.shape
    best = np.zeros((rows + 1, columns + 1))
    for row in range(1, rows + 1):
        tied = best[row - 1, :-1] + gains[row - 1]
        best[row, 1:] = np.maximum.accumulate(np.maximum(best[row - 1, 1:], tied))
    return best


def _scores(left: Sequence[Traits], right: Sequence[Traits], numbers: float, usual: float = 0.0) -> NDArray[np.float64]:
    """Returns the table of scores; `numbers` says how much equal numbers tell, `usual` how much longer the right language is."""
    table = np.zeros((len(left), len(right)))
    narrow = len(left) * len(right) > _WIDE
    meaning = _meaning(left, right)
    usual = usual or _usual_ratio(left, right)
    weights = {**_WEIGHTS, "number": _WEIGHTS["number"] * numbers}
    for row, one in enumerate(left):
        for column, other in enumerate(right):
            if not narrow or abs(one.place - other.place) <= _BAND:
                table[row, column] = _score(one, other, meaning[row, column] if meaning is not None else None, usual, weights)
    return table


def _meaning(left: Sequence[Traits], right: Sequence[Traits]) -> NDArray[np.float32] | None:
    if not left[0].vector.size:
        return None
    table: NDArray[np.float32] = np.stack([t.vector for t in left]) @ np.stack([t.vector for t in right]).T
    return table


def _usual_ratio(left: Sequence[Traits], right: Sequence[Traits]) -> float:
    """Returns how much longer the right language is in all, so that lengths can be compared."""
    return max(1, sum(t.length for t in right)) / max(1, sum(t.length for t in left))


def _score(left: Traits, right: Traits, meaning: float | None, usual: float, weights: Mapping[str, float]) -> float:
    """Returns the weighted mean of what two units can be compared by, 0 to 1, and what standing beside each other adds."""
    parts = {"place": 1 - abs(left.place - right.place), "length": _like_length(left.length * usual, right.length)}
    parts["depth"] = float(left.depth == right.depth)
    if meaning is not None:
        parts["meaning"] = min(max((meaning - _UNLIKE) / (_ALIKE - _UNLIKE), 0.0), _VERY_ALIKE)
    if left.number or right.number:
        parts["number"] = float(left.number == right.number)
    if left.facts or right.facts:
        parts["facts"] = (left.facts & right.facts).total() / max(1, (left.facts | right.facts).total())
    if left.concepts and right.concepts:
        parts["concepts"] = len(left.concepts & right.concepts) / min(len(left.concepts), len(right.concepts))
    mean = sum(weights[name] * value for name, value in parts.items()) / sum(weights[name] for name in parts)
    return mean + _BESIDE * (bool(left.pair) and left.pair == right.id)


def _like_length(one: float, other: float) -> float:
    """Returns 1 for equal lengths, 0 where one is more than about twice the other."""
    return max(0.0, 1 - abs(math.log(max(one, 1.0) / max(other, 1.0))) / _LENGTH_SPAN)
