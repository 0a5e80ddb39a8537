"""The phrase that a comment points at: the words of duty or permission that decide, and the words they govern."""

from __future__ import annotations

from ethicsdiff.model.document import Span
from ethicsdiff.model.match import Relation
from ethicsdiff.model.review import Alignment
from ethicsdiff.report.context import Context

_DECIDED_BY_WORDS = frozenset({Relation.WEAKER, Relation.STRICTER, Relation.CONTRADICTS})


def speaking_phrase(context: Context, alignment: Alignment) -> tuple[Span, ...]:
    """Returns the stretch from the words that make the relation to the evidence in their line; empty where the whole provision speaks.

    Only where some words are softer, stricter or opposed does a phrase speak; a duty that is met is met by the whole provision.
    """
    judgement = alignment.candidate.judgement
    words = dict(judgement.params).get("words", "")
    if alignment.relation not in _DECIDED_BY_WORDS or judgement.relation != alignment.relation or not words.strip():
        return ()
    found = _stands(context, alignment.provision, words)
    if found is None:
        return ()
    together = [found, *(span for span in alignment.candidate.evidence if span.block == found.block)]
    start, end = min(span.start for span in together), max(span.end for span in together)
    return (Span(block=found.block, start=start, end=end),)


def _stands(context: Context, provision: str, words: str) -> Span | None:
    """Returns where words stand in a provision for the first time; None where only the lead-in of its list has them."""
    for span in context.provisions[provision].spans:
        place = context.text_at(span).find(words)
        if place >= 0:
            start = span.start + place
            return Span(block=span.block, start=start, end=start + len(words))
    return None
