"""The first pages of a comparison: title, note on how it was made, scope, figures with bars, recommendations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from ethicsdiff.model.report import Figure, Recommendation, Report, StandardSummary
from ethicsdiff.writers.amounts import leading_number, shares
from ethicsdiff.writers.docx_sheet import PORTRAIT_WIDTH, Sheet
from ethicsdiff.writers.docx_xml import Cell, paragraph, row, run, table
from ethicsdiff.writers.tones import LOOKS

_TILES_IN_A_ROW: Final = 6
_NAME_WIDTH: Final = 4.4
_NARROWEST_SEGMENT: Final = 0.95
_LETTER_WIDTH: Final = 1.0
_TIE: Final = "\u00a0"


def add_front(sheet: Sheet, report: Report, words: Mapping[str, str]) -> None:
    """Adds the title block, the boxed note, the table of contents and the scope."""
    sheet.text(report.title, "Title")
    sheet.text(report.subtitle, "Subtitle")
    sheet.text(report.draft_name, "DraftName")
    sheet.text(report.machine_note, "BoxedNote")
    sheet.contents(words["contents"])
    if report.scope:
        sheet.heading(1, words["scope"])
    for line in report.scope:
        sheet.text(line)


def add_overview(sheet: Sheet, report: Report, words: Mapping[str, str]) -> None:
    """Adds the figures, the table of figures by standard and a bar for each standard."""
    if not (report.figures or report.standards):
        return
    sheet.heading(1, words["overview"])
    if report.figures:
        sheet.heading(2, words["figures"])
        sheet.add(tiles(report.figures))
    if report.standards:
        sheet.heading(2, words["table_of_figures"])
        sheet.add(*_standard_tables(report.standards, words["standard"]))
        for standard in report.standards:
            sheet.add(*bar(standard))


def tiles(figures: Sequence[Figure]) -> str:
    """Returns the figures as large numbers over their words, six in a row."""
    count = min(len(figures), _TILES_IN_A_ROW)
    widths = [PORTRAIT_WIDTH / count] * count
    lines = [figures[start : start + count] for start in range(0, len(figures), count)]
    return table(
        [row([_tile(figure) for figure in line] + [Cell()] * (count - len(line)), widths) for line in lines],
        widths,
        "BarTable",
    )


def _tile(figure: Figure) -> Cell:
    content = paragraph(run(figure.value), "FigureValue") + paragraph(run(figure.label), "TableCentre")
    return Cell(content=content, fill=LOOKS[figure.tone].tint)


def _standard_tables(standards: Sequence[StandardSummary], title: str) -> list[str]:
    """Returns one table for each run of standards that count the same things."""
    groups = groupby(standards, key=lambda standard: tuple(figure.label for figure in standard.figures))
    tables = [_standard_table(list(members), title) for _, members in groups]
    return [markup for one in tables for markup in (one, paragraph("", "Gap"))]


def _standard_table(standards: Sequence[StandardSummary], title: str) -> str:
    figures = standards[0].figures
    name_width = _NAME_WIDTH if figures else PORTRAIT_WIDTH
    widths = [name_width] + [(PORTRAIT_WIDTH - name_width) / max(len(figures), 1)] * len(figures)
    heads = [Cell(content=_head(figure.label), fill=LOOKS[figure.tone].tint, middle=True) for figure in figures]
    first = Cell(content=paragraph(run(title), "TableHead"), fill="E6EBF1", middle=True)
    rows = [row([first, *heads], widths, header=True)]
    for standard in standards:
        rows.extend(_standard_rows(standard, widths))
    return table(rows, widths)


def _standard_rows(standard: StandardSummary, widths: Sequence[float]) -> list[str]:
    name = Cell(content=paragraph(run(standard.name, bold=True), keep_next=bool(standard.remark)))
    values = [Cell(content=_centred(figure.value), middle=True) for figure in standard.figures]
    remark = Cell(content=paragraph(run(standard.remark, italic=True), "TableSmall"), span=len(widths))
    return [row([name, *values], widths)] + ([row([remark], widths)] if standard.remark else [])


def _head(text: str) -> str:
    return paragraph(run(text, bold=True), "TableCentreSmall", keep_next=True)


def _centred(text: str) -> str:
    return paragraph(run(text), "TableCentre")


def bar(standard: StandardSummary) -> list[str]:
    """Returns a standard's name, a bar of shaded cells as wide as their numbers, and the words for the colours."""
    drawn = [(figure, amount) for figure in standard.figures if (amount := leading_number(figure.value)) > 0]
    if not drawn:
        return []
    widths = shares([amount for _, amount in drawn], PORTRAIT_WIDTH, _NARROWEST_SEGMENT)
    cells = [Cell(content=_segment(figure), fill=LOOKS[figure.tone].solid, middle=True) for figure, _ in drawn]
    legend = run("   ").join(_legend_entry(figure) for figure in standard.figures)
    return [
        paragraph(run(standard.name), "BarName"),
        table([row(cells, widths)], widths, "BarTable"),
        paragraph(legend, "BarLegend"),
    ]


def _segment(figure: Figure) -> str:
    return paragraph(run(figure.value, bold=True), "TableCentre", keep_next=True)


def _legend_entry(figure: Figure) -> str:
    """Returns a coloured mark, the word and the number, tied by no-break spaces."""
    look = LOOKS[figure.tone]
    mark = run(f"{_TIE}{look.mark}{_TIE}", fill=look.solid)
    return f"{mark}{run(f'{_TIE}{figure.label}{_TIE}')}{run(figure.value, bold=True)}"


def add_recommendations(sheet: Sheet, report: Report, words: Mapping[str, str]) -> None:
    """Adds the lettered points, each with what it refers to."""
    if not report.recommendations:
        return
    sheet.heading(1, words["recommendations"])
    widths = [_LETTER_WIDTH, PORTRAIT_WIDTH - _LETTER_WIDTH]
    sheet.add(table([row(_recommendation(point), widths) for point in report.recommendations], widths))


def _recommendation(point: Recommendation) -> list[Cell]:
    letter = Cell(content=paragraph(run(point.letter, bold=True), "TableCentre"), fill=LOOKS[point.tone].tint)
    refers = " ".join(f"[{part}]" for part in (point.paragraphs, point.refers_to) if part)
    return [letter, Cell(content=paragraph(run(point.text), "PointText") + (paragraph(run(refers), "TableSmall") if refers else ""))]
