"""What the machine proposes and what people decided become one comparison; people prevail, and where they differ both stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ethicsdiff.model.decision import VERDICTS, Carried, Decision, DecisionKind, Fit
from ethicsdiff.model.document import Draft
from ethicsdiff.model.match import Candidate, Judgement, Relation
from ethicsdiff.model.review import Alignment, Comparison, Standing
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.review.propose import coverage, proposals
from ethicsdiff.review.standing import Clauses, Pair, Said, carried_decisions, clauses_of, said_of_pairs

OWN_REASON = "decision"
_GRAVEST_FIRST = (Relation.CONTRADICTS, Relation.WEAKER, Relation.PARTIAL, Relation.STRICTER, Relation.COVERS)


def compare(
    candidates: Sequence[Candidate], catalogue: Catalogue, *, threshold: float, encoder: str,
    draft: Draft, decisions: Sequence[Decision] = (),
) -> Comparison:  # fmt: skip
    """Returns the alignments of a draft and what they do to every counted clause.

    A pair that people decided on is no longer proposed: confirmed, to be checked again, in conflict, or rejected (relation NONE).
    """
    clauses = clauses_of(catalogue)
    carried = carried_decisions(decisions, draft, catalogue)
    said = said_of_pairs(carried, clauses)
    machine = {(c.provision, c.standard, c.clause): c for c in candidates}
    decided = {pair: _decided(pair, verdicts, machine.get(pair), threshold) for pair, verdicts in said.items()}
    # A rejected candidate makes room for the next one; a confirmed one goes on standing before those far less probable.
    rejected = {pair for pair, one in decided.items() if one.relation == Relation.NONE}
    left = [candidate for pair, candidate in machine.items() if pair not in rejected]
    proposed = [one for one in proposals(left, threshold) if _pair(one) not in decided]
    alignments = _in_order((*decided.values(), *proposed), draft)
    return Comparison(
        alignments=(*alignments, *_orphans(carried, clauses)),
        coverage=coverage(catalogue, alignments, _not_applicable(carried)),
        threshold=threshold, encoder=encoder, decisions=carried,
    )  # fmt: skip


def _pair(alignment: Alignment) -> Pair:
    return alignment.provision, alignment.standard, alignment.clause


def _in_order(alignments: Sequence[Alignment], draft: Draft) -> tuple[Alignment, ...]:
    """Returns the alignments in document order, those of one provision as they come: decided ones first, then by probability."""
    order = {provision.id: position for position, provision in enumerate(draft.provisions)}
    return tuple(sorted(alignments, key=lambda one: order[one.provision]))


def _decided(pair: Pair, said: Sequence[Said], candidate: Candidate | None, threshold: float) -> Alignment:
    standing = _standing(said)
    proposed = candidate.judgement.relation if candidate is not None and candidate.probability >= threshold else None
    relation = _in_force(standing, [one.relation for one in said], proposed)
    provision, standard, clause = pair
    return Alignment(
        provision=provision, standard=standard, clause=clause, relation=relation, standing=standing,
        candidate=candidate or _own(pair, relation, said[-1].part),
        decision=said[-1].carried.decision, decided=tuple(one.carried for one in said),
    )  # fmt: skip


def _standing(said: Sequence[Said]) -> Standing:
    """Returns whether reviewers differ, else whether one of them saw these very words and this very statement of the clause."""
    if len({one.relation for one in said}) > 1:
        return Standing.CONFLICT
    held = any(one.carried.fit == Fit.EXACT and not one.carried.clause_changed for one in said)
    return Standing.CONFIRMED if held else Standing.RECHECK


def _in_force(standing: Standing, said: Sequence[Relation], proposed: Relation | None) -> Relation:
    """Returns the relation that is shown and counted.

    What is not settled must not look better than anyone says: of several the gravest, and where the words have changed since, the
    machine's reading of the new ones counts too. A rejection stays one until a person takes it back.
    """
    if standing == Standing.CONFIRMED or set(said) == {Relation.NONE}:
        return said[0]
    voices = {*said, proposed} if standing == Standing.RECHECK else set(said)
    return next(relation for relation in _GRAVEST_FIRST if relation in voices)


def _own(pair: Pair, relation: Relation, part: str = "") -> Candidate:
    """Returns what stands for the machine's candidate where it proposed none."""
    judgement = Judgement(relation=relation, reason=OWN_REASON)
    provision, standard, clause = pair
    return Candidate(provision=provision, standard=standard, clause=clause, probability=0.0, judgement=judgement, part=part)


def _orphans(carried: Sequence[Carried], clauses: Clauses) -> tuple[Alignment, ...]:
    return tuple(_orphan(one) for one in carried if _is_orphan(one, clauses))


def _is_orphan(carried: Carried, clauses: Clauses) -> bool:
    decision = carried.decision
    lost = carried.fit in (Fit.LOST, Fit.TIE) and decision.kind in VERDICTS
    return lost and (decision.standard, decision.other or decision.clause) in clauses


def _orphan(carried: Carried) -> Alignment:
    decision = carried.decision
    relation = decision.relation or Relation.NONE
    pair = ("", decision.standard, decision.other or decision.clause)
    return Alignment(
        provision="", standard=pair[1], clause=pair[2], relation=relation, standing=Standing.ORPHANED,
        candidate=_own(pair, relation, decision.part), decision=decision, decided=(carried,),
    )  # fmt: skip


def _not_applicable(carried: Sequence[Carried]) -> Mapping[tuple[str, str], Carried]:
    """Returns the clauses that people left aside; one whose statement has changed since is counted again until someone repeats it."""
    kind = DecisionKind.NOT_APPLICABLE
    return {(c.decision.standard, c.decision.clause): c for c in carried if c.decision.kind == kind and not c.clause_changed}
