"""Limits and shares of a norm against those of a clause, in the three languages."""

from __future__ import annotations

import pytest

from ethicsdiff.languages.thresholds import missed_threshold

HALF = {
    "en": "At least half of the members are judges.",
    "ru": "Не менее половины членов составляют судьи.",
    "kk": "Мүшелерінің кемінде жартысы судьялар болады.",
}


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("One third of the members are judges.", "en", ("One third", "half")),
        ("Треть членов составляют судьи.", "ru", ("Треть", "половины")),
        ("Мүшелерінің үштен бірі судьялар болады.", "kk", ("үштен бірі", "жартысы")),
        ("Thirty-five per cent of the members are judges; 35 % of the seats.", "en", ("35 %", "half")),
    ],
)
def test_a_share_below_the_least_is_said_with_both_numbers(text: str, language: str, said: tuple[str, str]) -> None:
    assert missed_threshold(text, HALF[language], language) == said


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two thirds of the members are judges.", "en"),
        ("Две трети членов составляют судьи.", "ru"),
        ("Мүшелерінің үштен екісі судьялар болады.", "kk"),
        ("The members are judges.", "en"),
        ("The council has 12 members.", "en"),
    ],
)
def test_a_share_that_keeps_to_the_least_or_no_share_is_no_difference(text: str, language: str) -> None:
    assert missed_threshold(text, HALF[language], language) is None


@pytest.mark.parametrize(
    ("text", "statement", "language", "kept"),
    [
        ("The decision is published within 60 days.", "The decision is published within 30 days.", "en", False),
        ("Решение публикуется в течение двух месяцев.", "Решение публикуется в течение одного месяца.", "ru", False),
        ("Шешім он күн ішінде жарияланады.", "Шешім он күн ішінде жарияланады.", "kk", True),
    ],
)
def test_time_limits_of_one_unit_are_compared(text: str, statement: str, language: str, kept: bool) -> None:
    assert (missed_threshold(text, statement, language) is None) == kept
