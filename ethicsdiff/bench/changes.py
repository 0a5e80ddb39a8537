"""An earlier run beside this one: labelled pairs gained and lost, decisions and relations changed, figures moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ethicsdiff.bench.groups import Measured
from ethicsdiff.bench.measure import NEAR
from ethicsdiff.bench.snapshot import Placed, Snapshot, snapshot
from ethicsdiff.errors import BenchmarkError

_VISIBLE = 0.0005


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One labelled pair with its rank and relation before and after; a pair is found when its clause is among the first three."""

    item: str
    clause: str
    before: Placed
    after: Placed

    @property
    def gained(self) -> bool:
        """Whether it is found now and was not."""
        return _found(self.after) and not _found(self.before)

    @property
    def lost(self) -> bool:
        """Whether it was found and is not now."""
        return _found(self.before) and not _found(self.after)

    @property
    def reworded(self) -> bool:
        """Whether it was found and is, with another relation."""
        return _found(self.before) and _found(self.after) and self.before[1] != self.after[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two runs over the items that both have; `decisions` are (item, whether it is aligned now) where that changed."""

    before: Snapshot
    after: Snapshot
    gained: tuple[Change, ...]
    lost: tuple[Change, ...]
    relations: tuple[Change, ...]
    decisions: tuple[tuple[str, bool], ...]

    @property
    def net_loss(self) -> int:
        """How many more pairs were lost than gained."""
        return len(self.lost) - len(self.gained)

    def figures(self) -> Iterator[tuple[str, str, float, float]]:
        """Yields (group, figure, before, now) for "all" and each language; a group that stood on other items is left out."""
        for group, now in self.after.figures.items():
            before = self.before.figures.get(group, {})
            if before.get("n") == now["n"]:
                yield from ((group, name, before[name], value) for name, value in now.items() if name in before and name != "n")


def _found(placed: Placed) -> bool:
    return 0 < placed[0] <= NEAR


def compare(before: Snapshot, measured: Measured) -> Comparison:
    """Returns what changed since `before`, over the items it knows.

    Errors:
        BenchmarkError: the two runs have no item in common.
    """
    rows = tuple(row for row in measured.rows if row.item.id in before.aligned)
    if not rows:
        raise BenchmarkError("the baseline and these labelled provisions have no id in common", hint="Measure the same files.")
    after = snapshot(replace(measured, rows=rows))
    changes = [
        Change(item=key[0], clause=key[1], before=before.placed[key], after=placed)
        for key, placed in after.placed.items()
        if key in before.placed
    ]
    return Comparison(
        before=before,
        after=after,
        gained=tuple(change for change in changes if change.gained),
        lost=tuple(change for change in changes if change.lost),
        relations=tuple(change for change in changes if change.reworded),
        decisions=tuple((name, now) for name, now in after.aligned.items() if before.aligned[name] != now),
    )


def changes_json(comparison: Comparison) -> dict[str, Any]:
    """Returns what changed as plain values."""
    return {
        "items_in_both": len(comparison.after.aligned),
        "baseline_encoder": comparison.before.encoder,
        "gained": [_plain(change) for change in comparison.gained],
        "lost": [_plain(change) for change in comparison.lost],
        "relations_changed": [_plain(change) for change in comparison.relations],
        "decisions_changed": [{"id": name, "aligned": now} for name, now in comparison.decisions],
        "figures": [{"group": group, "figure": name, "before": old, "now": now} for group, name, old, now in comparison.figures()],
    }


def _plain(change: Change) -> dict[str, Any]:
    (rank, relation), (rank_now, relation_now) = change.before, change.after
    return {
        "id": change.item, "clause": change.clause, "rank_before": rank, "rank": rank_now,
        "relation_before": relation, "relation": relation_now,
    }  # fmt: skip


def changes_text(comparison: Comparison) -> str:
    """Returns what changed for people."""
    before, after = comparison.before, comparison.after
    lines = [f"against the baseline ({len(after.aligned)} of its {len(before.aligned)} items)"]
    if before.encoder != after.encoder:
        lines.append(f"  its encoder was {before.encoder or 'none'}, now {after.encoder or 'none'}")
    lines += _block("labelled pairs gained", [_ranks(change) for change in comparison.gained])
    lines += _block("labelled pairs lost", [_ranks(change) for change in comparison.lost])
    lines += _block("relations changed", [f"{c.item} {c.clause}: {c.before[1]} -> {c.after[1]}" for c in comparison.relations])
    lines += _block("decisions changed", [f"{name}: now {'aligned' if now else 'not aligned'}" for name, now in comparison.decisions])
    return "\n".join([*lines, *_figures(comparison)])


def _block(title: str, lines: Sequence[str]) -> Iterator[str]:
    yield f"  {title}: {len(lines)}"
    yield from (f"    {line}" for line in lines)


def _ranks(change: Change) -> str:
    return f"{change.item} {change.clause}: rank {change.before[0] or '-'} -> {change.after[0] or '-'}"


def _figures(comparison: Comparison) -> list[str]:
    """Returns the figures that moved, and the groups that cannot be compared."""
    rows = tuple(comparison.figures())
    moved = [f"  {group}: {name} {old:.3f} -> {now:.3f}" for group, name, old, now in rows if abs(old - now) >= _VISIBLE]
    other = [group for group in comparison.after.figures if group not in {row[0] for row in rows}]
    return [*moved, *(f"  {group}: figures not compared, they stood on other items" for group in other)]
