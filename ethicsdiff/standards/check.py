"""Checking the catalogue: ids, languages, lengths, alphabets, exemplars; every fault with its file and line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ethicsdiff.errors import CatalogueError
from ethicsdiff.languages.detect import detect_language
from ethicsdiff.languages.text import folded, mixed_alphabet_words
from ethicsdiff.standards.check_toml import read_standard_toml, relation_faults, toml_faults
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
        tomls = {path: read_standard_toml(path) for path in sorted(folder.glob("*/standard.toml"))}
        broken = [fault for path, data in tomls.items() for fault in (*toml_faults(path, data), *_file_faults(path, data))]
        if broken:
            return tuple(broken)
        load_catalogue(folder)
    except CatalogueError as error:
        return (str(error),)
    known = {f"{data['id']}:{row['id']}": str(row["kind"]) for data in tomls.values() for row in data["clause"]}
    on_request = {str(data["id"]) for data in tomls.values() if data.get("default") is False}
    faults = [fault for path, data in tomls.items() for fault in (*relation_faults(path, data, known), *_texts_faults(path))]
    faults += _exemplar_faults(folder / "exemplars", known, on_request)
    faults += glossary_faults(folder / "glossary.tsv")
    return tuple(faults)


def remark_standards(folder: Path, find: Find) -> tuple[str, ...]:
    """Returns what a linguist may want to look at, which is no fault; `find` is that of `terms_check.check_terms`."""
    try:
        return tuple(term_remarks(load_catalogue(folder), folder, read_statements, find))
    except CatalogueError:
        return ()


def _file_faults(toml: Path, data: Mapping[str, Any]) -> list[str]:
    """Returns the languages that lack a file, the clauses that lack a statement, and statements of clauses that do not exist."""
    ids = [str(row.get("id", "")) for row in data.get("clause", [])]
    faults = []
    for code in LANGUAGES:
        path = toml.parent / f"{code}.md"
        if not path.exists():
            faults.append(f"{path}: the file is missing")
            continue
        statements = read_statements(path)
        faults += [f"{path}: clause {i} has no statement" for i in ids if i not in statements]
        faults += [f"{path}, line {s.line}: clause {i} is not in standard.toml" for i, s in statements.items() if i not in ids]
    return faults


def _texts_faults(toml: Path) -> list[str]:
    texts = {code: read_statements(toml.parent / f"{code}.md") for code in LANGUAGES}
    faults = [fault for code in LANGUAGES for fault in _language_faults(toml.parent / f"{code}.md", code, texts[code])]
    return faults + uneven_faults(toml.parent, texts)


def _language_faults(path: Path, code: str, statements: Mapping[str, Statement]) -> list[str]:
    faults = []
    for identifier, statement in statements.items():
        faults += [f"{path}, line {statement.line}: clause {identifier}: {fault}" for fault in _statement_faults(statement, code)]
    return faults + length_faults(path, statements)


def _statement_faults(statement: Statement, code: str) -> list[str]:
    faults = []
    if not _SHORTEST <= len(statement.statement) <= _LONGEST:
        faults.append(f"the statement has {len(statement.statement)} characters ({_SHORTEST} to {_LONGEST} are usual)")
    if detect_language(statement.statement) != code:
        faults.append(f"the statement does not look like {code}")
    mixed = mixed_alphabet_words(" ".join((statement.title, statement.statement, *(text for _, text in statement.elements))))
    return [*faults, *(f'the word "{word}" mixes alphabets' for word in mixed)]


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
