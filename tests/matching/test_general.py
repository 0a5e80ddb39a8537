"""Ranking any standard without exemplars, on toy texts and a toy encoder."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from ethicsdiff.matching.general import GeneralMatcher, Side, meaning_vectors

TOPICS = {"gift": 0, "подар": 0, "сыйлық": 0, "budget": 1, "бюджет": 1, "speech": 2, "слов": 2}


class ToyEncoder:
    """Knows a few topics in three languages, and adds the same constant to every text of a language."""

    model_id = "toy"
    dimension = 6

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Returns one row for each text."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            rows[row, 3 + (text[:1] > "z")] = 2.0 * bool(text)
            for word, topic in TOPICS.items():
                rows[row, topic] += word in text.lower()
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def side(*units: str | dict[str, str], above: Sequence[int] | None = None) -> Side:
    """Returns units of English texts, or of several languages."""
    wordings = tuple(tuple(unit.items()) if isinstance(unit, dict) else (("en", unit),) for unit in units)
    return Side(wordings=wordings, above=tuple(above) if above is not None else (-1,) * len(units))


STANDARD = side("No gift is taken.", "The budget is published.", "Speech is free.")


def test_without_an_encoder_shared_wording_ranks() -> None:
    scores = GeneralMatcher(STANDARD, None).scores(side("Nobody takes gifts", "publishing of budgets", "free to make a speech"))
    assert scores.argmax(axis=1).tolist() == [0, 1, 2] and scores.max() <= 1.0


def test_an_encoder_finds_the_unit_in_another_language() -> None:
    scores = GeneralMatcher(STANDARD, ToyEncoder()).scores(side({"ru": "подарок"}, {"kk": "сыйлық"}, {"ru": "свобода слова"}))
    assert scores.argmax(axis=1).tolist() == [0, 0, 2]


def test_a_statement_in_several_languages_is_read_in_that_of_the_text() -> None:
    standard = side({"en": "No gift is taken.", "ru": "Подарков не берут."}, {"en": "Speech is free.", "ru": "Слово свободно."})
    wording = GeneralMatcher(standard, None).wording(side({"ru": "не берут подарков"}))
    assert wording[0, 0] > 0.5 > wording[0, 1]


def test_the_heading_above_decides_between_equal_words() -> None:
    standard = side("Gifts", "Budget", "It is reported.", "It is reported.", above=[-1, -1, 0, 1])
    queries = side("On the budget", "This is reported", above=[-1, 0])
    scores = GeneralMatcher(standard, None).scores(queries)[1]
    assert scores[3] > scores[2] > scores[0]


def test_a_score_does_not_depend_on_what_else_is_asked() -> None:
    matcher = GeneralMatcher(STANDARD, None)
    queries = side("Nobody takes gifts", "publishing of budgets")
    assert matcher.scores(queries)[1] == pytest.approx(matcher.scores(side("publishing of budgets"))[0], abs=1e-6)


def test_an_empty_unit_is_like_nothing() -> None:
    empty = Side(wordings=((), (("en", ""),)), above=(-1, -1))
    assert not GeneralMatcher(STANDARD, None).scores(empty).any()
    assert not meaning_vectors(empty, ToyEncoder()).any()


def test_given_centres_are_taken_off_and_short_sides_are_left_as_they_are() -> None:
    raw = ToyEncoder().encode(["No gift"])[0]
    one = side("No gift")
    assert meaning_vectors(one, ToyEncoder())[0] == pytest.approx(raw, abs=1e-6)
    centre = np.array([0, 0, 0, raw[3], 0, 0], dtype=np.float32)
    assert meaning_vectors(one, ToyEncoder(), centres={"en": centre})[0] == pytest.approx(np.eye(6)[0], abs=1e-6)


def test_a_long_side_is_centred_by_its_own_mean() -> None:
    many = side(*(["No gift"] * 6 + ["Free speech"] * 6))
    vectors = meaning_vectors(many, ToyEncoder())
    assert vectors[0] @ vectors[11] == pytest.approx(-1.0, abs=1e-5)
