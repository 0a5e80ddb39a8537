"""What a new version does to coverage, and which advice on the old one was taken: coverage before beside coverage after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ethicsdiff.model.review import ClauseCoverage
from ethicsdiff.model.versions import Effect, Fate

# From worst to best; a clause that nobody answers is less bad than one that is contradicted.
RANKS = {"contradicted": 0, "gap": 1, "weaker": 2, "partial": 3, "covered": 4}
_Key = tuple[str, str]


def effects_of(before: Sequence[ClauseCoverage], after: Sequence[ClauseCoverage]) -> tuple[Effect, ...]:
    """Returns the counted clauses whose coverage changed, lost ones first."""
    rows = [
        Effect(
            standard=old.standard, clause=old.clause, before=old.state, after=new.state, direction=_direction(old.state, new.state),
            old=old.provisions, new=new.provisions,
        )
        for old, new in _both(before, after)
        if old.state != new.state
    ]  # fmt: skip
    order = ("contradicted", "lost", "worse", "cleared", "better", "gained")
    return tuple(sorted(rows, key=lambda row: order.index(row.direction)))


def _both(before: Sequence[ClauseCoverage], after: Sequence[ClauseCoverage]) -> Iterator[tuple[ClauseCoverage, ClauseCoverage]]:
    """Yields the clauses counted in both versions; one that people declared not applicable is not weighed."""
    later = {(row.standard, row.clause): row for row in after}
    for row in before:
        other = later.get((row.standard, row.clause))
        if other is not None and row.state in RANKS and other.state in RANKS:
            yield row, other


def _direction(before: str, after: str) -> str:
    """Returns what happened to a clause: a contradiction that came or went is told as such."""
    if "contradicted" in (before, after):
        return "cleared" if before == "contradicted" else "contradicted"
    if before == "gap":
        return "gained"
    if after == "gap":
        return "lost"
    return "better" if RANKS[after] > RANKS[before] else "worse"


def fates_of(before: Sequence[ClauseCoverage], after: Sequence[ClauseCoverage]) -> tuple[Fate, ...]:
    """Returns what became of the advice on each clause that was not covered, and the advice that is due only now."""
    return tuple(
        Fate(
            standard=old.standard, clause=old.clause, before=old.state, after=new.state, fate=_fate(old.state, new.state),
            old=old.provisions, new=new.provisions,
        )
        for old, new in _both(before, after)
        if not old.state == new.state == "covered"
    )  # fmt: skip


def _fate(before: str, after: str) -> str:
    if before == "covered":
        return "new"
    if after == "covered":
        return "taken"
    return "partly" if RANKS[after] > RANKS[before] else "open"
