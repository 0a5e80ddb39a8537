"""The annotated draft: which provisions get a comment, what it says, and that the same input gives the same bytes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import docx as python_docx
import pytest

from ethicsdiff.errors import DraftError, OutputError
from ethicsdiff.model.document import (
    Block,
    BlockKind,
    Draft,
    Location,
    Notice,
    Provision,
    ProvisionKind,
    SourceDocument,
    Span,
)
from ethicsdiff.model.report import Finding, ProvisionRow, Report, Tone
from ethicsdiff.readers import read_source
from ethicsdiff.writers.annotated import write_annotated
from tests.builders import cell, docx, p, row, run, saved, table
from tests.ooxml.marks import W, check_marks, comments_by_id, main_part, parts, text_of, xml

DATE = datetime(2025, 3, 1, 10, 30)
WORDS = (("our_statement", "Своими словами"), ("official_text", "Официальный текст"))
BODY = (
    p("КОДЕКС СУДЕЙСКОЙ ЭТИКИ")
    + p("Статья 1. Независимость")
    + p("Судья независим.")
    + p("Сот төрелігі ашық жүргізіледі.")
)
SOFFICE = shutil.which("soffice")


def finding(tag: str, tone: Tone = Tone.GOOD, **changed: str) -> Finding:
    """Returns a finding whose sentences name their field."""
    said = {name: name for name in ("provision", "standard", "clause", "relation", "citation", "clause_title")}
    said |= {
        "headline": "Соответствует: п. 1.1",
        "statement": "Судья самостоятелен.",
        "official": "",
        "reason": "Причина.",
    }
    said |= {"look_at": "", "confidence": "Уверенность высокая.", "provenance": "Источник сверен."}
    return Finding(tag=tag, tone=tone, **(said | changed))


def provision_row(number: int, *findings: Finding, spans: Sequence[Span] = ()) -> ProvisionRow:
    """Returns a row of the report for the provision that stands in the block of that number."""
    return ProvisionRow(
        id=f"p{number}", place="", chapter="", label="", heading="", text="", findings=findings,
        spans=tuple(spans) or (Span(block=number, start=0, end=1),),
    )  # fmt: skip


def report(*rows: ProvisionRow, summary: Sequence[str] = ()) -> Report:
    """Returns a report of which only the provisions and the summary comment are filled."""
    empty = dict.fromkeys(("language", "title", "subtitle", "draft_name", "machine_note"), "")
    none = (
        "scope",
        "figures",
        "standards",
        "chapters",
        "matrix",
        "clauses",
        "themes",
        "recommendations",
        "notices",
        "provenance",
    )
    filled = dict.fromkeys(none, ())
    return Report(**empty, **filled, provisions=rows, words=WORDS, summary_comment=tuple(summary))  # type: ignore[arg-type]


def draft_of(path: Path, *provisions: Provision) -> Draft:
    """Returns a draft read from a file."""
    return Draft(source=read_source(path), provisions=provisions)


def provision(number: int, *, spans: Sequence[Span] = (), heading: Span | None = None) -> Provision:
    """Returns a provision located in the block of that number."""
    return Provision(
        id=f"p{number}", parent="", path=(), kind=ProvisionKind.ARTICLE, label="", heading="", text="", lead_in="", language="ru",
        fingerprint="", spans=tuple(spans), location=Location(file="", block=number), heading_span=heading,
    )  # fmt: skip


def annotate(
    path: Path, told: Report, draft: Draft | None = None, **options: object
) -> tuple[bytes, tuple[Notice, ...]]:
    """Returns the bytes of the annotated copy and the notices."""
    target = path.with_name("annotated.docx")
    settings: dict[str, object] = {"author": "ethicsdiff", "initials": "ED", "date": DATE} | options
    notices = write_annotated(path, draft or draft_of(path), told, target, **settings)  # type: ignore[arg-type]
    return target.read_bytes(), notices


def comments(data: bytes) -> list[list[str]]:
    """Returns the paragraphs of each comment."""
    return [text_of(one) for one in comments_by_id(data).values()]


def places(data: bytes) -> list[str]:
    """Returns the text of the paragraph each comment begins in."""
    starts = xml(main_part(data)).iter(f"{W}commentRangeStart")
    return ["".join(one.getparent().itertext(f"{W}t")) for one in starts]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Returns a small draft."""
    return saved(tmp_path, docx(BODY))


