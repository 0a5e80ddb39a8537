"""The deontic judgement: how a provision stands to a clause, and why; a score never decides alone.

A learned vote proposes; then rules that can be read aloud may veto it: a provision that permits what the clause forbids, forbids what
it grants, or exempts from what it demands is never said to cover it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ethicsdiff.matching.head import Floats
from ethicsdiff.matching.pair import Pair
from ethicsdiff.matching.relation_features import RELATIONS, relation_features, relation_shares
from ethicsdiff.matching.rules import (
    BINDING,
    GRANTING,
    SOFT,
    exempts,
    forbids_permitted,
    has_exception,
    modalities,
    only_grants,
    permits_forbidden,
)
from ethicsdiff.model.match import Deontic, Judgement, Modality, Relation
from ethicsdiff.model.standard import Clause

_WEAK_MARGIN = 0.15
_SIDE_BY_SIDE = 0.5
# Of the doubt that is needed otherwise, so much suffices where the modal words speak for it.
_RULED_OUT = 0.5
# Between the doubt and this much of it most provisions cover and some contradict: neither is said.
_CLEARLY = 1.4
# A contradiction is said only where the clause is likely to be meant (which counts twice) and the wording to contradict it.
_SURE = 0.31
# Below this share a third of the contradictions that are said are none, above it one in fifteen.
_FIRM = 0.8
_FEWEST_ELEMENTS, _FAR_BEHIND = 2, 0.2
# A provision half as long as the statement must speak to each element a little; the shorter it is, the more clearly.
_LENGTH, _LEAST, _ENOUGH = 2.0, 3.0, 0.6


def judge(pair: Pair, weights: Floats, doubt: float) -> Judgement:
    """Returns the proposed relation with the code of its reason; `weights` (features + 1, 5) and `doubt` come from the fitted head."""
    if pair.others:
        return Judgement(relation=Relation.PARTIAL, reason="other-addressee", params=(("words", pair.others),), weak=True)
    shares = _shares(pair, weights)
    order = np.argsort(-shares)
    relation = RELATIONS[int(order[0])]
    final = _sure(pair, _vetoed(pair, relation, shares, doubt), shares)
    unsure = float(shares[order[0]] - shares[order[1]]) < _WEAK_MARGIN
    share = _contradicting(shares)
    near = relation == Relation.CONTRADICTS or share >= _RULED_OUT * doubt
    weak = unsure or final != relation or (final == Relation.COVERS and near) or (final == Relation.CONTRADICTS and share < _FIRM)
    if final == Relation.PARTIAL != relation and near:
        return Judgement(relation=final, reason="unclear-meaning", weak=True)
    if final == Relation.COVERS and pair.numbers:
        params = (("words", pair.numbers[0]), ("number", pair.numbers[1]))
        return Judgement(relation=Relation.PARTIAL, reason="other-number", params=params, weak=True)
    return _explained(pair, final, weak)


def _shares(pair: Pair, weights: Floats) -> Floats:
    shares: Floats = relation_shares(relation_features(pair)[None, :], weights.astype(np.float64))[0]
    if only_grants(pair):
        # What binds nobody cannot bind more than the clause does.
        shares[RELATIONS.index(Relation.STRICTER)] = 0.0
    return shares


def _sure(pair: Pair, relation: Relation, shares: Floats) -> Relation:
    """Returns `relation`, but no contradiction where it is too unsure that the clause is meant and that the wording contradicts it."""
    unsure = pair.chance**2 * _contradicting(shares) < _SURE
    return Relation.PARTIAL if relation == Relation.CONTRADICTS and unsure else relation


def _vetoed(pair: Pair, relation: Relation, shares: Floats, doubt: float) -> Relation:
    """Returns `relation`, or what must be said instead where the modal words, or a likeness to contradictions, rule it out."""
    if relation in (Relation.WEAKER, Relation.CONTRADICTS):
        return relation
    contradicts, weaker = _contradicting(shares), float(shares[RELATIONS.index(Relation.WEAKER)])
    if exempts(pair) or permits_forbidden(pair):
        if contradicts + weaker >= _RULED_OUT * doubt:
            return Relation.CONTRADICTS if contradicts >= _SIDE_BY_SIDE * weaker else Relation.WEAKER
    elif forbids_permitted(pair) and contradicts >= doubt:
        return Relation.CONTRADICTS
    if relation != Relation.COVERS:
        return relation
    if contradicts >= _CLEARLY * doubt:
        return Relation.CONTRADICTS
    return Relation.PARTIAL if contradicts >= doubt or _falls_short(pair) else relation


def _falls_short(pair: Pair) -> bool:
    """Returns whether a provision is too short beside the statement, and too far from one of its elements, to say all of it."""
    if len(pair.elements) < _FEWEST_ELEMENTS:
        return False
    length = pair.words / max(pair.statement_words, 1)
    return _LENGTH * length + _LEAST * float(pair.elements.min()) < _ENOUGH


def _contradicting(shares: Floats) -> float:
    return float(shares[RELATIONS.index(Relation.CONTRADICTS)])


def _explained(pair: Pair, relation: Relation, weak: bool) -> Judgement:
    """Returns the judgement with the reason that best explains it: a readable rule first, likeness to known texts last."""
    missing = _missing(pair) if relation == Relation.PARTIAL else ()
    reason, params = _reason(pair, relation)
    if missing and reason == "partial-meaning":
        reason, params = "missing-elements", (("elements", ", ".join(missing)),)
    unsure = reason.endswith("-meaning") or reason in ("no-modality", "missing-elements")
    return Judgement(relation=relation, reason=reason, params=params, weak=weak or unsure, missing=missing)


def _missing(pair: Pair) -> tuple[str, ...]:
    """Returns the keys of the clause's elements that the provision speaks to far less than to the one it speaks to most."""
    if len(pair.clause.elements) != len(pair.elements) or len(pair.elements) < _FEWEST_ELEMENTS:
        return ()
    most = float(pair.elements.max())
    return tuple(e.key for e, near in zip(pair.clause.elements, pair.elements, strict=True) if float(near) < most - _FAR_BEHIND)


