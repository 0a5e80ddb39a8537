"""Opening: what is found in a package, and every refusal in one sentence."""

from __future__ import annotations

import io
import os
import time
import zipfile
from pathlib import Path

import pytest

from ethicsdiff.errors import PackageError
from ethicsdiff.ooxml import guards
from ethicsdiff.ooxml.facts import package_facts
from ethicsdiff.ooxml.package import main_root, open_package
from ethicsdiff.ooxml.story import read_story
from tests.builders import R, content_types, document, docx, p, relationship, relationships, saved, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROOT = relationships(relationship("rId1", f"{R}/officeDocument", "word/document.xml"))


def refusal(source: Path | bytes) -> str:
    """Returns the message with which a source is refused, after checking its form and that it came quickly."""
    started = time.perf_counter()
    with pytest.raises(PackageError) as caught:
        read_story(open_package(source, file="draft.docx"))
    assert time.perf_counter() - started < 2
    error = caught.value
    assert error.where == "draft.docx"
    assert error.what.endswith(".") and "\n" not in str(error)
    return str(error)


def test_parts_are_listed_in_the_order_of_the_archive() -> None:
    names = open_package(docx(p("a"), styles="")).names()
    assert names[:2] == ("[Content_Types].xml", "_rels/.rels")
    assert "word/styles.xml" in names


def test_the_main_part_is_found_through_the_relationships_whatever_its_name() -> None:
    entries = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(relationship("x", f"{R}/officeDocument", "/word/document2.xml")),
        "word/document2.xml": document(p("here")),
    }
    package = open_package(zipped(entries))
    assert package.main == "word/document2.xml"
    assert read_story(package).main[0].text == "here"


def test_part_names_are_found_in_any_case_and_with_backslashes() -> None:
    entries = {
        "_rels\\.rels": relationships(relationship("x", f"{R}/officeDocument", "Word/Document.xml")),
        "word\\document.xml": document(p("here")),
    }
    assert read_story(open_package(zipped(entries))).main[0].text == "here"


def test_relationships_give_part_names_for_parts_and_addresses_for_what_lies_outside() -> None:
    rels = relationship("rId9", f"{R}/hyperlink", "https://example.org/a?b=1", "External")
    rels += relationship("rId8", f"{R}/image", "../media/%D1%8F.png") + relationship("rId7", f"{R}/theme", "/t/a.xml")
    package = open_package(docx(p("a"), rels=rels))
    rows = {row.id: row for row in package.relationships(package.main)}
    assert (rows["rId9"].target, rows["rId9"].external) == ("https://example.org/a?b=1", True)
    assert (rows["rId8"].target, rows["rId8"].external) == ("media/я.png", False)
    assert rows["rId7"].target == "t/a.xml"


def test_a_relationship_that_climbs_out_of_the_package_stays_inside_it() -> None:
    rels = relationship("rId9", f"{R}/footnotes", "../../../../etc/passwd")
    package = open_package(docx(p("a"), rels=rels))
    assert package.relationships(package.main)[-1].target == "etc/passwd"
    assert package.related(package.main, f"{R}/footnotes") == ()


def test_content_types_come_from_the_part_or_from_its_ending() -> None:
    package = open_package(docx(p("a")))
    assert package.content_type("word/document.xml").endswith("document.main+xml")
    assert package.content_type("word/other.xml") == "application/xml"
    assert package.content_type("word/other.bin") == ""


def test_a_missing_picture_does_not_keep_a_file_from_being_read() -> None:
    rels = relationship("rId9", f"{R}/image", "media/gone.png")
    assert read_story(open_package(docx(p("a"), rels=rels))).main[0].text == "a"


