"""Notices on decisions that have no line of their own: those that lost their place, those to be checked, those on a clause as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from ethicsdiff.model.decision import Carried, DecisionKind, Fit
from ethicsdiff.model.match import Relation
from ethicsdiff.model.review import Standing
from ethicsdiff.report.context import Context
from ethicsdiff.report.decisions import WORDS, changes_since, clause_of, on_clause, quoted
from ethicsdiff.report.places import place_of


def decision_notices(context: Context) -> tuple[str, ...]:
    """Returns a sentence for every decision that stands and that no finding shows; warnings first said as such."""
    return (*_without_place(context), *_rejected(context), *_on_clauses(context), *_elsewhere(context))


def _without_place(context: Context) -> Iterator[str]:
    say = context.phrases.say
    for one in context.comparison.decisions:
        anchor = one.decision.anchor
        if anchor is not None and one.fit in (Fit.LOST, Fit.TIE):
            yield say("notice.warning", text=say(
                f"notice.review.{one.fit}", decision=on_clause(context, one.decision), place=", ".join(anchor.path),
                places="; ".join(_place(context, choice) for choice in one.choices), quote=quoted(context.phrases, anchor.quote),
            ))  # fmt: skip


def _place(context: Context, provision: str) -> str:
    return place_of(context, context.provisions[provision])


def _rejected(context: Context) -> Iterator[str]:
    """Yields the rejections whose words have changed: the pair does not come back by itself, so a person must be told to look."""
    say = context.phrases.say
    for alignment in context.comparison.alignments:
        if alignment.relation != Relation.NONE or alignment.standing != Standing.RECHECK or alignment.provision not in context.provisions:
            continue
        now = context.provisions[alignment.provision]
        for one in alignment.decided:
            change = " ".join(changes_since(context, one, now))
            values = {"place": place_of(context, now), "decision": on_clause(context, one.decision), "change": change}
            yield say("notice.warning", text=say("notice.review.rejected", **values).rstrip())


def _on_clauses(context: Context) -> Iterator[str]:
    say = context.phrases.say
    for one in context.comparison.decisions:
        told = on_clause(context, one.decision)
        known = not one.decision.clause or (one.decision.standard, one.decision.clause) in context.clauses
        if not known:
            yield say("notice.warning", text=say("notice.review.unknown", clause=clause_of(context, one.decision), decision=told))
        elif one.decision.kind == DecisionKind.NOT_APPLICABLE and one.clause_changed:
            yield say("notice.warning", text=say("notice.review.recount", decision=told))
        elif one.fit == Fit.UNBOUND and one.decision.kind in WORDS:
            yield say("notice.review.clause", decision=told)


def _elsewhere(context: Context) -> Iterator[str]:
    count = sum(_is_elsewhere(one) for one in context.comparison.decisions)
    if count:
        yield context.phrases.say("notice.review.elsewhere", count=count)


def _is_elsewhere(carried: Carried) -> bool:
    return carried.fit == Fit.ELSEWHERE
