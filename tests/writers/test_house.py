"""Documents in a house's own style: its page, headers, footers and styles by name, our text, nothing of its text."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm

from ethicsdiff.errors import PackageError
from ethicsdiff.ooxml.house import housed, open_house
from ethicsdiff.ooxml.package import open_package
from ethicsdiff.writers.comparison import comparison_bytes
from tests.ooxml.marks import SCHEMA, main_part, schema_errors
from tests.writers.report_builder import LANGUAGES, build_report

IDS = {"Heading1": "1", "Heading2": "2", "Normal": "a", "Title": "a3"}
LOCALES = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}


def house_file(*, dotx: bool = False) -> bytes:
    """Returns a template as Russian Word writes one: ids that say nothing, names in English, header and footer of the house."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin, section.right_margin = Cm(21), Cm(29.7), Cm(4), Cm(3)
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = "ЦЕНТР", "ул. Примерная, 1"
    document.add_paragraph("Текст шаблона")
    document.styles["Normal"].paragraph_format.first_line_indent = Cm(1.25)
    for style in document.styles.element.iter(qn("w:style")):
        style.set(qn("w:styleId"), IDS.get(style.get(qn("w:styleId")), style.get(qn("w:styleId"))))
        for link in style.iter(qn("w:basedOn"), qn("w:next"), qn("w:link")):
            link.set(qn("w:val"), IDS.get(link.get(qn("w:val")), link.get(qn("w:val"))))
    stream = io.BytesIO()
    document.save(stream)
    return _as_template(stream.getvalue()) if dotx else stream.getvalue()


def _as_template(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"document.main+xml", b"template.main+xml")
            target.writestr(name, content)
    return made.getvalue()


def made(language: str = "ru", house: bytes | None = None) -> bytes:
    package = open_house(open_package(house or house_file(), file="house.docx"))
    return housed(comparison_bytes(build_report(language)), package, LOCALES[language])


def opened(language: str = "ru") -> Document:
    return docx.Document(io.BytesIO(made(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_text_stands_in_the_styles_of_the_house_found_by_name(language: str) -> None:
    document = opened(language)
    ours = docx.Document(io.BytesIO(comparison_bytes(build_report(language))))
    assert [line.text for line in document.paragraphs] == [line.text for line in ours.paragraphs]
    named = {line.style.name: line.style.style_id for line in document.paragraphs if line.style}
    assert (named["Heading 1"], named["Heading 2"], named["Title"], named["Normal"]) == ("1", "2", "a3", "a")
    assert named["Analysis"] == "Analysis"
    ids = [style.get(qn("w:styleId")) for style in document.styles.element.iter(qn("w:style"))]
    assert len(ids) == len(set(ids))
    used = {node.get(qn("w:val")) for node in document.element.body.iter(qn("w:pStyle"), qn("w:tblStyle"), qn("w:rStyle"))}
    assert used <= set(ids)


def test_page_margins_header_and_footer_are_those_of_the_house() -> None:
    document = opened()
    first, second, third = document.sections
    assert [round((one or 0) / 36000) for one in (first.left_margin, first.right_margin)] == [40, 30]
    assert [one.orientation for one in (first, second, third)] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert (first.header.paragraphs[0].text, second.footer.paragraphs[0].text) == ("ЦЕНТР", "ул. Примерная, 1")
    assert "Текст шаблона" not in [line.text for line in document.paragraphs]


def test_each_section_begins_a_page_and_only_the_first_a_count() -> None:
    house = docx.Document(io.BytesIO(house_file()))
    section = house.sections[-1]
    section.start_type, section.different_first_page_header_footer = WD_SECTION.CONTINUOUS, True
    section._sectPr.append(parse_xml(f"<w:pgNumType {nsdecls('w')} w:start='5'/>"))
    stream = io.BytesIO()
    house.save(stream)
    sections = docx.Document(io.BytesIO(made(house=stream.getvalue()))).sections
    assert {one.start_type for one in sections} == {WD_SECTION.NEW_PAGE}
    assert [one.different_first_page_header_footer for one in sections] == [True, False, False]
    assert [len(one._sectPr.findall(qn("w:pgNumType"))) for one in sections] == [1, 0, 0]


def test_tables_are_fitted_between_the_margins_of_the_house() -> None:
    document = opened()
    rooms = [(one.page_width or 0) - (one.left_margin or 0) - (one.right_margin or 0) for one in document.sections]
    widths = [sum(int(column.width or 0) for column in table.columns) for table in document.tables]
    assert max(widths) <= rooms[1] + 10000 and min(widths) >= rooms[0] - 10000


def test_an_indent_of_the_house_does_not_reach_into_tables() -> None:
    document = opened()
    style = document.styles["Table Text"]
    assert style.paragraph_format.first_line_indent == 0
    assert style.base_style is not None and style.base_style.style_id == "a"


def test_footnotes_come_along() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        assert archive.read("word/footnotes.xml").count(b"<w:footnoteRef/>") == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_styles_of_the_house_are_set_to_the_language_of_the_report(language: str) -> None:
    tags = {node.get(qn("w:val")) for node in opened(language).styles.element.iter(qn("w:lang"))}
    assert tags == {LOCALES[language]}
    assert opened(language).core_properties.title == build_report(language).title


def test_equal_inputs_give_equal_bytes() -> None:
    house = house_file()
    assert made(house=house) == made(house=house)


def test_the_second_part_of_styles_that_older_word_wrote_agrees_with_the_first() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        assert archive.read("word/stylesWithEffects.xml") == archive.read("word/styles.xml")


def test_a_template_file_gives_a_document() -> None:
    assert docx.Document(io.BytesIO(made(house=house_file(dotx=True)))).paragraphs


def test_a_template_with_macros_is_refused_in_one_sentence() -> None:
    data = house_file()
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            )
            target.writestr(name, content)
    with pytest.raises(PackageError, match="macros"):
        open_house(open_package(stream.getvalue(), file="house.docm"))


@pytest.mark.skipif(not SCHEMA.exists(), reason="the shared schemas are not here")
def test_the_document_keeps_to_the_schema() -> None:
    for document in (comparison_bytes(build_report("kk")), made("kk")):
        assert not schema_errors(main_part(document))


def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_text("not a package")
    with pytest.raises(PackageError):
        open_house(open_package(path))
