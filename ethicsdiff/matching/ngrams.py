"""Hashed character n-grams: wording shared by two texts of one language, robust against the endings of Russian and Kazakh."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.text import words

_DIMENSIONS = 8192
_SIZES = (3, 4, 5)


def ngram_vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Returns (texts, 8192) float32 rows of log-damped n-gram counts, L2-normalised; zeros for a text without words."""
    table = np.zeros((len(texts), _DIMENSIONS), dtype=np.float32)
    for row, text in enumerate(texts):
        slots = np.array(_slots(text), dtype=np.int64)
        if slots.size:
            np.add.at(table[row], slots, 1.0)
    table = np.log1p(table)
    norms = np.linalg.norm(table, axis=1, keepdims=True)
    result: NDArray[np.float32] = table / np.maximum(norms, 1e-9)
    return result


def _slots(text: str) -> list[int]:
    joined = f" {' '.join(words(text)[:400])} "
    return [zlib.crc32(joined[i : i + size].encode()) % _DIMENSIONS for size in _SIZES for i in range(len(joined) - size + 1)]


def inverse_frequency(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Returns a weight (8192,) for each n-gram slot: rare in the given texts counts more."""
    seen = (vectors > 0).sum(axis=0)
    result: NDArray[np.float32] = np.log((1 + len(vectors)) / (1 + seen)).astype(np.float32)
    return result


def ngram_similarity(queries: NDArray[np.float32], targets: NDArray[np.float32], weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Returns cosines (queries, targets) under the slot weights."""
    left, right = queries * weights, targets * weights
    left = left / np.maximum(np.linalg.norm(left, axis=1, keepdims=True), 1e-9)
    right = right / np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-9)
    result: NDArray[np.float32] = left @ right.T
    return result
