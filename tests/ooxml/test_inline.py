"""The text inside a paragraph: what counts as text, what does not, and where each stretch comes from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ethicsdiff.model.document import Revision
from ethicsdiff.ooxml.names import Element, w
from ethicsdiff.ooxml.package import main_root, open_package
from ethicsdiff.ooxml.walk import paragraph_elements, text_segments
from tests.builders import dele, docx, field, ins, mark, p, run, t, text_box
from tests.ooxml.conftest import Reading


def first_paragraph(body: str) -> Element:
    """Returns the element of the first block."""
    return paragraph_elements(main_root(open_package(docx(body))))[0]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:t>plain</w:t>", "plain"),
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t>", "a\nb\nc"),
        ('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t><w:lastRenderedPageBreak/>', "ab"),
        ("<w:t>1</w:t><w:noBreakHyphen/><w:t>бап</w:t>", "1\u2011бап"),
        ("<w:t>суд</w:t><w:softHyphen/><w:t>ья</w:t>", "суд\u00adья"),
        ("<w:t>a\u00a0b\u00adc</w:t>", "a\u00a0b\u00adc"),
        ("<w:t>a\nb</w:t>", "a b"),
        ('<w:sym w:font="Wingdings" w:char="F0A7"/>', "□"),
        ('<w:sym w:font="Symbol" w:char="00A7"/>', "§"),
        ('<w:sym w:font="Symbol" w:char="zz"/>', "□"),
        ("<w:instrText>PAGE</w:instrText>", ""),
        ("<w:delText>gone</w:delText>", ""),
        ("<w:ruby><w:rubyPr/><w:rt><w:r><w:t>up</w:t></w:r></w:rt>"
         "<w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby>", "base"),
    ],
)  # fmt: skip
def test_each_child_of_a_run_reads_as_what_it_prints(read: Reading, inner: str, text: str) -> None:
    assert read(p(f"<w:r>{inner}</w:r>")).main[0].text == text


@pytest.mark.parametrize(
    "wrapper",
    [
        '<w:hyperlink r:id="x">{}</w:hyperlink>',
        '<w:fldSimple w:instr="REF a">{}</w:fldSimple>',
        '<w:smartTag w:element="x"><w:smartTagPr/>{}</w:smartTag>',
        '<w:customXml w:element="x"><w:customXmlPr/>{}</w:customXml>',
        "<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:bdo w:val="rtl">{}</w:bdo>',
        '<w:dir w:val="rtl">{}</w:dir>',
        '<w:ins w:id="1" w:author="A">{}</w:ins>',
        '<w:moveTo w:id="1" w:author="A">{}</w:moveTo>',
        '<w:hyperlink r:id="x"><w:ins w:id="1" w:author="A">{}</w:ins></w:hyperlink>',
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        "<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
    ],
)
def test_runs_are_read_once_in_whatever_they_are_wrapped(read: Reading, wrapper: str) -> None:
    inner = wrapper.replace("{}", run("inside"))
    assert read(p(run("before ") + inner + run(" after"))).main[0].text == "before inside after"


@pytest.mark.parametrize("kind", ["del", "moveFrom"])
def test_what_was_deleted_or_moved_away_is_left_out(read: Reading, kind: str) -> None:
    gone = f'<w:{kind} w:id="1" w:author="A"><w:r><w:t>gone</w:t><w:footnoteReference w:id="2"/></w:r></w:{kind}>'
    story = read(p(run("stays") + gone))
    assert (story.main[0].text, story.main[0].notes) == ("stays", ())


def test_a_deletion_inside_an_insertion_is_left_out(read: Reading) -> None:
    inner = run("kept ") + dele("dropped") + run("too")
    assert read(p(ins(inner))).main[0].text == "kept too"


def test_the_result_of_a_field_is_read_and_its_code_is_not(read: Reading) -> None:
    nested = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + field("REF x", "nested result")
    nested += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("outer result")
    nested += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert read(p(run("see ") + field("REF a", "article 5") + run("."))).main[0].text == "see article 5."
    assert read(p(nested)).main[0].text == "outer result"


def test_a_field_that_never_ends_swallows_nothing(read: Reading) -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("text after")) + p("next")
    assert [one.text for one in read(body).main] == ["text after", "next"]


@pytest.mark.parametrize(
    ("before", "raised", "text"),
    [("Статья 27", "1", "Статья 27¹."), ("10) статьи 5", "12", "10) статьи 5¹²."), ("x", "2", "x2."), ("27", "1 а", "271 а.")],
)
def test_digits_raised_behind_a_number_stay_raised(read: Reading, before: str, raised: str, text: str) -> None:
    small = run(raised, '<w:vertAlign w:val="superscript"/>')
    assert read(p(run(before) + small + run("."))).main[0].text == text


def test_a_raised_number_in_two_runs_and_lowered_digits(read: Reading) -> None:
    raised, lowered = ('<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>')
    assert read(p(run("27") + run("1", raised) + run("0", raised) + run("3", lowered))).main[0].text == "27¹⁰3"


def test_formulas_are_read_as_their_characters_and_counted(read: Reading) -> None:
    story = read(p("<m:oMath><m:r><m:rPr/><m:t>x=1</m:t></m:r></m:oMath>"))
    assert (story.main[0].text, story.counts["formulas"]) == ("x=1", 1)


def test_numbers_that_only_word_can_compute_are_counted(read: Reading) -> None:
    assert read(p(field(" LISTNUM", ""))).counts["field_numbers"] == 1


# --- tracked paragraph marks -----------------------------------------------------------------------------------------
def test_a_paragraph_whose_mark_was_deleted_runs_into_the_next(read: Reading) -> None:
    body = p("One ", props=mark("del"), style="A") + "<w:bookmarkEnd/>" + p("two", style="B") + p("three")
    story = read(body)
    assert [one.text for one in story.main] == ["One two", "three"]
    assert story.main[0].revision is Revision.CHANGED


def test_three_paragraphs_run_together_over_two_deleted_marks(read: Reading) -> None:
    body = p("a", props=mark("del")) + p("b", props=mark("moveFrom")) + p("c")
    assert [one.text for one in read(body).main] == ["abc"]


def test_a_paragraph_deleted_with_its_mark_vanishes(read: Reading) -> None:
    body = p("a") + p(dele("gone"), props=mark("del")) + p("b") + p(dele("gone"), props=mark("del"))
    story = read(body)
    assert [one.text for one in story.main] == ["a", "b"]


def test_a_deleted_mark_before_a_table_ends_its_paragraph_all_the_same(read: Reading) -> None:
    body = p("a", props=mark("del")) + "<w:tbl><w:tr><w:tc>" + p("cell") + "</w:tc></w:tr></w:tbl>"
    assert [one.text for one in read(body).main] == ["a", "cell"]


@pytest.mark.parametrize(
    ("body", "revision"),
    [
        (p("old"), Revision.NONE),
        (p(run("old ") + ins("new")), Revision.CHANGED),
        (p(run("old ") + dele("gone")), Revision.CHANGED),
        (p(ins("new")), Revision.INSERTED),
        (p(ins("new"), props=mark("ins")), Revision.INSERTED),
        (p(ins("new"), props=mark("moveTo")), Revision.INSERTED),
        (p(ins("new") + dele("gone")), Revision.CHANGED),
        (p("split", props=mark("ins")), Revision.CHANGED),
        (p("", props=mark("ins")), Revision.INSERTED),
        (p("old", props='<w:pPrChange w:id="1" w:author="A"><w:pPr/></w:pPrChange>'), Revision.NONE),
    ],
)
def test_a_paragraph_tells_how_tracked_changes_touched_it(read: Reading, body: str, revision: Revision) -> None:
    assert read(body).main[0].revision is revision


# --- segments --------------------------------------------------------------------------------------------------------
def test_segments_join_to_the_text_and_name_the_run_they_come_from() -> None:
    body = p(run("Судья ") + ins("обязан ") + dele("может ") + f"<w:hyperlink>{run('хранить')}</w:hyperlink>")
    segments = text_segments(first_paragraph(body))
    assert [(one.text, one.start, one.end, one.inserted) for one in segments] == [
        ("Судья ", 0, 6, False),
        ("обязан ", 6, 13, True),
        ("хранить", 13, 20, False),
    ]
    assert all(one.run_element.tag == w("r") and one.element.getparent() is one.run_element for one in segments)
    assert segments[2].run_element.getparent() is not None


def test_segments_of_paragraphs_run_together_come_from_both_of_them() -> None:
    paragraph = first_paragraph(p("One ", props=mark("del")) + p("two"))
    owners = [next(one.run_element.iterancestors(w("p"))) for one in text_segments(paragraph)]
    assert owners[0] is not owners[1]
    assert owners[1] is paragraph


def test_the_text_of_a_box_is_no_part_of_its_host_paragraph() -> None:
    paragraph = first_paragraph(p(run("host") + text_box(p("boxed"))))
    assert [one.text for one in text_segments(paragraph)] == ["host"]


PIECES = st.sampled_from(
    ["<w:t>слово</w:t>", "<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:t/>", '<w:sym w:char="F0B7"/>']
)


@given(st.lists(st.tuples(st.sampled_from(["r", "ins", "del", "link"]), st.lists(PIECES, max_size=4)), max_size=6))
def test_offsets_of_segments_are_contiguous_whatever_the_paragraph(parts: list[tuple[str, list[str]]]) -> None:
    wraps = {"r": "{}", "ins": "<w:ins>{}</w:ins>", "del": "<w:del>{}</w:del>", "link": "<w:hyperlink>{}</w:hyperlink>"}
    inner = "".join(wraps[kind].format(f"<w:r>{''.join(pieces)}</w:r>") for kind, pieces in parts)
    segments = text_segments(first_paragraph(p(inner)))
    text = "".join(one.text for one in segments)
    assert [text[one.start : one.end] for one in segments] == [one.text for one in segments]
    assert [one.start for one in segments] == [0, *[one.end for one in segments]][: len(segments)]


def test_reading_leaves_the_tree_as_it_was() -> None:
    root = main_root(open_package(docx(p(run("a") + dele("b")) + p(f"<w:r>{t('c')}</w:r>"))))
    before = etree.tostring(root)
    for paragraph in paragraph_elements(root):
        text_segments(paragraph)
    assert etree.tostring(root) == before
