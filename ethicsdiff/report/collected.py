"""What a collection did, in words: what is new, what was changed, what needs an editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ethicsdiff.model.decision import Decision
from ethicsdiff.model.remark import Change, Field, Gathered, Remark
from ethicsdiff.report.phrases import Phrases, phrases_of
from ethicsdiff.report.remark_edits import Edit
from ethicsdiff.report.remark_table import figures, without_place

_SHOWN = 30
_COMMAND = "ethicsdiff collect --accept"


def collected_lines(gathered: Gathered, entered: Sequence[Remark | Change], edits: Sequence[Edit], language: str) -> tuple[str, ...]:
    """Returns what was entered and edited, and how the remarks stand, one sentence a line."""
    phrases = phrases_of(language)
    return (*_new(phrases, entered), *_resolved(phrases, entered), *_edited(phrases, edits), *standing_lines(gathered, language))


def standing_lines(gathered: Gathered, language: str) -> tuple[str, ...]:
    """Returns how many remarks there are, which contradict each other, have no place, or wait for an editor."""
    phrases = phrases_of(language)
    if not gathered.kept:
        return (phrases.say("remarks.empty"),)
    unplaced = [one.remark.id for one in without_place(gathered)]
    lists = (("conflicts", tuple(gathered.conflicts)), ("unplaced", unplaced), ("proposals", gathered.waiting))
    told = (phrases.say(f"collected.{key}", remarks=_listed(ids), **_more(key)) for key, ids in lists if ids)
    return (*figures(gathered, phrases), *told)


def taken_lines(decisions: Sequence[tuple[str, Decision]], statuses: Sequence[tuple[str, str]], language: str) -> tuple[str, ...]:
    """Returns what an editor took over, one sentence a line."""
    phrases = phrases_of(language)
    column = phrases.say("remarks.col.status")
    decided = (phrases.say("collected.decided", remark=remark, decision=one.id, author=one.reviewer) for remark, one in decisions)
    return (*decided, *(f"{remark}, {column}: {phrases.say(f'status.{status}')}" for remark, status in statuses))


def _more(key: str) -> dict[str, str]:
    return {"command": _COMMAND} if key == "proposals" else {}


def _listed(ids: Sequence[str]) -> str:
    shown = ", ".join(ids[:_SHOWN])
    return f"{shown}, …" if len(ids) > _SHOWN else shown


def _new(phrases: Phrases, entered: Sequence[Remark | Change]) -> Iterator[str]:
    ids = [one.id for one in entered if isinstance(one, Remark)]
    if not entered:
        yield phrases.say("collected.nothing")
    elif ids:
        span = phrases.say("collected.ids", first=ids[0], last=ids[-1]) if len(ids) > 1 else f" ({ids[0]})"
        yield phrases.say("collected.new", count=len(ids), ids=span)


def _resolved(phrases: Phrases, entered: Sequence[Remark | Change]) -> Iterator[str]:
    for one in entered:
        if isinstance(one, Change) and one.field == Field.RESOLVED:
            yield phrases.say("collected.resolved", remark=one.remark, file=one.file)


def _edited(phrases: Phrases, edits: Sequence[Edit]) -> Iterator[str]:
    for one in edits:
        if one.field != Field.DECISION:
            column = phrases.say(f"remarks.col.{one.column}")
            yield phrases.say("collected.changed", remark=one.remark, column=column, old=one.old, new=one.new)
