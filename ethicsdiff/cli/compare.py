"""`ethicsdiff compare`: the main job."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ethicsdiff import pipeline, publishing, workspace
from ethicsdiff.cli.common import (
    LANGUAGES,
    Progress,
    confidence_option,
    draft_argument,
    ledger_option,
    options,
    parsed_date,
    show_placed,
    standard_option,
)
from ethicsdiff.cli.endpoint import chosen_endpoint, endpoint_options
from ethicsdiff.report.remarks import notice_text
from ethicsdiff.report.summary import summary_lines
from ethicsdiff.writers.concordance import COLUMNS, FORMS
from ethicsdiff.writers.documents import DEFAULT, FORMATS

_MOST_LANGUAGES = 2


def _chosen_formats(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    """Returns the documents named in a list with commas.

    Errors:
        click.BadParameter: one of them does not exist, or none is named.
    """
    names = tuple(dict.fromkeys(name.strip().lower() for name in value.split(",") if name.strip()))
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        raise click.BadParameter(f'there is no document "{", ".join(unknown)}"; there are: {", ".join(FORMATS)}')
    return names


def _one_or_two_languages(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Returns the languages named in a list with a comma, none where the draft's own is meant.

    Errors:
        click.BadParameter: one of them is not known, or there are more than two, or one stands twice.
    """
    names = tuple(name.strip().lower() for name in value.split(",")) if value is not None else ()
    if any(name not in LANGUAGES for name in names) or len(names) > _MOST_LANGUAGES or len(set(names)) < len(names):
        raise click.BadParameter(f'"{value}" is not one of {", ".join(LANGUAGES)}, nor two of them with a comma between, such as ru,kk')
    return names


formats_option = click.option(
    "--formats", callback=_chosen_formats, default=",".join(DEFAULT), show_default=True, metavar="A,B,C",
    help=f"Documents to write: {', '.join(FORMATS)}.",
)  # fmt: skip


@click.command("compare")
@draft_argument
@standard_option
@click.option("--lang", "languages", callback=_one_or_two_languages, metavar="LANG",
    help="Language of comments and reports: en, ru or kk, or two of them in columns (ru,kk). Default: the draft's.")
@click.option("--out", "folder", type=click.Path(path_type=Path, file_okay=False), help="Folder for documents. Default: outputs/<draft>.")
@confidence_option
@click.option("--author", default="ethicsdiff", show_default=True, help="Author of the Word comments.")
@click.option("--initials", default="ED", show_default=True, help="Initials of the author.")
@click.option("--date", callback=parsed_date, metavar="DATE", help="Date of the comments; a fixed date gives the same bytes again.")
@ledger_option
@formats_option
@click.option("--pdf", is_flag=True, help="Also write comparison.pdf (and handout.pdf), printed by LibreOffice where it is installed.")
@click.option("--table-form", type=click.Choice(FORMS), default=FORMS[0], show_default=True, help="Form of table.docx.")
@click.option("--columns", type=click.Choice(COLUMNS), default=COLUMNS[0], show_default=True, help="Order of the columns in table.docx.")
@click.option("--template", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Your own .docx or .dotx: its page setup, headers, footers and styles for comparison, handout and table.")
@click.option("--suggest", is_flag=True, help="Put wordings that reviewers proposed and confirmed into annotated.docx as tracked changes.")
@endpoint_options
def command(
    draft: Path, standards: tuple[str, ...], languages: tuple[str, ...], folder: Path | None, threshold: float | None,
    author: str, initials: str, date: datetime | None, ledger: Path | None, formats: tuple[str, ...], pdf: bool,
    table_form: str, columns: str, template: Path | None, suggest: bool,
    address: str | None, model: str, agreed: bool,
) -> None:  # fmt: skip
    """Compare DRAFT (Word, Markdown, text, PDF, HTML) with the standards.

    It writes annotated.docx, comparison.docx, coverage.html and report.json.

    \b
    Example:
      ethicsdiff compare code.docx --standard bangalore --lang kk --out outputs/code
    """
    first, second = (*languages, "", "")[:_MOST_LANGUAGES]
    chosen = options(standards, threshold, first, second_language=second, author=author, initials=initials, date=date, ledger=ledger,
        endpoint=chosen_endpoint(address, model, agreed=agreed), table_form=table_form, table_columns=columns,
        template=template, suggest=suggest)
    run(draft, chosen, folder, (*formats, "pdf") if pdf else formats)


def run(draft: Path, chosen: pipeline.Options, folder: Path | None, formats: tuple[str, ...] = DEFAULT) -> None:
    """Compares one draft, writes its documents and prints the summary; what could not be printed as PDF is said on stderr."""
    progress = Progress()
    publishing.house_of(chosen)
    outcome = pipeline.compare_draft(draft, chosen, progress)
    placed, notices = publishing.write_documents(draft, outcome, chosen, workspace.output_dir(draft, folder), progress, formats)
    progress.done()
    for line in summary_lines(outcome.report):
        click.echo(line)
    for notice in notices:
        click.echo(notice_text(notice, outcome.report.language), err=notice.code.startswith("pdf."))
    show_placed(placed)
