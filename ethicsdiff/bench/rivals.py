"""The methods that ours has to beat in the same run: token sets, BM25, TF-IDF, and the bare encoder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.encoder import Encoder
from ethicsdiff.languages.overlap import word_overlap
from ethicsdiff.languages.similarity import similarity_table
from ethicsdiff.languages.text import words

Table = NDArray[np.float32]
Method = Callable[[Sequence[str], Sequence[str]], Table]
_SATURATION, _LENGTH = 1.2, 0.75


def methods(encoder: Encoder | None) -> dict[str, Method]:
    """Returns the methods by name, each from two lists of texts to a table of scores; the encoder's only where there is one."""
    lexical: dict[str, Method] = {"rapidfuzz token_set_ratio": similarity_table, "BM25": bm25, "TF-IDF words": word_overlap}
    if encoder is None:
        return lexical
    return lexical | {"plain encoder cosine": lambda rows, columns: encoder.encode(rows) @ encoder.encode(columns).T}


def bm25(rows: Sequence[str], columns: Sequence[str]) -> Table:
    """Returns the Okapi BM25 scores (rows, columns) of the columns' texts for the rows' words."""
    counts = [Counter(words(text)) for text in columns]
    vocabulary = {word: place for place, word in enumerate(sorted(set().union(*counts)))}
    weights = _bm25_weights(_counted(counts, vocabulary))
    asked = _counted([Counter(words(text)) for text in rows], vocabulary)
    result: Table = (asked @ weights.T).astype(np.float32)
    return result


def _counted(counts: Sequence[Counter[str]], vocabulary: dict[str, int]) -> Table:
    table = np.zeros((len(counts), len(vocabulary)), dtype=np.float32)
    for row, count in enumerate(counts):
        for word in count.keys() & vocabulary.keys():
            table[row, vocabulary[word]] = count[word]
    return table


def _bm25_weights(counts: Table) -> Table:
    """Returns what each word (column) is worth in each text (row)."""
    lengths = counts.sum(axis=1, keepdims=True)
    seen = (counts > 0).sum(axis=0)
    rarity = np.log(1 + (len(counts) - seen + 0.5) / (seen + 0.5))
    damping = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / max(float(lengths.mean()), 1e-9))
    result: Table = (rarity * counts * (_SATURATION + 1) / np.maximum(counts + damping, 1e-9)).astype(np.float32)
    return result
