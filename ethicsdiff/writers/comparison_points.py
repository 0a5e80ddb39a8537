"""Recommendations of a comparison: the key ones as a list of the summary, the others in boxes after what they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ethicsdiff.model.report import ClauseRow, Recommendation, Report, Tone
from ethicsdiff.writers.comparison_tables import Anchors
from ethicsdiff.writers.docx_sheet import PORTRAIT_WIDTH, Sheet
from ethicsdiff.writers.docx_xml import Cell, link, paragraph, row, run, table
from ethicsdiff.writers.tones import LOOKS

_LETTER_WIDTH: Final = 1.1
_BOX_FILL: Final = "E6EBF1"
_GAP_WIDTHS: Final = (4.6, 12.4)


def points_table(points: Sequence[Recommendation], words: Mapping[str, str]) -> str:
    """Returns the lettered points, each with the paragraphs it rests on and what it refers to; "" without any."""
    widths = [_LETTER_WIDTH, PORTRAIT_WIDTH - _LETTER_WIDTH]
    return table([row(_point(point), widths) for point in points], widths, alt=words["alt_recommendations"]) if points else ""


def _point(point: Recommendation) -> list[Cell]:
    letter = Cell(content=paragraph(run(f"{point.letter}.", bold=True), "TableCentre"), fill=LOOKS[point.tone].tint)
    refers = " ".join(f"[{part}]" for part in (point.paragraphs, point.refers_to) if part)
    return [letter, Cell(content=paragraph(run(point.text), "PointText") + (paragraph(run(refers), "TableSmall") if refers else ""))]


def recommendation_box(points: Sequence[Recommendation], words: Mapping[str, str]) -> tuple[str, ...]:
    """Returns a box with the points graded by the verb each uses; nothing where there are none."""
    if not points:
        return ()
    widths = [_LETTER_WIDTH, PORTRAIT_WIDTH - _LETTER_WIDTH]
    head = Cell(content=paragraph(run(words["recommendation_box"]), "BoxHead"), fill=_BOX_FILL, span=2)
    rows = [row([head], widths), *(row(_graded(point), widths) for point in points)]
    return table(rows, widths, alt=words["alt_recommendations"]), paragraph("", "Gap")


def _graded(point: Recommendation) -> list[Cell]:
    letter = Cell(content=paragraph(run(f"{point.letter}.", bold=True), "TableCentre"), fill=LOOKS[point.tone].tint)
    grade = run(f" {LOOKS[point.tone].mark} {point.grade} ", bold=True, fill=LOOKS[point.tone].tint) + run(" ") if point.grade else ""
    cited = run(f" [{point.paragraphs}]") if point.paragraphs else ""
    return [letter, Cell(content=paragraph(grade + run(point.text) + cited, "PointText"))]


def add_gaps(sheet: Sheet, report: Report, words: Mapping[str, str], anchors: Anchors, title: str) -> None:
    """Adds the clauses that nothing answers, by part of each standard, and the recommendations on them."""
    gaps = [line for line in report.clauses if line.tone is Tone.GAP]
    if not gaps:
        return
    sheet.heading(1, title)
    names = {standard.id: standard.name for standard in report.standards}
    groups = dict.fromkeys((line.standard, line.group) for line in gaps)
    rows = [row(_gap_cells(names, gaps, key, anchors), _GAP_WIDTHS) for key in groups]
    sheet.add(table(rows, _GAP_WIDTHS, alt=title), paragraph("", "Gap"))
    sheet.add(*recommendation_box([point for point in report.recommendations if point.tone is Tone.GAP], words))
    sheet.text(words["author_place"], "AuthorPlace")


def _gap_cells(names: Mapping[str, str], gaps: Sequence[ClauseRow], key: tuple[str, str], anchors: Anchors) -> list[Cell]:
    standard, group = key
    lines = [line for line in gaps if (line.standard, line.group) == key]
    name = paragraph(run(names.get(standard, standard), bold=True)) + (paragraph(run(group), "TableSmall") if group else "")
    clauses = "".join(_gap(line, anchors) for line in lines)
    return [Cell(content=name, fill=LOOKS[Tone.GAP].tint), Cell(content=clauses)]


def _gap(line: ClauseRow, anchors: Anchors) -> str:
    citation = link(anchors.clause(line.standard, line.clause), run(line.citation, bold=True))
    return paragraph(citation + run(f" · {line.title}" if line.title else ""))
