"""Whom a norm speaks of where that is no sitting judge, in the three languages."""

from __future__ import annotations

import pytest

from ethicsdiff.languages.addressee import others_addressed

OTHERS = {
    "en": {
        "A former judge may practise as an advocate.": "former judge",
        "7. Retired judges may sit as arbitrators.": "Retired judges",
        "Members of the court staff may belong to trade unions.": "court staff",
        "Candidates for judicial office need not declare loans.": "Candidates",
    },
    "ru": {
        "Судья в отставке вправе заниматься адвокатской деятельностью.": "Судья в отставке",
        "Судье, пребывающему в отставке, разрешается консультировать.": "Судье, пребывающему в отставке",
        "Работники аппарата суда могут состоять в профсоюзах.": "Работники аппарата суда",
        "Кандидаты в судьи не обязаны раскрывать займы.": "Кандидаты",
    },
    "kk": {
        "Отставкадағы судья адвокаттық қызметпен айналыса алады.": "Отставкадағы судья",
        "Сот аппаратының қызметкерлері кәсіподаққа мүше бола алады.": "Сот аппаратының қызметкерлері",
        "Судьялыққа кандидаттар қарыздарын ашуға міндетті емес.": "Судьялыққа кандидаттар",
    },
}
JUDGES = {
    "en": ("A judge may practise as an advocate.", "Partiality of a judge towards former clients is a ground for recusal."),
    "ru": ("Судья вправе заниматься адвокатской деятельностью.", "Судья после выхода стороны из процесса продолжает разбирательство."),
    "kk": ("Судья адвокаттық қызметпен айналыса алады.", "Судья бұрынғы клиентінің ісін қарамайды."),
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_people_who_are_no_sitting_judges_are_named_verbatim(language: str) -> None:
    assert {text: others_addressed(text, language, "") for text in OTHERS[language]} == OTHERS[language]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_norm_about_judges_names_nobody_else(language: str) -> None:
    assert [others_addressed(text, language, "") for text in JUDGES[language]] == ["", ""]


@pytest.mark.parametrize(
    ("text", "clause", "language"),
    [
        ("Court staff may accept gifts.", "A judge must not let court staff accept gifts.", "en"),
        ("Работники суда вправе принимать подарки.", "Судья не допускает, чтобы работники суда принимали подарки.", "ru"),
        ("Сот қызметкерлері сыйлық ала алады.", "Судья сот қызметкерлеріне сыйлық алуға жол бермейді.", "kk"),
    ],
)
def test_people_of_whom_the_clause_speaks_are_not_others(text: str, clause: str, language: str) -> None:
    assert others_addressed(text, language, clause) == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Court staff and judges attend the weekly meetings of the mayor.", "en"),
        ("Работники суда и судьи участвуют в совещаниях акима.", "ru"),
        ("Сот қызметкерлері мен судьялар әкімнің жиналысына қатысады.", "kk"),
        ("Тараптардың біріне өшпенділігі бар судья істі қарай береді.", "kk"),
        ("Адвокаттың туысы болып табылатын судья бас тартады.", "kk"),
    ],
)
def test_judges_beside_others_and_others_as_owners_are_no_other_addressee(text: str, language: str) -> None:
    assert others_addressed(text, language, "") == ""
