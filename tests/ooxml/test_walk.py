"""The order of paragraphs through tables, content controls, boxes and notes, and the way back to their elements."""

from __future__ import annotations

from ethicsdiff.model.document import Revision, TableCell
from ethicsdiff.ooxml.names import w
from ethicsdiff.ooxml.package import main_root, open_package
from ethicsdiff.ooxml.story import Story, read_story
from ethicsdiff.ooxml.walk import paragraph_elements, text_segments
from tests.builders import NAMESPACES, R, cell, dele, docx, mark, p, relationship, row, run, table, text_box
from tests.ooxml.conftest import Reading


def texts(story: Story) -> list[str]:
    """Returns the texts of the main paragraphs."""
    return [one.text for one in story.main]


def grid(story: Story) -> list[tuple[str, int, int, int, int]]:
    """Returns text, row, column, columns and rows spanned of each cell paragraph."""
    found = []
    for one in story.main:
        if one.cell is not None:
            place = one.cell
            found.append((one.text, place.row, place.column, place.column_span, place.row_span))
    return found


def test_paragraphs_come_in_document_order_through_every_kind_of_wrapper(read: Reading) -> None:
    body = (
        p("1")
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('2')}{table(row('3'))}</w:sdtContent></w:sdt>"
        + f"<w:customXml><w:customXmlPr/>{p('4')}</w:customXml>"
        + f"<mc:AlternateContent><mc:Choice>{p('5')}</mc:Choice>"
        + f"<mc:Fallback>{p('no')}</mc:Fallback></mc:AlternateContent>"
        + f"<w:ins>{p('6')}</w:ins><w:moveTo>{p('7')}</w:moveTo>"
        + f"<w:del>{p('no')}</w:del><w:moveFrom>{p('no')}</w:moveFrom>"
        + "<w:sectPr/>"
    )
    assert texts(read(body)) == ["1", "2", "3", "4", "5", "6", "7"]


def test_empty_paragraphs_keep_their_place(read: Reading) -> None:
    assert texts(read(p("a") + p() + p("b"))) == ["a", "", "b"]


def test_only_the_first_body_is_read(read: Reading) -> None:
    assert texts(read(p("a") + "</w:body><w:body>" + p("b"))) == ["a"]


def test_comments_and_processing_instructions_between_elements_are_passed_over(read: Reading) -> None:
    assert texts(read("<!-- note -->" + p("<!-- x --><?y z?>" + run("a")) + "<?pi data?>")) == ["a"]


# --- tables ----------------------------------------------------------------------------------------------------------
def test_cells_know_their_row_and_column(read: Reading) -> None:
    story = read(p("before") + table(row("a", "b"), row(cell("c", "c2"), "d")) + table(row("e")))
    assert [one.cell for one in story.main] == [
        None,
        TableCell(table=0, row=0, column=0),
        TableCell(table=0, row=0, column=1),
        TableCell(table=0, row=1, column=0),
        TableCell(table=0, row=1, column=0),
        TableCell(table=0, row=1, column=1),
        TableCell(table=1, row=0, column=0),
    ]


def test_cells_merged_sideways_move_the_columns_after_them(read: Reading) -> None:
    assert grid(read(table(row(cell("wide", span=2), "c"), row("a", "b", "c")))) == [
        ("wide", 0, 0, 2, 1),
        ("c", 0, 2, 1, 1),
        ("a", 1, 0, 1, 1),
        ("b", 1, 1, 1, 1),
        ("c", 1, 2, 1, 1),
    ]


def test_cells_merged_downwards_span_rows_and_their_empty_continuations_are_left_out(read: Reading) -> None:
    story = read(
        table(
            row(cell("tall", merge="restart"), "x"),
            row(cell(merge="continue"), "y"),
            row(cell(props="<w:vMerge/>"), "z"),
            row("next", "w"),
        )
    )
    assert grid(story) == [
        ("tall", 0, 0, 1, 3),
        ("x", 0, 1, 1, 1),
        ("y", 1, 1, 1, 1),
        ("z", 2, 1, 1, 1),
        ("next", 3, 0, 1, 1),
        ("w", 3, 1, 1, 1),
    ]


