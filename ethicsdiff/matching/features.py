"""The numbers that speak for or against a clause, one column each, for every pair of provision and clause at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.matching.head import Floats

BANK_WEIGHT = 0.6
_NEAREST = 3
NAMES = ("head", "exemplars", "wording", "terms", "margin", "against_nothing", "nothing_head", "nothing_bank", "strongest")


@dataclass(frozen=True, slots=True)
class Bank:
    """Vectors with the columns they stand for; `columns` counts targets, parts and *nothing* (the last one)."""

    vectors: Floats
    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    count: int


def centred(vectors: Floats, languages: Sequence[str], means: Floats, order: Sequence[str]) -> Floats:
    """Returns vectors (n, d) less the mean of their language, normalised again; rows of zeros stay zeros."""
    places = np.array([order.index(code) if code in order else 0 for code in languages], dtype=np.int64)
    moved = vectors - means[places]
    moved[~vectors.any(axis=1)] = 0.0
    norms = np.linalg.norm(moved, axis=1, keepdims=True)
    result: Floats = (moved / np.maximum(norms, 1e-9)).astype(np.float32)
    return result


def bank_scores(similarity: Floats, bank: Bank) -> Floats:
    """Returns (n, columns) means of the three nearest exemplars of each column; 0 for a column without exemplars.

    `similarity` is (rows of the bank, n).
    """
    scores = np.zeros((similarity.shape[1], bank.count), dtype=np.float32)
    for column in range(bank.count):
        part = similarity[bank.rows[bank.columns == column]]
        if len(part):
            nearest = min(_NEAREST, len(part))
            scores[:, column] = np.partition(part, len(part) - nearest, axis=0)[-nearest:].mean(axis=0)
    return scores


def families(targets: Sequence[str], parts: Sequence[str]) -> NDArray[np.int64]:
    """Returns for every column (targets, parts, *nothing*) the target column it counts for: a sub-clause counts for its parent."""
    parents = [targets.index(_parent(part)) for part in parts]
    return np.array([*range(len(targets)), *parents, len(targets)], dtype=np.int64)


def _parent(part: str) -> str:
    return part.removesuffix("-proviso") if part.endswith("-proviso") else part.rpartition(".")[0]


def rolled_up(scores: Floats, family: NDArray[np.int64]) -> Floats:
    """Returns (n, targets + 1): the best score of each target and its sub-clauses, *nothing* last."""
    result = np.full((len(scores), int(family.max()) + 1), -np.inf, dtype=np.float32)
    for column, target in enumerate(family):
        result[:, target] = np.maximum(result[:, target], scores[:, column])
    return result


def pair_features(head: Floats, bank: Floats, wording: Floats, terms: Floats) -> NDArray[np.float64]:
    """Returns (n, targets, features) after `NAMES`, from the score tables; the last column of `head` and `bank` is *nothing*."""
    targets = wording.shape[1]
    fused = head[:, :targets] + BANK_WEIGHT * bank[:, :targets]
    nothing = head[:, -1:] + BANK_WEIGHT * bank[:, -1:]
    columns = [
        head[:, :targets], bank[:, :targets], wording, terms, fused - _best_other(fused), fused - nothing,
        _spread(head[:, -1:], targets), _spread(bank[:, -1:], targets), _spread(fused.max(axis=1, keepdims=True), targets),
    ]  # fmt: skip
    return np.stack(columns, axis=2).astype(np.float64)


def _best_other(fused: Floats) -> Floats:
    """Returns for every pair the best fused score of another clause of the same provision."""
    if fused.shape[1] < 2:
        return np.zeros_like(fused)
    ordered = np.sort(fused, axis=1)
    first, second = ordered[:, -1:], ordered[:, -2:-1]
    result: Floats = np.where(fused >= first, second, first)
    return result


def _spread(column: Floats, targets: int) -> Floats:
    return np.repeat(column, targets, axis=1)