def test_facts_tell_macros_signatures_protection_tracking_comments_and_title() -> None:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    entries: dict[str, str | bytes] = {
        "_rels/.rels": relationships(
            relationship("rId1", f"{R}/officeDocument", "word/document.xml")
            + relationship("rId2", core, "docProps/core.xml")
        ),
        "docProps/core.xml": '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Кодекс\n этики </dc:title></c>',
        "word/vbaProject.bin": b"x",
        "_xmlsignatures/sig1.xml": "<x/>",
    }
    settings = '<w:trackRevisions/><w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    facts = package_facts(
        open_package(_with(docx(p("a"), settings=settings, comments='<w:comment w:id="1"/>'), entries))
    )
    assert (facts.macros, facts.signed, facts.protected, facts.tracking) == (True, True, "readOnly", True)
    assert (facts.comments, facts.title) == (1, "Кодекс этики")


def test_protection_that_is_not_enforced_is_no_protection() -> None:
    settings = '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>'
    assert package_facts(open_package(docx(p("a"), settings=settings))).protected == ""


def _with(data: bytes, entries: dict[str, str | bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kept: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped(kept | entries)


# --- refusals: not a Word file ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (OLE + "WordDocument".encode("utf-16-le"), "Word 97-2003"),
        (OLE + b"\0" * 100, "old Office file"),
        (b"{\\rtf1\\ansi Text}", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"<html><body>Text</body></html>", "web page"),
        (b'<?xml version="1.0"?><pkg:package/>', "XML"),
        (b"just text", "not a Word file"),
        (b"", "empty"),
        (docx(p("text"))[:-40], "cut off or damaged"),
        (docx(p("text"))[:100], "cut off or damaged"),
        (zipped({"a.txt": "x"}), "no Word document part"),
        (zipped({"_rels/.rels": relationships(""), "xl/workbook.xml": "<x/>"}), "Excel"),
        (zipped({"_rels/.rels": relationships(""), "ppt/presentation.xml": "<x/>"}), "PowerPoint"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "OpenDocument"),
        (zipped({"_rels/.rels": ROOT}), "no Word document part"),
        (zipped({"_rels/.rels": ROOT, "word/document.xml": "<workbook/>"}), "no Word document part"),
        (zipped({"_rels/.rels": ROOT, "word/document.xml": document("").replace("w:body", "w:other")}), "no body"),
        (zipped({"_rels/.rels": ROOT, "word/document.xml": "<w:document>"}), "not well-formed"),
        (zipped({"_rels/.rels": ROOT, "word/document.xml": ""}), "not well-formed"),
        (zipped({"_rels/.rels": "no XML", "word/document.xml": document("")}), "not well-formed"),
    ],
)  # fmt: skip
def test_what_is_not_a_sound_word_file_is_refused_in_one_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refusal(saved(tmp_path, data))


@pytest.mark.parametrize("where", ["relationship", "namespace"])
def test_strict_open_xml_is_refused_with_advice(where: str) -> None:
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    rels = relationships(relationship("x", strict, "word/document.xml")) if where == "relationship" else ROOT
    root = document(p("a"))
    if where == "namespace":
        root = root.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")
    message = refusal(zipped({"_rels/.rels": rels, "word/document.xml": root}))
    assert "Strict" in message and "Word Document (*.docx)" in message


def test_a_missing_file_a_folder_a_pipe_and_a_link_in_a_circle_are_refused(tmp_path: Path) -> None:
    loop, pipe, folder = tmp_path / "loop", tmp_path / "pipe", tmp_path / "folder"
    loop.symlink_to(loop)
    os.mkfifo(pipe)
    folder.mkdir()
    assert "does not exist" in refusal(tmp_path / "gone.docx")
    assert "folder" in refusal(folder)
    assert "not an ordinary file" in refusal(pipe)
    assert "leads back to itself" in refusal(loop)


# --- refusals: hostile packages --------------------------------------------------------------------------------------
def test_a_file_over_the_size_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.docx"
    with path.open("wb") as stream:
        stream.truncate(guards.MAX_FILE + 1)
    assert "larger than 50 MB" in refusal(path)


def test_too_many_parts_are_refused() -> None:
    assert "5001 parts" in refusal(zipped({str(number): "" for number in range(5_001)}, zipfile.ZIP_STORED))


