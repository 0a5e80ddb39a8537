"""What a writer gets: strings and tones, already in the report's language. A writer lays out; it decides nothing and adds no words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ethicsdiff.model.document import Span


class Tone(StrEnum):
    """How a finding is coloured; every coloured place also carries its word, so that print and colour-blind readers lose nothing."""

    GOOD = "good"
    PARTIAL = "partial"
    WEAK = "weak"
    STRICT = "strict"
    BAD = "bad"
    GAP = "gap"
    NEUTRAL = "neutral"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of the overview with its word, e.g. "covered" 12."""

    label: str
    value: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardSummary:
    """One standard of the overview: name with edition, figures in fixed order (covered, partial, weaker, contradicted, gap), a remark."""

    id: str
    name: str
    figures: tuple[Figure, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One proposed alignment as a reader sees it.

    `tag` is the visible id ("ED-17"); `headline` relation and clause in one line; `statement` our wording of the clause; `official` the
    imported text or ""; `reason`, `look_at`, `confidence`, `provenance` whole sentences; `evidence` verbatim words;
    `spans` where they stand; `phrase` the stretch of them that decides the relation, empty where the whole provision does.
    """

    tag: str
    provision: str
    standard: str
    clause: str
    headline: str
    relation: str
    tone: Tone
    citation: str
    clause_title: str
    statement: str
    official: str
    reason: str
    look_at: str
    confidence: str
    provenance: str
    evidence: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    phrase: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionRow:
    """One provision with its findings (strongest first); `place` is its path in words, `chapter` the top-level unit it stands in.

    `remark` is what is said where no clause was found; `language` the language of `text` and of the evidence, "" where it is the report's.
    `number` is that of its paragraph in the analysis, 0 without findings; `opening` its first words, quoted.
    """

    id: str
    place: str
    chapter: str
    label: str
    heading: str
    text: str
    spans: tuple[Span, ...]
    findings: tuple[Finding, ...]
    remark: str = ""
    language: str = ""
    number: int = 0
    opening: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A provision that speaks to a clause, as the reverse table names it."""

    provision: str
    place: str
    relation: str
    tone: Tone
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRow:
    """One clause of a standard with what the draft does about it; `group` is the title of its value or part.

    `official` is the imported text beside our statement, "" where there is none or where it is itself the statement.
    """

    standard: str
    clause: str
    citation: str
    title: str
    group: str
    statement: str
    provenance: str
    state: str
    tone: Tone
    answers: tuple[Answer, ...]
    official: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """One cell of clause group x chapter: how many alignments, the weakest tone among them, and a spoken description."""

    count: int
    tone: Tone
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One row of the matrix: a clause group of a standard, with a cell for each chapter."""

    standard: str
    label: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """A point for the authors' attention: letter, text, the provisions or clauses it refers to in words.

    `paragraphs` cites the paragraphs of the analysis it rests on, "" where it rests on none. `grade` is the verb of the scale that the
    text uses, `key` says that it belongs into the summary, `chapters` are those of the draft it concerns (none for a gap).
    """

    letter: str
    text: str
    refers_to: str
    tone: Tone
    paragraphs: str = ""
    grade: str = ""
    key: bool = False
    chapters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything the writers print. `words` maps keys of fixed labels (column titles, buttons) to words of the report's language.

    The paragraphs of `introduction`, of `scope` and of the analysis are numbered through, in this order. `summary` is what the
    comparison found in a few sentences; `dated` the date in words, "" where the author is to fill it in.
    """

    language: str
    title: str
    subtitle: str
    draft_name: str
    machine_note: str
    scope: tuple[str, ...]
    figures: tuple[Figure, ...]
    standards: tuple[StandardSummary, ...]
    chapters: tuple[str, ...]
    matrix: tuple[MatrixRow, ...]
    provisions: tuple[ProvisionRow, ...]
    clauses: tuple[ClauseRow, ...]
    themes: tuple[ClauseRow, ...]
    recommendations: tuple[Recommendation, ...]
    notices: tuple[str, ...]
    provenance: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    summary_comment: tuple[str, ...] = ()
    introduction: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    dated: str = ""
