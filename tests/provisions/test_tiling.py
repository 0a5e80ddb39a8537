"""Text in is text out: whatever the lines, the provisions and what stands beside them hold every letter once."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import Draft
from ethicsdiff.provisions.citations import citations
from ethicsdiff.provisions.segment import segment
from tests.provisions.sources import faults, source

NUMBERS = st.integers(1, 4)
WORDED = st.sampled_from(
    [
        "Статья {n}. Подарки", "Статья {n}", "СТАТЬЯ {n}. ЗАЙМЫ", "Глава {n}. Общие положения", "ГЛАВА {n}", "Раздел {n}. Основы",
        "§ {n}. Понятия", "{n}-бап. Сыйлықтар", "{n}-бап", "{n}-тарау. Жалпы ережелер", "{n} бөлім. Негіздер", "Article {n}. Gifts",
        "Article {n}", "CHAPTER {n}. SCOPE", "Section {n}. Loans", "Статья {n}-1. Судья честен и вежлив.", "Статья {n} – Отвод",
        "Приложение {n} к Кодексу", "Кодекске {n}-қосымша", "Цель {n}. Открытый суд", "Задача {n}.1. Публикация", "{n}.1-міндет. Жариялау",
        "Статья {n}. {n}. Судья молчит.",
    ]
)  # fmt: skip
LISTED = st.sampled_from(
    [
        "{n}. Судья независим.", "{n}) брать подарки;", "({n}) be brief;", "{n}.{n}. Судья вправе:", "а) от сторон;", "б) от иных лиц.",
        "(a) decide alone;", "(i) from officials;", "- займы;", "• сыйлықтар", "I. ОБЩИЕ ПОЛОЖЕНИЯ", "A. Scope", "@{n}.|Судья не спешит.",
        "@{n})|{n}) не медлит;", "@|просто абзац",
    ]
)  # fmt: skip
PLAIN = st.sampled_from(
    [
        "Судья обязан:", "Судья не вправе", "соблюдать закон;", "Перечень открыт.", "Судьяға тыйым салынады:", "сыйлық алуға;",
        "A judge shall:", "be fair;", "^ОБЩИЕ ПОЛОЖЕНИЯ", "+Независимость", "## Введение", "# КОДЕКС", "Преамбула", "Кіріспе",
        "Утверждено", "приказом председателя суда", "Содержание", "Сноска. Статья изменена.", "Ескерту. Бап өзгертілді.", "* * *",
        "Председатель А. Иванов", "Судья слышит\\nи видит.", "Текст.\\nСтатья 9. Срок\\nТекст.", "Статья 5 Закона применяется.",
        "съезд, сознавая долг; желая мира; принимает Кодекс.", "Судья (см. стар. ред.)", "", "   ", "Глава 1. Начала ..... 5",
    ]
)  # fmt: skip


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """Returns lines of labels of all kinds in three languages, sentences, headings, notes."""
    shapes = draw(st.lists(st.one_of(WORDED, LISTED, PLAIN), min_size=1, max_size=14))
    return [shape.format(n=draw(NUMBERS)) for shape in shapes]


def cut(given_lines: list[str]) -> Draft | None:
    """Returns the draft of some lines, None where they hold no unit."""
    try:
        return segment(source(given_lines))
    except DraftError:
        return None


@settings(max_examples=300, deadline=None)
@given(lines())
def test_every_letter_is_accounted_for_once(given_lines: list[str]) -> None:
    draft = cut(given_lines)
    assert draft is None or faults(draft) == []


@settings(max_examples=200, deadline=None)
@given(lines())
def test_ids_are_unique_and_parents_come_first(given_lines: list[str]) -> None:
    draft = cut(given_lines)
    seen: set[str] = set()
    for unit in draft.provisions if draft is not None else ():
        assert unit.id not in seen and (not unit.parent or unit.parent in seen)
        seen.add(unit.id)


@settings(max_examples=200, deadline=None)
@given(lines())
def test_text_and_heading_are_verbatim(given_lines: list[str]) -> None:
    draft = cut(given_lines)
    texts = {block.ordinal: block.text for block in draft.source.blocks} if draft is not None else {}
    for unit in draft.provisions if draft is not None else ():
        spans = [unit.heading_span, *unit.heading_more] if unit.heading_span is not None else []
        assert unit.text == "\n".join(filter(None, (texts[s.block][s.start : s.end].strip() for s in unit.spans)))
        assert unit.heading == "\n".join(texts[s.block][s.start : s.end].strip() for s in spans)


def test_provisions_are_given_in_the_order_of_the_text() -> None:
    draft = segment(source(["Статья 1. Одно", "1. Первое.", "2. Второе.", "Статья 2. Другое", "Третье."]))
    assert [unit.location.block for unit in draft.provisions] == [0, 1, 2, 3]


@pytest.mark.parametrize("filling", [".", "_", ". ", " ", "1 және ", "1, ", "(1)", "и "])
def test_a_line_of_nothing_but_marks_costs_no_more_than_its_length(filling: str) -> None:
    small, large = (_cost("Судья честен " + filling * (count // len(filling)) + "конец") for count in (20_000, 80_000))
    assert large < 8 * max(small, 0.05)


def _cost(line: str) -> float:
    draft = segment(source(["Статья 1. Долг", line]))
    started = time.process_time()
    segment(draft.source)
    citations(draft)
    return time.process_time() - started