def declaring(size: int, entries: dict[str, str | bytes], ending: str) -> bytes:
    """Returns an archive whose directory says that each entry with that ending unpacks to so many bytes."""
    data = bytearray(zipped(entries))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        name = data[at + 46 : at + 46 + int.from_bytes(data[at + 28 : at + 30], "little")]
        if name.endswith(ending.encode()):
            data[at + 24 : at + 28] = size.to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def test_an_xml_part_over_the_limit_is_refused_before_it_is_unpacked() -> None:
    entries: dict[str, str | bytes] = {"_rels/.rels": ROOT, "word/document.xml": os.urandom(300_000)}
    message = refusal(declaring(guards.MAX_XML + 1, entries, "document.xml"))
    assert "word/document.xml” is larger than 50 MB" in message


def test_a_part_that_unpacks_to_hundreds_of_times_its_size_is_refused() -> None:
    assert "times its size" in refusal(zipped({"_rels/.rels": ROOT, "word/media/a.bmp": b"\0" * (20 * 2**20)}))


def test_a_package_that_unpacks_to_more_than_the_total_is_refused() -> None:
    entries: dict[str, str | bytes] = {f"word/media/{number}.bin": os.urandom(50_000) for number in range(51)}
    assert "more than 500 MB" in refusal(declaring(10 * guards.MEGABYTE, entries, ".bin"))


def test_a_name_that_stands_twice_is_refused_in_any_case() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        stream = io.BytesIO(docx(p("a")))
        with zipfile.ZipFile(stream, "a") as archive:
            archive.writestr("word/document.xml", document(p("another")))
    assert "twice" in refusal(stream.getvalue())
    assert "twice" in refusal(_with(docx(p("a")), {"WORD/Document.xml": document(p("another"))}))


def test_encrypted_entries_and_unusual_compression_are_refused() -> None:
    data = bytearray(docx(p("a")))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refusal(bytes(data))
    assert "packed in a way" in refusal(zipped({"_rels/.rels": ROOT}, zipfile.ZIP_LZMA))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_every_part_that_is_parsed(encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode(encoding)
    for part in ("word/document.xml", "_rels/.rels", "word/styles.xml", "[Content_Types].xml"):
        assert "document type" in refusal(_with(docx(p("a"), styles=""), {part: bomb}))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<w:p/>" * 100_001, "more than 100000 paragraphs"),
        ("<w:r/>" * 2_000_000, "more than 2000000 tags"),
        (p("a" * 10_500_000), "more than 10 MB in one piece"),
    ],
    ids=["paragraphs", "tags", "text"],
)
def test_documents_too_long_to_be_read_in_reasonable_time_are_refused(body: str, words: str) -> None:
    assert words in refusal(docx(body))


def test_three_thousand_nested_tables_are_refused_in_one_sentence() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 3_000 + p("deep") + "</w:tc></w:tr></w:tbl>" * 3_000
    assert "nests its tables or other elements too deeply" in refusal(docx(body))


def test_eighty_nested_tables_are_read() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 80 + p("deep") + "</w:tc></w:tr></w:tbl>" * 80
    story = read_story(open_package(docx(body)))
    assert story.main[0].cell is not None
    assert (story.main[0].text, story.main[0].cell.depth) == ("deep", 80)


def test_a_damaged_part_is_named() -> None:
    data = bytearray(docx(p("a" * 500)))
    start = data.index(b"word/document.xml") + len("word/document.xml")
    data[start : start + 20] = b"\xff" * 20
    assert "word/document.xml” is damaged" in refusal(bytes(data))


def test_fifteen_hundred_chained_relationships_do_no_harm() -> None:
    entries: dict[str, str | bytes] = {
        f"word/_rels/p{number}.xml.rels": relationships(relationship("r", f"{R}/x", f"p{number + 1}.xml"))
        for number in range(1_500)
    }
    assert main_root(open_package(_with(docx(p("a")), entries))) is not None
