"""Fitting a head: vectors of exemplars and statements in, what each says, and calibrated regressions out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ethicsdiff.languages.encoder import Encoder
from ethicsdiff.matching import leaning, training
from ethicsdiff.matching.calibration import fit_fusion, fit_lexical, fit_relation, held_out, threshold
from ethicsdiff.matching.features import centred
from ethicsdiff.matching.head import Floats, Head
from ethicsdiff.matching.leaning import fit_leanings
from ethicsdiff.matching.letters import weights_of
from ethicsdiff.matching.surface import Surface, clause_key, part_clauses, target_clauses
from ethicsdiff.matching.training import (
    LANGUAGES,
    Elements,
    Rows,
    elements,
    first_columns,
    fit_answers,
    languages_of,
    means,
    relation_codes,
    rows,
    statement_rows,
)
from ethicsdiff.model.standard import Catalogue, Exemplar

_FOREIGN = 0.35
_NOTHING = Exemplar(labels=(), relation="none", hand="base", language="", text="")


@dataclass(frozen=True, slots=True)
class _Learned:
    """What the rows say for columns and relations, and what is calibrated on top of it."""

    answers: Floats
    leanings: Floats
    fusion: Floats
    lexical: Floats
    relation: Floats
    threshold: float
    doubt: float


def fit_head(catalogue: Catalogue, encoder: Encoder) -> Head:
    """Returns the head of a group of standards, calibrated on its own exemplars; the same input gives the same head."""
    exemplars = (*catalogue.exemplars, *statement_rows(catalogue))
    raw = encoder.encode([row.text for row in exemplars])
    centre = means(raw, exemplars)
    trained, parts = _trained(catalogue, exemplars, raw, centre), elements(catalogue, encoder, centre)
    answers, said = fit_answers(trained)
    leanings, leaned = fit_leanings(trained)
    unseen = held_out(trained, said, len(_targets(catalogue)))
    fusion = fit_fusion(unseen)
    relation, doubt = fit_relation(trained, parts, {clause_key(c): c for s in catalogue.standards for c in s.clauses}, leaned)
    learned = _Learned(
        answers, leanings, fusion.astype(np.float32), fit_lexical(trained, unseen.labels).astype(np.float32),
        relation.astype(np.float32), threshold(unseen, fusion), doubt,
    )  # fmt: skip
    return _head(catalogue, encoder.model_id, trained, parts, centre, learned)


def fit_further(catalogue: Catalogue, encoder: Encoder | None, base: Head) -> Head:
    """Returns the head of a further standard: its own exemplars beside the *nothing* of `base`, and the calibration of `base`.

    Its probabilities are less sure than those of `base`, because nothing was left out to check them on.
    """
    own = tuple(row for row in (*catalogue.exemplars, *statement_rows(catalogue)) if row.labels)
    nothing = base.bank[base.bank_rows[base.bank_columns == base.answers.shape[1] - 1]]
    raw = _encoded([row.text for row in own], encoder, base)
    mine = centred(raw, [row.language for row in own], base.means, LANGUAGES)
    # What is nothing to the first standards (buildings, surveys) may be the very subject of a further one.
    nothing = nothing[(nothing @ mine.T).max(axis=1) < _FOREIGN]
    vectors = np.concatenate([mine, nothing])
    exemplars = (*own, *(_NOTHING for _ in range(len(nothing))))
    # The texts of *nothing* are not at hand, so letters would speak for clauses alone: they stay silent.
    silent = np.zeros_like(base.rarity)
    trained = rows(exemplars, vectors, _targets(catalogue), _parts(catalogue), Surface(catalogue), rarity=silent)
    learned = _Learned(
        fit_answers(trained)[0], fit_leanings(trained)[0], base.fusion, base.lexical, base.relation, base.threshold, base.doubt
    )
    no_elements = Elements(np.zeros((0, vectors.shape[1]), dtype=np.float32), np.zeros(0, dtype=np.int32))
    return _head(catalogue, base.model_id, trained, no_elements, base.means, learned)


def _encoded(texts: Sequence[str], encoder: Encoder | None, base: Head) -> Floats:
    if encoder is None:
        return np.zeros((len(texts), base.bank.shape[1]), dtype=np.float32)
    return encoder.encode(texts)


def _targets(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(clause_key(clause) for clause in target_clauses(catalogue))


def _parts(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(clause_key(clause) for clause in part_clauses(catalogue))


def _trained(catalogue: Catalogue, exemplars: Sequence[Exemplar], raw: Floats, centre: Floats) -> Rows:
    vectors = centred(raw, [row.language for row in exemplars], centre, LANGUAGES)
    vectors = vectors.astype(np.float16).astype(np.float32)  # As they are kept, so that what is fitted is what is used.
    return rows(tuple(exemplars), vectors, _targets(catalogue), _parts(catalogue), Surface(catalogue))


def _head(catalogue: Catalogue, model_id: str, trained: Rows, parts: Elements, centre: Floats, learned: _Learned) -> Head:
    bank_rows, bank_columns = np.nonzero(trained.targets)
    return Head(
        model_id=model_id, targets=_targets(catalogue), parts=_parts(catalogue), languages=LANGUAGES, means=centre,
        answers=learned.answers, leanings=learned.leanings, bank=trained.vectors, bank_rows=bank_rows.astype(np.int32),
        bank_columns=bank_columns.astype(np.int32), bank_relations=relation_codes(trained.exemplars), bank_clauses=first_columns(trained),
        rarity=trained.rarity, letters=_letters(trained, learned.answers, training.LETTERS),
        letter_leanings=_letters(trained, learned.leanings, leaning.LETTERS), elements=parts.vectors, element_columns=parts.columns,
        fusion=learned.fusion, lexical=learned.lexical, relation=learned.relation, threshold=learned.threshold, doubt=learned.doubt,
    )  # fmt: skip


def _letters(trained: Rows, shares: Floats, weight: float) -> Floats:
    return weights_of(trained.letters, languages_of(trained), LANGUAGES, shares, weight)
