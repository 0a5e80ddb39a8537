"""Fitting the head: vectors of all exemplars and statements in, ridge weights, bank and calibrated regressions out.

What is learned on top of the ridge scores (fusion, relation) is learned from exemplars whose *hand* was left out of the ridge and
the bank, because exemplars of the same author flatter a matcher.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.encoder import Encoder
from ethicsdiff.languages.nlp import deontics
from ethicsdiff.matching.features import Bank, bank_scores, centred, families, fit_ridge, pair_features, ridge_scores, rolled_up
from ethicsdiff.matching.head import Floats, Head
from ethicsdiff.matching.logistic import fit_logistic, fit_softmax, sigmoid, with_intercept
from ethicsdiff.matching.pair import Pair
from ethicsdiff.matching.relation_features import RELATIONS, relation_features, statement_words
from ethicsdiff.matching.surface import Surface, clause_key, part_clauses
from ethicsdiff.model.standard import Catalogue, Clause, Exemplar

LANGUAGES = ("en", "ru", "kk")
RIDGE_PENALTY = 3.0
STATEMENT_HAND = "statement"
_HARD_PAIRS = 12
_FOLDS = 5
_WANTED_PRECISION = 0.94
_BALANCE = 0.3


@dataclass(frozen=True, slots=True)
class _Rows:
    """The training rows: exemplars with statements behind them, their vectors (n, d), targets (n, columns), folds (n,) with -1 for statements; `families` (columns,) gives each sub-clause column its parent's."""

    exemplars: tuple[Exemplar, ...]
    vectors: Floats
    targets: Floats
    folds: NDArray[np.int64]
    wording: Floats
    terms: Floats
    families: NDArray[np.int64]
    columns: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Elements:
    """One vector for each element of a clause, centred over the languages, and the column of its clause."""

    vectors: Floats
    columns: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What a fit found on rows it had not seen: pair features (n, targets, features), their labels, decision threshold."""

    features: NDArray[np.float64]
    labels: NDArray[np.bool_]
    threshold: float


def fit_head(catalogue: Catalogue, encoder: Encoder) -> Head:
    """Returns the head fitted on the catalogue's statements and exemplars with `encoder`; the same input gives the same head."""
    surface = Surface(catalogue)
    targets = tuple(clause_key(clause) for clause in surface.clauses)
    parts = tuple(clause_key(clause) for clause in part_clauses(catalogue))
    exemplars = (*catalogue.exemplars, *_statement_rows(catalogue, targets + parts))
    raw = encoder.encode([row.text for row in exemplars])
    means = _means(raw, exemplars)
    rows = _rows(exemplars, centred(raw, [row.language for row in exemplars], means, LANGUAGES), targets, parts, surface)
    held_out = _held_out(rows, len(targets))
    elements = _elements(surface.clauses, encoder, means)
    clauses = {clause_key(c): c for s in catalogue.standards for c in s.clauses}
    fusion, lexical = _fit_fusion(held_out), _fit_lexical(rows, held_out.labels)
    bank_rows, bank_columns = np.nonzero(rows.targets)
    return Head(
        model_id=encoder.model_id, targets=targets, parts=parts, languages=LANGUAGES, means=means, weights=_ridge(rows, rows.folds > -2),
        bank=rows.vectors, bank_rows=bank_rows.astype(np.int32), bank_columns=bank_columns.astype(np.int32),
        bank_relations=_relation_codes(rows.exemplars), fusion=fusion.astype(np.float32), lexical=lexical.astype(np.float32),
        elements=elements.vectors, element_columns=elements.columns,
        relation=_fit_relation(rows, elements, clauses).astype(np.float32), threshold=_threshold(held_out, fusion),
    )  # fmt: skip


def _statement_rows(catalogue: Catalogue, keys: tuple[str, ...]) -> list[Exemplar]:
    """Returns statements, short titles and elements as exemplars of their own clause."""
    rows = []
    for standard in catalogue.standards:
        for clause in standard.clauses:
            if clause_key(clause) in keys:
                rows += [
                    Exemplar(labels=(clause_key(clause),), relation="covers", hand=STATEMENT_HAND, language=code, text=text)
                    for code, text in clause.statements
                ]
    return rows


