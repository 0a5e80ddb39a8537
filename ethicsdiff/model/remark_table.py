"""The remarks table in words of one language, as writers lay it out, and as it comes back when an editor has worked in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ethicsdiff.model.report import Tone

COLUMNS: Final = (
    "id", "place", "about", "remark", "author", "date", "source", "category", "response", "status", "conflict", "proposal", "take",
)  # fmt: skip
EDITABLE: Final = ("place", "category", "response", "status", "take")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkRow:
    """One remark in words: the cells by column; `tone` colours its status, `number` is the permanent id."""

    number: str
    cells: tuple[tuple[str, str], ...]
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkTable:
    """The table: `columns` are (name, title); `lines` what stands above it; `words` labels of the page; `help` how it is edited."""

    language: str
    title: str
    sheet: str
    draft_name: str
    lines: tuple[str, ...]
    help: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[RemarkRow, ...]
    statuses: tuple[str, ...]
    categories: tuple[str, ...]
    yes: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedRow:
    """A row of a table that came back; `before` are the cells as they were written, empty where the file no longer tells."""

    number: str
    cells: tuple[tuple[str, str], ...]
    before: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedTable:
    """A table that came back: its file, its language ("" where the file does not tell), its rows in their order."""

    file: str
    language: str
    rows: tuple[EditedRow, ...]
    missing: tuple[str, ...] = ()
