"""`ethicsdiff show`: any stage of the pipeline as JSON."""

from __future__ import annotations

from pathlib import Path

import click

from ethicsdiff import pipeline
from ethicsdiff.cli.common import (
    LANGUAGES,
    Progress,
    confidence_option,
    draft_argument,
    ledger_option,
    options,
    print_json,
    standard_option,
)
from ethicsdiff.writers.json import stage_json

STAGES = ("blocks", "provisions", "candidates", "alignments", "report")


@click.command("show")
@draft_argument
@click.option("--stage", type=click.Choice(STAGES), required=True, help="Which room of the house to print.")
@standard_option
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of the report stage.")
@confidence_option
@ledger_option
def command(
    draft: Path, stage: str, standards: tuple[str, ...], language: str | None, threshold: float | None, ledger: Path | None
) -> None:  # fmt: skip
    """Show one stage of the work on DRAFT as JSON.

    \b
    Example:
      ethicsdiff show code.docx --stage candidates
    """
    if stage == "blocks":
        print_json(stage_json(stage, pipeline.read_draft(draft)))
        return
    if stage == "provisions":
        print_json(stage_json(stage, pipeline.parse_draft(draft)))
        return
    progress = Progress()
    outcome = pipeline.compare_draft(draft, options(standards, threshold, language, ledger=ledger), progress)
    progress.done()
    value = {"candidates": outcome.candidates, "alignments": outcome.comparison, "report": outcome.report}[stage]
    print_json(stage_json(stage, value))
