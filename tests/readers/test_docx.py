"""Word documents as blocks and notices."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import BlockKind, Revision, Severity, SourceDocument
from ethicsdiff.ooxml.package import main_root, open_package
from ethicsdiff.ooxml.walk import paragraph_elements
from ethicsdiff.readers.docx import read_docx
from tests.builders import (
    NAMESPACES,
    R,
    abstract,
    cell,
    dele,
    docx,
    field,
    ins,
    level,
    mark,
    num,
    p,
    relationship,
    relationships,
    row,
    run,
    saved,
    style,
    table,
    text_box,
)

LIST = abstract(0, level(0, "%1."), level(1, "•", fmt="bullet")) + num(1, 0)
STYLES = style("N", "Normal", default=True) + style("1", "heading 1", based_on="N") + style("T", "Title")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Returns a folder for the file of the test."""
    return tmp_path


def read(folder: Path, body: str, **kinds: str) -> SourceDocument:
    """Returns a Word file built from body markup, as read."""
    return read_docx(saved(folder, docx(body, parts=None, **kinds)))


def codes(source: SourceDocument) -> dict[str, str]:
    """Returns the notices: code and the value of the only parameter."""
    return {notice.code: notice.params[0][1] if notice.params else "" for notice in source.notices}


def test_blocks_are_numbered_from_zero_and_carry_their_place(folder: Path) -> None:
    source = read(folder, p("Статья 1.") + p() + p("Судья независим."))
    assert [(block.ordinal, block.location.block) for block in source.blocks] == [(0, 0), (1, 1), (2, 2)]
    assert (source.blocks[2].location.file, source.blocks[2].location.end) == ("draft.docx", 16)
    assert (source.format, source.languages) == ("docx", ("ru",))
    assert source.sha256 == hashlib.sha256((folder / "draft.docx").read_bytes()).hexdigest()


def test_the_kind_of_a_block_follows_outline_list_and_table(folder: Path) -> None:
    body = p("Глава", style="1", num=(1, 0)) + p("item", num=(1, 0)) + p("bullet", num=(1, 1)) + p("text")
    body += table(row(cell(p("5", num=(1, 0)))))
    blocks = read(folder, body, numbering=LIST, styles=STYLES).blocks
    assert [(block.kind, block.number, block.level) for block in blocks] == [
        (BlockKind.HEADING, "1.", 0),
        (BlockKind.LIST_ITEM, "2.", 0),
        (BlockKind.LIST_ITEM, "", 1),
        (BlockKind.PARAGRAPH, "", -1),
        (BlockKind.CELL, "3.", 0),
    ]
    assert blocks[0].style == "heading 1" and blocks[4].cell is not None


def test_automatic_number_and_typed_text_stay_apart(folder: Path) -> None:
    block = read(folder, p("Статья 5. Независимость", num=(1, 0)), numbering=LIST).blocks[0]
    assert (block.number, block.text) == ("1.", "Статья 5. Независимость")


def test_an_empty_paragraph_in_a_heading_style_is_no_heading(folder: Path) -> None:
    assert read(folder, p("", style="1") + p("a"), styles=STYLES).blocks[0].kind is BlockKind.PARAGRAPH


def test_looks_and_revision_are_carried(folder: Path) -> None:
    block = read(folder, p(ins(run("КОДЕКС", "<w:b/>")), props='<w:jc w:val="center"/>')).blocks[0]
    assert (block.bold, block.centred, block.revision) == (True, True, Revision.INSERTED)


def test_notes_headers_and_footers_follow_the_main_text(folder: Path) -> None:
    note = f'<w:footnote w:id="1">{p("сноска")}{p()}{p("ещё")}</w:footnote>'
    margins = '<w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/></w:sectPr>'
    body = p("a") + p(run("b") + '<w:r><w:footnoteReference w:id="1"/></w:r>') + p() + margins
    parts = {
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{p('Проект')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMESPACES}>{p(field('PAGE', '1'))}</w:ftr>",
    }
    rels = relationship("h", f"{R}/header", "header1.xml") + relationship("f", f"{R}/footer", "footer1.xml")
    path = saved(folder, docx(body, parts=parts, footnotes=note, rels=rels))
    source = read_docx(path)
    assert [(block.kind.value, block.text, block.note_of) for block in source.blocks[3:]] == [
        ("note", "сноска", 1),
        ("note", "ещё", 1),
        ("header", "Проект", -1),
        ("footer", "1", -1),
    ]
    assert [block.ordinal for block in source.blocks] == list(range(7))
    assert len(paragraph_elements(main_root(open_package(path)))) == 3


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (p("a") + p("Раздел", style="1") + p("Кодекс", style="T"), "Кодекс"),
        (p("a") + p("Раздел  первый", style="1"), "Раздел первый"),
        (p("a") + p("КОДЕКС", props='<w:jc w:val="center"/>'), "КОДЕКС"),
        (p("a"), ""),
    ],
)
def test_the_title_is_the_first_title_heading_or_centred_paragraph(folder: Path, body: str, title: str) -> None:
    assert read(folder, body, styles=STYLES).title == title


