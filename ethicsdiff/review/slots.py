"""Places whose words have changed: one to one, by likeness of wording and by the neighbours that stand around both.

What misleads is not the edited provision but its sister: where a provision was struck out, another one that was always like it looks
like its new wording. So a place must be more alike than any sister that may have changed too, or stand exactly where the neighbours say.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.similarity import likeness_table
from ethicsdiff.model.decision import Anchor
from ethicsdiff.review.version import Version, compared, quote_of

EDGE = "edge"
NEIGHBOURS = 3
_REACH = NEIGHBOURS + 2
_LEAST, _KEPT = 0.3, 8

# Weight of a side whose nearest remaining neighbour stands as far off as it did, or near by; what a unit of weight adds to likeness.
_IN_PLACE, _NEAR = 5, 2
_UNIT = 0.03
# By how much a place must be ahead of every rival.
_AHEAD = 0.1
# Measured on synthetic drafts in three languages (docs/review.md): the more the neighbours say, the less alike the words need be.
# Weight of both sides, least likeness, and what it must have beyond the closest sister.
_RULES = ((10, 0.5, -0.3), (7, 0.58, 0.2), (5, 0.7, 0.05), (4, 0.8, 0.05), (0, 0.9, 0.05))


@dataclass(frozen=True, slots=True)
class Claim:
    """What an anchor has to say for a position; `value` adds the likeness of the words and the weight of both sides."""

    position: int
    value: float
    good: bool


@dataclass(slots=True)
class Search:
    """The anchors of one older version that have no place yet.

    `identities` are the fingerprints that each position has or is known to have had, `here` all of them; `options` the positions that an
    anchor may have, with the likeness of the words.
    """

    anchors: dict[int, Anchor]
    identities: list[set[str]]
    here: set[str]
    options: dict[int, list[tuple[int, float]]]
    placed: dict[int, int] = field(default_factory=dict)


def find_similar(
    anchors: Mapping[int, Anchor], version: Version, taken: Mapping[int, str]
) -> tuple[dict[int, int], dict[int, tuple[int, ...]]]:
    """Returns the positions of those anchors that have a clear one, and the positions between which the others tie.

    `anchors` are numbered by the caller; `taken` are the positions found by their very words, with the fingerprints.
    """
    identities = [{one.fingerprint} for one in version.provisions]
    search = Search(dict(anchors), identities, set(version.places), _options(anchors, version, taken))
    while found := _clear({number: _claims(search, number) for number in search.anchors}):
        for number, position in found.items():
            old = search.anchors.pop(number).fingerprint
            search.identities[position].add(old)
            search.here.add(old)
            search.placed[number] = position
        _strike_out(search, set(found.values()))
    ties = {number: _tie(search, number) for number in search.anchors}
    return search.placed, {number: positions for number, positions in ties.items() if positions}


def _tie(search: Search, number: int) -> tuple[int, ...]:
    """Returns the positions that an anchor has a good claim to, else those of its very words."""
    good = tuple(claim.position for claim in _claims(search, number) if claim.good)
    words = search.anchors[number].fingerprint
    return good or tuple(place for place, _ in search.options[number] if words in search.identities[place])


def _strike_out(search: Search, gone: set[int]) -> None:
    search.options = {number: [one for one in search.options[number] if one[0] not in gone] for number in search.anchors}


def _options(anchors: Mapping[int, Anchor], version: Version, taken: Mapping[int, str]) -> dict[int, list[tuple[int, float]]]:
    """Returns the positions that each anchor may have: those of its very words if they stand several times, else those alike enough."""
    same = {number: [(place, 1.0) for place in version.places.get(one.fingerprint, ())] for number, one in anchors.items()}
    changed = {number: one for number, one in anchors.items() if not same[number]}
    return same | _alike(changed, version, _pool(anchors, version, taken))


def _pool(anchors: Mapping[int, Anchor], version: Version, taken: Mapping[int, str]) -> list[int]:
    """Returns the positions that may hold new words: a provision known from the older version is itself, not another one reworded."""
    known = {name for one in anchors.values() for name in (*one.before, *one.after, *(sister for sister, _ in one.sisters))}
    known |= {one.fingerprint for one in anchors.values()} | set(taken.values())
    return [place for place, one in enumerate(version.provisions) if place not in taken and one.fingerprint not in known]


def _alike(anchors: Mapping[int, Anchor], version: Version, pool: Sequence[int]) -> dict[int, list[tuple[int, float]]]:
    if not anchors or not pool:
        return {number: [] for number in anchors}
    new = [compared(quote_of(version.provisions[place])) for place in pool]
    table = likeness_table([compared(one.quote) for one in anchors.values()], new)
    return {number: _best(row, pool) for number, row in zip(anchors, table, strict=True)}


def _best(row: NDArray[np.float32], pool: Sequence[int]) -> list[tuple[int, float]]:
    order = np.argsort(-row, kind="stable")[:_KEPT]
    return [(pool[column], float(row[column])) for column in order if row[column] >= _LEAST]


def _claims(search: Search, number: int) -> list[Claim]:
    """Returns what speaks for each option of an anchor, the strongest first."""
    anchor = search.anchors[number]
    sister = _sister(anchor, search.here)
    claims = [_claim(anchor, place, likeness, sister, search.identities) for place, likeness in search.options[number]]
    return sorted(claims, key=lambda claim: -claim.value)


def _claim(anchor: Anchor, place: int, likeness: float, sister: float, identities: Sequence[set[str]]) -> Claim:
    sides = (_side(anchor.before, place, -1, identities), _side(anchor.after, place, 1, identities))
    same = anchor.fingerprint in identities[place]
    good = _IN_PLACE in sides if same else _is_good(likeness, sister, sum(sides))
    return Claim(position=place, value=likeness + _UNIT * sum(sides), good=good)


def _is_good(likeness: float, sister: float, weight: int) -> bool:
    return any(weight >= least and likeness >= max(alike, sister + beyond) for least, alike, beyond in _RULES)


def _sister(anchor: Anchor, here: Collection[str]) -> float:
    """Returns how alike the closest sister was that has no place in the new version yet, so that it may have been reworded."""
    reworded = (likeness for name, likeness in anchor.sisters if name not in here)
    return next(reworded, anchor.sisters[-1][1] if anchor.sisters else 0.0)


def _side(neighbours: Sequence[str], place: int, step: int, identities: Sequence[set[str]]) -> int:
    """Returns the weight of one side of a position: whether the nearest neighbour that is still there stands as far off as it did."""
    for distance, name in enumerate(neighbours, 1):
        for away in range(1, _REACH + 1):
            if _is(name, place + step * away, identities):
                return _IN_PLACE if away == distance else _NEAR
    return 0


def _is(name: str, place: int, identities: Sequence[set[str]]) -> bool:
    if 0 <= place < len(identities):
        return name in identities[place]
    return name == EDGE and place in (-1, len(identities))


def _clear(claims: Mapping[int, Sequence[Claim]]) -> dict[int, int]:
    """Returns the anchors whose best position is ahead of all their others and of all that others claim it with."""
    rivals: dict[int, list[tuple[float, int]]] = {}
    for number, own in claims.items():
        for claim in own:
            if claim.good:
                rivals.setdefault(claim.position, []).append((claim.value, number))
    found = {}
    for number, own in claims.items():
        best = own[0] if own else None
        if best is None or not best.good:
            continue
        others = [claim.value for claim in own[1:]] + [value for value, other in rivals[best.position] if other != number]
        if all(value <= best.value - _AHEAD for value in others):
            found[number] = best.position
    return found
