"""The figures of crosswalks and of parallel texts as text and as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ethicsdiff.bench.parallel import Crossing
from ethicsdiff.bench.race import OURS, Lap
from ethicsdiff.bench.ranking import RankFigures

CROSSWALK_SCHEMA = "ethicsdiff/bench-crosswalk/1"
PARALLEL_SCHEMA = "ethicsdiff/bench-parallel/1"
_WIDTH = 38
_HEAD = "".join(f"{column:>8}" for column in ("MRR", "hit@1", "hit@3", "rec@5"))


def laps_json(laps: Sequence[Lap], *, encoder: str) -> dict[str, Any]:
    """Returns the figures of every method and lap."""
    rows = [
        {
            "crosswalk": lap.crosswalk, "source_language": lap.source, "target_languages": list(lap.targets),
            "target_units": lap.target_units, "pairs_left_out": lap.lost, "best_rival": lap.best_rival,
            "methods": {name: _plain(figures) for name, figures in lap.figures.items()},
        }
        for lap in laps
    ]  # fmt: skip
    return {"schema": CROSSWALK_SCHEMA, "encoder": encoder, "laps": rows}


def crossings_json(crossings: Sequence[Crossing], *, encoder: str) -> dict[str, Any]:
    """Returns the figures of every pair of versions."""
    rows = [
        {"source": c.source, "target": c.target, "languages": list(c.languages), **_plain(c.figures)} for c in crossings
    ]  # fmt: skip
    return {"schema": PARALLEL_SCHEMA, "encoder": encoder, "pairs": rows}


def _plain(figures: RankFigures) -> dict[str, Any]:
    return {
        "n": figures.n, "mrr": round(figures.mrr, 4), "hit_at_1": round(figures.hit_at_1, 4),
        "hit_at_3": round(figures.hit_at_3, 4), "recall_at_5": round(figures.recall_at_5, 4),
    }  # fmt: skip


def laps_text(laps: Sequence[Lap], *, encoder: str) -> str:
    """Returns a table for each lap, the best method first."""
    lines = [f"encoder {encoder or 'none'}; + heading: with the words of the unit above it"]
    for lap in laps:
        lines += ["", *_lap(lap)]
    return "\n".join(lines)


def _lap(lap: Lap) -> Iterator[str]:
    ours, rival = lap.figures[OURS], lap.figures[lap.best_rival]
    yield f"{lap.crosswalk}: {lap.source} -> {', '.join(lap.targets)}; {ours.n} sources with a pair, {lap.target_units} targets"
    yield f"{'method':<{_WIDTH}}{_HEAD}"
    for name, figures in sorted(lap.figures.items(), key=lambda item: -item[1].mrr):
        yield f"{name:<{_WIDTH}}{_numbers(figures)}"
    if lap.lost:
        yield f"pairs left out, they name no unit with words: {lap.lost}"
    yield f"ethicsdiff against the best rival ({lap.best_rival}): MRR {ours.mrr - rival.mrr:+.3f}"


def crossings_text(crossings: Sequence[Crossing], *, encoder: str) -> str:
    """Returns one line for each pair of versions."""
    lines = [f"the same unit found by meaning, encoder {encoder}", f"{'from -> to':<{_WIDTH}}{'n':>5}{_HEAD}"]
    return "\n".join([*lines, *(f"{f'{c.source} -> {c.target}':<{_WIDTH}}{c.figures.n:>5}{_numbers(c.figures)}" for c in crossings)])


def _numbers(figures: RankFigures) -> str:
    return "".join(f"{number:>8.3f}" for number in (figures.mrr, figures.hit_at_1, figures.hit_at_3, figures.recall_at_5))
