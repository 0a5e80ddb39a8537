"""The comparison document, reopened with python-docx and, where LibreOffice is at hand, with LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table

from ethicsdiff.model.report import Report
from ethicsdiff.writers.comparison import comparison_bytes
from tests.writers.report_builder import HOSTILE, LANGUAGES, build_report, phrases, poison
from tests.writers.report_words import WORDS

_LOCALES = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}


def _reopened(report: Report) -> Document:
    return docx.Document(io.BytesIO(comparison_bytes(report)))


def _headings(document: Document) -> list[tuple[str, str]]:
    """Returns style and words of every heading."""
    lines = [(line.style.name if line.style else "", line.text) for line in document.paragraphs]
    return [(style or "", text) for style, text in lines if (style or "").startswith("Heading")]


def _all_text(document: Document) -> str:
    return "\n".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def _part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def _tables_headed(document: Document, title: str) -> list[Table]:
    return [table for table in document.tables if table.rows[0].cells[-1].text == title]


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_real_and_follow_the_order_of_the_report(language: str) -> None:
    words, say = WORDS[language], phrases(language)
    assert _headings(_reopened(build_report(language))) == [
        ("Heading 1", words["summary"]),
        ("Heading 2", words["key_recommendations"]),
        ("Heading 1", f"I. {words['introduction']}"),
        ("Heading 1", f"II. {words['scope']}"),
        ("Heading 1", f"III. {words['overview']}"),
        ("Heading 2", words["figures"]),
        ("Heading 2", words["table_of_figures"]),
        ("Heading 1", f"IV. {words['analysis_recommendations']}"),
        ("Heading 2", say["chapter1"]),
        ("Heading 2", say["chapter2"]),
        ("Heading 1", f"V. {words['gap_list']}"),
        ("Heading 1", f"VI. {words['themes']}"),
        ("Heading 1", words["annex_clauses"]),
        ("Heading 2", say["bangalore"]),
        ("Heading 3", words["gaps"]),
        ("Heading 3", say["group1"]),
        ("Heading 3", say["group2"]),
        ("Heading 2", say["kyiv"]),
        ("Heading 3", words["gaps"]),
        ("Heading 1", words["annex_provisions"]),
        ("Heading 2", say["chapter1"]),
        ("Heading 2", say["chapter2"]),
        ("Heading 1", words["annex_provenance"]),
        ("Heading 1", words["annex_notices"]),
    ]


def test_no_heading_is_empty_when_parts_of_the_report_are() -> None:
    report = build_report()
    rows = tuple(replace(row, chapter="") for row in report.provisions)
    bare = replace(report, provisions=rows, notices=(), provenance=(), themes=(), scope=(), recommendations=())
    headings = _headings(_reopened(bare))
    assert all(text.strip() for _, text in headings)
    assert WORDS["en"]["annex_notices"] not in [text for _, text in headings]


def test_a_report_without_anything_but_a_title_is_still_a_document() -> None:
    empty = Report(
        language="en",
        title="Title",
        subtitle="",
        draft_name="",
        machine_note="",
        scope=(),
        figures=(),
        standards=(),
        chapters=(),
        matrix=(),
        provisions=(),
        clauses=(),
        themes=(),
        recommendations=(),
        notices=(),
        provenance=(),
        words=tuple(WORDS["en"].items()),
    )
    assert "Title" in [line.text for line in _reopened(empty).paragraphs]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_and_every_clause_is_printed(language: str) -> None:
    report = build_report(language)
    text = _all_text(_reopened(report))
    for row in report.provisions:
        assert row.text in text and row.place in text
        for finding in row.findings:
            for part in (
                finding.tag,
                finding.relation,
                finding.citation,
                finding.reason,
                finding.look_at,
                finding.confidence,
            ):
                assert part in text
    for clause in report.clauses:
        for part in (clause.citation, clause.title, clause.statement, clause.state, clause.provenance):
            assert part in text
    for line in (*report.scope, *report.notices, *report.provenance, report.machine_note):
        assert line in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_row_stands_for_each_finding_and_each_unanswered_provision(language: str) -> None:
    tables = _tables_headed(_reopened(build_report(language)), WORDS[language]["col_comment"])
    say = phrases(language)
    rows = [[cell.text.split("\n")[0] for cell in row.cells] for table in tables for row in table.rows[1:]]
    assert [row[0] for row in rows] == [say["place1"], say["place1"], say["place2"], say["place3"]]
    assert [row[1] for row in rows] == [say["text1"], say["text1"], say["text2"], say["text3"]]
    assert rows[-1][2:] == [say["remark"]] * 3


def test_gaps_of_a_standard_come_before_its_other_clauses() -> None:
    say = phrases("en")
    text = _all_text(_reopened(build_report("en")))
    clauses = text[text.rindex(WORDS["en"]["annex_clauses"]) : text.rindex(WORDS["en"]["annex_provisions"])]
    assert clauses.index(say["cite4"]) < clauses.index(say["cite1"]) < clauses.index(say["cite2"])


def test_header_rows_of_long_tables_are_repeated_on_every_page() -> None:
    document = _reopened(build_report("kk"))
    words = WORDS["kk"]
    long_tables = [
        table
        for title in ("col_comment", "col_provisions", "col_state")
        for table in _tables_headed(document, words[title])
    ]
    assert len(long_tables) == 6
    for table in long_tables:
        assert table.rows[0]._tr.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
        assert not table.rows[1]._tr.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")


def test_short_rows_stay_whole_and_long_ones_may_break() -> None:
    report = build_report()
    long = replace(report.provisions[0], text="word " * 600, findings=report.provisions[0].findings[:1])
    document = _reopened(replace(report, provisions=(long, report.provisions[1])))
    rows = [table.rows[1] for table in _tables_headed(document, WORDS["en"]["col_comment"])]
    assert [bool(row._tr.findall(f"{qn('w:trPr')}/{qn('w:cantSplit')}")) for row in rows] == [False, True]


def test_tables_lie_on_landscape_pages_after_the_upright_ones() -> None:
    sections = _reopened(build_report()).sections
    assert [section.orientation for section in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert [round((section.page_width or 0) / 360000, 1) for section in sections] == [21.0, 29.7, 21.0]


def test_tables_fit_between_the_margins() -> None:
    document = _reopened(build_report())
    upright, lying = (
        (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        for section in document.sections[:2]
    )
    widths = [sum(int(column.width or 0) for column in table.columns) for table in document.tables]
    landscape = [
        sum(int(column.width or 0) for column in table.columns) for table in document.tables if len(table.columns) == 5
    ]
    assert max(widths) <= lying + 2000 and min(widths) >= upright - 2000
    assert landscape


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_name_the_headings_before_word_updates_them(language: str) -> None:
    document = _reopened(build_report(language))
    contents = document.element.body.findall(f".//{qn('w:sdtContent')}")[0]
    lines = ["".join(node.text or "" for node in line.iter(qn("w:t"))) for line in contents.findall(qn("w:p"))]
    shown = [text for style, text in _headings(document) if style == "Heading 1"]
    chapters = [phrases(language)["chapter1"], phrases(language)["chapter2"]]
    place = next(number for number, text in enumerate(shown) if text.startswith("IV."))
    assert lines == [WORDS[language]["contents"], *shown[: place + 1], *chapters, *shown[place + 1 :]]
    codes = [node.text or "" for node in contents.iter(qn("w:instrText"))]
    assert len(codes) == len(lines) - 1 and all(code.strip().startswith("PAGEREF _Toc") for code in codes)


def test_fields_are_balanced_and_links_lead_somewhere() -> None:
    body = _reopened(build_report()).element.body
    kinds = [node.get(qn("w:fldCharType")) for node in body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    names = [node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))]
    numbers = [node.get(qn("w:id")) for node in body.iter(qn("w:bookmarkStart"))]
    assert len(set(names)) == len(names) and len(set(numbers)) == len(numbers)
    assert {node.get(qn("w:anchor")) for node in body.iter(qn("w:hyperlink"))} <= set(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_of_each_page_says_page_x_of_y(language: str) -> None:
    section = _reopened(build_report(language)).sections[0]
    for footer in (section.footer, section.first_page_footer):
        line = footer.paragraphs[0]
        shown = "".join(node.text or "" for node in line._p.iter(qn("w:t")))
        assert shown == f"{WORDS[language]['page']} 1 {WORDS[language]['page_of']} 1"
        assert [node.get(qn("w:instr")) for node in line._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_styles_and_properties_carry_the_language(language: str) -> None:
    document = _reopened(build_report(language))
    tags = {node.get(qn("w:val")) for node in document.styles.element.iter(qn("w:lang"))}
    assert tags == {_LOCALES[language]}
    assert document.core_properties.language == _LOCALES[language]
    assert document.core_properties.title == phrases(language)["title"]


def test_words_of_a_draft_in_another_language_are_marked_with_it() -> None:
    report = build_report("en")
    text = phrases("kk")["text2"]
    foreign = replace(report.provisions[1], text=text, opening=f"«{text}»", language="kk")
    runs = _reopened(replace(report, provisions=(foreign,))).element.body.iter(qn("w:r"))
    marked = [run for run in runs if run.findall(f"{qn('w:rPr')}/{qn('w:lang')}")]
    assert ["".join(node.text or "" for node in run.iter(qn("w:t"))) for run in marked] == [f" «{text}»", text]


def test_kazakh_letters_are_kept() -> None:
    text = _all_text(_reopened(build_report("kk")))
    assert all(letter in text for letter in "әғқңөұүһі")
    assert phrases("kk")["text1"] in text


def test_the_only_font_has_kazakh_letters() -> None:
    data = comparison_bytes(build_report("kk"))
    fonts = set(
        re.findall(r'w:(?:ascii|hAnsi|cs)="([^"]+)"', _part(data, "word/styles.xml") + _part(data, "word/document.xml"))
    )
    assert fonts == {"Times New Roman"}


def test_a_colour_never_stands_without_its_word() -> None:
    document = _reopened(build_report("ru"))
    for cell in document.element.body.iter(qn("w:tc")):
        if cell.findall(f"{qn('w:tcPr')}/{qn('w:shd')}"):
            assert "".join(node.text or "" for node in cell.iter(qn("w:t"))).strip()


def test_line_breaks_and_markup_of_a_draft_come_through_as_text() -> None:
    report = build_report()
    row = replace(report.provisions[1], text=f"first\nsecond\t{HOSTILE}\x00\x0b")
    document = _reopened(replace(report, provisions=(row,)))
    table = _tables_headed(document, WORDS["en"]["col_comment"])[0]
    assert table.rows[1].cells[1].text == f"first\nsecond\t{HOSTILE}\ufffd\ufffd"


def test_a_hostile_draft_gives_a_sound_document() -> None:
    assert HOSTILE in _all_text(_reopened(poison(build_report())))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_analysis_has_a_numbered_paragraph_for_each_provision_with_findings(language: str) -> None:
    report, say, words = build_report(language), phrases(language), WORDS[language]
    document = _reopened(report)
    lines = [line.text for line in document.paragraphs if line.style and line.style.name == "Analysis"]
    numbered = [line.partition("\t")[0] for line in lines]
    assert numbered == ["1.", "2.", "3.", "4.", "5."] and lines[0].endswith(words["request_place"])
    assert f"«{say['text2']}»" in lines[-1]
    findings = [line.text for line in document.paragraphs if line.style and line.style.name == "Analysis Finding"]
    assert f"{say['contradicts']}: {say['cite2']}" in findings[-1] and say["reason2"] in findings[-1] and say["look"] in findings[-1]
    places = [line.text for line in document.paragraphs if line.style and line.style.name == "Author Place"]
    assert places == [words["conclusion_place"], *[words["author_place"]] * 3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_finding_cites_its_clause_in_a_footnote_and_gives_it_in_full_once(language: str) -> None:
    report = build_report(language)
    twice = replace(report, provisions=(*report.provisions, replace(report.provisions[0], id="again", number=6)))
    data = comparison_bytes(twice)
    cited = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', _part(data, "word/document.xml"))
    notes = re.findall(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', _part(data, "word/footnotes.xml"))
    assert cited == [number for number, _ in notes] == [str(number + 1) for number in range(5)]
    texts = [re.sub("<[^>]+>", "", text).strip() for _, text in notes]
    say = phrases(language)
    assert texts[0].startswith(f"{say['cite1']}. {WORDS[language]['our_statement']}: {say['say1']}")
    assert texts[3] == f"{say['cite1']}."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chapter_closes_with_its_recommendations_in_a_box(language: str) -> None:
    report = build_report(language)
    boxes = [table for table in _reopened(report).tables if table.rows[0].cells[0].text == WORDS[language]["recommendation_box"]]
    [box] = boxes
    point = report.recommendations[0]
    assert box.rows[1].cells[0].text == f"{point.letter}."
    assert point.grade in box.rows[1].cells[1].text and point.text in box.rows[1].cells[1].text


def test_every_table_says_in_words_what_it_shows() -> None:
    document = _reopened(build_report("ru"))
    for table in document.element.body.iter(qn("w:tbl")):
        [text] = table.findall(f"{qn('w:tblPr')}/{qn('w:tblDescription')}")
        assert text.get(qn("w:val"))


def test_a_date_takes_the_place_that_is_left_for_it() -> None:
    report = build_report("kk")
    assert WORDS["kk"]["front_date"] in _all_text(_reopened(report))
    dated = _all_text(_reopened(replace(report, dated="2026 жылғы 28 ақпан")))
    assert "2026 жылғы 28 ақпан" in dated and WORDS["kk"]["front_date"] not in dated


def test_recommendations_cite_the_paragraphs_of_the_analysis() -> None:
    report = build_report("ru")
    point = report.recommendations[0]
    assert f"[{point.paragraphs}] [{point.refers_to}]" in _all_text(_reopened(report))


def test_without_findings_there_is_no_analysis() -> None:
    report = build_report()
    bare = replace(report, provisions=tuple(replace(row, findings=(), number=0) for row in report.provisions))
    assert not any(WORDS["en"]["analysis_recommendations"] in text for _, text in _headings(_reopened(bare)))
