"""Plain text as blocks: encodings that letters prove, wrapped lines made whole, texts that lost letters refused."""

from __future__ import annotations

import re
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import BlockKind, Severity, SourceDocument
from ethicsdiff.readers.lines import begins_unit, joined, words_of
from ethicsdiff.readers.text import read_text
from tests.builders import saved

RUSSIAN = "Статья 1. Независимость\n1. Судья независим и подчиняется только закону.\n2. Судья сообщает о вмешательстве."
KAZAKH = "1-бап. Тәуелсіздік\n1. Судья тәуелсіз және тек заңға бағынады.\n2. Судья өзіне қысым көрсету туралы хабарлайды."
ENGLISH = "Article 1. Independence\n1. A judge is independent and bound by the law alone.\n2. A judge reports interference."


def source_of(text: str | bytes) -> SourceDocument:
    """Returns a text as read from a file."""
    with TemporaryDirectory() as folder:
        data = text if isinstance(text, bytes) else text.encode()
        return read_text(saved(Path(folder), data, "draft.txt"))


def texts(text: str) -> list[str]:
    """Returns the texts of the blocks of a text."""
    return [block.text for block in source_of(dedent(text)).blocks]


def refusal(data: str | bytes) -> str:
    """Returns the sentence with which a text is refused."""
    with pytest.raises(DraftError) as caught:
        source_of(data)
    assert caught.value.where == "draft.txt" and caught.value.hint
    assert "\n" not in caught.value.what and caught.value.what.endswith(".")
    return caught.value.what


def encoding(data: bytes) -> str:
    """Returns the encoding that the notice of a text names, empty where there is no such notice."""
    found = [notice for notice in source_of(data).notices if notice.code == "text.encoding"]
    assert all(notice.severity == Severity.WARNING for notice in found)
    return dict(found[0].params)["encoding"] if found else ""


@pytest.mark.parametrize(("text", "language"), [(RUSSIAN, "ru"), (KAZAKH, "kk"), (ENGLISH, "en")])
def test_every_line_is_a_block_with_its_line(text: str, language: str) -> None:
    source = source_of(text)
    assert [block.text for block in source.blocks] == text.split("\n")
    assert [block.location.line for block in source.blocks] == [1, 2, 3]
    assert (source.languages, source.format, source.notices) == ((language,), "text", ())


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, ENGLISH])
@pytest.mark.parametrize(("codec", "named"), [("utf-8-sig", ""), ("utf-16", "UTF-16")])
def test_marked_encodings_are_read(text: str, codec: str, named: str) -> None:
    assert source_of(text.encode(codec)).blocks[0].text == text.split("\n")[0]
    assert encoding(text.encode(codec)) == named


def test_utf_16_with_the_larger_byte_first_is_read() -> None:
    assert source_of(b"\xfe\xff" + KAZAKH.encode("utf-16-be")).blocks[1].text == KAZAKH.split("\n")[1]


def test_windows_1251_is_told_by_its_letters_and_named_in_a_warning() -> None:
    assert source_of(RUSSIAN.encode("cp1251")).blocks[1].text == RUSSIAN.split("\n")[1]
    assert encoding(RUSSIAN.encode("cp1251")) == "Windows-1251"
    assert encoding(RUSSIAN.upper().encode("cp1251")) == "Windows-1251"


def test_the_kazakh_sister_of_windows_1251_is_read_with_its_own_letters() -> None:
    assert [block.text for block in source_of(KAZAKH.encode("kz1048")).blocks] == KAZAKH.split("\n")
    assert encoding(KAZAKH.encode("kz1048")) == "KZ-1048"


def test_western_quotation_marks_in_english_are_no_guess() -> None:
    data = ENGLISH.replace("the law", "“the law” – its").encode("cp1252")
    assert encoding(data) == "Windows-1252"
    assert "“the law” – its" in source_of(data).blocks[1].text


@pytest.mark.parametrize(("codec", "named"), [("koi8-r", "KOI8-R"), ("cp866", "CP866"), ("mac-cyrillic", "Mac Cyrillic")])
def test_other_old_encodings_are_named_and_refused(codec: str, named: str) -> None:
    assert named in refusal(RUSSIAN.encode(codec))


