"""Saved web pages as blocks: headings, numbers as a browser shows them, tables, notes; menus and scripts are left out and told."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import BlockKind, Revision, SourceDocument
from ethicsdiff.readers import read_source
from tests.builders import saved
from tests.readers.conversion import DRAFTS, converted, needs_libreoffice, units

TAGS = (
    *("<p>", "</p>", "<li>", "</li>", "<ol>", "</ol>", "<table>", "<tr>", "<td>", "</table>", "<h1>", "<b>", "</b>", "<br>"),
    *("<a href='#fn1'>1</a>", "<del>", "<sup>", "т", "1. "),
)
H, P, L, C, N = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.NOTE


def source_of(page: str | bytes) -> SourceDocument:
    """Returns a page as read from a file."""
    with TemporaryDirectory() as folder:
        data = page if isinstance(page, bytes) else page.encode()
        return read_source(saved(Path(folder), data, "page.html"))


def blocks_of(page: str) -> list[tuple[BlockKind, str, str, int]]:
    """Returns kind, number, text and level of each block."""
    return [(block.kind, block.number, block.text, block.level) for block in source_of(page).blocks]


def codes(source: SourceDocument) -> dict[str, dict[str, str]]:
    """Returns the notices of a source by code."""
    return {notice.code: dict(notice.params) for notice in source.notices}


def refusal(data: str | bytes) -> str:
    """Returns the sentence with which a page is refused."""
    with pytest.raises(DraftError) as caught:
        source_of(data)
    assert caught.value.where == "page.html" and caught.value.hint
    assert "\n" not in caught.value.what and caught.value.what.endswith(".")
    return caught.value.what


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("<title>Портал</title><h1>Кодекс судейской этики</h1><h3>Статья 1. Закон</h3><p>1. Судья соблюдает закон.", "ru"),
        ("<title>Портал</title><h1>Судьялық әдеп кодексі</h1><h3>1-бап. Заң</h3><p>1. Судья заңды сақтайды.", "kk"),
        ("<title>Portal</title><h1>Code of judicial ethics</h1><h3>Article 1. Law</h3><p>1. A judge obeys the law.", "en"),
    ],
)
def test_headings_have_their_level_and_the_first_is_the_title(page: str, language: str) -> None:
    source = source_of(page)
    assert [(block.kind, block.level) for block in source.blocks] == [(H, 0), (H, 2), (P, -1)]
    assert (source.title, source.languages, source.format) == (source.blocks[0].text, (language,), "html")


def test_without_a_heading_the_name_of_the_page_is_the_title() -> None:
    assert source_of("<title>Кодекс\n этики</title><p>Статья 1. Закон").title == "Кодекс этики"


def test_white_space_is_shown_as_a_browser_does_and_other_signs_stay() -> None:
    page = "<p>  Судья\n\t<i>обя</i>зан </p><div>10&nbsp;дней&shy;ный <!-- no --> срок &lt;&mdash;&gt;</div><pre>а\n  б</pre>"
    assert [block.text for block in source_of(page).blocks] == ["Судья обязан", "10\u00a0дней\u00adный срок <—>", "а\n  б"]


def test_anchors_go_without_their_text() -> None:
    assert blocks_of('<p><a id="z5"></a>1. Судья <a href="#z6">честен</a>.</p>') == [(P, "", "1. Судья честен.", -1)]


def test_line_breaks_stay_in_a_paragraph_but_labels_and_empty_lines_open_one() -> None:
    page = "<p>Принят<br>съездом<br><br>Преамбула<br/>1. Судья честен.<br>2. Судья скромен.<br>всегда</p>"
    assert [block.text for block in source_of(page).blocks] == [
        "Принят\nсъездом",
        "Преамбула",
        "1. Судья честен.",
        "2. Судья скромен.\nвсегда",
    ]


def test_lists_are_numbered_as_a_browser_shows_them() -> None:
    page = """
    <ol start=3><li>три<li>четыре<li value=9>девять<ol type=a><li>а<li>б</ol><li>десять</ol>
    <ol reversed><li>два<li>один</ol><ol type=I><li>первый</ol><ol style="list-style-type: lower-roman"><li>i</ol>
    <ol style="list-style:none"><li>1) без</ol><ul><li>точка<p>далее</ul>"""
    assert blocks_of(page) == [
        (L, "3.", "три", 0),
        (L, "4.", "четыре", 0),
        (L, "9.", "девять", 0),
        (L, "a.", "а", 1),
        (L, "b.", "б", 1),
        (L, "10.", "десять", 0),
        (L, "2.", "два", 0),
        (L, "1.", "один", 0),
        (L, "I.", "первый", 0),
        (L, "i.", "i", 0),
        (L, "", "1) без", 0),
        (L, "", "точка", 0),
        (P, "", "далее", -1),
    ]


def test_a_number_before_a_heading_or_a_list_is_not_lost() -> None:
    page = "<ol><li><h2>Независимость</h2><ol><li>судья</ol></li><li><ol><li>внутри</ol></ol>"
    assert [(kind, number, text) for kind, number, text, _ in blocks_of(page)] == [
        (H, "1.", "Независимость"),
        (L, "1.", "судья"),
        (L, "1.", "внутри"),
        (L, "2.", ""),
    ]


def test_bold_and_centred_paragraphs_are_known_by_tags_attributes_and_styles() -> None:
    page = """<p><b>Статья 1</b>. <strong>Закон</strong></p><p><b>Статья 1.</b> Закон</p><center><p>КОДЕКС</center>
    <p align=center style="font-weight:bold">ЭТИКИ</p><div style="text-align: center"><p>судьи<p align=left>слева</div>"""
    looks = [(block.bold, block.centred) for block in source_of(page).blocks]
    assert looks == [(False, False), (False, False), (False, True), (True, True), (False, True), (False, False)]


def test_tables_are_cells_with_coordinates_and_spans() -> None:
    page = """<table><tr><th rowspan=2>№<th colspan=2>Мера<tr><td>что<td><p>кто</p><p>когда</p><tr><td>1<td><td>суд</table>
    <table><tr><td>а<td>б</table>"""
    cells = [
        (b.cell.table, b.cell.row, b.cell.column, b.cell.row_span, b.cell.column_span, b.text) for b in source_of(page).blocks if b.cell
    ]
    assert cells == [
        (0, 0, 0, 2, 1, "№"),
        (0, 0, 1, 1, 2, "Мера"),
        (0, 1, 1, 1, 1, "что"),
        (0, 1, 2, 1, 1, "кто"),
        (0, 1, 2, 1, 1, "когда"),
        (0, 2, 0, 1, 1, "1"),
        (0, 2, 1, 1, 1, ""),
        (0, 2, 2, 1, 1, "суд"),
        (1, 0, 0, 1, 1, "а"),
        (1, 0, 1, 1, 1, "б"),
    ]


def test_tables_that_only_lay_out_the_page_are_no_tables() -> None:
    page = "<table><tr><td>menu<td><h1>Кодекс</h1><table><tr><td>а<td>б</table><p>Статья 1</table><table><tr><td>Рамка</table>"
    source = source_of(page)
    assert [(block.kind, block.text) for block in source.blocks if block.cell is None][1:] == [(H, "Кодекс"), (P, "Статья 1"), (P, "Рамка")]
    assert [block.text for block in source.blocks if block.cell] == ["а", "б"]
    assert codes(source)["html.layout-tables"] == {"count": "2"}


def test_menus_scripts_and_forms_are_left_out_in_one_notice() -> None:
    page = """<head><style>p{}</style></head><body><script>var a;</script><header><nav><ul><li>Вход</ul></nav><button>x</button></header>
    <div class="breadcrumbs">Главная</div><form><input value=q>Поиск</form><p>Статья 1. Судья независим и подчиняется закону.</p>
    <aside>Новости</aside><p hidden>скрыто</p><div style="display: none">тоже</div><footer>© Институт</footer></body>"""
    source = source_of(page)
    assert [block.text for block in source.blocks] == ["Статья 1. Судья независим и подчиняется закону."]
    told = codes(source)["html.left-out"]
    assert told["count"] == "8" and "form 1" in told["tags"] and "script 1" in told["tags"]


def test_what_holds_most_of_the_page_is_its_text_whatever_it_is_called() -> None:
    page = "<header><h2>ПРЕАМБУЛА</h2><p>Съезд судей, сознавая свой долг перед обществом и законом, принимает Кодекс.</header>"
    assert len(source_of(page + "<article><h2>Статья 1</h2><p>" + "Судья честен. " * 30).blocks) == 4
    assert len(source_of("<form id=aspnetForm><p>Статья 1. Закон<p>1. Судья честен.</form><nav>x</nav>").blocks) == 2


def test_a_list_of_links_within_the_page_is_its_contents() -> None:
    entries = "".join(f"<li><a href='#a{n}'>Статья {n}. Долг</a></li>" for n in range(1, 4))
    source = source_of(f"<div><b>План</b><ul>{entries}</ul></div><h2><a href='#a1'>Статья 1. Долг</a></h2><p>1. Судья честен.")
    assert [(block.style, block.text) for block in source.blocks[3:]] == [
        ("toc", "Статья 3. Долг"), ("", "Статья 1. Долг"), ("", "1. Судья честен."),
    ]  # fmt: skip


def test_a_row_of_links_that_lead_away_is_a_menu() -> None:
    tabs = "<div><a href='/t'>Текст</a> | <a href='/i'>Информация</a> | <a href='/h'>История</a></div>"
    law = "<p>См. <a href='/1'>Закон</a>, <a href='/2'>Кодекс</a>, <a href='/3'>Указ</a> и другие акты о судьях.</p>"
    source = source_of(f"{tabs}<p>1. Судья честен.</p>{law}<div class='footer'>© 2025</div>")
    assert [block.text for block in source.blocks] == ["1. Судья честен.", "См. Закон, Кодекс, Указ и другие акты о судьях."]
    assert codes(source)["html.left-out"] == {"count": "2", "tags": "div 2"}


def test_notes_of_a_publisher_become_notices() -> None:
    page = """<p>Статья 1. Закон <a href=x>(см. стар. ред.)</a></p><p class=note>Сноска. Статья 1 в редакции закона.</p>
    <p><span style="color:red">Примечание ИЗПИ!</span><br>Пункт 1 вводится в действие с 2030 года.</p><p>1. Судья честен.</p>"""
    source = source_of(page)
    assert [block.text for block in source.blocks] == ["Статья 1. Закон", "1. Судья честен."]
    assert [notice.code for notice in source.notices] == ["draft.publisher-note"] * 3


def test_notes_are_tied_to_the_paragraph_that_refers_to_them() -> None:
    page = """<p>Судья честен<a class=sdfootnoteanc name=sdfootnote1anc href="#sdfootnote1sym"><sup>1</sup></a>.</p><p>Иное.</p>
    <div id=sdfootnote1><p><a name=sdfootnote1sym href="#sdfootnote1anc">1</a> Всегда.</p></div>"""
    assert [(block.kind, block.text, block.note_of) for block in source_of(page).blocks] == [
        (P, "Судья честен.", -1),
        (P, "Иное.", -1),
        (N, "Всегда.", 0),
    ]


def test_footnotes_of_a_page_that_word_saved_are_notes() -> None:
    page = """<p>Судья честен<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Всегда.</div>"""
    assert [(block.kind, block.text) for block in source_of(page).blocks] == [(P, "Судья честен."), (N, "Всегда.")]


def test_a_raised_number_behind_a_number_is_an_inserted_unit_and_no_other_article() -> None:
    source = source_of("<p>Статья 27<sup>1</sup>. Отвод. Площадь 5 м<sup>2</sup></p>")
    assert source.blocks[0].text == "Статья 27-1. Отвод. Площадь 5 м2"
    assert codes(source)["html.raised-numbers"] == {"count": "1"}


def test_deleted_text_goes_and_inserted_text_is_marked() -> None:
    source = source_of("<p>Судья <del>не</del> вправе</p><p><ins>Новое</ins></p><p>Старое</p>")
    assert [(block.text, block.revision) for block in source.blocks] == [
        ("Судья вправе", Revision.CHANGED),
        ("Новое", Revision.INSERTED),
        ("Старое", Revision.NONE),
    ]
    assert codes(source) == {"html.deletions-left-out": {"count": "1"}, "html.insertions-read": {"count": "1"}}


def test_pictures_are_told() -> None:
    assert codes(source_of("<p>Схема <img src=x.png></p>"))["html.images"] == {"count": "1"}


@pytest.mark.parametrize("declared", ["windows-1251", "utf-8", "koi8-r", "nonsense"])
def test_the_letters_decide_on_the_encoding_and_not_what_the_page_declares(declared: str) -> None:
    page = f'<meta http-equiv=Content-Type content="text/html; charset={declared}"><p>Статья 1. Судья независим и честен.</p>'
    old = source_of(page.encode("cp1251"))
    assert old.blocks[0].text == "Статья 1. Судья независим и честен."
    assert codes(old)["text.encoding"] == {"encoding": "Windows-1251"}
    assert "text.encoding" not in codes(source_of(page.encode("utf-8")))


def test_an_old_encoding_that_the_page_declares_and_its_letters_prove_is_read() -> None:
    page = "<meta charset=koi8-r><p>Статья 1. Судья независим и честен.</p>"
    assert codes(source_of(page.encode("koi8-r")))["text.encoding"] == {"encoding": "KOI8-R"}


def test_pages_without_text_binary_files_and_lost_letters_are_refused() -> None:
    assert "no text" in refusal("<html><body><script>app()</script></body></html>")
    assert "0 bytes" in refusal(b"")
    assert "not a text file" in refusal(b"%PDF\0\1\2")
    assert "question marks" in refusal(f"<p>{'??????? ' * 9}")


def test_pages_nested_or_filled_beyond_reason_are_refused_quickly() -> None:
    started = time.perf_counter()
    assert "nested too deeply" in refusal("<div>" * 200_000 + "Статья")
    assert "nested too deeply" in refusal("<b>" * 50_000 + "Статья")
    assert "tags" in refusal("<p>а" * 600_000)
    assert "larger than" in refusal(b"<p>" + b"a" * 11_000_000)
    assert time.perf_counter() - started < 10


def test_a_span_beyond_reason_costs_nothing() -> None:
    page = "<table><tr><td colspan=999999999 rowspan=999999999>а<td>б<tr><td>в</table>"
    assert [block.text for block in source_of(page).blocks] == ["а", "б", "в"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TAGS)))
def test_any_mixture_of_tags_is_read_or_refused_in_words(parts: list[str]) -> None:
    try:
        source = source_of("".join(parts))
    except DraftError as error:
        assert error.what.endswith(".")
    else:
        assert [block.ordinal for block in source.blocks] == list(range(len(source.blocks)))


@needs_libreoffice
def test_drafts_saved_as_web_pages_have_the_units_of_the_word_file(tmp_path: Path) -> None:
    for draft, page in zip(DRAFTS, converted(DRAFTS, "html", tmp_path), strict=True):
        assert units(page) == units(draft), draft.name
