"""PDF files as blocks: letters sorted by place, lines into paragraphs, columns, tables, notes; what cannot be read is refused."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import BlockKind, SourceDocument
from ethicsdiff.provisions.segment import segment
from ethicsdiff.readers import read_source
from ethicsdiff.readers.pdf import page as pdf_page
from tests.builders import saved
from tests.readers.conversion import DRAFTS, converted, needs_libreoffice, units
from tests.readers.small_pdf import At, Mark, Stroke, lines, pdf, table


def source_of(*pages: list[Mark], **options: bool | int) -> SourceDocument:
    """Returns hand-written pages as read from a file."""
    return read(pdf(*pages, **options))  # type: ignore[arg-type]


def read(data: bytes) -> SourceDocument:
    """Returns a PDF file of these bytes as read."""
    with TemporaryDirectory() as folder:
        return read_source(saved(Path(folder), data, "draft.pdf"))


def texts(*pages: list[Mark]) -> list[str]:
    """Returns the texts of the blocks of hand-written narrow pages."""
    return [block.text for block in source_of(*pages, width=300).blocks]


def refusal(data: bytes) -> str:
    """Returns the sentence with which a file is refused."""
    with pytest.raises(DraftError) as caught:
        read(data)
    assert caught.value.where == "draft.pdf" and caught.value.hint
    assert "\n" not in caught.value.what and caught.value.what.endswith(".")
    return caught.value.what


def codes(source: SourceDocument) -> dict[str, dict[str, str]]:
    """Returns the notices of a source by code."""
    return {notice.code: dict(notice.params) for notice in source.notices}


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        (
            (
                "Статья 5. Беспристрастность",
                "   1. Судья обязан воздерживаться от любых",
                "высказываний, которые связаны с делом.",
                "   2. Иное.",
            ),
            ["Статья 5. Беспристрастность", "1. Судья обязан воздерживаться от любых высказываний, которые связаны с делом.", "2. Иное."],
        ),
        (
            (
                "5-бап. Бейтараптық",
                "   1. Судья іс бойынша кез келген пікірден",
                "аулақ болуға және бейтарап қалуға тиіс.",
                "   2. Өзгесі.",
            ),
            ["5-бап. Бейтараптық", "1. Судья іс бойынша кез келген пікірден аулақ болуға және бейтарап қалуға тиіс.", "2. Өзгесі."],
        ),
        (
            (
                "Article 5. Impartiality",
                "   1. A judge shall refrain from any public",
                "statement that concerns a pending case.",
                "   2. Other.",
            ),
            ["Article 5. Impartiality", "1. A judge shall refrain from any public statement that concerns a pending case.", "2. Other."],
        ),
    ],
)
def test_printed_lines_become_paragraphs_and_labels_begin_them(printed: tuple[str, ...], read_as: list[str]) -> None:
    assert texts(lines(*printed)) == read_as


def test_letters_that_a_file_stores_apart_are_read_where_they_stand() -> None:
    whole = "Сот төрелігіне деген сенім"
    kazakh = {index for index, letter in enumerate(whole) if letter in "өің"}
    place = [At(text=letter, x=60 + 5 * index, y=700) for index, letter in enumerate(whole) if letter != " "]
    other_font_last = sorted(place, key=lambda one: (one.x - 60) / 5 in kazakh)
    assert texts(other_font_last) == [whole]


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph() -> None:
    printed = ["Статья 1. Обязанности судьи Верховного Суда", "признавая независимость,", "сознавая долг,", "принимает Кодекс"]
    assert [block.text for block in source_of(lines(*printed)).blocks] == printed


def test_a_file_of_short_paragraphs_is_taken_to_be_set_between_equal_margins() -> None:
    printed = ["Судья отвечает на все обращения граждан, что поступили в суд.", "Организационные вопросы решает председатель."]
    assert [block.text for block in source_of(lines(*printed)).blocks] == printed


def test_where_full_lines_end_at_one_edge_a_shorter_one_ends_its_paragraph() -> None:
    full = ["Судья обязан воздерживаться от любых слов", "и действий, что умаляют достоинство судьи", "и вредят доверию общества к делу в судах,"]
    printed = [*full, "и не спорит ни с кем из участников дела", "Организационные акты судьи обсуждают тихо"]
    assert texts(lines(*full, *printed))[-1] == printed[-1]


def test_first_lines_under_each_other_are_paragraphs_where_first_lines_are_indented() -> None:
    long = ["   Судья независим и подчиняется закону в", "любом деле, а давление на него пресекают"]
    short = ["   Судья отвечает на любые вопросы людей.", "   Организационное совещание проводится."]
    assert texts(lines(*long, *short))[1:] == [one.strip() for one in short]


def test_centred_headings_on_one_side_of_a_page_make_no_column() -> None:
    body = lines("Статья 1. Цель и задачи", "Судья честен и точен.", "Статья 2. Долг судьи", "Судья терпелив и вежлив.", "Судья внимателен.", top=600)
    heads = ("П Р О Е К Т  К О Д Е К С А", "Г Л А В А  1", "О Б Щ И Е  П О Л О Ж Е Н И Я", "Г Л А В А  2", "П О В Е Д Е Н И Е  С У Д Ь И", "К О Н Е Ц  Т Е К С Т А")
    middle = [At(text=text, x=380 - 2.5 * len(text), y=621 - 15 * place) for place, text in enumerate(heads)]
    assert codes(source_of([*body, *middle])).get("pdf.columns") is None


def test_a_cited_number_at_the_beginning_of_a_line_opens_no_unit() -> None:
    printed = lines("Судья действует по правилам подпункта", "1) статьи третьей настоящего Кодекса.")
    assert texts(printed) == ["Судья действует по правилам подпункта 1) статьи третьей настоящего Кодекса."]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Осы Кодекстің 1-", "бабында айтылған", "1-бабында"),
        ("Судья қоғамдық іс-", "шараға қатыспайды", "іс-шараға"),
        ("Судья сообщает о каком-", "либо вмешательстве", "каком-либо"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_where_it_belongs_to_the_word(first: str, second: str, whole: str) -> None:
    assert whole in " ".join(texts(lines(first, second)))


def test_words_that_the_printer_breaks_all_over_the_file_are_made_whole() -> None:
    broken = [("Судья соблюдает беспри-", "страстность и закон."), ("Судья хранит досто-", "инство своей должности.")]
    printed = lines(*(line for pair in broken for line in pair))
    source = source_of(printed, width=300)
    assert "беспристрастность" in source.blocks[0].text and "достоинство" in " ".join(block.text for block in source.blocks)
    assert codes(source)["pdf.hyphens-joined"] == {"count": "2"}


def pages_with_margins(*bodies: str) -> list[list[Mark]]:
    """Returns pages with a running header and page numbers round their bodies."""
    return [[At(text="Проект", x=500, y=770), *lines(body), At(text=f"— {number} —", x=290, y=30)] for number, body in enumerate(bodies, 1)]


def test_headers_and_page_numbers_are_left_out_and_told() -> None:
    source = source_of(*pages_with_margins("Статья 1. Закон.", "Статья 2. Совесть.", "Статья 3. Честь."))
    assert [block.text for block in source.blocks] == ["Статья 1. Закон.", "Статья 2. Совесть.", "Статья 3. Честь."]
    assert codes(source)["pdf.running-lines"] == {"count": "6", "text": "Проект"}


def test_labels_without_title_at_the_top_of_many_pages_are_no_headers() -> None:
    bodies = [
        [At(text=f"Статья {number}", x=60, y=760), *lines(f"Судья {word}.")]
        for number, word in enumerate(("честен", "независим", "скромен"), 1)
    ]
    assert texts(*bodies)[::2] == ["Статья 1", "Статья 2", "Статья 3"]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    first, second = lines("   1. Судья обязан воздерживаться от любых", top=60), lines("высказываний по делу.", "   2. Иное.", top=740)
    assert texts(first, second) == ["1. Судья обязан воздерживаться от любых высказываний по делу.", "2. Иное."]


def test_a_block_and_its_provision_know_their_page() -> None:
    source = source_of(lines("Статья 1. Закон", "Судья честен."), lines("Статья 2. Долг", "Судья точен."))
    assert [block.location.page for block in source.blocks] == [1, 1, 2, 2]
    assert [unit.location.page for unit in segment(source).provisions] == [1, 2]


def test_columns_are_read_one_after_the_other() -> None:
    left = lines("Article 1. Duty", "1. A judge shall act with great", "care and shall give reasons for", "every decision of the court.")
    right = lines(
        "Article 2. Courtesy",
        "1. A judge shall be patient with",
        "everyone who comes before the",
        "court in a case or otherwise.",
        x=320,
        top=697,
    )
    source = source_of([*left, *right])
    assert [block.text for block in source.blocks] == [
        "Article 1. Duty",
        "1. A judge shall act with great care and shall give reasons for every decision of the court.",
        "Article 2. Courtesy",
        "1. A judge shall be patient with everyone who comes before the court in a case or otherwise.",
    ]
    assert codes(source)["pdf.columns"] == {"count": "1"}


def test_columns_a_letter_apart_are_read_one_after_the_other() -> None:
    left = ("Судья обязан быть вежливым, точным и внимательным,", "а также терпеливым со всеми людьми, кто приходит к", "нему в суд по делу, и не торопит тех, кто говорит", "тихо или не сразу находит нужные для дела слова.")
    right = ("Судья ведёт дело без проволочек и без спешки, так", "что никто не ждёт решения дольше, чем нужно делу,", "и слушает каждого до конца его речи, если она по", "существу и прямо касается предмета спора сторон.")
    found = [block.text for block in source_of([*lines(*left), *lines(*right, x=322)]).blocks]
    assert found == [" ".join(left), " ".join(right)]


def test_footnotes_are_notes_of_the_paragraph_that_refers_to_them() -> None:
    body = [*lines("Судья не принимает подарков.", "Судья отказывается от них."), At(text="1", x=60 + 28 * 5, y=704, size=6)]
    foot = lines("1 Кроме обычных знаков внимания.", top=60, size=8)
    source = source_of([*body, *foot])
    assert [(block.kind, block.text, block.note_of) for block in source.blocks] == [
        (BlockKind.PARAGRAPH, "Судья не принимает подарков.", -1),
        (BlockKind.PARAGRAPH, "Судья отказывается от них.", -1),
        (BlockKind.NOTE, "Кроме обычных знаков внимания.", 0),
    ]


def test_each_column_has_footnotes_at_its_own_foot() -> None:
    left = lines("1. A judge acts with great care", "and gives the reasons for every", "decision of the court and every", "order.", top=600)
    right = lines("2. A judge shall be patient with", "everybody who comes before this", "court in a case or in otherwise", "any way.", x=320, top=597)
    raised = [At(text="1", x=60 + 31 * 5, y=592, size=6), At(text="2", x=320 + 31 * 5, y=589, size=6)]
    foot = [*lines("1 See the minutes.", top=60, size=8), *lines("2 See the report.", x=320, top=60, size=8)]
    source = source_of([*left, *right, *raised, *foot])
    assert [(block.kind, block.text, block.note_of) for block in source.blocks] == [
        (BlockKind.PARAGRAPH, "1. A judge acts with great care and gives the reasons for every decision of the court and every order.", -1),
        (BlockKind.PARAGRAPH, "2. A judge shall be patient with everybody who comes before this court in a case or in otherwise any way.", -1),
        (BlockKind.NOTE, "See the minutes.", 0),
        (BlockKind.NOTE, "See the report.", 1),
    ]


def test_a_large_heading_beside_a_line_does_not_bridge_the_columns() -> None:
    left = lines("1. A judge shall act with great care", "and shall give reasons for every one", "of the decisions of the court today.")
    right = [*lines("Courtesy", x=258, top=688, size=18), *lines("2. A judge shall be patient with all", x=258, top=664)]
    first = [*lines(*("4. A judge shall be silent on a case",) * 5), *lines(*("5. A judge is polite to every person",) * 5, x=258)]
    assert texts(first, [*left, *right])[-3:] == [
        "1. A judge shall act with great care and shall give reasons for every one of the decisions of the court today.",
        "Courtesy",
        "2. A judge shall be patient with all",
    ]


def test_a_number_in_the_margin_of_hanging_lines_opens_a_paragraph() -> None:
    first = ("A judge gives reasons for every", "decision and every other order", "that is made in an open court.")
    second = ("A judge is polite to everybody", "who comes before the court now.")
    printed = [At(text="8", x=60, y=700), *lines(*first, x=80), At(text="9", x=60, y=664), *lines(*second, x=80, top=664)]
    assert "9 A judge is polite to everybody" in texts(printed)


def test_a_raised_number_behind_a_number_is_an_inserted_unit_and_no_other_article() -> None:
    printed = [At(text="Статья 27", x=60, y=700), At(text="1", x=60 + 9 * 5, y=704, size=6), At(text=". Отвод судьи", x=108, y=700)]
    source = source_of(printed)
    assert source.blocks[0].text == "Статья 27-1. Отвод судьи"
    assert codes(source)["pdf.raised-numbers"] == {"count": "1"}


def test_ruled_tables_are_cells_with_their_spans_and_go_on_over_pages() -> None:
    head, columns = ["№", "Мера", "Срок"], [60, 100, 300, 500]
    first = table(columns, [700, 680, 660, 640], [head, ["Цель 1. Доступ"], ["1", "Принять правила", "2026"]])
    second = table(columns, [740, 720, 700], [head, ["2", "Обучить работников", "2027"]])
    source = source_of(first, second)
    cells = [(block.cell.table, block.cell.row, block.cell.column, block.text) for block in source.blocks if block.cell]
    assert cells[:3] == [(0, 0, 0, "№"), (0, 0, 1, "Мера"), (0, 0, 2, "Срок")]
    assert cells[-3:] == [(0, 3, 0, "2"), (0, 3, 1, "Обучить работников"), (0, 3, 2, "2027")]
    assert codes(source)["pdf.tables-rebuilt"] == {"count": "1"}
    assert codes(source)["pdf.table-heads-repeated"] == {"count": "1"}


def test_a_word_too_long_for_its_cell_is_made_whole_and_two_words_are_not() -> None:
    marks = table([60, 106.5, 180], [700, 660], [["Мероприя", "Верховный"]])
    below = [At(text="тие", x=63, y=676), At(text="судебный акт", x=109.5, y=676)]
    assert [block.text for block in source_of([*marks, *below]).blocks] == ["Мероприятие", "Верховный судебный акт"]


def test_cells_without_a_line_between_them_are_one() -> None:
    joined = table([60, 100, 300, 500], [700, 680, 660], [["1", "Мера", "Срок"], ["", "Порядок", "2026"]], skip=[(1, 0)])
    cells = {(block.cell.row, block.cell.column): block.cell.row_span for block in source_of(joined).blocks if block.cell}
    assert cells == {(0, 0): 2, (0, 1): 1, (0, 2): 1, (1, 1): 1, (1, 2): 1}


def test_large_print_is_a_heading_and_the_title() -> None:
    source = source_of([At(text="КОДЕКС СУДЕЙСКОЙ ЭТИКИ", x=150, y=740, size=16), *lines("Статья 1. Закон", "1. Судья соблюдает закон.")])
    assert (source.title, source.blocks[0].kind, source.format) == ("КОДЕКС СУДЕЙСКОЙ ЭТИКИ", BlockKind.HEADING, "pdf")


@pytest.mark.parametrize("turned", [0, 90])
def test_pages_that_lie_on_their_side_are_turned(turned: int) -> None:
    page: list[Mark] = [
        At(text=text, x=300 + 12 * index, y=100, upwards=True) for index, text in enumerate(("Article 1. Duty", "1. A judge acts."))
    ]
    assert [block.text for block in source_of(page, turned=turned).blocks] == ["Article 1. Duty", "1. A judge acts."]


def test_slanted_text_such_as_a_watermark_is_left_out_and_told() -> None:
    source = source_of([*lines("Article 1. Duty of a judge"), At(text="DRAFT", x=300, y=300, upwards=True)])
    assert len(source.blocks) == 1
    assert codes(source)["pdf.slanted-text"] == {"count": "5"}


def test_words_struck_through_are_left_out_and_told_for_they_are_deleted() -> None:
    printed = lines("1. Судья не вправе принимать подарки от сторон.")
    struck = Stroke(60 + 9 * 5, 703, 60 + 12 * 5, 703)
    source = source_of([*printed, struck])
    assert source.blocks[0].text == "1. Судья вправе принимать подарки от сторон."
    assert codes(source)["pdf.struck-text"] == {"page": "1", "text": "не"}
    assert "не вправе" in texts([*printed, Stroke(60, 698, 200, 698)])[0]


def test_text_that_a_program_recognised_and_pages_without_any_are_told() -> None:
    unseen: list[Mark] = [At(text="Статья 1. Судья независим.", x=60, y=700, mode=3)]
    source = source_of(unseen, [], picture=True)
    assert codes(source)["pdf.recognised-text"] == {"pages": "1"}
    assert codes(source)["pdf.pages-without-text"] == {"pages": "2"}


def test_publishers_notes_are_told_and_not_read() -> None:
    source = source_of(lines("Статья 1. Закон", "Сноска. Статья 1 в редакции закона."))
    assert [block.text for block in source.blocks] == ["Статья 1. Закон"]
    assert codes(source)["draft.publisher-note"] == {"text": "Сноска. Статья 1 в редакции закона."}


def test_a_scan_is_refused_with_the_advice_to_recognise_it() -> None:
    assert refusal(pdf([], [], picture=True)) == "the pages are pictures without text."
    assert refusal(pdf([])) == "the file holds no text."


def test_protected_cut_off_foreign_and_empty_files_are_refused() -> None:
    whole = pdf(lines("Статья 1. Судья независим."))
    assert "password" in refusal(pdf(lines("Статья 1."), encrypted=True))
    assert "cut off" in refusal(whole[: len(whole) // 2])
    assert "not a PDF" in refusal(b"PK\x03\x04" + bytes(200))
    assert "damaged" in refusal(b"%PDF-1.7\n" + bytes(range(256)) * 9 + b"\n%%EOF")
    assert "0 bytes" in refusal(b"")


def test_text_whose_letters_were_lost_is_refused() -> None:
    assert "question marks" in refusal(pdf(lines(*["?????? ??? ????????? ?? ??????"] * 4, "Статья первая о судье")))


def test_too_many_pages_too_much_time_and_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data = pdf(*[lines("Статья 1. Судья независим.")] * 3)
    monkeypatch.setattr(pdf_page, "_MOST_PAGES", 2)
    assert "more than 2 pages" in refusal(data)
    monkeypatch.setattr(pdf_page, "_MOST_PAGES", 3)
    monkeypatch.setattr(pdf_page, "_SECONDS", -1)
    assert "took longer" in refusal(data)
    huge = tmp_path / "huge.pdf"
    with huge.open("wb") as stream:
        stream.truncate(51 * 1024 * 1024)
    with pytest.raises(DraftError, match="larger than 50 MB"):
        read_source(huge)


@needs_libreoffice
def test_drafts_printed_to_pdf_have_the_units_of_the_word_file(tmp_path: Path) -> None:
    for draft, printed in zip(DRAFTS, converted(DRAFTS, "pdf", tmp_path), strict=True):
        assert units(printed) == units(draft), draft.name
