"""The shortest forms of a report: the comment on the title of an annotated draft, and one screen of a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.model.report import Figure, Report, StandardSummary
from ethicsdiff.report.phrases import Phrases, lowered, phrases_of

_OWN_LINES = 3


def summary_comment(phrases: Phrases, report: Report) -> tuple[str, ...]:
    """Returns four to six lines: what was compared, figures, that these are proposals, how to reply."""
    values = {figure.label: figure.value for figure in report.figures}
    compared = phrases.say(
        "summary.compared",
        draft=report.draft_name,
        provisions=values[phrases.say("figure.provisions")],
        aligned=values[phrases.say("figure.aligned")],
    )
    standards = [_standard(phrases, report, summary) for summary in report.standards]
    shown = standards if len(standards) <= _OWN_LINES else [" ".join(standards)]
    return (compared, *shown, report.machine_note, phrases.say("summary.reply"))


def summary_lines(report: Report) -> tuple[str, ...]:
    """Returns the summary of a report for one screen: draft, provisions, a line a standard, machine note."""
    phrases = phrases_of(report.language)
    standards = (_standard(phrases, report, summary) for summary in report.standards)
    remarks = Figure(label=phrases.say("word.notices"), value=str(len(report.notices)))
    figures = _figures(phrases, (*report.figures, remarks))
    return (report.subtitle, figures, *standards, report.machine_note)


def _standard(phrases: Phrases, report: Report, summary: StandardSummary) -> str:
    """Returns the line of a standard: its figures, or how many of its themes are touched where only those are known."""
    if summary.figures:
        return phrases.say("summary.standard", standard=summary.name, text=_figures(phrases, summary.figures))
    themes = [row for row in report.themes if row.standard == summary.id]
    touched = sum(bool(row.answers) for row in themes)
    return phrases.say("summary.themes", standard=summary.name, touched=touched, total=len(themes))


def _figures(phrases: Phrases, figures: Sequence[Figure]) -> str:
    return "; ".join(phrases.say("summary.figure", label=lowered(f.label), value=f.value) for f in figures)
