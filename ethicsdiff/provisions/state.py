"""What segmentation carries along while pieces find their place, and what it knows of the pieces after the one at hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from ethicsdiff.model.document import Span
from ethicsdiff.provisions.grid import Plan
from ethicsdiff.provisions.labels import Label
from ethicsdiff.provisions.pieces import Piece
from ethicsdiff.provisions.survey import Look, Survey
from ethicsdiff.provisions.tree import Node, Outline


@dataclass(slots=True)
class State:
    """What segmentation carries along: the outline, the survey, what is left outside provisions, annexes to be settled.

    `looks` are the ranks of sections that only a list number marks, by their look; `sections` number and rank of the last of them by
    the style of their numbers; `new_act` says that an approval block was met; `plan` is how the table right before was read.
    """

    outline: Outline
    survey: Survey
    languages: tuple[str, ...]
    unplaced: set[int] = field(default_factory=set)
    unplaced_spans: list[Span] = field(default_factory=list)
    annexes: list[Node] = field(default_factory=list)
    looks: dict[Look, int] = field(default_factory=dict)
    sections: dict[str, tuple[str, int]] = field(default_factory=dict)
    new_act: bool = False
    plan: Plan | None = None

    def set_aside(self, piece: Piece) -> None:
        """Lists a piece as outside the provisions."""
        piece.aside = piece.aside or "outside"


@dataclass(frozen=True, slots=True)
class Around:
    """What comes after a piece: the next one (None before a table or at the end), the next labelled one, whether a table is next."""

    following: Piece | None
    labelled: Label | None
    table: bool = False
