"""Writes a code of ethics as Markdown."""

from __future__ import annotations

from pathlib import Path

from inline import accepted
from source_format import Kind, Source, Unit

_HASHES = {Kind.TITLE: "# ", Kind.PREAMBLE: "## ", Kind.CHAPTER: "## ", Kind.ARTICLE: "### ",
           Kind.ANNEX: "## ", Kind.ANNEX_TITLE: "### "}
_INDENT = {Kind.SUBPOINT: "   ", Kind.LETTER: "      "}


def write_markdown(source: Source, path: Path) -> None:
    """Writes the code with `##` chapters, `###` articles and numbered paragraphs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    blocks = "\n\n".join(_block(unit) for unit in source.units)
    path.write_text(blocks + "\n", encoding="utf-8", newline="\n")


def _block(unit: Unit) -> str:
    if unit.kind is Kind.TABLE:
        return _table(unit)
    label = unit.label.capitalize() if unit.kind is Kind.CHAPTER else unit.label
    words = f"{label} {accepted(unit.text)}".strip()
    nested = ".p" in unit.ident
    indent = _INDENT.get(unit.kind, "") if nested else ""
    return indent + _HASHES.get(unit.kind, "") + words


def _table(unit: Unit) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in unit.rows]
    lines.insert(1, "|" + " --- |" * len(unit.rows[0]))
    return "\n".join(lines)
