"""The review as a browser without scripts sees it: everything can be read and decided by plain forms, in three languages."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from ethicsdiff.model.decision import DecisionKind
from ethicsdiff.report.phrases import phrases_of
from tests.review.builders import COURTESY, GIFTS, ROBES, TEXTS
from tests.review.synthetic import Norm, draft_of
from tests.web.conftest import Open, Opening, Visitor, review_of

PAIR = {"item": f"provision:{GIFTS}", "provision": GIFTS, "clause": "bangalore:4.14"}
CLAUSE = {"item": "clause:bangalore:4.15", "provision": "", "clause": "bangalore:4.15"}


def at(visitor: Visitor, item: str = f"provision:{GIFTS}") -> Visitor:
    """Returns a visitor who has opened a line of the list."""
    return visitor.ask(f"/?item={item}")


def shown(visitor: Visitor, query: str) -> list[str]:
    """Returns the lines of the list that an address shows."""
    return re.findall(r'data-row="([^"]*)"', visitor.ask(f"/?{query}").text)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_page_speaks_the_language_of_the_draft(opening: Opening, tmp_path: Path, language: str) -> None:
    visitor = at(opening(review_of(tmp_path, language)).visitor())
    say = phrases_of(language).say
    assert f'<html lang="{language}">' in visitor.text and TEXTS[language][0] in visitor.text
    assert say("desk.do.confirm") in visitor.text and say("desk.history") in visitor.text
    others = {"en", "ru", "kk"} - {language}
    assert not any(phrases_of(other).say("desk.do.wording") in visitor.text for other in others)


def test_the_language_that_was_chosen_stays(review: Open) -> None:
    visitor = review.visitor()
    assert '<html lang="kk">' in visitor.ask("/?lang=kk").text
    assert '<html lang="kk">' in visitor.ask("/").text
    assert '<html lang="en">' in visitor.ask("/?lang=xx").text or '<html lang="kk">' in visitor.text


@pytest.mark.parametrize(
    ("do", "more", "kind", "said"),
    [
        ("confirm", {}, DecisionKind.CONFIRM, "confirmed: partly corresponds"),
        ("reject", {"text": "about dinners"}, DecisionKind.REJECT, "alignment rejected (about dinners)"),
        ("relation:weaker", {}, DecisionKind.RELATION, "relation set: weaker"),
        ("note", {"text": "ask the drafters"}, DecisionKind.NOTE, "ask the drafters"),
        ("wording", {"text": "No gifts at all."}, DecisionKind.WORDING, "No gifts at all"),
        ("other", {"to": "bangalore:4.15", "relation": "covers"}, DecisionKind.OTHER, "another clause fits"),
        ("add", {"to": "bangalore:2.5.3", "relation": "partial"}, DecisionKind.RELATION, "relation set: partly corresponds"),
        ("not_applicable", {"text": "a matter of law"}, DecisionKind.NOT_APPLICABLE, "clause not applicable: a matter of law"),
    ],
)  # fmt: skip
def test_each_decision_is_written_and_told(review: Open, do: str, more: dict[str, str], kind: DecisionKind, said: str) -> None:
    visitor = at(review.visitor())
    visitor.send("/decide", do=do, **PAIR, **more)
    assert visitor.status == 303
    visitor.ask(visitor.headers["location"])
    assert visitor.status == 200 and said in visitor.text
    (written,) = review.decisions()
    assert written.kind == kind and written.reviewer == "Reviewer A" and written.standard == "bangalore"
    assert written.text == more.get("text", "") and (written.anchor is not None) == (kind != DecisionKind.NOT_APPLICABLE)


def test_a_sub_clause_is_kept_as_the_part_of_its_clause(review: Open) -> None:
    at(review.visitor()).send("/decide", do="add", to="bangalore:2.5.3", relation="partial", **PAIR)
    (written,) = review.decisions()
    assert (written.clause, written.part) == ("2.5", "2.5.3")


def test_a_clause_is_answered_and_the_coverage_follows(review: Open) -> None:
    visitor = at(review.visitor(), CLAUSE["item"])
    gaps = len(shown(visitor, "show=gaps"))
    at(visitor, CLAUSE["item"]).send("/decide", do="not_applicable", text="no staff", **CLAUSE)
    assert visitor.status == 303
    assert len(shown(visitor, "show=gaps")) == gaps - 1 and "Not applicable <b>1</b>" in visitor.text
    at(visitor, "clause:bangalore:6.7").send("/decide", do="decline", text="later", item="clause:bangalore:6.7", provision="", clause="bangalore:6.7")
    assert [one.kind for one in review.decisions()] == ["not_applicable", "decline"] and review.decisions()[1].state == "gap"


def test_undo_takes_back_what_was_decided_last_and_brings_back_what_stood_before(review: Open) -> None:
    visitor = at(review.visitor())
    visitor.send("/decide", do="reject", text="first", **PAIR)
    at(visitor).send("/decide", do="relation:covers", **PAIR)
    second = review.decisions()[1].id
    at(visitor).send("/undo", decision=second, item=PAIR["item"])
    assert [one.kind for one in review.decisions()] == ["reject", "relation", "reject"]
    again = review.decisions()[2]
    assert again.supersedes == (second,) and again.text == "first" and again.id not in {one.id for one in review.decisions()[:2]}
    at(visitor).send("/undo", decision=review.decisions()[2].id, item=PAIR["item"])
    assert review.decisions()[3].kind == "withdraw" and review.decisions()[3].supersedes == (again.id,)
    assert len(review.decisions()) == 4
    assert "1 of" not in at(visitor).text and "Provisions settled: 0 of 3" in visitor.text


@pytest.mark.parametrize("whose", ["theirs", "gone", "nothing"])
def test_only_ones_own_decisions_that_stand_can_be_undone(review: Open, whose: str) -> None:
    at(review.visitor("Reviewer B")).send("/decide", do="reject", **PAIR)
    visitor = at(review.visitor("Reviewer A"))
    visitor.send("/decide", do="note", text="mine", item=PAIR["item"], provision=COURTESY, clause="")
    theirs, mine = (one.id for one in review.decisions())
    if whose == "gone":
        at(visitor).send("/undo", decision=mine, item="")
    before = review.decisions()
    at(visitor).send("/undo", decision={"theirs": theirs, "gone": mine, "nothing": ""}[whose], item="")
    assert visitor.status == 422 and review.decisions() == before


def test_a_stale_page_writes_nothing_and_is_told_who_changed_what(review: Open) -> None:
    mine, theirs = at(review.visitor("Reviewer A")), at(review.visitor("Reviewer B"))
    theirs.send("/decide", do="reject", text="not the same gifts", **PAIR)
    mine.send("/decide", do="confirm", text="half a page of reasons", **PAIR)
    assert mine.status == 409 and len(review.decisions()) == 1
    assert "Reviewer B" in mine.text and "alignment rejected (not the same gifts)" in mine.text
    assert ">half a page of reasons</textarea>" in mine.text
    mine.send("/decide", do="relation:partial", text="half a page of reasons", **PAIR)
    assert mine.status == 303 and [one.reviewer for one in review.decisions()] == ["Reviewer B", "Reviewer A"]
    assert "reviewers differ" in at(mine).text


def test_two_tabs_of_one_reviewer_do_not_overwrite_each_other(review: Open) -> None:
    visitor = at(review.visitor())
    first = visitor.text
    visitor.send("/decide", do="reject", **PAIR)
    visitor.text = first
    visitor.send("/decide", do="confirm", **PAIR)
    assert visitor.status == 409 and len(review.decisions()) == 1


def test_a_decision_elsewhere_does_not_make_a_page_stale(review: Open) -> None:
    mine, theirs = at(review.visitor("Reviewer A")), at(review.visitor("Reviewer B"), f"provision:{ROBES}")
    theirs.send("/decide", do="confirm", item=f"provision:{ROBES}", provision=ROBES, clause="bangalore:1.6")
    mine.send("/decide", do="confirm", **PAIR)
    assert mine.status == 303 and len(review.decisions()) == 2


def test_a_decision_of_a_script_is_seen_without_a_new_start(review: Open) -> None:
    mine = at(review.visitor())
    other = at(review.visitor("Reviewer B"))
    other.send("/decide", do="not_applicable", text="x", **PAIR)
    mine.send("/decide", do="confirm", **PAIR)
    assert mine.status == 409, "the clause itself was set aside meanwhile"
    told = mine.ask("/news?at=").text
    assert "Reviewer B" in told and "clause:bangalore:4.14" in told


def test_of_many_who_decide_at_once_on_two_servers_one_is_written_and_the_others_are_told(opening: Opening, tmp_path: Path) -> None:
    names = tuple(f"Reviewer {number}" for number in range(8))
    servers = [opening(review_of(tmp_path), names) for _ in range(2)]
    visitors = [at(servers[number % 2].visitor(name)) for number, name in enumerate(names)]
    together = threading.Barrier(len(visitors))

    def decide(visitor: Visitor) -> None:
        together.wait()
        visitor.send("/decide", do="note", text="mine", **PAIR)

    threads = [threading.Thread(target=decide, args=(visitor,)) for visitor in visitors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(visitor.status for visitor in visitors) == [303, *[409] * 7] and len(servers[0].decisions()) == 1
    first = servers[0].decisions()[0].reviewer
    assert all(first in visitor.text for visitor in visitors if visitor.status == 409)


def test_a_difference_is_settled_by_a_third(opening: Opening, tmp_path: Path) -> None:
    served = opening(review_of(tmp_path), ("Reviewer A", "Reviewer B", "Reviewer C"))
    at(served.visitor("Reviewer A")).send("/decide", do="reject", **PAIR)
    at(served.visitor("Reviewer B")).send("/decide", do="relation:covers", **PAIR)
    third = at(served.visitor("Reviewer C"))
    (settle,) = re.findall(r'name="settle" value="([^"]*)"', third.text)
    assert shown(third, "show=recheck") == [PAIR["item"]]
    at(third).send("/decide", do="relation:partial", settle=settle, **PAIR)
    assert third.status == 303 and shown(third, "show=recheck") == []
    assert set(served.decisions()[2].supersedes) == {one.id for one in served.decisions()[:2]}
    at(third).send("/undo", decision=served.decisions()[2].id, item="")
    assert third.status == 422 and "settled those of others" in third.text


@pytest.mark.parametrize(
    ("fields", "key", "values"),
    [
        ({"do": "note"}, "desk.said.words", {}),
        ({"do": "not_applicable", "text": " \n "}, "desk.said.words", {}),
        ({"do": "other", "to": "bangalore:9.99"}, "desk.said.clause", {"clause": "bangalore:9.99"}),
        ({"do": "other", "to": ""}, "desk.said.clause", {"clause": ""}),
        ({"do": "other", "to": "kyiv:1"}, "desk.said.clause", {"clause": "kyiv:1"}),
        ({"do": "other", "to": "bangalore:4.14"}, "desk.said.same_clause", {}),
        ({"do": "other", "to": "bangalore:6.7"}, "desk.said.no_relation", {}),
        ({"do": "relation:none"}, "desk.said.no_relation", {}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_what_cannot_be_written_is_said_in_the_language_of_the_page(
    opening: Opening, tmp_path: Path, language: str, fields: dict[str, str], key: str, values: dict[str, str]
) -> None:
    served = opening(review_of(tmp_path, language))
    visitor = at(served.visitor())
    visitor.send("/decide", **{**PAIR, **fields})
    assert visitor.status == 422 and served.decisions() == ()
    assert phrases_of(language).say(key, **values).replace('"', "&#34;") in visitor.text


@pytest.mark.parametrize("fields", [{"do": "sing"}, {"do": ""}, {"do": "reject", "provision": "a9.p9"}, {"do": "reject", "provision": ""}])
def test_a_form_that_no_page_sends_is_refused(review: Open, fields: dict[str, str]) -> None:
    visitor = at(review.visitor())
    visitor.send("/decide", **{**PAIR, **fields})
    assert visitor.status == 422 and review.decisions() == ()


def test_filters_show_what_they_say(review: Open) -> None:
    visitor = review.visitor()
    provisions = [f"provision:{one}" for one in (GIFTS, COURTESY, ROBES)]
    assert shown(visitor, "show=all") == provisions == shown(visitor, "show=open") == shown(visitor, "show=none-such")
    at(visitor).send("/decide", do="confirm", **PAIR)
    assert shown(visitor, "show=open") == provisions[1:] and shown(visitor, "show=mine") == provisions[:1]
    assert shown(review.visitor("Reviewer B"), "show=mine") == []
    clauses, gaps = shown(visitor, "show=clauses"), shown(visitor, "show=gaps")
    assert set(gaps) < set(clauses) and len(clauses) - len(gaps) == 3
    assert "Provisions settled: 1 of 3" in visitor.text and "My decisions: 1" in visitor.text


def test_search_looks_through_words_clauses_and_notes(review: Open) -> None:
    visitor = at(review.visitor())
    visitor.send("/decide", do="note", text="the Ombudsman objects", **PAIR)
    assert shown(visitor, "q=POLITE+judge") == [f"provision:{COURTESY}"]
    assert shown(visitor, "q=4.14") == [PAIR["item"]] == shown(visitor, "q=ombudsman")
    assert shown(visitor, "q=zebra") == [] and "Nothing here." in visitor.text and "Shown: 0 of 3" in visitor.text


def test_nothing_in_a_page_can_be_markup_of_a_draft_or_of_a_reviewer(opening: Opening, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script> \"quoted\" 'single' <img src=x onerror=alert(1)>"
    served = opening(review_of(tmp_path, texts=(f"A judge {evil}", *TEXTS["en"][1:])), ("<b>A</b>",))
    visitor = at(served.visitor("<b>A</b>"))
    visitor.send("/decide", do="note", text=evil, **PAIR)
    at(visitor)
    assert visitor.text.count("<script") == 1 and "<img" not in visitor.text and "<b>A</b>" not in visitor.text
    assert '"><u>' not in visitor.ask("/?q=%22%3E%3Cu%3E&item=%22%3E%3Cu%3E").text


def test_a_decision_whose_words_are_gone_is_a_line_of_its_own(opening: Opening, tmp_path: Path) -> None:
    at(opening(review_of(tmp_path)).visitor()).send("/decide", do="reject", **PAIR)
    later = draft_of([Norm("7", "Something else entirely about court fees and budgets.")], "en", "v2")
    served = opening(replace(review_of(tmp_path), draft=later, candidates=()))
    visitor = served.visitor()
    (line,) = shown(visitor, "show=recheck")
    assert line.startswith("lost:") and "A judge may not take gifts" in at(visitor, line).text
    at(visitor, line).send("/undo", decision=line.removeprefix("lost:"), item=line)
    assert shown(visitor, "show=recheck") == [] and served.decisions()[-1].kind == "withdraw"


def test_a_damaged_line_of_the_ledger_is_told_above_the_list(review: Open) -> None:
    at(review.visitor()).send("/decide", do="reject", **PAIR)
    with review.review.ledger.open("ab") as stream:
        stream.write(b'{"schema":"ethicsdiff/decision/1","id":"x"}\n')
    assert "damaged lines: 2" in review.visitor().ask("/").text


def test_a_draft_that_was_changed_meanwhile_is_told(review: Open) -> None:
    visitor = review.visitor()
    assert "has changed since the review was opened" not in visitor.ask("/").text
    review.review.path.write_text("# Code, second version\n", encoding="utf-8")
    assert "has changed since the review was opened" in visitor.ask("/").text


def test_a_ledger_that_cannot_be_read_is_said_and_not_a_traceback(review: Open) -> None:
    visitor = review.visitor()
    review.review.ledger.mkdir()
    assert visitor.ask("/").status == 503 and "decisions.jsonl" in visitor.text and "Traceback" not in visitor.text
    assert visitor.ask("/item?item=provision:a1.p1").status == 503
    review.review.ledger.rmdir()
    assert visitor.ask("/").status == 200
