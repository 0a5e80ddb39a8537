"""Comments on the very words of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ethicsdiff.model.document import Span
from ethicsdiff.ooxml.comments import Remark, Words
from ethicsdiff.ooxml.package import main_root, open_package
from ethicsdiff.ooxml.walk import places
from tests.builders import dele, docx, field, ins, p, run, t
from tests.ooxml.marks import W, main_part, xml
from tests.ooxml.remarks import tags_in, write


def on(start: int, end: int, number: int = 1) -> Remark:
    """Returns a remark on some characters of the first block."""
    span = Span(block=0, start=start, end=end)
    return Remark(number=number, spans=(span,), paragraphs=((Words(f"[ED-{number}] x"),),))


def marked(data: bytes, number: int = 1) -> str:
    """Returns the text between the two marks of the bookmark of a remark."""
    found, inside = "", False
    root = xml(main_part(data))
    [bookmark] = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == f"_ed_{number}"]
    for one in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t", f"{W}tab", f"{W}br"):
        if one.get(f"{W}id") == bookmark:
            inside = not inside
        elif inside and one.getparent().tag == f"{W}r":
            found += {f"{W}tab": "\t", f"{W}br": "\n"}.get(one.tag, one.text or "")
    return found


def annotated(body: str, *remarks: Remark) -> bytes:
    """Returns a file with marks on phrases, its text checked to be what it was."""
    data = docx(body)
    after = write(data, *remarks, phrase=True, check=False)
    assert texts(after) == texts(data)
    return after


def texts(data: bytes) -> list[str]:
    """Returns the text of every block."""
    return [place.inline.text for place in places(main_root(open_package(data)))]


def test_a_run_is_cut_at_both_ends_and_keeps_its_look() -> None:
    after = annotated(p(run("Судья обязан молчать.", "<w:i/>")), on(6, 12))
    assert marked(after) == "обязан"
    runs = [one for one in xml(main_part(after)).iter(f"{W}r") if one.find(f"{W}t") is not None]
    assert [(one.find(f"{W}t").text, one.find(f"{W}rPr/{W}i") is not None) for one in runs] == [
        ("Судья ", True), ("обязан", True), (" молчать.", True),
    ]  # fmt: skip


def test_no_run_is_cut_where_the_phrase_ends_with_it() -> None:
    body = p(run("Судья ") + run("обязан") + run(" молчать."))
    assert tags_in("обязан", annotated(body, on(6, 12))) == [
        "pPr", "r", "bookmarkStart", "commentRangeStart", "r", "commentRangeEnd", "r", "bookmarkEnd", "r",
    ]  # fmt: skip


def test_tabs_and_breaks_within_a_run() -> None:
    body = p(run(t("один") + "<w:tab/>" + t("два") + "<w:br/>" + t("три")))
    assert marked(annotated(body, on(4, 8))) == "\tдва"
    assert marked(annotated(body, on(5, 9))) == "два\n"
    assert marked(annotated(body, on(5, 8))) == "два"


def test_overlapping_phrases() -> None:
    after = annotated(p("abcdefgh"), on(1, 5, 1), on(3, 7, 2), on(1, 5, 3))
    assert [marked(after, number) for number in (1, 2, 3)] == ["bcde", "defg", "bcde"]


@pytest.mark.parametrize(
    "middle",
    [
        ins("вставлено"),
        f"<w:hyperlink w:anchor='x'>{run('ссылка тут')}</w:hyperlink>",
        f"<w:fldSimple w:instr='REF a'>{run('поле поле')}</w:fldSimple>",
        field("REF a", "поле поле"),
        f"<w:sdt><w:sdtContent>{run('элемент')}</w:sdtContent></w:sdt>",
        f"<w:smartTag>{run('метка там')}</w:smartTag>",
        run(t("рисунок") + "<w:drawing/>"),
    ],
    ids=["insertion", "link", "simple field", "field", "control", "smart tag", "drawing"],
)
def test_inside_what_cannot_be_cut_the_whole_paragraph_is_marked(middle: str) -> None:
    body = p(run("до ") + dele("снято") + middle + run(" после"))
    after = annotated(body, on(5, 8))
    shown = [name for name in tags_in("до", after) if name != "pPr"]
    assert (shown[0], shown[-1]) == ("bookmarkStart", "bookmarkEnd")


def test_one_end_may_fall_back_alone() -> None:
    after = annotated(p(run("до конца ") + ins("вставлено") + run(" после")), on(3, 12))
    assert marked(after) == "конца вставлено после"


def test_after_a_field_phrases_are_marked_again() -> None:
    assert marked(annotated(p(field("REF a", "поле") + run(" после него")), on(5, 10))) == "после"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("абв гд", min_size=1, max_size=6), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=4),
)
def test_any_phrases_of_any_runs_are_marked_exactly(runs: list[str], pairs: list[tuple[int, int]]) -> None:
    text = "".join(runs)
    cuts = [sorted((one % (len(text) + 1), other % (len(text) + 1))) for one, other in pairs]
    spans = [(start, end) for start, end in cuts if start < end]
    remarks = [on(start, end, number) for number, (start, end) in enumerate(spans, 1)]
    after = annotated(p("".join(map(run, runs))), *remarks)
    assert [marked(after, one.number) for one in remarks] == [text[start:end] for start, end in spans]
