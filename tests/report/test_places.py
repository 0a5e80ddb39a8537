"""Places in words, in the language of the report and not of the draft."""

from __future__ import annotations

import pytest

from ethicsdiff.model.document import Draft
from ethicsdiff.model.document import ProvisionKind as Kind
from ethicsdiff.report.context import make_context
from ethicsdiff.report.places import chapter_of, place_of
from tests.report.builders import LANGUAGES, Unit, compared, draft_of, sample_catalogue, sample_draft

PLACES = {
    "en": "Chapter 1, Article 2, paragraph 1",
    "ru": "Глава 1, Статья 2, пункт 1",
    "kk": "1-тарау, 2-бап, 1-тармақ",
}


def places(draft: Draft, language: str) -> dict[str, str]:
    context = make_context(draft, sample_catalogue(), compared(), language)
    return {provision.id: place_of(context, provision) for provision in draft.provisions}


def chapters(draft: Draft, language: str) -> dict[str, str]:
    context = make_context(draft, sample_catalogue(), compared(), language)
    return {provision.id: chapter_of(context, provision) for provision in draft.provisions}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of_draft", LANGUAGES)
def test_a_place_is_said_in_the_language_of_the_report(of_draft: str, language: str) -> None:
    assert places(sample_draft(of_draft), language)["p1"] == PLACES[language]


@pytest.mark.parametrize(
    ("of_draft", "name"),
    [("ru", "ГЛАВА 1"), ("kk", "1 тарау"), ("kk", "1-ТАРАУ"), ("en", "CHAPTER 1"), ("kk", "1-тaрау")],
)
def test_other_spellings_of_a_unit_are_read(of_draft: str, name: str) -> None:
    draft = draft_of([Unit(id="ch", name=name, kind=Kind.CHAPTER, text="x")], language=of_draft)
    assert places(draft, "kk")["ch"] == "1-тарау"


def test_roman_and_inserted_numbers_are_kept() -> None:
    units = [
        Unit(id="s", name="Раздел II", kind=Kind.SECTION),
        Unit(id="a", parent="s", name="Статья 27-1", kind=Kind.ARTICLE),
        Unit(id="p", parent="a", name="1-1", text="x"),
    ]
    draft = draft_of(units, language="ru")
    assert places(draft, "ru")["p"] == "Раздел II, Статья 27-1, пункт 1-1"
    assert places(draft, "kk")["p"] == "II-бөлім, 27-1-бап, 1-1-тармақ"


@pytest.mark.parametrize("name", ["Canon 2", "Параграф 3", "§ 4", "Заключительные положения"])
def test_units_of_other_wording_stay_as_displayed(name: str) -> None:
    draft = draft_of([Unit(id="s", name=name, kind=Kind.SECTION, text="x")])
    assert places(draft, "kk")["s"] == name


def test_list_units_get_the_word_for_their_kind() -> None:
    units = [
        Unit(id="a", name="Статья 7", kind=Kind.ARTICLE),
        Unit(id="p", parent="a", name="2", label="2.", text="Судья не вправе:"),
        Unit(id="s", parent="p", name="3", label="3)", kind=Kind.SUBPARAGRAPH, text="x"),
        Unit(id="u", parent="p", name="а", label="а", kind=Kind.SUBPARAGRAPH, text="x"),
    ]
    draft = draft_of(units, language="ru")
    assert places(draft, "ru")["s"] == "Статья 7, пункт 2, подпункт 3)"
    assert places(draft, "ru")["u"] == "Статья 7, пункт 2, подпункт а"
    assert places(draft, "kk")["s"] == "7-бап, 2-тармақ, 3) тармақша"
    assert places(draft, "en")["s"] == "Article 7, paragraph 2, subparagraph (3)"


def test_dashes_are_counted_after_the_words_that_lead_in() -> None:
    units = [
        Unit(id="p", name="1", text="Судья:"),
        Unit(id="d1", parent="p", name="-", kind=Kind.INDENT, text="x"),
        Unit(id="d2", parent="p", name="-", kind=Kind.INDENT, text="x"),
    ]
    draft = draft_of(units, language="ru")
    assert places(draft, "ru")["d2"] == "пункт 1, абзац 3"
    assert places(draft, "kk")["d1"] == "1-тармақ, 2-абзац"


@pytest.mark.parametrize(("of_draft", "name"), [("ru", "абзац 2"), ("kk", "2-абзац"), ("en", "para 2")])
def test_unnumbered_paragraphs_are_not_mistaken_for_numbered_ones(of_draft: str, name: str) -> None:
    units = [Unit(id="a", name="Article 1", kind=Kind.ARTICLE), Unit(id="u", parent="a", name=name, text="x")]
    draft = draft_of(units, language=of_draft)
    assert places(draft, "en")["u"] == "Article 1, unnumbered paragraph 2"
    assert places(draft, "kk")["u"] == "1-бап, 2-абзац"


def test_recitals_of_a_preamble() -> None:
    units = [
        Unit(id="pre", name="Кіріспе", kind=Kind.SECTION, heading="Кіріспе"),
        Unit(id="pre.r3", parent="pre", name="3", kind=Kind.RECITAL, text="x"),
    ]
    draft = draft_of(units, language="kk")
    assert places(draft, "en")["pre.r3"] == "Preamble, recital 3"
    assert places(draft, "kk")["pre.r3"] == "Кіріспе, 3-абзац"
    assert chapters(draft, "en")["pre.r3"] == "Preamble"


def test_goals_tasks_measures_and_rows() -> None:
    units = [
        Unit(id="g", name="Цель 1", kind=Kind.GOAL),
        Unit(id="t", parent="g", name="Задача 1.2", kind=Kind.TASK),
        Unit(id="m", parent="t", name="3", kind=Kind.MEASURE, text="x"),
        Unit(id="r", parent="g", name="4", kind=Kind.TABLE_ROW, text="x"),
    ]
    draft = draft_of(units, language="ru")
    assert places(draft, "kk")["m"] == "1-мақсат, 1.2-міндет, 3-іс-шара"
    assert places(draft, "ru")["r"] == "Цель 1, строка 4"


def test_a_chapter_carries_its_heading() -> None:
    assert chapters(sample_draft("ru"), "ru")["p1"] == "Глава 1. Общие обязанности"
    assert chapters(sample_draft("kk"), "kk")["a"] == "1-тарау. Жалпы міндеттер"


def test_a_heading_without_number_is_not_said_twice() -> None:
    draft = draft_of([Unit(id="s", name="Scope", kind=Kind.SECTION, heading="Scope", text="x")])
    assert chapters(draft, "en")["s"] == "Scope"


def test_a_parent_that_the_draft_lacks_leaves_its_words() -> None:
    draft = draft_of([Unit(id="p", parent="gone", name="1", text="x")], language="ru")
    assert places(draft, "ru")["p"] == "пункт 1"
