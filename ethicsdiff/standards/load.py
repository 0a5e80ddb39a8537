"""Reading the catalogue: `standard.toml`, one Markdown file of statements a language, exemplars, terms.

Everything is data; a new standard is a folder with these files and no code.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ethicsdiff.errors import CatalogueError
from ethicsdiff.model.standard import Catalogue, Clause, ClauseKind, Element, Exemplar, Group, Provenance, Standard, Term
from ethicsdiff.standards.check_toml import read_standard_toml
from ethicsdiff.standards.crosswalk import both_ways
from ethicsdiff.standards.overlay import overlaid
from ethicsdiff.standards.statements import Statement, read_statements

LANGUAGES = ("en", "ru", "kk")
_ORDER = ("bangalore", "kyiv", "warsaw")


def load_catalogue(folder: Path, overlay: Path | None = None) -> Catalogue:
    """Returns all standards under `folder` with their exemplars and the term base; `overlay` is the user's folder of official texts.

    Errors:
        CatalogueError: a file is missing or malformed; the message names file and place.
    """
    homes = sorted((path.parent for path in folder.glob("*/standard.toml")), key=_standard_order)
    if not homes:
        raise CatalogueError("no standard was found", where=str(folder), hint="A standard is a folder with a standard.toml.")
    return Catalogue(
        standards=both_ways(overlaid(tuple(load_standard(home) for home in homes), overlay)),
        exemplars=load_exemplars(folder / "exemplars"),
        terms=load_terms(folder / "glossary.tsv"),
    )


def _standard_order(home: Path) -> tuple[int, str]:
    return (_ORDER.index(home.name) if home.name in _ORDER else len(_ORDER), home.name)


def load_standard(home: Path) -> Standard:
    """Returns one standard from its folder."""
    data = read_standard_toml(home / "standard.toml")
    statements = {code: read_statements(home / f"{code}.md") for code in LANGUAGES if (home / f"{code}.md").exists()}
    if not statements:
        raise CatalogueError("a standard needs statements in at least one language", where=str(home))
    try:
        return _standard(data, statements)
    except (KeyError, ValueError) as error:
        raise CatalogueError(f"missing or wrong entry {error}", where=str(home / "standard.toml")) from error


def _standard(data: Mapping[str, Any], statements: Mapping[str, Mapping[str, Statement]]) -> Standard:
    return Standard(
        id=data["id"],
        edition=data["edition"],
        date=str(data["date"]),
        titles=_pairs(data["title"]),
        shorts=_pairs(data["short"]),
        issuers=_pairs(data["issuer"]),
        notes=_pairs(data.get("note", {})),
        groups=tuple(Group(id=row["id"], titles=_pairs(row["title"])) for row in data["group"]),
        clauses=tuple(_clause(row, data, statements) for row in data["clause"]),
        themes_only=bool(data.get("themes_only", False)),
        default=bool(data.get("default", True)),
    )


def _clause(row: Mapping[str, Any], data: Mapping[str, Any], statements: Mapping[str, Mapping[str, Statement]]) -> Clause:
    identifier = row["id"]
    texts = {code: rows[identifier] for code, rows in statements.items()}
    return Clause(
        id=identifier,
        standard=data["id"],
        group=row["group"],
        kind=ClauseKind(row["kind"]),
        parent=row.get("parent", ""),
        titles=tuple((code, text.title) for code, text in texts.items()),
        statements=tuple((code, text.statement) for code, text in texts.items()),
        elements=_elements(texts),
        citations=_citations(row, data),
        duties=tuple(row["duty"]),
        addressees=tuple(row["addressee"]),
        topics=tuple(row.get("topics", ())),
        related=tuple(row.get("related", ())),
        provenance=Provenance(row["provenance"]),
    )


def _citations(row: Mapping[str, Any], data: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    own = row.get("cite", {})
    return tuple((code, own.get(code, form.replace("{id}", row["id"]))) for code, form in data["citation"].items())


def _elements(texts: Mapping[str, Statement]) -> tuple[Element, ...]:
    keys = dict.fromkeys(key for text in texts.values() for key, _ in text.elements)
    return tuple(
        Element(key=key, texts=tuple((code, words) for code, text in texts.items() for k, words in text.elements if k == key))
        for key in keys
    )


def _pairs(table: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(table.items())


def load_exemplars(folder: Path) -> tuple[Exemplar, ...]:
    """Returns the exemplars of all hands, files in alphabetical order (`a.en.tsv`: hand, language); empty where there are none."""
    return tuple(exemplar for path in sorted(folder.glob("*.*.tsv")) for exemplar in _exemplar_file(path))


def _exemplar_file(path: Path) -> list[Exemplar]:
    language = path.name.split(".")[-2]
    rows = _table(path, ("clause", "relation", "hand", "text"))
    return [
        Exemplar(
            labels=tuple(label for label in row["clause"].split(";") if label != "-"),
            relation=row["relation"],
            hand=row["hand"],
            language=language,
            text=row["text"],
        )
        for row in rows
    ]


def load_terms(path: Path) -> tuple[Term, ...]:
    """Returns the trilingual term base; empty where the file is absent."""
    if not path.exists():
        return ()
    rows = _table(path, ("concept_id", "en", "ru", "kk", "kk_confidence", "note"))
    return tuple(
        Term(
            id=row["concept_id"],
            words=tuple((code, tuple(word for word in row[code].split("|") if word)) for code in LANGUAGES),
            kazakh_confidence=row["kk_confidence"],
        )
        for row in rows
    )


def _table(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise CatalogueError("the file is not UTF-8", where=str(path), hint="Save it with the encoding UTF-8.") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    if tuple(reader.fieldnames or ()) != columns:
        raise CatalogueError(f"the columns must be {', '.join(columns)}", where=f"{path}, line 1")
    rows = []
    for row in reader:
        if None in row or any(value is None for value in row.values()):
            raise CatalogueError(f"a row needs {len(columns)} columns", where=f"{path}, line {reader.line_num}")
        rows.append({key: value.strip() for key, value in row.items()})
    return rows
