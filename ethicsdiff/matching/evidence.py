"""The words that speak for a candidate: terms and wording a provision shares with the clause, as spans of the verbatim text."""

from __future__ import annotations

import re

from ethicsdiff.languages.similarity import alike
from ethicsdiff.languages.text import folded
from ethicsdiff.matching.terms import TermFinder
from ethicsdiff.model.document import Provision, Span
from ethicsdiff.model.standard import Clause

_WORD = re.compile(r"[^\W\d_]{5,}")
_MOST = 6
_COMMON = frozenset({
    "судья", "судьи", "судье", "судей", "судью", "судьям", "судьяның", "судьялар", "судьяға", "судьялардың", "judge", "judges", "which", "their",
    "должен", "должны", "обязан", "вправе", "может", "своей", "своих", "также", "иными", "shall", "other", "тиіс", "міндетті", "болады", "немесе", "сондай",
})  # fmt: skip


def find_evidence(provision: Provision, clause: Clause, finder: TermFinder) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Returns up to six verbatim wordings that the provision shares with the clause's statement, and where they stand."""
    statement = dict(clause.statements).get(provision.language, "")
    concepts = finder.concepts(" ".join(text for _, text in clause.statements), provision.language)
    places = [(hit.start, hit.end) for hit in finder.find(provision.text, provision.language) if hit.concept in concepts]
    places += _shared_words(provision.text, statement)
    chosen = _longest_apart([place for place in places if folded(provision.text[place[0] : place[1]]) not in _COMMON])
    words = tuple(dict.fromkeys(provision.text[start:end] for start, end in chosen))
    return words, tuple(span for place in chosen for span in _spans(provision, place))


def _shared_words(text: str, statement: str) -> list[tuple[int, int]]:
    known = sorted({folded(m.group()) for m in _WORD.finditer(statement)} - _COMMON)
    places = {m.span(): folded(m.group()) for m in _WORD.finditer(text) if folded(m.group()) not in _COMMON}
    shared = alike(list(places.values()), known)
    return [span for span, word in places.items() if word in shared]


def _longest_apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda p: p[0] - p[1]):
        if len(chosen) < _MOST and all(end <= a or start >= b for a, b in chosen):
            chosen.append((start, end))
    return sorted(chosen)


def _spans(provision: Provision, place: tuple[int, int]) -> list[Span]:
    """Returns the place as spans of the source's blocks; the provision's text is its spans joined by line breaks."""
    offset = 0
    for span in provision.spans:
        length = span.end - span.start
        if offset <= place[0] and place[1] <= offset + length:
            return [Span(block=span.block, start=span.start + place[0] - offset, end=span.start + place[1] - offset)]
        offset += length + 1
    return []
