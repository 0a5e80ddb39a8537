"""What reviewers decided, beside the head: a correction for texts that are very like those they saw, worked out in milliseconds.

Nothing of the head changes. Where no lesson is near, nothing is corrected, so that a handful of decisions cannot spoil the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.encoder import Encoder
from ethicsdiff.matching.features import centred
from ethicsdiff.matching.head import Floats, Head
from ethicsdiff.matching.kernel import kernel
from ethicsdiff.matching.relation_features import RELATIONS
from ethicsdiff.matching.scores import column_scores, letters_of
from ethicsdiff.model.lesson import Lesson
from ethicsdiff.model.match import Relation

# Cosine .8 counts a third, .6 a tenth, .2 a hundredth: what is nearly the same provision, and little else.
_SHARPNESS = 6.0
_PENALTY = 0.1


@dataclass(frozen=True, slots=True)
class Lessons:
    """Lessons as numbers, one row each: `vectors` (n, d), `columns` (n,) of the head's targets, `codes` (n,) of `RELATIONS` or -1.

    `shares` (n, columns) is what each row adds to the scores of a text as like as itself.
    """

    vectors: Floats
    columns: NDArray[np.int64]
    codes: NDArray[np.int64]
    shares: Floats


def learn(lessons: Sequence[Lesson], head: Head, encoder: Encoder | None, families: NDArray[np.int64]) -> Lessons | None:
    """Returns what can be learned for the clauses of a head; None without an encoder or where no lesson concerns it."""
    order = {key: place for place, key in enumerate((*head.targets, *head.parts))}
    mine = [lesson for lesson in lessons if f"{lesson.standard}:{lesson.clause}" in order]
    if encoder is None or not mine:
        return None
    languages = [lesson.language for lesson in mine]
    vectors = centred(encoder.encode([lesson.text for lesson in mine]), languages, head.means, head.languages)
    columns = np.array([order[f"{lesson.standard}:{lesson.clause}"] for lesson in mine])
    codes = np.array([-1 if lesson.relation == Relation.NONE else RELATIONS.index(lesson.relation) for lesson in mine])
    scores = column_scores(kernel(head.bank @ vectors.T), letters_of([lesson.text for lesson in mine], languages, head), languages, head)
    wanted = np.stack([_wanted(*row, families) for row in zip(scores, columns, codes, strict=True)])
    near = _near(vectors, vectors) + _PENALTY * np.eye(len(mine), dtype=np.float32)
    shares: Floats = np.linalg.lstsq(near, wanted, rcond=None)[0].astype(np.float32)
    return Lessons(vectors, families[columns], codes, shares)


def _wanted(scores: Floats, column: int, code: int, families: NDArray[np.int64]) -> Floats:
    """Returns by how much the scores of a text fall short of a decision: its clause is sure and *nothing* is out, or its clause is out."""
    missing = np.zeros_like(scores)
    if code < 0:
        kin = families == families[column]
        missing[kin] = np.minimum(-scores[kin], 0.0)
    else:
        missing[column] = max(1.0 - float(scores[column]), 0.0)
        missing[-1] = min(-float(scores[-1]), 0.0)
    return missing


def near_lessons(lessons: Lessons, vectors: Floats) -> Floats:
    """Returns (texts, lessons): how much each lesson has to say about each text, 0 to 1."""
    return _near(vectors, lessons.vectors)


def _near(vectors: Floats, others: Floats) -> Floats:
    result: Floats = np.exp(_SHARPNESS * (vectors @ others.T - 1.0)).astype(np.float32)
    return result


def corrected_likeness(likeness: Floats, lessons: Lessons, near: Floats) -> Floats:
    """Returns (texts, targets + 1): the likeness to exemplars, raised by confirmed texts and lowered by rejected ones."""
    result = likeness.copy()
    for place, (column, code) in enumerate(zip(lessons.columns, lessons.codes, strict=True)):
        goal = 0.0 if code < 0 else 1.0
        result[:, column] += near[:, place] * (goal - result[:, column])
    return result


def corrected_leaning(leaning: Floats, column: int, lessons: Lessons, near: Floats) -> Floats:
    """Returns (5,): the leaning of one text to the relations of a clause, drawn to what was confirmed; `near` is its row."""
    result = leaning.copy()
    for place in np.flatnonzero((lessons.columns == column) & (lessons.codes >= 0)):
        result += near[place] * (np.eye(len(RELATIONS), dtype=np.float32)[lessons.codes[place]] - result)
    return result
