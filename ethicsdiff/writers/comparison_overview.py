"""The first pages of a comparison: title block, summary with key recommendations, contents, introduction, scope, figures with bars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, groupby
from typing import Final

from ethicsdiff.model.report import Figure, Report, StandardSummary
from ethicsdiff.writers.amounts import leading_number, shares
from ethicsdiff.writers.comparison_points import points_table
from ethicsdiff.writers.docx_sheet import PORTRAIT_WIDTH, Sheet
from ethicsdiff.writers.docx_xml import Cell, paragraph, row, run, table
from ethicsdiff.writers.tones import LOOKS

_TILES_IN_A_ROW: Final = 6
_NAME_WIDTH: Final = 4.4
_NARROWEST_SEGMENT: Final = 0.95
_TIE: Final = "\u00a0"
_TO_FILL: Final = "FFF3C9"


def add_front(sheet: Sheet, report: Report, words: Mapping[str, str]) -> None:
    """Adds the title block with its places for the author, the boxed note, the summary and the contents."""
    sheet.add(_title_lines(report, words))
    sheet.text(report.title, "Title")
    sheet.text(report.subtitle, "Subtitle")
    sheet.text(report.draft_name, "DraftName")
    sheet.text(report.machine_note, "BoxedNote")
    _add_summary(sheet, report, words)
    sheet.contents(words["contents"])


def _title_lines(report: Report, words: Mapping[str, str]) -> str:
    """Returns place, date, number and names, each as a marked place unless it is known."""
    date = run(report.dated) if report.dated else place_to_fill(words["front_date"])
    place = paragraph(place_to_fill(words["front_place"]) + run(", ") + date, "TitleLine")
    return place + "".join(paragraph(place_to_fill(words[key]), "TitleLine") for key in ("front_number", "front_experts"))


def place_to_fill(text: str) -> str:
    """Returns a run that the author is to replace, marked so that it is not overlooked."""
    return run(text, italic=True, fill=_TO_FILL)


def _add_summary(sheet: Sheet, report: Report, words: Mapping[str, str]) -> None:
    """Adds what was found in a few sentences, a place for the experts' own conclusion, and the key recommendations."""
    points = [point for point in report.recommendations if point.key]
    if not (report.summary or points):
        return
    sheet.heading(1, words["summary"])
    further = report.summary[-1:] if len(points) < len(report.recommendations) else ()
    for line in report.summary[: len(report.summary) - len(further)]:
        sheet.text(line)
    sheet.text(words["conclusion_place"], "AuthorPlace")
    if points:
        sheet.heading(2, words["key_recommendations"], listed=False)
        sheet.add(points_table(points, words), paragraph("", "Gap"))
    for line in further:
        sheet.text(line)


def add_opening(sheet: Sheet, report: Report, words: Mapping[str, str], titles: Iterator[str]) -> None:
    """Adds the introduction and the scope, whose paragraphs are numbered through; `titles` numbers the headings."""
    numbers = count(1)
    for key, lines in (("introduction", report.introduction), ("scope", report.scope)):
        if lines:
            sheet.heading(1, f"{next(titles)} {words[key]}")
        for line in lines:
            is_place = line == words["request_place"]
            sheet.add(paragraph(run(f"{next(numbers)}.\t") + (place_to_fill(line) if is_place else run(line)), "Analysis"))


def add_overview(sheet: Sheet, report: Report, words: Mapping[str, str], titles: Iterator[str]) -> None:
    """Adds the figures, the table of figures by standard and a bar for each standard."""
    if not (report.figures or report.standards):
        return
    sheet.heading(1, f"{next(titles)} {words['overview']}")
    if report.figures:
        sheet.heading(2, words["figures"], listed=False)
        sheet.add(tiles(report.figures))
    if report.standards:
        sheet.heading(2, words["table_of_figures"], listed=False)
        sheet.add(*_standard_tables(report.standards, words))
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
        alt="; ".join(f"{figure.label}: {figure.value}" for figure in figures),
    )


def _tile(figure: Figure) -> Cell:
    content = paragraph(run(figure.value), "FigureValue") + paragraph(run(figure.label), "TableCentre")
    return Cell(content=content, fill=LOOKS[figure.tone].tint)


def _standard_tables(standards: Sequence[StandardSummary], words: Mapping[str, str]) -> list[str]:
    """Returns one table for each run of standards that count the same things."""
    groups = groupby(standards, key=lambda standard: tuple(figure.label for figure in standard.figures))
    tables = [_standard_table(list(members), words) for _, members in groups]
    return [markup for one in tables for markup in (one, paragraph("", "Gap"))]


def _standard_table(standards: Sequence[StandardSummary], words: Mapping[str, str]) -> str:
    figures = standards[0].figures
    name_width = _NAME_WIDTH if figures else PORTRAIT_WIDTH
    widths = [name_width] + [(PORTRAIT_WIDTH - name_width) / max(len(figures), 1)] * len(figures)
    heads = [Cell(content=_head(figure.label), fill=LOOKS[figure.tone].tint, middle=True) for figure in figures]
    first = Cell(content=paragraph(run(words["standard"]), "TableHead"), fill="E6EBF1", middle=True)
    rows = [row([first, *heads], widths, header=True)]
    for standard in standards:
        rows.extend(_standard_rows(standard, widths))
    return table(rows, widths, alt=words["alt_overview"])


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
    figures = "; ".join(f"{figure.label}: {figure.value}" for figure in standard.figures)
    legend = run("   ").join(_legend_entry(figure) for figure in standard.figures)
    return [
        paragraph(run(standard.name), "BarName"),
        table([row(cells, widths)], widths, "BarTable", alt=f"{standard.name}: {figures}"),
        paragraph(legend, "BarLegend"),
    ]


def _segment(figure: Figure) -> str:
    return paragraph(run(figure.value, bold=True), "TableCentre", keep_next=True)


def _legend_entry(figure: Figure) -> str:
    """Returns a coloured mark, the word and the number, tied by no-break spaces."""
    look = LOOKS[figure.tone]
    mark = run(f"{_TIE}{look.mark}{_TIE}", fill=look.solid)
    return f"{mark}{run(f'{_TIE}{figure.label}{_TIE}')}{run(figure.value, bold=True)}"
