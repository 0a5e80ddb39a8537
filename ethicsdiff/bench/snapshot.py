"""A run as it is kept for comparison: ids with ranks, relations and decisions, and the headline figures; no texts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ethicsdiff.bench.groups import Measured
from ethicsdiff.bench.plain import SCHEMA as BENCH_SCHEMA
from ethicsdiff.bench.plain import bench_json
from ethicsdiff.errors import BenchmarkError

SCHEMA = "ethicsdiff/bench-baseline/1"
SAID_TO_COVER = "contradictions_said_to_cover"
Placed = tuple[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A run without its texts.

    `aligned` is the decision on each item; `placed` gives for (item, clause) the rank and relation it was proposed with; `figures` are
    those of "all" and of each language by name, with the number of items `n` they stand on.
    """

    encoder: str
    aligned: Mapping[str, bool]
    placed: Mapping[tuple[str, str], Placed]
    figures: Mapping[str, Mapping[str, float]]


def snapshot(measured: Measured) -> Snapshot:
    """Returns a run as it is compared with others."""
    return _from_bench(bench_json(measured))


def snapshot_text(measured: Measured) -> str:
    """Returns a run as the file that is kept: JSON with one item a line, so that a change of one item is a change of one line."""
    taken = snapshot(measured)
    rows: dict[str, dict[str, Any]] = {name: {"aligned": aligned, "pairs": {}} for name, aligned in taken.aligned.items()}
    for (item, clause), placed in taken.placed.items():
        rows[item]["pairs"][clause] = list(placed)
    head = json.dumps({"schema": SCHEMA, "encoder": taken.encoder, "figures": dict(taken.figures)}, indent=1)
    items = ",\n".join(f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in rows.items())
    return f'{head[:-2]},\n "items": {{\n{items}\n }}\n}}\n'


def read_snapshot(path: Path) -> Snapshot:
    """Returns an earlier run, kept by `--save-baseline` or printed with `--format json`.

    Errors:
        BenchmarkError: the file is neither.
    """
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        return {BENCH_SCHEMA: _from_bench, SCHEMA: _from_kept}[value["schema"]](value)
    except OSError as error:
        raise BenchmarkError("this baseline cannot be read", where=str(path)) from error
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        hint = "Make one with: ethicsdiff bench GOLD... --save-baseline FILE"
        raise BenchmarkError("this is no result of an earlier bench run", where=str(path), hint=hint) from error


def _from_bench(value: Mapping[str, Any]) -> Snapshot:
    whole = _headline(value["all"]) | {SAID_TO_COVER: float(value[SAID_TO_COVER])}
    return Snapshot(
        encoder=str(value["encoder"]),
        aligned={row["id"]: bool(row["aligned"]) for row in value["items"]},
        placed={(row["id"], pair["clause"]): (int(pair["rank"]), str(pair["relation"])) for row in value["items"] for pair in row["pairs"]},
        figures={"all": whole, **{name: _headline(part) for name, part in value["languages"].items()}},
    )


def _from_kept(value: Mapping[str, Any]) -> Snapshot:
    items: Mapping[str, Any] = value["items"]
    return Snapshot(
        encoder=str(value["encoder"]),
        aligned={name: bool(row["aligned"]) for name, row in items.items()},
        placed={(name, clause): (int(p[0]), str(p[1])) for name, row in items.items() for clause, p in row["pairs"].items()},
        figures={name: {key: float(number) for key, number in part.items()} for name, part in value["figures"].items()},
    )


def _headline(part: Mapping[str, Any]) -> dict[str, float]:
    return {
        "n": part["n"], "top1": part["top1"], "recall_at_3": part["recall_at_3"], "mrr": part["mrr"], "f1": part["decision"]["f1"],
        "relation_macro_f1": part["relation"]["macro_f1"], "ece": part["ece"],
    }  # fmt: skip
