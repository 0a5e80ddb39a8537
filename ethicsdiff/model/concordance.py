"""The draft against the standards as a table for hands that approve acts: strings in one language; a writer lays them out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ethicsdiff.model.report import Tone


class Change(StrEnum):
    """What a proposed wording does with some words."""

    SAME = "same"
    ADDED = "added"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some words of a wording and what becomes of them."""

    text: str
    change: Change = Change.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A provision quoted whole: its place in words, its text, the language of the text ("" for the table's own)."""

    place: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcordanceRow:
    """A clause with the provisions that answer it; `mark` is one of the four steps (full, partial, none, not applicable) in words.

    `standard` is the name of its instrument, `requirement` the official text if it was imported, else our statement, which
    `origin` says; `reasons` are sentences, one for each answer.
    """

    standard: str
    citation: str
    title: str
    requirement: str
    origin: str
    answers: tuple[Quoted, ...]
    mark: str
    tone: Tone
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentRow:
    """A provision to amend, or a gap to fill (without `current`): the wordings that people proposed, beside the draft's own.

    `current` and each of `proposed` are cut where a proposal changes the words; `authors` names who proposed, `reasons` why.
    """

    element: str
    current: tuple[Stretch, ...]
    proposed: tuple[tuple[Stretch, ...], ...]
    authors: str
    reasons: tuple[str, ...]
    tone: Tone
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """Both forms of the table; `words` are the labels of `writers.concordance`."""

    language: str
    title: str
    subtitle: str
    note: str
    clauses: tuple[ConcordanceRow, ...]
    amendments: tuple[AmendmentRow, ...]
    words: tuple[tuple[str, str], ...]
