"""What reviewers decided changes what is proposed for provisions very like those they saw, and nothing else."""

from __future__ import annotations

import pytest

from ethicsdiff.languages.encoder import Encoder, load_encoder
from ethicsdiff.matching.engine import Engine, build_engine
from ethicsdiff.matching.head import Head, load_head
from ethicsdiff.model.lesson import Lesson
from ethicsdiff.model.match import Candidate, Relation
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.standards.load import load_catalogue
from tests.matching.test_matcher import HEAD, STANDARDS, provision

SEEN = {
    "en": "Court drivers are rotated every quarter between the chambers.",
    "ru": "Водители суда ежеквартально меняются между составами.",
    "kk": "Сот жүргізушілері тоқсан сайын құрамдар арасында ауысады.",
}
ALIKE = {
    "en": "Every quarter the drivers of the court are rotated between its chambers.",
    "ru": "Ежеквартально водители суда меняются между составами.",
    "kk": "Соттың жүргізушілері әр тоқсан сайын құрамдар арасында ауысып отырады.",
}
GIFTS = {
    "en": "A judge shall not accept presents from the parties to a case.",
    "ru": "Судья не принимает подарков от участников процесса.",
    "kk": "Судья іске қатысушы тараптардан сыйлық алмауға тиіс.",
}
Parts = tuple[Catalogue, Head, Encoder]


@pytest.fixture(scope="module")
def parts() -> Parts:
    encoder, status = load_encoder()
    if encoder is None:
        pytest.skip(f"the encoder's weights are not installed ({status.reason})")
    return load_catalogue(STANDARDS), load_head(HEAD), encoder


def lesson(language: str, text: str, clause: str, relation: Relation) -> Lesson:
    return Lesson(standard="bangalore", clause=clause, relation=relation, language=language, text=text)


def taught(parts: Parts, *lessons: Lesson) -> Engine:
    catalogue, head, encoder = parts
    return build_engine(catalogue, head, encoder, lessons=lessons)


def of_clause(engine: Engine, language: str, text: str, clause: str) -> Candidate | None:
    found = engine.propose([provision(text, language)], keep=100)
    return next((one for one in found if (one.standard, one.clause) == ("bangalore", clause)), None)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_confirmed_pair_is_proposed_for_a_provision_very_like_it(parts: Parts, language: str) -> None:
    engine = taught(parts, lesson(language, SEEN[language], "5.4", Relation.WEAKER))
    before, now = (of_clause(one, language, ALIKE[language], "5.4") for one in (taught(parts), engine))
    assert before is None or before.probability < engine.threshold
    assert now is not None and now.probability >= engine.threshold and now.judgement.relation == Relation.WEAKER
    assert any(signal.name == "lesson" for signal in now.signals)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_rejected_pair_is_no_longer_proposed_for_the_same_words(parts: Parts, language: str) -> None:
    engine = taught(parts, lesson(language, GIFTS[language], "4.14", Relation.NONE))
    now = of_clause(engine, language, GIFTS[language], "4.14")
    assert now is None or now.probability < engine.threshold


def test_a_lesson_leaves_other_provisions_as_they_were(parts: Parts) -> None:
    engine = taught(parts, lesson("en", SEEN["en"], "5.4", Relation.WEAKER))
    text = "Cases are distributed among judges at random by a computer programme."
    before, now = (one.propose([provision(text, "en")])[0] for one in (taught(parts), engine))
    assert (before.clause, before.judgement.relation) == (now.clause, now.judgement.relation)
    assert abs(before.probability - now.probability) < 0.01


def test_decisions_that_differ_about_one_text_do_no_harm(parts: Parts) -> None:
    twice = (lesson("en", GIFTS["en"], "4.14", Relation.COVERS), lesson("en", GIFTS["en"], "4.14", Relation.NONE))
    found = taught(parts, *twice).propose([provision(GIFTS["en"], "en")])
    assert found and all(0.0 <= one.probability <= 1.0 for one in found)


def test_a_lesson_on_an_unknown_clause_teaches_nothing(parts: Parts) -> None:
    engine = taught(parts, lesson("en", SEEN["en"], "99.9", Relation.COVERS))
    assert engine.propose([provision(GIFTS["en"], "en")]) == taught(parts).propose([provision(GIFTS["en"], "en")])
