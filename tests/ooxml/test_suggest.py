"""Wordings as tracked changes: accepting all gives the new text, refusing all the old one, and nothing else is touched."""

from __future__ import annotations

import pytest
from lxml import etree

from ethicsdiff.model.document import Span
from ethicsdiff.ooxml.comments import Remark, Signature, Words, annotated
from ethicsdiff.ooxml.package import changed_package, open_package
from ethicsdiff.ooxml.suggest import Rewording
from tests.builders import docx, field, ins, p, run
from tests.ooxml.marks import SCHEMA, W, main_part, schema_errors, xml

BY = Signature(author="ethicsdiff", initials="ED", date="2026-02-28T09:00:00Z")
OLD = "Судья вправе принять подарок."
NEW = "Судья не вправе принимать подарок от сторон."


def suggested(body: str, text: str, start: int, end: int, *, block: int = 0) -> tuple[bytes, int]:
    """Returns the file with one wording put into it, and how many were."""
    package = open_package(docx(body), file="draft.docx")
    wording = Rewording(span=Span(block=block, start=start, end=end), text=text, author="Рецензент", date="2026-02-28T09:00:00Z")
    remark = Remark(number=1, spans=(wording.span,), paragraphs=((Words("[ED-1] x"),),))
    result = annotated(package, [remark], BY, run="r1:1", wordings=[wording])
    return changed_package(package, result.replaced, result.added), result.suggested


def settled(data: bytes, *, accept: bool) -> list[str]:
    """Returns the text of the paragraphs with all tracked changes accepted or refused."""
    root = xml(main_part(data))
    for mark in list(root.iter(f"{W}del" if accept else f"{W}ins")):
        mark.getparent().remove(mark)
    texts = (f"{W}t",) if accept else (f"{W}t", f"{W}delText")
    return ["".join(one.text or "" for one in line.iter(*texts)) for line in root.iter(f"{W}p")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, NEW),
        (OLD, "Судья вправе принять подарок, если он невелик."),
        (OLD, "Если это не запрещено, Судья вправе принять подарок."),
        (OLD, "Судья вправе принять."),
        ("Сот ашық.", "Мүлдем басқа сөйлем жазылды бұл жерде."),
    ],
)
@pytest.mark.parametrize("runs", [1, 3])
def test_accepting_gives_the_new_wording_and_refusing_the_old_one(old: str, new: str, runs: int) -> None:
    size = -(-len(old) // runs)
    body = p("".join(run(old[at : at + size], "<w:b/>" if at else "") for at in range(0, len(old), size))) + p("конец")
    data, count = suggested(body, new, 0, len(old))
    assert count == 1
    assert settled(data, accept=True) == [new, "конец"]
    assert settled(data, accept=False) == [old, "конец"]


def test_words_around_the_provision_stay() -> None:
    data, count = suggested(p(f"1. {OLD} Далее."), NEW, 3, 3 + len(OLD))
    assert count == 1 and settled(data, accept=True) == [f"1. {NEW} Далее."]
    assert settled(data, accept=False) == [f"1. {OLD} Далее."]


def test_changes_are_signed_by_who_proposed_them_and_have_ids_of_their_own() -> None:
    data, _ = suggested(p(OLD), NEW, 0, len(OLD))
    root = xml(main_part(data))
    marks = list(root.iter(f"{W}ins", f"{W}del"))
    assert {one.get(f"{W}author") for one in marks} == {"Рецензент"}
    ids = [one.get(f"{W}id") for one in root.iter(f"{W}ins", f"{W}del", f"{W}bookmarkStart", f"{W}commentRangeStart")]
    assert len(ids) == len(set(ids))


def test_new_words_look_as_those_beside_them() -> None:
    data, _ = suggested(p(run("Судья ", "<w:b/>") + run("вправе.", "<w:i/>")), "Судья всегда вправе.", 0, 13)
    [come] = xml(main_part(data)).iter(f"{W}ins")
    assert [one.tag for one in come.find(f"{W}r").find(f"{W}rPr")] == [f"{W}b"]


@pytest.mark.parametrize(
    "inner",
    [
        run("Судья ") + field("REF x", "вправе"),
        run("Судья ") + ins("вправе"),
        run("Судья ") + f'<w:hyperlink w:anchor="a">{run("вправе")}</w:hyperlink>',
    ],
    ids=["field", "tracked insertion", "link"],
)
def test_where_words_may_not_be_cut_the_text_stays_as_it_is(inner: str) -> None:
    data, count = suggested(p(inner), "Судья не вправе", 0, 12)
    assert count == 0
    before = etree.tostring(xml(main_part(docx(p(inner)))), method="c14n")
    root = xml(main_part(data))
    for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        mark.getparent().remove(mark)
    for mark in list(root.iter(f"{W}commentReference")):
        mark.getparent().getparent().remove(mark.getparent())
    assert etree.tostring(root, method="c14n") == before


@pytest.mark.skipif(not SCHEMA.exists(), reason="the shared schemas are not here")
def test_the_result_keeps_to_the_schema() -> None:
    body = p(run("Судья ", "<w:b/>") + run(OLD[6:], "<w:i/>"))
    assert not schema_errors(main_part(suggested(body, NEW, 0, len(OLD))[0])) - schema_errors(main_part(docx(body)))
