"""Units of two or three columns are tied to each other: those in one row with the same number, else those that stand level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ethicsdiff.model.document import Provision

Rows = Mapping[int, tuple[int, int]]


def paired(columns: Sequence[tuple[tuple[Provision, ...], Rows]]) -> list[tuple[Provision, ...]]:
    """Returns the provisions of each column with `pair` set: to the first column, and from the first to the second."""
    partners: dict[str, str] = {}
    first, first_rows = columns[0]
    for other, other_rows in columns[1:]:
        for one, beside in _pairs(first, first_rows, other, other_rows):
            partners.setdefault(one.id, beside.id)
            partners[beside.id] = one.id
    return [tuple(replace(unit, pair=partners.get(unit.id, "")) for unit in units) for units, _ in columns]


def _pairs(first: Sequence[Provision], rows: Rows, other: Sequence[Provision], other_rows: Rows) -> list[tuple[Provision, Provision]]:
    found = []
    theirs = _by_row(other, other_rows)
    for row, ours in _by_row(first, rows).items():
        beside = {_bare(unit): unit for unit in theirs.get(row, ())}
        same = [(unit, beside[_bare(unit)]) for unit in ours if _bare(unit) in beside]
        taken = {unit.id for pair in same for unit in pair}
        left = [unit for unit in ours if unit.id not in taken]
        right = [unit for unit in theirs.get(row, ()) if unit.id not in taken]
        found += [*same, *(zip(left, right, strict=True) if len(left) == len(right) else ())]
    return found


def _by_row(units: Sequence[Provision], rows: Rows) -> dict[tuple[int, int], list[Provision]]:
    found: dict[tuple[int, int], list[Provision]] = {}
    for unit in units:
        if unit.location.block in rows:
            found.setdefault(rows[unit.location.block], []).append(unit)
    return found


def _bare(unit: Provision) -> str:
    """Returns an id without the language it begins with."""
    return unit.id.partition(".")[2]
