"""Terms of the trilingual term base in a text: a bridge between languages, and words that can be shown as evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.text import fold, folded, verbatim_span
from ethicsdiff.model.standard import Clause, Term

_STEM_SHARE = 0.7
_KEY = 3
_WORD = re.compile(r"[^\W_]+")
_Index = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True)
class TermHit:
    """A concept found: its id and the verbatim offsets [start, end) of its words."""

    concept: str
    start: int
    end: int


class TermFinder:
    """Finds concepts by stems, so that inflected forms count; wordings are indexed by the first letters of their first word."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._index = {code: _index(terms, code) for code in ("en", "ru", "kk")}

    def find(self, text: str, language: str) -> tuple[TermHit, ...]:
        """Returns the concepts of a text in order; of overlapping ones the longest wording."""
        index = self._index.get(language, {})
        found = fold(text)
        words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(found.text)]
        hits, place = [], 0
        while place < len(words):
            wording = _matched(words, place, index)
            if wording is None:
                place += 1
                continue
            start, end = verbatim_span(found, words[place][1], words[place + len(wording[0]) - 1][2])
            hits.append(TermHit(wording[1], start, end))
            place += len(wording[0])
        return tuple(hits)

    def concepts(self, text: str, language: str) -> frozenset[str]:
        """Returns the ids of the concepts in a text."""
        return frozenset(hit.concept for hit in self.find(text, language))


def _matched(words: Sequence[tuple[str, int, int]], place: int, index: _Index) -> tuple[tuple[str, ...], str] | None:
    """Returns the longest (stems, concept) that stands at a word, or None."""
    for stems, concept in index.get(words[place][0][:_KEY], ()):
        after = words[place : place + len(stems)]
        if len(after) == len(stems) and all(word.startswith(stem) for (word, _, _), stem in zip(after, stems, strict=True)):
            return stems, concept
    return None


def _index(terms: Sequence[Term], language: str) -> _Index:
    """Returns the wordings of a language by the first letters of their first word, longest wording first."""
    index: _Index = {}
    for wording, concept in _wordings(terms, language):
        words = _WORD.findall(folded(wording))
        if words:
            index.setdefault(words[0][:_KEY], []).append((tuple(_stem(word) for word in words), concept))
    return index


def _wordings(terms: Sequence[Term], language: str) -> list[tuple[str, str]]:
    pairs = [(wording, term.id) for term in terms for code, words in term.words if code == language for wording in words]
    return sorted(pairs, key=lambda pair: (-len(pair[0].split()), -len(pair[0]), pair[0]))


def _stem(word: str) -> str:
    return word if len(word) <= 4 else word[: max(4, round(len(word) * _STEM_SHARE))]


def clause_concepts(clauses: Sequence[Clause], finder: TermFinder) -> list[frozenset[str]]:
    """Returns for each clause the concepts of its statements in all languages."""
    return [
        frozenset().union(*(finder.concepts(text, code) for code, text in clause.statements)) for clause in clauses
    ]


def concept_overlap(queries: Sequence[frozenset[str]], targets: Sequence[frozenset[str]]) -> NDArray[np.float32]:
    """Returns (queries, targets) shares of a clause's concepts that a text holds, rare concepts counting more."""
    concepts = sorted(frozenset().union(*queries, *targets))
    place = {concept: i for i, concept in enumerate(concepts)}
    right = _membership(targets, place)
    weights = np.log((1 + len(targets)) / (1 + right.sum(axis=0))).astype(np.float32)
    shared = (_membership(queries, place) * weights) @ right.T
    result: NDArray[np.float32] = shared / (right @ weights + 1.0)
    return result


def _membership(sets: Sequence[frozenset[str]], place: dict[str, int]) -> NDArray[np.float32]:
    table = np.zeros((len(sets), len(place)), dtype=np.float32)
    for row, members in enumerate(sets):
        table[row, [place[m] for m in members]] = 1.0
    return table
