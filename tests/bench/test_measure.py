"""Figures of hand-made proposals, computed by hand."""

from __future__ import annotations

import pytest

from ethicsdiff.bench.groups import grouped, kind_of, language_of, standard_of, sub_groups
from ethicsdiff.bench.measure import best_rank, figures, is_right
from ethicsdiff.bench.relations import confusion, contradictions, macro_f1, pairs
from tests.bench.builders import item, measured, scored

FOUR = (
    scored(item("1", "bangalore:4.14"), "bangalore:4.14 0.9", "bangalore:1.1 0.2", seconds=0.1),
    scored(item("2", "bangalore:4.15", language="ru"), "bangalore:4.14 0.6", "bangalore:4.15 0.4", seconds=0.3),
    scored(item("3", "kyiv:12", language="ru"), "bangalore:1.1 0.3", seconds=0.3),
    scored(item("4", kind="none", language="kk"), "bangalore:1.1 0.8", seconds=0.1),
)


def test_ranking_figures_are_those_computed_by_hand() -> None:
    found = figures(FOUR)
    assert (found.n, found.labelled) == (4, 3)
    assert found.top1 == pytest.approx(1 / 3)
    assert found.recall_at_3 == pytest.approx(2 / 3)
    assert found.mrr == pytest.approx((1 + 1 / 2 + 0) / 3)
    assert found.seconds == pytest.approx(0.2)


def test_the_decision_counts_items_aligned_with_any_clause() -> None:
    found = figures(FOUR)
    assert found.precision == pytest.approx(2 / 3) and found.recall == pytest.approx(2 / 3) and found.f1 == pytest.approx(2 / 3)


def test_calibration_error_is_how_far_probability_is_from_being_right() -> None:
    assert figures(FOUR).ece == pytest.approx((abs(0.9 - 1) + 0.6 + 0.3 + 0.8) / 4)
    assert figures([scored(item("1", "bangalore:1.1"), "bangalore:1.1 1.0")]).ece == pytest.approx(0.0)


def test_an_acceptable_neighbour_is_right_but_finds_no_label() -> None:
    row = scored(item("1", "bangalore:4.14", also_ok=["bangalore:4.15"]), "bangalore:4.15 0.9", "bangalore:4.14 0.8")
    assert is_right(row) and best_rank(row) == 2
    unlabelled = scored(item("2", also_ok=["bangalore:4.15"]), "bangalore:4.15 0.9")
    assert figures([row, unlabelled]).precision == 1.0


def test_a_sub_clause_counts_as_found_when_its_parent_is_proposed() -> None:
    assert best_rank(scored(item("1", "bangalore:2.5.1"), "bangalore:2.5 0.9")) == 1
    assert best_rank(scored(item("1", "bangalore:4.9-proviso"), "bangalore:4.9 0.9")) == 1
    assert best_rank(scored(item("1", "bangalore:2.5"), "bangalore:2.51 0.9")) == 0


def test_no_proposal_at_all_is_a_miss_and_not_an_error() -> None:
    found = figures([scored(item("1", "bangalore:1.1"))])
    assert (found.top1, found.mrr, found.f1, found.ece) == (0.0, 0.0, 0.0, 0.0)


RELATIONS = (
    scored(item("1", "bangalore:1.1=covers"), "bangalore:1.1=covers 0.9"),
    scored(item("2", "bangalore:1.1=covers"), "bangalore:1.1=partial 0.9"),
    scored(item("3", "bangalore:1.1=contradicts"), "bangalore:1.1=contradicts 0.9"),
    scored(item("4", "bangalore:1.1=contradicts"), "bangalore:1.1=covers 0.9"),
    scored(item("5", "bangalore:1.1=contradicts"), "bangalore:1.1=contradicts 0.4"),
)


def test_the_confusion_matrix_holds_the_pairs_that_were_shown() -> None:
    assert confusion(pairs(RELATIONS)) == {"covers": {"covers": 1, "partial": 1}, "contradicts": {"contradicts": 1, "covers": 1}}


def test_macro_f1_is_the_mean_over_the_relations_that_were_wanted() -> None:
    covers, contradicts = 2 * 0.5 * 0.5 / 1.0, 2 * 1.0 * 0.5 / 1.5
    assert macro_f1(confusion(pairs(RELATIONS))) == pytest.approx((covers + contradicts) / 2)
    assert macro_f1({}) == 0.0


def test_contradictions_are_counted_over_all_that_are_labelled() -> None:
    fate = contradictions(pairs(RELATIONS))
    assert (fate.labelled, fate.shown, fate.found, fate.said_to_cover) == (3, 2, 1, 1)
    assert fate.share_found == pytest.approx(1 / 3)


def test_a_pair_beyond_the_first_three_is_not_shown() -> None:
    row = scored(item("1", "bangalore:1.1"), "kyiv:1 0.9", "kyiv:2 0.8", "kyiv:3 0.7", "bangalore:1.1 0.6")
    assert [(pair.rank, pair.shown) for pair in pairs([row])] == [(4, False)]


def test_groups_partition_the_items() -> None:
    for key in (language_of, kind_of, standard_of, *sub_groups(measured(*FOUR)).values()):
        assert sorted(row.item.id for part in grouped(FOUR, key).values() for row in part) == ["1", "2", "3", "4"]


def test_sub_groups_are_named_by_language_and_by_value() -> None:
    keys = sub_groups(measured(*FOUR))
    assert list(grouped(FOUR, keys["languages_standards"])) == ["en bangalore", "kk none", "ru bangalore", "ru kyiv"]
    assert list(grouped(FOUR, keys["values"])) == ["bangalore 4", "kyiv I", "none"]


def test_labels_of_clauses_that_do_not_exist_are_named() -> None:
    assert measured(scored(item("1", "bangalore:9.9", "bangalore:1.1"))).unknown_labels == ("bangalore:9.9",)
