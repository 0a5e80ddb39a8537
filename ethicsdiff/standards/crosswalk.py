"""Related clauses both ways: what one clause names as related names it too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ethicsdiff.model.standard import Standard


def both_ways(standards: Sequence[Standard]) -> tuple[Standard, ...]:
    """Returns the standards with every relation between two of their clauses on both of them, those a clause names itself first.

    Relations to clauses that do not exist (themes that an import replaced) are left out; themes keep to what they name themselves.
    """
    named = {f"{s.id}:{c.id}": [_full(name, s.id) for name in c.related] for s in standards for c in s.clauses}
    back: dict[str, list[str]] = {name: [] for name in named}
    for name, related in named.items():
        for other in related:
            if other in back and name not in named[other]:
                back[other].append(name)
    return tuple(_related(standard, named, back) for standard in standards)


def _full(name: str, standard: str) -> str:
    return name if ":" in name else f"{standard}:{name}"


def _related(standard: Standard, named: dict[str, list[str]], back: dict[str, list[str]]) -> Standard:
    def of(identifier: str) -> tuple[str, ...]:
        name = f"{standard.id}:{identifier}"
        own = (other for other in named[name] if other in named)
        return tuple(dict.fromkeys((*own, *(() if standard.themes_only else back[name]))))

    return replace(standard, clauses=tuple(replace(clause, related=of(clause.id)) for clause in standard.clauses))
