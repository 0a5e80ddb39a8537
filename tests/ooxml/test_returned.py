"""What is read from a file that came back: threads, tracked changes, the text as it was sent out, our hidden bookmarks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from ethicsdiff.model.remark import RemarkKind, Returned
from ethicsdiff.ooxml.comment_parts import EXTENSIBLE, LASTING_IDS
from ethicsdiff.ooxml.package import open_package
from ethicsdiff.ooxml.returned import own_changes, read_returned
from ethicsdiff.ooxml.story import Story, read_story
from tests.builders import cell, docx, ins, mark, p, row, run, table
from tests.ooxml.marks import CORPUS, W14, W
from tests.ooxml.remarks import remark, write
from tests.reviewers import Copy

BODY = p("Статья 1. Независимость") + p("Судья независим и подчиняется закону.") + p("Судья не принимает подарки.") + p("Заключение")
EVERY_TEXT = ["Статья 1. Независимость", "Судья независим и подчиняется закону.", "Судья не принимает подарки.", "Заключение"]


def read(data: bytes) -> tuple[Story, Returned]:
    return read_returned(open_package(data))


def texts(story: Story) -> list[str]:
    return [one.text for one in story.main]


@pytest.fixture
def sent() -> bytes:
    """Returns an annotated file as it was sent out: two comments of ours."""
    return write(docx(BODY), remark(1, 1), remark(2, 2))


def test_replies_resolved_states_and_own_comments_are_read(sent: bytes) -> None:
    copy = Copy(sent, "Reviewer A").reply(1, "Принято").resolve(2).remark("Заключение", "Дополнить\nдвумя нормами")
    _, returned = read(copy.data())
    ours, reply = returned.comments[0], returned.comments[2]
    assert returned.threaded and reply.parent == ours.key and reply.author == "Reviewer A" and reply.paragraphs == ("Принято",)
    assert [one.resolved for one in returned.comments] == [False, True, False, False]
    own = returned.comments[3]
    assert (own.paragraphs, own.parent, own.quote, own.spans[0].block) == (("Дополнить", "двумя нормами"), "", "Заключение", 3)


def test_a_reply_to_a_resolved_comment_is_resolved_with_it(sent: bytes) -> None:
    _, returned = read(Copy(sent, "Reviewer A").reply(1, "Принято").resolve(1).data())
    assert [one.resolved for one in returned.comments if one.author == "Reviewer A"] == [True]


def test_threads_survive_renumbering_and_comments_outside_threads_are_no_replies(sent: bytes) -> None:
    def shown(copy: Copy) -> list[tuple[object, ...]]:
        _, found = read(copy.data())
        authors = {one.key: (one.author, one.paragraphs) for one in found.comments}
        return [(one.author, one.paragraphs, authors.get(one.parent), one.resolved, one.spans) for one in found.comments]

    copy = Copy(sent, "Reviewer A").reply(1, "Принято").resolve(2).remark("Заключение", "Дополнить").remark("Статья 1", "Заголовок")
    before = shown(copy)
    assert shown(copy.renumbered()) == before and sum(one[2] is not None for one in before) == 1


def test_the_date_in_utc_is_read_where_word_tells_it(sent: bytes) -> None:
    copy = Copy(sent, "Reviewer A").reply(1, "Принято")
    paragraph_id = copy.comments[-1].findall(f"{W}p")[-1].get(f"{W14}paraId")  # type: ignore[index]
    copy.part("commentsIds", f'<w16cid:commentId w16cid:paraId="{paragraph_id}" w16cid:durableId="0A0B0C0D"/>', LASTING_IDS)
    copy.part("commentsExtensible", '<w16cex:commentExtensible w16cex:durableId="0A0B0C0D" w16cex:dateUtc="2026-03-02T05:15:00Z"/>', EXTENSIBLE)
    _, returned = read(copy.data())
    assert [(one.date, one.utc) for one in returned.comments if one.parent] == [("2026-03-02T10:15:00Z", "2026-03-02T05:15:00Z")]


def test_a_comment_in_a_footnote_stands_where_the_text_refers_to_the_note() -> None:
    note = f'<w:footnote w:id="2"><w:p><w:commentRangeStart w:id="7"/>{run("Слова сноски.")}<w:commentRangeEnd w:id="7"/></w:p></w:footnote>'
    said = f'<w:comment w:id="7" w:author="A" w:date="2026-03-01T10:00:00Z">{p("Уточнить")}</w:comment>'
    body = p("Статья 1") + p(f'{run("Судья независим.")}<w:r><w:footnoteReference w:id="2"/></w:r>')
    [comment] = read(docx(body, footnotes=note, comments=said))[1].comments
    assert (comment.quote, [span.block for span in comment.spans]) == ("Слова сноски.", [1])


def test_changes_in_notes_and_margins_are_told_too() -> None:
    note = f'<w:footnote w:id="2">{p(run("Слова ") + ins("новой ") + run("сноски."))}</w:footnote>'
    body = p("Статья 1") + p(f'{run("Судья независим.")}<w:r><w:footnoteReference w:id="2"/></w:r>')
    data = docx(body, footnotes=note)
    [change] = read(data)[1].changes
    assert (change.inserted, change.span.block, change.own) == ("новой ", 1, False)
    package = open_package(data)
    assert [one.own for one in read_returned(package, own_changes(package))[1].changes] == [True]


def test_hidden_bookmarks_keep_number_and_fingerprint() -> None:
    told = replace(remark(7, 1), fingerprint="f1:0123456789abcdef")
    _, returned = read(write(docx(BODY), told, remark(8, 2)))
    assert [(one.number, one.fingerprint, one.spans[0].block) for one in returned.bookmarks] == [(7, "f1:0123456789abcdef", 1), (8, "", 2)]


def test_a_second_run_takes_the_place_of_the_first_whatever_its_bookmarks_say() -> None:
    told = replace(remark(7, 1), fingerprint="f1:0123456789abcdef")
    once = write(docx(BODY), told)
    twice = write(once, replace(told, fingerprint="f1:fedcba9876543210"), check=False)
    _, returned = read(twice)
    assert [one.fingerprint for one in returned.bookmarks] == ["f1:fedcba9876543210"] and len(returned.comments) == 1


def test_tracked_edits_are_read_and_the_text_is_as_it_was_sent_out(sent: bytes) -> None:
    copy = Copy(sent, "Reviewer B").tracked("независим", "самостоятелен").inserted("подарки", " и услуги").added_paragraph("Заключение", "Новая норма.")
    story, returned = read(copy.data())
    assert texts(story) == EVERY_TEXT
    found = [(one.kind, one.deleted, one.inserted, one.author) for one in returned.changes]
    assert found == [
        (RemarkKind.REPLACED, "независим", "самостоятелен", "Reviewer B"), (RemarkKind.INSERTED, "", " и услуги", "Reviewer B"),
        (RemarkKind.INSERTED, "", "Новая норма.\n", "Reviewer B"),
    ]  # fmt: skip
    replaced = returned.changes[0].span
    assert story.main[replaced.block].text[replaced.start : replaced.end] == "независим"


def test_a_paragraph_that_was_struck_out_stands_again(sent: bytes) -> None:
    story, returned = read(Copy(sent, "Reviewer B").struck("Судья не принимает").data())
    assert texts(story) == EVERY_TEXT
    assert [(one.kind, one.deleted) for one in returned.changes] == [(RemarkKind.DELETED, "Судья не принимает подарки.\n")]


def test_moves_rows_and_changes_within_changes_are_told_apart() -> None:
    who = 'w:id="5" w:author="A" w:date="2026-03-01T10:00:00Z"'
    moved = f"<w:moveFrom {who}>{run('старое место')}</w:moveFrom>"
    nested = f"<w:ins {who}>{run('новое ')}<w:del w:id='6' w:author='B' w:date='2026-03-02T10:00:00Z'><w:r><w:delText>лишнее</w:delText></w:r></w:del></w:ins>"
    new_row = row(cell("ячейка"), props=f"<w:ins {who}/>")
    body = p(f"{run('начало ')}{moved}{nested}") + table(row(cell("было")), new_row) + p("конец")
    story, returned = read(docx(body))
    assert texts(story) == ["начало старое место", "было", "конец"]
    assert [(one.kind, one.author, one.deleted, one.inserted.strip()) for one in returned.changes] == [
        (RemarkKind.MOVED, "A", "старое место", ""), (RemarkKind.INSERTED, "A", "", "новое лишнее"),
        (RemarkKind.DELETED, "B", "лишнее", ""), (RemarkKind.INSERTED, "A", "", "ячейка"),
    ]  # fmt: skip


def test_changes_of_the_draft_itself_count_as_accepted() -> None:
    draft = docx(p(f"{run('Судья ')}{ins('не ')}{run('вправе принимать подарки.')}") + p("первый абзац ", props=mark("ins")) + p("второй"))
    package = open_package(draft)
    story, returned = read_returned(open_package(Copy(draft, "Reviewer B").tracked("подарки", "дары").data()), own_changes(package))
    assert texts(story) == [one.text for one in read_story(package).main]
    assert [(one.inserted, one.own) for one in returned.changes] == [("не ", True), ("дары", False), ("\n", True)]


def test_any_tracked_edits_leave_the_text_as_it_was_sent_out(drafts: Path) -> None:
    """Words of random paragraphs are replaced, struck out and put in, fifty times; the text read is always that of the draft."""
    draft = drafts / "code-of-judicial-ethics" / "code-v1.ru.docx"
    package = open_package(draft)
    plain = [one.text for one in read_story(package).main]
    random, own = Random(7), own_changes(package)
    copy = Copy(draft, "Reviewer C")
    for number in range(50):
        words = random.choice([text for text in plain if len(text) > 60]).split(" ")
        place = random.randrange(2, len(words) - 3)
        old = " ".join(words[place : place + 2])
        try:
            act = random.choice([lambda o: copy.tracked(o, f"слово{number}"), lambda o: copy.tracked(o, ""), lambda o: copy.inserted(o, " ещё")])  # noqa: B023
            act(old)
        except AssertionError:
            continue
    story, returned = read_returned(open_package(copy.data()), own)
    assert texts(story) == plain
    assert sum(one.author == "Reviewer C" for one in returned.changes) > 30


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not there")
def test_tracked_files_of_other_programs_keep_every_change_in_its_place() -> None:
    names = ("docxodus__b9c83bb6__RA001-Tracked-Revisions-01.docx", "poi__5fddc869__Tika-792.docx")
    for name in names:
        path = CORPUS / name
        if path.exists():
            _, returned = read_returned(open_package(path))
            assert returned.changes and all(one.span.block >= 0 for one in returned.changes)
