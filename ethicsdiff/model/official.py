"""An official text as a user imported it: clauses with their numbers, doubts, and the record of the file they came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialClause:
    """One numbered clause: `heading` is the last heading above it, `group` the part it stands in, `text` verbatim, lines joined.

    `place` says where it begins in words a user can check ("line 41", "paragraph 12"); `cite` is the form of its citation ("article",
    "article-paragraph"), empty for a plain number.
    """

    id: str
    text: str
    heading: str = ""
    group: str = ""
    place: str = ""
    cite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something a person should look at before an import: a stable code, the clause or place it concerns, and a few verbatim words."""

    code: str
    clause: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialText:
    """The clauses found in an official file, numbers that the sequence lacks, and doubts."""

    file: str
    sha256: str
    format: str
    language: str
    title: str
    clauses: tuple[OfficialClause, ...]
    gaps: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The record of an import: which file, when (ISO date), which edition, how many clauses.

    `changed` are clauses whose text differs from the import before.
    """

    language: str
    file: str
    sha256: str
    date: str
    edition: str
    clauses: int
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One statement compared with its official clause: `state` is "agrees", "unfit", "absent" or "not-found".

    `nearer` is the number whose official text the statement fits better, `languages` those of the statements that were at fault,
    `score` how well it fits (0 to 1).
    """

    clause: str
    state: str
    score: float = 0.0
    nearer: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a comparison number by number found: a row for each clause of ours, official numbers we lack, the means ("meaning", "words")."""

    standard: str
    language: str
    file: str
    rows: tuple[Checked, ...]
    lacking: tuple[str, ...]
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do, shown before anything is written.

    `creates` says that the clauses will be the official text itself (Warsaw, a new instrument) and not ours checked against it,
    `new` that the catalogue does not know the instrument;
    `earlier` is the import that this one replaces; `changed`, `added` and `removed` compare with it; `unknown` are official numbers
    that our catalogue lacks, `missing` ours that the file lacks.
    """

    standard: str
    text: OfficialText
    creates: bool
    new: bool
    title: str
    short: str
    edition: str
    earlier: Imported | None = None
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
