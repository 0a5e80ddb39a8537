"""How well the relation is judged: over the labelled pairs whose clause was proposed, and for contradictions over all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ethicsdiff.bench.measure import NEAR, Scored, prf, rank_of
from ethicsdiff.model.match import Relation

RELATIONS = tuple(relation.value for relation in Relation)
_CONTRADICTS, _COVERS = Relation.CONTRADICTS.value, Relation.COVERS.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A labelled pair: the relation wanted, at which rank its clause was proposed (0: not at all) and with which relation.

    Shown means among the first three and at or above the threshold: what a user sees.
    """

    item: str
    standard: str
    clause: str
    wanted: str
    rank: int
    relation: str
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradictions:
    """Labelled contradictions: all, those whose clause was shown, those also said to contradict, those said to cover instead."""

    labelled: int
    shown: int
    found: int
    said_to_cover: int

    @property
    def share_found(self) -> float:
        """The share of all labelled contradictions that was called one."""
        return self.found / self.labelled if self.labelled else 0.0


def pairs(rows: Sequence[Scored]) -> tuple[Pair, ...]:
    """Returns every labelled pair with what was proposed for it."""
    return tuple(pair for row in rows for pair in _pairs(row))


def _pairs(row: Scored) -> Iterator[Pair]:
    for standard, clause, wanted in row.item.labels:
        rank = rank_of(row, standard, clause)
        proposal = row.proposals[rank - 1] if rank else None
        yield Pair(
            item=row.item.id, standard=standard, clause=clause, wanted=wanted, rank=rank,
            relation=proposal.judgement.relation.value if proposal else "",
            shown=proposal is not None and rank <= NEAR and proposal.probability >= row.threshold,
        )  # fmt: skip


def confusion(found: Sequence[Pair]) -> dict[str, dict[str, int]]:
    """Returns for each wanted relation how often each relation was proposed, over the pairs that were shown."""
    counts = Counter((pair.wanted, pair.relation) for pair in found if pair.shown)
    wanted = sorted({name for name, _ in counts}, key=RELATIONS.index)
    return {name: {other: count for (mine, other), count in sorted(counts.items()) if mine == name} for name in wanted}


def macro_f1(table: Mapping[str, Mapping[str, int]]) -> float:
    """Returns the mean F1 of the wanted relations of a confusion table."""
    scores = [_f1(table, name) for name in table]
    return sum(scores) / len(scores) if scores else 0.0


def _f1(table: Mapping[str, Mapping[str, int]], name: str) -> float:
    proposed = sum(row.get(name, 0) for row in table.values())
    return prf(table[name].get(name, 0), proposed, sum(table[name].values()))[2]


def contradictions(found: Sequence[Pair]) -> Contradictions:
    """Returns how the labelled contradictions fared."""
    mine = [pair for pair in found if pair.wanted == _CONTRADICTS]
    shown = [pair.relation for pair in mine if pair.shown]
    return Contradictions(labelled=len(mine), shown=len(shown), found=shown.count(_CONTRADICTS), said_to_cover=shown.count(_COVERS))
