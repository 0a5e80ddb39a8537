"""Notices in words: what reading and segmentation could not keep, each with its places; decisions that lost theirs."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.model.document import Location, Notice, Severity
from ethicsdiff.report.carrying import decision_notices
from ethicsdiff.report.context import Context
from ethicsdiff.report.phrases import Phrases, phrases_of

_PLACES_SHOWN = 5


def remarks(context: Context, notices: Sequence[Notice]) -> tuple[str, ...]:
    """Returns a sentence for every notice of the source, the draft and the caller; equal ones share it."""
    given = (*context.draft.source.notices, *context.draft.notices, *notices)
    places: dict[str, list[str]] = {}
    for notice in dict.fromkeys(given):
        found = places.setdefault(_sentence(context.phrases, notice), [])
        found.extend(_place(context.phrases, notice.location))
    sentences = (_with_places(context.phrases, sentence, found) for sentence, found in places.items())
    return (*sentences, *_orphans(context), *decision_notices(context))


def notice_text(notice: Notice, language: str) -> str:
    """Returns one notice with its place as a sentence of a language, for callers that have no report."""
    phrases = phrases_of(language)
    return _with_places(phrases, _sentence(phrases, notice), _place(phrases, notice.location))


def _sentence(phrases: Phrases, notice: Notice) -> str:
    """Returns the phrase of a notice's code; a code or parameter that is not known here is told, not hidden."""
    key, values = f"notice.{notice.code}", dict(notice.params)
    known = phrases.has(key) and phrases.needs(key) <= values.keys()
    text = phrases.say(key, **values) if known else phrases.say("notice.unknown", code=notice.code)
    return phrases.say("notice.warning", text=text) if notice.severity == Severity.WARNING else text


def _place(phrases: Phrases, location: Location | None) -> tuple[str, ...]:
    if location is None:
        return ()
    if location.line:
        return (phrases.say("notice.line", n=location.line),)
    if location.page:
        return (phrases.say("notice.page", n=location.page),)
    return (phrases.say("notice.block", n=location.block + 1),)


def _with_places(phrases: Phrases, sentence: str, places: Sequence[str]) -> str:
    distinct = tuple(dict.fromkeys(places))
    if not distinct:
        return sentence
    words, left = ", ".join(distinct[:_PLACES_SHOWN]), len(distinct) - _PLACES_SHOWN
    if left > 0:
        words = phrases.count("notice.more", left, places=words)
    return phrases.say("notice.at", text=sentence.removesuffix("."), places=words)


def _orphans(context: Context) -> tuple[str, ...]:
    """Returns the alignments whose provision is gone and that no decision with its quote stands behind."""
    say = context.phrases.say
    clauses = (context.cited(context.clause(a.standard, a.clause)) for a in context.orphans() if a.decision is None)
    return tuple(say("notice.warning", text=say("notice.orphaned", clause=clause)) for clause in clauses)
