"""Comments put into Word files: where they stand, what they say, and that nothing else changes."""

from __future__ import annotations

import io
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import docx as python_docx
import pytest

from ethicsdiff.errors import PackageError
from ethicsdiff.model.document import Span
from ethicsdiff.ooxml.comments import Annotated, Remark, Signature, Words, annotated
from ethicsdiff.ooxml.package import main_root, open_package
from ethicsdiff.ooxml.walk import places
from tests.builders import (
    NAMESPACES,
    PACKAGE,
    R,
    cell,
    dele,
    docx,
    ins,
    mark,
    p,
    relationship,
    relationships,
    row,
    run,
    style,
    table,
    text_box,
    zipped,
)
from tests.ooxml.marks import (
    CORPUS,
    SCHEMA,
    W14,
    W15,
    W,
    alone,
    canonical,
    check_marks,
    comments_by_id,
    comments_part,
    main_part,
    parts,
    schema_errors,
    text_of,
    written,
    xml,
)

BY = Signature(author="ethicsdiff", initials="ED", date="2025-03-01T10:00:00Z")
CUSTOM = f"{R}/custom-properties"
Write = Callable[..., bytes]


def remark(number: int, first: int = 0, last: int | None = None, text: str = "Заголовок") -> Remark:
    """Returns a remark on whole blocks."""
    spans = tuple(Span(block=block, start=0, end=1000) for block in (first, first if last is None else last))
    return Remark(number=number, spans=spans, paragraphs=((Words(f"[ED-{number}] {text}", bold=True),), (Words("Причина."),)))


