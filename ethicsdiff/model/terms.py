"""What is found about the words of a draft: several words for one term, words other than a standard's own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WordUse:
    """A wording of the term base as a draft uses it: how often, and the labels of the provisions, each once."""

    word: str
    count: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """Several words for one concept within a draft; `term` is the Russian term they render, `confidence` that of the Kazakh ones."""

    concept: str
    language: str
    term: str
    uses: tuple[WordUse, ...]
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWord:
    """A concept that a standard names by one word and the draft by others.

    `title` is the title of the part in which the standard does, `clause` the id of the first clause whose official text does; one of
    them is "".
    """

    concept: str
    language: str
    standard: str
    word: str
    title: str
    clause: str
    uses: tuple[WordUse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsReport:
    """What was found in a draft, each concept once, the most frequent first."""

    variants: tuple[Variants, ...]
    others: tuple[OtherWord, ...]
