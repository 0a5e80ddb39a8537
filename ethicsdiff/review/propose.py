"""Candidates in, proposals and coverage out. Nothing a machine proposes stands as more than `proposed`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ethicsdiff.model.match import Candidate, Relation
from ethicsdiff.model.review import Alignment, ClauseCoverage, Standing
from ethicsdiff.model.standard import COUNTED, Catalogue, Standard

_MOST_A_PROVISION = 3
_SECOND_SHARE = 0.5
_STATES = (
    (Relation.CONTRADICTS, "contradicted"),
    (Relation.COVERS, "covered"),
    (Relation.STRICTER, "covered"),
    (Relation.PARTIAL, "partial"),
    (Relation.WEAKER, "weaker"),
)
Key = tuple[str, str]


def proposals(candidates: Sequence[Candidate], threshold: float) -> tuple[Alignment, ...]:
    """Returns the alignments at or above `threshold`, at most three a provision, in the order of the candidates' provisions."""
    by_provision: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.probability >= threshold:
            by_provision.setdefault(candidate.provision, []).append(candidate)
    return tuple(_alignment(c) for rows in by_provision.values() for c in _strongest(rows))


def _strongest(rows: list[Candidate]) -> list[Candidate]:
    """Returns the best candidates of a provision; a further one must be at least half as probable as the first."""
    ordered = sorted(rows, key=lambda c: -c.probability)[:_MOST_A_PROVISION]
    return [c for c in ordered if c.probability >= _SECOND_SHARE * ordered[0].probability]


def _alignment(candidate: Candidate) -> Alignment:
    return Alignment(
        provision=candidate.provision, standard=candidate.standard, clause=candidate.clause,
        relation=candidate.judgement.relation, standing=Standing.PROPOSED, candidate=candidate,
    )  # fmt: skip


def coverage(catalogue: Catalogue, alignments: Sequence[Alignment], not_applicable: Collection[Key] = ()) -> tuple[ClauseCoverage, ...]:
    """Returns what the alignments do to every counted clause and every theme; rejections and lost places do nothing."""
    live = [one for one in alignments if one.provision and one.relation != Relation.NONE]
    by_clause: dict[Key, list[Alignment]] = {}
    for one in live:
        by_clause.setdefault((one.standard, one.clause), []).append(one)
    return tuple(row for standard in catalogue.standards for row in _coverage(standard, live, by_clause, not_applicable))


def _coverage(
    standard: Standard, alignments: Sequence[Alignment], by_clause: Mapping[Key, list[Alignment]], not_applicable: Collection[Key]
) -> list[ClauseCoverage]:
    rows = []
    for clause in standard.clauses:
        if standard.themes_only:
            mine = [a for a in alignments if f"{a.standard}:{a.clause}" in (*clause.related, f"{standard.id}:{clause.id}")]
            state = "touched" if mine else "untouched"
        elif clause.kind in COUNTED:
            mine = by_clause.get((standard.id, clause.id), [])
            state = "not_applicable" if (standard.id, clause.id) in not_applicable else state_of(mine)
        else:
            continue
        provisions = tuple(dict.fromkeys(a.provision for a in mine))
        rows.append(ClauseCoverage(standard=standard.id, clause=clause.id, state=state, provisions=provisions))
    return rows


def state_of(alignments: Sequence[Alignment]) -> str:
    """Returns the state of a clause: a contradiction prevails, then the fullest answer, "gap" where nothing speaks to it."""
    relations = {alignment.relation for alignment in alignments}
    return next((state for relation, state in _STATES if relation in relations), "gap")
