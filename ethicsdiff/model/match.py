"""What matching proposes: signals with evidence, calibrated candidates, and a relation with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ethicsdiff.model.document import Span


class Relation(StrEnum):
    """How a provision stands to a clause; a clause nobody meets is a gap, a provision without clause is additional."""

    COVERS = "covers"
    PARTIAL = "partial"
    WEAKER = "weaker"
    STRICTER = "stricter"
    CONTRADICTS = "contradicts"
    NONE = "none"


class Modality(StrEnum):
    """What a norm does to its addressee, after the working scale of deontic vocabulary."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    RECOMMENDATION = "recommendation"
    AVOIDANCE = "avoidance"
    PERMISSION = "permission"
    RIGHT = "right"
    EXEMPTION = "exemption"
    DECLARATION = "declaration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deontic:
    """One modal expression found in verbatim text: modality, strength 1-3, the words, their span in the provision's text [start, end)."""

    modality: Modality
    strength: int
    words: str
    start: int
    end: int
    exception: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One reason to believe in a candidate: its name, its value (0 to 1) and the verbatim words that speak for it."""

    name: str
    value: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A proposed relation: `reason` is a code of the phrase table with `params`; `weak` marks one that rests on a weak signal."""

    relation: Relation
    reason: str
    params: tuple[tuple[str, str], ...] = ()
    weak: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A clause proposed for a provision: `probability` is calibrated (0 to 1); `evidence` are verbatim spans that speak for it.

    `part` is the sub-clause of `clause` that the provision speaks to most ("2.5.3"), "" where none stands out.
    """

    provision: str
    standard: str
    clause: str
    probability: float
    judgement: Judgement
    signals: tuple[Signal, ...] = ()
    evidence: tuple[Span, ...] = ()
    part: str = ""