def test_a_provision_with_findings_gets_one_comment(path: Path) -> None:
    both = (finding("ED-1", Tone.BAD, official="Текст.", look_at="Проверить срок."), finding("ED-2", reason=""))
    data, notices = annotate(path, report(provision_row(2, *both), provision_row(3)))
    check_marks(path.read_bytes(), data)
    assert notices == ()
    assert places(data) == ["Судья независим."]
    assert comments(data) == [[
        "[ED-1] Соответствует: п. 1.1", "Причина.", "Своими словами: Судья самостоятелен.", "Официальный текст: Текст.",
        "Проверить срок.", "Уверенность высокая.", "Источник сверен.", "",
        "[ED-2] Соответствует: п. 1.1", "Своими словами: Судья самостоятелен.", "Уверенность высокая.", "Источник сверен.",
    ]]  # fmt: skip


def test_the_summary_stands_on_the_title(tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p("Проект") + p() + p("КОДЕКС", props='<w:jc w:val="center"/>')))
    data, _ = annotate(path, report(summary=("Сравнено.", "Предложения машины.")))
    assert comments(data) == [["[ED-0] Сравнено.", "Предложения машины."]]
    assert places(data) == ["КОДЕКС"]


def test_without_a_title_the_summary_stands_on_the_first_text(tmp_path: Path) -> None:
    data, _ = annotate(saved(tmp_path, docx(p() + p("первый абзац"))), report(summary=("Сравнено.",)))
    assert places(data) == ["первый абзац"]


def test_a_provision_without_text_is_commented_on_its_heading(path: Path) -> None:
    row_without = ProvisionRow(
        id="p1", place="", chapter="", label="", heading="", text="", spans=(), findings=(finding("ED-1"),)
    )
    headed = draft_of(path, provision(1, heading=Span(block=1, start=0, end=5)))
    assert places(annotate(path, report(row_without), headed)[0]) == ["Статья 1. Независимость"]
    assert places(annotate(path, report(row_without), draft_of(path, provision(1)))[0]) == ["Статья 1. Независимость"]


def test_a_row_no_one_knows_is_commented_on_the_title(path: Path) -> None:
    lost = ProvisionRow(
        id="?", place="", chapter="", label="", heading="", text="", spans=(), findings=(finding("ED-1"),)
    )
    assert places(annotate(path, report(lost))[0]) == ["КОДЕКС СУДЕЙСКОЙ ЭТИКИ"]


def test_a_note_is_commented_where_it_is_referred_to(tmp_path: Path) -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Сноска.</w:t></w:r></w:p></w:footnote>'
    body = p("Титул") + p(run("Судья") + run('<w:footnoteReference w:id="2"/>'))
    path = saved(tmp_path, docx(body, footnotes=note))
    assert places(annotate(path, report(provision_row(2, finding("ED-1"))))[0]) == ["Судья"]


def test_beyond_the_limit_the_gravest_are_kept_in_their_order(path: Path) -> None:
    tones = (Tone.GOOD, Tone.PARTIAL, Tone.BAD, Tone.WEAK)
    rows = [provision_row(number, finding(f"ED-{number + 1}", tone)) for number, tone in enumerate(tones)]
    data, [notice] = annotate(path, report(*rows, summary=("Сравнено.",)), limit=2)
    assert [one[0][:6] for one in comments(data)] == ["[ED-0]", "[ED-3]", "[ED-4]"]
    assert (notice.code, dict(notice.params)) == ("docx.comment-limit", {"limit": "2", "left_out": "2"})
    assert len(comments(annotate(path, report(*rows), limit=4)[0])) == 4


