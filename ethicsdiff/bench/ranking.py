"""How well a table of scores ranks the right columns: the same figures for every method."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_SHORT, _LONG = 3, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RankFigures:
    """Figures over the rows that have a right column: of the best-ranked one, and the share of all in the first five."""

    n: int
    mrr: float
    hit_at_1: float
    hit_at_3: float
    recall_at_5: float


def rank_figures(table: NDArray[np.float32], right: Mapping[int, frozenset[int]]) -> RankFigures:
    """Returns the figures of a table (rows, columns); equal scores rank in the order of the columns."""
    ranks = [_ranks(table[row], columns) for row, columns in sorted(right.items()) if columns]
    best = np.array([mine.min() for mine in ranks]) if ranks else np.full(1, np.inf)
    return RankFigures(
        n=len(ranks),
        mrr=float((1 / best).mean()),
        hit_at_1=float((best == 1).mean()),
        hit_at_3=float((best <= _SHORT).mean()),
        recall_at_5=float(np.mean([(mine <= _LONG).mean() for mine in ranks])) if ranks else 0.0,
    )


def _ranks(scores: NDArray[np.float32], columns: frozenset[int]) -> NDArray[np.int64]:
    """Returns the ranks (1-based) of some columns in a row."""
    order = np.argsort(-scores, kind="stable")
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(1, len(order) + 1)
    found: NDArray[np.int64] = places[sorted(columns)]
    return found
