"""Regression on likeness, in closed form: every known text speaks for its own columns, as far as a new text is like it.

A straight line through the vectors (ridge) and the nearest texts each miss what the other sees; on authors left out, this
one formula was right more often than both together (docs/matching.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_SHARPNESS = 1.5
_LEAF = 256


@dataclass(frozen=True, slots=True)
class Solved:
    """A fit: `root` (rows, rows), lower triangular, whose square is the inverse of the penalised kernel; shares of rows (rows, columns)."""

    root: Floats
    dual: Floats


def kernel(similarity: Floats) -> Floats:
    """Returns how much texts speak for each other, 0 to 1, from their cosines."""
    result: Floats = np.exp(_SHARPNESS * (similarity - 1.0)).astype(np.float32)
    return result


def solve(known: Floats, targets: Floats, *, penalty: float) -> Solved:
    """Returns the fit of a kernel (rows, rows), which is overwritten; twice its size is needed in memory."""
    known[np.diag_indices(len(known))] += penalty
    root = _inverse_root(known)
    return Solved(root, root.T @ (root @ targets))


def unseen(solved: Solved, targets: Floats, rows: NDArray[np.intp]) -> Floats:
    """Returns what a fit without these rows would say of them (rows, columns), without fitting again."""
    part = solved.root[:, rows]
    result: Floats = (targets[rows] - np.linalg.solve(part.T @ part, solved.dual[rows])).astype(np.float32)
    return result


def fit_groups(
    groups: Sequence[NDArray[np.intp]],
    known: Callable[[NDArray[np.intp]], Floats],
    targets: Floats,
    folds: NDArray[np.int64],
    *,
    penalty: float,
) -> tuple[Floats, Floats]:
    """Returns the share of each row in each column, and what a fit without its fold says of each row, both (rows, columns).

    Args:
        groups: rows that say nothing of rows outside their group.
        known: gives the kernel of a group.
        targets: what the rows are (rows, columns).
        folds: the fold of each row; rows of -1 are never left out.
        penalty: of the regression.
    """
    shares, said = np.zeros_like(targets), np.zeros_like(targets)
    for rows in groups:
        solved, mine = solve(known(rows), targets[rows], penalty=penalty), folds[rows]
        shares[rows] = solved.dual
        for fold in range(int(mine.max(initial=-1)) + 1):
            left = np.flatnonzero(mine == fold)
            said[rows[left]] = unseen(solved, targets[rows], left)
    return shares, said


def _inverse_root(known: Floats) -> Floats:
    """Returns the inverse of the Cholesky factor of a positive definite matrix, which is overwritten.

    By halves, so that nearly all of the work is products of large matrices: a fourth of the time of numpy's own inverse.
    """
    root = np.zeros_like(known)
    _halve(known, root, 0, len(known))
    return root


def _halve(known: Floats, root: Floats, start: int, end: int) -> None:
    if end - start <= _LEAF:
        root[start:end, start:end] = np.tril(np.linalg.inv(np.linalg.cholesky(known[start:end, start:end])))
        return
    middle = (start + end) // 2
    upper, lower = slice(start, middle), slice(middle, end)
    _halve(known, root, start, middle)
    factor = known[lower, upper] @ root[upper, upper].T
    known[lower, lower] -= factor @ factor.T
    _halve(known, root, middle, end)
    root[lower, upper] = -(root[lower, lower] @ (factor @ root[upper, upper]))
