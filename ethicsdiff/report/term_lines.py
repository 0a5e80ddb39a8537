"""What was found about the words of a draft, as lines a reader understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ethicsdiff.model.document import Draft
from ethicsdiff.model.review import Comparison
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.model.terms import OtherWord, TermsReport, Variants, WordUse
from ethicsdiff.report.context import Context, make_context
from ethicsdiff.report.phrases import Phrases

_EMPTY = Comparison(alignments=(), coverage=(), threshold=0.0, encoder="")
_MOST_PLACES = 3


def term_lines(found: TermsReport, draft: Draft, catalogue: Catalogue, language: str) -> tuple[str, ...]:
    """Returns a line for each finding in a language, or one that there is none."""
    context = make_context(draft, catalogue, _EMPTY, language)
    lines = [_variants(context.phrases, row) for row in found.variants]
    lines += [_other(context, row) for row in found.others]
    return tuple(lines) or (context.phrases.say("terms.none"),)


def _variants(phrases: Phrases, row: Variants) -> str:
    line = phrases.say("terms.variants", term=phrases.quote(row.term), uses=_used(phrases, row.uses))
    return line if row.confidence == "high" else f"{line} {phrases.say('terms.doubt')}"


def _other(context: Context, row: OtherWord) -> str:
    phrases = context.phrases
    title = phrases.say("terms.title", title=phrases.quote(row.title)) if row.title else ""
    where = title or context.citation(context.clause(row.standard, row.clause))
    values = {"standard": context.name(context.standard(row.standard)), "word": phrases.quote(row.word), "where": where}
    return phrases.say("terms.others", **values, uses=_used(phrases, row.uses))


def _used(phrases: Phrases, uses: Sequence[WordUse]) -> str:
    return "; ".join(_use(phrases, use) for use in uses)


def _use(phrases: Phrases, use: WordUse) -> str:
    return phrases.count("terms.use", use.count, word=phrases.quote(use.word), places="; ".join(_places(phrases, use)))


def _places(phrases: Phrases, use: WordUse) -> Iterator[str]:
    yield from use.places[:_MOST_PLACES]
    if len(use.places) > _MOST_PLACES:
        yield phrases.say("terms.more")