def test_tags_that_repeat_or_are_missing_still_give_each_comment_its_bookmark(path: Path) -> None:
    rows = [provision_row(number, finding(tag)) for number, tag in enumerate(("ED-5", "ED-5", "?", "ED-0"))]
    data, _ = annotate(path, report(*rows))
    names = [one.get(f"{W}name") for one in xml(main_part(data)).iter(f"{W}bookmarkStart")]
    assert sorted(names) == ["_ed_5", "_ed_6", "_ed_7", "_ed_8"]


def test_the_same_input_gives_the_same_bytes(path: Path) -> None:
    told = report(provision_row(2, finding("ED-1")), summary=("Сравнено.",))
    assert annotate(path, told)[0] == annotate(path, told)[0]


def test_the_date_is_written_as_the_clock_on_the_wall_shows_it(path: Path) -> None:
    told = report(provision_row(2, finding("ED-1")))
    almaty = datetime(2025, 3, 1, 10, 30, 5, 99, tzinfo=timezone(timedelta(hours=5)))
    [comment] = comments_by_id(annotate(path, told, date=almaty)[0]).values()
    assert comment.get(f"{W}date") == "2025-03-01T10:30:05Z"
    [comment] = comments_by_id(annotate(path, told, date=None)[0]).values()
    assert abs(datetime.now() - datetime.fromisoformat(comment.get(f"{W}date")[:-1])) < timedelta(minutes=1)


def test_the_run_tells_files_and_clauses_apart(path: Path) -> None:
    def run_id(*rows: ProvisionRow) -> bytes:
        return parts(annotate(path, report(*rows))[0])["docProps/custom.xml"]

    first = run_id(provision_row(2, finding("ED-1")))
    assert first == run_id(provision_row(2, finding("ED-1", reason="Иначе.")))
    assert first != run_id(provision_row(2, finding("ED-1", clause="1.2")))


def test_a_comment_stands_on_the_run_of_the_phrase_that_decides_and_the_bookmark_around_the_provision(path: Path) -> None:
    decided = replace(finding("ED-1"), phrase=(Span(block=2, start=6, end=15),))
    told = report(provision_row(2, decided, finding("ED-2")))
    data, _ = annotate(path, told)
    [words] = [one for one in xml(main_part(data)).iter(f"{W}t") if one.text and "независим" in one.text]
    assert words.text == "Судья независим."
    marked = words.getparent()
    assert (marked.getprevious().tag, marked.getnext().tag) == (f"{W}commentRangeStart", f"{W}commentRangeEnd")
    around = [one.tag.removeprefix(W) for one in marked.getparent()]
    assert (around[1], around[-1]) == ("bookmarkStart", "bookmarkEnd")


def test_phrases_of_several_paragraphs_leave_the_comment_on_the_provision(path: Path) -> None:
    several = tuple(replace(finding(f"ED-{n}"), phrase=(Span(block=n, start=0, end=3),)) for n in (2, 3))
    data, _ = annotate(path, report(provision_row(2, *several, spans=[Span(block=2, start=0, end=16), Span(block=3, start=0, end=5)])))
    assert [one.text for one in xml(main_part(data)).iter(f"{W}t") if one.text == "Суд"] == []


def test_the_words_of_a_comment_say_their_language(path: Path) -> None:
    data, _ = annotate(path, replace(report(provision_row(2, finding("ED-1"))), language="kk"))
    [comment] = comments_by_id(data).values()
    assert {one.get(f"{W}val") for one in comment.iter(f"{W}lang")} == {"kk-KZ"}


