"""Segmentation, by readable cases in several languages: each gives a draft line by line and the units that must come out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import Provision
from ethicsdiff.provisions.segment import segment
from tests.provisions.sources import faults, source

CASES = Path(__file__).parents[1] / "cases" / "segmentation"


def shown(provision: Provision) -> str:
    """Returns a provision as the case files write it."""
    cells = (provision.id, provision.kind.value, provision.label, provision.heading, provision.text, " > ".join(provision.path))
    return " | ".join(cells).replace("\n", " / ").replace("|  |", "| |").replace("|  |", "| |")


def cases() -> list[object]:
    """Returns the cases of all files: lines given, lines expected, titled by file and case."""
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
            title, _, rest = part.partition("\n")
            given, _, expected = rest.partition("---\n")
            found.append(pytest.param(given.strip().splitlines(), expected.strip().splitlines(), id=f"{path.stem}: {title}"))
    return found


@pytest.mark.parametrize(("given", "expected"), cases())
def test_a_draft_is_cut_into_the_units_its_labels_show(given: list[str], expected: list[str]) -> None:
    assert [shown(p) for p in segment(source(given)).provisions] == expected


@pytest.mark.parametrize(("given", "expected"), cases())
def test_no_letter_of_a_draft_is_lost_or_used_twice(given: list[str], expected: list[str]) -> None:
    assert faults(segment(source(given))) == []


def test_the_lead_in_of_a_list_governs_its_items() -> None:
    draft = segment(source(["Статья 1. Запреты", "Судья не вправе:", "1) брать подарки;", "2) давать советы."]))
    assert [p.lead_in for p in draft.provisions if p.label in ("1)", "2)")] == ["Судья не вправе:"] * 2


def test_nested_items_are_governed_by_both_lead_ins() -> None:
    draft = segment(source(["1. Судья избегает:", "1) подарков от:", "а) сторон;", "2) займов.", "2. Судья вправе отказаться."]))
    assert [p.lead_in for p in draft.provisions] == ["", "Судья избегает:", "Судья избегает: подарков от:", "Судья избегает:", ""]


def test_items_without_number_are_governed_until_a_full_stop() -> None:
    lines = ["Статья 1. Вне службы", "Судья не посещает:", "игорные дома;", "митинги.", "Запрет не касается собраний судей."]
    governed = [(p.text, p.lead_in) for p in segment(source(lines)).provisions[1:]]
    expected = "Судья не посещает:"
    assert governed == [("игорные дома;", expected), ("митинги.", expected), ("Запрет не касается собраний судей.", "")]


def test_a_lead_in_without_a_colon_governs_too() -> None:
    lines = ["Article 1. Duties", "(a) A judge refuses instructions that come", "(i) from officials;", "(ii) from colleagues."]
    draft = segment(source(lines))
    assert draft.provisions[2].lead_in == "A judge refuses instructions that come"


@pytest.mark.parametrize(
    "lines", [["Уважаемые коллеги", "направляем письмо без единой статьи."], ["Сноска. Текст не приводится."], ["* * *"]]
)
def test_a_draft_without_any_label_is_refused_in_one_sentence(lines: list[str]) -> None:
    with pytest.raises(DraftError, match="no provisions were found"):
        segment(source(lines))


def test_ids_stay_unique_where_an_annex_repeats_numbers() -> None:
    draft = segment(source(["Статья 1. Одно", "Первый текст статьи.", "Приложение 1", "Статья 1. Другое", "Второй текст статьи."]))
    ids = [p.id for p in draft.provisions]
    assert len(ids) == len(set(ids)) and "a1~2" in ids


def test_contents_are_told_in_one_notice_with_their_number() -> None:
    contents = ["Содержание", "Глава 1. Начала .... 2", "Глава 2. Итоги .... 7"]
    draft = segment(source([*contents, "Глава 1. Начала", "1. Судья честен.", "Глава 2. Итоги", "2. Судья точен."]))
    assert [(n.code, dict(n.params)) for n in draft.notices] == [("draft.contents-skipped", {"count": "2"})]
    assert draft.unplaced == (0, 1, 2)


def test_even_two_entries_under_a_title_of_contents_are_contents() -> None:
    draft = segment(source(["Содержание", "Глава 1", "Глава 2", "Глава 1. Начала", "1. Судья честен.", "Глава 2. Итоги", "2. Судья точен."]))
    assert draft.unplaced == (0, 1, 2) and [p.id for p in draft.provisions] == ["ch1", "ch1.p1", "ch2", "ch2.p2"]


def test_a_number_after_a_tab_is_no_page_where_there_are_no_contents() -> None:
    draft = segment(source(["Статья 1. Показатели", "1) число дел\t15", "2) число судей\t20"]))
    assert [p.text for p in draft.provisions[1:]] == ["число дел\t15", "число судей\t20"] and not draft.notices


def test_every_publishers_note_is_told_with_its_words_and_place() -> None:
    lines = ["Статья 5. Подарки (см. стар. ред.)", "Судья не берёт подарки.\\nСноска. Статья 5 изменена.", "Ескерту. 5-бап өзгертілді."]
    draft = segment(source(lines))
    told = [(n.location.block if n.location else -1, dict(n.params)["text"]) for n in draft.notices]
    assert told == [(0, "(см. стар. ред.)"), (1, "Сноска. Статья 5 изменена."), (2, "Ескерту. 5-бап өзгертілді.")]
    assert draft.provisions[0].heading == "Подарки" and draft.provisions[0].text == "Судья не берёт подарки."


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("Информация об изменениях:", True), ("См. текст статьи 2.1", True), ("См. текст пункта в предыдущей редакции", True),
        ("(часть 2 в ред. Закона от 05.05.2025 N 5)", True), ("(п. 3 введен решением съезда от 5 мая 2025 года)", True),
        ("(в ред. постановления от 12.12.2024 № 7)", True), ("(1) судья введён в должность законом;", False),
        ("См. текст присяги судьи.", False), ("Гарант правосудия – независимый судья.", False),
    ],
)  # fmt: skip
def test_lines_in_which_a_database_tells_the_history_of_a_text_are_notes(line: str, note: bool) -> None:
    draft = segment(source(["Статья 1. Подарки", "1. Судья не берёт подарки.", line, "2. Судья честен."]))
    assert [notice.code for notice in draft.notices] == ["draft.publisher-note"] * note
    assert len(draft.provisions) == 3 + (not note) and faults(draft) == []


def test_a_note_that_is_part_of_the_norm_stays_in_it() -> None:
    draft = segment(source(["Статья 1. Подарки", "Судья не берёт подарки.", "Примечание. Цветы подарком не считаются."]))
    assert draft.provisions[-1].text == "Примечание. Цветы подарком не считаются."


@pytest.mark.parametrize(
    ("text", "repealed"),
    [
        ("Исключён Законом от 1 марта 2025 года.", True), ("(исключен - законом от 1 марта 2025 года).", True), ("Алып тасталды", True),
        ("Күші жойылды - 2025.03.01 шешіммен.", True), ("Deleted.", True), ("[omitted]", True), ("Oтменён съездом.", False),
        ("Oтменён решением съезда.", True), ("Күші жойылған.", True), ("Исключена возможность выбора судьи.", False),
    ],
)  # fmt: skip
def test_a_deleted_unit_keeps_its_words_and_says_so(text: str, repealed: bool) -> None:
    draft = segment(source(["Статья 1. Правила", "1. Судья честен.", f"2. {text}"]))
    assert (draft.provisions[-1].text, draft.provisions[-1].repealed) == (text, repealed)


def test_a_heading_on_two_lines_is_told_with_both_places() -> None:
    draft = segment(source(["ГЛАВА 2", "^ПРАВИЛА ДЛЯ СУДЬИ ПРИ", "^РАЗБОРЕ ДЕЛ", "1. Судья терпелив."]))
    unit = draft.provisions[0]
    assert unit.heading == "ПРАВИЛА ДЛЯ СУДЬИ ПРИ\nРАЗБОРЕ ДЕЛ"
    assert unit.heading_span is not None and unit.heading_span.block == 1 and [span.block for span in unit.heading_more] == [2]


def test_short_headings_take_the_language_of_the_draft() -> None:
    lines = ["1-тарау. Жалпы норма", "1-бап. Мақсаты", "Судья өз міндетін адал атқаруға тиіс."]
    assert {p.language for p in segment(source(lines)).provisions} == {"kk"}


@pytest.mark.parametrize(
    "line",
    [
        "Конституционный закон Республики от 25 декабря 2000 года № 132.", "2000 жылғы 25 желтоқсандағы № 132 Конституциялық заңы.",
        "Law of the Republic dated 25 December 2000 No. 132.", "Постановление съезда от 4 октября 2024 года N 7.",
    ],
)  # fmt: skip
def test_a_line_with_kind_date_and_number_of_the_act_is_no_recital(line: str) -> None:
    draft = segment(source(["^О суде", line, "Статья 1. Долг", "Судья честен."]))
    assert [p.id for p in draft.provisions] == ["a1"]


@pytest.mark.parametrize("line", ["Индикаторы:", "Мерах:", "Measures:", "Статьях:", "Goals:"])
def test_the_ending_of_a_word_is_no_number(line: str) -> None:
    draft = segment(source(["Статья 1. Порядок", line, "1) судья честен;", "2) судья точен."]))
    assert [p.id for p in draft.provisions] == ["a1", "a1.s1", "a1.s2"] and draft.provisions[0].text == line


def test_levels_of_a_source_decide_where_numbers_alone_do_not() -> None:
    given = source(["Раздел 1. Права", "@a.|Общее правило.", "@1.|Первое исключение.", "@b.|Другое правило."])
    deeper = replace(given.blocks[2], level=1)
    draft = segment(replace(given, blocks=(*given.blocks[:2], deeper, given.blocks[3])))
    assert [" > ".join(p.path) for p in draft.provisions[1:]] == ["Раздел 1 > a", "Раздел 1 > a > 1", "Раздел 1 > b"]


def test_items_that_the_source_marks_are_governed_to_the_last() -> None:
    lines = ["Раздел 4. Принципы", "Стратегия строится на том, что:", "@*|Суд независим.", "@*|Суд открыт.", "Это обязательно для всех."]
    blocks = [replace(block, number="") for block in source(lines).blocks]
    draft = segment(replace(source(lines), blocks=tuple(blocks)))
    assert [bool(p.lead_in) for p in draft.provisions[1:]] == [True, True, False]


def test_a_name_whose_initial_is_a_roman_numeral_is_no_section() -> None:
    draft = segment(source(["Статья 1. Честность", "Судья честен.", "Председатель Союза судей", "Х. Ахметов"]))
    assert [p.id for p in draft.provisions] == ["a1"] and draft.unplaced == (2, 3)
    sections = segment(source(["I. Введение", "1. Судья честен.", "II. Правила", "2. Судья точен."]))
    assert [p.id for p in sections.provisions][::2] == ["seci", "secii"]


@pytest.mark.parametrize("bullet", ["o", "•", "\uf0b7", "-", "§"])
def test_automatic_bullets_of_any_shape_make_items(bullet: str) -> None:
    draft = segment(source(["1. Судья избегает:", f"@{bullet}|подарков;", f"@{bullet}|займов."]))
    assert [(p.kind.value, p.label, p.lead_in) for p in draft.provisions[1:]] == [("indent", bullet, "Судья избегает:")] * 2


@pytest.mark.parametrize("number", ["1", "1.-", "№ 1", "(1.1)", "Art. 1 §"])
def test_automatic_numbers_of_any_shape_are_kept_as_displayed(number: str) -> None:
    draft = segment(source(["Глава 1. Правила", f"@{number}|Судья честен."]))
    assert draft.provisions[-1].label == number and draft.provisions[-1].text == "Судья честен."
