"""What a language must provide: words for units, deontic patterns, exceptions. Data only; `en`, `ru` and `kk` fill it in.

A pattern is written as tokens: `word` is that word, `stem*` any word that begins so, `*end` any word that ends so,
`/regex/` a whole-word regular expression, `~3` a gap of up to three words. Everything is compared in lower case.
"""

from __future__ import annotations

from dataclasses import dataclass

from ethicsdiff.model.document import ProvisionKind
from ethicsdiff.model.match import Modality


RANKS = {
    ProvisionKind.PART: 0,
    ProvisionKind.ANNEX: 0,
    ProvisionKind.SECTION: 1,
    ProvisionKind.CHAPTER: 2,
    ProvisionKind.GOAL: 4,
    ProvisionKind.ARTICLE: 5,
    ProvisionKind.TASK: 5,
    ProvisionKind.PARAGRAPH: 6,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeonticPattern:
    """Patterns that express one modality with one strength (1 soft to 3 strict)."""

    modality: Modality
    strength: int
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWord:
    """A word for a unit: a regular expression for the folded word, the kind and rank (0 outermost) it makes, and whether the number stands first."""

    kind: ProvisionKind
    word: str
    rank: int
    number_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """Stems by which a plan-of-actions table shows its columns: what is done, and the fields that go with it."""

    measure: tuple[str, ...]
    goal: tuple[str, ...]
    indicator: tuple[str, ...]
    number: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageData:
    """All that is known about one language; `name` is the language's own name for itself."""

    code: str
    name: str
    units: tuple[UnitWord, ...]
    deontic: tuple[DeonticPattern, ...]
    exceptions: tuple[str, ...]
    preamble: tuple[str, ...]
    contents: tuple[str, ...]
    citing_words: tuple[str, ...]
    unnumbered: str
    recital: str
    table: TableWords
    ordinals: tuple[str, ...] = ()


def pattern(modality: Modality, strength: int, *patterns: str) -> DeonticPattern:
    """Returns a `DeonticPattern`; the data files are easier to read with it."""
    return DeonticPattern(modality=modality, strength=strength, patterns=patterns)


def unit(kind: ProvisionKind, word: str, *, rank: int = -1, number_first: bool = False) -> UnitWord:
    """Returns a `UnitWord` with the usual rank of its kind; the data files are easier to read with it."""
    return UnitWord(kind=kind, word=word, rank=RANKS[kind] if rank < 0 else rank, number_first=number_first)
