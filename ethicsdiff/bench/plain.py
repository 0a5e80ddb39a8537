"""A measured run as plain values, for JSON (`ethicsdiff/bench/1`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ethicsdiff.bench.groups import Key, Measured, grouped, main_groups, sub_groups
from ethicsdiff.bench.measure import Scored, best_rank, figures, is_right
from ethicsdiff.bench.relations import Pair, confusion, contradictions, macro_f1, pairs

SCHEMA = "ethicsdiff/bench/1"
_SHOWN = 5


def bench_json(measured: Measured) -> dict[str, Any]:
    """Returns the figures, and every item with its proposals."""
    rows, fate = measured.rows, contradictions(pairs(measured.rows))
    return {
        "schema": SCHEMA,
        "encoder": measured.encoder,
        "threshold": rows[0].threshold if rows else 0.0,
        "seconds_a_provision": group_figures(rows)["seconds_a_provision"],
        "exemplars_among_items": len(measured.memorised),
        "unknown_labels": list(measured.unknown_labels),
        **_groups(rows, main_groups()),
        "all": group_figures(rows),
        "groups": _groups(rows, sub_groups(measured)),
        "confusion": confusion(pairs(rows)),
        "contradictions": {"labelled": fate.labelled, "shown": fate.shown, "found": fate.found, "share_found": round(fate.share_found, 4)},
        "aligned_although_nothing_answers": sum(row.aligned and not row.item.labels and not is_right(row) for row in rows),
        "contradictions_said_to_cover": fate.said_to_cover,
        "items": [_item(row, memorised=row.item.id in measured.memorised) for row in rows],
    }


def _groups(rows: Sequence[Scored], keys: Mapping[str, Key]) -> dict[str, dict[str, Any]]:
    return {name: {value: group_figures(part) for value, part in grouped(rows, key).items()} for name, key in keys.items()}


def group_figures(rows: Sequence[Scored]) -> dict[str, Any]:
    """Returns the figures of a group of items, rounded."""
    value = figures(rows)
    return {
        "n": value.n, "labelled": value.labelled, "top1": round(value.top1, 4), "recall_at_3": round(value.recall_at_3, 4),
        "mrr": round(value.mrr, 4),
        "decision": {"precision": round(value.precision, 4), "recall": round(value.recall, 4), "f1": round(value.f1, 4)},
        "relation": {"macro_f1": round(macro_f1(confusion(pairs(rows))), 4)}, "ece": round(value.ece, 4),
        "seconds_a_provision": round(value.seconds, 4),
    }  # fmt: skip


def _item(row: Scored, *, memorised: bool) -> dict[str, Any]:
    return {
        "id": row.item.id, "lang": row.item.language, "kind": row.item.kind,
        "labels": [f"{s}:{c}" for s, c, _ in row.item.labels], "aligned": row.aligned, "rank": best_rank(row), "right": is_right(row),
        "exemplar": memorised, "pairs": [_pair(pair) for pair in pairs([row])],
        "proposals": [
            {
                "standard": c.standard, "clause": c.clause, "part": c.part, "probability": c.probability,
                "relation": c.judgement.relation.value,
            }
            for c in row.proposals[:_SHOWN]
        ],
    }  # fmt: skip


def _pair(pair: Pair) -> dict[str, Any]:
    return {"clause": f"{pair.standard}:{pair.clause}", "wanted": pair.wanted, "rank": pair.rank, "relation": pair.relation}
