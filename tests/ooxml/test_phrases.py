"""Comments on the very words of a paragraph."""

from __future__ import annotations

from itertools import accumulate

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
    after = write(data, *remarks, phrase=True)
    assert texts(after) == texts(data)
    return after


def texts(data: bytes) -> list[str]:
    """Returns the text of every block."""
    return [place.inline.text for place in places(main_root(open_package(data)))]


def test_a_phrase_within_a_run_marks_the_run_whole() -> None:
    after = annotated(p(run("Сначала. ") + run("Судья обязан молчать.", "<w:i/>") + run(" Потом.")), on(15, 21))
    assert marked(after) == "Судья обязан молчать."


def test_a_phrase_of_one_run_is_marked_exactly() -> None:
    body = p(run("Судья ") + run("обязан") + run(" молчать."))
    assert tags_in("обязан", annotated(body, on(6, 12))) == [
        "pPr", "r", "bookmarkStart", "commentRangeStart", "r", "commentRangeEnd", "r", "bookmarkEnd", "r",
    ]  # fmt: skip


def test_tabs_and_breaks_stay_within_their_run() -> None:
    body = p(run("нуль ") + run(t("один") + "<w:tab/>" + t("два") + "<w:br/>" + t("три")) + run(" четыре"))
    assert marked(annotated(body, on(9, 13))) == "один\tдва\nтри"


def test_overlapping_phrases() -> None:
    after = annotated(p(run("ab") + run("cd") + run("ef") + run("gh")), on(3, 5, 1), on(4, 6, 2), on(3, 5, 3))
    assert [marked(after, number) for number in (1, 2, 3)] == ["cdef", "ef", "cdef"]


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
    assert marked(after) == "до конца вставлено после"


def test_after_a_field_phrases_are_marked_again() -> None:
    assert marked(annotated(p(field("REF a", "поле") + run(" после него")), on(5, 10))) == " после него"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("абв гд", min_size=1, max_size=6), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=4),
)
def test_any_phrases_of_any_runs_are_marked_with_the_runs_that_hold_them(runs: list[str], pairs: list[tuple[int, int]]) -> None:
    text = "".join(runs)
    cuts = [sorted((one % (len(text) + 1), other % (len(text) + 1))) for one, other in pairs]
    spans = [(start, end) for start, end in cuts if start < end]
    remarks = [on(start, end, number) for number, (start, end) in enumerate(spans, 1)]
    after = annotated(p("".join(map(run, runs))), *remarks)
    assert [marked(after, one.number) for one in remarks] == [_held(runs, start, end) for start, end in spans]


def _held(runs: list[str], start: int, end: int) -> str:
    """Returns the text of the runs from that of the first character to that of the last."""
    ends = list(accumulate(map(len, runs)))
    first, last = (next(i for i, stop in enumerate(ends) if place < stop) for place in (start, end - 1))
    return "".join(runs[first : last + 1])
