"""Tables: plans of actions, indicators, passports, comparisons; texts in two or three languages side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ethicsdiff.model.document import Block, Draft, Provision, SourceDocument, TableCell
from ethicsdiff.provisions.segment import segment
from tests.provisions.sources import faults, source

PLAN = ["Раздел 1. План", "| № п/п | Мероприятие | Форма завершения | Срок | Ответственные исполнители |"]


def spanned(given: SourceDocument, spans: dict[str, tuple[int, int]]) -> SourceDocument:
    """Returns a source whose cells of these texts are merged over (columns, rows); cells that hold nothing are left out."""
    blocks = [_merged(block, spans.get(block.text, (1, 1))) for block in given.blocks if block.text or block.cell is None]
    return replace(given, blocks=tuple(replace(block, ordinal=place) for place, block in enumerate(blocks)))


def _merged(block: Block, span: tuple[int, int]) -> Block:
    if block.cell is None:
        return block
    cell = TableCell(table=block.cell.table, row=block.cell.row, column=block.cell.column, column_span=span[0], row_span=span[1])
    return replace(block, cell=cell)


def test_rows_of_a_plan_of_actions_become_measures_with_named_fields() -> None:
    draft = segment(source([*PLAN, "| 1 | Ввести случайное распределение дел | приказ | 2027 год | Судебная администрация |"]))
    measure = draft.provisions[-1]
    assert (measure.kind.value, measure.label, measure.text) == ("measure", "1", "Ввести случайное распределение дел")
    assert measure.fields == (("Форма завершения", "приказ"), ("Срок", "2027 год"), ("Ответственные исполнители", "Судебная администрация"))
    assert faults(draft) == []


def test_a_cell_merged_over_rows_is_a_field_of_each() -> None:
    rows = ["| 1 | Первая мера | приказ | 2027 год | Верховный Суд |", "| 2 | Вторая мера | отчёт | 2028 год | |"]
    draft = segment(spanned(source([*PLAN, *rows]), {"Верховный Суд": (1, 2)}))
    assert [dict(p.fields)["Ответственные исполнители"] for p in draft.provisions[1:]] == ["Верховный Суд"] * 2


def test_a_header_that_is_repeated_on_later_pages_is_no_measure() -> None:
    rows = ["| 1 | Первая мера | приказ | 2027 год | суды |", PLAN[1], "| 1 | 2 | 3 | 4 | 5 |", "| 2 | Вторая мера | отчёт | 2028 год | суды |"]
    draft = segment(source([*PLAN, *rows]))
    assert [p.text for p in draft.provisions[1:]] == ["Первая мера", "Вторая мера"] and faults(draft) == []


def test_a_table_without_header_goes_on_with_the_one_right_before() -> None:
    given = source([*PLAN, "| 1 | Первая мера | приказ | 2027 год | суды |", "", "| 2 | Вторая мера | отчёт | 2028 год | суды |"])
    draft = segment(given)
    assert [(p.kind.value, p.text, dict(p.fields)["Срок"]) for p in draft.provisions[1:]] == [
        ("measure", "Первая мера", "2027 год"), ("measure", "Вторая мера", "2028 год"),
    ]  # fmt: skip
    apart = segment(source([*PLAN, "| 1 | Мера | приказ | 2027 год | суды |", "Иное указано ниже.", "| 2 | а | б | в | г |"]))
    assert apart.provisions[-1].kind.value == "table_row"


def test_a_header_of_two_rows_names_years_under_their_period() -> None:
    rows = ["| № | Целевой индикатор | Плановый период | |", "| | | 2027 | 2028 |", "| 1 | Доля записанных заседаний | 60 | 80 |"]
    draft = segment(spanned(source(["Раздел 2. Индикаторы", *rows]), {"Плановый период": (2, 1), "№": (1, 2), "Целевой индикатор": (1, 2)}))
    assert draft.provisions[-1].kind.value == "indicator"
    assert draft.provisions[-1].fields == (("Плановый период: 2027", "60"), ("Плановый период: 2028", "80"))


def test_rows_over_all_columns_open_goals_and_tasks() -> None:
    header = ["1-бөлім. Жоспар", "| Р/с № | Іс-шара | Аяқталу нысаны | Мерзімі |"]
    goal = ["| 1-мақсат. Ашық сот | | | |", "| 1 | База құру | бұйрық | 2027 жыл |"]
    other = ["| Басқа шаралар | | | |", "| 2 | Сайт ашу | есеп | 2028 жыл |"]
    paths = [" > ".join(p.path[1:]) for p in segment(source([*header, *goal, *other])).provisions[1:]]
    assert paths == ["1-мақсат", "1-мақсат > 1", "1-мақсат > Басқа шаралар", "1-мақсат > Басқа шаралар > 2"]


def test_what_follows_a_table_belongs_to_the_section_again() -> None:
    draft = segment(source([*PLAN, "| 1 | Первая мера | приказ | 2027 год | суды |", "План исполняется ежегодно."]))
    assert draft.provisions[-1].path == ("Раздел 1", "абзац 1")


def test_a_table_among_points_without_section_belongs_to_its_point() -> None:
    draft = segment(source(["1. Объём работ таков.", "| № | Мероприятие |", "| 1 | Первая мера |", "2. Срок работ — год."]))
    assert [" > ".join(p.path) for p in draft.provisions] == ["1", "1 > 1", "2"]


def test_rows_of_a_form_that_is_not_filled_in_are_no_units() -> None:
    draft = segment(source(["Статья 1. Форма", "Подарок описывается так:", "| № п/п | Описание подарка |", "| 1 | |", "| 2 | |"]))
    assert [p.id for p in draft.provisions] == ["a1"] and faults(draft) == []


def test_a_comparison_is_read_by_the_wording_proposed() -> None:
    header = "| № | Структурный элемент | Действующая редакция | Предлагаемая редакция |"
    lines = ["Раздел 1. Сравнительная таблица", header, "| 1 | Статья 5, пункт 2 | Судья может. | Судья обязан. |"]
    row = segment(source(lines)).provisions[-1]
    assert row.text == "Судья обязан." and dict(row.fields)["Действующая редакция"] == "Судья может."


def test_a_table_of_one_column_is_running_text() -> None:
    rows = ["| Статья 1. Честность |", "| Судья честен. |", "| Статья 2. Точность |", "| Судья точен. |"]
    assert [(p.id, p.text) for p in segment(source(rows)).provisions] == [("a1", "Судья честен."), ("a2", "Судья точен.")]


def test_a_table_that_only_puts_an_annex_label_to_the_right_is_running_text() -> None:
    draft = segment(source(["Статья 1. Долг", "Судья честен.", "| | Приложение 1\\nк Кодексу |", "^Текст присяги", "Клянусь служить закону."]))
    assert [(p.kind.value, p.label, p.heading) for p in draft.provisions] == [
        ("article", "Статья 1.", "Долг"), ("annex", "Приложение 1", "Текст присяги"),
    ]  # fmt: skip
    assert faults(draft) == []


@pytest.mark.parametrize("row", ["| Президент\\nРеспублики | Н. Асанов |", "| Төраға | | Н. Асанов |", "| Chair of the Union of Judges | N. Asanov |"])
def test_a_table_in_which_an_act_is_signed_is_no_unit(row: str) -> None:
    draft = segment(source(["Статья 1. Долг", "Судья честен.", row]))
    assert [p.id for p in draft.provisions] == ["a1"] and faults(draft) == []


def test_a_passport_with_a_name_in_it_is_no_signature() -> None:
    draft = segment(source(["Раздел 1. Паспорт", "| Разработчик | Судебная администрация |", "| Руководитель | Н. Асанов |"]))
    assert [p.heading for p in draft.provisions[1:]] == ["Разработчик", "Руководитель"]


def test_an_approval_stamp_above_the_title_is_no_unit() -> None:
    draft = segment(source(["| | Утверждён приказом председателя |", "^КОДЕКС", "Статья 1. Честность", "Судья честен."]))
    assert [p.id for p in draft.provisions] == ["a1"] and faults(draft) == []


RUSSIAN = (
    "Статья 1. Сфера действия\\nКодекс обязателен для всех судей.",
    "Статья 2. Запреты\\n1. Судья не вправе:\\n1) брать подарки;\\n2) давать советы.",
)
KAZAKH = (
    "1-бап. Қолданылу аясы\\nКодекс барлық судьялар үшін міндетті.",
    "2-бап. Тыйымдар\\n1. Судьяға:\\n1) сыйлық алуға;\\n2) кеңес беруге болмайды.",
)
ENGLISH = (
    "Article 1. Scope\\nThe Code binds all judges of the country.",
    "Article 2. Bans\\n1. A judge shall not:\\n(a) take gifts;\\n(b) give advice.",
)


@pytest.fixture
def bilingual() -> Draft:
    """Returns a draft in Russian and Kazakh side by side, with titles of the columns."""
    rows = [f"| {one} | {other} |" for one, other in zip(RUSSIAN, KAZAKH, strict=True)]
    return segment(source(["Проект", "| Русский язык | Қазақ тілі |", *rows]))


def units(draft: Draft, language: str) -> list[Provision]:
    """Returns the provisions of one column."""
    return [unit for unit in draft.provisions if unit.id.startswith(f"{language}.")]


def test_each_column_is_a_text_of_its_own(bilingual: Draft) -> None:
    assert [u.id for u in units(bilingual, "ru")] == ["ru.a1", "ru.a2", "ru.a2.p1", "ru.a2.p1.s1", "ru.a2.p1.s2"]
    assert [u.label for u in units(bilingual, "kk")] == ["1-бап.", "2-бап.", "1.", "1)", "2)"]
    assert {u.language for u in units(bilingual, "kk")} == {"kk"} and {u.language for u in units(bilingual, "ru")} == {"ru"}


def test_units_side_by_side_are_pairs(bilingual: Draft) -> None:
    assert [(u.id, u.pair) for u in units(bilingual, "ru")] == [(u.pair, u.id) for u in units(bilingual, "kk")]
    assert all(u.pair == u.id.replace("ru.", "kk.") for u in units(bilingual, "ru"))


def test_columns_are_told_and_their_titles_set_aside(bilingual: Draft) -> None:
    assert [(n.code, dict(n.params)) for n in bilingual.notices] == [("draft.bilingual-table", {"languages": "ru, kk"})]
    assert [bilingual.source.blocks[place].text for place in bilingual.unplaced] == ["Проект", "Русский язык", "Қазақ тілі"]
    assert faults(bilingual) == []


def test_units_with_different_numbers_are_paired_by_their_place() -> None:
    first = "| Статья 1. Начало кодекса судей | 1-бап. Судьялар кодексінің басы |"
    second = "| Статья 2. Середина кодекса судей | 3-бап. Кодекстің ортасы мен соңы |"
    draft = segment(source([first, second]))
    assert {u.id: u.pair for u in draft.provisions} == {"ru.a1": "kk.a1", "ru.a2": "kk.a3", "kk.a1": "ru.a1", "kk.a3": "ru.a2"}


def test_three_columns_and_a_column_of_numbers() -> None:
    rows = [f"| {n} | {ru} | {kk} | {en} |" for n, (ru, kk, en) in enumerate(zip(RUSSIAN, KAZAKH, ENGLISH, strict=True), 1)]
    draft = segment(source(rows))
    assert [unit.id.partition(".")[0] for unit in draft.provisions] == ["ru"] * 5 + ["kk"] * 5 + ["en"] * 5
    assert {unit.pair for unit in units(draft, "en")} == {unit.id for unit in units(draft, "ru")}


def test_a_list_of_terms_in_two_languages_is_no_draft_in_two_columns() -> None:
    first = "| судья в отставке и судья на службе | отставкадағы судья және қызметтегі судья |"
    second = "| тайна совещания судей | судьялар кеңесінің құпиясы сақталады |"
    draft = segment(source(["Статья 1. Термины", "Перечень приведён ниже.", first, second]))
    assert all(unit.pair == "" for unit in draft.provisions) and not draft.notices
