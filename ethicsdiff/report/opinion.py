"""What an expert opinion opens with: its date, the introduction, and a summary that says in a few sentences what was found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ethicsdiff.model.report import Figure, Recommendation, StandardSummary, Tone
from ethicsdiff.report import overview
from ethicsdiff.report.context import Context
from ethicsdiff.report.phrases import Phrases, lowered

_ATTENTION = frozenset({Tone.BAD, Tone.WEAK, Tone.PARTIAL, Tone.GAP})


def dated(phrases: Phrases, date: datetime | None) -> str:
    """Returns a day in words («28 февраля 2026 года», "2026 жылғы 28 ақпан"), "" without one."""
    if date is None:
        return ""
    return phrases.say("report.dated", day=date.day, month=phrases.say(f"month.{date.month}"), year=date.year)


def introduction(context: Context) -> tuple[str, ...]:
    """Returns who asked for the comparison, which the author fills in, and how it was made."""
    return context.phrases.say("word.request_place"), context.phrases.say("front.origin")


def summary(
    context: Context, figures: Sequence[Figure], standards: Sequence[StandardSummary], points: Sequence[Recommendation]
) -> tuple[str, ...]:
    """Returns what was compared, what is welcomed, what needs attention, and where the recommendations are that are not key ones."""
    further = [point.letter for point in points if not point.key]
    return (
        _lead(context, figures, standards),
        *(_found(context.phrases, standard) for standard in standards if standard.figures),
        *((context.phrases.say("summary.further", letters=letters(further)),) if further else ()),
    )


def letters(found: Sequence[str]) -> str:
    """Returns letters that follow one another as a range: "K–Y"."""
    return found[0] if len(found) == 1 else f"{found[0]}–{found[-1]}"


def _lead(context: Context, figures: Sequence[Figure], standards: Sequence[StandardSummary]) -> str:
    phrases = context.phrases
    values = {figure.label: figure.value for figure in figures}
    return phrases.say(
        "summary.lead",
        draft=overview.draft_name(context),
        standards="; ".join(standard.name for standard in standards),
        provisions=phrases.count("summary.provisions", int(values[phrases.say("figure.provisions")])),
        aligned=values[phrases.say("figure.aligned")],
    )


def _found(phrases: Phrases, standard: StandardSummary) -> str:
    """Returns the balance of a standard: first what is reflected, then what is not."""
    counts = [(figure, int(figure.value)) for figure in standard.figures]
    values = {"standard": standard.name, "total": sum(count for _, count in counts)}
    covered = sum(count for figure, count in counts if figure.tone == Tone.GOOD)
    balance = phrases.say("summary.welcome", covered=covered, **values) if covered else phrases.say("summary.none", **values)
    parts = [phrases.say("summary.figure", label=lowered(f.label), value=f.value) for f, count in counts if count and f.tone in _ATTENTION]
    return " ".join((balance, *((phrases.say("summary.attention", parts="; ".join(parts)),) if parts else ())))
