"""Comments put into Word files: where they stand and what they say."""

from __future__ import annotations

import io
import time

import docx as python_docx
import pytest

from ethicsdiff.model.document import Span
from ethicsdiff.ooxml.comments import Remark, Words, annotated
from ethicsdiff.ooxml.package import main_root, open_package
from ethicsdiff.ooxml.walk import places
from tests.builders import cell, dele, docx, ins, mark, p, row, run, style, table, text_box, zipped
from tests.ooxml.marks import W14, W15, W, comments_by_id, comments_part, main_part, parts, text_of, xml
from tests.ooxml.remarks import BY, holder_of, remark, result_of, tags_in, write


# --- where the marks stand -------------------------------------------------------------------------------------------
def test_marks_stand_after_the_properties_and_at_the_end() -> None:
    after = write(docx(p("Судья независим.")), remark(1))
    assert tags_in("независим", after) == [
        "pPr", "bookmarkStart", "commentRangeStart", "r", "commentRangeEnd", "r", "bookmarkEnd",
    ]  # fmt: skip


def test_a_comment_runs_from_the_first_paragraph_to_the_last() -> None:
    after = write(docx(p("a") + p("b") + p("c")), remark(1, 0, 2))
    assert tags_in("a", after) == ["pPr", "bookmarkStart", "commentRangeStart", "r"]
    assert tags_in("b", after) == ["pPr", "r"]
    assert tags_in("c", after) == ["pPr", "r", "commentRangeEnd", "r", "bookmarkEnd"]


def test_an_empty_paragraph_without_properties_carries_a_comment() -> None:
    after = write(docx("<w:p/>"), remark(1))
    assert len(comments_by_id(after)) == 1


def test_several_comments_on_one_paragraph() -> None:
    after = write(docx(p("a")), remark(1), remark(2), remark(3))
    assert [text_of(one)[0] for one in comments_by_id(after).values()] == [
        "[ED-1] Заголовок", "[ED-2] Заголовок", "[ED-3] Заголовок",
    ]  # fmt: skip


def test_white_space_between_elements_stays_where_it_was() -> None:
    body = "\n  <w:p>\n    <w:pPr/>\n    <w:r>\n <w:t>a</w:t>\n </w:r>\n  </w:p>\n <w:p>\n </w:p>\n"
    write(docx(body), remark(1), remark(2, 1), remark(3, 0, 1))


@pytest.mark.parametrize(
    "body",
    [
        p(text_box(p("в рамке")) + run("Хост")),
        table(row(cell("Хост", merge="restart")), row(cell("под объединением", merge="continue"))),
        p("Хост") + f"<w:sdt><w:sdtPr><w:dataBinding w:xpath='/x'/></w:sdtPr><w:sdtContent>{p('a')}</w:sdtContent></w:sdt>",
        p("Хост") + f"<mc:AlternateContent><mc:Choice Requires='wps'>{p('a')}</mc:Choice></mc:AlternateContent>",
    ],
    ids=["text box", "covered cell", "bound control", "alternative"],
)
def test_what_cannot_carry_a_comment_leaves_it_to_the_paragraph_before(body: str) -> None:
    data = docx(body)
    last = len(list(places(main_root(open_package(data))))) - 1
    assert result_of(data, [remark(1, last)]).moved == 1
    assert holder_of(write(data, remark(1, last)), 1).startswith("Хост")


def test_a_comment_on_the_beginning_goes_to_the_next_paragraph_where_none_is_before() -> None:
    bound = f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{p('титул')}</w:sdtContent></w:sdt>"
    assert holder_of(write(docx(bound + p("дальше")), remark(1)), 1) == "дальше"


def test_without_any_paragraph_nothing_is_placed_and_nothing_is_made() -> None:
    result = result_of(docx("<w:sectPr/>"), [remark(1)])
    assert result.unplaced == 1
    assert not [name for name in result.added if "comments" in name]


def test_spans_of_notes_and_headers_are_not_placed() -> None:
    assert result_of(docx(p("a")), [remark(1, 7)]).unplaced == 1