def test_text_that_a_merged_cell_covers_is_kept_and_counted(read: Reading) -> None:
    story = read(table(row(cell("tall", merge="restart")), row(cell("covered", merge="continue"))))
    assert (texts(story), story.counts["covered"]) == (["tall", "covered"], 1)


def test_two_merges_in_one_column_stay_apart(read: Reading) -> None:
    rows = [row(cell(text, merge=merge)) for text, merge in (("a", "restart"), ("", "continue")) * 2]
    assert grid(read(table(*rows))) == [("a", 0, 0, 1, 2), ("a", 2, 0, 1, 2)]


def test_old_style_horizontal_merges_widen_the_first_cell(read: Reading) -> None:
    cells = [cell("a", props='<w:hMerge w:val="restart"/>'), cell(props="<w:hMerge/>"), cell("b")]
    assert grid(read(table(row(*cells)))) == [("a", 0, 0, 2, 1), ("b", 0, 2, 1, 1)]


def test_a_row_may_begin_some_columns_to_the_right(read: Reading) -> None:
    assert grid(read(table(row("a", props='<w:gridBefore w:val="2"/>')))) == [("a", 0, 2, 1, 1)]


def test_rows_and_cells_in_content_controls_are_read(read: Reading) -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    assert grid(read(table(control(row(control(cell("a")), "b")), row("c")))) == [
        ("a", 0, 0, 1, 1),
        ("b", 0, 1, 1, 1),
        ("c", 1, 0, 1, 1),
    ]


def test_a_nested_table_has_its_own_grid_and_a_depth(read: Reading) -> None:
    story = read(table(row(cell(p("outer") + table(row("inner")) + p("after")))))
    assert [(one.text, one.cell.table, one.cell.depth) for one in story.main if one.cell] == [
        ("outer", 0, 1),
        ("inner", 1, 2),
        ("after", 0, 1),
    ]


def test_deleted_rows_and_cells_are_left_out_and_inserted_rows_are_told(read: Reading) -> None:
    story = read(
        table(
            row("gone", props="<w:del/>"),
            row("new", props="<w:ins/>"),
            row(cell("cut", props="<w:cellDel/>"), "stays"),
        )
    )
    assert grid(story) == [("new", 0, 0, 1, 1), ("stays", 1, 0, 1, 1)]
    assert [one.revision for one in story.main] == [Revision.INSERTED, Revision.NONE]


def test_hostile_spans_do_no_harm(read: Reading) -> None:
    cells = [cell("a", props=f'<w:gridSpan w:val="{span}"/>') for span in ("999999999", "-5", "x", "9" * 5000)]
    assert [one[2] for one in grid(read(table(row(*cells))))] == [0, 999999999, 1000000000, 1000000001]


# --- text boxes ------------------------------------------------------------------------------------------------------
def test_a_text_box_is_read_once_and_after_its_paragraph(read: Reading) -> None:
    story = read(p(run("host") + text_box(p("boxed"), p("boxed too"))) + p("next"))
    assert texts(story) == ["host", "boxed", "boxed too", "next"]
    assert [one.boxed for one in story.main] == [False, True, True, False]
    assert story.counts["boxed"] == 2


def test_a_box_in_a_box_and_a_table_in_a_box_are_read(read: Reading) -> None:
    inner = p(run("outer") + text_box(p("inner"))) + table(row("cell"))
    assert texts(read(p(run("host") + text_box(inner)))) == ["host", "outer", "inner", "cell"]


def test_an_old_vml_text_box_is_read(read: Reading) -> None:
    content = f"<w:txbxContent>{p('old')}</w:txbxContent>"
    old = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    assert texts(read(p(run("host") + old))) == ["host", "old"]


