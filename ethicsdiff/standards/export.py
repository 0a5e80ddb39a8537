"""A standard for other programs: JSON with everything, CSV with one row a clause."""

from __future__ import annotations

import csv
import io
from typing import Any

from ethicsdiff.model.standard import Clause, Standard

SCHEMA = "ethicsdiff/standard/1"
_LANGUAGES = ("en", "ru", "kk")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def standard_json(standard: Standard, *, official: bool = False) -> dict[str, Any]:
    """Returns a standard as plain values; the imported official text only with `official`."""
    return {
        "schema": SCHEMA, "id": standard.id, "edition": standard.edition, "date": standard.date,
        "titles": dict(standard.titles),
        "short": dict(standard.shorts), "issuers": dict(standard.issuers), "notes": dict(standard.notes),
        "themes_only": standard.themes_only,
        "sources": _sources(standard),
        "groups": [{"id": group.id, "titles": dict(group.titles)} for group in standard.groups],
        "clauses": [_clause(clause, official=official) for clause in standard.clauses],
    }  # fmt: skip


def _clause(clause: Clause, *, official: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": clause.id, "group": clause.group, "kind": clause.kind.value, "parent": clause.parent, "titles": dict(clause.titles),
        "statements": dict(clause.statements), "elements": [{"key": e.key, "texts": dict(e.texts)} for e in clause.elements],
        "citations": dict(clause.citations), "duties": list(clause.duties), "addressees": list(clause.addressees),
        "topics": list(clause.topics),
        "related": list(clause.related), "provenance": clause.provenance.value,
    }  # fmt: skip
    return row | ({"official": dict(clause.official)} if official else {})


def checked_json(standard: Standard) -> dict[str, Any]:
    """Returns how far each clause of a standard was checked, with our statement and the imported official text beside it."""
    return {
        "id": standard.id, "edition": standard.edition, "titles": dict(standard.titles), "themes_only": standard.themes_only,
        "sources": _sources(standard),
        "clauses": [
            {
                "clause": clause.id, "provenance": clause.provenance.value, "citations": dict(clause.citations),
                "statements": dict(clause.statements), "official": dict(clause.official),
            }
            for clause in standard.clauses
        ],
    }  # fmt: skip


def _sources(standard: Standard) -> list[dict[str, str]]:
    return [{"file": s.file, "sha256": s.sha256, "language": s.language, "date": s.date, "edition": s.edition} for s in standard.sources]


def standard_csv(standard: Standard, *, official: bool = False) -> str:
    """Returns one row a clause with titles and statements in each language; read by spreadsheets as UTF-8 because of its mark."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    texts = ["title", "statement", *(["official"] if official else [])]
    names = [f"{name}_{code}" for code in _LANGUAGES for name in texts]
    writer.writerow(["standard", "clause", "group", "kind", "parent", "provenance", "duties", "addressees", "topics", "related", *names])
    for clause in standard.clauses:
        plain = [clause.standard, clause.id, clause.group, clause.kind.value, clause.parent, clause.provenance.value]
        lists = ["; ".join(values) for values in (clause.duties, clause.addressees, clause.topics, clause.related)]
        writer.writerow([_cell(value) for value in (*plain, *lists, *_texts(clause, official=official))])
    return "\ufeff" + stream.getvalue()


def _texts(clause: Clause, *, official: bool) -> list[str]:
    columns = [dict(clause.titles), dict(clause.statements), *([dict(clause.official)] if official else [])]
    return [column.get(code, "") for code in _LANGUAGES for column in columns]


def _cell(value: str) -> str:
    """Returns a value that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
