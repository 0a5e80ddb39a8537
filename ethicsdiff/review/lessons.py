"""Decisions as lessons for the matcher: read off a ledger, kept as lines of JSON in the user's workspace, safe to delete."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from ethicsdiff.model.decision import Decision
from ethicsdiff.model.document import Draft, Provision
from ethicsdiff.model.lesson import Lesson
from ethicsdiff.model.match import Relation
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.review.standing import carried_decisions, clauses_of, said_of_pairs

SCHEMA = "ethicsdiff/lesson/1"
_UNSOUND = (ValueError, TypeError, KeyError, AttributeError)


def lessons_of(
    draft: Draft, decisions: Sequence[Decision], catalogue: Catalogue, text_of: Callable[[Provision], str]
) -> tuple[Lesson, ...]:
    """Returns a lesson for every provision and clause on which the reviewers agree; `text_of` gives the words that are compared."""
    said = said_of_pairs(carried_decisions(decisions, draft, catalogue), clauses_of(catalogue))
    provisions = {provision.id: provision for provision in draft.provisions}
    agreed = [(pair, voices[0]) for pair, voices in said.items() if len({voice.relation for voice in voices}) == 1]
    return tuple(
        Lesson(
            standard=pair[1], clause=voice.part or pair[2], relation=voice.relation, language=provisions[pair[0]].language,
            text=text_of(provisions[pair[0]]), source=draft.source.file,
        )
        for pair, voice in agreed
    )  # fmt: skip


def lesson_lines(lessons: Sequence[Lesson]) -> bytes:
    """Returns the lines of a file of lessons."""
    plain = ({"schema": SCHEMA, **asdict(lesson)} for lesson in lessons)
    return b"".join(json.dumps(one, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for one in plain)


def read_lessons(data: bytes) -> tuple[Lesson, ...]:
    """Returns the lessons of a file; a damaged line teaches nothing and hinders no other."""
    found = (_lesson(line) for line in data.splitlines() if line.strip())
    return tuple(lesson for lesson in found if lesson is not None)


def _lesson(line: bytes) -> Lesson | None:
    try:
        plain = json.loads(line)
        if plain.pop("schema") != SCHEMA or not all(isinstance(value, str) for value in plain.values()):
            return None
        return Lesson(**{**plain, "relation": Relation(plain["relation"])})
    except _UNSOUND:
        return None
