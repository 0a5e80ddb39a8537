"""What a standard is: clauses with statements in our own words, and how far each can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ethicsdiff.model.official import Imported


class ClauseKind(StrEnum):
    """What a clause is within its instrument; those in `COUNTED` are counted in coverage."""

    PRINCIPLE = "principle"
    APPLICATION = "application"
    SUBCLAUSE = "subclause"
    PROVISO = "proviso"
    IMPLEMENTATION = "implementation"
    DEFINITION = "definition"
    PARAGRAPH = "paragraph"
    THEME = "theme"


# The kinds of clauses that coverage counts.
COUNTED = frozenset({ClauseKind.APPLICATION, ClauseKind.PARAGRAPH})


class Provenance(StrEnum):
    """How far a statement was checked against the instrument; carried to every reader of a report."""

    VERIFIED = "verified"
    TWO_SOURCES = "two-sources"
    ONE_SOURCE = "one-source"
    RECALLED_FAIR = "recalled-fair"
    RECALLED = "recalled"
    THEME_ONLY = "theme-only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One separable duty of a clause: a key ("a") and its wording per language as (language, text) pairs."""

    key: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause: per-language values are tuples of (language, text) pairs; `duties` and `addressees` are ids of the catalogue.

    `official` is the imported text, `fingerprints` names what a decision about the clause rests on: ("statement", "f1:...") and
    ("official.en", "f1:..."). A decision holds while every name that it recorded still has its fingerprint.
    """

    id: str
    standard: str
    group: str
    kind: ClauseKind
    parent: str
    titles: tuple[tuple[str, str], ...]
    statements: tuple[tuple[str, str], ...]
    elements: tuple[Element, ...]
    citations: tuple[tuple[str, str], ...]
    duties: tuple[str, ...]
    addressees: tuple[str, ...]
    topics: tuple[str, ...]
    related: tuple[str, ...]
    provenance: Provenance
    official: tuple[tuple[str, str], ...] = ()
    fingerprints: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A value or part of a standard: id and title per language."""

    id: str
    titles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """An instrument: `themes_only` standards may be touched, never covered, missed or contradicted; `default` ones are compared unasked.

    `sources` are the official files that a user imported for it.
    """

    id: str
    edition: str
    date: str
    titles: tuple[tuple[str, str], ...]
    shorts: tuple[tuple[str, str], ...]
    issuers: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    clauses: tuple[Clause, ...]
    themes_only: bool = False
    default: bool = True
    sources: tuple[Imported, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplar:
    """How a national text words a duty: labels as "standard:clause" (empty for *nothing*), relation, hand that wrote it."""

    labels: tuple[str, ...]
    relation: str
    hand: str
    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A concept of the trilingual term base: alternatives per language, confidence of the Kazakh ones."""

    id: str
    words: tuple[tuple[str, tuple[str, ...]], ...]
    kazakh_confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All standards, exemplars and terms that the tool knows, in the order of their files."""

    standards: tuple[Standard, ...]
    exemplars: tuple[Exemplar, ...]
    terms: tuple[Term, ...]
