"""Which decisions stand: not superseded, on clauses that are compared, each with its place and whether its clause is still the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ethicsdiff.languages.text import fingerprint, texts_changed
from ethicsdiff.model.decision import VERDICTS, Carried, Decision, DecisionKind
from ethicsdiff.model.document import Draft
from ethicsdiff.model.match import Relation
from ethicsdiff.model.standard import Catalogue, Clause
from ethicsdiff.review.anchors import carry

Clauses = Mapping[tuple[str, str], Clause]
Pair = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """What one decision says of a provision and a clause: a relation, `NONE` where it rejects the pair."""

    carried: Carried
    clause: str
    relation: Relation
    part: str = ""


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Returns the decisions that no later one supersedes, in the order of the ledger; withdrawals do their work and go."""
    gone = {identifier for one in decisions for identifier in one.supersedes}
    return tuple(one for one in decisions if one.id not in gone and one.kind != DecisionKind.WITHDRAW)


def carried_decisions(decisions: Sequence[Decision], draft: Draft, catalogue: Catalogue) -> tuple[Carried, ...]:
    """Returns the decisions that stand, with their places in a draft; those on standards that are not compared are left out."""
    clauses = clauses_of(catalogue)
    names = {standard.id for standard in catalogue.standards} | {""}
    found = carry(standing(decisions), draft)
    return tuple(replace(one, clause_changed=_changed(one.decision, clauses)) for one in found if one.decision.standard in names)


def clauses_of(catalogue: Catalogue) -> Clauses:
    """Returns the clauses of a catalogue by the ids of their standard and their own."""
    return {(standard.id, clause.id): clause for standard in catalogue.standards for clause in standard.clauses}


def seen_of(clause: Clause, language: str) -> str:
    """Returns the fingerprint of the statement that a reader of a draft in this language sees: in English, or in the only language there
    is, where the instrument lacks the draft's.
    """
    texts = dict(clause.statements)
    return fingerprint(texts.get(language) or texts.get("en") or next(iter(texts.values()), ""))


def texts_of(clause: Clause | None, language: str) -> tuple[tuple[str, str], ...]:
    """Returns the texts of a clause that a decision rests on, by name: the statement that is seen, and every imported official text."""
    if clause is None:
        return ()
    return (("statement", seen_of(clause, language)), *((name, mark) for name, mark in clause.fingerprints if name != "statement"))


def _changed(decision: Decision, clauses: Clauses) -> bool:
    clause = clauses.get((decision.standard, decision.clause))
    kept = clauses.get((decision.standard, decision.other or decision.clause))
    seen = bool(clause and decision.clause_seen) and decision.clause_seen not in _statements(clause)
    return seen or _texts_changed(dict(decision.texts_seen), kept)


def _statements(clause: Clause | None) -> frozenset[str]:
    return frozenset(fingerprint(text) for _, text in clause.statements) if clause is not None else frozenset()


def _texts_changed(before: dict[str, str], clause: Clause | None) -> bool:
    """Returns whether a text that a decision rested on reads otherwise now.

    A statement is the same while it stands in any language. An official text that a workspace does not have says nothing.
    """
    if clause is None or not before:
        return False
    statement = before.pop("statement", "")
    return (bool(statement) and statement not in _statements(clause)) or texts_changed(before, dict(clause.fingerprints))


def said_of_pairs(carried: Sequence[Carried], clauses: Clauses) -> dict[Pair, list[Said]]:
    """Returns for every provision and clause that people gave a verdict on what each reviewer said last, in the order of the ledger."""
    found: dict[Pair, dict[str, Said]] = {}
    for one in carried:
        for said in _said(one) if one.provision else ():
            if (one.decision.standard, said.clause) in clauses:
                mine = found.setdefault((one.provision, one.decision.standard, said.clause), {})
                mine.pop(reviewer_key(one.decision.reviewer), None)
                mine[reviewer_key(one.decision.reviewer)] = said
    return {pair: list(by_reviewer.values()) for pair, by_reviewer in found.items()}


def _said(carried: Carried) -> tuple[Said, ...]:
    decision = carried.decision
    if decision.kind not in VERDICTS:
        return ()
    relation = decision.relation or Relation.NONE
    if decision.kind == DecisionKind.OTHER:
        return (Said(carried, decision.clause, Relation.NONE), Said(carried, decision.other, relation, decision.part))
    return (Said(carried, decision.clause, Relation.NONE if decision.kind == DecisionKind.REJECT else relation, decision.part),)


def reviewer_key(name: str) -> str:
    """Returns a reviewer's name as it is compared: case and spacing do not make another person."""
    return " ".join(name.split()).casefold()
