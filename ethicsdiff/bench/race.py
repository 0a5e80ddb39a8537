"""A crosswalk as a race: our ranking and its rivals on the same units, once for every language that the files have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ethicsdiff.bench.crosswalk import Crosswalk, Unit
from ethicsdiff.bench.ranking import RankFigures, rank_figures
from ethicsdiff.bench.rivals import Method, Table

OURS, OURS_ALONE = "ethicsdiff", "ethicsdiff, own words alone"
WITH_HEADING = " + heading"
Ours = Callable[[Sequence[Unit], Sequence[Unit]], Table]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lap:
    """Figures of every method for sources in one language against targets in some; `lost` pairs of the crosswalk name no unit."""

    crosswalk: str
    lost: int
    source: str
    targets: tuple[str, ...]
    target_units: int
    figures: Mapping[str, RankFigures]

    @property
    def best_rival(self) -> str:
        """The method with the best MRR among those that are not ours."""
        return max((name for name in self.figures if name not in (OURS, OURS_ALONE)), key=lambda name: self.figures[name].mrr)


def race(crosswalk: Crosswalk, ours: Ours, rivals: Mapping[str, Method]) -> Iterator[Lap]:
    """Yields a lap for each language of the sources, and one across languages where the targets are translated too."""
    known = _languages(crosswalk.targets)
    for language in _languages(crosswalk.sources):
        yield _lap(crosswalk, language, known, ours, rivals)
        if language in known[1:]:
            yield _lap(crosswalk, language, known[:1], ours, rivals)


def _languages(units: Sequence[Unit]) -> tuple[str, ...]:
    """Returns the languages in which at least half of the units have words, in order of appearance."""
    found = dict.fromkeys(code for unit in units for code, _ in unit.texts)
    return tuple(code for code in found if 2 * sum(code in dict(unit.texts) for unit in units) >= len(units))


def _lap(crosswalk: Crosswalk, language: str, targets: tuple[str, ...], ours: Ours, rivals: Mapping[str, Method]) -> Lap:
    left, right = _spoken(crosswalk.sources, (language,)), _spoken(crosswalk.targets, targets)
    gold = {row: columns for row, columns in crosswalk.gold.items() if left[row].texts}
    tables = {OURS: ours(left, right), OURS_ALONE: ours(_flat(left), _flat(right))}
    for name, method in rivals.items():
        tables[name] = method(_own(left, language), _own(right, language))
        tables[name + WITH_HEADING] = method(_headed(left, language), _headed(right, language))
    figures = {name: rank_figures(table, gold) for name, table in tables.items()}
    return Lap(
        crosswalk=crosswalk.name, lost=crosswalk.lost, source=language, targets=targets, target_units=len(right), figures=figures
    )  # fmt: skip


def _spoken(units: Sequence[Unit], languages: tuple[str, ...]) -> tuple[Unit, ...]:
    return tuple(replace(unit, texts=tuple(pair for pair in unit.texts if pair[0] in languages)) for unit in units)


def _flat(units: Sequence[Unit]) -> tuple[Unit, ...]:
    return tuple(replace(unit, above=-1) for unit in units)


def _own(units: Sequence[Unit], language: str) -> list[str]:
    """Returns the words of each unit in a language, or in its first one where it has none in that."""
    return [dict(unit.texts).get(language, unit.texts[0][1] if unit.texts else "") for unit in units]


def _headed(units: Sequence[Unit], language: str) -> list[str]:
    """Returns the words of each unit behind those of the unit above it."""
    own = _own(units, language)
    return [f"{own[unit.above]}. {text}" if unit.above >= 0 else text for unit, text in zip(units, own, strict=True)]
