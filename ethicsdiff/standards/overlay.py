"""A user's workspace laid over the shipped catalogue: official texts beside our statements, verified clauses, imported instruments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ethicsdiff.errors import CatalogueError
from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.official import Imported, OfficialClause
from ethicsdiff.model.standard import Clause, Provenance, Standard
from ethicsdiff.standards.created import created_standard
from ethicsdiff.standards.store import official_path, read_imports, read_official_markdown, read_toml, read_verified

AGREED = frozenset({"agrees", "accepted"})


def overlaid(standards: Sequence[Standard], overlay: Path | None) -> tuple[Standard, ...]:
    """Returns the standards with what the workspace folder `overlay` knows of them, and the instruments that only it has.

    Errors:
        CatalogueError: a file of the workspace is malformed; the message names it.
    """
    if overlay is None or not overlay.is_dir():
        return tuple(_marked(standard, {}) for standard in standards)
    shipped = tuple(_overlaid(standard, overlay / standard.id) for standard in standards)
    ids = {standard.id for standard in standards}
    further = (home for home in sorted(overlay.iterdir()) if home.name not in ids and (home / "standard.toml").exists())
    return (*shipped, *(_created(home) for home in further))


def _overlaid(standard: Standard, home: Path) -> Standard:
    records = read_imports(home)
    if not records:
        return _marked(standard, {})
    if standard.themes_only:
        return _created(home) if (home / "standard.toml").exists() else standard
    return _marked(replace(standard, sources=records), official_texts(home, records), read_verified(home))


def _created(home: Path) -> Standard:
    records = read_imports(home)
    texts = official_texts(home, records)
    if not texts:
        raise CatalogueError("there is no official text beside this file.", where=str(home / "standard.toml"), hint="Import it again.")
    try:
        standard = created_standard(read_toml(home / "standard.toml"), texts)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CatalogueError(f"missing or wrong entry {error}", where=str(home / "standard.toml")) from error
    return _marked(replace(standard, sources=records), texts, created=True)


def official_texts(home: Path, records: Sequence[Imported]) -> dict[str, tuple[OfficialClause, ...]]:
    """Returns the official clauses by language."""
    return {one.language: read_official_markdown(official_path(home, one.language)) for one in records}


def _marked(
    standard: Standard,
    texts: Mapping[str, Sequence[OfficialClause]],
    verified: Mapping[str, Mapping[str, str]] | None = None,
    *,
    created: bool = False,
) -> Standard:
    """Returns the standard with official text, fingerprints and, where a comparison still holds, the mark of being verified."""
    by_id = {code: {clause.id: " ".join(clause.text.split()) for clause in clauses} for code, clauses in texts.items()}
    within = _within(standard)
    return replace(standard, clauses=tuple(_clause(c, by_id, verified or {}, within[c.id], created=created) for c in standard.clauses))


def _within(standard: Standard) -> dict[str, tuple[str, ...]]:
    """Returns for each clause its own id and those of all that stand in it: a decision on 2.5 rests on 2.5.1 too."""
    below = {clause.id: [child.id for child in standard.clauses if child.parent == clause.id] for clause in standard.clauses}

    def all_of(identifier: str) -> tuple[str, ...]:
        return (identifier, *(one for child in below[identifier] for one in all_of(child)))

    return {clause.id: all_of(clause.id) for clause in standard.clauses}


def _clause(
    clause: Clause,
    texts: Mapping[str, Mapping[str, str]],
    verified: Mapping[str, Mapping[str, str]],
    within: Sequence[str],
    *,
    created: bool,
) -> Clause:
    official = tuple((code, rows[clause.id]) for code, rows in texts.items() if clause.id in rows)
    known = replace(clause, official=official, fingerprints=_fingerprints(clause, texts, within, created=created))
    row = verified.get(clause.id, {})
    return replace(known, provenance=Provenance.VERIFIED) if row.get("state") in AGREED and record_holds(row, known) else known


def record_holds(row: Mapping[str, str], clause: Clause) -> bool:
    """Returns whether a recorded comparison is still about the texts that a clause has: our statement, and each official text it saw."""
    seen = set(row.get("official", "").split())
    return bool(seen) and row.get("statement") == statement_mark(clause) and seen <= set(official_marks(clause.official))


def statement_mark(clause: Clause) -> str:
    """Returns the fingerprint of our statements of a clause in all languages."""
    return fingerprint("\n".join(text for _, text in clause.statements))


def official_marks(official: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Returns the fingerprint of each official text of a clause."""
    return tuple(fingerprint(text) for _, text in official)


def _fingerprints(
    clause: Clause, texts: Mapping[str, Mapping[str, str]], within: Sequence[str], *, created: bool
) -> tuple[tuple[str, str], ...]:  # fmt: skip
    """Returns what a decision about a clause rests on, by name: our statement, and each official text with those of its sub-clauses.

    The mark of a text that an imported file does not have is "".
    """
    own = () if created else (("statement", statement_mark(clause)),)
    said = ((code, "\n".join(rows[one] for one in within if one in rows)) for code, rows in texts.items())
    return (*own, *((f"official.{code}", fingerprint(text) if text else "") for code, text in said))

