"""Finding the place of a decision again: by its very words, else by likeness and neighbours, else not at all.

Identity is never position: carried by article number alone, most decisions land in a wrong place of the next version.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ethicsdiff.languages.similarity import likeness_table
from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.decision import Anchor, Carried, Decision, Fit, Place
from ethicsdiff.model.document import Draft
from ethicsdiff.review.slots import EDGE, NEIGHBOURS, find_similar
from ethicsdiff.review.version import Version, compared, context_of, quote_of, same_words, version_of

_SISTERS = 5
# A review in the browser looks for the same quotes after every decision.
_fingerprint = lru_cache(maxsize=8192)(fingerprint)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an anchor was found: its position, -1 where there is none, and the positions that tie."""

    fit: Fit
    position: int = -1
    choices: tuple[int, ...] = ()


def anchor_of(draft: Draft, provision: str) -> Anchor:
    """Returns what a person sees who decides on a provision.

    Raises:
        KeyError: the draft has no provision of this id with words.
    """
    version = version_of(draft)
    place = version.positions[provision]
    seen = version.provisions[place]
    return Anchor(
        file=draft.source.file.replace("\\", "/").rpartition("/")[2], version=version.sha256, provision=seen.id, path=seen.path,
        language=seen.language, fingerprint=seen.fingerprint, quote=quote_of(seen), context=context_of(seen),
        before=_neighbours(version, place, -1), after=_neighbours(version, place, 1),
        twins=len(version.places[seen.fingerprint]), sisters=_sisters(version, place),
    )  # fmt: skip


def _neighbours(version: Version, place: int, step: int) -> tuple[str, ...]:
    found: list[str] = []
    for away in range(1, NEIGHBOURS + 1):
        position = place + step * away
        if not 0 <= position < len(version.provisions):
            return (*found, EDGE)
        found.append(version.provisions[position].fingerprint)
    return tuple(found)


def _sisters(version: Version, place: int) -> tuple[tuple[str, float], ...]:
    texts = [compared(quote_of(one)) for one in version.provisions]
    row = likeness_table([texts[place]], texts)[0]
    own = version.provisions[place].fingerprint
    order = [position for position in np.argsort(-row, kind="stable") if version.provisions[position].fingerprint != own]
    return tuple((version.provisions[position].fingerprint, round(float(row[position]), 3)) for position in order[:_SISTERS])


def carry(decisions: Sequence[Decision], draft: Draft) -> tuple[Carried, ...]:
    """Returns every decision with its place in a draft, in the same order.

    Anchors of one older version compete with each other for places; those of different versions do not, because the same
    provision may have been decided on in each.
    """
    found = places_of((one.anchor for one in decisions if one.anchor is not None), draft)
    return tuple(_carried(one, found) for one in decisions)


def places_of(anchors: Iterable[Anchor], draft: Draft) -> dict[Anchor, Place]:
    """Returns where the provisions that people saw stand in a draft."""
    version = version_of(draft)
    spots: dict[Anchor, _Spot] = {}
    asked = tuple(dict.fromkeys(anchors))
    for seen in _by_version(asked, draft.source.languages).values():
        spots.update(_spots(seen, version))
    return {anchor: _place(spots.get(anchor, _Spot(Fit.ELSEWHERE)), version) for anchor in asked}


def _by_version(anchors: Iterable[Anchor], languages: Sequence[str]) -> dict[str, list[Anchor]]:
    found: dict[str, dict[Anchor, None]] = {}
    for one in anchors:
        if one.language in languages:
            found.setdefault(one.version, {})[one] = None
    return {version: list(seen) for version, seen in found.items()}


def _place(spot: _Spot, version: Version) -> Place:
    return Place(
        fit=spot.fit, provision=version.provisions[spot.position].id if spot.position >= 0 else "",
        choices=tuple(version.provisions[position].id for position in spot.choices),
    )  # fmt: skip


def _carried(decision: Decision, found: Mapping[Anchor, Place]) -> Carried:
    if decision.anchor is None:
        return Carried(decision=decision, fit=Fit.UNBOUND)
    place = found[decision.anchor]
    return Carried(decision=decision, fit=place.fit, provision=place.provision, choices=place.choices)


def _spots(anchors: Sequence[Anchor], version: Version) -> Iterator[tuple[Anchor, _Spot]]:
    """Yields where the anchors of one version stand in the version at hand."""
    exact = {number: place for number, one in enumerate(anchors) if (place := _exact(one, version)) >= 0}
    taken = {place: version.provisions[place].fingerprint for place in exact.values()}
    left = {number: one for number, one in enumerate(anchors) if number not in exact}
    similar, ties = find_similar(left, version, taken)
    for number, anchor in enumerate(anchors):
        if number in exact:
            yield anchor, _Spot(_fit(anchor, version, exact[number]), exact[number])
        elif number in similar:
            yield anchor, _Spot(Fit.SIMILAR, similar[number])
        else:
            yield anchor, _Spot(Fit.TIE, choices=ties[number]) if number in ties else _Spot(Fit.LOST)


def _exact(anchor: Anchor, version: Version) -> int:
    """Returns the one position of the very words, -1 where there is none; words that stand or stood twice do not tell which is meant."""
    places = version.places.get(_words(anchor), ())
    own = version.positions.get(anchor.provision, -1)
    if anchor.version == version.sha256 and own in places:
        return own
    return places[0] if len(places) == 1 and anchor.twins == 1 else -1


def _words(anchor: Anchor) -> str:
    """Returns the fingerprint of the words that were seen, anew if it was taken by another version of the method."""
    current = _fingerprint(anchor.quote)
    return anchor.fingerprint if anchor.fingerprint.partition(":")[0] == current.partition(":")[0] else current


def _fit(anchor: Anchor, version: Version, place: int) -> Fit:
    """Returns whether the very words also stand under the same lead-in and beside the same cells: those can turn their meaning."""
    return Fit.EXACT if same_words(anchor.context, context_of(version.provisions[place])) else Fit.SIMILAR
