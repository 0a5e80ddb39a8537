"""What decides a relation, as numbers: the provision's modality against the clause's duty, and the relations of its nearest exemplars."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.nlp import deontics
from ethicsdiff.matching.head import Floats
from ethicsdiff.matching.logistic import sigmoid, with_intercept
from ethicsdiff.matching.pair import Pair
from ethicsdiff.matching.rules import exempts, forbids_permitted, permits_forbidden, soft_only
from ethicsdiff.model.match import Deontic, Modality, Relation
from ethicsdiff.model.standard import Clause

RELATIONS = (Relation.COVERS, Relation.PARTIAL, Relation.WEAKER, Relation.STRICTER, Relation.CONTRADICTS)
_DUTIES = ("obligation", "prohibition", "permission", "recommendation")
_SHARPNESS = 12.0


def relation_votes(similarity: Floats, relations: NDArray[np.int32]) -> Floats:
    """Returns (5,) shares of `RELATIONS` among the exemplars of one clause, near ones weighing more; `similarity` is (rows,)."""
    if not similarity.size:
        return np.full(len(RELATIONS), 1.0 / len(RELATIONS), dtype=np.float32)
    weights = np.exp(_SHARPNESS * (similarity - similarity.max()))
    votes = np.array([weights[relations == k].sum() for k in range(len(RELATIONS))], dtype=np.float32)
    result: Floats = votes / max(float(votes.sum()), 1e-9)
    return result


def nearest_by_relation(similarity: Floats, relations: NDArray[np.int32]) -> Floats:
    """Returns (5,) similarities of the nearest exemplar of each relation, less the nearest of all; -1 where there is none."""
    result = np.full(len(RELATIONS), -1.0, dtype=np.float32)
    if similarity.size:
        for k in range(len(RELATIONS)):
            mine = similarity[relations == k]
            result[k] = float(mine.max() - similarity.max()) if mine.size else -1.0
    return result


@lru_cache(maxsize=32768)
def modal_words(text: str, language: str) -> tuple[Deontic, ...]:
    """Returns the modal words of a text; kept, because a text meets several clauses, and an exemplar two fits."""
    return deontics(text, language, wide=True)


def modality_profile(deontics: Sequence[Deontic]) -> NDArray[np.float64]:
    """Returns one strength (0 to 1) for each modality, and whether an exception stands there: (9,)."""
    profile = np.zeros(len(Modality) + 1)
    order = list(Modality)
    for item in deontics:
        if item.exception:
            profile[-1] = 1.0
        else:
            place = order.index(item.modality)
            profile[place] = max(profile[place], item.strength / 3.0)
    return profile


def duty_profile(clause: Clause) -> NDArray[np.float64]:
    """Returns one flag for each kind of duty the clause lays down: (4,)."""
    return np.array([float(duty in clause.duties) for duty in _DUTIES])


def statement_words(clause: Clause, language: str) -> int:
    """Returns the length in words of the clause's statement in a language."""
    return len(dict(clause.statements).get(language, "").split())


def relation_features(pair: Pair) -> NDArray[np.float64]:
    """Returns the feature row of one pair: leaning, votes, nearest exemplars, modality, modality by duty, how much of the clause is met."""
    votes, nearest = relation_votes(pair.similarity, pair.relations), nearest_by_relation(pair.similarity, pair.relations)
    modality, duty = modality_profile(pair.deontics), duty_profile(pair.clause)
    return np.concatenate([pair.leaning, votes, nearest, modality, np.outer(modality, duty).ravel(), _rules(pair), _extent(pair)])


def relation_shares(features: NDArray[np.float64], weights: NDArray[np.float64]) -> Floats:
    """Returns the probability of each of `RELATIONS` for each row of features, (n, 5), each row with the sum 1."""
    scores = sigmoid(with_intercept(features) @ weights)
    result: Floats = (scores / scores.sum(axis=1, keepdims=True)).astype(np.float32)
    return result


def _rules(pair: Pair) -> NDArray[np.float64]:
    """Returns one flag for each readable rule that applies: (4,)."""
    return np.array([float(rule(pair)) for rule in (permits_forbidden, forbids_permitted, exempts, soft_only)])


def _extent(pair: Pair) -> NDArray[np.float64]:
    """Returns length, length against the statement, number of elements, and the mean, least and spread of their similarity: (6,)."""
    ratio = np.log((pair.words + 3) / (pair.statement_words + 3))
    if not pair.elements.size:
        return np.array([min(pair.words, 80) / 80, ratio, 0.0, 0.0, 0.0, 0.0])
    least, mean, most = float(pair.elements.min()), float(pair.elements.mean()), float(pair.elements.max())
    return np.array([min(pair.words, 80) / 80, ratio, min(len(pair.elements), 6) / 6, mean, least, most - least])
