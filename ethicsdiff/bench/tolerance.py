"""How much of a loss is let pass: committed beside the baseline, so that a fall is a decision of its own and not an accident."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ethicsdiff.bench.changes import Comparison
from ethicsdiff.bench.snapshot import SAID_TO_COVER
from ethicsdiff.errors import BenchmarkError

FIGURES = ("top1", "recall_at_3", "mrr", "f1", "relation_macro_f1", "ece", SAID_TO_COVER)
_RISING_IS_WORSE = frozenset({"ece", SAID_TO_COVER})
_ROUNDING = 1e-9
_ALL = dict.fromkeys(FIGURES, 0.02) | {SAID_TO_COVER: 0.0}
_LANGUAGES = dict.fromkeys(FIGURES, 0.04)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """What may be lost: `pairs` more than are gained, and of each figure of all items and of one language so much."""

    pairs: int
    all: Mapping[str, float]
    languages: Mapping[str, float]


def tolerance(value: str) -> Tolerance:
    """Returns the tolerance that a number of pairs or a TOML file means.

    Errors:
        BenchmarkError: it is neither, or the file names an unknown figure.
    """
    if value.isdigit():
        return Tolerance(pairs=int(value), all=_ALL, languages=_LANGUAGES)
    try:
        table = tomllib.loads(Path(value).read_text(encoding="utf-8"))
        return Tolerance(pairs=int(table["pairs"]), all=_numbers(table["all"]), languages=_numbers(table["languages"]))
    except OSError as error:
        raise BenchmarkError("a tolerance is a number of pairs or a TOML file", where=value) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        hint = f"Needed: pairs = N, and tables [all] and [languages] of {', '.join(FIGURES)}."
        raise BenchmarkError("this tolerance cannot be understood", where=value, hint=hint) from error


def _numbers(table: Mapping[str, Any]) -> dict[str, float]:
    unknown = set(table) - set(FIGURES)
    if unknown:
        raise ValueError(f"unknown figures {sorted(unknown)}")
    return {name: float(value) for name, value in table.items()}


def breaches(comparison: Comparison, allowed: Tolerance) -> tuple[str, ...]:
    """Returns what was lost beyond the tolerance, one sentence each; empty when all is well."""
    return (*_pairs(comparison, allowed), *_figures(comparison, allowed))


def _pairs(comparison: Comparison, allowed: Tolerance) -> Iterator[str]:
    if comparison.net_loss > allowed.pairs:
        yield f"{comparison.net_loss} more labelled pairs lost than gained, {allowed.pairs} are tolerated"


def _figures(comparison: Comparison, allowed: Tolerance) -> Iterator[str]:
    for group, name, before, now in comparison.figures():
        limit = (allowed.all if group == "all" else allowed.languages).get(name)
        if limit is not None and _loss(name, before, now) > limit + _ROUNDING:
            yield f"{group}: {name} went from {before:.3f} to {now:.3f}, {limit:g} is tolerated"


def _loss(name: str, before: float, now: float) -> float:
    return now - before if name in _RISING_IS_WORSE else before - now
