"""Reading a crosswalk: units of two frameworks as JSON lines, and the pairs that people found, as a table."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ethicsdiff.errors import BenchmarkError
from ethicsdiff.languages.detect import document_languages

_FILES = ("target.jsonl", "source.jsonl", "gold.tsv")
_IDS = ("id", "urn", "ref")
_HEADINGS = ("name", "title", "heading")
_TEXTS = ("text", "description", "statement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of a framework: all names it goes by, its (language, text) pairs, and the place of the unit above it, -1 for none."""

    names: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]
    above: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """Two frameworks and `gold`: for places of source units the places of their target units; `lost` counts pairs that name no unit."""

    name: str
    sources: tuple[Unit, ...]
    targets: tuple[Unit, ...]
    gold: Mapping[int, frozenset[int]]
    lost: int


def find_crosswalks(place: Path, source: Path | None, gold: Path | None) -> tuple[Crosswalk, ...]:
    """Returns the crosswalk of a file of target units, or those in a folder and its subfolders; files not named are looked for beside it.

    Errors:
        BenchmarkError: a file is missing or does not follow the format.
    """
    if not place.is_dir():
        beside = place.parent
        return (read_crosswalk(place, source or beside / _FILES[1], gold or beside / _FILES[2]),)
    homes = sorted(path.parent for path in place.rglob(_FILES[0]))
    if not homes:
        hint = "Name the file itself, with --source and --gold."
        raise BenchmarkError(f"there is no {_FILES[0]} in this folder", where=str(place), hint=hint)
    return tuple(read_crosswalk(*(home / name for name in _FILES)) for home in homes)


def read_crosswalk(targets: Path, sources: Path, gold: Path) -> Crosswalk:
    """Returns a crosswalk from its three files.

    Errors:
        BenchmarkError: a file is missing or malformed, or no pair of the table names units of both files.
    """
    left, right = read_units(sources), read_units(targets)
    rows, columns = _places(left), _places(right)
    pairs = list(_pairs(gold))
    found: dict[int, set[int]] = {}
    for source, target in pairs:
        if source in rows and target in columns:
            found.setdefault(rows[source], set()).add(columns[target])
    if not found:
        raise BenchmarkError("no row of this table names a unit of the source and one of the target", where=str(gold))
    return Crosswalk(
        name=targets.resolve().parent.name, sources=left, targets=right, gold={row: frozenset(places) for row, places in found.items()},
        lost=sum(source not in rows or target not in columns for source, target in pairs),
    )  # fmt: skip


def _places(units: Sequence[Unit]) -> dict[str, int]:
    return {name: place for place, unit in enumerate(units) for name in unit.names}


def read_units(path: Path) -> tuple[Unit, ...]:
    """Returns the units of a framework that have words, in order: one JSON object a line, as `docs/formats.md` describes."""
    rows = [row for row in read_lines(path, needed=_IDS) if _texts(row, "")]
    language = document_languages([text for row in rows for _, text in _texts(row, "")])[0]
    place = {str(row[key]): number for number, row in enumerate(rows) for key in _IDS if row.get(key)}
    return tuple(
        Unit(
            names=tuple(str(row[key]) for key in _IDS if row.get(key)),
            texts=_texts(row, str(row.get("lang") or language)),
            above=place.get(str(row.get("parent") or ""), -1),
        )
        for row in rows
    )


def read_lines(path: Path, *, needed: Sequence[str]) -> list[dict[str, Any]]:
    """Returns the JSON objects of a file, one a line.

    Errors:
        BenchmarkError: no such file, no line in it, or a line that is no object with one of the needed fields.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BenchmarkError("this file cannot be read", where=str(path)) from error
    rows = [_object(line, f"{path}, line {number}", needed) for number, line in enumerate(lines, 1) if line.strip()]
    if not rows:
        raise BenchmarkError("there is nothing in it", where=str(path))
    return rows


def _object(line: str, where: str, needed: Sequence[str]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if isinstance(row, dict) and any(row.get(key) for key in needed):
        return row
    hint = f"It needs {' or '.join(needed)} (see docs/formats.md)."
    raise BenchmarkError("not a JSON object of the kind that is needed", where=where, hint=hint)


def _texts(row: Mapping[str, Any], language: str) -> tuple[tuple[str, str], ...]:
    """Returns the wordings of a row, its own under `language` first, then its translations."""
    translations = row.get("translations")
    others = translations.items() if isinstance(translations, dict) else ()
    wordings = [(language, _wording(row)), *((str(code), _wording(part)) for code, part in others if isinstance(part, dict))]
    return tuple((code, text) for code, text in wordings if text)


def _wording(part: Mapping[str, Any]) -> str:
    found = (next((str(part[key]).strip() for key in keys if part.get(key)), "") for keys in (_HEADINGS, _TEXTS))
    return ". ".join(text for text in found if text)


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yields (source, target) of a table: of the columns with these words in their names, or else of the first two."""
    try:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        raise BenchmarkError("this table of pairs cannot be read", where=str(path)) from error
    first = [name.lower() for name in rows[0]] if rows else []
    columns = [next((i for i, name in enumerate(first) if word in name), -1) for word in ("source", "target")]
    source, target = columns if min(columns) >= 0 else (0, 1)
    for row in rows[1 if min(columns) >= 0 else 0 :]:
        if len(row) > max(source, target):
            yield row[source].strip(), row[target].strip()
