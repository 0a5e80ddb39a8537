"""versions.docx: what became of the draft, in tables: changes of modality first, the map, coverage, recommendations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from ethicsdiff.model.report import Figure, Tone
from ethicsdiff.model.versions_view import EffectRow, MapRow, ModalRow, ProposalRow, VersionsView
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.docx_package import new_document, package_bytes, set_properties
from ethicsdiff.writers.docx_sheet import PORTRAIT_WIDTH, Sheet, set_running_lines
from ethicsdiff.writers.docx_xml import Cell, paragraph, row, run, table
from ethicsdiff.writers.tones import LOOKS
from ethicsdiff.writers.tracked_xml import marked

_HEAD_FILL: Final = "E6EBF1"
_MODAL_WIDTHS: Final = (3.6, 3.6, 4.0, 5.8)
_MAP_WIDTHS: Final = (5.2, 5.2, 2.6, 4.0)
_EFFECT_WIDTHS: Final = (5.4, 2.6, 2.6, 2.8, 3.6)
_PROPOSAL_WIDTHS: Final = (4.4, 6.4, 2.6, 3.6)
_TILES: Final = 5
Words = Mapping[str, str]
Row = ModalRow | MapRow | EffectRow | ProposalRow


def write_versions_report(view: VersionsView, target: Path, date: datetime | None = None) -> None:
    """Writes the report on two versions to `target`, whole or not at all; equal input gives equal bytes.

    Args:
        view: what is said, already in words.
        target: the DOCX file to write; an existing one is replaced.
        date: the date for the document's properties.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(versions_report_bytes(view, date), target)


def versions_report_bytes(view: VersionsView, date: datetime | None = None) -> bytes:
    """Returns the report on two versions as the bytes of a DOCX file."""
    document = new_document(view.language)
    words = dict(view.words)
    set_running_lines(document, view.subtitle, words)
    sheet = Sheet(document)
    _add_front(sheet, view, words)
    sheet.close()
    set_properties(document, view.title, view.language, date)
    return package_bytes(document)


def _add_front(sheet: Sheet, view: VersionsView, words: Words) -> None:
    sheet.text(view.title, "Title")
    sheet.text(view.subtitle, "Subtitle")
    sheet.text(view.note, "BoxedNote")
    sheet.contents(words["contents"])
    sheet.heading(1, words["figures"])
    sheet.add(_tiles(view.figures), paragraph("", "Gap"))
    sheet.heading(1, words["modal"])
    modal = [words[key] for key in ("col_place", "col_change", "col_meaning", "col_text")]
    _add_table(sheet, view.modal, modal, _MODAL_WIDTHS, words["no_modal"])
    sheet.heading(1, words["map"])
    _add_table(sheet, view.map, [words[key] for key in ("col_old", "col_new", "col_kind", "col_note")], _MAP_WIDTHS, "")
    _add_standards(sheet, view, words)


def _add_standards(sheet: Sheet, view: VersionsView, words: Words) -> None:
    sheet.heading(1, words["effects"])
    sheet.text(view.effects_note)
    heads = [words[key] for key in ("col_clause", "col_before", "col_after", "col_verdict", "col_places")]
    if view.effects or view.fates:
        _add_table(sheet, view.effects, heads, _EFFECT_WIDTHS, words["no_effects"])
        sheet.heading(1, words["fates"])
        _add_table(sheet, view.fates, [words["col_recommendation"], *heads[1:]], _EFFECT_WIDTHS, words["no_fates"])
    if view.proposals:
        sheet.heading(1, words["proposals"])
        titles = [words[key] for key in ("col_subject", "col_decision", "col_verdict", "col_places")]
        _add_table(sheet, view.proposals, titles, _PROPOSAL_WIDTHS, "")


def _tiles(figures: Sequence[Figure]) -> str:
    """Returns the figures as numbers over their words, five in a row."""
    widths = [PORTRAIT_WIDTH / _TILES] * _TILES
    lines = [figures[start : start + _TILES] for start in range(0, len(figures), _TILES)]
    return table([row([_tile(one) for one in line] + [Cell()] * (_TILES - len(line)), widths) for line in lines], widths, "BarTable")


def _tile(figure: Figure) -> Cell:
    content = paragraph(run(figure.value), "FigureValue") + paragraph(run(figure.label), "TableCentreSmall")
    return Cell(content=content, fill=LOOKS[figure.tone].tint)


def _add_table(
    sheet: Sheet, rows: Sequence[Row], titles: Sequence[str], widths: Sequence[float], nothing: str
) -> None:
    if not rows:
        sheet.text(nothing)
        return
    head = row([Cell(content=paragraph(run(title), "TableHead"), fill=_HEAD_FILL, middle=True) for title in titles], widths, header=True)
    sheet.add(table([head, *(row(_cells(one), widths) for one in rows)], widths), paragraph("", "Gap"))


def _cells(one: Row) -> list[Cell]:
    if isinstance(one, ModalRow):
        text = Cell(content=paragraph(marked(one.pieces), "TableSmall"))
        return [_words(one.place), _words(one.change, bold=True), _toned(one.meaning, one.tone), text]
    if isinstance(one, MapRow):
        bold = one.level == 0
        return [_words(one.old, bold=bold), _words(one.new, bold=bold), _toned(one.kind, one.tone), _words(one.note, style="TableSmall")]
    places = _words(one.places, style="TableSmall")
    if isinstance(one, ProposalRow):
        return [_words(one.subject), _words(one.decision), _toned(one.verdict, one.tone), places]
    return [_words(one.clause), _words(one.before), _words(one.after), _toned(one.verdict, one.tone), places]


def _words(text: str, *, bold: bool = False, style: str = "TableText") -> Cell:
    return Cell(content=paragraph(run(text, bold=bold), style))


def _toned(text: str, tone: Tone) -> Cell:
    return Cell(content=paragraph(run(text)), fill=LOOKS[tone].tint)
