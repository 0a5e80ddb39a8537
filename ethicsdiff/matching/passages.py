"""The passages of a provision: the whole, and of a long one each sentence or item, so that one duty among many is heard.

A sentence that leans on the one before ("this rule ...") stays with it, and an item of a list in the running text keeps its lead-in:
neither says by itself what is allowed or forbidden.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.anaphora import leans_back
from ethicsdiff.languages.nlp import sentences
from ethicsdiff.matching.texts import query_text, under_lead_in
from ethicsdiff.model.document import Provision

# In characters: Kazakh says in forty words what takes English sixty.
_LONG, _SHORTEST = 300, 45
# From this probability on a sentence is taken to speak of a clause.
_SPOKEN = 0.5
_CITED = 0.99


@dataclass(frozen=True, slots=True)
class Passage:
    """What is compared of a provision: `text` under its lead-in; the words themselves stand at [start, end) of the provision's text."""

    text: str
    start: int
    end: int


def passages(provision: Provision) -> tuple[Passage, ...]:
    """Returns the whole provision first, then the sentences and items of a long one."""
    whole = Passage(query_text(provision), 0, len(provision.text))
    if len(provision.text) < _LONG:
        return (whole,)
    parts = _joined(provision.text, provision.language)
    if len(parts) < 2:
        return (whole,)
    return (whole, *(Passage(under_lead_in(text, provision.lead_in), *span) for text, span in _items(provision.text, parts)))


def _joined(text: str, language: str) -> list[tuple[int, int]]:
    """Returns the spans of the sentences, those joined to the one before that cannot stand alone."""
    spans: list[tuple[int, int]] = []
    for start, end in sentences(text, language):
        if spans and (leans_back(text[start:end], language) or min(end - start, spans[-1][1] - spans[-1][0]) < _SHORTEST):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _items(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yields each span with its words, an item of a list under the words before the colon that opened the list."""
    lead = ""
    for start, end in spans:
        own = text[start:end]
        yield under_lead_in(own, lead), (start, end)
        opened = lead or own.partition(":")[0] * (":" in own)
        lead = opened if own.rstrip().endswith(";") else ""


def strongest(chances: NDArray[np.float64], cited: Collection[int], keep: int) -> Iterator[tuple[int, float, tuple[int, ...]]]:
    """Yields the `keep` strongest clauses of a provision: column, probability, and the passages that speak of it.

    Where the sentences speak of one clause only, or all speak of a clause, the whole is that passage.

    `chances` (passages, columns) are probabilities, those of the whole first; clauses that the provision itself cites are all but sure.
    """
    parts = chances[1:].max(axis=0, initial=0.0)
    several = int((parts >= _SPOKEN).sum()) > 1
    best = np.where(parts >= _SPOKEN, np.maximum(parts, chances[0]), chances[0])
    best[list(cited)] = np.maximum(best[list(cited)], _CITED)
    for column in np.argsort(-best, kind="stable")[:keep]:
        if best[column] > 0:
            speaking = tuple(int(row) + 1 for row in np.flatnonzero(chances[1:, column] >= _SPOKEN))
            yield int(column), float(best[column]), speaking if several and 0 < len(speaking) < len(chances) - 1 else (0,)


def joined(mine: Sequence[Passage], speaking: Sequence[int]) -> Passage:
    """Returns the passages of a provision that speak of one clause as one, from where the first begins to where the last ends."""
    chosen = [mine[row] for row in speaking]
    return chosen[0] if len(chosen) == 1 else Passage(" ".join(p.text for p in chosen), chosen[0].start, chosen[-1].end)
