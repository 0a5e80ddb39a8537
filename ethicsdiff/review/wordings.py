"""Which proposed wordings stand confirmed, so that they may be shown in the draft as changes to accept."""

from __future__ import annotations

from collections.abc import Iterator

from ethicsdiff.model.decision import Carried, DecisionKind, Fit
from ethicsdiff.model.review import Comparison, Standing, Suggestion


def confirmed_wordings(comparison: Comparison) -> tuple[Suggestion, ...]:
    """Returns for each provision the wording that people proposed and confirmed, where there is just one.

    It must have been proposed on the very words that stand there now, for a clause; and either the recommendation on this clause is
    accepted, or the alignment with it is confirmed. Of several that differ none is taken, because nobody chose among them.
    """
    found: dict[str, list[Suggestion]] = {}
    for one in _confirmed(comparison):
        found.setdefault(one.provision, []).append(one)
    return tuple(several[-1] for several in found.values() if len({one.text for one in several}) == 1)


def _confirmed(comparison: Comparison) -> Iterator[Suggestion]:
    accepted = _accepted(comparison)
    settled = {(a.provision, a.standard, a.clause) for a in comparison.alignments if a.standing == Standing.CONFIRMED}
    for carried in comparison.decisions:
        one = carried.decision
        pair = (one.standard, one.clause)
        if _is_wording(carried) and (pair in accepted or (carried.provision, *pair) in settled):
            text = " ".join(one.text.split())
            yield Suggestion(provision=carried.provision, text=text, reviewer=one.reviewer, time=one.time)


def _is_wording(carried: Carried) -> bool:
    one = carried.decision
    return one.kind == DecisionKind.WORDING and carried.fit == Fit.EXACT and bool(carried.provision and one.clause and one.text.strip())


def _accepted(comparison: Comparison) -> set[tuple[str, str]]:
    """Returns the clauses whose recommendation is accepted and declined by nobody."""
    answers = [one for one in comparison.decisions if not one.clause_changed]
    kinds = {kind: {(c.decision.standard, c.decision.clause) for c in answers if c.decision.kind == kind} for kind in _ANSWERS}
    return kinds[DecisionKind.ACCEPT] - kinds[DecisionKind.DECLINE]


_ANSWERS = (DecisionKind.ACCEPT, DecisionKind.DECLINE)
