"""Words that two texts share, rare ones counting more: plain TF-IDF, for any language whose words stand apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.text import words


def word_overlap(rows: Sequence[str], columns: Sequence[str]) -> NDArray[np.float32]:
    """Returns cosines (rows, columns) of TF-IDF vectors, 0 to 1; how rare a word is, is counted among the columns alone."""
    counts = [Counter(words(text)) for text in columns]
    places = {word: place for place, word in enumerate(sorted(set().union(*counts)))}
    right = _damped(counts, places)
    rarity = np.log((1 + len(columns)) / (1 + (right > 0).sum(axis=0))) + 1
    left = _normed(_damped([Counter(words(text)) for text in rows], places) * rarity)
    table: NDArray[np.float32] = (left @ _normed(right * rarity).T).astype(np.float32)
    return table


def _damped(counts: Sequence[Counter[str]], places: Mapping[str, int]) -> NDArray[np.float32]:
    """Returns (texts, words): 1 + log of how often each known word stands in each text, 0 where it does not."""
    table = np.zeros((len(counts), len(places)), dtype=np.float32)
    for row, count in enumerate(counts):
        known = [word for word in count if word in places]
        table[row, [places[word] for word in known]] = [1 + np.log(count[word]) for word in known]
    return table


def _normed(table: NDArray[np.float32]) -> NDArray[np.float32]:
    result: NDArray[np.float32] = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return result
