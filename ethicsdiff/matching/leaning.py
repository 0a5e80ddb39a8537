"""Which relation known texts lean to: those of the clause itself above all, those of the other clauses a little."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.matching.head import Floats
from ethicsdiff.matching.kernel import kernel, solve, unseen
from ethicsdiff.matching.letters import add_likeness
from ethicsdiff.matching.relation_features import RELATIONS
from ethicsdiff.matching.training import Rows, first_columns, languages_of, relation_codes

_PENALTY = 0.2
# How much a text says about the relation to another clause, beside what it says about its own.
_SHARED = 0.3
# How much letters in common count beside meaning, whatever the clause.
LETTERS = 0.4
_NO_CLAUSE = -1


def fit_leanings(rows: Rows) -> tuple[Floats, Floats]:
    """Returns the share of each row in each of `RELATIONS`, (rows, 5), and what a fit without its hand says of each row, (rows, 5)."""
    codes, clauses = relation_codes(rows.exemplars), first_columns(rows)
    chosen = np.flatnonzero((codes >= 0) & (clauses != _NO_CLAUSE))
    vectors, mine, folds = rows.vectors[chosen], clauses[chosen], rows.folds[chosen]
    targets = np.eye(len(RELATIONS), dtype=np.float32)[codes[chosen]]
    known = kernel(vectors @ vectors.T)
    known *= np.where(mine[:, None] == mine[None, :], np.float32(1.0), np.float32(_SHARED))
    languages = languages_of(rows)
    add_likeness(known, rows.letters[chosen], [languages[i] for i in chosen], LETTERS)
    solved = solve(known, targets, penalty=_PENALTY)
    shares, said = np.zeros((len(codes), len(RELATIONS)), np.float32), np.zeros((len(codes), len(RELATIONS)), np.float32)
    shares[chosen] = solved.dual
    for fold in range(int(folds.max(initial=-1)) + 1):
        left = np.flatnonzero(folds == fold)
        said[chosen[left]] = unseen(solved, targets, left)
    return shares, said


def common_leaning(known: Floats, shares: Floats) -> Floats:
    """Returns (texts, 5): what all rows say, whatever their clause; `known` is the kernel (rows, texts)."""
    result: Floats = _SHARED * (known.T @ shares)
    return result


def own_leaning(known: Floats, shares: Floats, rows: NDArray[np.int64]) -> Floats:
    """Returns (5,): what the rows of one clause add for one text; `known` is the kernel of that text (rows,)."""
    result: Floats = (1 - _SHARED) * (known[rows] @ shares[rows])
    return result
