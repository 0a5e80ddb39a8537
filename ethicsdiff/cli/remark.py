"""`ethicsdiff remark`: enters a remark that came by mail or telephone, or sets status, response, category and place of one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from ethicsdiff import collecting
from ethicsdiff.cli.common import (
    LANGUAGES,
    book_option,
    draft_argument,
    editor_option,
    format_option,
    parsed_date,
    print_json,
    workspace_option,
)
from ethicsdiff.model.remark import Field, Status
from ethicsdiff.report.collected import collected_lines
from ethicsdiff.report.remark_words import category_code, source_code, status_code
from ethicsdiff.report.remarks import notice_text
from ethicsdiff.review.by_hand import HandRemark
from ethicsdiff.writers.remarks_json import collected_json

_SAID = ("text", "author", "source", "date")
_SET = ("status", "response")


@click.command("remark")
@draft_argument
@click.option("--text", metavar="TEXT", help="What was said.")
@click.option("--author", metavar="NAME", help="Who said it.")
@click.option("--source", metavar="SOURCE", help="How it came: mail, telephone, meeting, paper, or other words.")
@click.option("--date", callback=parsed_date, metavar="DATE", help="When it was said.")
@click.option("--place", metavar="ID", default="", help="The provision, by its id in this version (ethicsdiff parse --format json).")
@click.option("--category", metavar="TEXT", help="Its category: remark, question, wording, or other words.")
@click.option("--id", "number", metavar="R-N", help="A remark that is there: sets --status, --response, --category or --place of it.")
@click.option("--status", metavar="STATUS", help=f"One of: {', '.join(Status)}.")
@click.option("--response", metavar="TEXT", help="The answer to the remark.")
@editor_option
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of what is said. Default: the draft's.")
@book_option
@workspace_option
@format_option
def command(draft: Path, number: str | None, editor: str, language: str | None, book: Path | None, form: str, **typed: Any) -> None:
    """Enter a remark on DRAFT that came by mail, telephone or at a meeting; with --id set something of a remark.

    \b
    Example:
      ethicsdiff remark code.docx --place a5.p2 --text "Shorten the period" --author "Supreme Court" --source mail
    """
    if number is None:
        collected = collecting.add_by_hand(draft, _said(typed), book=book)
    else:
        collected = collecting.set_fields(draft, number, _values(typed), editor=editor, book=book)
    spoken = language or collected.gathered.draft.source.languages[0]
    for notice in collected.notices:
        click.echo(notice_text(notice, spoken), err=True)
    if form == "json":
        print_json(collected_json(collected.gathered, collected.entered, (), collected.notices))
        return
    for line in collected_lines(collected.gathered, collected.entered, collected.edits, spoken):
        click.echo(line)


def _said(typed: dict[str, Any]) -> HandRemark:
    """Returns what was typed as a remark by hand.

    Errors:
        click.UsageError: something is set that only a remark that is there can have.
    """
    if any(typed[name] for name in _SET):
        raise click.UsageError("--status and --response are set on a remark that is there: name it with --id.")
    date: datetime | None = typed["date"]
    return HandRemark(
        text=typed["text"] or "", author=typed["author"] or "", source=source_code(typed["source"] or ""), provision=typed["place"],
        date=date.isoformat(timespec="minutes").removesuffix("T00:00") if date is not None else "",
        category=category_code(typed["category"] or ""),
    )  # fmt: skip


def _values(typed: dict[str, Any]) -> tuple[tuple[Field, str], ...]:
    """Returns what was typed as fields to set.

    Errors:
        click.UsageError: nothing is set, or what was said is to be changed.
    """
    if any(typed[name] for name in _SAID):
        raise click.UsageError("What was said is not changed: write --response, or enter a remark of its own.")
    status = typed["status"]
    values = (
        (Field.STATUS, (status_code(status) or status) if status else None), (Field.RESPONSE, typed["response"]),
        (Field.CATEGORY, category_code(typed["category"]) if typed["category"] is not None else None),
        (Field.PLACE, typed["place"] or None),
    )  # fmt: skip
    chosen = tuple((field, value) for field, value in values if value is not None)
    if not chosen:
        raise click.UsageError("What is set? --status, --response, --category, --place.")
    return chosen
