"""The passages of a provision that are compared: the whole, and of a long one its sentences and items."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ethicsdiff.bench.gold import GoldItem, as_provision
from ethicsdiff.matching.passages import Passage, joined, passages, strongest
from ethicsdiff.model.document import Provision

GIFTS = {
    "en": "A judge accepts no gift, loan or favour from anybody who has a matter before the court, nor does a member of the household.",
    "ru": "Судья не принимает подарков, займов и услуг от лиц, чьи дела находятся в производстве суда, и не позволяет этого близким.",
    "kk": "Судья сот өндірісіндегі істері бар адамдардан сыйлық, қарыз немесе қызмет қабылдамайды және жақындарына да бұған жол бермейді.",
}
TRAINING = {
    "en": "Every judge spends at least forty hours a year on training and keeps a record of the courses that were attended there.",
    "ru": "Каждый судья не менее сорока часов в год посвящает повышению квалификации и ведёт учёт пройденных им учебных курсов и семинаров.",
    "kk": "Әрбір судья жылына кемінде қырық сағатын біліктілігін арттыруға арнайды және өткен курстары мен семинарларының есебін жүргізіп отырады.",
}
BACK = {
    "en": "This rule does not apply to flowers and souvenirs that are handed over in public on the occasion of an official event.",
    "ru": "Это правило не распространяется на цветы и сувениры, которые открыто вручаются по случаю официального мероприятия.",
    "kk": "Бұл тыйым ресми іс-шара кезінде жұрт алдында табыс етілетін гүлдер мен кәдесыйларға қолданылмайды және олар туралы хабарланбайды.",
}


def provision(text: str, language: str, lead_in: str = "") -> Provision:
    """Returns a provision of a draft."""
    item = GoldItem(id="p1", language=language, kind="", text=text, labels=(), also_ok=())
    return replace(as_provision(item), lead_in=lead_in)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_long_provision_is_compared_whole_and_by_sentences_and_one_that_leans_back_stays_with_the_one_before(language: str) -> None:
    gifts, training, back = GIFTS[language], TRAINING[language], BACK[language]
    text = f"{gifts} {back} {training}"
    found = passages(provision(text, language))
    assert [passage.text for passage in found] == [text, f"{gifts} {back}", training]
    assert [text[passage.start : passage.end] for passage in found] == [passage.text for passage in found]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_short_provision_is_compared_whole_only(language: str) -> None:
    assert [passage.text for passage in passages(provision(GIFTS[language], language))] == [GIFTS[language]]


def test_items_of_a_list_in_the_running_text_keep_their_lead_in() -> None:
    items = (
        "give interviews about cases that are still pending before any court of the country;",
        "take part in the meetings of political parties or collect money for their campaigns;",
        "give legal advice for a fee to relatives, former colleagues or to anybody else who asks;",
        "use the title of judge in private disputes with shops, neighbours, banks or the police.",
    )
    text = f"A judge shall not: {' '.join(items)}"
    assert [passage.text for passage in passages(provision(text, "en"))][1:] == [f"A judge shall not: {item}" for item in items]


def test_sentences_of_a_list_item_are_compared_under_the_lead_in_of_the_list() -> None:
    found = passages(provision(f"{GIFTS['en']} {BACK['en']} {TRAINING['en']}", "en", lead_in="Outside the court:"))
    assert all(passage.text.startswith("Outside the court: ") for passage in found)


def test_a_clause_is_judged_on_the_sentences_that_speak_of_it_together() -> None:
    parts = [Passage("all", 0, 30), Passage("one", 0, 9), Passage("two", 10, 19), Passage("three", 20, 30)]
    chances = np.array([[0.4, 0.1, 0.9], [0.9, 0.0, 0.6], [0.1, 0.3, 0.7], [0.8, 0.0, 0.8]])
    found = list(strongest(chances, (), 3))
    assert found == [(0, 0.9, (1, 3)), (2, 0.9, (0,)), (1, 0.1, (0,))]
    assert joined(parts, found[0][2]) == Passage("one three", 0, 30)


def test_a_clause_that_the_provision_cites_is_all_but_sure() -> None:
    assert [(column, chance) for column, chance, _ in strongest(np.array([[0.2, 0.1]]), (1,), 2)] == [(1, 0.99), (0, 0.2)]
