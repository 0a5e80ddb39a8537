"""Colours of relations and states, and which of several is the weakest."""

from __future__ import annotations

from collections.abc import Iterable

from ethicsdiff.model.match import Relation
from ethicsdiff.model.report import Tone

RELATION_TONES = {
    Relation.COVERS: Tone.GOOD,
    Relation.PARTIAL: Tone.PARTIAL,
    Relation.WEAKER: Tone.WEAK,
    Relation.STRICTER: Tone.STRICT,
    Relation.CONTRADICTS: Tone.BAD,
    Relation.NONE: Tone.NEUTRAL,
}
STATE_TONES = {
    "covered": Tone.GOOD,
    "partial": Tone.PARTIAL,
    "weaker": Tone.WEAK,
    "stricter": Tone.STRICT,
    "contradicted": Tone.BAD,
    "gap": Tone.GAP,
}
_WEAKEST_FIRST = (Relation.CONTRADICTS, Relation.WEAKER, Relation.PARTIAL, Relation.STRICTER, Relation.COVERS)


def weakest(relations: Iterable[Relation]) -> Relation:
    """Returns the relation that needs most attention, `NONE` where there is none at all."""
    found = frozenset(relations)
    return next((relation for relation in _WEAKEST_FIRST if relation in found), Relation.NONE)
