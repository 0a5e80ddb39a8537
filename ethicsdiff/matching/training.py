"""The rows a head is fitted on: exemplars and statements with their vectors, targets and folds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.encoder import Encoder
from ethicsdiff.matching.features import Bank, centred, families
from ethicsdiff.matching.head import Floats
from ethicsdiff.matching.kernel import fit_groups, kernel
from ethicsdiff.matching.letters import add_likeness, letter_vectors, rarities
from ethicsdiff.matching.ngrams import ngram_vectors
from ethicsdiff.matching.relation_features import RELATIONS
from ethicsdiff.matching.surface import Surface, clause_key, part_clauses, target_clauses
from ethicsdiff.model.standard import Catalogue, Exemplar

LANGUAGES = ("en", "ru", "kk")
STATEMENT_HAND = "statement"
_FOLDS = 5
# For meaning with letters, and for letters alone.
_PENALTY, _LONE_PENALTY = 0.15, 0.6
# How much letters in common count beside meaning.
_LETTERS = 0.6


@dataclass(frozen=True, slots=True)
class Rows:
    """The training rows: exemplars with statements behind them.

    `vectors` (n, d), `rarity` (languages, slots), `letters` (n, slots), `targets` (n, columns) of 0 and 1, `folds` (n,) with -1 for
    statements, `wording` and `terms` (n, targets); `families` (columns,) gives each sub-clause column its parent's; `columns` finds
    the column of a clause.
    """

    exemplars: tuple[Exemplar, ...]
    vectors: Floats
    rarity: Floats
    letters: Floats
    targets: Floats
    folds: NDArray[np.int64]
    wording: Floats
    terms: Floats
    families: NDArray[np.int64]
    columns: dict[str, int]


@dataclass(frozen=True, slots=True)
class Elements:
    """One vector for each element of a clause, centred over the languages, and the column of its clause."""

    vectors: Floats
    columns: NDArray[np.int32]


def statement_rows(catalogue: Catalogue) -> tuple[Exemplar, ...]:
    """Returns the statements of all clauses that can be answered as exemplars of their own clause."""
    return tuple(
        Exemplar(labels=(clause_key(clause),), relation="covers", hand=STATEMENT_HAND, language=code, text=text)
        for clause in (*target_clauses(catalogue), *part_clauses(catalogue))
        for code, text in clause.statements
    )


def elements(catalogue: Catalogue, encoder: Encoder, centre: Floats) -> Elements:
    """Returns the elements of all target clauses, each the mean of its wordings in the three languages."""
    clauses = enumerate(target_clauses(catalogue))
    texts = [(i, e.key, code, words) for i, clause in clauses for e in clause.elements for code, words in e.texts]
    if not texts:
        return no_elements(centre.shape[1])
    vectors = centred(encoder.encode([t[3] for t in texts]), [t[2] for t in texts], centre, LANGUAGES)
    keys = list(dict.fromkeys((i, key) for i, key, _, _ in texts))
    rows = np.array([keys.index((i, key)) for i, key, _, _ in texts])
    merged = np.stack([vectors[rows == k].mean(axis=0) for k in range(len(keys))])
    merged /= np.maximum(np.linalg.norm(merged, axis=1, keepdims=True), 1e-9)
    return Elements(merged.astype(np.float32), np.array([i for i, _ in keys], dtype=np.int32))


def no_elements(dimension: int) -> Elements:
    """Returns the elements of clauses that name none."""
    return Elements(np.zeros((0, dimension), dtype=np.float32), np.zeros(0, dtype=np.int32))


def means(raw: Floats, exemplars: Sequence[Exemplar]) -> Floats:
    """Returns the mean vector of each language (3, d): the fixed cohort by which every text is centred."""
    codes = np.array([row.language for row in exemplars])
    result: Floats = np.stack([raw[codes == code].mean(axis=0) for code in LANGUAGES]).astype(np.float32)
    return result


def rows(
    exemplars: tuple[Exemplar, ...],
    vectors: Floats,
    targets: tuple[str, ...],
    parts: tuple[str, ...],
    surface: Surface,
    *,
    rarity: Floats | None = None,
) -> Rows:
    """Returns the training rows of exemplars whose centred vectors are given; `rarity` of n-grams is theirs unless it is given."""
    columns = {key: i for i, key in enumerate((*targets, *parts))}
    table = np.zeros((len(exemplars), len(columns) + 1), dtype=np.float32)
    for row, exemplar in enumerate(exemplars):
        for label in exemplar.labels:
            table[row, columns[label]] = 1.0
        if not exemplar.labels:
            table[row, -1] = 1.0
    texts, languages = [row.text for row in exemplars], [row.language for row in exemplars]
    counts = ngram_vectors(texts)
    wording, terms = surface.tables(texts, languages, counts)
    if rarity is None:
        rarity = rarities(counts, languages, LANGUAGES).astype(np.float16).astype(np.float32)  # As it is kept.
    letters = letter_vectors(counts, languages, rarity, LANGUAGES)
    return Rows(exemplars, vectors, rarity, letters, table, _folds(exemplars), wording, terms, families(targets, parts), columns)


def _folds(exemplars: Sequence[Exemplar]) -> NDArray[np.int64]:
    """Returns the fold of each row: one a hand, or five where a single hand wrote everything; statements are never left out (-1)."""
    hands = sorted({row.hand for row in exemplars} - {STATEMENT_HAND})
    if len(hands) > 1:
        return np.array([hands.index(row.hand) if row.hand in hands else -1 for row in exemplars])
    return np.array([i % _FOLDS if row.hand != STATEMENT_HAND else -1 for i, row in enumerate(exemplars)])


def fit_answers(rows: Rows) -> tuple[Floats, Floats]:
    """Returns the share of each row in each column, and what a fit without its fold says of each row, both (rows, columns)."""
    penalty = _PENALTY if speaks(rows) else _LONE_PENALTY
    every = np.arange(len(rows.exemplars))
    return fit_groups(groups(rows, every), lambda chosen: _likeness(rows, chosen), rows.targets, rows.folds, penalty=penalty)


def _likeness(rows: Rows, chosen: NDArray[np.intp]) -> Floats:
    """Returns how much rows speak for each other (chosen, chosen), by meaning and letters, or by letters alone."""
    known = meant_alike(rows, chosen)
    add_likeness(known, rows.letters[chosen], languages_of(rows, chosen), letters_weight(rows))
    return known


def meant_alike(rows: Rows, chosen: NDArray[np.intp]) -> Floats:
    """Returns how much rows speak for each other by meaning (chosen, chosen); zeros where their meaning is not known."""
    if not speaks(rows):
        return np.zeros((len(chosen), len(chosen)), dtype=np.float32)
    return kernel(rows.vectors[chosen] @ rows.vectors[chosen].T)


def groups(rows: Rows, chosen: NDArray[np.intp]) -> list[NDArray[np.intp]]:
    """Returns the chosen rows by language where letters alone are compared, because those of two languages say nothing of each other."""
    if speaks(rows):
        return [chosen]
    codes = np.array(languages_of(rows, chosen))
    return [chosen[codes == code] for code in LANGUAGES]


def letters_weight(rows: Rows) -> float:
    """Returns how much letters in common count for a clause: beside meaning, or alone."""
    return _LETTERS if speaks(rows) else 1.0


def speaks(rows: Rows) -> bool:
    """Returns whether the meaning of rows is known; without an encoder their vectors have no numbers."""
    return bool(rows.vectors.shape[1])


def languages_of(rows: Rows, chosen: NDArray[np.intp]) -> list[str]:
    """Returns the language of each chosen row."""
    return [rows.exemplars[row].language for row in chosen]


def first_columns(rows: Rows) -> NDArray[np.int32]:
    """Returns for each row the target column of its first label, to which its relation belongs; -1 for *nothing*."""
    columns = (int(rows.families[rows.columns[row.labels[0]]]) if row.labels else -1 for row in rows.exemplars)
    return np.fromiter(columns, np.int32, len(rows.exemplars))


def bank(rows: Rows, chosen: NDArray[np.bool_]) -> Bank:
    """Returns the exemplar bank of the chosen rows."""
    bank_rows, columns = np.nonzero(rows.targets[chosen])
    return Bank(rows.vectors[chosen], bank_rows.astype(np.int32), columns.astype(np.int32), rows.targets.shape[1])


def relation_codes(exemplars: Sequence[Exemplar]) -> NDArray[np.int32]:
    """Returns the place of each row\'s relation in `RELATIONS`, -1 for *nothing*."""
    order = {relation.value: i for i, relation in enumerate(RELATIONS)}
    return np.array([order.get(row.relation, -1) for row in exemplars], dtype=np.int32)