def test_the_title_of_the_file_comes_first(folder: Path) -> None:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    rows = relationship("a", f"{R}/officeDocument", "word/document.xml") + relationship("b", core, "docProps/core.xml")
    title = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Судья әдебінің кодексі</dc:title></c>'
    parts = {"_rels/.rels": relationships(rows), "docProps/core.xml": title}
    data = docx(p("КОДЕКС", props='<w:jc w:val="center"/>'), parts=parts)
    assert read_docx(saved(folder, data)).title == "Судья әдебінің кодексі"


# --- notices ---------------------------------------------------------------------------------------------------------
def test_tracked_changes_are_told_with_their_number(folder: Path) -> None:
    moved = f'<w:moveTo w:id="1" w:author="A">{run("moved")}</w:moveTo>'
    body = p(run("a") + dele("b") + dele("c") + ins("d") + moved) + p("e", props=mark("ins"))
    assert codes(read(folder, body)) == {
        "docx.deletions-left-out": "2",
        "docx.insertions-read": "1",
        "docx.moves": "1",
    }


def test_hidden_text_is_told_with_the_first_place(folder: Path) -> None:
    source = read(folder, p("a") + p(run("hidden", "<w:vanish/>")) + p(run("hidden", "<w:vanish/>")))
    (notice,) = source.notices
    assert (notice.code, notice.severity, notice.params) == ("docx.hidden-text", Severity.WARNING, (("count", "2"),))
    assert notice.location is not None and notice.location.block == 1


def test_everything_that_is_not_plain_text_is_told(folder: Path) -> None:
    numbering = abstract(0, level(0, "%1", fmt="cardinalText")) + num(1, 0)
    body = (
        p(run("a") + text_box(p("b")), num=(1, 0))
        + '<w:altChunk r:id="x"/>'
        + p('<w:r><w:sym w:char="F0A7"/><w:object><v:shape/></w:object></w:r>' + field("AUTONUM", ""))
        + p('<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:footnoteReference w:id="7"/></w:r>')
        + table(row(cell("a", merge="restart")), row(cell("covered", merge="continue")))
    )
    settings = '<w:trackRevisions/><w:documentProtection w:edit="comments" w:enforcement="1"/>'
    source = read(folder, body, numbering=numbering, settings=settings, comments='<w:comment w:id="0"/>')
    assert codes(source) == {
        "docx.text-boxes": "1",
        "docx.formulas": "1",
        "docx.symbols": "1",
        "docx.altchunk": "1",
        "docx.objects": "1",
        "docx.merged-cell-text": "1",
        "docx.field-numbers": "1",
        "docx.notes-missing": "1",
        "docx.number-format": "cardinalText",
        "docx.protected": "comments",
        "docx.tracking-on": "",
        "docx.comments-present": "1",
    }


def test_macros_and_signatures_are_told(folder: Path) -> None:
    data = docx(p("a"), parts={"word/vbaProject.bin": b"x", "_xmlsignatures/origin.sigs": b""})
    assert set(codes(read_docx(saved(folder, data)))) == {"docx.macros", "docx.signed"}


@pytest.mark.parametrize("body", ["", p(), p(" "), p(dele("gone")), p("<w:r><w:drawing/></w:r>")])
def test_a_document_without_text_is_refused(folder: Path, body: str) -> None:
    with pytest.raises(DraftError, match="no text"):
        read(folder, body)


# --- scale -----------------------------------------------------------------------------------------------------------
def test_ten_thousand_paragraphs_are_read_in_two_seconds(folder: Path) -> None:
    runs = run("Судья обязан хранить независимость, ", "<w:b/>") + run("беспристрастность ") + run("и честность.")
    body = "".join(p(runs, num=(1, 0) if number % 2 else None) for number in range(10_000))
    path = saved(folder, docx(body, numbering=LIST, styles=STYLES))
    started = time.perf_counter()
    source = read_docx(path)
    assert time.perf_counter() - started < 2 * 2.5  # slower machines
    assert (len(source.blocks), source.blocks[-1].number) == (10_000, "5000.")
