"""The deontic judgement: how a provision stands to a clause, and why; a score never decides alone.

A learned vote proposes; then rules that can be read aloud may veto it: a provision that permits what the clause forbids, forbids what
it grants, or exempts from what it demands is never said to cover it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ethicsdiff.matching.head import Floats
from ethicsdiff.matching.logistic import sigmoid, with_intercept
from ethicsdiff.matching.relation_features import RELATIONS, nearest_by_relation, relation_features, relation_votes
from ethicsdiff.model.match import Deontic, Judgement, Modality, Relation
from ethicsdiff.model.standard import Clause

_BINDING = frozenset({Modality.OBLIGATION, Modality.PROHIBITION})
_GRANTING = frozenset({Modality.PERMISSION, Modality.RIGHT})
_SOFT = frozenset({Modality.RECOMMENDATION, Modality.AVOIDANCE})
_WEAK_MARGIN = 0.15
_SIDE_BY_SIDE = 0.5


@dataclass(frozen=True, slots=True)
class Proposal:
    """What judging needs of one pair: the clause, modal words of the provision, its length in words, nearest exemplars of the clause."""

    clause: Clause
    deontics: tuple[Deontic, ...]
    words: int
    similarity: Floats
    relations: np.ndarray[tuple[int], np.dtype[np.int32]]
    cites: bool = False


def judge(proposal: Proposal, weights: Floats) -> Judgement:
    """Returns the proposed relation with the code of its reason; `weights` (features + 1, 5) come from the fitted head."""
    shares = relation_shares(proposal, weights)
    order = np.argsort(-shares)
    relation = RELATIONS[int(order[0])]
    weak = float(shares[order[0]] - shares[order[1]]) < _WEAK_MARGIN
    return _explained(proposal, _vetoed(proposal, relation, shares), weak)


def relation_shares(proposal: Proposal, weights: Floats) -> Floats:
    """Returns the probability of each of `RELATIONS`, (5,), sum 1."""
    votes = relation_votes(proposal.similarity, proposal.relations)
    nearest = nearest_by_relation(proposal.similarity, proposal.relations)
    row = relation_features(votes, nearest, proposal.deontics, proposal.clause, proposal.words)
    scores = sigmoid(with_intercept(row[None, :]) @ weights.astype(np.float64))[0]
    result: Floats = (scores / scores.sum()).astype(np.float32)
    return result


def judge_without_head(proposal: Proposal) -> Judgement:
    """Returns the relation from modality alone, always marked as weak: used where no encoder or no exemplars are at hand."""
    relation = Relation.COVERS
    if _permits_forbidden(proposal) or _exempts(proposal) or _forbids_permitted(proposal):
        relation = Relation.CONTRADICTS
    elif _soft_only(proposal) and "obligation" in proposal.clause.duties:
        relation = Relation.WEAKER
    return _explained(proposal, relation, weak=True)


def _vetoed(proposal: Proposal, relation: Relation, shares: Floats) -> Relation:
    """Returns `relation`, or the better of weaker and contradicts where the modal words rule out that the provision covers the clause."""
    if relation not in (Relation.COVERS, Relation.STRICTER, Relation.PARTIAL):
        return relation
    if _exempts(proposal) or _permits_forbidden(proposal) or _forbids_permitted(proposal):
        contradicts, weaker = RELATIONS.index(Relation.CONTRADICTS), RELATIONS.index(Relation.WEAKER)
        return Relation.CONTRADICTS if shares[contradicts] >= _SIDE_BY_SIDE * shares[weaker] else Relation.WEAKER
    return relation


def _modalities(proposal: Proposal) -> frozenset[Modality]:
    return frozenset(item.modality for item in proposal.deontics if not item.exception)


def _only_grants(proposal: Proposal) -> bool:
    found = _modalities(proposal)
    return bool(found & _GRANTING) and not found & (_BINDING | _SOFT)


def _permits_forbidden(proposal: Proposal) -> bool:
    """Returns whether the provision only permits, where the clause only forbids and grants nothing."""
    duties = proposal.clause.duties
    return _only_grants(proposal) and "prohibition" in duties and not {"permission", "obligation", "recommendation"} & set(duties)


def _forbids_permitted(proposal: Proposal) -> bool:
    """Returns whether the provision only forbids, strictly, where the clause only permits."""
    found = _modalities(proposal)
    strict = any(d.modality == Modality.PROHIBITION and d.strength >= 2 for d in proposal.deontics)
    return strict and not found & _GRANTING and set(proposal.clause.duties) == {"permission"} and not _has_exception(proposal)


def _exempts(proposal: Proposal) -> bool:
    """Returns whether the provision exempts from what the clause demands, with no duty beside it."""
    found = _modalities(proposal)
    demands = {"obligation", "prohibition"} & set(proposal.clause.duties)
    return Modality.EXEMPTION in found and not found & _BINDING and bool(demands)


def _soft_only(proposal: Proposal) -> bool:
    found = _modalities(proposal)
    return bool(found & _SOFT) and not found & _BINDING


def _has_exception(proposal: Proposal) -> bool:
    return any(item.exception for item in proposal.deontics)


def _explained(proposal: Proposal, relation: Relation, weak: bool) -> Judgement:
    """Returns the judgement with the reason that best explains it: a readable rule first, likeness to known texts last."""
    reason, params = _reason(proposal, relation)
    return Judgement(relation=relation, reason=reason, params=params, weak=weak or reason.endswith("-meaning") or reason == "no-modality")


def _reason(proposal: Proposal, relation: Relation) -> tuple[str, tuple[tuple[str, str], ...]]:
    explain = {
        Relation.CONTRADICTS: _why_contradicts,
        Relation.WEAKER: _why_weaker,
        Relation.STRICTER: _why_stricter,
        Relation.PARTIAL: _why_partial,
    }.get(relation, _why_covers)
    return explain(proposal)


def _why_contradicts(proposal: Proposal) -> tuple[str, tuple[tuple[str, str], ...]]:
    if _exempts(proposal):
        return "exempts", _words(proposal, Modality.EXEMPTION)
    if _forbids_permitted(proposal):
        return "forbids-permitted", _words(proposal, Modality.PROHIBITION)
    if _modalities(proposal) & _GRANTING and {"prohibition", "obligation"} & set(proposal.clause.duties):
        return "permits-forbidden", _words(proposal, *_GRANTING)
    return "opposite-meaning", ()


def _why_weaker(proposal: Proposal) -> tuple[str, tuple[tuple[str, str], ...]]:
    if _modalities(proposal) & _SOFT:
        return "softer-modality", (*_words(proposal, *_SOFT), ("duty", _duty(proposal)))
    if _has_exception(proposal):
        return "exception", (("words", _first(proposal.deontics, exception=True)),)
    return "weaker-meaning", ()


def _why_stricter(proposal: Proposal) -> tuple[str, tuple[tuple[str, str], ...]]:
    strict = [d for d in proposal.deontics if d.strength == 3 and d.modality in _BINDING]
    return ("stricter-modality", (("words", strict[0].words),)) if strict else ("stricter-meaning", ())


def _why_partial(proposal: Proposal) -> tuple[str, tuple[tuple[str, str], ...]]:
    if _has_exception(proposal):
        return "exception", (("words", _first(proposal.deontics, exception=True)),)
    return "partial-meaning", ()


def _why_covers(proposal: Proposal) -> tuple[str, tuple[tuple[str, str], ...]]:
    if proposal.cites:
        return "cites-clause", ()
    modal = [item for item in proposal.deontics if not item.exception]
    if not modal:
        return "no-modality", ()
    speaking = max(modal, key=lambda item: (_fits(item.modality, proposal.clause), item.strength, -item.start))
    return "same-direction", (("modality", speaking.modality.value), ("words", speaking.words), ("duty", _duty(proposal)))


def _fits(modality: Modality, clause: Clause) -> bool:
    """Returns whether a modality does what the clause does: binds where it binds, grants where it grants."""
    grants = not {"obligation", "prohibition"} & set(clause.duties)
    return modality in (_GRANTING if grants else _BINDING)


def _duty(proposal: Proposal) -> str:
    return proposal.clause.duties[0] if proposal.clause.duties else "obligation"


def _words(proposal: Proposal, *modalities: Modality) -> tuple[tuple[str, str], ...]:
    found = [item.words for item in proposal.deontics if item.modality in modalities and not item.exception]
    return (("words", found[0]),) if found else ()


def _first(items: Sequence[Deontic], *, exception: bool) -> str:
    return next(item.words for item in items if item.exception == exception)
