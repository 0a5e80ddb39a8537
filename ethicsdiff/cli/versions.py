"""`ethicsdiff versions`: what became of a draft from one version to the next."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

import click

from ethicsdiff import pipeline_versions, workspace
from ethicsdiff.cli.common import (
    LANGUAGES,
    Progress,
    confidence_option,
    format_option,
    ledger_option,
    options,
    parsed_date,
    print_json,
    show_placed,
    standard_option,
)
from ethicsdiff.model.versions_view import VersionsView
from ethicsdiff.writers.full_redline import check_full_redline
from ethicsdiff.writers.legislative_table import FORMS, ORDERS
from ethicsdiff.writers.versions_json import versions_json


@click.command("versions")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@standard_option
@confidence_option
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of the documents. Default: the draft's.")
@click.option("--out", "folder", type=click.Path(path_type=Path, file_okay=False), help="Default: outputs/<NEW>/versions.")
@click.option("--no-coverage", is_flag=True, help="Do not compare the versions with the standards (faster).")
@ledger_option
@click.option("--table-form", "table", type=click.Choice(FORMS), default=FORMS[0], show_default=True, help="Form of table.docx.")
@click.option("--columns", "order", type=click.Choice(ORDERS), default=ORDERS[0], show_default=True, help="Order of columns in table.docx.")
@click.option("--full-format", "full", is_flag=True, help="Also redline-full.docx with all formatting (needs python-redlines).")
@click.option("--author", default="ethicsdiff", show_default=True, help="Author of the tracked changes.")
@click.option("--date", callback=parsed_date, metavar="DATE", help="Date of the tracked changes. Default: now.")
@format_option
def command(
    old: Path, new: Path, standards: tuple[str, ...], threshold: float | None, language: str | None, folder: Path | None,
    no_coverage: bool, ledger: Path | None, table: str, order: str, full: bool, author: str, date: datetime | None, form: str,
) -> None:  # fmt: skip
    """Map the provisions of the draft OLD to those of NEW.

    Writes redline.docx (tracked changes), versions.docx (the report), table.docx (the comparison table), versions.html and
    versions.json. With --format json the map is printed; the documents are then written only if --out is given.

    \b
    Example:
      ethicsdiff versions code-v1.docx code-v2.docx --lang ru --out outputs/code-v2
    """
    progress = Progress()
    if full:
        check_full_redline(old, new)
    chosen = options(standards, threshold, language, ledger=ledger)
    outcome = pipeline_versions.compare_versions(old, new, chosen, coverage=not no_coverage, say=progress)
    placed = {}
    if form == "text" or folder is not None:
        target = folder or workspace.output_dir(new, None) / "versions"  # beside the documents of `compare`, which has a table.docx too
        files = (old, new) if full else None
        placed = pipeline_versions.write_versions(
            outcome, target, table=(table, order), author=author, date=date, say=progress, files=files
        )
    progress.done()
    if form == "json":
        print_json(versions_json(outcome.versions))
        return
    for line in summary(outcome.view):
        click.echo(line)
    show_placed(placed)


def summary(view: VersionsView) -> list[str]:
    """Returns what fits on a screen: figures, changes of modality, the map, effects and advice."""
    words = dict(view.words)
    lines = [view.subtitle, "; ".join(f"{one.label.lower()}: {one.value}" for one in view.figures)]
    modal = [f"  {row.place}: {row.change} ({row.meaning})" for row in view.modal]
    lines += ["", f"{words['modal']}:", *(modal or [f"  {words['no_modal']}"])]
    lines += ["", f"{words['map']}:"]
    for row in view.map:
        arrow = " → ".join(" + ".join(side.split("\n")) or "—" for side in (row.old, row.new))
        lines.append(f"{'  ' * (1 + row.level)}{arrow}  [{row.kind}]{f' {row.note}' if row.note else ''}")
    if view.effects:
        lines += ["", f"{words['effects']}:", *(f"  {row.clause}: {row.before} → {row.after} ({row.verdict})" for row in view.effects)]
    if view.fates:
        counts = Counter(row.verdict for row in view.fates)
        lines += ["", f"{words['fates']}: " + "; ".join(f"{verdict}: {count}" for verdict, count in counts.items())]
    if view.proposals:
        lines += ["", f"{words['proposals']}:", *(f"  {row.subject}: {row.decision} ({row.verdict})" for row in view.proposals)]
    return [*lines, "", view.effects_note, view.note]
