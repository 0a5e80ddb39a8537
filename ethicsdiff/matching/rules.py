"""Deontic rules that can be read aloud: what a provision does to its addressee against what the clause does."""

from __future__ import annotations

from ethicsdiff.matching.pair import Pair
from ethicsdiff.model.match import Modality

BINDING = frozenset({Modality.OBLIGATION, Modality.PROHIBITION})
GRANTING = frozenset({Modality.PERMISSION, Modality.RIGHT})
SOFT = frozenset({Modality.RECOMMENDATION, Modality.AVOIDANCE})


def modalities(pair: Pair) -> frozenset[Modality]:
    """Returns the modalities that the provision speaks in, exceptions apart."""
    return frozenset(item.modality for item in pair.deontics if not item.exception)


def only_grants(pair: Pair) -> bool:
    """Returns whether the provision permits or entitles and binds to nothing."""
    found = modalities(pair)
    return bool(found & GRANTING) and not found & (BINDING | SOFT)


def permits_forbidden(pair: Pair) -> bool:
    """Returns whether the provision only permits, where the clause only forbids and grants nothing."""
    duties = pair.clause.duties
    return only_grants(pair) and "prohibition" in duties and not {"permission", "obligation", "recommendation"} & set(duties)


def forbids_permitted(pair: Pair) -> bool:
    """Returns whether the provision only forbids, strictly, where the clause only permits."""
    found = modalities(pair)
    strict = any(d.modality == Modality.PROHIBITION and d.strength >= 2 for d in pair.deontics)
    return strict and not found & GRANTING and set(pair.clause.duties) == {"permission"} and not has_exception(pair)


def exempts(pair: Pair) -> bool:
    """Returns whether the provision exempts from what the clause demands, with no duty beside it."""
    found = modalities(pair)
    demands = {"obligation", "prohibition"} & set(pair.clause.duties)
    return Modality.EXEMPTION in found and not found & BINDING and bool(demands)


def soft_only(pair: Pair) -> bool:
    """Returns whether the provision recommends or avoids, and binds to nothing."""
    found = modalities(pair)
    return bool(found & SOFT) and not found & BINDING


def has_exception(pair: Pair) -> bool:
    """Returns whether an exception stands in the provision."""
    return any(item.exception for item in pair.deontics)