def test_bytes_that_prove_nothing_are_refused_with_their_line() -> None:
    assert "line 2" in refusal(b"Article 1\nna\xefve caf\xe9")
    assert "not a text file" in refusal(b"Article 1\0\1\2")
    assert "0 bytes" in refusal(b"")
    assert "no text" in refusal(" \n\f\n")
    assert "breaks off" in refusal(b"\xff\xfe" + "Статья".encode("utf-16-le") + b"\x04")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("?????? 1. ??????????? ????? ? ??? ???????????", "question marks"),
        (KAZAKH.encode("cp1251", "replace").decode("cp1251") * 3, "question marks"),
        (RUSSIAN.encode().decode("cp1251", "replace"), "broken into pairs"),
        (RUSSIAN.encode().decode("latin-1"), "broken into pairs"),
        ("1 ң ғ қ і. ң ә ү ғ ө ң і қ ү ә ғ і ң ө ү қ і ғ ә ң", "only those that Kazakh adds"),
        (re.sub("[әғқңөұүһ]", "", f"{KAZAKH}\n" * 6 + "1-бап туралы емес немесе болады. " * 5), "none of the letters that only Kazakh has"),
        ("\x01\x02\x03\x04\x05" * 20, "cannot be printed"),
    ],
)
def test_texts_that_lost_their_letters_are_refused(text: str, words: str) -> None:
    assert words in refusal(text)


def test_real_questions_and_a_few_odd_signs_are_no_loss() -> None:
    assert len(source_of(f"{RUSSIAN}\nВправе ли судья? Да?! Почему?\nЧто-то вроде слова?слова.").blocks) == 5


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, ENGLISH])
def test_wrapped_paragraphs_are_made_whole_again(text: str) -> None:
    first, *others = text.split("\n")
    paragraphs = [first, *(f"{line[:2]}{line[2:] * 6}" for line in others)]
    for gap in ("\n\n", "\n"):
        wrapped = gap.join(fill(one, 72, break_on_hyphens=False) for one in paragraphs)
        assert texts(wrapped) == paragraphs


def test_wrapped_lines_that_were_joined_are_told() -> None:
    source = source_of(fill("Судья независим и подчиняется только закону. " * 5, 72))
    assert [(notice.code, notice.params) for notice in source.notices] == [("text.lines-joined", (("count", "1"),))]


def test_short_lines_under_each_other_stay_apart() -> None:
    text = "РЕСПУБЛИКА\nСОЮЗ СУДЕЙ\nпринят съездом\n\nПреамбула\n" + fill(
        "Съезд судей, сознавая свой долг перед обществом, принимает его. " * 3, 70
    )
    assert texts(text)[:4] == ["РЕСПУБЛИКА", "СОЮЗ СУДЕЙ", "принят съездом", "Преамбула"]


def test_items_of_a_list_without_labels_stay_apart() -> None:
    long_items = ["соблюдать закон и присягу судьи при всех обстоятельствах;", "хранить тайну совещательной комнаты и все сведения о деле;"]
    assert len(texts("\n".join(["Судья обязан:", *long_items]))) == 3


def test_files_of_whole_paragraphs_are_never_joined() -> None:
    paragraphs = ["Судья независим и подчиняется только закону, а не мнению общества или печати. " * 3] * 4
    assert len(texts("\n".join(paragraphs))) == 4


def test_short_paragraphs_are_not_taken_for_lines_of_a_wrapped_file() -> None:
    lines = ["Срок ответа – 15 дней.", "15 дней исчисляются с даты поступления.", "1 января каждого года отчёт открыт.", "Судья:", "ведёт журнал."]
    assert texts("\n".join(lines)) == lines


def test_a_clause_that_ends_with_a_comma_does_not_prove_a_file_to_be_wrapped() -> None:
    lines = ["признавая, что независимость суда является гарантией прав граждан,", "принимают настоящий Кодекс судейской этики."]
    assert texts("\n".join(lines)) == lines


def test_in_a_wrapped_file_of_single_sentences_one_that_ends_with_its_line_ends_a_paragraph() -> None:
    first = "Судья обязан соблюдать достоинство и воздерживаться от любых слов и поступков, что вредят делу правосудия."
    second = "Организационно-распорядительные вопросы решает председатель суда вместе с судьями этого суда и их помощниками."
    assert texts("\n".join(fill(one, 53, break_on_hyphens=False) for one in (first, second))) == [first, second]


def test_neighbours_words_for_units_begin_a_paragraph_in_a_wrapped_file() -> None:
    body = fill("Ushbu Kodeks sudyalarning xulq-atvor qoidalarini belgilaydi va barcha sudyalar uchun majburiy hisoblanadi deb", 60)
    assert texts(f"1-modda. Maqsad\n{body}\n2-modda. Prinsiplar")[-1] == "2-modda. Prinsiplar"


def test_indented_first_lines_open_paragraphs() -> None:
    one = fill("Судья независим и подчиняется только закону, а не мнению общества или печати, " * 2, 60, initial_indent="    ")
    assert len(texts(f"{one}\n{one}")) == 2


def test_form_feeds_go_and_bullets_make_items_with_the_sign_kept() -> None:
    source = source_of("Судья:\n\f• честен;\n• скромен.")
    assert [(block.kind, block.text) for block in source.blocks] == [
        (BlockKind.PARAGRAPH, "Судья:"),
        (BlockKind.LIST_ITEM, "• честен;"),
        (BlockKind.LIST_ITEM, "• скромен."),
    ]


