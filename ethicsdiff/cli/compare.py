"""`ethicsdiff compare`: the main job."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ethicsdiff import pipeline, workspace
from ethicsdiff.cli.common import LANGUAGES, Progress, confidence_option, draft_argument, options, parsed_date, standard_option
from ethicsdiff.report.remarks import notice_text
from ethicsdiff.report.summary import summary_lines


@click.command("compare")
@draft_argument
@standard_option
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of comments and reports. Default: the draft's.")
@click.option("--out", "folder", type=click.Path(path_type=Path, file_okay=False), help="Folder for documents. Default: outputs/<draft>.")
@confidence_option
@click.option("--author", default="ethicsdiff", show_default=True, help="Author of the Word comments.")
@click.option("--initials", default="ED", show_default=True, help="Initials of the author.")
@click.option("--date", callback=parsed_date, metavar="DATE", help="Date of the comments; a fixed date gives the same bytes again.")
def command(
    draft: Path, standards: tuple[str, ...], language: str | None, folder: Path | None, threshold: float | None,
    author: str, initials: str, date: datetime | None,
) -> None:  # fmt: skip
    """Compare DRAFT (.docx or .md) with the standards and write annotated.docx, comparison.docx, coverage.html and report.json.

    \b
    Example:
      ethicsdiff compare code.docx --standard bangalore --lang kk --out outputs/code
    """
    chosen = options(standards, threshold, language, author=author, initials=initials, date=date)
    run(draft, chosen, folder)


def run(draft: Path, chosen: pipeline.Options, folder: Path | None) -> None:
    """Compares one draft, writes its documents and prints the summary."""
    progress = Progress()
    outcome = pipeline.compare_draft(draft, chosen, progress)
    placed, notices = pipeline.write_documents(draft, outcome, chosen, workspace.output_dir(draft, folder), progress)
    progress.done()
    for line in (*summary_lines(outcome.report), *(notice_text(notice, outcome.report.language) for notice in notices)):
        click.echo(line)
    for name, path in placed.items():
        click.echo(f"  {path}" + ("" if path.name == name else f"  ({name} was changed by hand and is left as it is)"))
