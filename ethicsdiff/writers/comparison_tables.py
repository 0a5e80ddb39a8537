"""The two tables of a comparison, provision by provision and clause by clause, and the list of themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from ethicsdiff.model.report import Answer, ClauseRow, Finding, ProvisionRow, Report, Tone
from ethicsdiff.writers.docx_package import locale
from ethicsdiff.writers.docx_sheet import Sheet
from ethicsdiff.writers.docx_xml import Cell, is_short, link, paragraph, row, run, table
from ethicsdiff.writers.tones import LOOKS

_PROVISION_WIDTHS: Final = (3.2, 6.5, 8.4, 2.4, 6.2)
_CLAUSE_COLUMNS: Final = (("col_clause", 6.9), ("col_statement", 10.3), ("col_state", 2.6), ("col_provisions", 6.9))
_UNANSWERED_COLUMNS: Final = (("col_clause", 6.9), ("col_statement", 17.2), ("col_state", 2.6))
_HEAD_FILL: Final = "E6EBF1"
_ANNEX: Final = "AnnexText"


class Anchors:
    """Bookmark names of provisions and clauses, so that the two tables lead to each other."""

    def __init__(self, report: Report) -> None:
        self._provisions = {line.id: f"p{number}" for number, line in enumerate(report.provisions, 1)}
        rows = (*report.clauses, *report.themes)
        self._clauses = {(line.standard, line.clause): f"c{number}" for number, line in enumerate(rows, 1)}

    def provision(self, identifier: str) -> str:
        """Returns the bookmark of a provision, "" where the report has no such row."""
        return self._provisions.get(identifier, "")

    def clause(self, standard: str, clause: str) -> str:
        """Returns the bookmark of a clause, "" where the report has no such row."""
        return self._clauses.get((standard, clause), "")


def _header(titles: Sequence[str], widths: Sequence[float]) -> str:
    return row(
        [Cell(content=paragraph(run(title), "TableHead"), fill=_HEAD_FILL, middle=True) for title in titles],
        widths,
        header=True,
    )


def add_provisions(sheet: Sheet, report: Report, words: Mapping[str, str], anchors: Anchors) -> None:
    """Adds the annex, in smaller type: the draft provision by provision, one table for each chapter."""
    if not report.provisions:
        return
    sheet.heading(1, words["annex_provisions"])
    titles = [words[key] for key in ("col_provision", "col_text", "col_clause", "col_relation", "col_comment")]
    head = _header(titles, _PROVISION_WIDTHS)
    for chapter, members in groupby(report.provisions, key=lambda line: line.chapter):
        sheet.heading(2, chapter, listed=False)
        rows = [one for line in members for one in _provision_rows(line, sheet, words, anchors)]
        sheet.add(table([head, *rows], _PROVISION_WIDTHS, alt=words["alt_provisions"]), paragraph("", "Gap"))


def _provision_rows(line: ProvisionRow, sheet: Sheet, words: Mapping[str, str], anchors: Anchors) -> list[str]:
    """Returns one row for each finding; the place is repeated, the text stands once beside them all."""
    place = _first_place(line, sheet.mark(anchors.provision(line.id)))
    text = paragraph(run(line.text, language=locale(line.language) if line.language else ""), _ANNEX)
    if not line.findings:
        remark = Cell(content=paragraph(run(line.remark or words["no_clause"], italic=True), _ANNEX), span=3)
        return [row([place, Cell(content=text), remark], _PROVISION_WIDTHS)]
    top = Cell(content=text, merge="restart" if len(line.findings) > 1 else "")
    heads = [(place, top)] + [(_place(line), Cell(merge="continue"))] * (len(line.findings) - 1)
    cells = ([*head, *_finding(finding, words, anchors)] for head, finding in zip(heads, line.findings, strict=True))
    loose = not is_short([Cell(content=text)], [_PROVISION_WIDTHS[1]])
    return [row(one, _PROVISION_WIDTHS, loose=loose) for one in cells]


def _place(line: ProvisionRow, mark: str = "") -> Cell:
    """Returns the provision's path, repeated on each of its rows so that none is nameless after a page break."""
    return Cell(content=paragraph(mark + run(line.place, bold=True), _ANNEX))


def _first_place(line: ProvisionRow, mark: str) -> Cell:
    """Returns the provision's path with its bookmark and its heading."""
    heading = _optional(line.heading, italic=True, style=_ANNEX)
    return Cell(content=_place(line, mark).content + heading)


def _finding(finding: Finding, words: Mapping[str, str], anchors: Anchors) -> list[Cell]:
    """Returns the cells clause, relation and comment."""
    relation = paragraph(run(finding.relation, bold=True), _ANNEX) + paragraph(run(finding.tag), _ANNEX)
    return [
        Cell(content=_clause_words(finding, words, anchors)),
        Cell(content=relation, fill=LOOKS[finding.tone].tint),
        Cell(content=_comment(finding, words)),
    ]


