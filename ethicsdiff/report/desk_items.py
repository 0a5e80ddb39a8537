"""One line of the review, opened: a provision beside its clauses, a clause beside its provisions, a decision that lost its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from ethicsdiff.model.decision import Carried, DecisionKind, Fit
from ethicsdiff.model.desk import Card, Choice, ClauseItem, ItemState, Line, LostItem, Passage, ProvisionItem, Row
from ethicsdiff.model.document import Provision
from ethicsdiff.model.match import Candidate, Relation
from ethicsdiff.model.review import Alignment, Standing
from ethicsdiff.model.standard import COUNTED, Clause, ClauseKind
from ethicsdiff.report.context import Context
from ethicsdiff.report.decisions import WORDS, on_clause, quoted
from ethicsdiff.report.desk_rows import Spot, alignments_of, is_rejected, state_of
from ethicsdiff.report.findings import Placed, make_finding
from ethicsdiff.report.reasons import percent
from ethicsdiff.report.rows import clause_row

ANSWERABLE = frozenset({"contradicted", "weaker", "partial", "gap"})
_MOST_FURTHER = 5


def provision_item(
    context: Context, row: Row, provision: Provision, candidates: Iterable[Candidate], told: Sequence[Line]
) -> ProvisionItem:
    """Returns a provision with the clauses beside it; `candidates` are all that the machine found for it, `told` its history."""
    alignments = alignments_of(context).get(provision.id, [])
    cards = tuple(_card(context, one, number) for number, one in enumerate(alignments, 1))
    above = context.provisions.get(provision.parent)
    return ProvisionItem(
        row=row, id=provision.id, above=above.heading if above is not None else "", heading=provision.heading, lead_in=provision.lead_in,
        text=passages(provision.text, [card.finding.evidence for card in cards]), plain=provision.text, fields=provision.fields,
        language="" if provision.language == context.phrases.language else provision.language, cards=cards,
        further=_further(context, candidates, {(one.standard, one.clause) for one in alignments}),
        notes=_notes(context, told, provision), history=tuple(told),
    )  # fmt: skip


def _card(context: Context, alignment: Alignment, number: int) -> Card:
    finding = make_finding(context, alignment, "")
    if is_rejected(alignment):
        # A machine's confidence or a person's confirmation of nothing would only confuse.
        finding = replace(finding, confidence="")
    state = state_of(context, (alignment,))
    return Card(
        number=number, clause=f"{alignment.standard}:{alignment.clause}", finding=finding, state=state,
        state_word=context.phrases.say(f"desk.state.{state}"), relation=alignment.relation,
        decidable=not context.themes_only(alignment.standard),
        settles=tuple(one.decision.id for one in alignment.decided) if alignment.standing == Standing.CONFLICT else (),
    )  # fmt: skip


def passages(text: str, evidence: Sequence[Sequence[str]]) -> tuple[Passage, ...]:
    """Returns a text cut where the evidence of a card begins or ends; of each stretch of evidence the first place is marked."""
    marks: list[set[int]] = [set() for _ in text]
    for number, stretches in enumerate(evidence, 1):
        for words in stretches:
            start = text.find(words) if words else -1
            for place in range(start, start + len(words)) if start >= 0 else ():
                marks[place].add(number)
    runs = groupby(zip(text, marks, strict=True), key=lambda pair: sorted(pair[1]))
    return tuple(Passage(text="".join(letter for letter, _ in run), cards=tuple(cards)) for cards, run in runs)


def _further(context: Context, candidates: Iterable[Candidate], shown: set[tuple[str, str]]) -> tuple[Choice, ...]:
    left = [one for one in candidates if (one.standard, one.clause) not in shown and not context.themes_only(one.standard)]
    return tuple(_choice(context, one) for one in sorted(left, key=lambda one: -one.probability)[:_MOST_FURTHER])


def _choice(context: Context, one: Candidate) -> Choice:
    clause = context.cited(context.clause(one.standard, one.clause))
    words = context.phrases.say("desk.further.one", clause=clause, percent=percent(one.probability))
    return Choice(code=f"{one.standard}:{one.clause}", words=words)


def _notes(context: Context, told: Sequence[Line], provision: Provision) -> tuple[Line, ...]:
    return _lines_of(told, (one for one in context.comparison.decisions if one.provision == provision.id))


def _lines_of(told: Sequence[Line], carried: Iterable[Carried]) -> tuple[Line, ...]:
    wordy = {one.decision.id for one in carried if one.decision.kind in WORDS}
    return tuple(line for line in told if line.id in wordy)


def clause_item(context: Context, row: Row, clause: Clause, spots: Mapping[str, Spot], told: Sequence[Line]) -> ClauseItem:
    """Returns a clause with the provisions that answer it; `told` is its history."""
    state = next(r.state for r in context.comparison.coverage if (r.standard, r.clause) == (clause.standard, clause.id))
    mine = [one for one in context.placed() if (one.standard, one.clause) == (clause.standard, clause.id)]
    placed = [_placed(context, one, spots[one.provision]) for one in mine]
    unbound = (one for one in context.comparison.decisions if one.fit == Fit.UNBOUND)
    return ClauseItem(
        row=row, clause=f"{clause.standard}:{clause.id}",
        shown=clause_row(context, context.standard(clause.standard), clause, state, placed),
        counted=clause.kind in COUNTED, answerable=state in ANSWERABLE, notes=_lines_of(told, unbound), history=tuple(told),
    )  # fmt: skip


def _placed(context: Context, alignment: Alignment, spot: Spot) -> Placed:
    return Placed(alignment=alignment, finding=make_finding(context, alignment, ""), place=spot.place, chapter=spot.chapter)


def lost_item(context: Context, row: Row, carried: Carried, told: Sequence[Line]) -> LostItem:
    """Returns a decision that lost its place: what was decided on which words, and the places that fit equally."""
    anchor = carried.decision.anchor
    quote, path = (anchor.quote, anchor.path) if anchor is not None else ("", ())
    sentence = context.phrases.say(
        "notice.review.lost", decision=on_clause(context, carried.decision), place=", ".join(path), quote=quoted(context.phrases, quote)
    )
    choices = (Choice(code=f"provision:{one}", words=_place(context, one)) for one in carried.choices)
    return LostItem(row=row, told=sentence, decision=carried.decision.id, choices=tuple(choices), history=tuple(told))


def _place(context: Context, provision: str) -> str:
    found = context.provisions[provision]
    return f"{', '.join(found.path)}: {quoted(context.phrases, found.text)}"


def history_of(context: Context, carried: Sequence[Carried], superseded: frozenset[str]) -> tuple[Line, ...]:
    """Returns decisions as the lines of a history, the latest first."""
    return tuple(_line(context, one, superseded) for one in reversed(carried))


def _line(context: Context, carried: Carried, superseded: frozenset[str]) -> Line:
    decision = carried.decision
    stands = decision.id not in superseded and decision.kind != DecisionKind.WITHDRAW
    return Line(
        id=decision.id, reviewer=decision.reviewer, time=clock(decision.time), text=on_clause(context, decision), stands=stands
    )


def clock(time: str) -> str:
    """Returns the hour and minute of a time in UTC by the clock of this computer, "" for a time of another form."""
    try:
        return datetime.fromisoformat(time).astimezone().strftime("%H:%M")
    except ValueError:
        return ""


def clause_choices(context: Context) -> tuple[Choice, ...]:
    """Returns the clauses that a provision may be tied to, in the order of the catalogue."""
    return tuple(
        Choice(code=f"{clause.standard}:{clause.id}", words=context.cited(clause))
        for standard in context.standards
        if not standard.themes_only
        for clause in standard.clauses
        if clause.kind != ClauseKind.THEME
    )


def relation_choices(context: Context) -> tuple[Choice, ...]:
    """Returns the relations that may be set, in the order of their keys 1 to 5."""
    return tuple(Choice(code=one, words=context.phrases.say(f"relation.{one}")) for one in Relation if one != Relation.NONE)


def is_open(state: ItemState) -> bool:
    """Returns whether people have something left to decide."""
    return state in (ItemState.OPEN, ItemState.RECHECK, ItemState.CONFLICT)
