"""Letters in common with known texts of the same language: what the encoder misses, of Kazakh above all (docs/matching.md).

This kernel is a plain product of two rows of weighted n-grams. Of all the texts behind it nothing need be kept but one weight for
each n-gram and column, so that it costs a draft hardly any time.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.matching.head import Floats
from ethicsdiff.matching.ngrams import inverse_frequency


def rarities(counts: Floats, languages: Sequence[str], order: Sequence[str]) -> Floats:
    """Returns (languages, slots): how much each n-gram counts in each language of `order`; rare ones count more."""
    return np.stack([inverse_frequency(counts[_rows(languages, code)]) for code in order])


def letter_vectors(counts: Floats, languages: Sequence[str], rarity: Floats, order: Sequence[str]) -> Floats:
    """Returns (texts, slots): n-grams weighted by rarity, of length one; zeros for a text without words or of another language."""
    result = np.zeros_like(counts)
    for place, code in enumerate(order):
        mine = _rows(languages, code)
        weighted = counts[mine] * rarity[place]
        result[mine] = weighted / np.maximum(np.linalg.norm(weighted, axis=1, keepdims=True), 1e-9)
    return result


def add_likeness(known: Floats, vectors: Floats, languages: Sequence[str], weight: float) -> None:
    """Adds the likeness in letters, `weight` at most, to a kernel (texts, texts) for every two texts of one language."""
    for code in dict.fromkeys(languages):
        mine = _rows(languages, code)
        known[np.ix_(mine, mine)] += weight * (vectors[mine] @ vectors[mine].T)


def weights_of(vectors: Floats, languages: Sequence[str], order: Sequence[str], shares: Floats, weight: float) -> Floats:
    """Returns (languages, slots, columns): what each n-gram adds to each column, from the share of each text in it (texts, columns)."""
    parts = (_rows(languages, code) for code in order)
    return np.stack([weight * (vectors[mine].T @ shares[mine]) for mine in parts]).astype(np.float32)


def letter_scores(vectors: Floats, languages: Sequence[str], order: Sequence[str], weights: Floats) -> Floats:
    """Returns (texts, columns): what the letters of each text add to each column."""
    result = np.zeros((len(vectors), weights.shape[2]), dtype=np.float32)
    for place, code in enumerate(order):
        mine = _rows(languages, code)
        if mine.size:
            result[mine] = vectors[mine] @ weights[place]
    return result


def _rows(languages: Sequence[str], code: str) -> NDArray[np.intp]:
    return np.flatnonzero(np.array([language == code for language in languages], dtype=bool))
