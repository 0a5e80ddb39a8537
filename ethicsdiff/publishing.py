"""The documents of a comparison: composes report and writers, and puts all files in their place at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ethicsdiff import workspace
from ethicsdiff.model.document import Notice
from ethicsdiff.ooxml.house import open_house
from ethicsdiff.ooxml.package import Package, open_package
from ethicsdiff.pipeline import Options, Outcome, Say, chosen_catalogue, silent
from ethicsdiff.report.build import build_concordance, build_report
from ethicsdiff.report.phrases import TABLES
from ethicsdiff.review.wordings import confirmed_wordings
from ethicsdiff.standards.export import checked_json
from ethicsdiff.writers.annotated import write_annotated
from ethicsdiff.writers.documents import DEFAULT, Told, report_writers
from ethicsdiff.writers.json import report_json

_WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})


def write_documents(
    path: Path, outcome: Outcome, options: Options, folder: Path, say: Say = silent, formats: Sequence[str] = DEFAULT
) -> tuple[dict[str, Path], tuple[Notice, ...]]:
    """Returns where the chosen documents were put, and what the reader should know of them; all are written or none.

    A PDF is left out with a notice where LibreOffice is missing or fails.
    """
    say("writing the documents")
    told: list[Notice] = []
    suggestions = confirmed_wordings(outcome.comparison) if options.suggest else ()

    def annotate(target: Path) -> None:
        told.extend(
            write_annotated(
                path, outcome.draft, outcome.report, target, author=options.author, initials=options.initials, date=options.date,
                suggestions=suggestions, second=said.second,
            )  # fmt: skip
        )

    said = _told(outcome, options, formats)
    made, notices = report_writers(said, formats)
    writers: dict[str, Callable[[Path], None]] = {f"annotated{_word_suffix(path)}": annotate} if "annotated" in formats else {}
    writers |= made
    if "json" in formats:
        writers["report.json"] = lambda target: _write_json(report_value(outcome), target)
    return workspace.write_all(folder, writers), (*told, *notices)


def house_of(options: Options) -> Package | None:
    """Returns the user's own Word file for the style of ours, None where none is named.

    Errors:
        PackageError: it is missing, damaged, no Word file, or holds macros.
    """
    return open_house(open_package(options.template)) if options.template else None


def _told(outcome: Outcome, options: Options, formats: Sequence[str]) -> Told:
    """Returns what the documents say; a table is made only where it is asked for."""
    whole = (outcome.draft, chosen_catalogue(options), outcome.comparison)
    names = [name for name in TABLES if name != outcome.report.language and ("html" in formats or name == options.second_language)]
    others = tuple(build_report(*whole, language=name, notices=outcome.notices, date=options.date) for name in names)
    second = next((one for one in others if one.language == options.second_language), None)
    tables = [build_concordance(*whole, one) if one is not None and "table" in formats else None for one in (outcome.report, second)]
    house = house_of(options)
    return Told(
        report=outcome.report, others=others, concordance=tables[0], form=options.table_form, columns=options.table_columns,
        date=options.date, house=house, second=second, second_concordance=tables[1],
    )  # fmt: skip


def report_value(outcome: Outcome) -> dict[str, Any]:
    """Returns a comparison as plain values, as report.json has it."""
    return report_json(outcome.draft, outcome.comparison, [checked_json(standard) for standard in outcome.standards])


def _word_suffix(path: Path) -> str:
    """Returns the ending of the annotated file: a Word file keeps its own, because Word refuses macros under .docx."""
    return path.suffix.lower() if path.suffix.lower() in _WORD_SUFFIXES else ".docx"


def _write_json(value: Any, target: Path) -> None:
    target.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
