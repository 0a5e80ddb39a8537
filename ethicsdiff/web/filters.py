"""Which lines of the list are shown: one filter at a time, and words that all must be in the line."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ethicsdiff.languages.text import folded
from ethicsdiff.model.desk import ItemKind, ItemState, Row
from ethicsdiff.review.standing import reviewer_key

_RECHECK = frozenset({ItemState.RECHECK, ItemState.CONFLICT, ItemState.LOST})


def _is_mine(row: Row, reviewer: str) -> bool:
    return reviewer_key(reviewer) in {reviewer_key(name) for name in row.by}


FILTERS: dict[str, Callable[[Row, str], bool]] = {
    "all": lambda row, _: row.kind == ItemKind.PROVISION,
    "open": lambda row, _: row.kind == ItemKind.PROVISION and row.state == ItemState.OPEN,
    "recheck": lambda row, _: row.state in _RECHECK,
    "mine": _is_mine,
    "gaps": lambda row, _: row.gap,
    "clauses": lambda row, _: row.kind == ItemKind.CLAUSE,
}
FIRST = "all"


def shown(rows: Iterable[Row], name: str, search: str, reviewer: str) -> tuple[Row, ...]:
    """Returns the lines of a filter (one that does not exist is the first) whose words hold all that is searched for."""
    keeps = FILTERS.get(name, FILTERS[FIRST])
    wanted = folded(search).split()
    return tuple(row for row in rows if keeps(row, reviewer) and all(word in row.words for word in wanted))


def counts(rows: Iterable[Row], reviewer: str) -> dict[str, int]:
    """Returns how many lines each filter shows."""
    known = tuple(rows)
    return {name: sum(keeps(row, reviewer) for row in known) for name, keeps in FILTERS.items()}
