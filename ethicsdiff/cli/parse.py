"""`ethicsdiff parse`: the provision tree."""

from __future__ import annotations

from pathlib import Path

import click

from ethicsdiff import pipeline
from ethicsdiff.cli.common import draft_argument, format_option, print_json
from ethicsdiff.model.document import Draft
from ethicsdiff.report.remarks import notice_text
from ethicsdiff.writers.json import parse_json

_SHOWN = 90


@click.command("parse")
@draft_argument
@format_option
def command(draft: Path, form: str) -> None:
    """Show the provisions of DRAFT: number as displayed, kind, heading and words.

    \b
    Example:
      ethicsdiff parse code.docx --format json > provisions.json
    """
    parsed = pipeline.parse_draft(draft)
    if form == "json":
        print_json(parse_json(parsed))
        return
    for line in _lines(parsed):
        click.echo(line)


def _lines(draft: Draft) -> list[str]:
    lines = [f"{draft.source.file}: {len(draft.provisions)} units, {', '.join(draft.source.languages)}"]
    for provision in draft.provisions:
        words = " ".join(f"{provision.heading}  {provision.text}".split())
        shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 3]}..."
        lines.append(f"{'  ' * len(provision.path)}{provision.label or provision.path[-1]} [{provision.kind}] {shown}")
    return [*lines, *(f"note: {notice_text(n, 'en')}" for n in (*draft.source.notices, *draft.notices))]
