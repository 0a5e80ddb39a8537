"""Figures of accuracy: ranking, the decision "aligned or not", relations, calibration; by language, standard and kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ethicsdiff.bench.gold import GoldItem
from ethicsdiff.model.match import Candidate, Relation

_BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One item with its proposals, strongest first, and the threshold of the decision."""

    item: GoldItem
    proposals: tuple[Candidate, ...]
    threshold: float

    @property
    def aligned(self) -> bool:
        """Whether the strongest proposal reaches the threshold."""
        return bool(self.proposals) and self.proposals[0].probability >= self.threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Figures of a group of items; shares from 0 to 1, NaN-free: a share of nothing is 0."""

    n: int
    labelled: int
    top1: float
    recall_at_3: float
    mrr: float
    precision: float
    recall: float
    f1: float
    relation_macro_f1: float
    ece: float


def names(candidate: Candidate, standard: str, clause: str) -> bool:
    """Returns whether a proposal names a clause; a sub-clause counts as named when its parent is proposed."""
    if candidate.standard != standard:
        return False
    return clause in (candidate.clause, candidate.part) or clause.startswith((f"{candidate.clause}.", f"{candidate.clause}-"))


def is_right(scored: Scored) -> bool:
    """Returns whether the strongest proposal is a label or acceptable beside one."""
    accepted = [(s, c) for s, c, _ in scored.item.labels] + list(scored.item.also_ok)
    return bool(scored.proposals) and any(names(scored.proposals[0], s, c) for s, c in accepted)


def best_rank(scored: Scored) -> int:
    """Returns the rank (1-based) of the best-ranked label among the proposals, 0 where none is proposed."""
    for rank, proposal in enumerate(scored.proposals, 1):
        if any(names(proposal, s, c) for s, c, _ in scored.item.labels):
            return rank
    return 0


def figures(rows: Sequence[Scored]) -> Figures:
    """Returns the figures of a group of items."""
    labelled = [row for row in rows if row.item.labels]
    ranks = [best_rank(row) for row in labelled]
    precision, recall, f1 = _decision(rows)
    return Figures(
        n=len(rows),
        labelled=len(labelled),
        top1=_share([is_right(row) for row in labelled]),
        recall_at_3=_share([0 < rank <= 3 for rank in ranks]),
        mrr=sum(1 / rank for rank in ranks if rank) / max(len(ranks), 1),
        precision=precision,
        recall=recall,
        f1=f1,
        relation_macro_f1=_relation_f1(rows),
        ece=_calibration_error(rows),
    )


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def _decision(rows: Sequence[Scored]) -> tuple[float, float, float]:
    """Returns precision, recall and F1 of "answers some clause"; an acceptable neighbour proposed for an unlabelled item is neutral."""
    hits = sum(row.aligned for row in rows if row.item.labels)
    false = sum(row.aligned and not is_right(row) for row in rows if not row.item.labels)
    wanted = sum(bool(row.item.labels) for row in rows)
    return _scores(hits, hits + false, wanted)


def _scores(hits: int, proposed: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = hits / proposed if proposed else 0.0, hits / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def relation_pairs(rows: Sequence[Scored]) -> list[tuple[str, str]]:
    """Returns (wanted, proposed) relations of the correctly aligned pairs: labels proposed at or above the threshold."""
    pairs = []
    for row in rows:
        for standard, clause, relation in row.item.labels:
            for proposal in row.proposals[:3]:
                if proposal.probability >= row.threshold and names(proposal, standard, clause):
                    pairs.append((relation, proposal.judgement.relation.value))
                    break
    return pairs


def _relation_f1(rows: Sequence[Scored]) -> float:
    pairs = relation_pairs(rows)
    wanted = sorted({relation for relation, _ in pairs})
    scores = [_f1_of(relation, pairs) for relation in wanted]
    return sum(scores) / len(scores) if scores else 0.0


def _f1_of(relation: str, pairs: Sequence[tuple[str, str]]) -> float:
    hits = sum(a == b == relation for a, b in pairs)
    return _scores(hits, sum(b == relation for _, b in pairs), sum(a == relation for a, _ in pairs))[2]


def _calibration_error(rows: Sequence[Scored]) -> float:
    """Returns the expected calibration error of the strongest proposal: how far its probability is from how often it is right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for row in rows:
        if row.proposals:
            chance = row.proposals[0].probability
            bins[min(int(chance * _BINS), _BINS - 1)].append((chance, is_right(row)))
    count = sum(len(part) for part in bins)
    return sum(abs(sum(c for c, _ in part) - sum(r for _, r in part)) for part in bins if part) / max(count, 1)


def grouped(rows: Sequence[Scored], key: Callable[[Scored], str]) -> dict[str, Figures]:
    """Returns figures for each value of `key`, in alphabetical order."""
    values = sorted({key(row) for row in rows})
    return {value: figures([row for row in rows if key(row) == value]) for value in values}


def standard_of(row: Scored) -> str:
    """Returns the standard of an item's first label, "none" for *nothing*."""
    return row.item.labels[0][0] if row.item.labels else "none"


def contradictions_said_to_cover(rows: Sequence[Scored]) -> int:
    """Returns how many contradictions were proposed as covers: the error that must not happen."""
    return sum(a == Relation.CONTRADICTS.value and b == Relation.COVERS.value for a, b in relation_pairs(rows))
