"""Regression on likeness, in closed form: every known text speaks for its own columns, as far as a new text is like it.

A straight line through the vectors (ridge) and the nearest texts each miss what the other sees; on authors left out, this
one formula was right more often than both together (docs/matching.md).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_SHARPNESS = 1.5


@dataclass(frozen=True, slots=True)
class Solved:
    """A fit: the inverse of the penalised kernel (rows, rows), and the share of each row in each column (rows, columns)."""

    inverse: Floats
    dual: Floats


def kernel(similarity: Floats) -> Floats:
    """Returns how much texts speak for each other, 0 to 1, from their cosines."""
    result: Floats = np.exp(_SHARPNESS * (similarity - 1.0)).astype(np.float32)
    return result


def solve(known: Floats, targets: Floats, *, penalty: float) -> Solved:
    """Returns the fit of a kernel (rows, rows), which is overwritten; three times its size is needed in memory."""
    known[np.diag_indices(len(known))] += penalty
    inverse: Floats = np.linalg.inv(known)
    return Solved(inverse, inverse @ targets)


def unseen(solved: Solved, targets: Floats, rows: NDArray[np.intp]) -> Floats:
    """Returns what a fit without these rows would say of them (rows, columns), without fitting again."""
    block = solved.inverse[np.ix_(rows, rows)]
    result: Floats = (targets[rows] - np.linalg.solve(block, solved.dual[rows])).astype(np.float32)
    return result
