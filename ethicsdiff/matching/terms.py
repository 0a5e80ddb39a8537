"""Terms of the trilingual term base in a text: a bridge between languages, and words that can be shown as evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.text import fold, verbatim_span
from ethicsdiff.model.standard import Clause, Term

_STEM_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class TermHit:
    """A concept found: its id and the verbatim offsets [start, end) of its words."""

    concept: str
    start: int
    end: int


class TermFinder:
    """Finds concepts by stems, so that inflected forms count; one compiled pattern a language."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._patterns = {code: _pattern(terms, code) for code in ("en", "ru", "kk")}
        self._names = {code: _names(terms, code) for code in ("en", "ru", "kk")}

    def find(self, text: str, language: str) -> tuple[TermHit, ...]:
        """Returns the concepts of a text in order; of overlapping ones the longest wording."""
        if language not in self._patterns:
            return ()
        folded = fold(text)
        hits = []
        for match in self._patterns[language].finditer(folded.text):
            start, end = verbatim_span(folded, match.start(), match.end())
            hits.append(TermHit(self._names[language][int((match.lastgroup or "t0")[1:])], start, end))
        return tuple(hits)

    def concepts(self, text: str, language: str) -> frozenset[str]:
        """Returns the ids of the concepts in a text."""
        return frozenset(hit.concept for hit in self.find(text, language))


def _wordings(terms: Sequence[Term], language: str) -> list[tuple[str, str]]:
    pairs = [(wording, term.id) for term in terms for code, words in term.words if code == language for wording in words]
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))


def _names(terms: Sequence[Term], language: str) -> list[str]:
    return [concept for _, concept in _wordings(terms, language)]


def _pattern(terms: Sequence[Term], language: str) -> re.Pattern[str]:
    sources = [f"(?P<t{i}>{_stems(wording)})" for i, (wording, _) in enumerate(_wordings(terms, language))]
    return re.compile(rf"\b(?:{'|'.join(sources) or '(?!)'})")


def _stems(wording: str) -> str:
    words = re.findall(r"[^\W_]+", wording.lower())
    return r"[\s-]+".join(rf"{re.escape(_stem(word))}\w*" for word in words)


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