def test_tracked_changes_stay() -> None:
    body = p(run("Судья ") + dele("не ") + ins("всегда ") + run("независим.")) + p(dele("снято"), props=mark("del")) + p("a")
    after = main_part(write(docx(body), remark(1), remark(2, 1)))
    assert [after.count(f"<w:{name} ".encode()) for name in ("del", "ins")] == [3, 1]


def test_a_comment_begins_in_the_paragraph_that_runs_into_the_next() -> None:
    after = write(docx(p("начало ", props=mark("del")) + p("конец")), remark(1))
    assert holder_of(after, 1) == "начало "
    assert "commentRangeEnd" in tags_in("конец", after)


def test_a_main_part_without_the_usual_prefix() -> None:
    plain = docx(p("a"))
    main = parts(plain)["word/document.xml"].decode().replace("xmlns:w=", "xmlns=").replace("<w:", "<").replace("</w:", "</")
    after = write(zipped(parts(plain) | {"word/document.xml": main}), remark(1))
    assert len(comments_by_id(after)) == 1


# --- what the comments say ---------------------------------------------------------------------------------------------
def test_a_comment_has_author_initials_date_and_bold_headline() -> None:
    [comment] = comments_by_id(write(docx(p("a")), remark(17))).values()
    assert [comment.get(f"{W}{name}") for name in ("author", "initials", "date")] == ["ethicsdiff", "ED", "2025-03-01T10:00:00Z"]
    assert text_of(comment) == ["[ED-17] Заголовок", "Причина."]
    bold = [one.find(f"{W}rPr/{W}b") is not None for one in comment.iter(f"{W}r") if one.find(f"{W}t") is not None]
    assert bold == [True, False]


def test_text_is_made_safe_for_xml() -> None:
    words = Words(" a\x01\ud800<b>&\r\nв\tг\x0b әғқңөұүһі 🙂 ")
    told = Remark(number=1, spans=(Span(block=0, start=0, end=1),), paragraphs=((words,), ()))
    [comment] = comments_by_id(write(docx(p("a")), told)).values()
    assert text_of(comment) == [" a<b>&\nв\tг әғқңөұүһі 🙂 ", ""]


def test_a_remark_without_paragraphs_is_still_a_comment() -> None:
    told = Remark(number=1, spans=(Span(block=0, start=0, end=1),), paragraphs=())
    assert len(comments_by_id(write(docx(p("a")), told))) == 1


def test_styles_are_found_by_name() -> None:
    styles = style("a5", "annotation reference", kind="character") + style("a6", "Annotation Text")
    after = write(docx(p("a"), styles=styles), remark(1))
    [comment] = comments_by_id(after).values()
    assert [one.get(f"{W}val") for one in comment.iter(f"{W}pStyle")] == ["a6", "a6"]
    assert [one.get(f"{W}val") for one in comment.iter(f"{W}rStyle")] == ["a5"]
    assert [one.get(f"{W}val") for one in xml(main_part(after)).iter(f"{W}rStyle")] == ["a5"]


def test_without_the_styles_none_is_named() -> None:
    after = write(docx(p("a"), styles=style("CommentText", "Annotation text", kind="character")), remark(1))
    assert not list(comments_part(after).iter(f"{W}pStyle", f"{W}rStyle"))


def test_the_thread_and_the_author_are_noted() -> None:
    after = write(docx(p("a")), remark(1), remark(2))
    extended, people = (xml(parts(after)[f"word/{name}.xml"]) for name in ("commentsExtended", "people"))
    last = [list(one.iter(f"{W}p"))[-1].get(f"{W14}paraId") for one in comments_by_id(after).values()]
    assert [(one.get(f"{W15}paraId"), one.get(f"{W15}done")) for one in extended] == [(last[0], "0"), (last[1], "0")]
    assert [one.get(f"{W15}author") for one in people] == ["ethicsdiff"]


def test_python_docx_reads_the_comments_back() -> None:
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


# --- speed -----------------------------------------------------------------------------------------------------------
def test_a_thousand_provisions_take_less_than_a_second() -> None:
    package = open_package(docx("".join(p(run("Судья ") + run("соблюдает ") + run("Кодекс.")) for _ in range(1000))))
    remarks = [remark(number + 1, number) for number in range(1000)]
    started = time.perf_counter()
    annotated(package, remarks, BY, run="r1:0")
    assert time.perf_counter() - started < 1.0
