"""The parts around comments: made where they are missing, extended where they are there, and otherwise left alone."""

from __future__ import annotations

import pytest

from ethicsdiff.errors import PackageError
from tests.builders import NAMESPACES, PACKAGE, R, docx, p, relationship, relationships, run, zipped
from tests.ooxml.marks import W14, W15, W, comments_by_id, comments_part, parts, xml
from tests.ooxml.remarks import remark, result_of, write

CUSTOM = f"{R}/custom-properties"
OTHERS = (
    '<w:comment w:id="4" w:author="Эксперт" w:initials="Э"><w:p><w:r><w:t>Моё замечание</w:t></w:r></w:p></w:comment>'
)
COMMENTED = p('<w:commentRangeStart w:id="4"/>' + run("a") + '<w:commentRangeEnd w:id="4"/>' + run('<w:commentReference w:id="4"/>'))


def test_other_peoples_comments_stay_and_ids_go_on() -> None:
    after = write(docx(COMMENTED, comments=OTHERS), remark(1))
    assert list(comments_by_id(after)) == ["4", "5"]


def test_a_comments_part_without_the_extension_namespace_gets_it() -> None:
    bare = f'<w:comments xmlns:w="{W[1:-1]}" xmlns:q="urn:q">{OTHERS}</w:comments>'
    data = zipped(parts(docx(COMMENTED, comments="")) | {"word/comments.xml": bare})
    root = comments_part(write(data, remark(1)))
    assert root is not None
    assert root.nsmap["w14"] == W14[1:-1]
    assert root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable") == "w14"
    assert root.nsmap["q"] == "urn:q"


def test_prefixes_named_in_ignorable_stay_declared() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    head = f'xmlns:w="{W[1:-1]}" xmlns:mc="{mc}" xmlns:w15="{W15[1:-1]}" mc:Ignorable="w15"'
    data = zipped(parts(docx(COMMENTED, comments="")) | {"word/comments.xml": f"<w:comments {head}>{OTHERS}</w:comments>"})
    root = comments_part(write(data, remark(1)))
    assert root is not None
    assert root.get(f"{{{mc}}}Ignorable") == "w15 w14"
    assert {"w15", "w14", "mc"} <= root.nsmap.keys()


def test_an_id_that_only_a_stray_reference_uses_is_not_given_to_a_comment() -> None:
    after = write(docx(p(run('<w:commentReference w:id="0"/>'))), remark(1))
    assert "0" not in comments_by_id(after)


def test_ids_at_the_end_of_the_range_are_stepped_around() -> None:
    body = p('<w:bookmarkStart w:id="2147483647" w:name="x"/><w:bookmarkEnd w:id="2147483647"/>' + run("a"))
    after = write(docx(body + p('<w:bookmarkStart w:id="3" w:name="y"/><w:bookmarkEnd w:id="3"/>')), remark(1))
    assert list(comments_by_id(after)) == ["4"]


def test_ids_in_notes_and_headers_are_not_used_again() -> None:
    note = '<w:footnote w:id="1"><w:p><w:bookmarkStart w:id="41" w:name="z"/><w:bookmarkEnd w:id="41"/></w:p></w:footnote>'
    after = write(docx(p("a"), footnotes=note), remark(1))
    assert min(map(int, comments_by_id(after))) > 41


def test_a_part_that_is_related_but_missing_is_made_under_that_name() -> None:
    data = docx(p("a"), rels=relationship("rId7", f"{R}/comments", "old/comments.xml"))
    after = write(data, remark(1))
    assert "word/old/comments.xml" in parts(after)
    assert len(comments_by_id(after)) == 1


def test_a_part_that_is_present_but_not_related_is_left_alone() -> None:
    data = docx(p("a"), parts={"word/comments.xml": "<stray/>"})
    after = write(data, remark(1))
    assert parts(after)["word/comments.xml"] == b"<stray/>"
    assert len(comments_by_id(after)) == 1


def test_a_main_part_without_relationships_gets_them() -> None:
    entries = {name: data for name, data in parts(docx(p("a"))).items() if name != "word/_rels/document.xml.rels"}
    assert len(comments_by_id(write(zipped(entries), remark(1)))) == 1


def test_a_comments_part_that_is_none_is_refused() -> None:
    data = zipped(parts(docx(p("a"), comments="")) | {"word/comments.xml": f"<w:fonts {NAMESPACES}/>"})
    with pytest.raises(PackageError, match="is not what the file says"):
        result_of(data, [remark(1)])


def test_a_package_without_content_types_is_refused() -> None:
    entries = {name: data for name, data in parts(docx(p("a"))).items() if name != "[Content_Types].xml"}
    with pytest.raises(PackageError, match="Content_Types"):
        result_of(zipped(entries), [remark(1)])


def test_the_run_is_written_into_new_custom_properties() -> None:
    custom = xml(parts(write(docx(p("a")), remark(1)))["docProps/custom.xml"])
    assert [(one.get("name"), one.get("pid"), one[0].text) for one in custom] == [("ethicsdiff.run", "2", "r1:0123")]


def test_other_custom_properties_stay() -> None:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    own = '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="5" name="Номер"><vt:i4>7</vt:i4></property>'
    properties = f'<Properties xmlns="{namespace}" xmlns:vt="{types}">{own}</Properties>'
    root = relationship("rId1", f"{R}/officeDocument", "word/document.xml") + relationship("rId2", CUSTOM, "docProps/custom.xml")
    data = docx(p("a"), parts={"_rels/.rels": relationships(root), "docProps/custom.xml": properties})
    custom = xml(parts(write(data, remark(1)))["docProps/custom.xml"])
    assert [(one.get("name"), one.get("pid"), one[0].text) for one in custom] == [
        ("Номер", "5", "7"), ("ethicsdiff.run", "6", "r1:0123"),
    ]  # fmt: skip


def test_a_type_declared_for_all_xml_does_not_reach_new_parts() -> None:
    main_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    rels_type = "application/vnd.openxmlformats-package.relationships+xml"
    rows = f'<Default Extension="xml" ContentType="{main_type}"/><Default Extension="rels" ContentType="{rels_type}"/>'
    types = f'<Types xmlns="{PACKAGE}/content-types">{rows}</Types>'
    write(zipped(parts(docx(p("a"))) | {"[Content_Types].xml": types}), remark(1))