def _elements(clauses: Sequence[Clause], encoder: Encoder, means: Floats) -> _Elements:
    """Returns the elements of all target clauses, each the mean of its wordings in the three languages."""
    texts = [(i, e.key, code, words) for i, clause in enumerate(clauses) for e in clause.elements for code, words in e.texts]
    vectors = centred(encoder.encode([t[3] for t in texts]), [t[2] for t in texts], means, LANGUAGES)
    keys = list(dict.fromkeys((i, key) for i, key, _, _ in texts))
    rows = np.array([keys.index((i, key)) for i, key, _, _ in texts])
    merged = np.stack([vectors[rows == k].mean(axis=0) for k in range(len(keys))])
    merged /= np.maximum(np.linalg.norm(merged, axis=1, keepdims=True), 1e-9)
    return _Elements(merged.astype(np.float32), np.array([i for i, _ in keys], dtype=np.int32))


def _means(raw: Floats, exemplars: Sequence[Exemplar]) -> Floats:
    codes = np.array([row.language for row in exemplars])
    result: Floats = np.stack([raw[codes == code].mean(axis=0) for code in LANGUAGES]).astype(np.float32)
    return result


def _rows(exemplars: tuple[Exemplar, ...], vectors: Floats, targets: tuple[str, ...], parts: tuple[str, ...], surface: Surface) -> _Rows:
    columns = {key: i for i, key in enumerate((*targets, *parts))}
    table = np.zeros((len(exemplars), len(columns) + 1), dtype=np.float32)
    for row, exemplar in enumerate(exemplars):
        for label in exemplar.labels:
            table[row, columns[label]] = 1.0
        if not exemplar.labels:
            table[row, -1] = 1.0
    wording, terms = surface.tables([row.text for row in exemplars], [row.language for row in exemplars])
    return _Rows(exemplars, vectors, table, _folds(exemplars), wording, terms, families(targets, parts), columns)


def _folds(exemplars: Sequence[Exemplar]) -> NDArray[np.int64]:
    """Returns the fold of each row: one a hand, or five where a single hand wrote everything; statements are never left out (-1)."""
    hands = sorted({row.hand for row in exemplars} - {STATEMENT_HAND})
    if len(hands) > 1:
        return np.array([hands.index(row.hand) if row.hand in hands else -1 for row in exemplars])
    return np.array([i % _FOLDS if row.hand != STATEMENT_HAND else -1 for i, row in enumerate(exemplars)])


def _ridge(rows: _Rows, chosen: NDArray[np.bool_]) -> Floats:
    weights = np.ones(int(chosen.sum()), dtype=np.float32)
    return fit_ridge(rows.vectors[chosen], rows.targets[chosen], weights, penalty=RIDGE_PENALTY)


def _held_out(rows: _Rows, targets: int) -> HeldOut:
    """Returns the pair features of every exemplar, each scored by a head and bank without its own fold."""
    features = np.zeros((int((rows.folds >= 0).sum()), targets, 9))
    for fold in range(int(rows.folds.max()) + 1):
        seen, unseen = rows.folds != fold, rows.folds == fold
        inside = rows.folds[rows.folds >= 0] == fold
        vectors = rows.vectors[unseen]
        bank = _bank(rows, seen)
        scores, near = ridge_scores(vectors, _ridge(rows, seen)), bank_scores(vectors, bank)
        scores, near = rolled_up(scores, rows.families), rolled_up(near, rows.families)
        features[inside] = pair_features(scores, near, rows.wording[unseen], rows.terms[unseen])
    labels = rolled_up(rows.targets[rows.folds >= 0], rows.families)[:, :targets] > 0
    return HeldOut(features, labels, 0.5)


def _bank(rows: _Rows, chosen: NDArray[np.bool_]) -> Bank:
    bank_rows, columns = np.nonzero(rows.targets[chosen])
    return Bank(rows.vectors[chosen], bank_rows.astype(np.int32), columns.astype(np.int32), rows.targets.shape[1])


