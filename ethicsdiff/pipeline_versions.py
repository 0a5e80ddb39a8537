"""The corridor of version and language comparisons: composes the rooms, and holds no logic of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from ethicsdiff import pipeline, workspace
from ethicsdiff.errors import DraftError
from ethicsdiff.languages.encoder import load_encoder
from ethicsdiff.model.document import Draft
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.model.versions import Parallel, VersionMap
from ethicsdiff.model.versions_view import ParallelView, VersionsView
from ethicsdiff.report.parallel import build_parallel
from ethicsdiff.report.versions import build_versions
from ethicsdiff.versions.bilingual import compare_languages
from ethicsdiff.versions.compare import map_versions
from ethicsdiff.versions.effects import effects_of, fates_of
from ethicsdiff.versions.halves import columns_of, two_columns
from ethicsdiff.versions.proposals import proposals_of
from ethicsdiff.versions.term_index import TermIndex
from ethicsdiff.writers.full_redline import write_full_redline
from ethicsdiff.writers.legislative_table import write_table
from ethicsdiff.writers.parallel_docx import write_parallel_docx
from ethicsdiff.writers.parallel_xlsx import write_parallel_xlsx
from ethicsdiff.writers.redline import write_redline
from ethicsdiff.writers.versions_html import write_versions_html
from ethicsdiff.writers.versions_json import parallel_json, versions_json
from ethicsdiff.writers.versions_report import write_versions_report

Say = pipeline.Say


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsOutcome:
    """A map of two versions and what is printed on it."""

    versions: VersionMap
    view: VersionsView


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelOutcome:
    """The pairs of two language texts and what is printed on them."""

    parallel: Parallel
    view: ParallelView


def compare_versions(
    old: Path, new: Path, options: pipeline.Options, *, coverage: bool = True, say: Say = pipeline.silent
) -> VersionsOutcome:
    """Returns what became of a draft from one version to the next.

    With `coverage` both versions are compared with the standards, so that effects and advice taken can be told.

    Errors:
        DraftError: a file cannot be read or holds no provision, or the versions are in different languages.
    """
    say("reading both versions")
    before, after = pipeline.parse_draft(old), pipeline.parse_draft(new)
    _same_language(before, after)
    say("mapping the provisions")
    versions = map_versions(before, after)
    language = options.language or after.source.languages[0]
    clauses: dict[tuple[str, str], str] = {}
    if coverage:
        versions, clauses = _with_coverage(old, new, versions, replace(options, language=language), say)
    return VersionsOutcome(versions=versions, view=build_versions(versions, language=language, clauses=clauses))


def _same_language(before: Draft, after: Draft) -> None:
    one, other = before.source.languages[0], after.source.languages[0]
    if one != other:
        hint = "Two languages of one draft are compared by: ethicsdiff parallel."
        raise DraftError(f"the versions are in different languages ({one}, {other})", where=after.source.file, hint=hint)


def _with_coverage(
    old: Path, new: Path, versions: VersionMap, options: pipeline.Options, say: Say
) -> tuple[VersionMap, dict[tuple[str, str], str]]:
    """Returns the map with its effects, and how each clause is cited."""
    before = pipeline.compare_draft(old, options, lambda message: say(f"old version: {message}"))
    after = pipeline.compare_draft(new, options, lambda message: say(f"new version: {message}"))
    states = before.comparison.coverage, after.comparison.coverage
    proposals = proposals_of(before.comparison.decisions, *states, versions)
    told = replace(versions, compared=True, effects=effects_of(*states), fates=fates_of(*states), proposals=proposals)
    return told, {(row.standard, row.clause): f"{row.citation} — {row.title}" for row in after.report.clauses}


def write_versions(
    outcome: VersionsOutcome, folder: Path, *, table: tuple[str, str], author: str, date: datetime | None, say: Say,
    files: tuple[Path, Path] | None = None,
) -> dict[str, Path]:  # fmt: skip
    """Returns where redline.docx, versions.docx, table.docx, versions.html and versions.json were put; all are written or none.

    `table` are form and order of the comparison table; `files` the two Word files if redline-full.docx is to be made of them.
    """
    say("writing the documents")
    view = outcome.view
    writers: dict[str, Callable[[Path], None]] = {
        "redline.docx": lambda target: write_redline(view, target, author=author, date=date),
        "versions.docx": lambda target: write_versions_report(view, target, date),
        "table.docx": lambda target: write_table(view, target, form=table[0], order=table[1], date=date),
        "versions.html": lambda target: write_versions_html(view, target),
        "versions.json": lambda target: _write_json(versions_json(outcome.versions), target),
    }
    if files is not None:
        old, new = files
        writers["redline-full.docx"] = lambda target: write_full_redline(old, new, target, author=author, date=date)
    return workspace.write_all(folder, writers)


def compare_parallel(
    left: Path, right: Path | None, *, wanted: tuple[str, ...] = (), language: str = "", say: Say = pipeline.silent
) -> ParallelOutcome:
    """Returns the pairs and divergences of two files, or of two columns of one: those in the languages `wanted`, else the first two.

    Errors:
        DraftError: a file cannot be read, both are in one language, or a single file holds no two columns of text.
    """
    say("reading the texts")
    one, other = _texts(left, right, wanted)
    say("loading the encoder")
    encoder, _ = load_encoder(cache=workspace.vector_cache())
    say("pairing the provisions")
    parallel = compare_languages(
        one, other, encode=encoder.encode if encoder is not None else None, find=_terms().find,
        encoder=encoder.model_id if encoder is not None else "",
    )  # fmt: skip
    return ParallelOutcome(parallel=parallel, view=build_parallel(parallel, language=language or parallel.languages[0]))


def _texts(left: Path, right: Path | None, wanted: tuple[str, ...]) -> tuple[Draft, Draft]:
    one = pipeline.parse_draft(left)
    if right is None:
        return two_columns(one, wanted)
    other = pipeline.parse_draft(right)
    if columns_of(one) or columns_of(other):
        raise DraftError("a file with several languages is compared alone", where=left.name, hint="Give this one file only.")
    if one.source.languages[0] == other.source.languages[0]:
        hint = "Two versions in one language are compared by: ethicsdiff versions."
        raise DraftError(f"both texts are in the same language ({one.source.languages[0]})", where=right.name, hint=hint)
    return one, other


@lru_cache(maxsize=1)
def _terms() -> TermIndex:
    whole: Catalogue = pipeline.catalogue()
    return TermIndex(whole.terms)


def write_parallel(outcome: ParallelOutcome, folder: Path, *, author: str, date: datetime | None, say: Say) -> dict[str, Path]:
    """Returns where parallel.docx, parallel.xlsx and parallel.json were put; all are written or none."""
    say("writing the documents")
    view = outcome.view
    writers: dict[str, Callable[[Path], None]] = {
        "parallel.docx": lambda target: write_parallel_docx(view, target, author=author, date=date),
        "parallel.xlsx": lambda target: write_parallel_xlsx(view, target, date),
        "parallel.json": lambda target: _write_json(parallel_json(outcome.parallel), target),
    }
    return workspace.write_all(folder, writers)


def _write_json(value: Any, target: Path) -> None:
    target.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
