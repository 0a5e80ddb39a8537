"""What became of what people decided on the old version: recommendations they accepted or declined, wordings they proposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ethicsdiff.languages.similarity import wording_table
from ethicsdiff.languages.text import folded
from ethicsdiff.model.decision import ANSWERS, Carried, DecisionKind
from ethicsdiff.model.review import ClauseCoverage
from ethicsdiff.model.versions import Proposal, VersionMap
from ethicsdiff.versions.effects import RANKS
from ethicsdiff.versions.units import said

_TAKEN, _NEARER = 0.9, 0.1
Coverage = Sequence[ClauseCoverage]


def proposals_of(decisions: Sequence[Carried], before: Coverage, after: Coverage, versions: VersionMap) -> tuple[Proposal, ...]:
    """Returns the answers to recommendations and the proposed wordings that stand, with what the new version did about them.

    `decisions` are those on the old version, with their places there.
    """
    rows = (one for one in decisions if one.decision.kind in ANSWERS or one.decision.kind == DecisionKind.WORDING)
    answered = _by_clause(before), _by_clause(after)
    return tuple(_wording(one, versions) if one.decision.kind == DecisionKind.WORDING else _answer(one, *answered) for one in rows)


def _by_clause(coverage: Coverage) -> dict[tuple[str, str], ClauseCoverage]:
    return {(row.standard, row.clause): row for row in coverage}


def _answer(one: Carried, before: Mapping[tuple[str, str], ClauseCoverage], after: Mapping[tuple[str, str], ClauseCoverage]) -> Proposal:
    """Returns an answer with what became of the clause since."""
    decision = one.decision
    old, new = (side.get((decision.standard, decision.clause)) for side in (before, after))
    was, now = (RANKS.get(row.state, 0) if row is not None else 0 for row in (old, new))
    fate = "taken" if now == max(RANKS.values()) else "partly" if now > was else "open"
    if decision.kind == DecisionKind.DECLINE:
        fate = "declined"
    return Proposal(
        kind=decision.kind.value, reviewer=decision.reviewer, standard=decision.standard, clause=decision.clause, text=decision.text,
        fate=fate, old=old.provisions if old is not None else (), new=new.provisions if new is not None else (),
    )  # fmt: skip


def _wording(one: Carried, versions: VersionMap) -> Proposal:
    """Returns a proposed wording with the provision of the new version that comes nearest to it."""
    decision = one.decision
    news = {p.id: p for p in versions.new.provisions if said(p).strip()}
    near = [news[new] for new in _successors(one.provision, versions) if new in news] or list(news.values())
    likeness, best = max(((_likeness(decision.text, said(p)), p.id) for p in near), default=(0.0, ""))
    stood = next((_likeness(decision.text, said(p)) for p in versions.old.provisions if p.id == one.provision), 0.0)
    fate = "taken" if likeness >= _TAKEN else "partly" if one.provision and likeness > stood + _NEARER else "open"
    return Proposal(
        kind=decision.kind.value, reviewer=decision.reviewer, standard=decision.standard, clause=decision.clause, text=decision.text,
        fate=fate, old=(one.provision,) if one.provision else (), new=(best,) if fate != "open" else (),
    )  # fmt: skip


def _successors(provision: str, versions: VersionMap) -> Iterator[str]:
    return (new for pair in versions.pairs if provision and provision in pair.old for new in pair.new)


def _likeness(wording: str, text: str) -> float:
    """Returns how much of a wording a text has taken, 1 where it holds the whole."""
    one, other = folded(wording).strip(" .;"), folded(text)
    return 1.0 if one in other else float(wording_table([one], [other])[0, 0])
