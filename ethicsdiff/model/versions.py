"""What became of a draft: pairs of provisions of two versions, or of two languages of one text, and what differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ethicsdiff.model.document import Draft
from ethicsdiff.model.match import Modality


class PairKind(StrEnum):
    """What became of a unit from one version to the next; where several hold, the first of this list that does."""

    NEW = "new"
    DELETED = "deleted"
    SPLIT = "split"
    MERGED = "merged"
    EDITED = "edited"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    UNCHANGED = "unchanged"


class Tier(StrEnum):
    """How large a unit is: chapters and the like hold articles, articles hold points; what has words of its own is a text."""

    CONTAINER = "container"
    ARTICLE = "article"
    TEXT = "text"


class PieceState(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of verbatim text: same and deleted pieces make the old text, same and inserted ones the new text."""

    state: PieceState
    text: str


class ChangeKind(StrEnum):
    """What an edit touches; gravest first."""

    MODALITY = "modality"
    NEGATION = "negation"
    DEADLINE = "deadline"
    NUMBER = "number"
    DATE = "date"
    REFERENCE = "reference"
    HEADING = "heading"
    WORDING = "wording"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference within a pair: the words before and after ("" where there were none).

    For a change of modality `before` and `after` name what the norm does (None where no modal word stands) and `direction` is
    "stronger", "weaker", "reversed" (a ban became a permission or the other way round) or "other".
    """

    kind: ChangeKind
    old: str
    new: str
    before: Modality | None = None
    after: Modality | None = None
    direction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A unit of the old version with what became of it: ids of provisions on both sides, several where it was split or merged.

    `likeness` (0 to 1) is that of the wordings; `only_modality` says that nothing but modal words (and their endings) changed.
    """

    tier: Tier
    kind: PairKind
    old: tuple[str, ...]
    new: tuple[str, ...]
    likeness: float = 0.0
    edited: bool = False
    moved: bool = False
    renumbered: bool = False
    only_modality: bool = False
    changes: tuple[Change, ...] = ()
    heading: tuple[Piece, ...] = ()
    text: tuple[Piece, ...] = ()


class LineState(StrEnum):
    """What became of a whole line of a redline."""

    KEPT = "kept"
    NEW = "new"
    DELETED = "deleted"
    MOVED_HERE = "moved-here"
    MOVED_AWAY = "moved-away"


class LineStyle(StrEnum):
    """How a line of a redline looks: a title outside the provisions, a heading, words, the cells of a table row divided by tabs."""

    TITLE = "title"
    CHAPTER = "chapter"
    ARTICLE = "article"
    TEXT = "text"
    CELLS = "cells"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineLine:
    """One paragraph of a redline, its number included, in the order of the new text, deleted ones where they stood.

    `depth` is how many units it stands under; `old` and `new` are the ids of its provision ("" where there is none); `partner` is
    the number of the line at the other end of a move, -1 where there is none.
    """

    style: LineStyle
    depth: int
    state: LineState
    old: str
    new: str
    text: tuple[Piece, ...]
    partner: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A clause whose coverage changed: states before and after, and the direction.

    Directions: "gained" and "lost" (answered or not at all), "better" and "worse", "contradicted" and "cleared" (a contradiction
    came or went).
    """

    standard: str
    clause: str
    before: str
    after: str
    direction: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of the advice on a clause: `fate` is "taken", "partly", "open" or "new" (it was not due before)."""

    standard: str
    clause: str
    before: str
    after: str
    fate: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a person decided on the old version, and what the new one did about it.

    `kind` is "accept" or "decline" of a recommendation, or "wording"; `text` the wording or reason. `fate` is "taken", "partly", "open"
    or "declined". `old` and `new` are ids of the provisions that speak.
    """

    kind: str
    reviewer: str
    standard: str
    clause: str
    text: str
    fate: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionMap:
    """Two versions of a draft and all pairs, in the order of the new text with deleted units where they stood.

    `compared` says whether the standards were compared; only then do `effects`, `fates` and `proposals` mean anything.
    """

    old: Draft
    new: Draft
    pairs: tuple[Pair, ...]
    lines: tuple[RedlineLine, ...] = ()
    compared: bool = False
    effects: tuple[Effect, ...] = ()
    fates: tuple[Fate, ...] = ()
    proposals: tuple[Proposal, ...] = ()


class DivergenceKind(StrEnum):
    """How two language texts of one draft can part; gravest first."""

    MISSING = "missing"
    EXTRA = "extra"
    MODALITY = "modality"
    NEGATION = "negation"
    DEADLINE = "deadline"
    NUMBER = "number"
    DATE = "date"
    REFERENCE = "reference"
    LIST_LENGTH = "list-length"
    TERM = "term"


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """One point where the texts part: the words on both sides ("" where there are none), further kinds it may be read as.

    `params` are further values by name: the modalities, the counts of a list, the concept of a term and its usual rendering.
    """

    kind: DivergenceKind
    left: str
    right: str
    also: tuple[DivergenceKind, ...] = ()
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelPair:
    """A provision in two languages, one id "" where the other text has no such unit; `likeness` (0 to 1) is how sure the pair is.

    `within` says that the unit is missing together with a larger one, which is told of in its stead.
    """

    left: str
    right: str
    likeness: float = 0.0
    within: bool = False
    divergences: tuple[Divergence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel:
    """Two language texts of one draft with all pairs in order; `encoder` is the id of the encoder that helped to pair, or empty."""

    left: Draft
    right: Draft
    languages: tuple[str, str]
    pairs: tuple[ParallelPair, ...]
    encoder: str = ""
