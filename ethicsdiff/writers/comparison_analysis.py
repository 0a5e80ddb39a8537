"""The analysis of a comparison: numbered paragraphs, one for each provision that speaks to a clause, chapter by chapter.

The clause that a finding cites stands in a footnote, in full where it is cited for the first time. A chapter closes with its
recommendations in a box and with a marked place for the author's own conclusion.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from ethicsdiff.model.report import Finding, ProvisionRow, Report
from ethicsdiff.writers.comparison_points import recommendation_box
from ethicsdiff.writers.comparison_tables import Anchors
from ethicsdiff.writers.docx_package import locale
from ethicsdiff.writers.docx_sheet import Sheet
from ethicsdiff.writers.docx_xml import link, paragraph, run
from ethicsdiff.writers.tones import LOOKS


def add_analysis(sheet: Sheet, report: Report, words: Mapping[str, str], anchors: Anchors, title: str) -> None:
    """Adds the paragraphs that recommendations cite, under a heading."""
    rows = [row for row in report.provisions if row.findings]
    if not rows:
        return
    sheet.heading(1, title)
    citing = _Citations(sheet, words)
    for chapter, members in groupby(rows, key=lambda row: row.chapter):
        sheet.heading(2, chapter)
        for row in members:
            sheet.add(_provision(row, anchors), *(_finding(finding, citing) for finding in row.findings))
        points = [point for point in report.recommendations if chapter in point.chapters]
        sheet.add(*recommendation_box(points, words))
        sheet.text(words["author_place"], "AuthorPlace")


def _provision(row: ProvisionRow, anchors: Anchors) -> str:
    """Returns number, place and first words of a provision."""
    place = link(anchors.provision(row.id), run(row.place, bold=True))
    opening = run(f" {row.opening}", italic=True, language=locale(row.language) if row.language else "")
    return paragraph(run(f"{row.number}.\t") + place + opening, "Analysis", keep_next=True)


def _finding(finding: Finding, citing: _Citations) -> str:
    """Returns the relation and the clause in its colour with its footnote, why, and what to look at."""
    said = " ".join(filter(None, (finding.reason, finding.look_at)))
    head = run(f" {LOOKS[finding.tone].mark} {finding.headline} ", fill=LOOKS[finding.tone].tint)
    return paragraph(head + citing.note(finding) + (run(f" {said}") if said else ""), "AnalysisFinding")


class _Citations:
    """The footnotes of the analysis: a clause is given in full once."""

    def __init__(self, sheet: Sheet, words: Mapping[str, str]) -> None:
        self._sheet, self._words = sheet, words
        self._given: set[str] = set()

    def note(self, finding: Finding) -> str:
        """Returns the run that cites the clause of a finding."""
        known = finding.citation in self._given
        self._given.add(finding.citation)
        text = f"{finding.citation}."
        return self._sheet.note(run(text) + ("" if known else self._in_full(finding)))

    def _in_full(self, finding: Finding) -> str:
        """Returns the official text if it was imported, our statement with how far it was checked."""
        official = self._labelled("official_text", finding.official)
        statement = self._labelled("our_statement", finding.statement)
        return official + statement + run(f" {finding.provenance}" if finding.statement and finding.provenance else "")

    def _labelled(self, key: str, text: str) -> str:
        return run(f" {self._words[key]}: ", italic=True) + run(text) if text else ""
