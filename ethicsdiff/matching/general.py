"""Any two texts side by side, with no exemplars: meaning, wording and heading, under weights that no data was fitted to.

This ranks; it does not decide. Its scores are no probabilities, because nothing tells it what a match looks like.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from ethicsdiff.languages.encoder import Encoder
from ethicsdiff.languages.overlap import word_overlap
from ethicsdiff.matching.features import centred
from ethicsdiff.matching.head import Floats
from ethicsdiff.matching.ngrams import inverse_frequency, ngram_similarity, ngram_vectors

# All three signals are cosines, so they are added as they are: a score then depends on the two texts and the standard, never on
# what else the draft holds, and a signal that is silent (no word in common across languages) adds nothing.
# Wording has the weight of meaning, half of it by letters (endings, typing errors) and half by rare whole words.
LETTERS, WORDS = 0.5, 0.5
# Where a unit stands says less than what it says: the likeness of the units above counts half.
ABOVE = 0.5
_COHORT = 10
_CHUNK = 512
Centres = Mapping[str, Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The units of a draft or a standard: `wordings[i]` are (language, text) pairs, `above[i]` is the unit it stands under, or -1."""

    wordings: tuple[tuple[tuple[str, str], ...], ...]
    above: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.wordings)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of all wordings, in order of appearance."""
        return tuple(dict.fromkeys(language for unit in self.wordings for language, _ in unit))

    def spoken(self, language: str) -> tuple[list[int], list[str]]:
        """Returns the units that have a wording in a language, and those wordings."""
        found = [(place, dict(unit)[language]) for place, unit in enumerate(self.wordings) if language in dict(unit)]
        return [place for place, _ in found], [text for _, text in found]

    def nearest_to(self, language: str) -> list[str]:
        """Returns one wording of every unit: in a language, or else its first one, "" for a unit without words."""
        return [dict(unit).get(language, unit[0][1] if unit else "") for unit in self.wordings]


class GeneralMatcher:
    """Ranks the units of a standard for those of any text; without an encoder by wording alone, which hardly crosses languages.

    `centres` are the mean vectors of languages; a language without one is centred by its own side, if that is long enough.
    """

    def __init__(self, targets: Side, encoder: Encoder | None, *, centres: Centres | None = None) -> None:
        self._targets = targets
        self._encoder = encoder
        self._centres = centres
        self._meaning = meaning_vectors(targets, encoder, centres=centres) if encoder is not None else None

    def scores(self, queries: Side) -> Floats:
        """Returns (queries, targets): the higher, the more alike."""
        own = self.wording(queries)
        if self._encoder is not None and self._meaning is not None:
            own = own + meaning_vectors(queries, self._encoder, centres=self._centres) @ self._meaning.T
        result: Floats = own + ABOVE * _of_those_above(own, queries.above, self._targets.above)
        return result

    def wording(self, queries: Side) -> Floats:
        """Returns (queries, targets) from 0 to 1: letters and words in common; a target is read in the query's language if it can be."""
        table = np.zeros((len(queries), len(self._targets)), dtype=np.float32)
        for language in queries.languages:
            rows, texts = queries.spoken(language)
            statements = self._targets.nearest_to(language)
            found = LETTERS * _letters(texts, statements) + WORDS * word_overlap(texts, statements)
            table[rows] = np.maximum(table[rows], found)
        return table


def meaning_vectors(side: Side, encoder: Encoder, *, centres: Centres | None = None) -> Floats:
    """Returns (units, dimension): the mean of a unit's centred vectors over its languages, of length one, zeros for an empty unit."""
    total = np.zeros((len(side), encoder.dimension), dtype=np.float32)
    for language in side.languages:
        places, texts = side.spoken(language)
        raw = encoder.encode(texts)
        centre = (centres or {}).get(language)
        centre = _own_centre(raw) if centre is None else centre
        total[places] += centred(raw, [language] * len(texts), centre[None, :], (language,))
    result: Floats = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-9)
    return result


def _own_centre(vectors: Floats) -> Floats:
    """Returns the mean of the vectors, or zeros where they are too few to tell what is common to all."""
    result: Floats = vectors.mean(axis=0) if len(vectors) >= _COHORT else np.zeros(vectors.shape[1], dtype=np.float32)
    return result


def _letters(texts: list[str], statements: list[str]) -> Floats:
    known = ngram_vectors(statements)
    weights = inverse_frequency(known)
    parts = [ngram_similarity(ngram_vectors(chunk), known, weights) for chunk in _chunks(texts)]
    return np.concatenate(parts)


def _chunks(texts: list[str]) -> Iterator[list[str]]:
    return (texts[start : start + _CHUNK] for start in range(0, len(texts), _CHUNK))


def _of_those_above(own: Floats, rows: tuple[int, ...], columns: tuple[int, ...]) -> Floats:
    """Returns for each pair the score of the units they stand under, 0 where one of them stands under none."""
    framed = np.zeros((own.shape[0] + 1, own.shape[1] + 1), dtype=np.float32)
    framed[:-1, :-1] = own
    result: Floats = framed[np.ix_(rows, columns)]
    return result
