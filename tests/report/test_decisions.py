"""What people decided, in a report: headlines, who and when, what has changed since, decisions without a line of their own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.decision import Anchor, Carried, Decision, DecisionKind, Fit
from ethicsdiff.model.document import Draft
from ethicsdiff.model.match import Judgement, Relation
from ethicsdiff.model.report import Finding, Report
from ethicsdiff.model.review import Alignment, ClauseCoverage, Comparison, Standing
from ethicsdiff.report import build_report
from ethicsdiff.report.history import history_lines
from ethicsdiff.report.phrases import phrases_of
from ethicsdiff.report.redline import redline
from tests.report.builders import LANGUAGES, TEXTS, aligned, compared, sample_catalogue, sample_draft

NOTE, CONFIRM, REJECT = DecisionKind.NOTE, DecisionKind.CONFIRM, DecisionKind.REJECT
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = re.compile(r"Reviewer A|draft\.docx")


def seen(language: str, quote: str = "") -> Anchor:
    text = quote or TEXTS[language][0]
    return Anchor(
        file="draft.docx", version="0", provision="p1", path=("2", "1"), language=language, fingerprint=fingerprint(text), quote=text
    )


def carried(kind: DecisionKind = CONFIRM, fit: Fit = Fit.EXACT, provision: str = "p1", clause: str = "1", **more: object) -> Carried:
    values = {"relation": Relation.COVERS if kind == CONFIRM else None, "anchor": seen("en"), **more}
    standard = "sample" if clause else ""
    decision = Decision(id="d1", time="2026-02-28T09:00:00Z", reviewer="Reviewer A", kind=kind, standard=standard, clause=clause, **values)  # type: ignore[arg-type]
    return Carried(decision=decision, fit=fit, provision=provision)


def decided(standing: Standing, *by: Carried, relation: Relation = Relation.COVERS) -> Alignment:
    return replace(aligned("p1", "1"), relation=relation, standing=standing, decision=by[-1].decision, decided=by)


def report(
    *alignments: Alignment, decisions: tuple[Carried, ...] = (), language: str = "en", draft: Draft | None = None, comparison: Comparison | None = None
) -> Report:
    given = replace(comparison or compared(*alignments), decisions=decisions)
    return build_report(draft or sample_draft(language), sample_catalogue(), given, language=language)


def finding(told: Report) -> Finding:
    return next(one for row in told.provisions for one in row.findings)


@pytest.mark.parametrize("standing", [Standing.CONFIRMED, Standing.RECHECK, Standing.CONFLICT])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headline_of_a_decided_line_says_so(language: str, standing: Standing) -> None:
    told = finding(report(decided(standing, carried()), language=language))
    assert told.headline == phrases_of(language).say(f"headline.{standing}", headline=finding(report(aligned("p1", "1"), language=language)).headline)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Reviewer A, 2026-02-28: confirmed: corresponds"),
        ("ru", "Reviewer A, 28.02.2026: подтверждено: соответствует"),
        ("kk", "Reviewer A, 28.02.2026: расталды: сәйкес келеді"),
    ],
)
def test_a_decided_line_names_who_when_and_what(language: str, words: str) -> None:
    assert words in finding(report(decided(Standing.CONFIRMED, carried()), language=language)).reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_confirmed_line_no_longer_asks_to_be_checked_for_a_weak_sign(language: str) -> None:
    weak = replace(aligned("p1", "1", weak=True), standing=Standing.CONFIRMED)
    assert phrases_of(language).say("reason.weak") not in finding(report(weak, language=language)).reason


def test_both_sides_of_a_conflict_are_named() -> None:
    other = carried(REJECT, text="Not about gifts.")
    other = replace(other, decision=replace(other.decision, reviewer="Reviewer B"))
    told = finding(report(decided(Standing.CONFLICT, carried(), other)))
    assert "Reviewer A, 2026-02-28: confirmed: corresponds; Reviewer B, 2026-02-28: alignment rejected (Not about gifts)." in told.reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_that_only_people_made_claims_no_estimate(language: str) -> None:
    own = decided(Standing.CONFIRMED, carried())
    own = replace(own, candidate=replace(own.candidate, probability=0.0, judgement=Judgement(relation=Relation.COVERS, reason="decision")))
    told = finding(report(own, language=language))
    assert told.reason.endswith(phrases_of(language).say("reason.decision"))
    assert "%" not in told.confidence


@pytest.mark.parametrize(
    ("language", "old", "change"),
    [
        ("en", "A judge may not take gifts.", "A judge may [deleted: not] take gifts."),
        ("ru", "Судья не вправе принимать подарки.", "Судья [исключено: не] вправе принимать подарки."),
        ("kk", "Судья сыйлық алуға міндетті.", "Судья сыйлық алуға [алып тасталған: міндетті.] [қосылған: құқылы.]"),
    ],
)
def test_what_is_to_be_checked_again_shows_the_old_words_and_the_change(language: str, old: str, change: str) -> None:
    one = carried(fit=Fit.SIMILAR, anchor=seen(language, old))
    told = finding(report(decided(Standing.RECHECK, one), language=language))
    assert old.rstrip(".") in told.look_at and change in told.look_at


def test_what_governs_the_words_is_compared_too() -> None:
    draft = sample_draft("en")
    first = replace(draft.provisions[2], lead_in="A judge may:", fingerprint=fingerprint(TEXTS["en"][0]))
    draft = replace(draft, provisions=(*draft.provisions[:2], first, *draft.provisions[3:]))
    one = carried(fit=Fit.SIMILAR, anchor=replace(seen("en"), context="A judge may not:"))
    told = finding(report(decided(Standing.RECHECK, one), draft=draft)).look_at
    assert "A judge [deleted: may not:] [added: may:]" in told and "another wording" not in told
    same = carried(fit=Fit.SIMILAR, anchor=replace(seen("en"), context="A judge may:"))
    assert "more than one place" in finding(report(decided(Standing.RECHECK, same), draft=draft)).look_at


def test_a_changed_statement_is_said() -> None:
    one = replace(carried(), clause_changed=True)
    assert "official text of the clause has changed" in finding(report(decided(Standing.RECHECK, one))).look_at


def test_long_untouched_stretches_of_a_change_are_cut() -> None:
    words = " ".join(f"w{n}" for n in range(60))
    assert redline(phrases_of("en"), f"{words} old", f"{words} new") == "w0 w1 w2 w3 w4 … w55 w56 w57 w58 w59 [deleted: old] [added: new]"


@pytest.mark.parametrize("fit", [Fit.LOST, Fit.TIE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_without_place_is_told_with_its_quote(language: str, fit: Fit) -> None:
    quote = TEXTS[language][2]
    one = replace(carried(fit=fit, provision="", anchor=seen(language, quote)), choices=("p2", "p3") if fit == Fit.TIE else ())
    notices = report(decisions=(one,), language=language).notices
    assert len(notices) == 1 and quote.rstrip(".") in notices[0] and "Reviewer A" in notices[0]
    assert notices[0].startswith(phrases_of(language).say("notice.warning", text=""))


def test_an_orphan_is_told_once() -> None:
    one = carried(fit=Fit.LOST, provision="")
    orphan = replace(decided(Standing.ORPHANED, one), provision="")
    assert len(report(orphan, decisions=(one,)).notices) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rejection_whose_words_have_changed_is_told_and_does_not_come_back(language: str) -> None:
    one = carried(REJECT, Fit.SIMILAR, anchor=seen(language, TEXTS[language][1]))
    told = report(decided(Standing.RECHECK, one, relation=Relation.NONE), decisions=(one,), language=language)
    assert not any(row.findings for row in told.provisions)
    assert len(told.notices) == 1 and TEXTS[language][1].rstrip(".") in told.notices[0]


def test_a_provision_whose_proposals_were_all_rejected_says_so() -> None:
    one = carried(REJECT)
    told = report(decided(Standing.CONFIRMED, one, relation=Relation.NONE), decisions=(one,))
    assert "Rejected alignments: Sample, para. 1 — Gifts — Reviewer A, 2026-02-28: alignment rejected." in told.provisions[0].remark
    assert told.notices == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_decisions_on_another_language_are_counted(language: str) -> None:
    one = carried(fit=Fit.ELSEWHERE, provision="")
    assert report(decisions=(one, one), language=language).notices == (phrases_of(language).say("notice.review.elsewhere", count=2),)


def test_notes_and_wordings_stand_with_their_clause_or_their_provision() -> None:
    on_pair = carried(DecisionKind.WORDING, text="A judge may not take gifts.")
    on_other = carried(NOTE, clause="2", text="See also this.")
    on_whole = carried(NOTE, clause="", text="To be discussed.")
    told = finding(report(aligned("p1", "1"), decisions=(on_pair, on_other, on_whole))).look_at
    assert "wording proposed: “A judge may not take gifts.”" in told
    assert "Sample, para. 2 — Gifts — Reviewer A, 2026-02-28: note: “See also this.”" in told and "“To be discussed.”" in told
    alone = report(decisions=(on_whole,)).provisions[0]
    assert alone.findings == () and "“To be discussed.”" in alone.remark


def test_a_note_on_a_heading_brings_its_row() -> None:
    one = replace(carried(NOTE, clause="", text="Rename it."), provision="a")
    assert any(row.id == "a" and "Rename it." in row.remark for row in report(decisions=(one,)).provisions)


def test_notes_on_a_clause_and_on_an_unknown_clause_are_told() -> None:
    whole = carried(NOTE, Fit.UNBOUND, "", text="Ask the Council.", anchor=None)
    unknown = carried(CONFIRM, clause="99")
    told = report(decisions=(whole, unknown)).notices
    assert any("Ask the Council." in one for one in told) and any("sample:99" in one for one in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clause_that_is_not_applicable_is_counted_apart_with_its_reason(language: str) -> None:
    one = carried(DecisionKind.NOT_APPLICABLE, Fit.UNBOUND, "", text="x1", anchor=None)
    base = compared()
    rows = (ClauseCoverage(standard="sample", clause="1", state="not_applicable", provisions=()), *base.coverage[1:])
    told = report(decisions=(one,), language=language, comparison=replace(base, coverage=rows))
    word = phrases_of(language).say("state.not_applicable")
    assert told.clauses[0].state == word
    assert [figure.value for figure in told.standards[0].figures if figure.label.lower() == word] == ["1"]
    assert any("x1" in line for line in told.scope)
    assert all("1 (" not in one.text for one in told.recommendations)
    changed = report(decisions=(replace(one, clause_changed=True),), language=language)
    assert len(changed.notices) == 1 and len(changed.standards[0].figures) == 5


def test_answers_stand_with_the_recommendation_they_answer() -> None:
    partial = aligned("p1", "1", Relation.PARTIAL)
    one = carried(DecisionKind.DECLINE, Fit.UNBOUND, "", text="Left to the law.", anchor=None, state="partial")
    gap = carried(DecisionKind.ACCEPT, Fit.UNBOUND, "", "2", anchor=None, state="gap")
    old = carried(DecisionKind.ACCEPT, Fit.UNBOUND, "", "3", anchor=None, state="weaker")
    told = report(decisions=(one, gap, old), comparison=compared(partial, states={"1": "partial"})).recommendations
    assert told[0].text.endswith("Reviewer A, 2026-02-28: recommendation declined: Left to the law.")
    assert "Sample, para. 2 — Reviewer A, 2026-02-28: recommendation accepted." in told[1].text
    assert "Sample, para. 3 — Answer to an earlier recommendation" in told[1].text


@pytest.mark.parametrize("kind", list(DecisionKind))
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_kind_of_decision_leaves_an_english_word(language: str, kind: DecisionKind) -> None:
    one = carried(kind, relation=Relation.WEAKER, text="…", other="2", anchor=seen(language))
    lines = history_lines(sample_draft(language), sample_catalogue(), [one], {}, language)
    assert LATIN.findall(NAMES.sub("", " ".join(lines))) == []


@pytest.mark.parametrize("fit", list(Fit))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_history_says_where_a_decision_stands_now(language: str, fit: Fit) -> None:
    one = replace(carried(fit=fit, anchor=seen(language)), choices=("p2",) if fit == Fit.TIE else ())
    lines = history_lines(sample_draft(language), sample_catalogue(), [one], {}, language)
    assert len(lines) == 3 and lines[0].startswith("d1")
    superseded = history_lines(sample_draft(language), sample_catalogue(), [one], {"d1": "d2"}, language)
    assert "d2" in superseded[-1]


def test_a_history_without_decisions_says_so() -> None:
    assert history_lines(sample_draft("kk"), sample_catalogue(), [], {}, "kk") == ("Шешімдер жоқ.",)
