"""What a reviewer's decision teaches the matcher: how one draft words a clause, or what does not answer it."""

from __future__ import annotations

from dataclasses import dataclass

from ethicsdiff.model.match import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A text and a clause that a person decided on; `relation` is `NONE` where the pair was rejected, `source` the draft's file name."""

    standard: str
    clause: str
    relation: Relation
    language: str
    text: str
    source: str = ""
