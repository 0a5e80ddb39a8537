"""A measured run and its groups: by language, standard and kind, by pairs of these, and by value or part of a standard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ethicsdiff.bench.measure import Scored

NOTHING = "none"
Key = Callable[[Scored], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A run over labelled provisions.

    `memorised` are ids of items whose text is an exemplar; `values` gives the value or part of a standard to which a clause
    ("bangalore:4.14") belongs, and thereby which clauses there are.
    """

    rows: tuple[Scored, ...]
    encoder: str
    memorised: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def unknown_labels(self) -> tuple[str, ...]:
        """The labels that name no clause of the catalogue: they cannot be found, whatever is proposed."""
        labels = (f"{standard}:{clause}" for row in self.rows for standard, clause, _ in row.item.labels)
        return tuple(dict.fromkeys(label for label in labels if self.values and label not in self.values))


def grouped(rows: Sequence[Scored], key: Key) -> dict[str, tuple[Scored, ...]]:
    """Returns the rows of each value of `key`, in alphabetical order."""
    values = sorted({key(row) for row in rows})
    return {value: tuple(row for row in rows if key(row) == value) for value in values}


def language_of(row: Scored) -> str:
    """Returns the language of an item."""
    return row.item.language


def kind_of(row: Scored) -> str:
    """Returns the kind of an item as its author named it."""
    return row.item.kind or "-"


def standard_of(row: Scored) -> str:
    """Returns the standard of an item's first label, "none" for *nothing*."""
    return row.item.labels[0][0] if row.item.labels else NOTHING


def main_groups() -> dict[str, Key]:
    """Returns the names of the main groupings with their keys."""
    return {"languages": language_of, "standards": standard_of, "kinds": kind_of}


def sub_groups(measured: Measured) -> dict[str, Key]:
    """Returns the names of the finer groupings with their keys."""

    def value_of(row: Scored) -> str:
        standard, clause, _ = row.item.labels[0] if row.item.labels else (NOTHING, "", "")
        return f"{standard} {measured.values.get(f'{standard}:{clause}', '')}".strip()

    return {
        "languages_standards": lambda row: f"{language_of(row)} {standard_of(row)}",
        "languages_kinds": lambda row: f"{language_of(row)} {kind_of(row)}",
        "values": value_of,
    }
