"""What a person decided, what they saw when they did, and where that is found in the version at hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ethicsdiff.model.match import Relation


class DecisionKind(StrEnum):
    """What a decision does; `CONFIRM`, `REJECT`, `OTHER` and `RELATION` are verdicts on a provision and a clause."""

    CONFIRM = "confirm"
    REJECT = "reject"
    OTHER = "other"
    RELATION = "relation"
    NOTE = "note"
    WORDING = "wording"
    NOT_APPLICABLE = "not_applicable"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"


VERDICTS = frozenset({DecisionKind.CONFIRM, DecisionKind.REJECT, DecisionKind.OTHER, DecisionKind.RELATION})
ANSWERS = frozenset({DecisionKind.ACCEPT, DecisionKind.DECLINE})


class Fit(StrEnum):
    """How the place of a decision was found in a version of the draft.

    `EXACT`: the very words; `SIMILAR`: one place, words or surroundings differ; `TIE`: several places fit equally; `LOST`: none fits;
    `ELSEWHERE`: the decision is on a text in a language that this file does not hold; `UNBOUND`: it is on a clause, not on a place.
    """

    EXACT = "exact"
    SIMILAR = "similar"
    TIE = "tie"
    LOST = "lost"
    ELSEWHERE = "elsewhere"
    UNBOUND = "unbound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The provision that a person saw.

    `file` (a name without folders) and `version` (sha256 of the file) say where; `provision` and `path` are its id and labels there.
    `quote` is its heading and text, `context` the lead-in and the cells of its row, both verbatim. `before` and `after` are the
    fingerprints of its neighbours, nearest first, with the word "edge" where the draft begins or ends. `twins` counts the provisions of
    that version with the same fingerprint, itself among them; `sisters` are the fingerprints of those most like it, with their
    likeness from 0 to 1, the most alike first.
    """

    file: str
    version: str
    provision: str
    path: tuple[str, ...]
    language: str
    fingerprint: str
    quote: str
    context: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    twins: int = 1
    sisters: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the provision of an anchor stands in a version: `provision` is "" where none was found, `choices` are ids that fit equally."""

    fit: Fit
    provision: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of the ledger; it is never changed, only superseded by a later one.

    `time` is UTC, ISO 8601. `clause` belongs to `standard` and is "" for a note on a provision alone; `part` is the sub-clause that was
    named, `other` the clause put in place of `clause`. `text` is the note, the wording or the reason. `state` is the state of the clause
    that a recommendation was answered in. `clause_seen` is the fingerprint of the clause's statement, `texts_seen` names the texts of the
    clause that the decision leaves standing (`other` where there is one): ("statement", "f1:..."), ("official.en", "f1:...").
    `supersedes` are ids of decisions.
    `entered_by` is the editor who took the decision over from a remark of the reviewer, "" where the reviewer entered it.
    """

    id: str
    time: str
    reviewer: str
    kind: DecisionKind
    standard: str = ""
    clause: str = ""
    part: str = ""
    other: str = ""
    relation: Relation | None = None
    text: str = ""
    state: str = ""
    clause_seen: str = ""
    texts_seen: tuple[tuple[str, str], ...] = ()
    anchor: Anchor | None = None
    supersedes: tuple[str, ...] = ()
    entered_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A decision and its place in the version at hand: `provision` is "" where none was found, `choices` are ids that fit equally.

    `clause_changed` says that our statement of the clause, or an imported official text of it, is no longer the one that was seen.
    """

    decision: Decision
    fit: Fit
    provision: str = ""
    choices: tuple[str, ...] = ()
    clause_changed: bool = False
