"""The corridor of `ethicsdiff bench`: composes what is measured with what measures it."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from ethicsdiff import pipeline, workspace
from ethicsdiff.bench.crosswalk import Unit, find_crosswalks
from ethicsdiff.bench.gold import GoldItem, as_provision, memorised, of_standards, read_golds
from ethicsdiff.bench.groups import Measured
from ethicsdiff.bench.measure import Scored
from ethicsdiff.bench.parallel import Crossing, crossings, find_versions
from ethicsdiff.bench.race import Lap, race
from ethicsdiff.bench.rivals import Table, methods
from ethicsdiff.errors import BenchmarkError, OutputError
from ethicsdiff.languages.encoder import load_encoder
from ethicsdiff.matching.engine import Engine
from ethicsdiff.matching.general import GeneralMatcher, Side, meaning_vectors
from ethicsdiff.model.match import Candidate
from ethicsdiff.model.standard import Catalogue, Clause

_KEPT = 20


def run_bench(paths: Sequence[Path], options: pipeline.Options, say: pipeline.Say = pipeline.silent) -> Measured:
    """Returns the scored items of files of labelled provisions; with chosen standards, only what is labelled with them or with nothing."""
    items, whole = read_golds(paths), pipeline.catalogue()
    if options.standards:
        items = of_standards(items, options.standards)
    if not items:
        raise BenchmarkError("none of these provisions is labelled with the chosen standards", where=", ".join(map(str, paths)))
    engine, status = pipeline.engine(options)
    rows: dict[str, Scored] = {}
    for part in _by_language(items):
        say(f"matching {len(part)} labelled provisions ({part[0].language})")
        rows |= {row.item.id: row for row in _scored(engine, part, options.threshold or engine.threshold)}
    return Measured(
        rows=tuple(rows[item.id] for item in items), encoder=status.model_id if status.available else "",
        memorised=memorised(items, _known_texts(whole)), values=_values(whole),
    )  # fmt: skip


def _scored(engine: Engine, items: Sequence[GoldItem], threshold: float) -> Iterator[Scored]:
    """Yields the items with their proposals and the time that each took on average."""
    started = time.perf_counter()
    found = engine.propose([as_provision(item) for item in items], keep=_KEPT)
    seconds = (time.perf_counter() - started) / len(items)
    proposals: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        proposals[candidate.provision].append(candidate)
    for item in items:
        yield Scored(item=item, proposals=tuple(proposals[item.id]), threshold=threshold, seconds=seconds)


def _by_language(items: Sequence[GoldItem]) -> tuple[tuple[GoldItem, ...], ...]:
    """Returns the items of each language, so that their time can be told apart."""
    parts: dict[str, list[GoldItem]] = defaultdict(list)
    for item in items:
        parts[item.language].append(item)
    return tuple(tuple(part) for part in parts.values())


def _known_texts(catalogue: Catalogue) -> Iterator[str]:
    """Yields every text that a head is fitted on: exemplars and statements."""
    yield from (exemplar.text for exemplar in catalogue.exemplars)
    yield from (text for clause in _clauses(catalogue) for _, text in clause.statements)


def _clauses(catalogue: Catalogue) -> Iterator[Clause]:
    return (clause for standard in catalogue.standards for clause in standard.clauses)


def _values(catalogue: Catalogue) -> dict[str, str]:
    """Returns the value or part of a standard that each clause stands under."""
    return {f"{clause.standard}:{clause.id}": clause.group for clause in _clauses(catalogue)}


def run_crosswalks(
    place: Path, source: Path | None = None, gold: Path | None = None, say: pipeline.Say = pipeline.silent
) -> tuple[list[Lap], str]:
    """Returns the figures of our ranking and its rivals on the crosswalks of a file or folder, and the encoder's id, "" without one."""
    encoder, status = load_encoder(cache=workspace.vector_cache())

    def ours(sources: Sequence[Unit], targets: Sequence[Unit]) -> Table:
        return GeneralMatcher(_side(targets), encoder).scores(_side(sources))

    laps: list[Lap] = []
    for crosswalk in find_crosswalks(place, source, gold):
        say(f"ranking {len(crosswalk.targets)} units for each of {len(crosswalk.sources)}")
        laps.extend(race(crosswalk, ours, methods(encoder)))
    return laps, status.model_id


def _side(units: Sequence[Unit]) -> Side:
    return Side(wordings=tuple(unit.texts for unit in units), above=tuple(unit.above for unit in units))


def run_parallel(places: Sequence[Path], say: pipeline.Say = pipeline.silent) -> tuple[list[Crossing], str]:
    """Returns how often units find themselves in another language version of their text, and the encoder's id.

    Errors:
        BenchmarkError: there is no encoder, or the files are not versions of one text.
    """
    texts = find_versions(places)
    encoder, status = load_encoder(cache=workspace.vector_cache())
    if encoder is None:
        raise BenchmarkError("recall across languages needs the encoder", hint=status.detail)

    def meaning(units: Sequence[str], language: str) -> Table:
        return meaning_vectors(Side(wordings=tuple(((language, unit),) for unit in units), above=(-1,) * len(units)), encoder)

    say("finding each unit in the other languages")
    return [crossing for versions in texts for crossing in crossings(versions, meaning)], status.model_id


def save(text: str, path: Path) -> None:
    """Writes a result where the user asked.

    Errors:
        OutputError: the file cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot write here ({error.strerror or error})", where=str(path)) from error
