"""Citations in three languages: whose unit, which unit, where; what is not certain has no target."""

from __future__ import annotations

import pytest

from ethicsdiff.model.document import Citation, Draft
from ethicsdiff.provisions.citations import citations
from ethicsdiff.provisions.segment import segment
from tests.provisions.sources import source

RUSSIAN = [
    "Статья 1. Основы", "1. Судья следует настоящему Кодексу.", "2. {text}", "Статья 2. Запреты", "1. Судья не вправе:",
    "1) брать подарки;", "2) давать советы.", "2. Исключений нет.", "Второй абзац этого пункта.", "Статья 3. Долг",
    "Судья скромен.", "Судья терпелив.",
    "Статья 3-1. Покой", "Судья не ссорится.",
]  # fmt: skip
KAZAKH = [
    "1-бап. Негіздер", "1. Судья осы Кодексті сақтайды.", "2. {text}", "2-бап. Тыйымдар", "1. Судьяға:", "1) сыйлық алуға;",
    "2) кеңес беруге болмайды.", "2. Ерекше жағдай жоқ.", "3-бап. Парыз", "Судья кішіпейіл.", "Судья шыдамды.",
]  # fmt: skip
ENGLISH = [
    "Article 1. Basics", "1. A judge follows this Code.", "2. {text}", "Article 2. Bans", "1. A judge shall not:", "(a) take gifts;",
    "(b) give advice.", "2. There are no exceptions.", "Article 3. Duty", "A judge is modest.", "A judge is patient.",
]  # fmt: skip


def cited(lines: list[str], text: str) -> list[Citation]:
    """Returns the citations that a text gives as point 2 of article 1."""
    draft = segment(source([line.replace("{text}", text) for line in lines]))
    return [citation for citation in citations(draft) if citation.provision == "a1.p2"]


