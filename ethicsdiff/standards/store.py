"""What a workspace keeps of an official text: `import.toml`, one `official.<language>.md` a language, `verified.toml`.

Both can be read and corrected by hand. The Markdown has the form of our statements: `## part`, `### number · heading`, text.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ethicsdiff.errors import CatalogueError, OutputError
from ethicsdiff.model.official import Imported, OfficialClause

SCHEMA = 1
_SEPARATOR = " · "
_ESCAPED = re.compile(r"^(\\*#)", re.MULTILINE)
_UNESCAPED = re.compile(r"^\\(\\*#)", re.MULTILINE)
_CITE = re.compile(r"\s*<!-- ([a-z-]+) -->$")


def official_path(home: Path, language: str) -> Path:
    """Returns the file of an official text in a language."""
    return home / f"official.{language}.md"


def official_markdown(clauses: Sequence[OfficialClause], title: str) -> str:
    """Returns official clauses as Markdown; a line of the text that would look like a heading is escaped."""
    parts = [f"# {_one_line(title)}\n"]
    group = ""
    for clause in clauses:
        if clause.group != group and clause.group:
            parts.append(f"## {_one_line(clause.group)}\n")
        group = clause.group or group
        head = f"{clause.id}{_SEPARATOR}{_one_line(clause.heading)}" if clause.heading else clause.id
        mark = f" <!-- {clause.cite} -->" if clause.cite else ""
        text = _ESCAPED.sub(lambda found: "\\" + found.group(), clause.text.strip())
        parts.append(f"### {head}{mark}\n{text}\n")
    return "\n".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def read_official_markdown(path: Path) -> tuple[OfficialClause, ...]:
    """Returns the clauses of an `official.<language>.md`.

    Errors:
        CatalogueError: the file cannot be read, or a number stands twice.
    """
    clauses: dict[str, OfficialClause] = {}
    group = ""
    for heading, text, line in _sections(_read(path), path):
        if heading.startswith("## "):
            group = heading[3:].strip()
            continue
        head = heading[4:].strip()
        mark = _CITE.search(head)
        identifier, _, title = (head[: mark.start()] if mark else head).partition(_SEPARATOR)
        if identifier in clauses:
            raise CatalogueError(f"clause {identifier} stands twice", where=f"{path}, line {line}")
        clauses[identifier] = OfficialClause(
            id=identifier.strip(), text=text, heading=title.strip(), group=group, place=f"line {line}", cite=mark.group(1) if mark else ""
        )
    return tuple(clauses.values())


def _sections(text: str, path: Path) -> list[tuple[str, str, int]]:
    """Returns (heading line, text below it, 1-based line) of each part and clause."""
    found: list[tuple[str, list[str], int]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(("## ", "### ")):
            found.append((line, [], number))
        elif found:
            found[-1][1].append(line)
    if not any(heading.startswith("### ") for heading, _, _ in found):
        raise CatalogueError("there are no clauses in this file.", where=str(path), hint="Import the official text again.")
    return [(heading, _UNESCAPED.sub(r"\1", "\n".join(lines).strip()), number) for heading, lines, number in found]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError("the file cannot be read.", where=str(path), hint="Import the official text again.") from error


def toml_text(data: Mapping[str, Any]) -> str:
    """Returns plain values, tables and arrays of tables as TOML."""
    plain = [f"{key} = {_value(value)}" for key, value in data.items() if not _is_table(value) and not _is_tables(value)]
    tables = [f"[{key}]\n" + _rows(value) for key, value in data.items() if _is_table(value)]
    arrays = [f"[[{key}]]\n" + _rows(row) for key, value in data.items() if _is_tables(value) for row in value]
    return "\n\n".join(["\n".join(plain), *tables, *arrays]).strip() + "\n"


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_tables(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and isinstance(value[0], Mapping)


def _rows(table: Mapping[str, Any]) -> str:
    return "\n".join(f"{_key(key)} = {_value(value)}" for key, value in table.items())


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key, ensure_ascii=False)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_value(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def read_toml(path: Path) -> dict[str, Any]:
    """Returns a TOML file of the workspace, empty where it does not exist.

    Errors:
        CatalogueError: it is not valid TOML.
    """
    if not path.exists():
        return {}
    try:
        return tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"not valid TOML ({error})", where=str(path)) from error


def read_imports(home: Path) -> tuple[Imported, ...]:
    """Returns the records of the files imported for one instrument, in the order of their languages."""
    rows = read_toml(home / "import.toml").get("official", [])
    try:
        return tuple(
            Imported(
                language=row["language"], file=row["file"], sha256=row["sha256"], date=str(row["date"]), edition=row["edition"],
                clauses=int(row["clauses"]), changed=tuple(row.get("changed", ())),
            )
            for row in rows
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise CatalogueError(f"missing or wrong entry {error}", where=str(home / "import.toml")) from error


def imports_toml(identifier: str, records: Sequence[Imported]) -> str:
    """Returns `import.toml` for the records of one instrument."""
    rows = [
        {
            "language": one.language, "file": one.file, "sha256": one.sha256, "date": one.date, "edition": one.edition,
            "clauses": one.clauses, "changed": list(one.changed),
        }
        for one in records
    ]  # fmt: skip
    return toml_text({"schema": SCHEMA, "id": identifier, "official": rows})


def read_verified(home: Path) -> dict[str, dict[str, str]]:
    """Returns what is recorded of each clause that was compared: state, who compared, fingerprints of both texts."""
    rows = read_toml(home / "verified.toml").get("clause", [])
    return {str(row.get("id", "")): {key: str(value) for key, value in row.items()} for row in rows if isinstance(row, dict)}


def verified_toml(rows: Mapping[str, Mapping[str, str]]) -> str:
    """Returns `verified.toml` for the rows of `read_verified`."""
    return toml_text({"schema": SCHEMA, "clause": [dict(row) for row in rows.values()]})


def write_files(home: Path, files: Mapping[str, str]) -> None:
    """Writes files into the folder of an instrument, each whole or not at all.

    Errors:
        OutputError: the folder cannot be written.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            part = home / f".{name}.part"
            part.write_text(text, encoding="utf-8", newline="\n")
            part.replace(home / name)
    except OSError as error:
        raise OutputError(
            f"cannot write here ({error.strerror or error}).", where=str(home), hint="Choose another folder with --workspace."
        ) from error
