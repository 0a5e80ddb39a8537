"""Deontic vocabulary in three languages, the polarity traps first: what a norm does to its addressee."""

from __future__ import annotations

import pytest

from ethicsdiff.languages.nlp import deontics, sentences
from ethicsdiff.model.match import Modality as M

CASES = [
    # English: "may not" bans, "need not" exempts
    ("en", "A judge may not accept gifts.", M.PROHIBITION, "may not"),
    ("en", "A judge need not recuse in such cases.", M.EXEMPTION, "need not"),
    ("en", "No judge or relative may accept a loan.", M.PROHIBITION, "No judge or relative may"),
    ("en", "The judge shall decide alone.", M.OBLIGATION, "shall"),
    ("en", "A judge should avoid such company.", M.AVOIDANCE, "should avoid"),
    ("en", "A judge may teach law.", M.PERMISSION, "may"),
    ("en", "Judges are entitled to join associations.", M.RIGHT, "entitled"),
    ("en", "A judge keeps a list of interests.", M.DECLARATION, "judge keeps"),
    # Russian: «не обязан» exempts, «не должен» and «не вправе» ban
    ("ru", "Судья не обязан заявлять самоотвод.", M.EXEMPTION, "не обязан"),
    ("ru", "Судья не должен принимать подарки.", M.PROHIBITION, "не должен"),
    ("ru", "Судья не вправе принимать подарки.", M.PROHIBITION, "не вправе"),
    ("ru", "Судья вправе преподавать.", M.RIGHT, "вправе"),
    ("ru", "Судья не может не заявить самоотвод.", M.OBLIGATION, "не может не"),
    ("ru", "Судье следует избегать споров.", M.RECOMMENDATION, "следует"),
    ("ru", "Давление на судью не допускается.", M.PROHIBITION, "не допускается"),
    ("ru", "Судья не принимает займы у сторон.", M.PROHIBITION, "не принимает"),
    ("ru", "Преподавание не запрещается.", M.PERMISSION, "не запрещается"),
    # Kazakh: the negative sits in the verb, the modal stays positive
    ("kk", "Судья сыйлық алмауға тиіс.", M.PROHIBITION, "алмауға тиіс"),
    ("kk", "Судья өздігінен бас тартуға міндетті емес.", M.EXEMPTION, "міндетті емес"),
    ("kk", "Судья мұндай сыйлықты алуға тиіс емес.", M.PROHIBITION, "тиіс емес"),
    ("kk", "Судья сыйлық алуға құқылы емес.", M.PROHIBITION, "құқылы емес"),
    ("kk", "Судья сабақ беруге құқылы.", M.RIGHT, "құқылы"),
    ("kk", "Судья істі уақтылы қарауға міндетті.", M.OBLIGATION, "міндетті"),
    ("kk", "Судья конференцияға қатыса алады.", M.PERMISSION, "қатыса алады"),
    ("kk", "Судья іске қатыса алмайды.", M.PROHIBITION, "қатыса алмайды"),
    ("kk", "Судьяға қысым жасауға тыйым салынады.", M.PROHIBITION, "тыйым салынады"),
    ("kk", "Судья бұған жол бермеуге тиіс.", M.PROHIBITION, "бермеуге тиіс"),
    ("kk", "Судьяның ойынханаға баруына тыйым салынбайды.", M.PERMISSION, "тыйым салынбайды"),
    ("kk", "Судья гүл де, кітап та алмайды.", M.PROHIBITION, "алмайды"),
    ("kk", "Судьяның бұған құқығы жоқ.", M.PROHIBITION, "құқығы жоқ"),
]


SUGGESTIVE = [
    ("en", "No judge is expected to know the family's investments.", M.EXEMPTION, "No judge is expected"),
    ("en", "Nothing prevents a judge from sitting in such a case.", M.PERMISSION, "Nothing prevents"),
    ("en", "Nothing in these rules restrains a judge from dining with counsel.", M.PERMISSION, "Nothing in these rules restrains"),
    ("en", "A judge may use the letterhead of the court only for letters of the court.", M.PROHIBITION, "may use the letterhead of the court only"),
    ("ru", "Судье незачем помнить о достоинстве должности.", M.EXEMPTION, "незачем"),
    ("ru", "Судья волен входить в правления фирм.", M.PERMISSION, "волен"),
    ("ru", "Судья не освобождается от этой обязанности.", M.OBLIGATION, "не освобождается"),
    ("kk", "Сыйлық алуына судья кедергі жасамайды.", M.PERMISSION, "кедергі жасамайды"),
    ("kk", "Судья істі қарай береді.", M.PERMISSION, "қарай береді"),
    ("kk", "Судьяға лауазым абыройын ойлаудың қажеті жоқ.", M.EXEMPTION, "қажеті жоқ"),
]


@pytest.mark.parametrize(("language", "text", "modality", "words"), SUGGESTIVE)
def test_words_that_suggest_a_modality_count_only_where_duties_are_judged(language: str, text: str, modality: M, words: str) -> None:
    assert (modality, words) in [(item.modality, item.words) for item in deontics(text, language, wide=True)]
    assert (modality, words) not in [(item.modality, item.words) for item in deontics(text, language)]


def test_what_is_handed_over_in_kazakh_is_no_permission_and_an_occupation_that_may_not_be_pursued_is_a_prohibition() -> None:
    assert M.PERMISSION not in [item.modality for item in deontics("Судья материалды тараптарға береді.", "kk", wide=True)]
    assert [item.modality for item in deontics("Judges may pursue no occupation.", "en")] == [M.PROHIBITION]


@pytest.mark.parametrize(("language", "text", "modality", "words"), CASES)
def test_the_modality_of_a_norm_is_read_from_its_words(language: str, text: str, modality: M, words: str) -> None:
    found = [(item.modality, item.words) for item in deontics(text, language) if not item.exception]
    assert (modality, words) in found
    assert {m for m, _ in found if m in (M.PERMISSION, M.RIGHT, M.EXEMPTION)} <= {modality}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "A judge shall not accept gifts except tokens.", "except"),
        ("ru", "Подарки запрещены, за исключением символических.", "за исключением"),
        ("kk", "Естелік сыйлықтарды қоспағанда, сыйлық алуға болмайды.", "қоспағанда"),
    ],
)
def test_exceptions_are_seen_beside_the_norm(language: str, text: str, words: str) -> None:
    assert [item.words for item in deontics(text, language) if item.exception] == [words]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_spans_point_at_the_verbatim_words(language: str) -> None:
    for code, text, _, words in CASES:
        if code == language:
            assert words in [text[item.start : item.end] for item in deontics(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("ru", "Судья независим. Он подчиняется закону (ст. 5); он беспристрастен.", 3),
        ("kk", "Судья тәуелсіз. Ол заңға бағынады; ол бейтарап.", 3),
        ("en", "A judge is independent. See art. 5. The judge is impartial.", 3),
    ],
)
def test_sentences_end_at_stops_and_semicolons_but_not_at_abbreviations(language: str, text: str, parts: int) -> None:
    assert len(sentences(text, language)) == parts


def test_a_latin_letter_inside_a_kazakh_word_does_not_hide_the_modal() -> None:
    assert [d.modality for d in deontics("Судья сыйлық алмауға тиic.", "kk")] == [M.PROHIBITION]