def _reason(pair: Pair, relation: Relation) -> tuple[str, tuple[tuple[str, str], ...]]:
    explain = {
        Relation.CONTRADICTS: _why_contradicts,
        Relation.WEAKER: _why_weaker,
        Relation.STRICTER: _why_stricter,
        Relation.PARTIAL: _why_partial,
    }.get(relation, _why_covers)
    return explain(pair)


def _why_contradicts(pair: Pair) -> tuple[str, tuple[tuple[str, str], ...]]:
    if exempts(pair):
        return "exempts", _words(pair, Modality.EXEMPTION)
    if forbids_permitted(pair):
        return "forbids-permitted", _words(pair, Modality.PROHIBITION)
    if modalities(pair) & GRANTING and {"prohibition", "obligation"} & set(pair.clause.duties):
        return "permits-forbidden", _words(pair, *GRANTING)
    return "opposite-meaning", ()


def _why_weaker(pair: Pair) -> tuple[str, tuple[tuple[str, str], ...]]:
    if modalities(pair) & SOFT:
        return "softer-modality", (*_words(pair, *SOFT), ("duty", _duty(pair)))
    if has_exception(pair):
        return "exception", (("words", _first(pair.deontics, exception=True)),)
    return "weaker-meaning", ()


def _why_stricter(pair: Pair) -> tuple[str, tuple[tuple[str, str], ...]]:
    strict = [d for d in pair.deontics if d.strength == 3 and d.modality in BINDING]
    return ("stricter-modality", (("words", strict[0].words),)) if strict else ("stricter-meaning", ())


def _why_partial(pair: Pair) -> tuple[str, tuple[tuple[str, str], ...]]:
    if has_exception(pair):
        return "exception", (("words", _first(pair.deontics, exception=True)),)
    return "partial-meaning", ()


def _why_covers(pair: Pair) -> tuple[str, tuple[tuple[str, str], ...]]:
    if pair.cites:
        return "cites-clause", ()
    modal = [item for item in pair.deontics if not item.exception]
    if not modal:
        return "no-modality", ()
    speaking = max(modal, key=lambda item: (_fits(item.modality, pair.clause), item.strength, -item.start))
    return "same-direction", (("modality", speaking.modality.value), ("words", speaking.words), ("duty", _duty(pair)))


def _fits(modality: Modality, clause: Clause) -> bool:
    """Returns whether a modality does what the clause does: binds where it binds, grants where it grants."""
    grants = not {"obligation", "prohibition"} & set(clause.duties)
    return modality in (GRANTING if grants else BINDING)


def _duty(pair: Pair) -> str:
    return pair.clause.duties[0] if pair.clause.duties else "obligation"


def _words(pair: Pair, *modalities: Modality) -> tuple[tuple[str, str], ...]:
    found = [item.words for item in pair.deontics if item.modality in modalities and not item.exception]
    return (("words", found[0]),) if found else ()


def _first(items: Sequence[Deontic], *, exception: bool) -> str:
    return next(item.words for item in items if item.exception == exception)
