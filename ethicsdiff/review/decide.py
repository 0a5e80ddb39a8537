"""From what a reviewer asks for to a line of the ledger: names are known here, what was seen and what it supersedes are added."""

from __future__ import annotations

from dataclasses import dataclass

from ethicsdiff.errors import DecisionError, UnknownNameError
from ethicsdiff.languages.similarity import closest
from ethicsdiff.model.decision import ANSWERS, VERDICTS, Anchor, Carried, Decision, DecisionKind
from ethicsdiff.model.document import Draft
from ethicsdiff.model.match import Candidate, Relation
from ethicsdiff.model.review import Comparison, Standing
from ethicsdiff.model.standard import COUNTED, Clause, ClauseKind
from ethicsdiff.review.anchors import anchor_of, carry
from ethicsdiff.review.standing import Pair, reviewer_key, seen_of, standing, texts_of
from ethicsdiff.review.version import version_of

_OPEN = frozenset({"contradicted", "weaker", "partial", "gap"})
_ASPECTS = (VERDICTS, ANSWERS, frozenset({DecisionKind.WORDING}), frozenset({DecisionKind.NOT_APPLICABLE}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a reviewer asks to be written; `supersedes` names decisions of others that this one settles."""

    kind: DecisionKind
    reviewer: str
    provision: str = ""
    clause: Clause | None = None
    part: str = ""
    other: Clause | None = None
    relation: Relation | None = None
    text: str = ""
    supersedes: tuple[str, ...] = ()
    entered_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What lies before the reviewer: the draft, the decisions of the ledger, and the comparison where the request needs it."""

    draft: Draft
    decisions: tuple[Decision, ...]
    comparison: Comparison | None = None
    candidates: tuple[Candidate, ...] = ()


def needs_comparison(request: Request) -> bool:
    """Returns whether a request rests on what the machine proposes or on the state of a clause."""
    unsaid = request.kind == DecisionKind.OTHER and request.relation is None
    return request.kind == DecisionKind.CONFIRM or request.kind in ANSWERS or unsaid


def make_decision(request: Request, desk: Desk, *, identifier: str, time: str) -> Decision:
    """Returns the decision that a request becomes.

    Errors:
        UnknownNameError: the provision or a decision that it names does not exist.
        DecisionError: something is missing that its kind needs, or it rests on a proposal that is not there.
    """
    _check(request)
    anchor = _anchor(request, desk.draft)
    clause = request.clause
    language = anchor.language if anchor is not None else desk.draft.source.languages[0]
    return Decision(
        id=identifier, time=time, reviewer=" ".join(request.reviewer.split()), kind=request.kind,
        standard=clause.standard if clause is not None else "", clause=clause.id if clause is not None else "",
        part=request.part, other=request.other.id if request.other is not None else "",
        relation=_relation(request, desk), text=request.text.strip(), state=_state(request, desk),
        clause_seen=seen_of(clause, language) if clause is not None else "",
        texts_seen=texts_of(clause if request.other is None else request.other, language), anchor=anchor,
        supersedes=(*_named(request, desk), *_own_earlier(request, desk)), entered_by=" ".join(request.entered_by.split()),
    )  # fmt: skip


def _check(request: Request) -> None:
    """Refuses a request that lacks what its kind needs, or that names what its kind does not concern."""
    kind = request.kind
    if not request.reviewer.strip():
        raise DecisionError("a decision needs the name of its reviewer", hint="Give it with --reviewer.")
    if kind in VERDICTS and (request.clause is None or not request.provision):
        raise DecisionError("this decision is on a provision and a clause", hint="Name both with --provision and --clause.")
    if kind in (*ANSWERS, DecisionKind.NOT_APPLICABLE) and request.clause is None:
        raise DecisionError("this decision is on a clause", hint="Name it with --clause.")
    if kind in (DecisionKind.NOTE, DecisionKind.WORDING) and request.clause is None and not request.provision:
        raise DecisionError("a note or a wording is on a provision, on a clause, or on both", hint="Use --provision or --clause.")
    if kind == DecisionKind.NOT_APPLICABLE:
        _check_not_applicable(request)
    if kind == DecisionKind.WITHDRAW and not request.supersedes:
        raise DecisionError("nothing to withdraw is named", hint="ethicsdiff log shows the ids of decisions.")
    _check_texts(request)
    _check_clauses(request)


def _check_not_applicable(request: Request) -> None:
    if request.provision:
        hint = "To say that a provision does not answer it, use --reject."
        raise DecisionError("a clause is not applicable to the whole draft, not to a provision", hint=hint)
    if request.clause is not None and (request.clause.kind not in COUNTED or request.part):
        raise DecisionError(f"{request.clause.id} is not counted in coverage", hint="Name the clause it belongs to.")


def _check_texts(request: Request) -> None:
    wordy = (DecisionKind.NOTE, DecisionKind.WORDING, DecisionKind.NOT_APPLICABLE, DecisionKind.DECLINE)
    if request.kind in wordy and not request.text.strip():
        raise DecisionError("this decision needs words", hint="Give the note, the wording or the reason.")
    if request.kind == DecisionKind.RELATION and request.relation in (None, Relation.NONE):
        raise DecisionError("a relation is missing", hint="To say that there is none, use --reject.")


def _check_clauses(request: Request) -> None:
    if request.clause is not None and request.clause.kind == ClauseKind.THEME:
        raise DecisionError(f"{request.clause.standard} is known by its themes alone", hint="Import its text to decide on its clauses.")
    if request.kind != DecisionKind.OTHER:
        return
    if request.other is None or request.clause is None or request.other.standard != request.clause.standard:
        hint = "For one of another standard, reject this one and give that one its relation: two decisions."
        raise DecisionError("the other clause must be of the same standard", hint=hint)
    if request.other.id == request.clause.id:
        raise DecisionError("the other clause is the same clause", hint="To confirm it, use --confirm.")


def _anchor(request: Request, draft: Draft) -> Anchor | None:
    if not request.provision:
        return None
    known = version_of(draft).positions
    if request.provision not in known:
        near = closest(request.provision, tuple(known)) or tuple(known)[:5]
        hint = f"Did you mean {', '.join(near)}? All: ethicsdiff parse DRAFT --format json."
        raise UnknownNameError(f'the draft has no provision "{request.provision}" with words', where=draft.source.file, hint=hint)
    return anchor_of(draft, request.provision)


def _relation(request: Request, desk: Desk) -> Relation | None:
    """Returns the relation that goes into the ledger: the one said, else the one that the reviewer saw."""
    if request.relation is not None or request.kind not in (DecisionKind.CONFIRM, DecisionKind.OTHER):
        return request.relation
    clause = request.clause if request.kind == DecisionKind.CONFIRM else request.other
    pair = (request.provision, clause.standard, clause.id) if clause is not None else ("", "", "")
    seen = _shown(pair, desk) or (_judged(pair, desk) if request.kind == DecisionKind.OTHER else None)
    if seen is None:
        hint = "Say the relation yourself with --relation."
        raise DecisionError(f"no single relation of {request.provision} to {':'.join(pair[1:])} is proposed", hint=hint)
    return seen


def _shown(pair: Pair, desk: Desk) -> Relation | None:
    """Returns the relation that the report shows for a pair; None where it shows none, or where reviewers differ."""
    alignments = desk.comparison.alignments if desk.comparison is not None else ()
    shown = (one for one in alignments if (one.provision, one.standard, one.clause) == pair)
    clear = (one.relation for one in shown if one.standing != Standing.CONFLICT and one.relation != Relation.NONE)
    return next(clear, None)


def _judged(pair: Pair, desk: Desk) -> Relation | None:
    """Returns how the machine judged a pair that was too improbable to be shown."""
    return next((c.judgement.relation for c in desk.candidates if (c.provision, c.standard, c.clause) == pair), None)


def _state(request: Request, desk: Desk) -> str:
    """Returns the state of the clause whose recommendation is answered.

    Errors:
        DecisionError: the report makes no recommendation on it.
    """
    if request.kind not in ANSWERS or request.clause is None or desk.comparison is None:
        return ""
    pair = (request.clause.standard, request.clause.id)
    state = next((row.state for row in desk.comparison.coverage if (row.standard, row.clause) == pair), "")
    if state not in _OPEN:
        raise DecisionError(f"there is no recommendation on {':'.join(pair)}", hint=f"Its state is: {state or 'not counted'}.")
    return state


def _named(request: Request, desk: Desk) -> tuple[str, ...]:
    """Returns the decisions that the request itself supersedes; each must stand."""
    known = {one.id for one in standing(desk.decisions)}
    for identifier in request.supersedes:
        if identifier not in known:
            hint = "ethicsdiff log shows the decisions with their ids."
            raise UnknownNameError(f'no decision "{identifier}" stands', hint=hint)
    return request.supersedes


def _own_earlier(request: Request, desk: Desk) -> tuple[str, ...]:
    """Returns the decisions of the same reviewer that this one takes the place of: same provision, same clause, same question."""
    aspect = next((kinds for kinds in _ASPECTS if request.kind in kinds), frozenset())
    carried = carry(standing(desk.decisions), desk.draft)
    return tuple(c.decision.id for c in carried if _is_same(c, request, aspect) and c.decision.id not in request.supersedes)


def _is_same(carried: Carried, request: Request, aspect: frozenset[DecisionKind]) -> bool:
    decision, clause = carried.decision, request.clause
    pair = (clause.standard, clause.id) if clause is not None else ("", "")
    mine = reviewer_key(decision.reviewer) == reviewer_key(request.reviewer)
    # A decision that lost its place has none here either: it must not be taken for one on a clause alone.
    same_place = carried.provision == request.provision and (decision.anchor is not None) == bool(request.provision)
    return mine and decision.kind in aspect and (decision.standard, decision.clause) == pair and same_place
