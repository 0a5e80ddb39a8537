"""Texts beside the bank of a head: the numbers from which probability, relation and reasons are worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ethicsdiff.languages.encoder import Encoder
from ethicsdiff.matching.features import centred
from ethicsdiff.matching.head import Floats, Head
from ethicsdiff.matching.kernel import kernel
from ethicsdiff.matching.lessons import Lessons, near_lessons
from ethicsdiff.matching.letters import letter_vectors
from ethicsdiff.matching.scores import column_scores, leaning_scores


@dataclass(frozen=True, slots=True)
class Likeness:
    """Texts (n) beside the bank: cosines and kernel (rows, n), scores of all columns (n, columns), common leaning (n, 5).

    `near` (n, lessons) is how much each lesson has to say; it is None where nothing was learned.
    """

    vectors: Floats
    cosines: Floats
    known: Floats
    scores: Floats
    leaning: Floats
    near: Floats | None = None


def likeness_of(
    texts: Sequence[str], languages: Sequence[str], counts: Floats, head: Head, encoder: Encoder | None, lessons: Lessons | None
) -> Likeness:
    """Returns the likeness of texts, whose n-grams are `counts`; all zeros without an encoder."""
    if encoder is None:
        return _silent(len(texts), head)
    vectors = centred(encoder.encode(texts), languages, head.means, head.languages)
    cosines = head.bank @ vectors.T
    known = kernel(cosines)
    letters = letter_vectors(counts, languages, head.rarity, head.languages)
    scores, near = column_scores(known, letters, languages, head), None
    if lessons is not None:
        near = near_lessons(lessons, vectors)
        scores = scores + near @ lessons.shares
    return Likeness(vectors, cosines, known, scores, leaning_scores(known, letters, languages, head), near)


def _silent(count: int, head: Head) -> Likeness:
    nothing = np.zeros((len(head.bank), count), dtype=np.float32)
    vectors = np.zeros((count, head.bank.shape[1]), dtype=np.float32)
    scores = np.zeros((count, head.answers.shape[1]), dtype=np.float32)
    return Likeness(vectors, nothing, nothing, scores, np.zeros((count, head.leanings.shape[1]), np.float32))
