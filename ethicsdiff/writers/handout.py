"""Two pages to hand round at a table: figures and bars, the gaps by part of each standard, ten points to discuss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Final

from ethicsdiff.model.report import ClauseRow, Recommendation, Report, StandardSummary, Tone
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.comparison_overview import bar, tiles
from ethicsdiff.writers.docx_package import new_document, package_bytes, set_properties
from ethicsdiff.writers.docx_sheet import PORTRAIT_WIDTH, Sheet, set_running_lines
from ethicsdiff.writers.docx_xml import Cell, page_break, paragraph, row, run, table
from ethicsdiff.writers.handout_room import Room, lines_of, roomy_height, shortened
from ethicsdiff.writers.tones import LOOKS
from ethicsdiff.writers.words import words_of

POINTS: Final = 10
_GAP_WIDTHS: Final = (5.6, 1.6, 9.8)
_POINT_WIDTHS: Final = (1.0, 11.8, 4.2)
_HEAD_FILL: Final = "E6EBF1"
_HEADING_LINES: Final = 3
_BAR_LINES: Final = 5.5
_Gap = tuple[str, str, list[str]]


def write_handout(report: Report, target: Path, date: datetime | None = None) -> None:
    """Writes the handout of a report to `target`, whole or not at all; equal input gives equal bytes.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(handout_bytes(report, date), target)


def handout_bytes(report: Report, date: datetime | None = None) -> bytes:
    """Returns the handout as the bytes of a DOCX file."""
    document = new_document(report.language)
    words = words_of(report)
    set_running_lines(document, report.draft_name or report.title, words)
    sheet = Sheet(document)
    room = Room()
    checked = _checked(report)
    room.take(sum(lines_of(line, PORTRAIT_WIDTH) for line in checked))
    _add_front(sheet, report, words, room)
    _add_gaps(sheet, report, words, room)
    _add_points(sheet, report, words, room)
    for line in checked:
        sheet.text(line, "TableSmall")
    sheet.close()
    set_properties(document, words["handout"], report.language, date)
    return package_bytes(document)


def _add_front(sheet: Sheet, report: Report, words: Mapping[str, str], room: Room) -> None:
    """Adds title, draft, note and the bar of each standard."""
    sheet.text(words["handout"], "Heading1")
    subtitle = shortened(report.subtitle, PORTRAIT_WIDTH, 3)
    sheet.text(subtitle, "TableText")
    sheet.text(report.machine_note, "TableSmall")
    room.take(_HEADING_LINES + lines_of(subtitle, PORTRAIT_WIDTH) + lines_of(report.machine_note, PORTRAIT_WIDTH) + 1)
    if report.figures:
        sheet.add(tiles(report.figures))
        room.take(5)
    for standard in report.standards:
        _add_standard(sheet, standard, room)


def _add_standard(sheet: Sheet, standard: StandardSummary, room: Room) -> None:
    drawn = bar(standard)
    sheet.add(*drawn)
    room.take(_BAR_LINES if drawn else 0)
    if standard.remark:
        line = shortened(f"{standard.name}. {standard.remark}", PORTRAIT_WIDTH, 3)
        sheet.text(line, "TableSmall")
        room.take(lines_of(line, PORTRAIT_WIDTH))


def _add_gaps(sheet: Sheet, report: Report, words: Mapping[str, str], room: Room) -> None:
    """Adds how many clauses of each part nothing answers, and which; their titles as far as there is room."""
    gaps = _gaps(report)
    if not gaps:
        return
    sheet.heading(2, words["handout_gaps"])
    room.take(_HEADING_LINES)
    needed = sum(lines_of(point.text, _POINT_WIDTHS[1]) + 1 for point in report.recommendations[:POINTS])
    full = [_gap_texts(gap, short=False) for gap in gaps]
    brief = [_gap_texts(gap, short=True) for gap in gaps]
    chosen = full if _height(full) + needed + 2 * _HEADING_LINES <= room.left() else brief
    sheet.add(table([_gap_row(one) for one in chosen], _GAP_WIDTHS), paragraph("", "Gap"))
    room.take(_height(chosen) + 1)


def _gaps(report: Report) -> list[_Gap]:
    """Returns each part of a standard with gaps: its name, gaps of all its clauses, and the clauses."""
    names = {standard.id: standard.name for standard in report.standards}
    found = []
    for (standard, group), members in groupby(report.clauses, key=lambda line: (line.standard, line.group)):
        lines = list(members)
        missing = [line for line in lines if line.tone is Tone.GAP]
        if missing:
            name = f"{names.get(standard, standard)}: {group}" if group else names.get(standard, standard)
            found.append((name, f"{len(missing)} / {len(lines)}", [_clause(line) for line in missing]))
    return found


def _clause(line: ClauseRow) -> str:
    return f"{line.clause} ({line.title})" if line.title else line.clause


def _gap_texts(gap: _Gap, *, short: bool) -> tuple[str, str, str]:
    name, count, clauses = gap
    return name, count, ", ".join(one.partition(" (")[0] for one in clauses) if short else "; ".join(clauses)


def _height(rows: Sequence[tuple[str, str, str]]) -> float:
    return sum(max(lines_of(text, width) for text, width in zip(one, _GAP_WIDTHS, strict=True)) + 0.4 for one in rows)


def _gap_row(texts: tuple[str, str, str]) -> str:
    name, count, clauses = texts
    cells = [
        Cell(content=paragraph(run(name, bold=True), "TableSmall")),
        Cell(content=paragraph(run(count), "TableCentreSmall"), fill=LOOKS[Tone.GAP].tint),
        Cell(content=paragraph(run(clauses), "TableSmall")),
    ]
    return row(cells, _GAP_WIDTHS)


def _add_points(sheet: Sheet, report: Report, words: Mapping[str, str], room: Room) -> None:
    """Adds the first ten points, gravest first, each beside an empty column to write in."""
    points = report.recommendations[:POINTS]
    if not points:
        return
    height = roomy_height([point.text for point in points], _POINT_WIDTHS[1])
    if height:
        sheet.add(page_break())
    sheet.heading(2, words["handout_points"])
    room.take(2 * _HEADING_LINES + 1)
    texts = [point.text for point in points] if height else room.fitted([point.text for point in points], _POINT_WIDTHS[1])
    rows = [row(_point(point, text), _POINT_WIDTHS, height=height) for point, text in zip(points, texts, strict=True)]
    sheet.add(table([_points_head(words), *rows], _POINT_WIDTHS))
    more = report.recommendations[POINTS:]
    if more:
        letters = more[0].letter if len(more) == 1 else f"{more[0].letter}–{more[-1].letter}"
        sheet.text(f"{letters}: {words['handout_more']}.", "TableSmall")


def _checked(report: Report) -> list[str]:
    """Returns one line for each standard: how far its statements were checked."""
    names = tuple(standard.name for standard in report.standards)
    return [shortened(line, PORTRAIT_WIDTH, 3) for line in report.provenance if line.startswith(names)]


def _points_head(words: Mapping[str, str]) -> str:
    titles = ("", words["recommendations"], words["handout_notes"])
    cells = [Cell(content=paragraph(run(title), "TableHead"), fill=_HEAD_FILL) for title in titles]
    return row(cells, _POINT_WIDTHS, header=True)


def _point(point: Recommendation, text: str) -> list[Cell]:
    letter = Cell(content=paragraph(run(point.letter, bold=True), "TableCentre"), fill=LOOKS[point.tone].tint)
    return [letter, Cell(content=paragraph(run(text))), Cell()]
