"""Which language a text is in, short headings and neighbours' languages among them."""

from __future__ import annotations

import pytest

from ethicsdiff.languages.detect import detect_language, document_languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A judge decides alone.", "en"), ("Судья принимает решения сам.", "ru"), ("Судья өз шешімін өзі қабылдайды.", "kk"),
        ("Сот жəне судья əдебi", "kk"), ("Ќазаќстан Республикасыныѕ заѕы", "kk"), ("Суддя є незалежним, її рішення остаточне", "ru"),
        ("12.05.2026", ""), ("§ 5.", ""), ("Қ", ""),
    ],
)  # fmt: skip
def test_language_of_a_text(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "likely", "language"), [("Жалпы норма", "kk", "kk"), ("Жалпы норма", "ru", "ru"), ("Общие положения", "kk", "ru")]
)
def test_a_heading_without_signs_takes_the_likely_language(text: str, likely: str, language: str) -> None:
    assert detect_language(text, likely) == language


def test_a_long_text_without_one_kazakh_letter_is_russian_whatever_stands_around_it() -> None:
    names = "Аманат, Бастау, Жанар, Маржан, Арман, Алатау, Байтерек, Шапагат, Тулпар, Самал, Айдана, Бектас, Данияр, Ерлан, "
    assert detect_language(names + "Марал, Сакен, Тимур, Ерасыл, Ораз, Бота, Назерке, Карлыгаш, Толеген.", "kk") == "ru"
    assert detect_language("Аманат, Бастау, Жанар.", "kk") == "kk"


def test_the_beginning_of_a_long_text_is_enough() -> None:
    assert detect_language("Судья өз шешімін өзі қабылдайды. " * 100 + "A judge. " * 10_000) == "kk"


def test_languages_of_a_document_by_their_share() -> None:
    texts = ["Судья принимает решения сам и отвечает за них."] * 6 + ["Судья өз шешімін өзі қабылдайды."] * 3 + ["OK, see above."]
    assert document_languages(texts) == ("ru", "kk")
    assert document_languages(["1.", "—"]) == ("en",)


def test_short_texts_without_a_sign_count_for_the_language_of_the_others() -> None:
    cells = ["акт", "2026 жыл", "Академия", "1-бап", "Паспорт", "жылдар", "Атауы", "жоба"]
    assert document_languages(["Судьялардың жүктемесі артып келеді.", *cells]) == ("kk",)
    assert document_languages(["Нагрузка на судей растёт каждый год.", *cells[:5]]) == ("ru",)