def test_places_that_carry_no_comment_are_told(tmp_path: Path) -> None:
    body = table(row(cell("верх", merge="restart")), row(cell("под ним", merge="continue")))
    path = saved(tmp_path, docx(body + p("a")))
    _, notices = annotate(path, report(provision_row(1, finding("ED-1"))))
    assert [(one.code, one.params) for one in notices] == [("docx.comments-moved", (("count", "1"),))]


def test_a_changed_file_is_refused(path: Path) -> None:
    draft = draft_of(path)
    saved(path.parent, docx(BODY + p("ещё")), path.name)
    with pytest.raises(DraftError, match="has changed"):
        annotate(path, report(), draft)


def test_the_draft_itself_is_never_the_target(path: Path) -> None:
    with pytest.raises(OutputError, match="take the place of the draft"):
        write_annotated(path, draft_of(path), report(), path, author="a", initials="b", date=DATE)
    assert path.read_bytes() == docx(BODY)


def test_a_folder_that_is_missing_is_told(path: Path) -> None:
    with pytest.raises(OutputError):
        write_annotated(
            path, draft_of(path), report(), path.parent / "x" / "y.docx", author="a", initials="b", date=DATE
        )


def test_a_markdown_draft_becomes_a_word_document_with_comments(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(
        "# Кодекс\n\n## Статья 1. Бейтараптылық\n\n1. Судья бейтарап болуға тиіс.\n\n| № | Мера |\n|---|---|\n| 1 | Срок |\n",
        "utf-8",
    )
    draft = draft_of(path)
    places_of = {block.text: block.ordinal for block in draft.source.blocks}
    rows = [
        provision_row(places_of["Судья бейтарап болуға тиіс."], finding("ED-1")),
        provision_row(places_of["Срок"], finding("ED-2")),
    ]
    data, notices = annotate(path, report(*rows, summary=("Салыстырылды.",)), draft)
    assert [one.code for one in notices] == ["docx.made-from-text"]
    assert places(data) == ["Кодекс", "1. Судья бейтарап болуға тиіс.", "Срок"]
    assert data == annotate(path, report(*rows, summary=("Салыстырылды.",)), draft)[0]
    assert [one.text for one in python_docx.Document(str(path.with_name("annotated.docx"))).paragraphs][0] == "Кодекс"


def test_other_formats_become_word_documents_too(tmp_path: Path) -> None:
    block = Block(ordinal=0, kind=BlockKind.PARAGRAPH, text="Судья", location=Location(file="a.txt", block=0))
    source = SourceDocument(file="a.txt", format="text", sha256="x", title="", languages=(), blocks=(block,))
    path = tmp_path / "a.txt"
    path.write_text("Судья", "utf-8")
    data, _ = annotate(path, report(provision_row(0, finding("ED-1"))), Draft(source=source, provisions=()))
    assert places(data) == ["Судья"]


def test_a_second_copy_of_an_annotated_draft_says_nothing_twice(path: Path) -> None:
    told = report(provision_row(2, finding("ED-1")), summary=("Сравнено.",))
    first, _ = annotate(path, told)
    again = saved(path.parent, first, "first.docx")
    second, notices = annotate(again, told)
    assert comments(second) == comments(first)
    assert notices == ()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_libreoffice_shows_the_comments(path: Path) -> None:
    headline = "Ішінара сәйкес келеді: әғқңөұүһі"
    annotate(path, report(provision_row(2, finding("ED-1")), provision_row(3, finding("ED-2", headline=headline))))
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "fodt", "--outdir", str(path.parent)]
    subprocess.run([*command, str(path.with_name("annotated.docx"))], check=True, capture_output=True, timeout=120)
    shown = path.with_name("annotated.fodt").read_text("utf-8")
    assert shown.count("<office:annotation ") == 2
    assert f"[ED-2] {headline}" in shown
    assert "<dc:creator>ethicsdiff</dc:creator>" in shown
    assert "Своими словами: Судья самостоятелен." in shown