def _fit_fusion(held_out: HeldOut) -> NDArray[np.float64]:
    """Returns the fusion weights, learned on the pairs that compete: the best dozen clauses of every row, and all true ones."""
    strength = held_out.features[:, :, 0] + held_out.features[:, :, 1]
    ranks = (-strength).argsort(axis=1).argsort(axis=1)
    chosen = (ranks < _HARD_PAIRS) | held_out.labels
    return fit_logistic(held_out.features[chosen], held_out.labels[chosen].astype(np.float64))


def _fit_lexical(rows: _Rows, labels: NDArray[np.bool_]) -> NDArray[np.float64]:
    chosen = rows.folds >= 0
    features = lexical_features(rows.wording[chosen], rows.terms[chosen])
    return fit_logistic(features.reshape(-1, features.shape[2]), labels.reshape(-1).astype(np.float64))


def lexical_features(wording: Floats, terms: Floats) -> NDArray[np.float64]:
    """Returns (n, targets, 4): the pair features that need no encoder."""
    fused = wording + 0.5 * terms
    strongest = np.repeat(fused.max(axis=1, keepdims=True), fused.shape[1], axis=1)
    return np.stack([wording, terms, fused - strongest, strongest], axis=2).astype(np.float64)


def _threshold(held_out: HeldOut, fusion: NDArray[np.float64]) -> float:
    """Returns the least probability at which "this provision answers some clause" was right in the wanted share of unseen rows."""
    flat = held_out.features.reshape(-1, held_out.features.shape[2])
    strongest = sigmoid(with_intercept(flat) @ fusion).reshape(held_out.labels.shape).max(axis=1)
    answered = held_out.labels.any(axis=1)
    for threshold in np.arange(0.2, 0.9, 0.01):
        kept = strongest >= threshold
        if kept.any() and answered[kept].mean() >= _WANTED_PRECISION:
            return round(float(threshold), 2)
    return 0.5


def _relation_codes(exemplars: Sequence[Exemplar]) -> NDArray[np.int32]:
    order = {relation.value: i for i, relation in enumerate(RELATIONS)}
    return np.array([order.get(row.relation, -1) for row in exemplars], dtype=np.int32)


def _fit_relation(rows: _Rows, elements: _Elements, clauses: dict[str, Clause]) -> NDArray[np.float64]:
    """Returns the softmax weights of the relation, learned on exemplars whose hand was left out of the votes."""
    codes = _relation_codes(rows.exemplars)
    asked = [i for i, row in enumerate(rows.exemplars) if rows.folds[i] >= 0 and row.labels and codes[i] >= 0]
    features = np.stack([relation_features(_unseen_pair(rows, i, codes, elements, clauses)) for i in asked])
    chosen = codes[asked].astype(np.int64)
    counts = np.bincount(chosen, minlength=len(RELATIONS))
    weights = (len(chosen) / len(RELATIONS) / np.maximum(counts, 1))[chosen] ** _BALANCE
    return fit_softmax(features, chosen, len(RELATIONS), penalty=3.0, row_weights=weights)


def _unseen_pair(rows: _Rows, i: int, codes: NDArray[np.int32], elements: _Elements, clauses: dict[str, Clause]) -> Pair:
    """Returns an exemplar and its first clause as a pair that its own hand had no part in."""
    row, key = rows.exemplars[i], rows.exemplars[i].labels[0]
    target = int(rows.families[rows.columns[key]])
    kin = np.flatnonzero(rows.families == target)
    others = np.flatnonzero((rows.targets[:, kin].max(axis=1) > 0) & (rows.folds != rows.folds[i]))
    clause = clauses[key]
    return Pair(
        clause=clause, deontics=deontics(row.text, row.language), words=len(row.text.split()),
        statement_words=statement_words(clause, row.language), similarity=rows.vectors[others] @ rows.vectors[i],
        relations=codes[others], elements=elements.vectors[elements.columns == target] @ rows.vectors[i],
    )  # fmt: skip
