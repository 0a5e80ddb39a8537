"""Two languages in one document: columns of paragraphs, headings of both, tables with both, footnotes, links and runs with their language."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from ethicsdiff.ooxml.bilingual import two_columns
from ethicsdiff.writers.comparison import comparison_bytes
from ethicsdiff.writers.handout import handout_bytes
from tests.ooxml.marks import SCHEMA, main_part, schema_errors
from tests.writers.report_builder import build_report, phrases
from tests.writers.report_words import WORDS

PAIRS = [("ru", "kk"), ("en", "ru"), ("kk", "en")]
LOCALES = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}


def made(first: str = "ru", second: str = "kk") -> bytes:
    return two_columns(comparison_bytes(build_report(first)), comparison_bytes(build_report(second)), LOCALES[second])


def opened(first: str = "ru", second: str = "kk") -> Document:
    return docx.Document(io.BytesIO(made(first, second)))


def words(element: object) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))  # type: ignore[attr-defined]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_paragraphs_stand_side_by_side(first: str, second: str) -> None:
    rows = [[cell.text for cell in row.cells] for table in opened(first, second).tables for row in table.rows]
    assert [phrases(first)["note"], phrases(second)["note"]] in rows
    assert [f"3.\t{phrases(first)['scope']}", f"3.\t{phrases(second)['scope']}"] in rows


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_headings_are_real_and_in_both_languages(first: str, second: str) -> None:
    headings = [line.text for line in opened(first, second).paragraphs if line.style and line.style.name == "Heading 1"]
    assert f"II. {WORDS[first]['scope']} / II. {WORDS[second]['scope']}" in headings
    contents = next(opened(first, second).element.body.iter(qn("w:sdtContent")))
    assert any(words(line) == headings[1] for line in contents.iter(qn("w:p")))


def test_the_foot_of_a_page_counts_in_both_languages() -> None:
    foot = words(opened().sections[0].footer._element)
    assert foot.startswith(WORDS["ru"]["page"]) and WORDS["kk"]["page"] in foot


def test_recommendations_have_a_column_for_each_language() -> None:
    rows = [row for table in opened().tables for row in table.rows if row.cells[0].text == "A."]
    assert rows and all(len(row.cells) == 3 for row in rows)
    assert phrases("ru")["point"] in rows[0].cells[1].text and phrases("kk")["point"] in rows[0].cells[2].text


def test_other_tables_hold_both_languages_and_what_is_the_same_once() -> None:
    cells = [cell for table in opened().tables for row in table.rows for cell in row.cells]
    both = [cell.text for cell in cells if phrases("ru")["cite1"] in cell.text and phrases("kk")["cite1"] in cell.text]
    assert both
    assert all(cell.text.count("ED-1") <= 2 for cell in cells)


def test_every_word_of_both_reports_is_there() -> None:
    text = words(opened().element.body)
    for language in ("ru", "kk"):
        report = build_report(language)
        for row in report.provisions:
            assert row.text in text and row.place in text


def test_short_paragraphs_stay_whole_beside_each_other() -> None:
    rows = [row for table in opened().tables for row in table.rows if row.cells[0].text == phrases("ru")["note"]]
    assert rows and all(row._tr.findall(f"{qn('w:trPr')}/{qn('w:cantSplit')}") for row in rows)


def test_runs_of_the_second_language_say_it() -> None:
    runs = [run for run in opened().element.body.iter(qn("w:r")) if phrases("kk")["scope"] in words(run)]
    tags = [run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) for run in runs]
    assert tags and set(tags) == {"kk-KZ"}


def test_bookmarks_links_and_footnotes_are_each_one_of_a_kind() -> None:
    body = opened().element.body
    names = [node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))]
    numbers = [node.get(qn("w:id")) for node in body.iter(qn("w:bookmarkStart"))]
    assert len(set(names)) == len(names) and len(set(numbers)) == len(numbers)
    assert {node.get(qn("w:anchor")) for node in body.iter(qn("w:hyperlink"))} <= set(names)
    cited = [node.get(qn("w:id")) for node in body.iter(qn("w:footnoteReference"))]
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        notes = re.findall(rb'<w:footnote w:id="(\d+)"', archive.read("word/footnotes.xml"))
    assert sorted(cited) == sorted(note.decode() for note in notes) and len(set(cited)) == 6


@pytest.mark.skipif(not SCHEMA.exists(), reason="the shared schemas are not here")
@pytest.mark.parametrize("write", [comparison_bytes, handout_bytes])
def test_the_document_keeps_to_the_schema_and_its_bytes_repeat(write: object) -> None:
    one, other = write(build_report("ru")), write(build_report("en"))  # type: ignore[operator]
    data = two_columns(one, other, "en-GB")
    assert data == two_columns(one, other, "en-GB")
    assert not schema_errors(main_part(data))
