"""Splits and merges: a text without a tie whose words stand in a neighbour of its own past or future.

Both are one question asked from either side: of a whole text and the texts that are tied or free on the other side, which free
ones hold what the tied one lacks? Words must keep their order; that they merely occur is not enough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ethicsdiff.languages.similarity import shared_words
from ethicsdiff.versions.likeness import rarity, weight_of
from ethicsdiff.versions.pairing import Links
from ethicsdiff.versions.units import Text

_LEAST_OWN = 0.55
_LEAST_OWN_AFAR = 0.8
_LEAST_REST = 0.5
_LEAST_WORDS = 2
_NEAR = 3
_Weights = Mapping[str, float]


@dataclass(slots=True)
class Partings:
    """Splits by ordinal of the old text and merges by ordinal of the new one; the values are ordinals on the other side."""

    splits: dict[int, list[int]] = field(default_factory=dict)
    merges: dict[int, list[int]] = field(default_factory=dict)


def find_partings(links: Links) -> Partings:
    """Returns the splits and merges among the texts that have no tie of their own."""
    weights = rarity((*links.old.texts, *links.new.texts))
    splits = _parts(links.old.texts, links.new.texts, links.forth, links.free_new(), weights)
    taken = {part for parts in splits.values() for part in parts}
    whole_old = [text for text in links.free_old() if text.index not in splits]
    merges = _parts(links.new.texts, links.old.texts, links.back, whole_old, weights)
    return Partings(splits, {whole: parts for whole, parts in merges.items() if whole not in taken})


def _parts(
    wholes: Sequence[Text], others: Sequence[Text], ties: Mapping[int, int], free: Sequence[Text], weights: _Weights
) -> dict[int, list[int]]:
    """Returns for each whole text of one side its parts on the other, the tied one included, in order."""
    rests = {whole.index: _rest(whole, others[ties[whole.index]] if whole.index in ties else None) for whole in wholes}
    found: dict[int, list[int]] = {}
    for part in free:
        best = _best_whole(part, wholes, ties, rests, weights)
        if best is not None:
            found.setdefault(best.index, []).append(part.index)
            rests[best.index] = _without(best, rests[best.index], part)
    tied = {whole: [ties[whole]] if whole in ties else [] for whole in found}
    return {whole: sorted(tied[whole] + parts) for whole, parts in found.items() if len(tied[whole] + parts) > 1}


def _rest(whole: Text, tied: Text | None) -> tuple[int, ...]:
    """Returns the places of the words of a whole that its tied part lacks."""
    every = range(len(whole.stems))
    if tied is None:
        return tuple(every)
    held = {place for place, _ in shared_words(whole.stems, tied.stems)}
    return tuple(place for place in every if place not in held)


def _without(whole: Text, rest: tuple[int, ...], part: Text) -> tuple[int, ...]:
    held = {rest[place] for place, _ in shared_words([whole.stems[p] for p in rest], part.stems)}
    return tuple(place for place in rest if place not in held)


def _best_whole(
    part: Text, wholes: Sequence[Text], ties: Mapping[int, int], rests: Mapping[int, tuple[int, ...]], weights: _Weights
) -> Text | None:
    """Returns the whole whose missing words a free text holds best, None where no one's are held well enough."""
    scored = [(_held(part, whole, rests[whole.index], weights, near=_near(part, whole, ties)), -whole.index, whole) for whole in wholes]
    score, _, whole = max(scored, key=lambda row: row[:2], default=(0.0, 0, None))
    return whole if score > 0 else None


def _near(part: Text, whole: Text, ties: Mapping[int, int]) -> bool:
    return whole.index in ties and abs(ties[whole.index] - part.index) <= _NEAR


def _held(part: Text, whole: Text, rest: tuple[int, ...], weights: _Weights, *, near: bool) -> float:
    """Returns how well a free text holds what the tied part lacks (0: not well enough to speak of a split)."""
    if len(rest) < _LEAST_WORDS or not set(part.stems) & {whole.stems[place] for place in rest}:
        return 0.0
    lacking = [whole.stems[place] for place in rest]
    held = [lacking[place] for place, _ in shared_words(lacking, part.stems)]
    own = [part.stems[place] for _, place in shared_words(whole.stems, part.stems)]
    of_rest = weight_of(held, weights) / max(weight_of(lacking, weights), 1e-6)
    of_part = weight_of(own, weights) / max(weight_of(part.stems, weights), 1e-6)
    least = _LEAST_OWN if near else _LEAST_OWN_AFAR
    enough = len(held) >= _LEAST_WORDS and of_rest >= _LEAST_REST and of_part >= least
    return of_rest + of_part if enough else 0.0
