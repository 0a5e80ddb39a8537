"""What people wrote into returned files or said by mail and telephone, and what became of it in the remarks table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ethicsdiff.model.decision import Anchor, DecisionKind, Place
from ethicsdiff.model.document import Draft, Span
from ethicsdiff.model.match import Relation


class RemarkKind(StrEnum):
    """What a remark is in the file it came from.

    `RESOLVED` is a comment of ours that was marked as resolved and not answered; `EDIT` a text that was changed without tracking;
    `HAND` a remark that was entered by hand.
    """

    COMMENT = "comment"
    REPLY = "reply"
    RESOLVED = "resolved"
    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED = "moved"
    EDIT = "edit"
    HAND = "hand"


CHANGES = frozenset({RemarkKind.INSERTED, RemarkKind.DELETED, RemarkKind.REPLACED, RemarkKind.MOVED, RemarkKind.EDIT})


class Status(StrEnum):
    """Where a remark stands; only people choose any but `OPEN` and `RESOLVED` (marked as resolved in Word)."""

    OPEN = "open"
    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"
    CLARIFY = "clarify"
    RESOLVED = "resolved"


class Tie(StrEnum):
    """By what a remark was tied to its place: a hidden bookmark, a visible tag, the words of the provision, a quote, a person; or not."""

    BOOKMARK = "bookmark"
    TAG = "tag"
    WORDS = "words"
    QUOTE = "quote"
    PERSON = "person"
    NONE = "none"


class Verdict(StrEnum):
    """What a short answer says; `UNCLEAR` has a hedge, a condition or two answers in it, `NOTED` promises nothing."""

    ACCEPT = "accept"
    REJECT = "reject"
    PARTLY = "partly"
    NOT_APPLICABLE = "not_applicable"
    NOTED = "noted"
    UNCLEAR = "unclear"


# What a plain answer proposes to decide on a finding, and as the status of the remark it answers.
PROPOSED_DECISIONS = {
    Verdict.ACCEPT: DecisionKind.CONFIRM, Verdict.REJECT: DecisionKind.REJECT, Verdict.NOT_APPLICABLE: DecisionKind.NOT_APPLICABLE,
}  # fmt: skip
PROPOSED_STATUSES = {Verdict.ACCEPT: Status.ACCEPTED, Verdict.REJECT: Status.REJECTED, Verdict.PARTLY: Status.PARTLY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Commented:
    """A comment of a returned file: `parent` is the key of the comment it replies to, "" for a root.

    `date` is the writer's own clock as the file has it, `utc` the same in UTC where the file tells. `spans` are the stretches of the
    original text (all tracked changes rejected) it stands on, a stretch for each paragraph, none where the text has no mark of it.
    `quote` are the words it stands on, tracked changes shown; `paragraphs` its own words.
    """

    key: str
    author: str
    date: str
    utc: str
    paragraphs: tuple[str, ...]
    parent: str
    resolved: bool
    spans: tuple[Span, ...]
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    """Tracked changes of one author that touch each other: what was struck out and put in at a stretch of the original text.

    `own` says that they stood in the draft before it was sent out; there they count as accepted.
    """

    kind: RemarkKind
    author: str
    date: str
    deleted: str
    inserted: str
    span: Span
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmarked:
    """A hidden bookmark of ours: number of the comment, fingerprint of the provision as it was ("" in files of older versions)."""

    number: int
    fingerprint: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What people left in a returned file. `threaded` says that the file tells replies from comments, `flattened` that it was saved by a
    program that forgets which is which; `formats` counts format changes.

    `made_from` is the sha256 of the draft our comments were written on, "" where the file does not tell.
    """

    file: str
    sha256: str
    made_from: str
    threaded: bool
    flattened: bool
    comments: tuple[Commented, ...]
    changes: tuple[Tracked, ...]
    bookmarks: tuple[Bookmarked, ...]
    formats: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One line of `remarks.jsonl` that enters a remark; it is never changed, and its id ("R-17") is never given again.

    `time` is when it was entered (UTC). `number` is that of our comment it answers, -1 for none, `answers` the first lines of that
    comment. `parent` is the id of the remark it replies to. `quote` are the words it stands on, `path` the labels of its place in the
    returned `file`, whose sha256 is `version`; `anchor` is its place in the draft, or in the returned file where none was found.
    """

    id: str
    time: str
    kind: RemarkKind
    author: str = ""
    date: str = ""
    utc: str = ""
    text: str = ""
    deleted: str = ""
    inserted: str = ""
    number: int = -1
    answers: tuple[str, ...] = ()
    parent: str = ""
    resolved: bool = False
    quote: str = ""
    path: tuple[str, ...] = ()
    tie: Tie = Tie.NONE
    anchor: Anchor | None = None
    start: int = -1
    end: int = -1
    file: str = ""
    version: str = ""
    source: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A remark as it stands: what people set last, its place in the draft at hand, the decisions that were taken over from it."""

    remark: Remark
    status: Status
    category: str
    response: str
    resolved: bool
    anchor: Anchor | None
    place: Place
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A finding that a comment of ours speaks of, read back from its first line."""

    number: int
    standard: str
    clause: str
    part: str
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a short answer proposes, until an editor says so: a decision on a finding, or a status of the remark it answers (`target`)."""

    remark: str
    verdict: Verdict
    finding: Named | None = None
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The remarks on a draft as they stand, what they propose, which contradict each other, which wait for the word of an editor."""

    draft: Draft
    kept: tuple[Kept, ...]
    proposals: tuple[Proposal, ...]
    conflicts: Mapping[str, tuple[str, ...]]
    waiting: tuple[str, ...] = ()


class Field(StrEnum):
    """What of a remark may change after it was entered."""

    CATEGORY = "category"
    RESPONSE = "response"
    STATUS = "status"
    PLACE = "place"
    RESOLVED = "resolved"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of `remarks.jsonl` that changes a remark: who set which field to what and when; `anchor` for a new place."""

    id: str
    time: str
    remark: str
    field: Field
    value: str = ""
    by: str = ""
    file: str = ""
    anchor: Anchor | None = None
