"""How a provision stands to a clause, from what is known of the pair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ethicsdiff import pipeline
from ethicsdiff.matching.pair import Pair
from ethicsdiff.matching.relation import judge
from ethicsdiff.matching.relation_features import relation_features
from ethicsdiff.model.match import Deontic, Modality, Relation

NO_DOUBT = 1.0


@pytest.fixture(scope="module")
def whole() -> Pair:
    """Returns a provision as long as the statement of a clause with two elements, of which it says both."""
    clause = next(c for s in pipeline.shipped_catalogue().standards for c in s.clauses if (c.standard, c.id) == ("bangalore", "4.14"))
    two = np.array([0.5, 0.4], dtype=np.float32)
    nothing = np.zeros(0, dtype=np.float32)
    return Pair(
        clause=clause, deontics=(), words=30, statement_words=30, similarity=nothing, relations=np.zeros(0, dtype=np.int32),
        leaning=np.zeros(5, dtype=np.float32), elements=two,
    )  # fmt: skip


def relation(pair: Pair) -> Relation:
    """Returns the relation where all relations are equally likely, so that the first, covers, stands unless a rule speaks."""
    weights = np.zeros((relation_features(pair).size + 1, 5), dtype=np.float32)
    return judge(pair, weights, NO_DOUBT).relation


def test_a_provision_that_says_both_elements_covers(whole: Pair) -> None:
    assert relation(whole) == Relation.COVERS


def test_a_short_provision_far_from_one_element_is_partial_and_names_it(whole: Pair) -> None:
    short = replace(whole, words=8, elements=np.array([0.5, 0.0], dtype=np.float32))
    weights = np.zeros((relation_features(short).size + 1, 5), dtype=np.float32)
    said = judge(short, weights, NO_DOUBT)
    assert said.relation == Relation.PARTIAL and said.missing == (whole.clause.elements[1].key,) and said.weak


def test_a_long_provision_is_not_held_to_the_likeness_of_each_element(whole: Pair) -> None:
    assert relation(replace(whole, elements=np.array([0.5, 0.0], dtype=np.float32))) == Relation.COVERS


def test_a_clause_of_one_element_is_covered_by_few_words(whole: Pair) -> None:
    assert relation(replace(whole, words=4, elements=np.array([0.1], dtype=np.float32))) == Relation.COVERS


def test_what_only_permits_is_never_stricter_than_the_clause(whole: Pair) -> None:
    may = Deontic(modality=Modality.PERMISSION, strength=1, start=0, end=3, words="may")
    weights = np.zeros((relation_features(whole).size + 1, 5), dtype=np.float32)
    weights[-1, 3] = 1.0
    assert judge(whole, weights, NO_DOUBT).relation == Relation.STRICTER
    assert judge(replace(whole, deontics=(may,)), weights, NO_DOUBT).relation != Relation.STRICTER


@pytest.mark.parametrize(("share", "said"), [(0.1, Relation.COVERS), (0.25, Relation.PARTIAL), (0.4, Relation.CONTRADICTS)])
def test_beside_a_possible_contradiction_covers_is_not_said_and_contradicts_only_where_it_is_likelier(
    whole: Pair, share: float, said: Relation
) -> None:
    weights = np.zeros((relation_features(whole).size + 1, 5), dtype=np.float32)
    # Likelihoods whose shares are `share` for a contradiction and the rest for covers.
    weights[-1] = [np.log((1 - share) / share), -30.0, -30.0, -30.0, np.log(share / (1 - share))]
    judgement = judge(whole, weights, 0.22)
    assert judgement.relation == said and (judgement.reason == "unclear-meaning") == (said == Relation.PARTIAL)


def test_a_provision_about_others_is_partial_whatever_it_resembles(whole: Pair) -> None:
    weights = np.zeros((relation_features(whole).size + 1, 5), dtype=np.float32)
    weights[-1, :4], weights[-1, 4] = -1.0, 3.0
    assert judge(whole, weights, NO_DOUBT).relation == Relation.CONTRADICTS
    said = judge(replace(whole, others="A former judge"), weights, NO_DOUBT)
    assert (said.relation, said.reason, said.weak) == (Relation.PARTIAL, "other-addressee", True)


def test_a_number_that_differs_forbids_to_say_covers_and_is_named(whole: Pair) -> None:
    said = judge(replace(whole, numbers=("one third", "half")), np.zeros((relation_features(whole).size + 1, 5), np.float32), NO_DOUBT)
    assert (said.relation, said.reason) == (Relation.PARTIAL, "other-number")
    assert said.params == (("words", "one third"), ("number", "half"))


@pytest.mark.parametrize(("chance", "said"), [(0.9, Relation.CONTRADICTS), (0.4, Relation.PARTIAL)])
def test_a_contradiction_is_said_only_where_the_clause_is_likely_to_be_meant(whole: Pair, chance: float, said: Relation) -> None:
    weights = np.zeros((relation_features(whole).size + 1, 5), dtype=np.float32)
    weights[-1, :4], weights[-1, 4] = -1.0, 3.0
    judgement = judge(replace(whole, chance=chance), weights, NO_DOUBT)
    assert judgement.relation == said and (judgement.reason == "unclear-meaning") == (said == Relation.PARTIAL)
