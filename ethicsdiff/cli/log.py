"""`ethicsdiff log`: the history of the decisions on a draft."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ethicsdiff import deciding, pipeline
from ethicsdiff.cli.common import LANGUAGES, draft_argument, format_option, ledger_option, print_json, workspace_option
from ethicsdiff.report.history import history_lines
from ethicsdiff.report.remarks import notice_text
from ethicsdiff.writers.json import carried_json

SCHEMA = "ethicsdiff/log/1"


@click.command("log")
@draft_argument
@click.option("--provision", metavar="ID", default="", help="Only decisions on this provision, by its id in this version.")
@click.option("--clause", metavar="STANDARD:ID", default="", help="Only decisions on this clause, such as bangalore:4.14.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of the history. Default: the draft's.")
@ledger_option
@workspace_option
@format_option
def command(draft: Path, provision: str, clause: str, language: str | None, ledger: Path | None, form: str) -> None:
    """Tell the history of the decisions on DRAFT: who, when, what, on which words, where they stand now, what superseded them.

    \b
    Example:
      ethicsdiff log code-v2.docx --clause bangalore:4.14
    """
    told = deciding.history(draft, pipeline.Options(ledger=ledger), provision=provision, clause=clause)
    spoken = language or told.draft.source.languages[0]
    for notice in told.notices:
        click.echo(notice_text(notice, spoken), err=True)
    if form == "json":
        print_json(_json(told))
        return
    for line in history_lines(told.draft, pipeline.catalogue(), told.carried, told.superseded_by, spoken):
        click.echo(line)


def _json(told: deciding.History) -> dict[str, Any]:
    rows = [{**carried_json(one), "superseded_by": told.superseded_by.get(one.decision.id, "")} for one in told.carried]
    return {"schema": SCHEMA, "file": told.draft.source.file, "decisions": rows}
