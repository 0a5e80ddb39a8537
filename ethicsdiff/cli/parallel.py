"""`ethicsdiff parallel`: where two language texts of one draft part."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ethicsdiff import pipeline_versions, workspace
from ethicsdiff.cli.common import LANGUAGES, Progress, format_option, parsed_date, print_json, show_placed
from ethicsdiff.model.versions_view import ParallelView
from ethicsdiff.writers.versions_json import parallel_json


def _languages(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Returns the two languages that the user named, none if none were.

    Errors:
        click.BadParameter: they are not two that are known.
    """
    chosen = tuple(code.strip() for code in value.split(",")) if value else ()
    if chosen and (len(set(chosen)) != 2 or len(chosen) != 2 or not set(chosen) <= set(LANGUAGES)):
        raise click.BadParameter(f'"{value}" is not two of {", ".join(LANGUAGES)}, such as ru,kk')
    return chosen


@click.command("parallel")
@click.argument("left", metavar="TEXT", type=click.Path(path_type=Path))
@click.argument("right", metavar="[OTHER]", required=False, type=click.Path(path_type=Path))
@click.option("--between", callback=_languages, metavar="LANG,LANG", help="Which columns of one file. Default: the first two.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of the documents. Default: that of TEXT.")
@click.option("--out", "folder", type=click.Path(path_type=Path, file_okay=False), help="Folder for documents. Default: outputs/<TEXT>.")
@click.option("--author", default="ethicsdiff", show_default=True, help="Author of the Word comments.")
@click.option("--date", callback=parsed_date, metavar="DATE", help="Date of the comments; a fixed date gives the same bytes again.")
@format_option
def command(
    left: Path, right: Path | None, between: tuple[str, ...], language: str | None, folder: Path | None, author: str,
    date: datetime | None, form: str,
) -> None:  # fmt: skip
    """Compare TEXT with OTHER, the same draft in another language, and write parallel.docx, parallel.xlsx and parallel.json.

    Without OTHER two columns of a table in TEXT are compared. With --format json the pairs are printed; the documents
    are then written only if --out is given.

    \b
    Example:
      ethicsdiff parallel code.ru.docx code.kk.docx --lang kk --out outputs/code
    """
    progress = Progress()
    outcome = pipeline_versions.compare_parallel(left, right, wanted=between, language=language or "", say=progress)
    placed = {}
    if form == "text" or folder is not None:
        placed = pipeline_versions.write_parallel(outcome, workspace.output_dir(left, folder), author=author, date=date, say=progress)
    progress.done()
    if form == "json":
        print_json(parallel_json(outcome.parallel))
        return
    for line in summary(outcome.view):
        click.echo(line)
    show_placed(placed)


def summary(view: ParallelView) -> list[str]:
    """Returns what fits on a screen: figures, every divergence with its places, what the comparison rests on."""
    words = dict(view.words)
    lines = [view.subtitle, "; ".join(f"{one.label.lower()}: {one.value}" for one in view.figures), ""]
    for row in view.rows:
        lines += [f"  {remark.number}. {row.place} [{remark.kind}] {remark.text}" for remark in row.remarks]
    if not any(row.remarks for row in view.rows):
        lines.append(f"  {words['no_divergences']}")
    return [*lines, "", view.means, view.note]
