"""Fitting a head: vectors of exemplars and statements in, what each says, and calibrated regressions out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ethicsdiff.languages.encoder import Encoder
from ethicsdiff.matching import leaning, training
from ethicsdiff.matching.calibration import fit_fusion, fit_relation, held_out, threshold
from ethicsdiff.matching.features import centred
from ethicsdiff.matching.head import LETTERS_ALONE, Floats, Head
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
    means,
    no_elements,
    relation_codes,
    rows,
    speaks,
    statement_rows,
)
from ethicsdiff.model.standard import Catalogue, Exemplar

_FOREIGN = 0.35


@dataclass(frozen=True, slots=True)
class _Learned:
    """What the rows say for columns and relations, and what is calibrated on top of it."""

    answers: Floats
    leanings: Floats
    fusion: Floats
    relation: Floats
    threshold: float
    doubt: float


def fit_head(catalogue: Catalogue, encoder: Encoder) -> Head:
    """Returns the head of a group of standards, calibrated on its own exemplars; the same input gives the same head."""
    return _fitted(catalogue, encoder.model_id, *_prepared(catalogue, encoder))


def fit_heads(catalogue: Catalogue, encoder: Encoder) -> tuple[Head, Head]:
    """Returns the head for an encoder, and the head for the case that there is none, which compares letters and terms alone."""
    trained, parts, centre = _prepared(catalogue, encoder)
    first = _fitted(catalogue, encoder.model_id, trained, parts, centre)
    mute, no_parts = replace(trained, vectors=trained.vectors[:, :0]), Elements(parts.vectors[:, :0], parts.columns)
    return first, _fitted(catalogue, LETTERS_ALONE, mute, no_parts, centre[:, :0])


def _prepared(catalogue: Catalogue, encoder: Encoder) -> tuple[Rows, Elements, Floats]:
    exemplars = (*catalogue.exemplars, *statement_rows(catalogue))
    raw = encoder.encode([row.text for row in exemplars])
    centre = means(raw, exemplars)
    return _trained(catalogue, exemplars, raw, centre), elements(catalogue, encoder, centre), centre


def _fitted(catalogue: Catalogue, model_id: str, trained: Rows, parts: Elements, centre: Floats) -> Head:
    return _head(catalogue, model_id, trained, parts, centre, _learned(catalogue, trained, parts))


def _learned(catalogue: Catalogue, trained: Rows, parts: Elements) -> _Learned:
    answers, said = fit_answers(trained)
    leanings, leaned = fit_leanings(trained)
    unseen = held_out(trained, said, len(_targets(catalogue)))
    fusion = fit_fusion(unseen)
    relation, doubt = fit_relation(trained, parts, {clause_key(c): c for s in catalogue.standards for c in s.clauses}, leaned)
    return _Learned(answers, leanings, fusion.astype(np.float32), relation.astype(np.float32), threshold(unseen, fusion), doubt)


def fit_further(catalogue: Catalogue, encoder: Encoder | None, base: Head) -> Head:
    """Returns the head of a further standard: its own exemplars beside the *nothing* of `base`, and the calibration of `base`.

    Its probabilities are less sure than those of `base`, because nothing was left out to check them on.
    """
    own = tuple(row for row in (*catalogue.exemplars, *statement_rows(catalogue)) if row.labels)
    nothing = tuple(row for row in catalogue.exemplars if not row.labels)
    kept = base.bank[base.bank_rows[base.bank_columns == len(base.targets) + len(base.parts)]][: len(nothing)]
    raw = np.zeros((len(own), base.bank.shape[1]), np.float32) if encoder is None else encoder.encode([row.text for row in own])
    mine = centred(raw, [row.language for row in own], base.means, LANGUAGES)
    # What is nothing to the first standards (buildings, surveys) may be the very subject of a further one.
    alien = (kept @ mine.T).max(axis=1, initial=0.0) < _FOREIGN
    exemplars = (*own, *(row for row, keep in zip(nothing, alien, strict=False) if keep))
    vectors = np.concatenate([mine, kept[alien]])
    trained = rows(exemplars, vectors, _targets(catalogue), _parts(catalogue), Surface(catalogue), rarity=base.rarity)
    learned = _Learned(fit_answers(trained)[0], fit_leanings(trained)[0], base.fusion, base.relation, base.threshold, base.doubt)
    return _head(catalogue, base.model_id, trained, no_elements(vectors.shape[1]), base.means, learned)


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
    heard = speaks(trained)
    return Head(
        model_id=model_id, targets=_targets(catalogue), parts=_parts(catalogue), languages=LANGUAGES, means=centre,
        answers=learned.answers if heard else learned.answers[:0], leanings=learned.leanings * np.float32(heard), bank=trained.vectors,
        bank_rows=bank_rows.astype(np.int32), bank_columns=bank_columns.astype(np.int32), bank_relations=relation_codes(trained.exemplars),
        bank_clauses=first_columns(trained), rarity=trained.rarity,
        letters=_letters(trained, learned.answers, training.letters_weight(trained)),
        letter_leanings=_letters(trained, learned.leanings, leaning.letters_weight(trained)), elements=parts.vectors,
        element_columns=parts.columns, fusion=learned.fusion, relation=learned.relation, threshold=learned.threshold, doubt=learned.doubt,
    )  # fmt: skip


def _letters(trained: Rows, shares: Floats, weight: float) -> Floats:
    languages = [row.language for row in trained.exemplars]
    return weights_of(trained.letters, languages, LANGUAGES, shares, weight)
