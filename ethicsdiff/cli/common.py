"""What several commands share: options, progress on stderr, JSON on stdout."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from ethicsdiff import workspace
from ethicsdiff.pipeline import Options

LANGUAGES = ("en", "ru", "kk")
_PATIENCE = 1.0
F = TypeVar("F", bound=Callable[..., Any])

draft_argument = click.argument("draft", type=click.Path(path_type=Path))
format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Text for people, JSON for programs (docs/formats.md).",
)  # fmt: skip
_standards_option = click.option(
    "--standard", "standards", multiple=True, metavar="ID",
    help="A standard to compare with (ethicsdiff standards list); repeat for several. Default: bangalore, kyiv, warsaw.",
)  # fmt: skip
confidence_option = click.option(
    "--min-confidence", "threshold", type=click.FloatRange(0.01, 0.99), metavar="P",
    help="Least probability (0.01 to 0.99) of a proposal that is shown. Default: the calibrated one.",
)  # fmt: skip


ledger_option = click.option(
    "--ledger", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="File of the decisions. Default: decisions.jsonl beside the draft.",
)  # fmt: skip


book_option = click.option(
    "--remarks", "book", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Book of the remarks. Default: remarks.jsonl beside the draft.",
)  # fmt: skip
editor_option = click.option(
    "--editor", envvar="ETHICSDIFF_REVIEWER", default="", metavar="NAME", help="Who edits or takes over. Default: ETHICSDIFF_REVIEWER.",
)  # fmt: skip


def _enter_workspace(context: click.Context, _parameter: click.Parameter, folder: Path | None) -> None:
    """Makes a folder the workspace until the command ends."""
    if folder is not None:
        token = workspace.choose_workspace(folder)
        context.call_on_close(lambda: workspace.leave_workspace(token))


workspace_option = click.option(
    "--workspace", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", expose_value=False, callback=_enter_workspace,
    help="Folder of the official texts that you imported. Default: ETHICSDIFF_WORKSPACE, else .ethicsdiff here.",
)  # fmt: skip


def standard_option(function: F) -> F:
    """Returns a command with the options that say what to compare with: the standards, and whose official texts."""
    return _standards_option(workspace_option(function))


class Progress:
    """Says on stderr what is being done, once it takes over a second, and only to a terminal."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._shown = False

    def __call__(self, message: str) -> None:
        """Shows `message` in place of the one before it."""
        if sys.stderr.isatty() and time.monotonic() - self._started > _PATIENCE:
            click.echo(f"\r\x1b[K{message} ...", err=True, nl=False)
            self._shown = True

    def done(self) -> None:
        """Clears the line."""
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)


def options(standards: tuple[str, ...], threshold: float | None, language: str | None, **more: Any) -> Options:
    """Returns the options of a comparison from what the user typed."""
    return Options(standards=standards, threshold=threshold or 0.0, language=language or "", **more)


def print_json(value: Any) -> None:
    """Prints plain values as JSON, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def parsed_date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> datetime | None:
    """Returns an ISO date or date and time as typed, or None.

    Errors:
        click.BadParameter: it is not one.
    """
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f'"{value}" is not a date such as 2026-02-28 or 2026-02-28T09:00') from error


def show_placed(placed: Mapping[str, Path]) -> None:
    """Prints the files that were written, and beside which files of theirs that a person has changed."""
    for name, path in placed.items():
        click.echo(f"  {path}" + ("" if path.name == name else f"  ({name} was changed by hand and is left as it is)"))
