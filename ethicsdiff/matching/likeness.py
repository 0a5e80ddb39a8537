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
from ethicsdiff.matching.letters import letter_scores, letter_vectors
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
    """Returns the likeness of texts, whose n-grams are `counts`; in letters alone without an encoder."""
    letters = letter_vectors(counts, languages, head.rarity, head.languages)
    if encoder is None:
        return _by_letters(letters, languages, head)
    vectors = centred(encoder.encode(texts), languages, head.means, head.languages)
    cosines = head.bank @ vectors.T
    known = kernel(cosines)
    scores, near = column_scores(known, letters, languages, head), None
    if lessons is not None:
        near = near_lessons(lessons, vectors)
        scores = scores + near @ lessons.shares
    return Likeness(vectors, cosines, known, scores, leaning_scores(known, letters, languages, head), near)


def _by_letters(letters: Floats, languages: Sequence[str], head: Head) -> Likeness:
    silent = np.zeros((len(head.bank), len(letters)), dtype=np.float32)
    scores = letter_scores(letters, languages, head.languages, head.letters)
    leaning = letter_scores(letters, languages, head.languages, head.letter_leanings)
    return Likeness(np.zeros((len(letters), head.bank.shape[1]), dtype=np.float32), silent, silent, scores, leaning)
