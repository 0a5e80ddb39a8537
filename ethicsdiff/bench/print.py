"""The figures as text and as JSON (`ethicsdiff/bench/1`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ethicsdiff.bench.measure import Figures, Scored, best_rank, contradictions_said_to_cover, figures, grouped, is_right, standard_of

SCHEMA = "ethicsdiff/bench/1"
_HEAD = f"{'':<12}{'n':>5}{'top-1':>8}{'rec@3':>8}{'MRR':>8}{'prec':>8}{'recall':>8}{'F1':>8}{'rel-F1':>8}{'ECE':>8}"


def bench_json(rows: Sequence[Scored], *, encoder: str, seconds: float) -> dict[str, Any]:
    """Returns the figures and every item with its proposals as plain values."""
    return {
        "schema": SCHEMA,
        "encoder": encoder,
        "threshold": rows[0].threshold if rows else 0.0,
        "seconds_a_provision": round(seconds / max(len(rows), 1), 4),
        "languages": {name: _plain(value) for name, value in grouped(rows, lambda r: r.item.language).items()},
        "standards": {name: _plain(value) for name, value in grouped(rows, standard_of).items()},
        "kinds": {name: _plain(value) for name, value in grouped(rows, lambda r: r.item.kind).items()},
        "all": _plain(figures(rows)),
        "contradictions_said_to_cover": contradictions_said_to_cover(rows),
        "items": [_item(row) for row in rows],
    }


def _plain(value: Figures) -> dict[str, Any]:
    return {
        "n": value.n, "labelled": value.labelled, "top1": round(value.top1, 4), "recall_at_3": round(value.recall_at_3, 4),
        "mrr": round(value.mrr, 4),
        "decision": {"precision": round(value.precision, 4), "recall": round(value.recall, 4), "f1": round(value.f1, 4)},
        "relation": {"macro_f1": round(value.relation_macro_f1, 4)}, "ece": round(value.ece, 4),
    }  # fmt: skip


def _item(row: Scored) -> dict[str, Any]:
    return {
        "id": row.item.id, "lang": row.item.language, "kind": row.item.kind,
        "labels": [f"{s}:{c}" for s, c, _ in row.item.labels], "aligned": row.aligned, "rank": best_rank(row), "right": is_right(row),
        "proposals": [
            {
                "standard": c.standard, "clause": c.clause, "part": c.part, "probability": c.probability,
                "relation": c.judgement.relation.value,
            }
            for c in row.proposals[:5]
        ],
    }  # fmt: skip


def bench_text(rows: Sequence[Scored], *, encoder: str, seconds: float, misses: int = 40) -> str:
    """Returns the tables by language, standard and kind, and the misses."""
    parts = [f"{len(rows)} labelled provisions, encoder {encoder or 'none'}, threshold {rows[0].threshold:.2f}", ""]
    for title, key in (("language", lambda r: r.item.language), ("standard", standard_of), ("kind", lambda r: r.item.kind)):
        parts += [title + _HEAD[len(title) :], *(_line(name, value) for name, value in grouped(rows, key).items()), ""]
    parts += [_line("all", figures(rows)), f"contradictions said to cover: {contradictions_said_to_cover(rows)}"]
    parts += [f"{seconds / max(len(rows), 1):.3f} s a provision", "", *_misses(rows, misses)]
    return "\n".join(parts)


def _line(name: str, f: Figures) -> str:
    numbers = (f.top1, f.recall_at_3, f.mrr, f.precision, f.recall, f.f1, f.relation_macro_f1, f.ece)
    return f"{name:<12}{f.n:>5}" + "".join(f"{number:>8.3f}" for number in numbers)


def _misses(rows: Sequence[Scored], most: int) -> list[str]:
    wrong = [row for row in rows if (row.item.labels and not is_right(row)) or (not row.item.labels and row.aligned and not is_right(row))]
    lines = [f"misses ({len(wrong)}):"] if wrong else []
    for row in wrong[:most]:
        wanted = ", ".join(f"{s}:{c}" for s, c, _ in row.item.labels) or "nothing"
        got = ", ".join(f"{c.standard}:{c.clause} {c.probability:.2f}" for c in row.proposals[:3])
        lines.append(f"  {row.item.id}: wanted {wanted}; proposed {got}; {row.item.text[:90]}")
    return lines
