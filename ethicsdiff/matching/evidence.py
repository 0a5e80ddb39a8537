"""The words that speak for a candidate: terms and wording a provision shares with the clause, as spans of the verbatim text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ethicsdiff.languages.similarity import alike
from ethicsdiff.languages.text import folded
from ethicsdiff.matching.passages import Passage
from ethicsdiff.matching.terms import TermHit
from ethicsdiff.model.document import Provision, Span
from ethicsdiff.model.standard import Clause

_WORD = re.compile(r"[^\W\d_]{5,}")
_MOST = 6


def find_evidence(
    provision: Provision, passage: Passage, clause: Clause, hits: Sequence[TermHit], common: frozenset[str]
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Returns up to six verbatim wordings that a passage of a provision shares with the clause, and where they stand.

    `hits` are the terms found in the provision's text that the clause's statements have, too; `common` words are no evidence.
    """
    start, end = passage.start, passage.end
    shared = _shared_words(provision.text[start:end], dict(clause.statements).get(provision.language, ""), common)
    places = [(hit.start, hit.end) for hit in hits if start <= hit.start and hit.end <= end]
    places += [(start + first, start + last) for first, last in shared]
    chosen = _longest_apart([found for found in places if folded(provision.text[found[0] : found[1]]) not in common])
    words = tuple(dict.fromkeys(provision.text[first:last] for first, last in chosen))
    return words, tuple(span for found in chosen for span in _spans(provision, found))


def _shared_words(text: str, statement: str, common: frozenset[str]) -> list[tuple[int, int]]:
    places = {span: word for span, word in _long_words(text) if word not in common}
    shared = alike(list(places.values()), [word for _, word in _long_words(statement) if word not in common])
    return [span for span, word in places.items() if word in shared]


@lru_cache(maxsize=1024)
def _long_words(text: str) -> tuple[tuple[tuple[int, int], str], ...]:
    """Returns the (span, folded word) of the words that can be evidence; kept, because a text meets many clauses."""
    return tuple((m.span(), folded(m.group())) for m in _WORD.finditer(text))


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
