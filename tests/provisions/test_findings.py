"""Findings on the form of a draft: each fault in a few lines, and drafts in order that give none."""

from __future__ import annotations

import pytest

from ethicsdiff.model.document import Finding
from ethicsdiff.provisions.findings import findings
from ethicsdiff.provisions.segment import segment
from tests.provisions.sources import source


def found(*lines: str) -> list[Finding]:
    """Returns the findings on some lines."""
    return list(findings(segment(source(lines))))


def codes(*lines: str) -> list[tuple[str, str]]:
    """Returns the codes of the findings with the units they concern."""
    return [(finding.code, finding.provision) for finding in found(*lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Статья 1. Одно", "1. Судья честен.", "1-1. Судья точен.", "2. Судья вежлив.", "Статья 1-1. Другое", "Смотри статью 1."],
        ["1-бап. Бір", "1) заңды сақтау;", "2) әдепті болу.", "2-бап. Екі", "Осы Кодекстің 1-бабы қолданылады."],
        ["Article 1. One", "(a) be fair;", "(b) be brief.", "Article 2. Two", "See Article 1 and Article 6 of the Convention."],
        ["Глава 1. Одна", "1. Первое.", "Глава 2. Вторая", "2. Второе.", "3. Третье."],
        ["Раздел 1. План", "| № | Мероприятие | Срок |", "| 1 | Мера | 2027 |", "| 2 | Другая | 2028 |"],
        ["Статья 1. Одно", "1. Судья честен по статьям 1, 2 (пункт 1), 2 (подпункт 7) пункта 1).", "Статья 2. Два", "1. Судья точен."],
        ["Статья 1. Правило", "Текст.", "Приложение 1", "Статья 1. Форма", "Текст формы."],
    ],
)
def test_a_draft_in_order_gives_no_finding(lines: list[str]) -> None:
    assert codes(*lines) == []


def test_a_reference_that_leads_nowhere_tells_what_is_missing() -> None:
    (one,) = found("Статья 1. Одно", "1. Судья следует пунктам 2, 3 и 4 настоящей статьи.", "2. Судья точен.")
    assert (one.code, one.provision) == ("citation.dangling", "a1.p1")
    assert dict(one.params) == {"quote": "пунктам 2, 3 и 4 настоящей статьи", "numbers": "3, 4"}


def test_a_reference_to_an_article_that_stands_twice() -> None:
    lines = ["Статья 1. Одно", "Текст.", "Статья 1. Двойник", "Текст.", "Статья 2. Ссылка", "Смотри статью 1."]
    assert codes(*lines) == [("numbers.repeated", "a1~2"), ("citation.ambiguous", "a2")]


def test_an_article_named_by_an_ordinal_word() -> None:
    lines = ["Статья 1. Одно", "Текст.", "Статья 2. Ссылка", "Смотри статью первую настоящего Кодекса."]
    assert codes(*lines) == [("citation.by-words", "a2")]


def test_repeated_and_skipped_numbers_tell_their_neighbours() -> None:
    lines = ["Статья 1. Одно", "1. Первое.", "2. Второе.", "2. Опять второе.", "5. Пятое.", "Статья 3. Три", "1) одно;", "3) три."]
    told = {(finding.code, finding.provision): dict(finding.params) for finding in found(*lines)}
    assert told == {
        ("numbers.repeated", "a1.p2~2"): {"label": "2", "first": "Статья 1 > 2"},
        ("numbers.skipped", "a1.p5"): {"before": "2", "after": "5"},
        ("numbers.skipped", "a3"): {"before": "Статья 1", "after": "Статья 3"},
        ("numbers.skipped", "a3.s3"): {"before": "1)", "after": "3)"},
    }


def test_articles_and_chapters_without_words() -> None:
    lines = ["Глава 1. Полная", "Статья 1.", "Статья 2. Два", "1. Текст.", "Глава 2. Пустая"]
    assert codes(*lines) == [("unit.empty", "a1"), ("unit.empty", "ch2")]


def test_words_that_mix_alphabets_are_told_once() -> None:
    (one,) = found("Статья 1. Одно", "1. Cудья честен.", "2. Судья тoчен и честeн.")
    assert (one.code, one.provision, dict(one.params)) == ("letters.mixed", "a1.p1", {"words": "Cудья, тoчен, честeн", "count": "3"})


def test_a_legacy_font_is_told_for_the_whole_draft() -> None:
    assert codes("1-бап. Ќаѓидаттар", "Судья заѕды саќтайды.") == [("letters.legacy-font", "")]


def test_findings_come_in_the_order_of_the_text() -> None:
    lines = ["Статья 1. Одно", "Смотри статью 7.", "Статья 3. Три", "Смотри статью 8."]
    assert [finding.provision for finding in found(*lines)] == ["a1", "a3", "a3"]
