"""The list of the review in the browser: a line for every provision with words, every counted clause, every decision without a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ethicsdiff.languages.text import folded
from ethicsdiff.model.decision import ANSWERS, Carried, DecisionKind, Fit
from ethicsdiff.model.desk import Bar, Head, ItemKind, ItemState, Row
from ethicsdiff.model.document import Provision
from ethicsdiff.model.match import Relation
from ethicsdiff.model.report import Tone
from ethicsdiff.model.review import Alignment, ClauseCoverage, Standing
from ethicsdiff.report.context import Context
from ethicsdiff.report.decisions import WORDS, on_clause
from ethicsdiff.report.findings import relation_word, tone_of
from ethicsdiff.report.overview import coverage_bars
from ethicsdiff.report.phrases import capitalised
from ethicsdiff.report.places import chapter_of, place_of
from ethicsdiff.report.rows import says_something
from ethicsdiff.report.tones import STATE_TONES

_OPENING = 140
_STATES = {
    Standing.CONFLICT: ItemState.CONFLICT,
    Standing.RECHECK: ItemState.RECHECK,
    Standing.PROPOSED: ItemState.OPEN,
    Standing.CONFIRMED: ItemState.DONE,
}
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """What is said of a provision whatever is decided: its place and chapter in words, its first words, its folded words."""

    place: str
    chapter: str
    opening: str
    words: str
    language: str


def spots_of(context: Context) -> dict[str, Spot]:
    """Returns the spot of every provision by its id; it depends on the draft and the language alone."""
    return {provision.id: _spot(context, provision) for provision in context.draft.provisions}


def _spot(context: Context, provision: Provision) -> Spot:
    place, said = place_of(context, provision), f"{provision.heading} {provision.text}"
    language = "" if provision.language == context.phrases.language else provision.language
    return Spot(place, chapter_of(context, provision), opening(said), folded(f"{place} {provision.lead_in} {said}"), language)


def opening(text: str) -> str:
    """Returns the first words of a text."""
    words = " ".join(text.split())
    return words if len(words) <= _OPENING else f"{words[:_OPENING].rpartition(' ')[0]} …"


def desk_rows(context: Context, spots: Mapping[str, Spot]) -> tuple[Row, ...]:
    """Returns all lines: provisions in document order, clauses in the order of the catalogue, decisions without a place."""
    return (*_provisions(context, spots), *_clauses(context), *_lost(context))


def _provisions(context: Context, spots: Mapping[str, Spot]) -> Iterator[Row]:
    alignments, notes, cited = alignments_of(context), _notes(context), _cited(context)
    for provision in context.draft.provisions:
        mine, noted = alignments.get(provision.id, ()), notes.get(provision.id, ())
        if mine or noted or says_something(context, provision):
            yield _provision(context, provision.id, spots[provision.id], mine, noted, cited)


def alignments_of(context: Context) -> dict[str, list[Alignment]]:
    """Returns the alignments of each provision as they are shown: rejected ones last, else decided ones first, then by probability."""
    found: dict[str, list[Alignment]] = {}
    for one in sorted(context.comparison.alignments, key=_order):
        if one.provision in context.provisions:
            found.setdefault(one.provision, []).append(one)
    return found


def _order(one: Alignment) -> tuple[bool, bool, float]:
    return is_rejected(one), one.standing == Standing.PROPOSED, -one.candidate.probability


def is_rejected(one: Alignment) -> bool:
    """Returns whether people said that the pair is none, and nothing has changed since."""
    return one.relation == Relation.NONE and one.standing == Standing.CONFIRMED


def _notes(context: Context) -> dict[str, list[Carried]]:
    found: dict[str, list[Carried]] = {}
    for one in context.comparison.decisions:
        if one.decision.kind in WORDS and one.provision:
            found.setdefault(one.provision, []).append(one)
    return found


def _cited(context: Context) -> dict[_Pair, str]:
    return {pair: folded(context.cited(clause)) for pair, clause in context.clauses.items()}


def _provision(
    context: Context, identifier: str, spot: Spot, alignments: Sequence[Alignment], noted: Sequence[Carried], cited: Mapping[_Pair, str]
) -> Row:
    state = state_of(context, alignments)
    decided = (carried for one in alignments for carried in one.decided)
    return Row(
        item=f"{ItemKind.PROVISION}:{identifier}", kind=ItemKind.PROVISION, group=spot.chapter, place=spot.place, opening=spot.opening,
        state=state, state_word=context.phrases.say(f"desk.state.{state}"), marks=_marks(context, alignments),
        by=_people((*decided, *noted)), noted=bool(noted), language=spot.language,
        words=" ".join((spot.words, *(cited[one.standard, one.clause] for one in alignments), *_texts(noted))),
    )  # fmt: skip


def state_of(context: Context, alignments: Iterable[Alignment]) -> ItemState:
    """Returns whether people have something left to decide on some alignments: what needs them most."""
    found = {_STATES[one.standing] for one in alignments if one.standing in _STATES and not context.themes_only(one.standard)}
    return next((state for state in _STATES.values() if state in found), ItemState.PLAIN)


def _marks(context: Context, alignments: Iterable[Alignment]) -> tuple[tuple[Tone, str], ...]:
    shown = (one for one in alignments if one.relation != Relation.NONE)
    return tuple((tone_of(context, one), f"{_citation(context, one)}: {relation_word(context, one)}") for one in shown)


def _citation(context: Context, one: Alignment) -> str:
    return context.citation(context.clause(one.standard, one.clause))


def _people(carried: Iterable[Carried]) -> frozenset[str]:
    return frozenset(one.decision.reviewer for one in carried)


def _texts(carried: Iterable[Carried]) -> Iterator[str]:
    return (folded(f"{one.decision.reviewer} {one.decision.text}") for one in carried)


def _clauses(context: Context) -> Iterator[Row]:
    decided: dict[_Pair, list[Carried]] = {}
    for one in context.comparison.decisions:
        decided.setdefault((one.decision.standard, one.decision.clause), []).append(one)
    for row in context.comparison.coverage:
        if not context.themes_only(row.standard):
            yield _clause(context, row, [one for one in decided.get((row.standard, row.clause), ()) if one.fit == Fit.UNBOUND])


def _clause(context: Context, row: ClauseCoverage, decided: Sequence[Carried]) -> Row:
    clause = context.clause(row.standard, row.clause)
    state = clause_state(row.state, decided)
    word = context.phrases.say(f"state.{row.state}")
    # Where nobody is asked anything, the state of the clause says all.
    asked = "" if state == ItemState.PLAIN else context.phrases.say(f"desk.state.{state}")
    return Row(
        item=f"{ItemKind.CLAUSE}:{row.standard}:{row.clause}", kind=ItemKind.CLAUSE, group=context.name(context.standard(row.standard)),
        place=context.citation(clause), opening=context.title(clause), state=state,
        state_word=asked, marks=((STATE_TONES.get(row.state, Tone.NEUTRAL), word),),
        by=_people(decided), noted=any(one.decision.kind in WORDS for one in decided), gap=row.state == "gap",
        words=" ".join((folded(f"{context.cited(clause)} {context.words(clause.statements)} {word}"), *_texts(decided))),
    )  # fmt: skip


def clause_state(state: str, decided: Iterable[Carried]) -> ItemState:
    """Returns whether people have something left to say of a clause: a gap that nobody answered, an answer that no longer holds."""
    kinds = {one.decision.kind: one for one in decided}
    aside = kinds.get(DecisionKind.NOT_APPLICABLE)
    if aside is not None:
        return ItemState.RECHECK if aside.clause_changed else ItemState.DONE
    if ANSWERS & kinds.keys():
        held = any(kinds[kind].decision.state in ("", state) for kind in ANSWERS & kinds.keys())
        return ItemState.DONE if held else ItemState.RECHECK
    return ItemState.OPEN if state == "gap" else ItemState.PLAIN


def _lost(context: Context) -> Iterator[Row]:
    say = context.phrases.say
    for one in lost_of(context):
        anchor, told = one.decision.anchor, on_clause(context, one.decision)
        quote = anchor.quote if anchor is not None else ""
        yield Row(
            item=f"{ItemKind.LOST}:{one.decision.id}", kind=ItemKind.LOST, group=say("desk.lost.group"), place=told,
            opening=opening(quote), state=ItemState.LOST, state_word=say("desk.state.lost"), by=_people((one,)),
            words=folded(f"{told} {quote}"),
        )  # fmt: skip


def lost_of(context: Context) -> tuple[Carried, ...]:
    """Returns the decisions that stand and whose words were not found again in this version, or in several places."""
    return tuple(one for one in context.comparison.decisions if one.decision.anchor is not None and one.fit in (Fit.LOST, Fit.TIE))


def desk_head(context: Context, rows: Sequence[Row], mine: int, notices: Sequence[str]) -> Head:
    """Returns what stands above the list; `mine` is how many decisions of the reader stand."""
    say = context.phrases.say
    provisions = [row for row in rows if row.kind == ItemKind.PROVISION and row.state != ItemState.PLAIN]
    done = sum(row.state == ItemState.DONE for row in provisions)
    return Head(
        settled=done, settleable=len(provisions), progress=say("desk.progress", done=done, total=len(provisions)),
        mine=say("desk.progress.mine", count=mine), notices=tuple(notices),
        bars=tuple(Bar(name=capitalised(one.name), figures=one.figures, remark=one.remark) for one in coverage_bars(context)),
    )  # fmt: skip
