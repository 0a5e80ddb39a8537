"""Word documents made from drafts in other formats: the same words in the same order, and spans that lead to them."""

from __future__ import annotations

import io
import time
from datetime import datetime
from pathlib import Path

import docx as python_docx

from ethicsdiff.model.document import Block, BlockKind, Location, SourceDocument, Span, TableCell
from ethicsdiff.ooxml.package import main_root, open_package
from ethicsdiff.ooxml.walk import places
from ethicsdiff.readers.markdown import read_markdown
from ethicsdiff.writers.plain_docx import PlainDocument, plain_docx
from tests.ooxml.marks import SCHEMA, main_part, schema_errors

MARKDOWN = """# Кодекс судейской этики

## Глава 1. Общие положения

Преамбула с **выделением** и
продолжением.

1. Судья обязан:

   (a) соблюдать закон;

   (b) хранить тайну.

- маркер

> Цитата

| № | Мера | Срок |
|---|------|------|
| 1 | Обучение | 2026 |
| 2 |  | 2027 |

После таблицы.
"""


def block(
    ordinal: int, text: str, kind: BlockKind = BlockKind.PARAGRAPH, cell: TableCell | None = None, **more: object
) -> Block:
    """Returns a block of a draft."""
    place = Location(file="x", block=ordinal)
    return Block(ordinal=ordinal, kind=kind, text=text, cell=cell, location=place, **more)  # type: ignore[arg-type]


def source(*blocks: Block) -> SourceDocument:
    """Returns a draft of some blocks."""
    return SourceDocument(file="x", format="text", sha256="", title="Титул", languages=("kk",), blocks=blocks)


def texts(made: PlainDocument) -> list[str]:
    """Returns the text of every block of the made document."""
    return [place.inline.text for place in places(main_root(open_package(made.package)))]


def words_at(made: PlainDocument, span: Span) -> str:
    """Returns the words at a span of the draft in the made document."""
    moved = made.span(span)
    return texts(made)[moved.block][moved.start : moved.end]


def read(folder: Path) -> SourceDocument:
    """Returns the sample as read."""
    path = folder / "draft.md"
    path.write_text(MARKDOWN, "utf-8")
    return read_markdown(path)


def test_every_block_leads_to_its_own_words(tmp_path: Path) -> None:
    draft = read(tmp_path)
    made = plain_docx(draft)
    for one in draft.blocks:
        assert words_at(made, Span(block=one.ordinal, start=0, end=len(one.text))) == one.text


def test_numbers_are_typed_as_in_the_source_and_headings_are_headings(tmp_path: Path) -> None:
    made = plain_docx(read(tmp_path))
    shown = [
        (one.style.name, one.text) for one in python_docx.Document(io.BytesIO(made.package)).paragraphs if one.style
    ]
    assert ("Heading 1", "Кодекс судейской этики") in shown
    assert ("Heading 2", "Глава 1. Общие положения") in shown
    assert {("Normal", "1. Судья обязан:"), ("Normal", "(a) соблюдать закон;"), ("List Bullet", "маркер")} <= set(shown)


def test_tables_are_tables(tmp_path: Path) -> None:
    [table] = python_docx.Document(io.BytesIO(plain_docx(read(tmp_path)).package)).tables
    assert [[one.text for one in row.cells] for row in table.rows] == [
        ["№", "Мера", "Срок"], ["1", "Обучение", "2026"], ["2", "", "2027"],
    ]  # fmt: skip


def test_cells_may_span_hold_several_paragraphs_and_be_missing() -> None:
    def at(row: int, column: int, columns: int = 1, rows: int = 1) -> TableCell:
        return TableCell(table=0, row=row, column=column, column_span=columns, row_span=rows)

    cells = (at(0, 0, 2), at(1, 0, rows=2), at(1, 0, rows=2), at(2, 1))
    draft = source(*(block(number, f"т{number}", BlockKind.CELL, one) for number, one in enumerate(cells)))
    made = plain_docx(draft)
    assert [words_at(made, Span(block=number, start=0, end=9)) for number in range(4)] == ["т0", "т1", "т2", "т3"]


def test_two_tables_side_by_side_stay_two() -> None:
    draft = source(*(block(n, "x", BlockKind.CELL, TableCell(table=n, row=3, column=0)) for n in range(2)))
    assert len(python_docx.Document(io.BytesIO(plain_docx(draft).package)).tables) == 2


def test_a_span_without_a_place_stays_without_one() -> None:
    assert plain_docx(source(block(0, "a"))).span(Span(block=7, start=0, end=1)).block == -1


def test_what_xml_cannot_hold_is_left_out_and_deep_headings_are_kept() -> None:
    made = plain_docx(
        source(block(0, "a\x00b\x0c", BlockKind.HEADING, level=30), block(1, "", centred=True, bold=True))
    )
    assert texts(made) == ["ab", ""]


def test_the_language_and_title_are_the_drafts() -> None:
    document = python_docx.Document(io.BytesIO(plain_docx(source(block(0, "Сот"))).package))
    assert document.core_properties.title == "Титул"
    assert "kk-KZ" in document.styles.element.xml


def test_the_same_draft_gives_the_same_bytes(tmp_path: Path) -> None:
    draft = read(tmp_path)
    assert plain_docx(draft).package == plain_docx(draft).package
    assert plain_docx(draft).package != plain_docx(draft, datetime(2025, 3, 1)).package


def test_the_made_document_follows_the_schema(tmp_path: Path) -> None:
    if SCHEMA.is_file():
        assert not schema_errors(main_part(plain_docx(read(tmp_path)).package))


def test_a_long_draft_is_made_quickly() -> None:
    rows = (block(n, "Мера", BlockKind.CELL, TableCell(table=0, row=n // 5, column=n % 5)) for n in range(1500))
    draft = source(*rows, *(block(1500 + n, f"Статья {n}", BlockKind.HEADING, level=1) for n in range(500)))
    started = time.perf_counter()
    plain_docx(draft)
    assert time.perf_counter() - started < 5


def test_there_is_one_part_of_styles(tmp_path: Path) -> None:
    assert [name for name in open_package(plain_docx(read(tmp_path)).package).names() if "styles" in name.lower()] == ["word/styles.xml"]
