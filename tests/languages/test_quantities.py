"""Numbers, dates, references and negations: one value whatever the language, and nothing where there is none."""

from __future__ import annotations

import pytest

from ethicsdiff.languages.dates import dates_in
from ethicsdiff.languages.negation import negations_clash, negations_in
from ethicsdiff.languages.quantities import quantities_in
from ethicsdiff.languages.references import references_in


@pytest.mark.parametrize(
    ("value", "unit", "texts"),
    [
        ("10", "working-day", {"ru": "в течение десяти рабочих дней", "kk": "он жұмыс күні ішінде", "en": "within ten working days"}),
        ("15", "working-day", {"ru": "15 (пятнадцати) рабочих дней", "kk": "он бес жұмыс күні ішінде", "en": "fifteen working days"}),
        ("10", "day", {"ru": "десятидневный срок", "kk": "он күндік мерзім", "en": "a ten-day period"}),
        ("25", "year", {"ru": "двадцать пять лет", "kk": "жиырма бес жыл", "en": "twenty-five years"}),
        ("2/3", "", {"ru": "две трети голосов", "kk": "дауыстардың үштен екісі", "en": "two thirds of the votes"}),
        ("1", "month", {"ru": "в течение месяца", "kk": "бір ай ішінде", "en": "within a month"}),
        ("120", "", {"ru": "сто двадцать судей", "kk": "жүз жиырма судья", "en": "one hundred and twenty judges"}),
        ("6", "", {"ru": "шестым съездом", "kk": "алтыншы съезі", "en": "the sixth congress"}),
        ("20", "percent", {"ru": "20 процентов", "kk": "20 пайыз", "en": "20 %"}),
        ("10", "", {"ru": "десяти месячных расчётных показателей", "kk": "он айлық есептік көрсеткіш", "en": "ten monthly calculation indices"}),
    ],
)
def test_a_number_is_one_value_in_three_languages(value: str, unit: str, texts: dict[str, str]) -> None:
    for language, text in texts.items():
        found = quantities_in(text, language)
        assert [(str(q.value), q.unit) for q in found] == [(value, unit)], text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "один из судей вступил в семью"),
        ("kk", "оның онда жүзеге асыруы үшін бірге"),
        ("en", "one of the judges, one after another"),
        ("ru", "«___» __________ 20___ года"),
    ],
)
def test_words_that_only_look_like_numbers_are_none(language: str, text: str) -> None:
    assert quantities_in(text, language) == ()


def test_a_number_has_its_verbatim_place() -> None:
    text = "Ответ даётся\u00a0в\u00a0течение трёх рабочих\u00a0дней."
    (found,) = quantities_in(text, "ru")
    assert text[found.start : found.end] == found.words == "трёх рабочих\u00a0дней"


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ((0, 3, 31), {"ru": "до 31 марта", "kk": "31 наурызға дейін", "en": "by 31 March"}),
        ((2000, 12, 25), {"ru": "от 25 декабря 2000 года", "kk": "2000 жылғы 25 желтоқсандағы", "en": "of 25 December 2000"}),
        ((2024, 1, 28), {"ru": "«28» января 2024 года", "kk": "2024 жылғы «28» қаңтар", "en": "28.01.2024"}),
        ((2002, 0, 0), {"ru": "принципы 2002 года", "kk": "2002 жылғы қағидаттар", "en": "the Principles of 2002"}),
    ],
)
def test_a_date_is_one_value_in_three_languages(value: tuple[int, int, int], texts: dict[str, str]) -> None:
    for language, text in texts.items():
        assert [date.value for date in dates_in(text, language)] == [value], text


@pytest.mark.parametrize(
    ("numbers", "texts"),
    [
        (["2", "3"], {"ru": "в пунктах 2 и 3 настоящей статьи", "kk": "осы баптың 2 және 3-тармақтарында", "en": "in paragraphs 2 and 3 of this Article"}),
        (["2", "5"], {"ru": "пунктом 2 статьи 5", "kk": "5-баптың 2-тармағында", "en": "Article 5(2)"}),
        (["2"], {"ru": "подпункт 2)", "kk": "2) тармақшасы", "en": "sub-paragraph (b)"}),
        (["5", "6", "7"], {"ru": "статьи 5–7", "kk": "5-7-баптар", "en": "Articles 5 to 7"}),
        (["27-1"], {"ru": "статья 27-1", "kk": "27-1-бап", "en": "Article 27-1"}),
    ],
)
def test_a_reference_is_one_value_in_three_languages(numbers: list[str], texts: dict[str, str]) -> None:
    for language, text in texts.items():
        assert sorted(r.number for r in references_in(text, language)) == sorted(numbers), text


@pytest.mark.parametrize(
    "texts",
    [
        {"ru": "Судья не вправе принимать подарки.", "kk": "Судья сыйлық қабылдауға құқылы емес.", "en": "A judge is not entitled to accept gifts."},
        {"ru": "не позднее десяти дней", "kk": "он күннен кешіктірмей", "en": "not later than ten days"},
        {"ru": "если спор не передан в суд", "kk": "дау сотқа берілмесе", "en": "if the dispute has not been brought to court"},
        {"ru": "не только рассмотрение дел, но и другая работа", "kk": "істерді қарау ғана емес, басқа да жұмыс", "en": "not only the hearing of cases but also other work"},
        {"ru": "Никто не обсуждает дело.", "kk": "Ешкім істі талқыламайды.", "en": "Nobody discusses the case."},
    ],
)
def test_the_same_negation_never_clashes(texts: dict[str, str]) -> None:
    counts = [negations_in(text, language) for language, text in texts.items()]
    assert not any(negations_clash(one, other) for one in counts for other in counts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ru", "Судья разглашает сведения."), ("kk", "Судья мәліметтерді жария етпейді.")),
        (("ru", "Судья не обсуждает дело."), ("en", "A judge discusses a case.")),
        (("en", "A judge does not visit gambling houses."), ("kk", "Судья ойын мекемелеріне барады.")),
    ],
)
def test_a_lost_negation_clashes(one: tuple[str, str], other: tuple[str, str]) -> None:
    left, right = (negations_in(text, language) for language, text in (one, other))
    assert negations_clash(left, right)
