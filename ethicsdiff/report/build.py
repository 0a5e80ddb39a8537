"""From a draft, the catalogue and a comparison to a `Report`: the one door of this room, a pure function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from ethicsdiff.model.concordance import Concordance
from ethicsdiff.model.document import Draft, Notice
from ethicsdiff.model.report import Report
from ethicsdiff.model.review import Comparison
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.report import overview
from ethicsdiff.report.concordance import concordance
from ethicsdiff.report.context import make_context
from ethicsdiff.report.matrix import chapters_of, matrix
from ethicsdiff.report.opinion import dated, introduction, summary
from ethicsdiff.report.paragraphs import numbered, paragraph_numbers
from ethicsdiff.report.phrases import Phrases
from ethicsdiff.report.recommendations import recommendations
from ethicsdiff.report.remarks import remarks
from ethicsdiff.report.rows import clause_rows, placed_findings, provision_rows, theme_rows
from ethicsdiff.report.summary import summary_comment

_WORD = "word."


def build_report(
    draft: Draft,
    catalogue: Catalogue,
    comparison: Comparison,
    *,
    language: str,
    notices: Sequence[Notice] = (),
    date: datetime | None = None,
) -> Report:
    """Returns the report on a comparison in a language ("en", "ru" or "kk").

    The standards reported on are those of `catalogue`, so a caller who compared with some hands in those alone. Notices
    of the source and of the draft are always told; `notices` adds those of the caller. `date` is the day it is dated with.

    Raises:
        UnknownNameError: there are no phrases for the language, or the catalogue lacks a clause of the comparison.
    """
    context = make_context(draft, catalogue, comparison, language)
    rows = provision_rows(context)
    placed = placed_findings(context, rows)
    themes = theme_rows(context, placed)
    chapters = chapters_of(rows)
    opening, scope = introduction(context), overview.scope(context, rows)
    before = len(opening) + len(scope)
    figures, standards = overview.figures(context, rows), overview.summaries(context, themes)
    points = recommendations(context, placed, before)
    report = Report(
        language=language,
        title=context.phrases.say("report.title"),
        subtitle=overview.subtitle(context),
        draft_name=overview.draft_name(context),
        machine_note=overview.machine_note(context),
        introduction=opening,
        scope=scope,
        summary=summary(context, figures, standards, points),
        dated=dated(context.phrases, date),
        figures=figures,
        standards=standards,
        chapters=chapters,
        matrix=matrix(context, chapters, placed),
        provisions=numbered(context.phrases, rows, paragraph_numbers(placed, before)),
        clauses=clause_rows(context, placed),
        themes=themes,
        recommendations=points,
        notices=remarks(context, notices),
        provenance=overview.provenance(context),
        words=_words(context.phrases),
    )
    return replace(report, summary_comment=summary_comment(context.phrases, report))


def build_concordance(draft: Draft, catalogue: Catalogue, comparison: Comparison, report: Report) -> Concordance:
    """Returns the table of the draft against the standards that goes with a report, in the report's language."""
    return concordance(make_context(draft, catalogue, comparison, report.language), report)


def _words(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """Returns the fixed labels that the writers look up."""
    return tuple((key.removeprefix(_WORD), word) for key, word in phrases.table.items() if key.startswith(_WORD))
