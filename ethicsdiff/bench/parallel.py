"""One text in several languages: how often a unit finds itself in the other language, by meaning alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from ethicsdiff.bench.crosswalk import read_lines
from ethicsdiff.bench.ranking import RankFigures, rank_figures
from ethicsdiff.bench.rivals import Table
from ethicsdiff.errors import BenchmarkError
from ethicsdiff.languages.detect import document_languages

Meaning = Callable[[Sequence[str], str], Table]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One language version of a text: units by id."""

    name: str
    language: str
    units: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """Figures of finding the units of one version in another."""

    source: str
    target: str
    languages: tuple[str, str]
    figures: RankFigures


def find_versions(places: Sequence[Path]) -> tuple[tuple[Version, ...], ...]:
    """Returns the texts that are there in several versions: files are one text, a folder may hold several ("a_en", "a_ru", "b_en", "b_ru").

    Errors:
        BenchmarkError: there are no two versions of one text, or a file does not follow the format.
    """
    folders = [place for place in places if place.is_dir()]
    texts = [[place for place in places if not place.is_dir()]]
    for folder in folders:
        by_name: dict[str, list[Path]] = {}
        for path in sorted(folder.glob("*.jsonl")):
            by_name.setdefault(path.stem.rpartition("_")[0] or path.stem, []).append(path)
        texts += by_name.values()
    found = tuple(tuple(read_version(path) for path in paths) for paths in texts if len(paths) > 1)
    if not found:
        raise BenchmarkError("two files of one text in two languages are needed", where=", ".join(map(str, places)))
    return found


def read_version(path: Path) -> Version:
    """Returns the units of a file that consist of no others: with "2" and "2.1" in it, "2" is left out, because its words stand twice."""
    rows = [row for row in read_lines(path, needed=("id",)) if row.get("text")]
    parents = {str(row["id"]).rpartition(".")[0] for row in rows}
    units = {str(row["id"]): str(row["text"]) for row in rows if str(row["id"]) not in parents}
    return Version(name=path.stem, language=document_languages(list(units.values()))[0], units=units)


def crossings(versions: Sequence[Version], meaning: Meaning) -> Iterator[Crossing]:
    """Yields the figures of each ordered pair of versions, over the units that both have.

    Errors:
        BenchmarkError: two versions have no id in common.
    """
    for source, target in permutations(versions, 2):
        ids = [name for name in source.units if name in target.units]
        if not ids:
            raise BenchmarkError("these two files have no id in common", where=f"{source.name}, {target.name}")
        table = meaning([source.units[i] for i in ids], source.language) @ meaning([target.units[i] for i in ids], target.language).T
        right = {row: frozenset({row}) for row in range(len(ids))}
        yield Crossing(
            source=source.name, target=target.name, languages=(source.language, target.language), figures=rank_figures(table, right)
        )
