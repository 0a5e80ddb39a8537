"""parallel.docx: two language texts side by side across A4, with a Word comment on every divergence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn

from ethicsdiff.model.document import Span
from ethicsdiff.model.report import Figure
from ethicsdiff.model.versions_view import ParallelRow, ParallelView, Remark
from ethicsdiff.ooxml.comments import Remark as Comment
from ethicsdiff.ooxml.comments import Signature, Words, annotated
from ethicsdiff.ooxml.package import open_package, write_package
from ethicsdiff.ooxml.walk import paragraph_elements
from ethicsdiff.writers.docx_package import locale, new_document, package_bytes, set_properties
from ethicsdiff.writers.docx_sheet import LANDSCAPE_WIDTH, Sheet, set_running_lines
from ethicsdiff.writers.docx_xml import Cell, paragraph, row, run, table
from ethicsdiff.writers.lying_page import lying_sheet
from ethicsdiff.writers.tones import LOOKS

_HEAD_FILL: Final = "E6EBF1"
_WIDTHS: Final = (1.5, 12.6, 12.6)
_LIST_WIDTHS: Final = (1.5, 3.6, 6.6, 15.0)
_MARK: Final = "divergence"
Labels = Mapping[str, str]


def write_parallel_docx(
    view: ParallelView, target: Path, *, author: str = "ethicsdiff", initials: str = "ED", date: datetime | None = None
) -> None:
    """Writes the two texts side by side to `target`, whole or not at all; equal input with the same date gives equal bytes.

    Args:
        view: what is said, already in words.
        target: the DOCX file to write; an existing one is replaced.
        author: the name the comments are signed with.
        initials: the short form of the name.
        date: the date of the comments, now if None.

    Raises:
        OutputError: the file cannot be written.
    """
    document = _document(view, date)
    package = open_package(package_bytes(document), file=target.name)
    comments = list(_comments(view, _places(document)))
    stamp = (date or datetime.now()).replace(tzinfo=None, microsecond=0).isoformat() + "Z"
    result = annotated(package, comments, Signature(author=author, initials=initials, date=stamp), run=_run_id(view))
    write_package(package.data, result.replaced, result.added, target)


def _document(view: ParallelView, date: datetime | None) -> Document:
    document = new_document(view.language)
    words = dict(view.words)
    set_running_lines(document, view.subtitle, words)
    sheet = lying_sheet(document)
    sheet.text(view.title, "Title")
    sheet.text(view.subtitle, "Subtitle")
    sheet.text(f"{view.note} {view.means}", "BoxedNote")
    sheet.add(_tiles(view.figures), paragraph("", "Gap"))
    sheet.heading(1, words["divergences"])
    _add_list(sheet, view, words)
    sheet.heading(1, words["pairs"])
    _add_pairs(sheet, view, words)
    sheet.close()
    set_properties(document, view.title, view.language, date)
    return document


def _tiles(figures: Sequence[Figure]) -> str:
    widths = [LANDSCAPE_WIDTH / max(len(figures), 1)] * len(figures)
    cells = [
        Cell(content=paragraph(run(one.value), "FigureValue") + paragraph(run(one.label), "TableCentreSmall"), fill=LOOKS[one.tone].tint)
        for one in figures
    ]
    return table([row(cells, widths)], widths, "BarTable")


def _head(titles: Sequence[str], widths: Sequence[float]) -> str:
    return row([Cell(content=paragraph(run(title), "TableHead"), fill=_HEAD_FILL, middle=True) for title in titles], widths, header=True)


def _add_list(sheet: Sheet, view: ParallelView, words: Labels) -> None:
    rows = [row(_listed(one, remark), _LIST_WIDTHS) for one in view.rows for remark in one.remarks]
    if not rows:
        sheet.text(words["no_divergences"])
        return
    head = _head([words[key] for key in ("number", "kind", "place", "remark")], _LIST_WIDTHS)
    sheet.add(table([head, *rows], _LIST_WIDTHS), paragraph("", "Gap"))


def _listed(one: ParallelRow, remark: Remark) -> list[Cell]:
    return [
        Cell(content=paragraph(run(str(remark.number)), "TableCentre")),
        Cell(content=paragraph(run(remark.kind)), fill=LOOKS[remark.tone].tint),
        Cell(content=paragraph(run(one.place))),
        Cell(content=paragraph(run(remark.text))),
    ]


def _add_pairs(sheet: Sheet, view: ParallelView, words: Labels) -> None:
    rows = [_head([words["number"], view.left_name, view.right_name], _WIDTHS)]
    for number, one in enumerate(view.rows):
        numbers = ", ".join(str(remark.number) for remark in one.remarks)
        fill = LOOKS[one.tone].tint if one.remarks else ""
        mark = sheet.mark(f"{_MARK}{number}") if one.remarks else ""
        sides = ((one.left_place, one.left_heading, one.left), (one.right_place, one.right_heading, one.right))
        first = 0 if one.left or one.left_heading or one.left_place else 1
        cells = [
            Cell(content=_text(*side, words["absent"], locale(view.languages[n]), mark if n == first else "", level=one.level), fill=fill)
            for n, side in enumerate(sides)
        ]
        rows.append(row([Cell(content=paragraph(run(numbers, bold=True), "TableCentre"), fill=fill), *cells], _WIDTHS))
    sheet.add(table(rows, _WIDTHS))


def _text(place: str, heading: str, text: str, absent: str, language: str, mark: str, *, level: int) -> str:
    """Returns the paragraphs of a cell: the place, the heading, the words; the mark of a comment stands with the last of them."""
    if not (place or heading or text):
        return paragraph(mark + run(absent, italic=True))
    shown = heading.casefold() != place.casefold()
    title = ". ".join(filter(None, (place, heading if shown else "")))
    if not text:
        return paragraph(mark + run(title, bold=level < 2))
    head = paragraph(run(title, bold=level < 2), "TableText" if level < 2 else "TableSmall")
    return head + paragraph(mark + run(text, language=language))


def _places(document: Document) -> dict[str, int]:
    """Returns the ordinal of the paragraph that each bookmark stands in."""
    found = {}
    for number, element in enumerate(paragraph_elements(document.element)):
        for bookmark in element.iter(qn("w:bookmarkStart")):
            found[str(bookmark.get(qn("w:name")))] = number
    return found


def _comments(view: ParallelView, places: Mapping[str, int]) -> Iterator[Comment]:
    for number, one in enumerate(view.rows):
        if one.remarks:
            span = Span(block=places[f"{_MARK}{number}"], start=0, end=0)
            paragraphs = tuple(line for remark in one.remarks for line in _lines(remark))
            yield Comment(number=one.remarks[0].number, spans=(span,), paragraphs=paragraphs)


def _lines(remark: Remark) -> Iterator[tuple[Words, ...]]:
    yield (Words(f"[ED-{remark.number}] {remark.kind}", bold=True),)
    yield (Words(remark.text),)


def _run_id(view: ParallelView) -> str:
    told = [(remark.number, remark.text) for one in view.rows for remark in one.remarks]
    return f"p1:{hashlib.sha256(repr((view.subtitle, told)).encode('utf-8', 'replace')).hexdigest()[:16]}"
