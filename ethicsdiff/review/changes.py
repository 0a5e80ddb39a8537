"""What has been decided since a page was opened: the check that a decision is made on what its reviewer sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ethicsdiff.model.decision import Carried, Decision
from ethicsdiff.model.document import Draft
from ethicsdiff.review.anchors import carry


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A later decision and what it is on: ids of provisions, and clauses as (standard, clause); its own and those it takes back."""

    decision: Decision
    provisions: frozenset[str]
    clauses: frozenset[tuple[str, str]]
    unbound: bool


def touched_since(decisions: Sequence[Decision], seen: str, draft: Draft) -> tuple[Touched, ...]:
    """Returns the decisions after the one with the id `seen` ("" before the first), each with what it is on.

    An id that is not in the ledger (a file put back from a copy) makes all decisions later ones.
    """
    order = [one.id for one in decisions]
    later = decisions[order.index(seen) + 1 :] if seen in order else decisions
    if not later:
        return ()
    by_id = {one.id: one for one in decisions}
    needed = {one.id: one for late in later for one in _with_superseded(late, by_id)}
    places = {one.decision.id: one for one in carry(tuple(needed.values()), draft)}
    return tuple(_touched(one, [places[other.id] for other in _with_superseded(one, by_id)]) for one in later)


def _with_superseded(one: Decision, by_id: dict[str, Decision]) -> Iterator[Decision]:
    yield one
    yield from (by_id[name] for name in one.supersedes if name in by_id)


def _touched(decision: Decision, carried: Sequence[Carried]) -> Touched:
    provisions = {name for one in carried for name in (one.provision, *one.choices) if name}
    clauses = {(one.decision.standard, name) for one in carried for name in (one.decision.clause, one.decision.other) if name}
    bound = any(one.decision.anchor is not None for one in carried)
    return Touched(decision=decision, provisions=frozenset(provisions), clauses=frozenset(clauses), unbound=not bound)


def stale(later: Sequence[Touched], provision: str, clause: tuple[str, str] | None, named: Sequence[str]) -> tuple[Decision, ...]:
    """Returns the later decisions that a reviewer must see before deciding: those on the same provision, or on the clause itself.

    A decision that takes back or settles one of those that the request names (`named`) counts too.
    """
    return tuple(one.decision for one in later if _concerns(one, provision, clause, frozenset(named)))


def _concerns(one: Touched, provision: str, clause: tuple[str, str] | None, named: frozenset[str]) -> bool:
    same_place = provision in one.provisions if provision else False
    same_clause = one.unbound and clause is not None and clause in one.clauses
    return same_place or same_clause or bool(named & set(one.decision.supersedes))
