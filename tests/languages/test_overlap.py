"""Shared words, rare ones counting more."""

from __future__ import annotations

import numpy as np
import pytest

from ethicsdiff.languages.overlap import word_overlap

TEXTS = ("судья не берёт подарков", "сот бюджетті жариялайды", "a judge refuses gifts", "a judge refuses")


def test_a_text_is_wholly_like_itself_and_not_at_all_like_one_without_a_common_word() -> None:
    table = word_overlap(TEXTS, TEXTS)
    assert np.diag(table) == pytest.approx(np.ones(4), abs=1e-6)
    assert table[0, 1] == table[0, 2] == 0


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    table = word_overlap(["a gifts", "a judge"], TEXTS)
    assert table[0, 2] > table[1, 2]


def test_unknown_and_empty_texts_give_zeros() -> None:
    assert not word_overlap(["", "праздник"], TEXTS).any()
    assert word_overlap(["a judge"], [""]).tolist() == [[0.0]]


def test_what_else_is_asked_changes_no_score() -> None:
    assert word_overlap(TEXTS, TEXTS)[2] == pytest.approx(word_overlap([TEXTS[2]], TEXTS)[0])
