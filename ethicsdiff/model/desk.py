"""What the review in the browser shows: strings, tones and codes in the reviewer's language. A page lays out, it decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ethicsdiff.model.report import ClauseRow, Figure, Finding, Tone


class ItemKind(StrEnum):
    """What a line of the list is: a provision, a clause of a standard, or a decision that has no place in this version."""

    PROVISION = "provision"
    CLAUSE = "clause"
    LOST = "lost"


class ItemState(StrEnum):
    """Whether a line waits for people; `PLAIN` where there is nothing to decide."""

    OPEN = "open"
    DONE = "done"
    RECHECK = "recheck"
    CONFLICT = "conflict"
    PLAIN = "plain"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the list: `item` is its id ("provision:a5.p2", "clause:bangalore:4.14", "lost:<decision>"), `opening` its first words.

    `marks` are the relations that stand or are proposed, in a tone and a word; `by` the reviewers who decided on it;
    `words` the folded text that search looks through; `gap` says that nothing answers the clause;
    `language` is that of the first words, "" where it is the reader's.
    """

    item: str
    kind: ItemKind
    group: str
    place: str
    opening: str
    state: ItemState
    state_word: str
    marks: tuple[tuple[Tone, str], ...] = ()
    by: frozenset[str] = frozenset()
    noted: bool = False
    gap: bool = False
    words: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The coverage of one standard: its name, figures in fixed order, a remark where it has none."""

    name: str
    figures: tuple[Figure, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the list: how far the review is, and the coverage as it is now."""

    settled: int
    settleable: int
    progress: str
    mine: str
    bars: tuple[Bar, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One decision in the history of an item: who, at what hour of this computer's clock, what is said, whether it still stands."""

    id: str
    reviewer: str
    time: str
    text: str
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A clause beside a provision: the finding, its state, and what may be done; `settles` are the decisions of others in a conflict."""

    number: int
    clause: str
    finding: Finding
    state: ItemState
    state_word: str
    relation: str
    decidable: bool
    settles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that may be chosen: its code and its words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a provision's text; `cards` are the numbers of the cards whose evidence it is."""

    text: str
    cards: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionItem:
    """A provision with the clauses beside it; `language` is that of the text, "" where it is the reader's."""

    row: Row
    id: str
    above: str
    heading: str
    lead_in: str
    text: tuple[Passage, ...]
    plain: str
    fields: tuple[tuple[str, str], ...]
    language: str
    cards: tuple[Card, ...]
    further: tuple[Choice, ...]
    notes: tuple[Line, ...]
    history: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseItem:
    """A clause with the provisions that answer it; `answerable` says that the report makes a recommendation on it."""

    row: Row
    clause: str
    shown: ClauseRow
    counted: bool
    answerable: bool
    notes: tuple[Line, ...]
    history: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LostItem:
    """A decision whose words stand nowhere, or in several places, of this version."""

    row: Row
    told: str
    decision: str
    choices: tuple[Choice, ...]
    history: tuple[Line, ...]


Item = ProvisionItem | ClauseItem | LostItem
