"""Markdown as blocks: headings, items with their typed numbers, tables, quotes, and nothing lost."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import Block, BlockKind, SourceDocument, TableCell
from ethicsdiff.readers.markdown import read_markdown
from tests.builders import saved

H, P, L, C = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CELL


def source_of(text: str | bytes) -> SourceDocument:
    """Returns a Markdown text as read from a file."""
    with TemporaryDirectory() as folder:
        data = text if isinstance(text, bytes) else dedent(text).encode()
        return read_markdown(saved(Path(folder), data, "draft.md"))


def blocks_of(text: str) -> list[tuple[BlockKind, str, str, int]]:
    """Returns kind, number, text and level of each block."""
    return [(block.kind, block.number, block.text, block.level) for block in source_of(text).blocks]


def test_headings_have_their_level_and_the_first_of_the_highest_is_the_title() -> None:
    source = source_of("## Глава 1. Общие положения\n\n# Кодекс *судейской* этики\n\nСтатья\n---\n")
    assert [(block.text, block.level) for block in source.blocks] == [
        ("Глава 1. Общие положения", 1),
        ("Кодекс судейской этики", 0),
        ("Статья", 1),
    ]
    assert (source.title, source.languages, source.format) == ("Кодекс судейской этики", ("ru",), "markdown")


def test_list_items_keep_their_numbers_as_typed() -> None:
    assert blocks_of("5. five\n6. six\n\n1) one\n2) two\n\n- dash\n") == [
        (L, "5.", "five", 0),
        (L, "6.", "six", 0),
        (L, "1)", "one", 0),
        (L, "2)", "two", 0),
        (L, "", "dash", 0),
    ]


def test_nested_items_have_a_level_and_later_paragraphs_of_an_item_are_paragraphs() -> None:
    text = """\
        1. first
           - inner
             1) deep

           more of the first
        2. second
        """
    assert blocks_of(text) == [
        (L, "1.", "first", 0),
        (L, "", "inner", 1),
        (L, "1)", "deep", 2),
        (P, "", "more of the first", -1),
        (L, "2.", "second", 0),
    ]


def test_labels_that_markdown_does_not_know_are_numbers_too() -> None:
    text = "(a) first\n(b) second\n\nа) бірінші\nә) екінші\n\n1.1. decimal\n1.2 plain\n\n(iv) roman\n"
    assert blocks_of(text) == [
        (L, "(a)", "first", 0),
        (L, "(b)", "second", 0),
        (L, "а)", "бірінші", 0),
        (L, "ә)", "екінші", 0),
        (L, "1.1.", "decimal", 0),
        (L, "1.2", "plain", 0),
        (L, "(iv)", "roman", 0),
    ]


def test_labels_inside_items_are_one_level_deeper() -> None:
    assert blocks_of("1. judge\n   (a) acts\n   (b) speaks\n- (c) keeps\n") == [
        (L, "1.", "judge", 0),
        (L, "(a)", "acts", 1),
        (L, "(b)", "speaks", 1),
        (L, "(c)", "keeps", 0),
    ]


def test_lines_that_begin_a_unit_are_blocks_of_their_own() -> None:
    text = """\
        Глава 1. Общие положения
        Статья 1. Цели
        2. Вторая часть
        5-бап. Тәуелсіздік
        II бөлім. Екінші
        Article 7. Gifts
        """
    assert [block[1:3] for block in blocks_of(text)] == [
        ("", "Глава 1. Общие положения"),
        ("", "Статья 1. Цели"),
        ("2.", "Вторая часть"),
        ("", "5-бап. Тәуелсіздік"),
        ("", "II бөлім. Екінші"),
        ("", "Article 7. Gifts"),
    ]


def test_wrapped_prose_is_one_block_and_hard_breaks_stay() -> None:
    text = "A judge shall act as\nstated in article 5.\nHe said (see\nbelow) and\\\nended  \nhere.\n"
    assert blocks_of(text) == [
        (P, "", "A judge shall act as stated in article 5. He said (see below) and\nended\nhere.", -1)
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a **b** *c* `d` ~~e~~", "a b c d ~~e~~"),
        ("[text](https://example.org) <https://example.org>", "text https://example.org"),
        ("![picture of a court](a.png)", "picture of a court"),
        ("1\\. not a list &amp; entity", "not a list & entity"),
        ("a<br>b <b>c</b>", "a\nb c"),
        ("судья\u00a0и\u00adсуд", "судья\u00a0и\u00adсуд"),
        ("a_b_c 2*3*4", "a_b_c 234"),
    ],
)
def test_inline_markup_becomes_text(markup: str, text: str) -> None:
    assert source_of(markup).blocks[0].text == text


def test_a_paragraph_is_bold_when_all_of_it_is() -> None:
    blocks = source_of("**all *of* it**\n\n**part** of it\n").blocks
    assert [block.bold for block in blocks] == [True, False]


def test_table_cells_know_their_place() -> None:
    blocks = source_of("| A | B |\n|---|---|\n| **1** |  |\n\n| C |\n|---|\n").blocks
    assert [(block.kind, block.text, block.cell) for block in blocks] == [
        (C, "A", TableCell(table=0, row=0, column=0)),
        (C, "B", TableCell(table=0, row=0, column=1)),
        (C, "1", TableCell(table=0, row=1, column=0)),
        (C, "", TableCell(table=0, row=1, column=1)),
        (C, "C", TableCell(table=1, row=0, column=0)),
    ]
    assert blocks[2].bold


def test_cells_beyond_the_header_are_kept_though_markdown_drops_them() -> None:
    for prefix in ("", "> "):
        text = f"{prefix}| A |\n{prefix}|---|\n{prefix}| 1 | 2 | 3 |\n"
        assert [block.text for block in source_of(text).blocks] == ["A", "1", "2", "3"]


def test_quotes_and_code_are_kept_as_paragraphs_with_a_style() -> None:
    blocks = source_of("> quoted\n> on\n\n    code  kept\n    as is\n\n```\nfenced\n```\n").blocks
    assert [(block.kind, block.text, block.style) for block in blocks] == [
        (P, "quoted on", "quote"),
        (P, "code  kept\nas is", "code"),
        (P, "fenced", "code"),
    ]


def test_items_without_text_of_their_own_keep_their_number() -> None:
    text = "1.\n2. # Heading\n3.     code\n4. | a |\n   |---|\n"
    assert [block[:3] for block in blocks_of(text)] == [
        (L, "1.", ""),
        (H, "2.", "Heading"),
        (L, "3.", ""),
        (P, "", "code"),
        (L, "4.", ""),
        (C, "", "a"),
    ]


def test_html_is_left_out_but_for_its_text_and_told() -> None:
    source = source_of('<div id="x">\nСтатья 1.\n</div>\n\n<a id="st1"></a>Судья <!-- note -->независим\n')
    assert [block.text for block in source.blocks] == ["Статья 1.", "Судья независим"]
    assert [(one.code, one.params) for one in source.notices] == [("markdown.tags-left-out", (("count", "5"),))]


def test_link_definitions_that_print_nothing_are_told() -> None:
    source = source_of("see [1]\n\n[1]: https://example.org\n")
    assert [one.code for one in source.notices] == ["markdown.references-left-out"]


def test_each_block_knows_its_line() -> None:
    text = "# A\n\ntext\nmore\n\n1. one\n   (a) two\n\n| a |\n|---|\n| b |\n\n> q\n\n```\nc\n```\n"
    assert [(block.text, block.location.line) for block in source_of(text).blocks] == [
        ("A", 1), ("text more", 3), ("one", 6), ("two", 7), ("a", 9), ("b", 11), ("q", 13), ("c", 15),
    ]  # fmt: skip


# --- encodings and refusals ------------------------------------------------------------------------------------------
def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    source = source_of("\ufeff# Әдеп\r\n\r\nмәтін\r\n".encode())
    assert [block.text for block in source.blocks] == ["Әдеп", "мәтін"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Кодекс".encode("cp1251"), "not in UTF-8 (line 1)"),
        ("a\nКодекс".encode("cp1251"), "not in UTF-8 (line 2)"),
        ("Кодекс".encode("utf-16"), "UTF-16"),
        (b"a\0b", "not a text file"),
        (b"", "empty"),
        (b" \n\n<!-- only a note -->\n", "no text"),
        (b"> " * 200 + b"deep", "nested too deeply"),
        (b"a " * (6 * 2**20), "larger than 10 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(data: bytes, words: str) -> None:
    with pytest.raises(DraftError) as caught:
        source_of(data)
    assert words in caught.value.what and caught.value.hint and caught.value.where == "draft.md"


@pytest.mark.parametrize("piece", ["[", "![", "*a ", "`", "<", "> ", "- ", "|", "_", "&"])
def test_long_rows_of_markup_characters_are_read_quickly(piece: str) -> None:
    started = time.perf_counter()
    with suppress(DraftError):
        source_of(piece * 5_000 + "x")
    assert time.perf_counter() - started < 5


LINES = st.sampled_from(
    [
        *("", "# head", "1. item", "   - inner", "(a) letter", "> quote", "| a | b |", "|---|---|", "| c | d | e |"),
        *("судья **обязан**", "1.1. text", "    indented", "```", "---", "a & b", "5-бап. сөз", "2) second", "* star"),
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=12))
def test_no_word_and_no_number_is_lost_whatever_the_lines(lines: list[str]) -> None:
    text = "\n".join([*lines, "end"])
    blocks = source_of(text).blocks
    assert words(text) == words(" ".join(f"{block.number} {block.text}" for block in blocks))
    assert all(_is_consistent(block, index) for index, block in enumerate(blocks))


def words(text: str) -> list[str]:
    """Returns letters and digits in order."""
    return re.findall(r"\w+", text)


def _is_consistent(block: Block, index: int) -> bool:
    return block.ordinal == index == block.location.block and block.location.line > 0


def test_footnotes_are_notes_of_the_block_that_refers_to_them() -> None:
    source = source_of("Судья служит закону[^1].\n\nСудья точен.[^b]\n\n[^1]: Закон о судах 2000 года.\n[^b]: Два слова.\n")
    assert [(block.kind, block.text, block.note_of) for block in source.blocks] == [
        (P, "Судья служит закону.", -1), (P, "Судья точен.", -1),
        (BlockKind.NOTE, "Закон о судах 2000 года.", 0), (BlockKind.NOTE, "Два слова.", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("written", ["Статья 27<sup>1</sup>. Отвод", "Статья 27^1^. Отвод"])
def test_digits_raised_behind_a_number_stay_raised(written: str) -> None:
    assert [block.text for block in source_of(f"{written}\n\nПлощадь 5 м<sup>2</sup>.\n").blocks] == ["Статья 27¹. Отвод", "Площадь 5 м2."]


def test_items_behind_long_dashes_are_lines_of_their_own() -> None:
    assert [text for _, _, text, _ in blocks_of("Судья:\n– честен;\n– точен,\nи терпелив\n– во всём.\n")] == [
        "Судья:", "– честен;", "– точен, и терпелив – во всём.",
    ]  # fmt: skip


def test_a_list_of_links_within_the_file_is_its_contents() -> None:
    source = source_of("- [Глава 1](#a)\n- [Глава 2](https://sud.kz)\n\n[Глава 3](#b)\n")
    assert [block.style for block in source.blocks] == ["toc", "", ""]


@pytest.mark.parametrize("mark", ["[", "*a ", "_"])
def test_a_paragraph_of_nothing_but_marks_is_refused(mark: str) -> None:
    with pytest.raises(DraftError, match="more marks than words"):
        source_of("1. Судья честен.\n\n" + mark * 20_000)
