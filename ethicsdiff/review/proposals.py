"""What short answers propose, and where people differ. A proposal decides nothing: an editor takes it over or does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ethicsdiff.languages.answers import verdicts_by_tag
from ethicsdiff.languages.text import folded
from ethicsdiff.model.remark import CHANGES, PROPOSED_DECISIONS, PROPOSED_STATUSES, Kept, Named, Proposal, RemarkKind, Status, Verdict
from ethicsdiff.review.standing import reviewer_key

_SPOKEN = frozenset({RemarkKind.COMMENT, RemarkKind.REPLY, RemarkKind.HAND})
_SAYS_NOTHING = frozenset({Verdict.NOTED, Verdict.UNCLEAR})
_UNSETTLED = frozenset({Status.OPEN, Status.CLARIFY, Status.RESOLVED})


@dataclass(frozen=True, slots=True)
class _Said:
    """One answer: to what, by whom, when, in which remark."""

    target: tuple[str, ...]
    author: str
    when: tuple[str, str]
    verdict: Verdict
    remark: str


def proposals_of(kept: Sequence[Kept], findings: Mapping[str, Sequence[Named]]) -> tuple[Proposal, ...]:
    """Returns what the remarks propose in their order; `findings` are those that the comments they answer speak of, by remark."""
    return tuple(proposal for one in kept for proposal in _proposals(one, findings.get(one.remark.id, ())))


def _proposals(kept: Kept, findings: Sequence[Named]) -> Iterator[Proposal]:
    remark = kept.remark
    if remark.kind not in _SPOKEN:
        return
    said = dict(verdicts_by_tag(remark.text))
    for finding in findings:
        verdict = said.get(finding.number, said.get(-1))
        if verdict is not None:
            yield Proposal(remark=remark.id, verdict=verdict, finding=finding)
    if not findings and remark.parent and -1 in said:
        yield Proposal(remark=remark.id, verdict=said[-1], target=remark.parent)


def can_be_taken(proposal: Proposal) -> bool:
    """Returns whether an editor can take a proposal over as it is: it answers plainly, and to something."""
    return proposal.verdict in (PROPOSED_DECISIONS if proposal.finding is not None else PROPOSED_STATUSES)


def waiting(kept: Sequence[Kept], proposals: Sequence[Proposal], conflicts: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Returns the ids of the remarks whose plain proposals nobody contradicts, their author included, and nobody has taken over yet."""
    by_id = {one.remark.id: one for one in kept}
    last = {one.remark for one in _last_said(by_id, proposals)}
    plain = {one.remark for one in proposals if can_be_taken(one) and one.remark in last}
    return tuple(one.remark.id for one in kept if one.remark.id in plain and one.remark.id not in conflicts and not one.decisions)


def conflicts_of(kept: Sequence[Kept], proposals: Sequence[Proposal]) -> dict[str, tuple[str, ...]]:
    """Returns for each remark that others contradict the ids of those; nothing for what an editor has settled.

    People differ where the last answers of two of them to one finding or one remark are not the same, and where two of them change
    the same words of a provision in different ways.
    """
    by_id = {one.remark.id: one for one in kept}
    pairs = {*_opposite_answers(by_id, proposals), *_opposite_changes(kept)}
    open_pairs = [pair for pair in pairs if any(by_id[one].status in _UNSETTLED and not by_id[one].decisions for one in pair)]
    found: dict[str, set[str]] = {}
    for one, other in open_pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    order = {identifier: place for place, identifier in enumerate(by_id)}
    return {identifier: tuple(sorted(others, key=order.__getitem__)) for identifier, others in found.items()}


def _opposite_answers(by_id: Mapping[str, Kept], proposals: Sequence[Proposal]) -> Iterator[tuple[str, str]]:
    by_target: dict[tuple[str, ...], list[_Said]] = {}
    for said in _last_said(by_id, proposals):
        by_target.setdefault(said.target, []).append(said)
    for group in by_target.values():
        yield from ((one.remark, other.remark) for one, other in combinations(group, 2) if one.verdict != other.verdict)


def _last_said(by_id: Mapping[str, Kept], proposals: Sequence[Proposal]) -> tuple[_Said, ...]:
    """Returns the last answer of each person to each finding or remark: a second thought takes the place of the first."""
    last: dict[tuple[tuple[str, ...], str], _Said] = {}
    for said in (_said(by_id[one.remark], one) for one in proposals if one.verdict not in _SAYS_NOTHING):
        before = last.get((said.target, said.author))
        if before is None or before.when <= said.when:
            last[said.target, said.author] = said
    return tuple(last.values())


def _said(kept: Kept, proposal: Proposal) -> _Said:
    finding, remark = proposal.finding, kept.remark
    place = kept.place.provision or (kept.anchor.fingerprint if kept.anchor is not None else remark.id)
    target = (place, finding.standard, finding.clause) if finding is not None else ("remark", proposal.target)
    author = reviewer_key(remark.author) or f"\n{remark.file}"
    return _Said(target=target, author=author, when=(remark.utc or remark.date, remark.time), verdict=proposal.verdict, remark=remark.id)


def _opposite_changes(kept: Sequence[Kept]) -> Iterator[tuple[str, str]]:
    by_place: dict[str, list[Kept]] = {}
    for one in kept:
        if one.remark.kind in CHANGES and one.place.provision and one.remark.start >= 0:
            by_place.setdefault(one.place.provision, []).append(one)
    for group in by_place.values():
        yield from ((one.remark.id, other.remark.id) for one, other in combinations(group, 2) if _clash(one, other))


def _clash(one: Kept, other: Kept) -> bool:
    """Returns whether two people change the same words, or add at the same point, in different ways."""
    mine, theirs = one.remark, other.remark
    who, whose = (reviewer_key(remark.author) or remark.file for remark in (mine, theirs))
    if who == whose or (folded(mine.deleted), folded(mine.inserted)) == (folded(theirs.deleted), folded(theirs.inserted)):
        return False
    both_add = mine.start == mine.end and theirs.start == theirs.end
    return mine.start == theirs.start if both_add else mine.start < theirs.end and theirs.start < mine.end
