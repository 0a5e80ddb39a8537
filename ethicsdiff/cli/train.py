"""`ethicsdiff train`: fits the head that ships with the catalogue, or keeps and shows what reviewers' decisions teach."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ethicsdiff import learning
from ethicsdiff.cli.common import Progress, ledger_option, options, workspace_option
from ethicsdiff.cli.endpoint import chosen_endpoint, endpoint_options

_SHOWN = 90
_DRAFT = click.Path(path_type=Path)


@click.command("train")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a new fit differs from the head that is there.")
@click.option("--learn", type=_DRAFT, metavar="DRAFT", help="Keep the decisions on DRAFT in the workspace, for other drafts to profit.")
@click.option("--report", type=_DRAFT, metavar="DRAFT", help="Show what reviewers' decisions change in the proposals for DRAFT.")
@ledger_option
@workspace_option
@endpoint_options
@click.pass_context
def command(context: click.Context, /, **given: Any) -> None:
    """Fit the matcher's head on all statements and exemplars of the catalogue; with --endpoint, a head of your own for that model.

    Confirmed and rejected proposals of a draft's own decisions.jsonl are used by compare at once, without this command.

    \b
    Examples:
      ethicsdiff train --check
      ethicsdiff train --report code.docx
      ethicsdiff train --learn code.docx
    """
    if sum(bool(given[name]) for name in ("check", "learn", "report")) > 1:
        raise click.UsageError("Choose one of --check, --learn and --report.")
    endpoint = chosen_endpoint(given["address"], given["model"], agreed=given["agreed"])
    chosen = options((), None, None, endpoint=endpoint, ledger=given["ledger"])
    if given["learn"]:
        path, count = learning.keep(given["learn"], chosen)
        click.echo(f"{path}: {count} lessons from {given['learn'].name}; the file is on this machine only and may be deleted at any time")
    elif given["report"]:
        _told(learning.report(given["report"], chosen))
    else:
        _fit(context, check=given["check"], endpoint=endpoint)


def _told(learned: learning.Learned) -> None:
    """Prints what lessons change, pair by pair."""
    click.echo(f"lessons: {learned.confirmed} confirmed, {learned.rejected} rejected; proposals changed: {len(learned.changes)}")
    for title, wanted in (("gained", (False, True)), ("lost", (True, False)), ("relation changed", (True, True))):
        found = [one for one in learned.changes if (one.before is not None, one.now is not None) == wanted]
        if found:
            click.echo(f"pairs {title}: {len(found)}" if title != "relation changed" else f"relations changed: {len(found)}")
        for one in found:
            click.echo(f"  {one.provision} {one.clause} {_relations(one)}: {' '.join(one.text.split())[:_SHOWN]}")


def _relations(change: learning.Change) -> str:
    return " -> ".join(relation.value for relation in (change.before, change.now) if relation is not None)


def _fit(context: click.Context, *, check: bool, endpoint: Any) -> None:
    progress = Progress()
    progress("fitting: some minutes and four gigabytes of memory")
    heads = tuple(learning.train(check=check, endpoint=endpoint))
    progress.done()
    for path, same in heads:
        if check:
            said = "the shipped head is the one the catalogue gives" if same else "the catalogue gives another head; run: ethicsdiff train"
        else:
            said = "unchanged" if same else "written"
        click.echo(f"{path}: {said}")
    if check and not all(same for _, same in heads):
        context.exit(1)
