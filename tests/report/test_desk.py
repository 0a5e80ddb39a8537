"""What the pages of the review show: the state of each line, the words of an opened one, in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.decision import Anchor, Carried, Decision, DecisionKind, Fit
from ethicsdiff.model.desk import ItemKind, ItemState, Passage, Row
from ethicsdiff.model.match import Relation
from ethicsdiff.model.review import Alignment, Standing
from ethicsdiff.report.context import Context, make_context
from ethicsdiff.report.desk_items import clause_choices, history_of, passages, provision_item, relation_choices
from ethicsdiff.report.desk_rows import clause_state, desk_head, desk_rows, opening, spots_of
from ethicsdiff.report.phrases import phrases_of
from tests.report.builders import LANGUAGES, TEXTS, aligned, compared, decided, sample_catalogue, sample_draft


def context_of(language: str, *alignments: Alignment, decisions: tuple[Carried, ...] = (), states: dict[str, str] | None = None) -> Context:
    comparison = replace(compared(*alignments, states=states), decisions=decisions)
    return make_context(sample_draft(language), sample_catalogue(), comparison, language)


def rows_of(context: Context) -> dict[str, Row]:
    return {row.item: row for row in desk_rows(context, spots_of(context))}


def carried(kind: DecisionKind, *, provision: str = "", state: str = "", fit: Fit = Fit.UNBOUND, changed: bool = False, text: str = "") -> Carried:
    quote = TEXTS["en"][0]
    anchor = Anchor(
        file="draft.docx", version="0", provision="p1", path=("2", "1"), language="en", fingerprint=fingerprint(quote), quote=quote
    )
    decision = Decision(
        id="d1", time="2026-02-28T09:00:00Z", reviewer="Reviewer A", kind=kind, standard="sample", clause="1", state=state, text=text,
        anchor=None if fit == Fit.UNBOUND else anchor,
    )  # fmt: skip
    return Carried(decision=decision, fit=fit, provision=provision, clause_changed=changed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_waits_for_what_needs_people_most(language: str) -> None:
    proposed, done = aligned("p1", "1"), decided(aligned("p1", "2"), Standing.CONFIRMED)
    for others, state in (
        ((), ItemState.OPEN),
        ((decided(aligned("p1", "3"), Standing.RECHECK),), ItemState.RECHECK),
        ((decided(aligned("p1", "3"), Standing.RECHECK), decided(aligned("p1", "4"), Standing.CONFLICT)), ItemState.CONFLICT),
    ):
        row = rows_of(context_of(language, proposed, done, *others))["provision:p1"]
        assert (row.state, row.state_word) == (state, phrases_of(language).say(f"desk.state.{state}"))
    assert rows_of(context_of(language, done))["provision:p1"].state == ItemState.DONE
    assert rows_of(context_of(language))["provision:p1"].state == ItemState.PLAIN


def test_a_rejection_is_settled_and_shows_no_mark_and_a_theme_waits_for_nobody() -> None:
    rejected = decided(aligned("p1", "1"), Standing.CONFIRMED, Relation.NONE)
    theme = aligned("p2", "T1", standard_id="themes")
    rows = rows_of(context_of("en", rejected, theme))
    assert rows["provision:p1"].state == ItemState.DONE and rows["provision:p1"].marks == ()
    assert rows["provision:p2"].state == ItemState.PLAIN and len(rows["provision:p2"].marks) == 1


@pytest.mark.parametrize(
    ("state", "decisions", "expected"),
    [
        ("gap", (), ItemState.OPEN),
        ("covered", (), ItemState.PLAIN),
        ("not_applicable", (carried(DecisionKind.NOT_APPLICABLE),), ItemState.DONE),
        ("gap", (carried(DecisionKind.NOT_APPLICABLE, changed=True),), ItemState.RECHECK),
        ("gap", (carried(DecisionKind.ACCEPT, state="gap"),), ItemState.DONE),
        ("partial", (carried(DecisionKind.DECLINE, state="gap"),), ItemState.RECHECK),
        ("gap", (carried(DecisionKind.NOTE),), ItemState.OPEN),
    ],
)  # fmt: skip
def test_a_clause_waits_until_somebody_answered_it_as_it_is(state: str, decisions: tuple[Carried, ...], expected: ItemState) -> None:
    assert clause_state(state, decisions) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clause_and_a_lost_decision_are_lines_too(language: str) -> None:
    lost = carried(DecisionKind.NOTE, fit=Fit.LOST, text="x")
    rows = rows_of(context_of(language, decisions=(lost,), states={"2": "covered"}))
    assert rows["clause:sample:1"].gap and not rows["clause:sample:2"].gap and "clause:sample:3.1" not in rows
    assert rows["lost:d1"].kind == ItemKind.LOST and TEXTS["en"][0] in rows["lost:d1"].opening and rows["lost:d1"].by == {"Reviewer A"}


def test_the_head_counts_provisions_that_wait_for_people() -> None:
    context = context_of("ru", decided(aligned("p1", "1"), Standing.CONFIRMED), aligned("p2", "2"))
    head = desk_head(context, tuple(rows_of(context).values()), 3, ("!",))
    assert (head.settled, head.settleable, head.notices) == (1, 2, ("!",))
    assert head.progress == "Решено по положениям: 1 из 2" and head.mine == "Моих решений: 3"
    assert [bar.name for bar in head.bars] == ["Образец (2002)"]


def test_evidence_is_cut_out_where_it_stands_and_overlaps_are_kept_apart() -> None:
    text = "No gifts and no loans."
    found = passages(text, [("gifts and", "absent"), ("and no loans",), ("",)])
    assert "".join(one.text for one in found) == text
    assert [one for one in found if one.cards] == [
        Passage(text="gifts ", cards=(1,)), Passage(text="and", cards=(1, 2)), Passage(text=" no loans", cards=(2,)),
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_opened_provision_has_its_clauses_in_the_order_of_work(language: str) -> None:
    rejected = decided(aligned("p1", "2"), Standing.CONFIRMED, Relation.NONE)
    context = context_of(language, rejected, aligned("p1", "1", Relation.PARTIAL, probability=0.6), decided(aligned("p1", "3"), Standing.CONFLICT))
    further = aligned("p1", "4", probability=0.2).candidate
    item = provision_item(context, rows_of(context)["provision:p1"], context.provisions["p1"], (further, rejected.candidate), ())
    assert [(card.clause, card.relation) for card in item.cards] == [("sample:3", "covers"), ("sample:1", "partial"), ("sample:2", "none")]
    assert [one.code for one in item.further] == ["sample:4"] and "20" in item.further[0].words
    assert item.cards[2].finding.confidence == "" and item.above and item.plain == TEXTS[language][0]


def test_a_history_tells_the_latest_first_and_what_stands() -> None:
    first = carried(DecisionKind.REJECT, provision="p1", fit=Fit.EXACT)
    second = replace(first, decision=replace(first.decision, id="d2", kind=DecisionKind.WITHDRAW, supersedes=("d1",)))
    third = replace(first, decision=replace(first.decision, id="d3", time="some day"))
    lines = history_of(context_of("en"), (first, second, third), frozenset({"d1"}))
    assert [(line.id, line.stands) for line in lines] == [("d3", True), ("d2", False), ("d1", False)]
    assert lines[0].time == "" and len(lines[1].time) == 5


def test_what_may_be_chosen_is_every_clause_of_numbered_standards_and_every_relation_but_none() -> None:
    assert [one.code for one in clause_choices(context_of("kk"))] == [f"sample:{name}" for name in ("1", "2", "3", "3.1", "4")]
    assert [one.code for one in relation_choices(context_of("kk"))] == ["covers", "partial", "weaker", "stricter", "contradicts"]


def test_the_first_words_end_with_a_word() -> None:
    assert opening("short \n text") == "short text"
    long = opening("word " * 100)
    assert long.endswith("word …") and len(long) < 150
