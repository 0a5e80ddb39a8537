"""The matrix of a report: clause groups of the standards against the chapters of the draft."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.model.report import MatrixCell, MatrixRow, ProvisionRow, Tone
from ethicsdiff.model.standard import COUNTED, Group, Standard
from ethicsdiff.report.context import Context
from ethicsdiff.report.findings import Placed
from ethicsdiff.report.tones import RELATION_TONES, weakest


def chapters_of(rows: Sequence[ProvisionRow]) -> tuple[str, ...]:
    """Returns the top-level units of the draft in document order, each once."""
    return tuple(dict.fromkeys(row.chapter for row in rows))


def matrix(context: Context, chapters: Sequence[str], placed: Sequence[Placed]) -> tuple[MatrixRow, ...]:
    """Returns a row for each group with counted clauses or with alignments; standards of themes have none."""
    return tuple(
        _row(context, standard, group, chapters, mine)
        for standard in context.standards
        if not standard.themes_only
        for group in standard.groups
        if (mine := _of(context, standard, group, placed)) or _is_counted(standard, group)
    )


def _is_counted(standard: Standard, group: Group) -> bool:
    return any(clause.group == group.id and clause.kind in COUNTED for clause in standard.clauses)


def _of(context: Context, standard: Standard, group: Group, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Returns the findings to clauses of a group."""
    mine = (one for one in placed if one.alignment.standard == standard.id)
    return tuple(one for one in mine if context.clause(standard.id, one.alignment.clause).group == group.id)


def _row(
    context: Context, standard: Standard, group: Group, chapters: Sequence[str], placed: Sequence[Placed]
) -> MatrixRow:
    label = context.words(group.titles)
    by_chapter = {chapter: [one for one in placed if one.chapter == chapter] for chapter in chapters}
    cells = tuple(_cell(context, label, chapter, found) for chapter, found in by_chapter.items())
    return MatrixRow(standard=standard.id, label=label, cells=cells)


def _cell(context: Context, group: str, chapter: str, placed: Sequence[Placed]) -> MatrixCell:
    phrases = context.phrases
    if not placed:
        empty = phrases.say("matrix.empty", group=group, chapter=chapter)
        return MatrixCell(count=0, tone=Tone.NEUTRAL, description=empty)
    worst = weakest(one.relation for one in placed)
    description = phrases.say(
        "matrix.cell",
        group=group,
        chapter=chapter,
        alignments=phrases.count("matrix.alignments", len(placed)),
        relation=phrases.say(f"relation.{worst}"),
    )
    return MatrixCell(count=len(placed), tone=RELATION_TONES[worst], description=description)