def targets(lines: list[str], text: str) -> list[str]:
    """Returns what the citations lead to: a target, the kind of one without, "?" where several are possible."""
    found = cited(lines, text)
    return [one.target or ("?" if one.candidates else "-" if one.kind == "internal" else one.kind.value) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В случае подпункта 1) пункта 1 статьи 2 настоящего Кодекса судья молчит.", ["a2.p1.s1"]),
        ("Подпункты 1) и 2) пункта 1 статьи 2 обязательны.", ["a2.p1.s1", "a2.p1.s2"]),
        ("Подпункты 1)-2) пункта 1 статьи 2 обязательны.", ["a2.p1.s1", "a2.p1.s2"]),
        ("Подпункт 1), подпункт 2) пункта 1 статьи 2 обязательны.", ["a2.p1.s1", "a2.p1.s2"]),
        ("По пункту 1 настоящей статьи судья отвечает сам.", ["a1.p1"]),
        ("Пункт 1 применяется и здесь.", ["a1.p1"]),
        ("Статьи 2–3 и статья 3-1 действуют вместе.", ["a2", "a3", "a3-1"]),
        ("Это следует из статьи 2, пункта 2 статьи 2 и статьи 3.", ["a2", "a2.p2", "a3"]),
        ("Статья 2, пункт 1, подпункт 2) излагается так.", ["a2.p1.s2"]),
        ("Часть вторая статьи 3 не применяется.", ["a3.pu2"]),
        ("Абзац второй пункта 2 статьи 2 важен.", ["a2.p2.iu1"]),
        ("Судья следует статье 2 Кодекса.", ["a2"]),
        ("Статья 77 Конституции и пункт 3 статьи 5 Закона о суде действуют прямо.", ["external", "external"]),
        ("Статья 5 Уголовного кодекса здесь не применяется.", ["external"]),
        ("Смотри ст. 14 МПГПП.", ["external"]),
        ("Статья 9 и пункт 7 статьи 2 не найдены.", ["-", "-"]),
        ("Так требует п. 2.5 Бангалорских принципов.", ["standard"]),
        ("Судья хранит тайну по статье третьей настоящего Кодекса.", ["a3"]),
    ],
)  # fmt: skip
def test_russian(text: str, expected: list[str]) -> None:
    assert targets(RUSSIAN, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Осы Кодекстің 2-бабы 1-тармағының 2) тармақшасында айтылған талап міндетті.", ["a2.p1.s2"]),
        ("Осы баптың 1-тармағы қолданылады.", ["a1.p1"]),
        ("1-тармақта айтылған талап міндетті.", ["a1.p1"]),
        ("Осы Кодекстің 1, 2 және 3-баптарында айтылған.", ["a1", "a2", "a3"]),
        ("2-баптың 1-тармағында және 2-тармағында айтылған.", ["a2.p1", "a2.p2"]),
        ("2-баптың 1-тармағының 1) және 2) тармақшалары міндетті.", ["a2.p1.s1", "a2.p1.s2"]),
        ("3-баптың екінші бөлігі қолданылмайды.", ["a3.pu2"]),
        ("Кодекстің 2-бабы қолданылады.", ["a2"]),
        ("Конституцияның 77-бабы, Сот туралы конституциялық заңның 34-бабы 1-тармағының 11) тармақшасы.", ["external", "external"]),
        ("Биліктің сот тармағы дербес, судья қызмет бабында сақ.", []),
        ("Осы Кодекстің 9-бабы жоқ.", ["-"]),
        ("Бангалор қағидаттарының 2.5-тармағы ескеріледі.", ["standard"]),
        ("Азаматтық кодекстің 9-бабы мен Сот туралы заңның 3-бабы қолданылады.", ["external", "external"]),
        ("Ереженің 5-қосымшасы мен 5-қосымшасында айтылған.", ["external", "external"]),
        ("33-б. 1-т. бұрынғы заңда болған.", ["-"]),
    ],
)  # fmt: skip
def test_kazakh(text: str, expected: list[str]) -> None:
    assert targets(KAZAKH, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 2(1)(b) of this Code applies.", ["a2.p1.sb"]),
        ("Paragraph 1 of this Article applies.", ["a1.p1"]),
        ("Article 2, paragraph 1, and point (a) of paragraph 1 of Article 2 apply.", ["a2.p1", "a2.p1.sa"]),
        ("Articles 2 and 3 apply.", ["a2", "a3"]),
        ("Paragraphs 1 to 2 of Article 2 apply.", ["a2.p1", "a2.p2"]),
        ("The second paragraph of Article 3 applies.", ["a3.pu2"]),
        ("Article 5 of the Constitution and Article 14 ICCPR apply.", ["external", "external"]),
        ("Section 5 of the Law on Courts applies.", ["external"]),
        ("Article 9 of the Code does not exist.", ["-"]),
        ("See Bangalore Principles, para. 2.5.", ["standard"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert targets(ENGLISH, text) == expected


def test_parts_go_from_the_outermost_unit_in() -> None:
    (one,) = cited(RUSSIAN, "Смотри подпункт 1) пункта 1 статьи 2.")
    assert one.parts == (("article", "2"), ("paragraph", "1"), ("subparagraph", "1)"))


def test_the_span_is_where_the_words_stand() -> None:
    lines = [line.replace("{text}", "По\u00ad пункту\u00a01 статьи 2 судья молчит.") for line in RUSSIAN]
    draft = segment(source(lines))
    (one,) = [citation for citation in citations(draft) if citation.provision == "a1.p2"]
    assert lines[2][one.spans[0].start : one.spans[0].end] == "пункту\u00a01 статьи 2"


def test_the_other_act_is_told_in_its_words() -> None:
    (one,) = cited(RUSSIAN, "Смотри статью 5 Гражданского процессуального кодекса страны.")
    assert one.act == "Гражданского процессуального кодекса"


def test_the_other_act_is_told_without_the_unit_cited_before_it() -> None:
    found = cited(KAZAKH, "Осы Кодекстің 2-бабының және Заңның 7-бабы 2-тармағының талаптары.")
    assert [(one.target, one.act) for one in found] == [("a2", ""), ("", "заңның")]


def test_an_article_that_stands_twice_is_left_open() -> None:
    draft = segment(source([*RUSSIAN, "Статья 2. Двойник", "Судья читает статью 2."]))
    last = citations(draft)[-1]
    assert last.target == "" and last.candidates == ("a2", "a2~2")


def test_articles_of_an_annex_are_told_from_those_of_the_code() -> None:
    lines = ["Статья 1. Правило", "Судья читает статью 1.", "Приложение 1", "Статья 1. Форма", "Форма к статье 1."]
    assert [one.target for one in citations(segment(source(lines)))] == ["a1", "a1~2"]


def test_columns_of_a_bilingual_draft_cite_their_own_units() -> None:
    rows = ["| Статья 1. Общее правило для судей | 1-бап. Судьяларға арналған жалпы қағида |",
            "| Статья 2. Смотри статью 1 настоящего проекта. | 2-бап. Осы жобаның 1-бабын қараңыз, құрметті судьялар. |"]  # fmt: skip
    found = citations(segment(source(rows)))
    assert [(one.provision, one.target) for one in found] == [("ru.a2", "ru.a1"), ("kk.a2", "kk.a1")]


def test_points_numbered_through_a_regulation_without_articles() -> None:
    lines = ["Глава 1. Состав", "1. В комиссию входят пять судей.", "Глава 2. Работа", "2. Состав из пункта 1 постоянен, глава 1 важна."]
    assert [one.target for one in citations(segment(source(lines)))] == ["ch1.p1", "ch1"]


def test_a_draft_without_citations() -> None:
    draft: Draft = segment(source(["Статья 1. Честность", "Судья честен."]))
    assert citations(draft) == ()