def _clause_words(finding: Finding, words: Mapping[str, str], anchors: Anchors) -> str:
    citation = link(anchors.clause(finding.standard, finding.clause), run(finding.citation, bold=True))
    official = _labelled(words["official_text"], finding.official, _ANNEX)
    statement = _labelled(words["our_statement"], finding.statement, _ANNEX)
    return paragraph(citation, _ANNEX) + _optional(finding.clause_title, italic=True, style=_ANNEX) + official + statement


def _comment(finding: Finding, words: Mapping[str, str]) -> str:
    """Returns the words that speak for a finding and how sure it is; its reason stands in the analysis."""
    evidence = _labelled(words["evidence"], "; ".join(finding.evidence), _ANNEX)
    return evidence + _optional(finding.confidence, style=_ANNEX) or paragraph("", _ANNEX)


def _optional(text: str, *, italic: bool = False, style: str = "TableText") -> str:
    return paragraph(run(text, italic=italic), style) if text else ""


def _labelled(label: str, text: str, style: str = "TableSmall") -> str:
    """Returns a paragraph that opens with its label, nothing where there is no text."""
    return paragraph(run(f"{label}: ", italic=True, color="4A5563") + run(text), style) if text else ""


def add_clauses(sheet: Sheet, report: Report, words: Mapping[str, str], anchors: Anchors) -> None:
    """Adds the standards clause by clause: first the gaps of each, then its other clauses under their groups."""
    if not report.clauses:
        return
    sheet.heading(1, words["annex_clauses"])
    names = {standard.id: standard.name for standard in report.standards}
    for identifier, members in groupby(report.clauses, key=lambda line: line.standard):
        rows = list(members)
        sheet.heading(2, names.get(identifier, identifier), listed=False)
        _add_clause_group(sheet, words["gaps"], [line for line in rows if line.tone is Tone.GAP], words, anchors)
        for group, rest in groupby((line for line in rows if line.tone is not Tone.GAP), key=lambda line: line.group):
            _add_clause_group(sheet, group, list(rest), words, anchors)


def _add_clause_group(
    sheet: Sheet, title: str, lines: Sequence[ClauseRow], words: Mapping[str, str], anchors: Anchors
) -> None:
    """Adds a heading and a table; where no clause of it is answered, the column of provisions is left out."""
    if not lines:
        return
    columns = _CLAUSE_COLUMNS if any(line.answers for line in lines) else _UNANSWERED_COLUMNS
    widths = [width for _, width in columns]
    sheet.heading(3, title)
    rows = [row(_clause(line, sheet, words, anchors)[: len(columns)], widths) for line in lines]
    head = _header([words[key] for key, _ in columns], widths)
    sheet.add(table([head, *rows], widths, alt=words["alt_clauses"]), paragraph("", "Gap"))


def _clause(line: ClauseRow, sheet: Sheet, words: Mapping[str, str], anchors: Anchors) -> list[Cell]:
    """Returns the cells clause, statement, state and provisions."""
    mark = sheet.mark(anchors.clause(line.standard, line.clause))
    answers = "".join(_answer(answer, anchors) for answer in line.answers)
    return [
        Cell(content=paragraph(mark + run(line.citation, bold=True)) + _optional(line.title, italic=True)),
        Cell(content=_statement(line, words) or paragraph("")),
        Cell(content=paragraph(run(line.state, bold=True)), fill=LOOKS[line.tone].tint),
        Cell(content=answers or paragraph(run(words["no_answers"], italic=True), "TableSmall")),
    ]


def _statement(line: ClauseRow, words: Mapping[str, str]) -> str:
    """Returns our statement, the official text where it was imported, and how far the statement was checked."""
    official = _labelled(words["official_text"], line.official)
    return _optional(line.statement) + official + _optional(line.provenance, style="TableSmall")


def _answer(answer: Answer, anchors: Anchors) -> str:
    """Returns one line: tag, place, relation; the tag stands first because Word would break it at its hyphen."""
    tag = run(f"{answer.tag}  ", color="4A5563")
    place = link(anchors.provision(answer.provision), run(answer.place))
    return paragraph(f"{tag}{place}{run('  ')}{run(f' {answer.relation} ', fill=LOOKS[answer.tone].tint)}")


def add_themes(sheet: Sheet, report: Report, anchors: Anchors, title: str) -> None:
    """Adds the themes of standards whose clauses are not counted, one short paragraph each."""
    sheet.heading(1, title)
    for line in report.themes:
        mark = sheet.mark(anchors.clause(line.standard, line.clause))
        sheet.add(paragraph(mark + _theme(line, anchors), "ListBullet"))


def _theme(line: ClauseRow, anchors: Anchors) -> str:
    state = run(f" {line.state} ", fill=LOOKS[line.tone].tint)
    places = run("; ").join(_named_place(answer, anchors) for answer in line.answers)
    head = f"{run(line.title or line.citation, bold=True)}{run(' · ')}{state}"
    return head + (f"{run(' · ')}{places}" if places else "")


def _named_place(answer: Answer, anchors: Anchors) -> str:
    return link(anchors.provision(answer.provision), run(f"{answer.place} ({answer.tag})"))
