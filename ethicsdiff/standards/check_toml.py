"""Checking a `standard.toml`: its id, what it says in each language, and clause by clause the words of the catalogue's vocabulary."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ethicsdiff.errors import CatalogueError
from ethicsdiff.model.standard import ClauseKind, Provenance

_LANGUAGES = ("en", "ru", "kk")
_TOLD = ("title", "short", "issuer", "citation", "note")
_VOCABULARY = {
    "kind": frozenset(kind.value for kind in ClauseKind),
    "provenance": frozenset(one.value for one in Provenance) - {Provenance.VERIFIED.value},
    "duty": frozenset({"obligation", "prohibition", "recommendation", "permission", "principle"}),
    "addressee": frozenset(
        {
            "court_president", "court_staff", "disciplinary_body", "judge", "judge_family", "judicial_council", "judiciary", "parliament",
            "readers", "state",
        }
    ),
}  # fmt: skip
_NEEDED = ("group", "kind", "provenance", "duty", "addressee")


def read_standard_toml(path: Path) -> Mapping[str, Any]:
    """Returns the content of a `standard.toml`.

    Raises:
        CatalogueError: it cannot be read, or is not valid TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise CatalogueError("the file is not UTF-8", where=str(path), hint="Save it with the encoding UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"not valid TOML ({error})", where=str(path)) from error


def toml_faults(path: Path, data: Mapping[str, Any]) -> list[str]:
    """Returns the faults of one `standard.toml` by themselves, each with its line where it has one."""
    places = _lines(path)
    rows = [row for row in data.get("clause", []) if isinstance(row, dict)]
    faults = [f"{path}: {fault}" for fault in _head_faults(path, data)]
    ids = [str(row.get("id", "")) for row in rows]
    faults += [f"{_at(path, places, i)}: clause {i} stands {n} times" for i, n in Counter(ids).items() if n > 1]
    groups = {str(row.get("id", "")) for row in data.get("group", [])}
    for row, identifier in zip(rows, ids, strict=True):
        faults += [f"{_at(path, places, identifier)}: clause {identifier} {fault}" for fault in _row_faults(row, groups, ids)]
    return faults


def relation_faults(path: Path, data: Mapping[str, Any], known: Mapping[str, str]) -> list[str]:
    """Returns the related clauses that do not exist; `known` has the ids of all clauses of all standards ("kyiv:12")."""
    places = _lines(path)
    return [
        f"{_at(path, places, str(row['id']))}: clause {row['id']} is related to the unknown {name}"
        for row in data["clause"]
        for name in (name if ":" in name else f"{path.parent.name}:{name}" for name in row.get("related", ()))
        if name not in known
    ]


def _lines(path: Path) -> dict[str, int]:
    """Returns the line of each clause: that of its id, the last one where it stands twice."""
    found: dict[str, int] = {}
    in_clause = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        stripped = line.strip()
        if stripped.startswith("["):
            in_clause = stripped == "[[clause]]"
        elif in_clause and stripped.startswith("id") and '"' in stripped:
            found[stripped.split('"')[1]] = number
    return found


def _at(path: Path, places: Mapping[str, int], identifier: str) -> str:
    return f"{path}, line {places[identifier]}" if identifier in places else str(path)


def _head_faults(path: Path, data: Mapping[str, Any]) -> Iterator[str]:
    if data.get("id") != path.parent.name:
        yield f'the id "{data.get("id", "")}" is not the name of the folder, {path.parent.name}'
    yield from (f"{name} is missing" for name in ("edition", "date") if not data.get(name))
    for name in _TOLD:
        yield from (f"{name} is missing in {code}" for code in _LANGUAGES if not data.get(name, {}).get(code))
    yield from (f"citation has no {{id}} in {code}" for code, form in data.get("citation", {}).items() if "{id}" not in form)
    for row in data.get("group", []):
        missing = [code for code in _LANGUAGES if not row.get("title", {}).get(code)]
        yield from (f"the title of group {row.get('id', '')} is missing in {code}" for code in missing)


def _row_faults(row: Mapping[str, Any], groups: set[str], ids: list[str]) -> Iterator[str]:
    yield from (f"has no {name}" for name in _NEEDED if not row.get(name))
    for name, words in _VOCABULARY.items():
        values = row.get(name, ())
        said = (values,) if isinstance(values, str) else values
        yield from (f'has the unknown {name} "{word}"; there are {", ".join(sorted(words))}' for word in said if word not in words)
    if row.get("group") and row["group"] not in groups:
        yield f"names an unknown group {row['group']}"
    if row.get("parent") and row["parent"] not in ids:
        yield f"names an unknown parent {row['parent']}"
