"""What people decide, and how a machine proposal stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ethicsdiff.model.decision import Carried, Decision
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
    """A provision tied to a clause, with the relation in force and who stands behind it.

    `relation` NONE is a rejection: the pair is known and not aligned. `provision` is "" where a decision lost its place. `decision` is
    the latest verdict of people, `decided` are all that stand, the last of each reviewer.
    """

    provision: str
    standard: str
    clause: str
    relation: Relation
    standing: Standing
    candidate: Candidate
    decision: Decision | None = None
    decided: tuple[Carried, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseCoverage:
    """What a draft does about one clause: a state and the provisions that speak.

    States: "covered", "partial", "weaker", "contradicted", "gap"; "not_applicable" where a person said so; of themes "touched",
    "untouched".
    """

    standard: str
    clause: str
    state: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A wording that a person proposed for a provision and that stands confirmed; `time` is UTC, ISO 8601."""

    provision: str
    text: str
    reviewer: str
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All alignments of a draft, the coverage of every counted clause, and the probability below which nothing is proposed.

    `decisions` are all that stand, of every kind, with their places in this version.
    """

    alignments: tuple[Alignment, ...]
    coverage: tuple[ClauseCoverage, ...]
    threshold: float
    encoder: str
    decisions: tuple[Carried, ...] = ()
