"""What the template of the coverage page needs beside the report: anchors, bars, groups, marked words. Layout only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ethicsdiff.model.report import ClauseRow, Figure, Finding, MatrixRow, ProvisionRow, Report, StandardSummary, Tone
from ethicsdiff.writers.amounts import leading_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a provision's text; `marked` where a finding rests on these words."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One part of a bar: left edge, middle and width in percent of the bar; `wide` if its number fits."""

    figure: Figure
    left: str
    middle: str
    width: str
    wide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardView:
    """A standard with its bar, its clauses by group, its gaps and the rows of the matrix."""

    summary: StandardSummary
    anchor: str
    bar: tuple[Segment, ...]
    groups: tuple[tuple[str, tuple[ClauseRow, ...]], ...]
    gaps: tuple[ClauseRow, ...]
    matrix: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionView:
    """A provision with its id in the page and its text cut at the words its findings rest on."""

    row: ProvisionRow
    anchor: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterView:
    """A chapter of the draft with its provisions."""

    title: str
    anchor: str
    provisions: tuple[ProvisionView, ...]


class Anchors:
    """Ids of provisions and clauses, unique in the page and fit for an address."""

    def __init__(self, report: Report) -> None:
        taken: set[str] = set()
        rows = (*report.clauses, *report.themes)
        self.in_order = [_unique(f"p-{line.id}", taken) for line in report.provisions]
        self._provisions = dict(
            zip((line.id for line in reversed(report.provisions)), reversed(self.in_order), strict=True)
        )
        self._clauses = {
            (line.standard, line.clause): _unique(f"c-{line.standard}-{line.clause}", taken) for line in rows
        }

    def provision(self, identifier: str) -> str:
        """Returns the id of a provision's article, "" where the report has no such row."""
        return self._provisions.get(identifier, "")

    def clause(self, standard: str, clause: str) -> str:
        """Returns the id of a clause's row, "" where the report has no such row."""
        return self._clauses.get((standard, clause), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All the template needs beside the report."""

    anchors: Anchors
    standards: tuple[StandardView, ...]
    chapters: tuple[ChapterView, ...]
    legend: tuple[tuple[Tone, str], ...]
    gaps: int


def view_of(report: Report) -> View:
    """Returns the view of a report."""
    standards = tuple(_standard(summary, number, report) for number, summary in enumerate(_summaries(report), 1))
    anchors = Anchors(report)
    return View(
        anchors=anchors,
        standards=standards,
        chapters=_chapters(report.provisions, anchors),
        legend=_legend(report),
        gaps=sum(len(standard.gaps) for standard in standards),
    )


def _summaries(report: Report) -> list[StandardSummary]:
    """Returns the standards of the overview and, after them, any that only the clauses or the matrix name."""
    known = {standard.id: standard for standard in report.standards}
    for identifier in (*(row.standard for row in report.clauses), *(row.standard for row in report.matrix)):
        known.setdefault(identifier, StandardSummary(id=identifier, name=identifier, figures=()))
    return list(known.values())


def _standard(summary: StandardSummary, number: int, report: Report) -> StandardView:
    clauses = [line for line in report.clauses if line.standard == summary.id]
    return StandardView(
        summary=summary,
        anchor=f"s{number}",
        bar=bar_segments(summary.figures),
        groups=tuple((group, tuple(lines)) for group, lines in groupby(clauses, key=lambda line: line.group)),
        gaps=tuple(line for line in clauses if line.tone is Tone.GAP),
        matrix=tuple(line for line in report.matrix if line.standard == summary.id),
    )


def _chapters(provisions: Sequence[ProvisionRow], anchors: Anchors) -> tuple[ChapterView, ...]:
    views = (_provision(row, anchor) for row, anchor in zip(provisions, anchors.in_order, strict=True))
    grouped = groupby(views, key=lambda view: view.row.chapter)
    return tuple(
        ChapterView(title=title, anchor=f"ch{number}", provisions=tuple(members))
        for number, (title, members) in enumerate(grouped, 1)
    )


def _provision(row: ProvisionRow, anchor: str) -> ProvisionView:
    evidence = (words for finding in row.findings for words in finding.evidence)
    return ProvisionView(row=row, anchor=anchor, pieces=tuple(marked_pieces(row.text, evidence)))


def _legend(report: Report) -> tuple[tuple[Tone, str], ...]:
    """Returns the words used for each tone, in the order of tones, each pair once."""
    findings: Iterable[Finding] = (finding for line in report.provisions for finding in line.findings)
    words = {(finding.tone, finding.relation): None for finding in findings}
    words |= {(line.tone, line.state): None for line in (*report.clauses, *report.themes)}
    order = list(Tone)
    return tuple(sorted(words, key=lambda pair: order.index(pair[0])))


def bar_segments(figures: Sequence[Figure]) -> tuple[Segment, ...]:
    """Returns the parts of a bar for the figures above zero; their widths add up to 100 percent."""
    drawn = [(figure, amount) for figure in figures if (amount := leading_number(figure.value)) > 0]
    total = sum(amount for _, amount in drawn)
    segments, start = [], 0
    for figure, amount in drawn:
        left, width = 100 * start / total, 100 * amount / total
        segments.append(
            Segment(
                figure=figure,
                left=f"{left:.2f}%",
                middle=f"{left + width / 2:.2f}%",
                width=f"{width:.2f}%",
                wide=width >= 4,
            )
        )
        start += amount
    return tuple(segments)


def marked_pieces(text: str, evidence: Iterable[str]) -> list[Piece]:
    """Returns text cut into pieces, with the first place of each stretch of evidence marked where it is found."""
    flags = bytearray(len(text))
    for words in evidence:
        if words and (start := text.find(words)) >= 0:
            flags[start : start + len(words)] = b"\1" * len(words)
    runs = [(bool(flag), len(list(same))) for flag, same in groupby(flags)]
    pieces, start = [], 0
    for marked, length in runs:
        pieces.append(Piece(text=text[start : start + length], marked=marked))
        start += length
    return pieces


def _unique(wish: str, taken: set[str]) -> str:
    """Returns an id of letters, digits, dots and hyphens that is not taken yet, and takes it."""
    base = re.sub(r"[^A-Za-z0-9.-]+", "-", wish)
    name = base
    number = 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    return name
