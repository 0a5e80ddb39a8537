"""The two tables of a report: provisions with their findings, clauses with the provisions that answer them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from ethicsdiff.model.document import Provision
from ethicsdiff.model.report import Answer, ClauseRow, Finding, ProvisionRow, Tone
from ethicsdiff.model.review import Alignment, Standing
from ethicsdiff.model.standard import Clause, ClauseKind, Standard
from ethicsdiff.report.context import Context, is_official_itself
from ethicsdiff.report.decisions import notes_on
from ethicsdiff.report.findings import Placed, make_finding, origin_of
from ethicsdiff.report.places import chapter_of, place_of
from ethicsdiff.report.tones import STATE_TONES

_TAG = "ED-{number}"


def provision_rows(context: Context) -> tuple[ProvisionRow, ...]:
    """Returns a row for every provision with words of its own or with findings, in document order."""
    alignments = _by_provision(context)
    numbers = count(1)
    return tuple(
        _row(context, provision, alignments.get(provision.id, ()), numbers)
        for provision in context.draft.provisions
        if provision.id in alignments or says_something(context, provision) or notes_on(context, provision, ())
    )


def says_something(context: Context, provision: Provision) -> bool:
    """Returns whether a provision has text that is more than the lead-in of a list."""
    text = provision.text.strip()
    return bool(text) and not (provision.id in context.children and text.endswith(":"))


def _by_provision(context: Context) -> dict[str, list[Alignment]]:
    """Returns the alignments of each provision, those that people decided on first, then the most probable."""
    found: dict[str, list[Alignment]] = {}
    for alignment in sorted(context.placed(), key=lambda a: (a.standing == Standing.PROPOSED, -a.candidate.probability)):
        found.setdefault(alignment.provision, []).append(alignment)
    return found


def _row(
    context: Context, provision: Provision, alignments: Sequence[Alignment], numbers: Iterator[int]
) -> ProvisionRow:
    notes = notes_on(context, provision, alignments)
    findings = _noted([make_finding(context, one, _TAG.format(number=next(numbers))) for one in alignments], notes)
    return ProvisionRow(
        id=provision.id,
        place=place_of(context, provision),
        chapter=chapter_of(context, provision),
        label=provision.label,
        heading=provision.heading,
        text=provision.text,
        spans=provision.spans,
        findings=findings,
        remark="" if findings else " ".join(filter(None, (context.phrases.say("row.additional"), notes))),
        language="" if provision.language == context.phrases.language else provision.language,
    )


def _noted(findings: Sequence[Finding], notes: str) -> tuple[Finding, ...]:
    """Returns the findings of a provision, the first with what reviewers noted on the provision as a whole."""
    if not findings or not notes:
        return tuple(findings)
    first, *others = findings
    return (replace(first, look_at=" ".join(filter(None, (first.look_at, notes)))), *others)


def placed_findings(context: Context, rows: Sequence[ProvisionRow]) -> tuple[Placed, ...]:
    """Returns all findings in document order with their alignments, for the tables that start from clauses."""
    alignments = _by_provision(context)
    return tuple(
        Placed(alignment=alignment, finding=finding, place=row.place, chapter=row.chapter)
        for row in rows
        for finding, alignment in zip(row.findings, alignments.get(row.id, ()), strict=True)
    )


def clause_rows(context: Context, placed: Sequence[Placed]) -> tuple[ClauseRow, ...]:
    """Returns a row for every clause of the coverage, in the order of the catalogue; themes stand apart."""
    rows = context.comparison.coverage
    coverage = {(row.standard, context.clause(row.standard, row.clause).id): row.state for row in rows}
    return tuple(
        clause_row(context, standard, clause, coverage[standard.id, clause.id], placed)
        for standard in context.standards
        if not standard.themes_only
        for clause in standard.clauses
        if (standard.id, clause.id) in coverage
    )


def theme_rows(context: Context, placed: Sequence[Placed]) -> tuple[ClauseRow, ...]:
    """Returns a row for every theme of the standards known by their themes alone: touched, or no provision found."""
    return tuple(
        clause_row(context, standard, clause, _theme_state(clause, placed), placed)
        for standard in context.standards
        if standard.themes_only
        for clause in standard.clauses
    )


def _theme_state(clause: Clause, placed: Sequence[Placed]) -> str:
    return "touched" if any(one.speaks_to(clause) for one in placed) else "untouched"


def clause_row(
    context: Context, standard: Standard, clause: Clause, state: str, placed: Sequence[Placed]
) -> ClauseRow:
    groups = {group.id: group for group in standard.groups}
    group = groups.get(clause.group)
    return ClauseRow(
        standard=standard.id,
        clause=clause.id,
        citation=context.citation(clause),
        title=context.title(clause),
        group=context.words(group.titles) if group is not None else "",
        statement=context.words(clause.statements),
        provenance=origin_of(context, clause),
        state=context.phrases.say(f"state.{state}"),
        tone=STATE_TONES.get(state, Tone.NEUTRAL),
        answers=tuple(_answer(context, clause, one) for one in placed if one.speaks_to(clause)),
        official="" if is_official_itself(clause) else context.words(clause.official),
    )


def _answer(context: Context, clause: Clause, placed: Placed) -> Answer:
    """Returns the provision that speaks to a clause; of a theme nothing more is said than that it is touched."""
    finding = placed.finding
    if clause.kind == ClauseKind.THEME:
        touches = context.phrases.say("relation.touches")
        return Answer(provision=finding.provision, place=placed.place, relation=touches, tone=Tone.NEUTRAL, tag=finding.tag)
    return Answer(
        provision=finding.provision, place=placed.place, relation=finding.relation, tone=finding.tone, tag=finding.tag
    )
