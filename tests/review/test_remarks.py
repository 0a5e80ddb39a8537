"""The book of remarks: ids given once, files known again, conflicts until they are settled, threads where a file tells none."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from ethicsdiff.model.decision import Fit, Place
from ethicsdiff.model.document import Draft, Span
from ethicsdiff.model.match import Relation
from ethicsdiff.model.remark import Bookmarked, Change, Commented, Field, Kept, Named, Remark, RemarkKind, Returned, Status, Tie, Verdict
from ethicsdiff.review.anchors import anchor_of
from ethicsdiff.review.incoming import Incoming, incoming_of
from ethicsdiff.review.merging import merged
from ethicsdiff.review.proposals import conflicts_of, proposals_of, waiting
from ethicsdiff.review.remark_book import enter, next_number, read_remarks, remarks_of
from ethicsdiff.review.remark_lines import Entry, decode, encode
from ethicsdiff.review.threads import our_comments, threads_of
from tests.review.builders import GIFTS, draft, with_text

DRAFT = draft("en")
HERE = (Span(block=0, start=0, end=5),)
ELSEWHERE = (Span(block=3, start=0, end=5),)
OURS = ("[ED-1] Covers: Sample, para. 1 — Gifts", "A reason.")


def comment(key: str, *paragraphs: str, author: str = "A", date: str = "2026-03-02T10:15:00Z", spans: tuple[Span, ...] = HERE, parent: str = "") -> Commented:
    return Commented(key=key, author=author, date=date, utc="", paragraphs=paragraphs, parent=parent, resolved=False, spans=spans, quote="words")


def returned(*comments: Commented, threaded: bool = False, flattened: bool = False, bookmarks: tuple[Bookmarked, ...] = ()) -> Returned:
    return Returned(
        file="a.docx", sha256="v2", made_from="", threaded=threaded, flattened=flattened, comments=comments, changes=(), bookmarks=bookmarks
    )


def said(author: str, text: str, number: int, *, place: str = GIFTS, status: Status = Status.OPEN, date: str = "2026-03-02T10:15:00Z") -> Kept:
    remark = Remark(id=f"R-{number}", time="2026-03-05T00:00:00Z", kind=RemarkKind.REPLY, author=author, text=text, date=date, number=1, answers=OURS[:1])
    found = Place(fit=Fit.EXACT, provision=place)
    return Kept(remark=remark, status=status, category="", response="", resolved=False, anchor=anchor_of(DRAFT, place), place=found)


def changed(author: str, number: int, start: int, end: int, inserted: str) -> Kept:
    kept = said(author, "", number)
    return replace(kept, remark=replace(kept.remark, kind=RemarkKind.REPLACED, deleted="x" * (end - start), inserted=inserted, start=start, end=end))


def conflicts(*kept: Kept) -> dict[str, tuple[str, ...]]:
    finding = Named(number=1, standard="sample", clause="1", part="", relation=Relation.COVERS)
    return conflicts_of(kept, proposals_of(kept, {one.remark.id: (finding,) for one in kept if one.remark.answers}))


# --- the book --------------------------------------------------------------------------------------------------------
def test_a_line_is_read_as_it_was_written() -> None:
    remark = Remark(
        id="R-1", time="t", kind=RemarkKind.REPLACED, author="A", date="d", utc="u", text="a\nb", deleted="x", inserted="y", number=3,
        answers=("one", "two"), parent="R-0", resolved=True, quote="q", path=("1", "2"), tie=Tie.WORDS, anchor=anchor_of(DRAFT, GIFTS),
        start=1, end=2, file="f", version="v", source="s", category="c",
    )  # fmt: skip
    change = Change(id="c1", time="t", remark="R-1", field=Field.PLACE, value=GIFTS, by="E", file="f", anchor=anchor_of(DRAFT, GIFTS))
    assert decode(encode(remark)) == remark and decode(encode(change)) == change


def test_ids_are_given_once_though_several_write_at_the_same_time(tmp_path: Path) -> None:
    book = tmp_path / "remarks.jsonl"

    def write(number: int) -> None:
        enter(book, lambda entries: (Remark(id=f"R-{next_number(entries)}", time="t", kind=RemarkKind.HAND, text=str(number)),))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    entries = read_remarks(book).entries
    assert [one.id for one in entries] == [f"R-{number}" for number in range(1, 41)]
    assert {one.text for one in entries if isinstance(one, Remark)} == {str(number) for number in range(40)}


def test_nothing_to_enter_makes_no_file(tmp_path: Path) -> None:
    book = tmp_path / "remarks.jsonl"
    assert enter(book, lambda _entries: ()) == ((), ()) and not book.exists()


def test_a_damaged_line_takes_no_other_with_it(tmp_path: Path) -> None:
    book = tmp_path / "remarks.jsonl"
    for number in range(3):
        enter(book, lambda entries, text=str(number): (Remark(id=f"R-{next_number(entries)}", time="t", kind=RemarkKind.HAND, text=text),))
    book.write_bytes(book.read_bytes().replace(b'"text":"1"', b'"text":"9"'))
    journal = read_remarks(book)
    assert [one.id for one in journal.entries] == ["R-1", "R-3"]
    assert [(one.code, dict(one.params)["lines"]) for one in journal.notices] == [("remarks-file.damaged", "2")]


def test_what_was_set_last_stands() -> None:
    entries: list[Entry] = [Remark(id="R-1", time="t", kind=RemarkKind.HAND, text="x", resolved=True)]
    assert remarks_of(entries, DRAFT)[0].status == Status.RESOLVED
    for value in ("accepted", "rejected"):
        entries.append(Change(id=value, time="t", remark="R-1", field=Field.STATUS, value=value))
    entries.append(Change(id="p", time="t", remark="R-1", field=Field.PLACE, value=GIFTS, anchor=anchor_of(DRAFT, GIFTS)))
    [kept] = remarks_of(entries, DRAFT)
    assert kept.status == Status.REJECTED and kept.place.provision == GIFTS


# --- known again -----------------------------------------------------------------------------------------------------
def add(entries: tuple[Entry, ...], *files: tuple[Incoming, ...], to: Draft = DRAFT) -> tuple[Entry, ...]:
    return (*entries, *merged(entries, files, to, time="t", name=lambda: "c"))


def incoming(text: str, place: str = GIFTS, *, resolved: bool = False, author: str = "A") -> Incoming:
    anchor = anchor_of(DRAFT, place) if place else None
    remark = Remark(id="", time="", kind=RemarkKind.REPLY, author=author, date="2026-03-02T10:15:00Z", text=text, anchor=anchor, resolved=resolved)
    return Incoming(remark=remark, provision=place)


def test_the_same_words_at_the_same_minute_stay_two_remarks_on_two_places() -> None:
    one, two = incoming("agree", "a1.p1"), incoming("agree", "a1.p2")
    entries = add((), (one, two))
    assert [entry.id for entry in entries] == ["R-1", "R-2"] and add(entries, (two, one)) == entries
    assert len(add((), (one, one))) == 2, "two alike in one file are two"


def test_a_remark_whose_place_is_not_known_in_one_copy_is_known_again() -> None:
    entries = add((), (incoming("agree", ""),))
    assert add(entries, (incoming("agree", "a1.p2"),)) == entries
    assert len(add(entries, (incoming("agree", "a1.p2", author="B"),))) == 2


def test_a_remark_that_was_resolved_since_is_resolved_once() -> None:
    entries = add((), (incoming("why?"),))
    entries = add(entries, (incoming("why?", resolved=True),))
    assert [type(one).__name__ for one in entries] == ["Remark", "Change"] and remarks_of(entries, DRAFT)[0].resolved
    assert add(entries, (incoming("why?", resolved=True),), (incoming("why?"),)) == entries


def test_replies_keep_the_remark_they_answer_whatever_their_order_in_the_file() -> None:
    root, reply = incoming("Shorten the period"), incoming("agree", author="B")
    found = add((), (replace(reply, key="2", parent="1"), replace(root, key="1")))
    by_text = {one.text: one for one in found if isinstance(one, Remark)}
    assert by_text["agree"].parent == by_text["Shorten the period"].id


def test_what_nobody_signed_is_known_by_its_file_and_a_resolved_comment_by_itself() -> None:
    edit = incoming("", author="")
    edit = replace(edit, remark=replace(edit.remark, kind=RemarkKind.EDIT, inserted="new words", file="first.docx", date=""))
    saved_as, other = (replace(edit, remark=replace(edit.remark, file=name)) for name in ("First.odt", "second.docx"))
    entries = add((), (edit,))
    assert add(entries, (saved_as,)) == entries and len(add(entries, (other,))) == 2
    done = replace(edit, remark=replace(edit.remark, kind=RemarkKind.RESOLVED, inserted="", number=3, answers=OURS[:1], resolved=True))
    assert len(add((), (done,), (replace(done, remark=replace(done.remark, file="second.docx")),))) == 1


# --- threads ---------------------------------------------------------------------------------------------------------
def test_ours_are_told_from_a_person_who_writes_a_tag() -> None:
    ours = [comment(str(n), f"[ED-{n}] Covers: x", "Reason.", author="Secretariat") for n in range(3)]
    person = comment("9", "[ED-1] agree", "with the reason", author="B")
    assert set(our_comments([*ours, person])) == {"0", "1", "2"}
    [thread] = threads_of(returned(*ours, person, threaded=True))
    assert (thread.number, thread.ours, thread.named) == (1, True, True)


def test_a_file_without_threads_is_regrouped_by_its_anchors() -> None:
    ours, agree = comment("1", *OURS, author="ethicsdiff"), comment("2", "agree")
    remark, reply = comment("3", "Too long", spans=ELSEWHERE), comment("4", "Shorten it then", author="B", date="2026-03-03", spans=ELSEWHERE)
    flat = {one.comment.key: one.root.key if one.root else "" for one in threads_of(returned(ours, agree, remark, reply, flattened=True))}
    assert flat == {"2": "1", "3": "", "4": "3"}
    other = {one.comment.key: one.root.key if one.root else "" for one in threads_of(returned(ours, agree, remark, reply))}
    assert other == {"2": "1", "3": "", "4": ""}, "two people may comment on the same words"


# --- places ----------------------------------------------------------------------------------------------------------
def test_a_bookmark_finds_the_provision_whatever_was_typed_over_it() -> None:
    seen = with_text(DRAFT, GIFTS, "Entirely different words that nobody could know again.")
    place = next(one for one in seen.provisions if one.id == GIFTS)
    fingerprint = next(one.fingerprint for one in DRAFT.provisions if one.id == GIFTS)
    spans = (Span(block=place.location.block, start=0, end=3),)
    marked = (Bookmarked(number=1, fingerprint=fingerprint, spans=spans),)
    file = returned(comment("1", "Why?", spans=spans), bookmarks=marked, threaded=True)
    [found, *_], _ = incoming_of(file, seen, DRAFT)
    assert (found.provision, found.remark.tie) == (GIFTS, Tie.BOOKMARK)
    [lost, *_], _ = incoming_of(replace(file, bookmarks=()), seen, DRAFT)
    assert lost.remark.text == "Why?" and lost.remark.quote == "words"


# --- conflicts -------------------------------------------------------------------------------------------------------
def test_two_who_answer_otherwise_contradict_each_other_until_one_is_settled() -> None:
    one, two = said("A", "agree", 1), said("B", "rejected", 2)
    assert conflicts(one, two) == {"R-1": ("R-2",), "R-2": ("R-1",)}
    assert conflicts(one, said("B", "agreed", 2)) == {} == conflicts(one, said("B", "noted", 2)) == conflicts(one, said("B", "rejected", 2, place="a1.p2"))
    settled = [replace(kept, status=Status.ACCEPTED) for kept in (one, two)]
    assert conflicts(*settled) == {}


def test_a_second_thought_of_one_person_is_no_conflict_and_only_the_last_waits() -> None:
    first, later = said("A", "agree", 1), said(" a ", "I do not agree", 2, date="2026-03-04T10:00:00Z")
    assert conflicts(first, later) == {}
    finding = Named(number=1, standard="sample", clause="1", part="", relation=Relation.COVERS)
    proposals = proposals_of((first, later), {"R-1": (finding,), "R-2": (finding,)})
    assert [one.verdict for one in proposals] == [Verdict.ACCEPT, Verdict.REJECT]
    assert waiting((first, later), proposals, {}) == ("R-2",)


def test_changes_contradict_each_other_where_they_overlap() -> None:
    a = changed("A", 1, 5, 10, "one")
    assert conflicts(a, changed("B", 2, 8, 12, "two")) == {"R-1": ("R-2",), "R-2": ("R-1",)}
    assert conflicts(a, changed("B", 2, 10, 12, "two")) == {} == conflicts(a, changed("A", 2, 8, 12, "two")) == conflicts(a, changed("B", 2, 5, 10, "one"))
    assert conflicts(a, changed("B", 2, 7, 7, "in the midst")) == {"R-1": ("R-2",), "R-2": ("R-1",)} and conflicts(a, changed("B", 2, 5, 5, "before")) == {}
    point, other = changed("A", 1, 5, 5, "one"), changed("B", 2, 5, 5, "two")
    assert conflicts(point, other) == {"R-1": ("R-2",), "R-2": ("R-1",)}


def test_an_answer_to_a_remark_of_a_person_proposes_its_status() -> None:
    root, reply = said("A", "Shorten the period", 1), said("B", "agree", 2)
    reply = replace(reply, remark=replace(reply.remark, answers=(), number=-1, parent="R-1"))
    [proposal] = proposals_of((replace(root, remark=replace(root.remark, answers=())), reply), {})
    assert (proposal.target, proposal.verdict, proposal.finding) == ("R-1", Verdict.ACCEPT, None)
