"""The history of a draft's decisions in words: who, when, what, on which words, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ethicsdiff.model.decision import Carried, Fit
from ethicsdiff.model.document import Draft
from ethicsdiff.model.review import Comparison
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.report.context import Context, make_context
from ethicsdiff.report.decisions import on_clause, quoted
from ethicsdiff.report.places import place_of

_EMPTY = Comparison(alignments=(), coverage=(), threshold=0.0, encoder="")


def history_lines(
    draft: Draft, catalogue: Catalogue, carried: Sequence[Carried], superseded_by: Mapping[str, str], language: str
) -> tuple[str, ...]:
    """Returns the lines of a history in a language: each decision with its id, below it what was seen and where it stands now."""
    context = make_context(draft, catalogue, _EMPTY, language)
    if not carried:
        return (context.phrases.say("log.empty"),)
    return tuple(line for one in carried for line in _lines(context, one, superseded_by.get(one.decision.id, "")))


def _lines(context: Context, carried: Carried, superseded: str) -> Iterator[str]:
    decision, say = carried.decision, context.phrases.say
    yield f"{decision.id}  {decision.time}  {on_clause(context, decision)}"
    anchor = decision.anchor
    if anchor is not None:
        yield "  " + say("log.seen", file=anchor.file, place=", ".join(anchor.path), quote=quoted(context.phrases, anchor.quote))
    if superseded:
        yield "  " + say("log.superseded", decision=superseded)
    elif carried.fit != Fit.UNBOUND or decision.clause:
        yield "  " + say(f"log.{carried.fit}", **_where(context, carried))


def _where(context: Context, carried: Carried) -> dict[str, str]:
    places = [place_of(context, context.provisions[choice]) for choice in (carried.provision, *carried.choices) if choice]
    return {"place": places[0] if places else "", "places": "; ".join(places)}