def test_a_box_in_a_deletion_is_left_out(read: Reading) -> None:
    assert texts(read(p(run("host") + f"<w:del>{text_box(p('gone'))}</w:del>"))) == ["host"]


# --- notes, headers, footers -----------------------------------------------------------------------------------------
NOTES = (
    f'<w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote>'
    f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>" + run("first"))}{p()}</w:footnote>'
    f'<w:footnote w:id="2">{p("second")}{p("and more")}</w:footnote><w:footnote w:id="3">{p("never used")}</w:footnote>'
)


def reference(kind: str, number: int) -> str:
    """Returns a run that refers to a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def test_notes_come_in_the_order_of_their_references_and_know_the_paragraph(read: Reading) -> None:
    body = (
        p("a")
        + p(run("b") + reference("footnote", 2))
        + p(run("c") + reference("endnote", 1) + reference("footnote", 1))
    )
    story = read(body, footnotes=NOTES, endnotes=f'<w:endnote w:id="1">{p("the end")}</w:endnote>')
    assert [(note.referred_from, [one.text for one in note.paragraphs]) for note in story.notes] == [
        (1, ["second", "and more"]),
        (2, ["the end"]),
        (2, ["first"]),
    ]


def test_a_note_is_read_once_and_a_missing_one_is_counted(read: Reading) -> None:
    story = read(p(reference("footnote", 1) + reference("footnote", 9)), footnotes=NOTES)
    assert (len(story.notes), story.counts["notes_missing"]) == (1, 1)


def test_a_note_referred_to_twice_is_no_missing_note(read: Reading) -> None:
    story = read(p(reference("footnote", 1)) + p(reference("footnote", 1)), footnotes=NOTES)
    assert (len(story.notes), story.counts["notes_missing"]) == (1, 0)


def test_headers_and_footers_of_all_sections_are_read_and_the_same_text_once() -> None:
    rels = "".join(relationship(f"h{n}", f"{R}/header", f"header{n}.xml") for n in (1, 2, 3))
    rels += relationship("f1", f"{R}/footer", "footer1.xml") + relationship("f2", f"{R}/footer", "gone.xml")
    sections = [
        '<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:footerReference r:id="f1"/></w:sectPr>',
        '<w:sectPr><w:headerReference w:type="first" r:id="h2"/><w:headerReference r:id="h3"/></w:sectPr>',
        '<w:sectPr><w:headerReference r:id="h1"/><w:footerReference r:id="f2"/><w:headerReference/></w:sectPr>',
    ]
    parts = {
        f"word/header{n}.xml": f"<w:hdr {NAMESPACES}>{p(text)}{p()}</w:hdr>" for n, text in enumerate("ABA", start=1)
    }
    parts["word/footer1.xml"] = f"<w:ftr {NAMESPACES}>{p('F')}</w:ftr>"
    body = "".join(p("text", props=one) for one in sections[:2]) + sections[2]
    story = read_story(open_package(docx(body, rels=rels, parts=parts)))
    assert [one.text for one in story.headers] == ["A", "B"]
    assert [one.text for one in story.footers] == ["F"]


# --- the way back ----------------------------------------------------------------------------------------------------
def test_every_main_paragraph_is_found_again_by_its_ordinal(read: Reading) -> None:
    body = (
        p("joined ", props=mark("del"))
        + p(run("host") + text_box(p("boxed")))
        + p(dele("gone"), props=mark("del"))
        + table(
            row(cell("tall", merge="restart"), "x"), row(cell(merge="continue"), "y"), row("gone", props="<w:del/>")
        )
        + f"<w:sdt><w:sdtContent>{p('last')}{p()}</w:sdtContent></w:sdt>"
    )
    elements = paragraph_elements(main_root(open_package(docx(body))))
    assert all(element.tag == w("p") for element in elements)
    assert ["".join(s.text for s in text_segments(one)) for one in elements] == texts(read(body))