def result_of(data: bytes, remarks: Sequence[Remark], by: Signature = BY, *, phrase: bool = False) -> Annotated:
    """Returns what annotating a package yields."""
    return annotated(open_package(data), remarks, by, run="r1:0123", phrase=phrase)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Returns a function that annotates a package and gives the bytes of the copy, checked unless told otherwise."""

    def annotate(
        data: bytes, *remarks: Remark, by: Signature = BY, phrase: bool = False, check: bool = True
    ) -> bytes:
        result = result_of(data, remarks, by, phrase=phrase)
        after = written(data, dict(result.replaced), dict(result.added), tmp_path / "annotated.docx")
        if check:
            check_marks(data, after)
        return after

    return annotate


def tags_in(paragraph: str, data: bytes) -> list[str]:
    """Returns the local names of the children of the paragraph with some text, in order."""
    root = xml(main_part(data))
    found = next(one for one in root.iter(f"{W}p") if paragraph in "".join(one.itertext(f"{W}t")))
    return [str(child.tag).partition("}")[2] for child in found]


def holder_of(data: bytes, number: int) -> str:
    """Returns the text of the paragraph in which the bookmark of a remark begins."""
    root = xml(main_part(data))
    start = next(one for one in root.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == f"_ed_{number}")
    return "".join(start.getparent().itertext(f"{W}t"))


# --- where the marks stand -------------------------------------------------------------------------------------------
def test_marks_stand_after_the_properties_and_at_the_end(write: Write) -> None:
    after = write(docx(p("Судья независим.")), remark(1))
    assert tags_in("независим", after) == [
        "pPr", "bookmarkStart", "commentRangeStart", "r", "commentRangeEnd", "r", "bookmarkEnd",
    ]  # fmt: skip


def test_a_comment_runs_from_the_first_paragraph_to_the_last(write: Write) -> None:
    after = write(docx(p("a") + p("b") + p("c")), remark(1, 0, 2))
    assert tags_in("a", after) == ["pPr", "bookmarkStart", "commentRangeStart", "r"]
    assert tags_in("b", after) == ["pPr", "r"]
    assert tags_in("c", after) == ["pPr", "r", "commentRangeEnd", "r", "bookmarkEnd"]


def test_an_empty_paragraph_without_properties_carries_a_comment(write: Write) -> None:
    after = write(docx("<w:p/>"), remark(1))
    assert len(comments_by_id(after)) == 1


def test_several_comments_on_one_paragraph(write: Write) -> None:
    after = write(docx(p("a")), remark(1), remark(2), remark(3))
    assert [text_of(one)[0] for one in comments_by_id(after).values()] == [
        "[ED-1] Заголовок", "[ED-2] Заголовок", "[ED-3] Заголовок",
    ]  # fmt: skip


def test_white_space_between_elements_stays_where_it_was(write: Write) -> None:
    body = "\n  <w:p>\n    <w:pPr/>\n    <w:r>\n <w:t>a</w:t>\n </w:r>\n  </w:p>\n <w:p>\n </w:p>\n"
    write(docx(body), remark(1), remark(2, 1), remark(3, 0, 1))


@pytest.mark.parametrize(
    "body",
    [
        p("Хост" + "") + p(text_box(p("в рамке")) + run("Хост")),
        table(row(cell("Хост", merge="restart")), row(cell("под объединением", merge="continue"))),
        p("Хост") + f"<w:sdt><w:sdtPr><w:dataBinding w:xpath='/x'/></w:sdtPr><w:sdtContent>{p('a')}</w:sdtContent></w:sdt>",
        p("Хост") + f"<mc:AlternateContent><mc:Choice Requires='wps'>{p('a')}</mc:Choice></mc:AlternateContent>",
    ],
    ids=["text box", "covered cell", "bound control", "alternative"],
)
def test_what_cannot_carry_a_comment_leaves_it_to_the_paragraph_before(write: Write, body: str) -> None:
    data = docx(body)
    last = len(list(places(main_root(open_package(data))))) - 1
    assert result_of(data, [remark(1, last)]).moved == 1
    assert holder_of(write(data, remark(1, last)), 1).startswith("Хост")


def test_a_comment_on_the_beginning_goes_to_the_next_paragraph_where_none_is_before(write: Write) -> None:
    bound = f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{p('титул')}</w:sdtContent></w:sdt>"
    assert holder_of(write(docx(bound + p("дальше")), remark(1)), 1) == "дальше"


def test_without_any_paragraph_nothing_is_placed_and_nothing_is_made() -> None:
    result = result_of(docx("<w:sectPr/>"), [remark(1)])
    assert result.unplaced == 1
    assert not [name for name in result.added if "comments" in name]


def test_spans_of_notes_and_headers_are_not_placed() -> None:
    assert result_of(docx(p("a")), [remark(1, 7)]).unplaced == 1


def test_tracked_changes_stay(write: Write) -> None:
    body = p(run("Судья ") + dele("не ") + ins("всегда ") + run("независим.")) + p(dele("снято"), props=mark("del")) + p("a")
    after = main_part(write(docx(body), remark(1), remark(2, 1)))
    assert [after.count(f"<w:{name} ".encode()) for name in ("del", "ins")] == [3, 1]


def test_a_comment_begins_in_the_paragraph_that_runs_into_the_next(write: Write) -> None:
    after = write(docx(p("начало ", props=mark("del")) + p("конец")), remark(1))
    assert holder_of(after, 1) == "начало "
    assert "commentRangeEnd" in tags_in("конец", after)


def test_a_main_part_without_the_usual_prefix(write: Write) -> None:
    plain = docx(p("a"))
    main = parts(plain)["word/document.xml"].decode().replace("w:", "").replace("xmlns:w=", "xmlns=")
    main = main.replace('xmlns="http', 'xmlns="http', 1).replace(" val=", " x=")
    renamed = main.replace("<document xmlns:", "<document xmlns:", 1)
    after = write(zipped(parts(plain) | {"word/document.xml": renamed}), remark(1))
    assert len(comments_by_id(after)) == 1


# --- what the comments say ---------------------------------------------------------------------------------------------
def test_a_comment_has_author_initials_date_and_bold_headline(write: Write) -> None:
    [comment] = comments_by_id(write(docx(p("a")), remark(17))).values()
    assert [comment.get(f"{W}{name}") for name in ("author", "initials", "date")] == ["ethicsdiff", "ED", "2025-03-01T10:00:00Z"]
    assert text_of(comment) == ["[ED-17] Заголовок", "Причина."]
    bold = [one.find(f"{W}rPr/{W}b") is not None for one in comment.iter(f"{W}r") if one.find(f"{W}t") is not None]
    assert bold == [True, False]


def test_text_is_made_safe_for_xml(write: Write) -> None:
    words = Words(" a\x01\ud800<b>&\r\nв\tг\x0b әғқңөұүһі 🙂 ")
    told = Remark(number=1, spans=(Span(block=0, start=0, end=1),), paragraphs=((words,), ()))
    [comment] = comments_by_id(write(docx(p("a")), told)).values()
    assert text_of(comment) == [" a<b>&\nв\tг әғқңөұүһі 🙂 ", ""]


def test_a_remark_without_paragraphs_is_still_a_comment(write: Write) -> None:
    told = Remark(number=1, spans=(Span(block=0, start=0, end=1),), paragraphs=())
    assert len(comments_by_id(write(docx(p("a")), told))) == 1


def test_styles_are_found_by_name(write: Write) -> None:
    styles = style("a5", "annotation reference", kind="character") + style("a6", "Annotation Text")
    after = write(docx(p("a"), styles=styles), remark(1))
    [comment] = comments_by_id(after).values()
    assert [one.get(f"{W}val") for one in comment.iter(f"{W}pStyle")] == ["a6", "a6"]
    assert [one.get(f"{W}val") for one in comment.iter(f"{W}rStyle")] == ["a5"]
    assert [one.get(f"{W}val") for one in xml(main_part(after)).iter(f"{W}rStyle")] == ["a5"]


def test_without_the_styles_none_is_named(write: Write) -> None:
    after = write(docx(p("a"), styles=style("CommentText", "Annotation text", kind="character")), remark(1))
    assert not list(comments_part(after).iter(f"{W}pStyle", f"{W}rStyle"))


def test_the_thread_and_the_author_are_noted(write: Write) -> None:
    after = write(docx(p("a")), remark(1), remark(2))
    extended, people = (xml(parts(after)[f"word/{name}.xml"]) for name in ("commentsExtended", "people"))
    last = [list(one.iter(f"{W}p"))[-1].get(f"{W14}paraId") for one in comments_by_id(after).values()]
    assert [(one.get(f"{W15}paraId"), one.get(f"{W15}done")) for one in extended] == [(last[0], "0"), (last[1], "0")]
    assert [one.get(f"{W15}author") for one in people] == ["ethicsdiff"]


# --- parts -----------------------------------------------------------------------------------------------------------
OTHERS = (
    '<w:comment w:id="4" w:author="Эксперт" w:initials="Э"><w:p><w:r><w:t>Моё замечание</w:t></w:r></w:p></w:comment>'
)
COMMENTED = p('<w:commentRangeStart w:id="4"/>' + run("a") + '<w:commentRangeEnd w:id="4"/>' + run('<w:commentReference w:id="4"/>'))


def test_other_peoples_comments_stay_and_ids_go_on(write: Write) -> None:
    after = write(docx(COMMENTED, comments=OTHERS), remark(1))
    assert list(comments_by_id(after)) == ["4", "5"]


def test_a_comments_part_without_the_extension_namespace_gets_it(write: Write) -> None:
    bare = f'<w:comments xmlns:w="{W[1:-1]}" xmlns:q="urn:q">{OTHERS}</w:comments>'
    data = zipped(parts(docx(COMMENTED, comments="")) | {"word/comments.xml": bare})
    root = comments_part(write(data, remark(1)))
    assert root is not None
    assert root.nsmap["w14"] == W14[1:-1]
    assert root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable") == "w14"
    assert root.nsmap["q"] == "urn:q"


def test_prefixes_named_in_ignorable_stay_declared(write: Write) -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    head = f'xmlns:w="{W[1:-1]}" xmlns:mc="{mc}" xmlns:w15="{W15[1:-1]}" mc:Ignorable="w15"'
    data = zipped(parts(docx(COMMENTED, comments="")) | {"word/comments.xml": f"<w:comments {head}>{OTHERS}</w:comments>"})
    root = comments_part(write(data, remark(1)))
    assert root is not None
    assert root.get(f"{{{mc}}}Ignorable") == "w15 w14"
    assert {"w15", "w14", "mc"} <= root.nsmap.keys()


def test_an_id_that_only_a_stray_reference_uses_is_not_given_to_a_comment(write: Write) -> None:
    after = write(docx(p(run('<w:commentReference w:id="0"/>'))), remark(1))
    assert "0" not in comments_by_id(after)


def test_ids_at_the_end_of_the_range_are_stepped_around(write: Write) -> None:
    body = p('<w:bookmarkStart w:id="2147483647" w:name="x"/><w:bookmarkEnd w:id="2147483647"/>' + run("a"))
    after = write(docx(body + p('<w:bookmarkStart w:id="3" w:name="y"/><w:bookmarkEnd w:id="3"/>')), remark(1))
    assert list(comments_by_id(after)) == ["4"]


def test_ids_in_notes_and_headers_are_not_used_again(write: Write) -> None:
    note = '<w:footnote w:id="1"><w:p><w:bookmarkStart w:id="41" w:name="z"/><w:bookmarkEnd w:id="41"/></w:p></w:footnote>'
    after = write(docx(p("a"), footnotes=note), remark(1))
    assert min(map(int, comments_by_id(after))) > 41


def test_a_part_that_is_related_but_missing_is_made_under_that_name(write: Write) -> None:
    data = docx(p("a"), rels=relationship("rId7", f"{R}/comments", "notes/remarks.xml"))
    after = write(data, remark(1))
    assert "word/notes/remarks.xml" in parts(after)
    assert len(comments_by_id(after)) == 1


def test_a_part_that_is_present_but_not_related_is_left_alone(write: Write) -> None:
    data = docx(p("a"), parts={"word/comments.xml": "<stray/>"})
    after = write(data, remark(1))
    assert parts(after)["word/comments.xml"] == b"<stray/>"
    assert len(comments_by_id(after)) == 1


def test_a_main_part_without_relationships_gets_them(write: Write) -> None:
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


def test_the_run_is_written_into_new_custom_properties(write: Write) -> None:
    custom = xml(parts(write(docx(p("a")), remark(1)))["docProps/custom.xml"])
    assert [(one.get("name"), one.get("pid"), one[0].text) for one in custom] == [("ethicsdiff.run", "2", "r1:0123")]


def test_other_custom_properties_stay(write: Write) -> None:
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


def test_a_type_declared_for_all_xml_does_not_reach_new_parts(write: Write) -> None:
    main_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    rels_type = "application/vnd.openxmlformats-package.relationships+xml"
    rows = f'<Default Extension="xml" ContentType="{main_type}"/><Default Extension="rels" ContentType="{rels_type}"/>'
    types = f'<Types xmlns="{PACKAGE}/content-types">{rows}</Types>'
    write(zipped(parts(docx(p("a"))) | {"[Content_Types].xml": types}), remark(1))


# --- speed -----------------------------------------------------------------------------------------------------------
def test_a_thousand_provisions_take_less_than_a_second() -> None:
    package = open_package(docx("".join(p(run("Судья ") + run("соблюдает ") + run("Кодекс.")) for _ in range(1000))))
    remarks = [remark(number + 1, number) for number in range(1000)]
    started = time.perf_counter()
    annotated(package, remarks, BY, run="r1:0")
    assert time.perf_counter() - started < 1.0


# --- real files ------------------------------------------------------------------------------------------------------
def corpus() -> list[object]:
    """Returns real files: those with comments and every twelfth at once, the others marked as slow."""
    files = sorted(CORPUS.glob("*")) if CORPUS.is_dir() else []
    quick = {file for number, file in enumerate(files) if number % 12 == 0 or "omment" in file.name}
    return [pytest.param(one, id=one.name, marks=() if one in quick else pytest.mark.slow) for one in files]


def everywhere(data: bytes) -> list[Remark]:
    """Returns a remark for each of the first 300 paragraphs of a file."""
    found = list(places(main_root(open_package(data))))[:300]
    return [remark(number + 1, number, text="Салыстыру · сопоставление") for number in range(len(found))]


@pytest.mark.parametrize("file", corpus())
def test_a_real_file_without_our_marks_is_as_it_was(file: Path, write: Write) -> None:
    data = _readable(file)
    remarks = everywhere(data)
    after = write(data, *remarks)
    assert len(comments_by_id(after)) - len(comments_by_id(data)) == len(remarks) - result_of(data, remarks).unplaced
    assert parts(write(after, *remarks, check=False)) == parts(after)


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the schemas are not here")
@pytest.mark.parametrize("file", corpus())
def test_a_real_file_gets_no_new_schema_errors(file: Path, write: Write) -> None:
    data = _readable(file)
    after = write(data, *everywhere(data), check=False)
    assert not schema_errors(main_part(after)) - schema_errors(main_part(data))
    old, new = comments_part(data), comments_part(after)
    assert new is None or not schema_errors(canonical(new)) - (Counter() if old is None else schema_errors(canonical(old)))


@pytest.mark.parametrize("file", corpus())
def test_a_real_files_phrases_are_marked_without_changing_a_letter_or_its_look(file: Path, write: Write) -> None:
    data = _readable(file)
    texts = [place.inline.text for place in places(main_root(open_package(data)))]
    spans = [Span(block=number, start=len(text) // 3, end=len(text) - 2) for number, text in enumerate(texts) if len(text) > 5]
    told = (Words("[ED-1] x"),)
    remarks = [Remark(number=number + 1, spans=(span,), paragraphs=(told,)) for number, span in enumerate(spans[:100])]
    after = write(data, *remarks, phrase=True, check=False)
    assert _looks(after) == _looks(data)


def _readable(file: Path) -> bytes:
    try:
        main_root(open_package(file))
    except PackageError as error:
        pytest.skip(f"refused: {error}")
    return file.read_bytes()


def _looks(data: bytes) -> list[list[tuple[str, bytes, bytes]]]:
    """Returns for each paragraph its characters, each with the properties of its run and how it is written."""
    return [
        [(one, _look(segment.run_element), str(segment.element.tag).encode()) for one in segment.text]
        for place in places(main_root(open_package(data)))
        for segment in place.inline.segments
    ]


def _look(run_element: object) -> bytes:
    properties = run_element.find(f"{W}rPr")  # type: ignore[attr-defined]
    return alone(properties) if properties is not None else b""


def test_python_docx_reads_the_comments_back(write: Write) -> None:
    made = python_docx.Document()
    made.add_paragraph("Судья соблюдает Кодекс.")
    made.add_table(1, 1).cell(0, 0).text = "Сот әділдігі"
    stream = io.BytesIO()
    made.save(stream)
    after = write(stream.getvalue(), remark(1, 0, text="Қазақ тілінде: әғқңөұүһі"), remark(2, 1, text="по-русски: «кавычки»"))
    read = python_docx.Document(io.BytesIO(after)).comments
    assert [(one.author, one.initials, one.text.split("\n")[0]) for one in read] == [
        ("ethicsdiff", "ED", "[ED-1] Қазақ тілінде: әғқңөұүһі"),
        ("ethicsdiff", "ED", "[ED-2] по-русски: «кавычки»"),
    ]
