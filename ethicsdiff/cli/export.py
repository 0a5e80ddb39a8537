"""`ethicsdiff export`: the findings on a draft in a format that other programs read."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from ethicsdiff import pipeline, publishing
from ethicsdiff.cli.common import (
    LANGUAGES,
    Progress,
    confidence_option,
    draft_argument,
    ledger_option,
    options,
    parsed_date,
    standard_option,
)
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.export_csv import findings_csv
from ethicsdiff.writers.export_oscal import mapping_oscal
from ethicsdiff.writers.export_rows import Compared
from ethicsdiff.writers.export_sarif import findings_sarif


@click.command("export")
@draft_argument
@click.option(
    "--format", "form", type=click.Choice(["json", "csv", "oscal", "sarif"]), required=True,
    help="json: as report.json; csv: one row a finding; oscal: a mapping collection; sarif: findings and gaps for editors.",
)  # fmt: skip
@standard_option
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of the words in it. Default: the draft's.")
@confidence_option
@ledger_option
@click.option("--excel", is_flag=True, help="Of csv: mark it as UTF-8 for Excel, and guard words that Excel would take for a formula.")
@click.option("--date", callback=parsed_date, metavar="DATE", help="Of oscal: date of the document; without it a fixed one.")
@click.option("--out", "target", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="File to write. Default: stdout.")
def command(
    draft: Path, form: str, standards: tuple[str, ...], language: str | None, threshold: float | None, excel: bool,
    date: datetime | None, ledger: Path | None, target: Path | None,
) -> None:  # fmt: skip
    """Compare DRAFT and give the findings as JSON, CSV, an OSCAL mapping collection or SARIF (docs/formats.md).

    \b
    Example:
      ethicsdiff export code.docx --format csv --excel --out findings.csv
    """
    if excel and form != "csv":
        raise click.UsageError("--excel goes with --format csv only.")
    progress = Progress()
    outcome = pipeline.compare_draft(draft, options(standards, threshold, language, date=date, ledger=ledger), progress)
    progress.done()
    data = _exported(outcome, form, excel=excel, date=date).encode("utf-8")
    if target is None:
        click.echo(data, nl=False)
    else:
        write_in_place(data, target)


def _exported(outcome: pipeline.Outcome, form: str, *, excel: bool, date: datetime | None) -> str:
    """Returns the text of an export."""
    compared = Compared(draft=outcome.draft, comparison=outcome.comparison, report=outcome.report)
    if form == "csv":
        return findings_csv(compared, excel=excel)
    makers: dict[str, Callable[[], dict[str, Any]]] = {
        "json": lambda: publishing.report_value(outcome),
        "oscal": lambda: mapping_oscal(compared, date),
        "sarif": lambda: findings_sarif(compared),
    }
    return json.dumps(makers[form](), ensure_ascii=False, indent=1) + "\n"
