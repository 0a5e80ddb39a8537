"""What a language must provide: words for units, deontic patterns, exceptions. Data only; `en`, `ru` and `kk` fill it in.

A pattern is written as tokens: `word` is that word, `stem*` any word that begins so, `*end` any word that ends so,
`/regex/` a whole-word regular expression, `~3` a gap of up to three words. Everything is compared in lower case.
"""

from __future__ import annotations

from dataclasses import dataclass

from ethicsdiff.model.document import ProvisionKind
from ethicsdiff.model.match import Modality

# How far out a worded unit stands, 0 outermost; there is room between two ranks for units that only some acts have.
RANKS = {
    ProvisionKind.ANNEX: 0,
    ProvisionKind.PART: 5,
    ProvisionKind.SECTION: 10,
    ProvisionKind.CHAPTER: 20,
    ProvisionKind.GOAL: 40,
    ProvisionKind.ARTICLE: 50,
    ProvisionKind.TASK: 50,
    ProvisionKind.PARAGRAPH: 60,
    ProvisionKind.MEASURE: 60,
    ProvisionKind.INDICATOR: 60,
    ProvisionKind.SUBPARAGRAPH: 70,
}
SUBSECTION, PARAGRAPH_SIGN, DIRECTION = 15, 30, 35


@dataclass(frozen=True, slots=True, kw_only=True)
class DeonticPattern:
    """Patterns that express one modality with one strength (1 soft to 3 strict)."""

    modality: Modality
    strength: int
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWord:
    """A word for a unit: a regular expression for the folded word, the kind and rank (0 outermost) it makes, if its number is first."""

    kind: ProvisionKind
    word: str
    rank: int
    number_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """Stems by which a table shows its columns: what is done, by which goal or indicator, row numbers, the wording proposed."""

    measure: tuple[str, ...]
    goal: tuple[str, ...]
    indicator: tuple[str, ...]
    number: tuple[str, ...]
    proposed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedUnit:
    """A word by which a text cites units of an act: the kinds it can mean, likeliest first, and a regular expression for all its forms."""

    kinds: tuple[ProvisionKind, ...]
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingWords:
    """How citations are written: unit words, words between numbers, words for this act or this unit, words for another act.

    All are regular expressions on folded text. `between` stands between the units of one citation; `owned` matches forms that
    name something larger before them ("1-тармағы"); `number_first` says that numbers stand before the unit word, and larger units
    before smaller ones ("5-баптың 2-тармағы"); `listed` matches forms in which larger units may stand before smaller ones, divided
    by a comma («статья 5, пункт 2»).
    """

    units: tuple[CitedUnit, ...]
    join: str
    this: str
    act: str
    between: str
    owned: str = ""
    listed: str = r".*"
    number_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageData:
    """All that is known about one language; `name` is the language's own name for itself.

    `deontic` are modal words; `suggestive` are words that permit, exempt or limit where duties are spoken of («is immaterial»), and
    mean nothing of the kind elsewhere.
    `ordinals` are stems of the ordinal numbers from the first; `named_parts` are parts of codes that have a name and no number;
    `introduction` are titles of opening sections that are no preamble; `participle` matches a recital and not who adopts;
    `adoption` opens lines that say who adopted the act; `signers` are offices of those who sign; `finite` matches a verb that makes
    a sentence of a line; `repealed` matches what stands in place of a deleted unit. All are regular expressions on folded text.
    """

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
    suggestive: tuple[DeonticPattern, ...] = ()
    ordinals: tuple[str, ...] = ()
    ordinal_ending: str = ""
    named_parts: str = ""
    introduction: tuple[str, ...] = ()
    participle: str = ""
    adoption: str = ""
    signers: str = ""
    finite: str = ""
    repealed: str = ""
    citing: CitingWords | None = None


def pattern(modality: Modality, strength: int, *patterns: str) -> DeonticPattern:
    """Returns a `DeonticPattern`; the data files are easier to read with it."""
    return DeonticPattern(modality=modality, strength=strength, patterns=patterns)


def unit(kind: ProvisionKind, word: str, *, rank: int = -1, number_first: bool = False) -> UnitWord:
    """Returns a `UnitWord` with the usual rank of its kind; the data files are easier to read with it."""
    return UnitWord(kind=kind, word=word, rank=RANKS[kind] if rank < 0 else rank, number_first=number_first)
