"""table.docx of a draft against the standards: both forms, both orders of columns, marks in words, changes bold and struck."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from ethicsdiff.model.concordance import AmendmentRow, Change, Concordance, ConcordanceRow, Quoted, Stretch
from ethicsdiff.model.report import Tone
from ethicsdiff.report.phrases import TABLES
from ethicsdiff.writers.concordance import COLUMNS, FORMS, concordance_bytes

LANGUAGES = ("en", "ru", "kk")


def sample(language: str = "ru") -> Concordance:
    clause = ConcordanceRow(
        standard="Образец (2002)", citation="п. 1", title="Подарки", requirement="Подарки запрещены.", origin="Сверено.",
        answers=(Quoted(place="Статья 1", text="Судья сыйлық алмайды.", language="kk"),), mark="полное", tone=Tone.GOOD,
        reasons=("Статья 1: соответствует.",),
    )  # fmt: skip
    gap = ConcordanceRow(
        standard="Образец (2002)", citation="п. 2", title="", requirement="Лекции разрешены.", origin="", answers=(), mark="отсутствует",
        tone=Tone.GAP, reasons=("Не найдено.",),
    )  # fmt: skip
    amended = AmendmentRow(
        element="Статья 2", current=(Stretch(text="Судья"), Stretch(text="вправе", change=Change.DELETED)),
        proposed=((Stretch(text="Судья"), Stretch(text="не вправе", change=Change.ADDED)),), authors="Предложено: Первый.",
        reasons=("п. 1: противоречит.",), tone=Tone.BAD,
    )  # fmt: skip
    added = AmendmentRow(element="Новое", current=(), proposed=(), authors="", reasons=("Пробел.",), tone=Tone.GAP)
    words = {key.removeprefix("c.word."): word for key, word in TABLES[language].items() if key.startswith("c.word.")}
    foot = {key: TABLES[language][f"word.{key}"] for key in ("page", "page_of")}
    return Concordance(
        language=language, title="Сравнительная таблица", subtitle="Проект", note="Предложено.", clauses=(clause, gap),
        amendments=(amended, added), words=tuple((words | foot).items()),
    )  # fmt: skip


def opened(language: str = "ru", form: str = FORMS[0], columns: str = COLUMNS[0]) -> Document:
    return docx.Document(io.BytesIO(concordance_bytes(sample(language), form=form, columns=columns)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("form", "columns", "titles"),
    [
        ("executive", "current-first", ("number", "clause", "standard", "draft", "mark", "justification")),
        ("executive", "proposed-first", ("number", "clause", "draft", "standard", "mark", "justification")),
        ("parliamentary", "current-first", ("number", "element", "current", "proposed", "author", "decision")),
        ("parliamentary", "proposed-first", ("number", "element", "proposed", "current", "author", "decision")),
    ],
)
def test_the_columns_follow_the_form_and_the_order(language: str, form: str, columns: str, titles: tuple[str, ...]) -> None:
    [table] = opened(language, form, columns).tables
    assert [cell.text for cell in table.rows[0].cells] == [TABLES[language][f"c.word.{title}"] for title in titles]


def test_the_page_lies_and_the_head_is_repeated() -> None:
    document = opened()
    [section] = document.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    [table] = document.tables
    repeated = [bool(row._tr.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) for row in table.rows]
    assert repeated == [True, True, False, False, False]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    assert abs(sum(int(column.width or 0) for column in table.columns) - room) < 5000


def test_clauses_are_numbered_under_their_standard_and_carry_mark_and_words() -> None:
    rows = [[cell.text for cell in row.cells] for row in opened().tables[0].rows[2:]]
    assert rows[0][0] == "Образец (2002)" and [row[0] for row in rows[1:]] == ["1", "2"]
    assert rows[1][3] == "Статья 1\nСудья сыйлық алмайды." and "полное" in rows[1][4]
    assert rows[2][3] == TABLES["ru"]["c.word.absent"] and "отсутствует" in rows[2][4]


def test_words_of_the_draft_in_another_language_are_marked_with_it() -> None:
    tags = {node.get(qn("w:val")) for node in opened().element.body.iter(qn("w:lang"))}
    assert tags == {"kk-KZ"}


def test_what_goes_is_struck_what_comes_is_bold_and_an_open_place_is_marked() -> None:
    [table] = opened(form="parliamentary").tables
    first, second = table.rows[2:]
    struck = [run.text for run in first.cells[2].paragraphs[0].runs if run.font.strike]
    bold = [run.text for run in first.cells[3].paragraphs[0].runs if run.bold]
    assert (struck, bold) == (["вправе"], ["не вправе"])
    assert second.cells[3].text == TABLES["ru"]["c.word.place"] and second.cells[2].text == TABLES["ru"]["c.word.absent"]
    assert [row.cells[5].text for row in (first, second)] == ["", ""]


def test_equal_input_gives_equal_bytes() -> None:
    assert concordance_bytes(sample()) == concordance_bytes(sample())
