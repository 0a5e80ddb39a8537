"""Checking the catalogue: ids, languages, lengths, alphabets, exemplars; every fault with its file and line."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ethicsdiff.errors import CatalogueError
from ethicsdiff.languages.detect import detect_language
from ethicsdiff.languages.text import folded, mixed_alphabet_words
from ethicsdiff.standards.check_words import Find, glossary_faults, length_faults, term_remarks, uneven_faults
from ethicsdiff.standards.load import LANGUAGES, load_catalogue
from ethicsdiff.standards.statements import Statement, read_statements

_SHORTEST, _LONGEST = 40, 900
_LEAST_EXEMPLARS = 3
_RELATIONS = frozenset({"covers", "partial", "weaker", "stricter", "contradicts", "none"})
_TARGET_KINDS = frozenset({"application", "paragraph", "subclause", "proviso"})


def check_standards(folder: Path) -> tuple[str, ...]:
    """Returns the faults under `folder`, one sentence each with file and line; empty when the catalogue is sound."""
    try:
        load_catalogue(folder)
    except CatalogueError as error:
        return (str(error),)
    faults: list[str] = []
    known: dict[str, str] = {}
    on_request: set[str] = set()
    for toml in sorted(folder.glob("*/standard.toml")):
        data = tomllib.loads(toml.read_text(encoding="utf-8"))
        known.update({f"{data['id']}:{row['id']}": row["kind"] for row in data["clause"]})
        on_request |= {data["id"]} if data.get("default") is False else set()
        faults += _standard_faults(toml, data)
    faults += _relation_faults(folder, known)
    faults += _exemplar_faults(folder / "exemplars", known, on_request)
    faults += glossary_faults(folder / "glossary.tsv")
    return tuple(faults)


def remark_standards(folder: Path, find: Find) -> tuple[str, ...]:
    """Returns what a linguist may want to look at, which is no fault; `find` is that of `terms_check.check_terms`."""
    try:
        return tuple(term_remarks(load_catalogue(folder), folder, read_statements, find))
    except CatalogueError:
        return ()


def _standard_faults(toml: Path, data: dict[str, Any]) -> list[str]:
    faults = []
    ids = [row["id"] for row in data["clause"]]
    groups = {row["id"] for row in data["group"]}
    faults += [f"{toml}: clause {i} stands {n} times" for i, n in Counter(ids).items() if n > 1]
    faults += [f"{toml}: clause {row['id']} names an unknown group {row['group']}" for row in data["clause"] if row["group"] not in groups]
    orphans = (row for row in data["clause"] if row.get("parent") and row["parent"] not in ids)
    faults += [f"{toml}: clause {row['id']} names an unknown parent {row['parent']}" for row in orphans]
    texts = {code: read_statements(toml.parent / f"{code}.md") for code in LANGUAGES if (toml.parent / f"{code}.md").exists()}
    for code in LANGUAGES:
        path = toml.parent / f"{code}.md"
        faults += _language_faults(path, code, ids, texts[code]) if code in texts else [f"{path}: the file is missing"]
    return faults + uneven_faults(toml.parent, texts)


def _language_faults(path: Path, code: str, ids: list[str], statements: Mapping[str, Statement]) -> list[str]:
    faults = [f"{path}: clause {i} has no statement" for i in ids if i not in statements]
    faults += [f"{path}, line {s.line}: clause {i} is not in standard.toml" for i, s in statements.items() if i not in ids]
    for identifier, statement in statements.items():
        faults += [f"{path}, line {statement.line}: clause {identifier}: {fault}" for fault in _statement_faults(statement, code)]
    return faults + length_faults(path, statements)


def _statement_faults(statement: Statement, code: str) -> list[str]:
    faults = []
    if not _SHORTEST <= len(statement.statement) <= _LONGEST:
        faults.append(f"the statement has {len(statement.statement)} characters ({_SHORTEST} to {_LONGEST} are usual)")
    if detect_language(statement.statement) != code:
        faults.append(f"the statement does not look like {code}")
    mixed = mixed_alphabet_words(f"{statement.title} {statement.statement}")
    return [*faults, *(f'the word "{word}" mixes alphabets' for word in mixed)]


def _relation_faults(folder: Path, known: dict[str, str]) -> list[str]:
    faults = []
    for toml in sorted(folder.glob("*/standard.toml")):
        for row in tomllib.loads(toml.read_text(encoding="utf-8"))["clause"]:
            names = (name if ":" in name else f"{toml.parent.name}:{name}" for name in row.get("related", ()))
            faults += [f"{toml}: clause {row['id']} is related to the unknown {name}" for name in names if name not in known]
    return faults


def _exemplar_faults(folder: Path, known: dict[str, str], on_request: set[str]) -> list[str]:
    faults: list[str] = []
    seen: dict[str, str] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(folder.glob("*.*.tsv")):
        code = path.name.split(".")[-2]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
            clauses, relation, _, text = line.split("\t")
            faults += [f"{path}, line {number}: {fault}" for fault in _row_faults(clauses, relation, text, code, known)]
            first = seen.setdefault(folded(text), f"{path}, line {number}")
            if first != f"{path}, line {number}":
                faults.append(f"{path}, line {number}: the same text as {first}")
            counts.update((label, code) for label in clauses.split(";"))
    return faults + _balance_faults(folder, counts, known, on_request)


def _row_faults(clauses: str, relation: str, text: str, code: str, known: dict[str, str]) -> list[str]:
    faults = [f"unknown clause {label}" for label in clauses.split(";") if label != "-" and label not in known]
    if relation not in _RELATIONS:
        faults.append(f'unknown relation "{relation}"')
    if detect_language(text) != code:
        faults.append(f"the text does not look like {code}")
    return [*faults, *(f'the word "{word}" mixes alphabets' for word in mixed_alphabet_words(text))]


def _balance_faults(folder: Path, counts: Counter[tuple[str, str]], known: dict[str, str], on_request: set[str]) -> list[str]:
    """Returns clauses with too few exemplars; an instrument compared on request may do without any, by its statements alone."""
    if not counts:
        return [f"{folder}: there are no exemplars"]
    without = on_request - {label.partition(":")[0] for label, _ in counts}
    return [
        f"{folder}: {label} has {counts[label, code]} exemplars in {code}, at least {_LEAST_EXEMPLARS} are needed"
        for label, kind in known.items()
        for code in LANGUAGES
        if kind in _TARGET_KINDS and counts[label, code] < _LEAST_EXEMPLARS and label.partition(":")[0] not in without
    ]
