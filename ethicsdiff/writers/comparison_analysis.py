"""The analysis of a comparison: numbered paragraphs, one for each provision that speaks to a clause, chapter by chapter."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from ethicsdiff.model.report import Finding, ProvisionRow, Report
from ethicsdiff.writers.comparison_tables import Anchors
from ethicsdiff.writers.docx_package import locale
from ethicsdiff.writers.docx_sheet import Sheet
from ethicsdiff.writers.docx_xml import link, paragraph, run
from ethicsdiff.writers.tones import LOOKS

_BREAK = "<w:r><w:br/></w:r>"


def add_analysis(sheet: Sheet, report: Report, words: Mapping[str, str], anchors: Anchors) -> None:
    """Adds the paragraphs that recommendations cite; each chapter ends with a marked place for the author's own conclusion."""
    rows = [row for row in report.provisions if row.findings]
    if not rows:
        return
    sheet.heading(1, words["analysis"])
    for chapter, members in groupby(rows, key=lambda row: row.chapter):
        sheet.heading(2, chapter)
        for row in members:
            sheet.add(paragraph(_words(row, anchors), "Analysis"))
        sheet.text(words["author_place"], "AuthorPlace")


def _words(row: ProvisionRow, anchors: Anchors) -> str:
    """Returns number, place and first words of a provision, then each of its findings on a line of its own."""
    place = link(anchors.provision(row.id), run(row.place, bold=True))
    opening = run(f" {row.opening}", italic=True, language=locale(row.language) if row.language else "")
    return run(f"{row.number}.\t") + place + opening + "".join(_BREAK + _finding(finding) for finding in row.findings)


def _finding(finding: Finding) -> str:
    """Returns the relation and the clause in its colour, why, and what to look at."""
    said = " ".join(filter(None, (finding.reason, finding.look_at)))
    return run(f" {finding.headline} ", fill=LOOKS[finding.tone].tint) + run(f" {said}" if said else "")
