"""What people decide, and how a machine proposal stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ethicsdiff.model.match import Candidate, Relation


class Standing(StrEnum):
    """Who stands behind an alignment: the machine alone (proposed) or a person, and whether that still holds."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    RECHECK = "recheck"
    ORPHANED = "orphaned"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """A provision tied to a clause, with the relation in force and who stands behind it."""

    provision: str
    standard: str
    clause: str
    relation: Relation
    standing: Standing
    candidate: Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseCoverage:
    """What a draft does about one clause, and the provisions that speak to it.

    `state` is "covered", "partial", "weaker", "contradicted" or "gap"; of a theme "touched" or "untouched".
    """

    standard: str
    clause: str
    state: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All alignments of a draft, the coverage of every counted clause, and the probability below which nothing is proposed."""

    alignments: tuple[Alignment, ...]
    coverage: tuple[ClauseCoverage, ...]
    threshold: float
    encoder: str
