"""How alike the texts of two versions are: letters in order, and shared words with rare ones counting more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.similarity import shared_words, wording_table
from ethicsdiff.versions.units import Text

Table = NDArray[np.float32]
_LETTERS = 0.5
_CONTAINED = 0.8
_LEAST_CONTAINED = 0.8
_WORTH_A_LOOK = 0.3


def likeness_table(old: Sequence[Text], new: Sequence[Text], weights: Mapping[str, float]) -> Table:
    """Returns (old, new) likeness from 0 to 1.

    A text that the other holds whole counts as well, so that a part that was split off or joined finds its way.
    """
    if not old or not new:
        return np.zeros((len(old), len(new)), np.float32)
    letters = wording_table([t.plain for t in old], [t.plain for t in new])
    table: Table = _LETTERS * letters + (1 - _LETTERS) * _cosine(old, new, weights)
    for row, column in zip(*np.nonzero((table > _WORTH_A_LOOK) & (table < _CONTAINED)), strict=True):
        share = contained(old[row], new[column], weights)
        if share >= _LEAST_CONTAINED:
            table[row, column] = max(table[row, column], _CONTAINED * share)
    return table


def rarity(texts: Sequence[Text]) -> dict[str, float]:
    """Returns the weight of each stem: the fewer texts hold it, the more it tells."""
    counts = Counter(one for text in texts for one in set(text.stems))
    return {one: float(np.log1p(len(texts) / count)) for one, count in counts.items()}


def weight_of(stems: Sequence[str], weights: Mapping[str, float]) -> float:
    """Returns what some words tell together."""
    return sum(weights.get(one, 1.0) for one in stems)


def contained(one: Text, other: Text, weights: Mapping[str, float]) -> float:
    """Returns which share of the shorter text stands in the longer, in the same order."""
    short, long = sorted((one, other), key=lambda text: len(text.stems))
    common = [short.stems[place] for place, _ in shared_words(short.stems, long.stems)]
    return weight_of(common, weights) / max(weight_of(short.stems, weights), 1e-6)


def _cosine(old: Sequence[Text], new: Sequence[Text], weights: Mapping[str, float]) -> Table:
    place = {one: n for n, one in enumerate(sorted({s for text in (*old, *new) for s in text.stems}))}
    left, right = _vectors(old, place, weights), _vectors(new, place, weights)
    product: Table = left @ right.T
    return product


def _vectors(texts: Sequence[Text], place: dict[str, int], weights: Mapping[str, float]) -> Table:
    table = np.zeros((len(texts), len(place)), np.float32)
    for row, text in enumerate(texts):
        for one, count in Counter(text.stems).items():
            table[row, place[one]] = weights.get(one, 1.0) * (1 + np.log(count))
    norms = np.linalg.norm(table, axis=1, keepdims=True)
    normed: Table = table / np.maximum(norms, 1e-9)
    return normed
