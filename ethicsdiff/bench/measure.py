"""Figures of accuracy of a group of items: ranking, the decision "aligned or not", calibration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ethicsdiff.bench.gold import GoldItem
from ethicsdiff.model.match import Candidate

_BINS = 10
NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One item with its proposals, strongest first, the threshold of the decision and the seconds that matching it took on average."""

    item: GoldItem
    proposals: tuple[Candidate, ...]
    threshold: float
    seconds: float = 0.0

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
    ece: float
    seconds: float


def names(candidate: Candidate, standard: str, clause: str) -> bool:
    """Returns whether a proposal names a clause; a sub-clause counts as named when its parent is proposed."""
    if candidate.standard != standard:
        return False
    return clause in (candidate.clause, candidate.part) or clause.startswith((f"{candidate.clause}.", f"{candidate.clause}-"))


def is_right(scored: Scored) -> bool:
    """Returns whether the strongest proposal is a label or acceptable beside one."""
    accepted = [(s, c) for s, c, _ in scored.item.labels] + list(scored.item.also_ok)
    return bool(scored.proposals) and any(names(scored.proposals[0], s, c) for s, c in accepted)


def rank_of(scored: Scored, standard: str, clause: str) -> int:
    """Returns the rank (1-based) of the first proposal that names a clause, 0 where none does."""
    return next((rank for rank, proposal in enumerate(scored.proposals, 1) if names(proposal, standard, clause)), 0)


def best_rank(scored: Scored) -> int:
    """Returns the rank (1-based) of the best-ranked label among the proposals, 0 where none is proposed."""
    ranks = [rank_of(scored, standard, clause) for standard, clause, _ in scored.item.labels]
    return min((rank for rank in ranks if rank), default=0)


def figures(rows: Sequence[Scored]) -> Figures:
    """Returns the figures of a group of items."""
    labelled = [row for row in rows if row.item.labels]
    ranks = [best_rank(row) for row in labelled]
    precision, recall, f1 = _decision(rows)
    return Figures(
        n=len(rows),
        labelled=len(labelled),
        top1=share([is_right(row) for row in labelled]),
        recall_at_3=share([0 < rank <= NEAR for rank in ranks]),
        mrr=sum(1 / rank for rank in ranks if rank) / max(len(ranks), 1),
        precision=precision,
        recall=recall,
        f1=f1,
        ece=_calibration_error(rows),
        seconds=sum(row.seconds for row in rows) / max(len(rows), 1),
    )


def share(flags: Sequence[bool]) -> float:
    """Returns the share of true values, 0 of none."""
    return sum(flags) / len(flags) if flags else 0.0


def _decision(rows: Sequence[Scored]) -> tuple[float, float, float]:
    """Returns precision, recall and F1 of "answers some clause"; an acceptable neighbour proposed for an unlabelled item is neutral."""
    hits = sum(row.aligned for row in rows if row.item.labels)
    false = sum(row.aligned and not is_right(row) for row in rows if not row.item.labels)
    wanted = sum(bool(row.item.labels) for row in rows)
    return prf(hits, hits + false, wanted)


def prf(hits: int, proposed: int, wanted: int) -> tuple[float, float, float]:
    """Returns precision, recall and F1 from counts, 0 where there is nothing to divide by."""
    precision, recall = hits / proposed if proposed else 0.0, hits / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def _calibration_error(rows: Sequence[Scored]) -> float:
    """Returns the expected calibration error of the strongest proposal: how far its probability is from how often it is right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for row in rows:
        if row.proposals:
            chance = row.proposals[0].probability
            bins[min(int(chance * _BINS), _BINS - 1)].append((chance, is_right(row)))
    count = sum(len(part) for part in bins)
    return sum(abs(sum(c for c, _ in part) - sum(r for _, r in part)) for part in bins if part) / max(count, 1)
