"""What came in between a page and its decision: only what concerns the same place or clause makes the page stale."""

from __future__ import annotations

import pytest

from ethicsdiff.model.decision import Decision, DecisionKind
from ethicsdiff.review.changes import stale, touched_since
from tests.review.builders import COURTESY, GIFTS, LANGUAGES, decision, draft, with_text

PAIR = ("sample", "1")


def ids(found: tuple[Decision, ...]) -> list[str]:
    return [one.id for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_later_decisions_on_the_same_provision_count(language: str) -> None:
    here = draft(language)
    ledger = [decision(DecisionKind.REJECT, here, place, clause) for place, clause in ((GIFTS, "1"), (COURTESY, "1"), (GIFTS, "2"))]
    assert ids(stale(touched_since(ledger, ledger[0].id, here), GIFTS, PAIR, ())) == [ledger[2].id]
    assert ids(stale(touched_since(ledger, "", here), GIFTS, PAIR, ())) == [ledger[0].id, ledger[2].id]
    assert stale(touched_since(ledger, ledger[2].id, here), GIFTS, PAIR, ()) == ()


def test_a_page_older_than_a_ledger_that_was_put_back_sees_everything_as_new() -> None:
    here = draft()
    ledger = [decision(DecisionKind.REJECT, here, GIFTS)]
    assert ids(stale(touched_since(ledger, "lost", here), GIFTS, PAIR, ())) == [ledger[0].id]


def test_a_clause_that_was_set_aside_concerns_its_provisions_and_the_clause_itself() -> None:
    here = draft()
    ledger = [decision(DecisionKind.NOT_APPLICABLE, here, clause="1", text="x"), decision(DecisionKind.REJECT, here, COURTESY, "1")]
    later = touched_since(ledger, "", here)
    assert ids(stale(later, GIFTS, PAIR, ())) == [ledger[0].id] == ids(stale(later, "", PAIR, ()))
    assert stale(later, GIFTS, ("sample", "2"), ()) == ()


def test_a_withdrawal_concerns_the_place_of_what_it_takes_back() -> None:
    here = draft()
    first = decision(DecisionKind.REJECT, here, GIFTS)
    gone = decision(DecisionKind.WITHDRAW, here, clause="", supersedes=(first.id,))
    assert ids(stale(touched_since([first, gone], first.id, here), GIFTS, PAIR, ())) == [gone.id]
    assert ids(stale(touched_since([first, gone], first.id, here), COURTESY, None, (first.id,))) == [gone.id]


def test_a_decision_on_an_older_version_is_found_at_its_place_of_today() -> None:
    old = draft()
    new = with_text(old, COURTESY, "A judge should be polite and patient.")
    ledger = [decision(DecisionKind.REJECT, old, GIFTS)]
    assert ids(stale(touched_since(ledger, "", new), GIFTS, PAIR, ())) == [ledger[0].id]
