"""`ethicsdiff collect`: remarks of files that came back, and of edited remarks tables, in one table."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ethicsdiff import collecting, taking_over, workspace
from ethicsdiff.cli.common import (
    LANGUAGES,
    book_option,
    editor_option,
    format_option,
    ledger_option,
    parsed_date,
    print_json,
    workspace_option,
)
from ethicsdiff.model.remark import Field
from ethicsdiff.report.collected import collected_lines, taken_lines
from ethicsdiff.report.remarks import notice_text
from ethicsdiff.writers.remarks_json import collected_json


@click.command("collect")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--draft", required=True, type=click.Path(path_type=Path), help="The draft that was sent out, or its present version.")
@click.option(
    "--accept", multiple=True, metavar="R-N", help='Takes the proposal of a remark over as a decision; "all": those nobody contradicts.'
)
@editor_option
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Folder of the table. Default: outputs/<draft>."
)
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of the table. Default: the draft's.")
@click.option("--date", callback=parsed_date, metavar="DATE", help="Date in the properties of the table, if not a fixed one.")
@book_option
@ledger_option
@workspace_option
@format_option
def command(
    files: tuple[Path, ...], draft: Path, accept: tuple[str, ...], editor: str, out: Path | None, language: str | None,
    date: datetime | None, book: Path | None, ledger: Path | None, form: str,
) -> None:  # fmt: skip
    """Gather comments, replies and changes of FILES that came back (.docx, .odt, remarks.xlsx) into remarks.docx and remarks.xlsx.

    What is known already is not entered twice. Answers such as "agree" become proposals; only --accept, or a yes in the table, makes
    decisions of them.

    \b
    Example:
      ethicsdiff collect from-first.docx from-second.docx --draft code.docx
    """
    if accept:
        collecting.check_editor(editor)
    collected = collecting.collect(draft, files, book=book, editor=editor, language=language or "")
    spoken = language or collected.gathered.draft.source.languages[0]
    lines, notices = list(collected_lines(collected.gathered, collected.entered, collected.edits, spoken)), list(collected.notices)
    wanted = (*accept, *(one.remark for one in collected.edits if one.field == Field.DECISION))
    decided = []
    if wanted:
        taken = taking_over.take_over(draft, wanted, editor=editor, book=book, ledger=ledger)
        lines += taken_lines(taken.decisions, taken.statuses, spoken)
        notices += taken.notices
        decided = [decision for _, decision in taken.decisions]
    gathered, _ = collecting.gathered_of(draft, book)
    placed = collecting.write_table(gathered, workspace.output_dir(draft, out), spoken, date)
    for notice in notices:
        click.echo(notice_text(notice, spoken), err=True)
    if form == "json":
        print_json(collected_json(gathered, collected.entered, decided, notices))
        return
    for line in (*lines, *(f"  {path}" for path in placed.values())):
        click.echo(line)
