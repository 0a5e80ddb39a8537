"""Which relation known texts lean to: those of the clause itself above all, those of the other clauses a little."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.matching.head import Floats
from ethicsdiff.matching.kernel import fit_groups
from ethicsdiff.matching.letters import add_likeness
from ethicsdiff.matching.relation_features import RELATIONS
from ethicsdiff.matching.training import Rows, first_columns, groups, languages_of, meant_alike, relation_codes, speaks

# For meaning with letters, and for letters alone.
_PENALTY, _LONE_PENALTY = 0.2, 0.6
# How much a text says about the relation to another clause, beside what it says about its own.
_SHARED = 0.3
# How much letters in common count beside meaning, whatever the clause.
_LETTERS = 0.4
_NO_CLAUSE = -1


def fit_leanings(rows: Rows) -> tuple[Floats, Floats]:
    """Returns the share of each row in each of `RELATIONS`, (rows, 5), and what a fit without its hand says of each row, (rows, 5)."""
    codes, clauses = relation_codes(rows.exemplars), first_columns(rows)
    chosen = np.flatnonzero((codes >= 0) & (clauses != _NO_CLAUSE))
    targets = np.zeros((len(codes), len(RELATIONS)), np.float32)
    targets[chosen, codes[chosen]] = 1.0
    penalty = _PENALTY if speaks(rows) else _LONE_PENALTY
    return fit_groups(groups(rows, chosen), lambda mine: _likeness(rows, mine, clauses[mine]), targets, rows.folds, penalty=penalty)


def _likeness(rows: Rows, chosen: NDArray[np.intp], clauses: NDArray[np.int32]) -> Floats:
    """Returns how much the chosen rows say about each other's relation (chosen, chosen); without meaning, by letters alone."""
    known = meant_alike(rows, chosen)
    known *= np.where(clauses[:, None] == clauses[None, :], np.float32(1.0), np.float32(_SHARED))
    add_likeness(known, rows.letters[chosen], languages_of(rows, chosen), letters_weight(rows))
    return known


def letters_weight(rows: Rows) -> float:
    """Returns how much letters in common count for the relation: beside meaning, or alone."""
    return _LETTERS if speaks(rows) else 1.0


def common_leaning(known: Floats, shares: Floats) -> Floats:
    """Returns (texts, 5): what all rows say, whatever their clause; `known` is the kernel (rows, texts)."""
    result: Floats = _SHARED * (known.T @ shares)
    return result


def own_leaning(known: Floats, shares: Floats, rows: NDArray[np.int64]) -> Floats:
    """Returns (5,): what the rows of one clause add for one text; `known` is the kernel of that text (rows,)."""
    result: Floats = (1 - _SHARED) * (known[rows] @ shares[rows])
    return result
