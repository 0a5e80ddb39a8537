"""What stands in the cells of the workbook: the tables of a report as rows, colours always beside their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ethicsdiff.model.report import Answer, ClauseRow, Finding, MatrixCell, ProvisionRow, Report, Tone
from ethicsdiff.writers.xlsx_sheet import Box

CLAUSE_COLUMNS: Final = (
    ("col_clause", 24.0), ("col_subject", 28.0), ("col_state", 18.0), ("col_provisions", 48.0), ("col_statement", 60.0),
    ("standard", 26.0), ("col_group", 26.0), ("official_text", 40.0), ("provenance", 34.0),
)  # fmt: skip
FINDING_COLUMNS: Final = (
    ("col_provision", 28.0), ("col_text", 60.0), ("col_clause", 24.0), ("col_subject", 26.0), ("col_relation", 20.0),
    ("why", 40.0), ("what_to_look_at", 36.0), ("evidence", 30.0), ("col_confidence", 34.0), ("standard", 26.0),
    ("chapter", 26.0), ("tag", 9.0),
)  # fmt: skip
_RELATION_WORDS: Final = {
    Tone.GOOD: "filter_covers",
    Tone.PARTIAL: "filter_partial",
    Tone.WEAK: "filter_weaker",
    Tone.STRICT: "filter_stricter",
    Tone.BAD: "filter_contradicts",
}


def matrix_rows(report: Report, words: Mapping[str, str]) -> list[list[Box]]:
    """Returns a row for each group of clauses: how many proposals each chapter has, and the weakest relation among them."""
    names = _names(report)
    heads = ([Box(value=names.get(row.standard, row.standard)), Box(value=row.label, bold=True)] for row in report.matrix)
    return [[*head, *(_cell(cell, words) for cell in row.cells)] for head, row in zip(heads, report.matrix, strict=True)]


def _names(report: Report) -> dict[str, str]:
    return {standard.id: standard.name for standard in report.standards}


def _cell(cell: MatrixCell, words: Mapping[str, str]) -> Box:
    if not cell.count:
        return Box(value=0, centred=True)
    word = words.get(_RELATION_WORDS.get(cell.tone, ""), "")
    return Box(value=f"{cell.count} · {word}" if word else cell.count, tone=cell.tone, centred=True)


def clause_rows(report: Report, words: Mapping[str, str]) -> list[list[Box]]:
    """Returns a row for each clause, those that nothing answers first, then the others and the themes in their order."""
    names = _names(report)
    gaps_first = sorted(report.clauses, key=lambda line: line.tone is not Tone.GAP)
    return [_clause(line, names, words) for line in (*gaps_first, *report.themes)]


def _clause(line: ClauseRow, names: Mapping[str, str], words: Mapping[str, str]) -> list[Box]:
    answers = "\n".join(map(_answer, line.answers)) or words["no_answers"]
    return [
        Box(value=line.citation, bold=True), Box(value=line.title), Box(value=line.state, tone=line.tone, bold=True),
        Box(value=answers), Box(value=line.statement), Box(value=names.get(line.standard, line.standard)),
        Box(value=line.group), Box(value=line.official), Box(value=line.provenance),
    ]  # fmt: skip


def _answer(answer: Answer) -> str:
    return f"{answer.tag} · {answer.place} · {answer.relation}"


def finding_rows(report: Report, words: Mapping[str, str]) -> list[list[Box]]:
    """Returns a row for each finding with the words of its provision, and one for each provision without any."""
    names = _names(report)
    return [row for line in report.provisions for row in _provision(line, names, words)]


def _provision(line: ProvisionRow, names: Mapping[str, str], words: Mapping[str, str]) -> Iterator[list[Box]]:
    for finding in line.findings:
        yield _finding(line, finding, names)
    if not line.findings:
        yield _unanswered(line, words)


def _unanswered(line: ProvisionRow, words: Mapping[str, str]) -> list[Box]:
    """Returns the row of a provision that answers no clause: its remark stands where others have their reason."""
    said = {"col_provision": line.place, "col_text": line.text, "why": line.remark, "chapter": line.chapter}
    said["col_clause"] = words["no_clause"]
    return [Box(value=said.get(key, ""), bold=key == "col_provision") for key, _ in FINDING_COLUMNS]


def _finding(line: ProvisionRow, finding: Finding, names: Mapping[str, str]) -> list[Box]:
    return [
        Box(value=line.place, bold=True), Box(value=line.text), Box(value=finding.citation, bold=True), Box(value=finding.clause_title),
        Box(value=finding.relation, tone=finding.tone, bold=True), Box(value=finding.reason), Box(value=finding.look_at),
        Box(value="; ".join(finding.evidence)), Box(value=finding.confidence), Box(value=names.get(finding.standard, finding.standard)),
        Box(value=line.chapter), Box(value=finding.tag),
    ]  # fmt: skip


def remark_rows(report: Report, words: Mapping[str, str]) -> list[list[Box]]:
    """Returns what a reader has to know besides the tables, each line with the part of the report it belongs to."""
    parts = (("scope", report.scope), ("notices", report.notices), ("provenance", report.provenance))
    told = [[Box(value=words[key], bold=True), Box(value=line)] for key, lines in parts for line in lines if line.strip()]
    return told + [[Box(value=one.name, bold=True), Box(value=one.remark)] for one in report.standards if one.remark]