def test_capitals_are_a_heading_and_the_title() -> None:
    source = source_of("Проект\nКОДЕКС СУДЕЙСКОЙ ЭТИКИ\nГЛАВА 1. ОБЩИЕ ПОЛОЖЕНИЯ\n1. Судья честен.")
    assert source.title == "КОДЕКС СУДЕЙСКОЙ ЭТИКИ"
    assert [block.kind for block in source.blocks] == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "note",
    [
        "Сноска. Статья 1 с изменением, внесенным законом от 01.02.2020 № 1.",
        "Ескерту. 1-бап жаңа редакцияда.",
        "      Footnote. Article 1 as amended.",
        "Примечание ИЗПИ! Пункт 2 вводится в действие с 01.01.2030.",
        "РҚАО-ның ескертпесі! 2-тармақ қолданысқа енгізіледі.",
    ],
)
def test_notes_of_a_publisher_are_told_with_their_place(note: str) -> None:
    source = source_of(f"Статья 1. Закон\n{note}\n1. Судья честен.")
    assert [block.text for block in source.blocks] == ["Статья 1. Закон", "1. Судья честен."]
    notice = source.notices[0]
    assert (notice.code, notice.params) == ("draft.publisher-note", (("text", " ".join(note.split())),))
    assert notice.location is not None and notice.location.line == 2


def test_a_remark_goes_on_in_the_next_paragraph_only_if_that_is_about_entry_into_force() -> None:
    assert texts("Примечание ИЗПИ!\nПункт 2 предусмотрен в редакции закона.\n1. Судья честен.") == ["1. Судья честен."]
    assert texts("Примечание ИЗПИ!\n1. Судья честен.") == ["1. Судья честен."]


def test_a_line_of_spaces_is_read_in_no_time() -> None:
    started = time.process_time()
    assert len(source_of("Статья" + " " * 200_000 + "1").blocks) == 1
    assert time.process_time() - started < 5


def test_links_to_an_old_wording_are_taken_out_of_the_line() -> None:
    source = source_of("Статья 7. Отвод (см. стар. ред.)\n8-бап. Қарсылық (бұр.ред.қара)\nЕскертілген судья")
    assert [block.text for block in source.blocks] == ["Статья 7. Отвод", "8-бап. Қарсылық", "Ескертілген судья"]
    assert [dict(notice.params)["text"] for notice in source.notices] == ["(см. стар. ред.)", "(бұр.ред.қара)"]


@pytest.mark.parametrize(
    "line",
    [
        "Статья 5. Отвод",
        "СТАТЬЯ 5",
        "5-бап. Қарсылық",
        "1 бап.",
        "I-тарау. Жалпы",
        "Глава II",
        "Article 5",
        "1. Судья",
        "2) судья",
        "(a) acts",
        "а) судья",
        "1.2. Задача",
        "IV. Итог",
        "- судья",
        "2-modda. Xolislik",
        "Стаття 3.",
        "Г Л А В А  2.",
        "Статья 27¹.",
        "[2] A judge",
    ],
)
def test_labels_begin_a_unit(line: str) -> None:
    assert begins_unit(line)


@pytest.mark.parametrize(
    "line",
    ["статья 5 закона", "5-баптың талабы", "Статья Закона", "2016 год.", "01.02.2020 принят", "Глава государства", "а судья", "5 статей"],
)
def test_words_and_dates_do_not(line: str) -> None:
    assert not begins_unit(line)


def test_a_number_behind_a_citing_word_begins_no_unit() -> None:
    assert not begins_unit("1) статьи 3", "по правилам подпункта")
    assert begins_unit("1) статьи 3", "по правилам подпунктов.")


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("судья", "честен", "судья честен"),
        ("неза\u00ad", "висим", "независим"),
        ("ст. 1-", "бап", "ст. 1-бап"),
        ("іс-", "шара", "іс-шара"),
        ("бар-", "жоғын", "бар-жоғын"),
        ("какой-", "либо", "какой-либо"),
        ("неза-", "висим", "независим"),
        ("inde-", "pendent", "independent"),
        ("self-", "restraint", "self-restraint"),
        ("судья -", "честен", "судья - честен"),
        ("Нью-", "Йорк", "Нью-Йорк"),
    ],
)
def test_lines_are_joined_with_care_for_hyphens(left: str, right: str, whole: str) -> None:
    assert joined(left, right) == whole


def test_words_of_the_same_source_decide_on_hyphens_first() -> None:
    known = words_of(["қызметкер судебно-правовой вопрос неза-", "қыз-", "тут"])
    assert joined("қыз-", "меткер", known) == "қызметкер"
    assert joined("мате-", "риал", words_of(["одна строка", "другая строка"] * 9)) == "мате-риал"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    try:
        source = source_of(data)
    except DraftError as error:
        assert error.what.endswith(".")
    else:
        assert source.blocks and [block.ordinal for block in source.blocks] == list(range(len(source.blocks)))
