"""Calibration: what is learned on top of the scores, from exemplars whose *hand* was left out of the fit and the bank.

Exemplars of the same author flatter a matcher; those of a hand it has not seen do not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.matching.features import NAMES, bank_scores, pair_features, rolled_up
from ethicsdiff.matching.head import Floats
from ethicsdiff.matching.logistic import fit_logistic, fit_softmax, sigmoid, with_intercept
from ethicsdiff.matching.pair import Pair
from ethicsdiff.matching.relation_features import RELATIONS, modal_words, relation_features, relation_shares, statement_words
from ethicsdiff.matching.training import Elements, Rows, bank, relation_codes
from ethicsdiff.model.match import Relation
from ethicsdiff.model.standard import Clause

_HARD_PAIRS = 12
_WANTED_PRECISION = 0.86
_LEAST_THRESHOLD = 0.3
_SHARE_OF_NOTHING = 0.25
_SLOPE, _SHIFT = 1.5, 0.9
_BALANCE = 0.3
# Of contradictions by a hand not seen, so many may be said to cover.
_MOST_PRAISED = 0.045
_NO_LEANING = np.zeros(len(RELATIONS), np.float32)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What a fit found on rows it had not seen: pair features (n, targets, features), their labels."""

    features: NDArray[np.float64]
    labels: NDArray[np.bool_]


def held_out(rows: Rows, scores: Floats, targets: int) -> HeldOut:
    """Returns the pair features of every exemplar; `scores` (rows, columns) are those of fits without its fold."""
    scores = rolled_up(scores, rows.families)
    features = np.zeros((int((rows.folds >= 0).sum()), targets, len(NAMES)))
    for fold in range(int(rows.folds.max()) + 1):
        seen, unseen = rows.folds != fold, rows.folds == fold
        inside = rows.folds[rows.folds >= 0] == fold
        known = bank(rows, seen)
        near = rolled_up(bank_scores(known.vectors @ rows.vectors[unseen].T, known), rows.families)
        features[inside] = pair_features(scores[unseen], near, rows.wording[unseen], rows.terms[unseen])
    labels = rolled_up(rows.targets[rows.folds >= 0], rows.families)[:, :targets] > 0
    return HeldOut(features, labels)


def fit_fusion(held_out: HeldOut) -> NDArray[np.float64]:
    """Returns the fusion weights, learned on the pairs that compete: the best dozen clauses of every row, and all true ones."""
    strength = held_out.features[:, :, 0] + held_out.features[:, :, 1]
    ranks = (-strength).argsort(axis=1).argsort(axis=1)
    chosen = (ranks < _HARD_PAIRS) | held_out.labels
    weights = np.repeat(_row_weights(held_out.labels)[:, None], chosen.shape[1], axis=1)[chosen]
    return _sharpened(fit_logistic(held_out.features[chosen], held_out.labels[chosen].astype(np.float64), row_weights=weights))


def _sharpened(fusion: NDArray[np.float64]) -> NDArray[np.float64]:
    """Returns the weights for probabilities that are as sure as they may be.

    A row whose hand was left out has fewer exemplars behind it than a draft has later, and a neighbour that an expert would accept
    counts as wrong here; so these probabilities are too modest. By how much was measured on
    labelled provisions of other authors (see docs/matching.md).
    """
    sharp = fusion * _SLOPE
    sharp[-1] += _SHIFT
    return sharp


def _row_weights(labels: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Returns a weight for each row, so that *nothing* is as frequent as in real drafts and not as rare as among exemplars."""
    nothing = ~labels.any(axis=1)
    share = max(float(nothing.mean()), 1e-9)
    weight = _SHARE_OF_NOTHING * (1 - share) / (share * (1 - _SHARE_OF_NOTHING))
    return np.where(nothing, weight, 1.0)


def threshold(held_out: HeldOut, fusion: NDArray[np.float64]) -> float:
    """Returns the least probability from which the strongest proposal was the right clause in the wanted share of unseen rows."""
    flat = held_out.features.reshape(-1, held_out.features.shape[2])
    chances = sigmoid(with_intercept(flat) @ fusion).reshape(held_out.labels.shape)
    strongest, best = chances.max(axis=1), chances.argmax(axis=1)
    right, weights = held_out.labels[np.arange(len(best)), best], _row_weights(held_out.labels)
    for least in np.arange(_LEAST_THRESHOLD, 0.9, 0.01):
        kept = strongest >= least
        if kept.any() and np.average(right[kept], weights=weights[kept]) >= _WANTED_PRECISION:
            return round(float(least), 2)
    return 0.9


def fit_relation(rows: Rows, elements: Elements, clauses: dict[str, Clause], leanings: Floats) -> tuple[NDArray[np.float64], float]:
    """Returns the softmax weights of the relation, learned on exemplars whose hand was left out of all votes, and the share of doubt."""
    codes = relation_codes(rows.exemplars)
    asked = [i for i, row in enumerate(rows.exemplars) if rows.folds[i] >= 0 and row.labels and codes[i] >= 0]
    pairs = (_unseen_pair(rows, i, codes, elements, clauses) for i in asked)
    features = np.stack([relation_features(replace(pair, leaning=leanings[i])) for i, pair in zip(asked, pairs, strict=True)])
    chosen = codes[asked].astype(np.int64)
    counts = np.bincount(chosen, minlength=len(RELATIONS))
    weights = (len(chosen) / len(RELATIONS) / np.maximum(counts, 1))[chosen] ** _BALANCE
    learned = fit_softmax(features, chosen, len(RELATIONS), penalty=3.0, row_weights=weights)
    return learned, _doubt(relation_shares(features, learned), chosen)


def _doubt(shares: Floats, codes: NDArray[np.int64]) -> float:
    """Returns the largest share of *contradicts* that, taken for a contradiction, leaves few unseen ones said to cover."""
    contradicts = RELATIONS.index(Relation.CONTRADICTS)
    mine = shares[codes == contradicts]
    praised = mine.argmax(axis=1) == RELATIONS.index(Relation.COVERS)
    for least in np.arange(0.5, 0.05, -0.01):
        if not len(mine) or float((praised & (mine[:, contradicts] < least)).mean()) <= _MOST_PRAISED:
            return round(float(least), 2)
    return 0.05


def _unseen_pair(rows: Rows, i: int, codes: NDArray[np.int32], elements: Elements, clauses: dict[str, Clause]) -> Pair:
    """Returns an exemplar and its first clause as a pair that its own hand had no part in."""
    row, key = rows.exemplars[i], rows.exemplars[i].labels[0]
    target = int(rows.families[rows.columns[key]])
    kin = np.flatnonzero(rows.families == target)
    others = np.flatnonzero((rows.targets[:, kin].max(axis=1) > 0) & (rows.folds != rows.folds[i]))
    clause = clauses[key]
    return Pair(
        clause=clause, deontics=modal_words(row.text, row.language), words=len(row.text.split()),
        statement_words=statement_words(clause, row.language), similarity=rows.vectors[others] @ rows.vectors[i],
        relations=codes[others], leaning=_NO_LEANING, elements=elements.vectors[elements.columns == target] @ rows.vectors[i],
    )  # fmt: skip
