"""`ethicsdiff review`: people decide in the browser, on pages that this computer serves."""

from __future__ import annotations

import getpass
import os
import webbrowser
from pathlib import Path

import click

from ethicsdiff import reviewing, workspace
from ethicsdiff.cli.common import Progress, confidence_option, draft_argument, ledger_option, options, standard_option
from ethicsdiff.cli.endpoint import chosen_endpoint, endpoint_options
from ethicsdiff.web.server import LOOPBACK, Place, Served, is_loopback, listen

_OPEN_TO_OTHERS = (
    "The pages go over the network without encryption: use this in a network that you trust, or behind a tunnel (docs/review.md). "
    "Send each reviewer the link that is theirs alone."
)


def _named(_context: click.Context, _parameter: click.Parameter, typed: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the names with their spacing evened out, each once; where none is typed, the one of the environment or of the login.

    Errors:
        click.UsageError: there is none, or one is empty.
    """
    names = tuple(" ".join(name.split()) for name in typed or (os.environ.get("ETHICSDIFF_REVIEWER") or _login(),))
    if not all(names):
        raise click.UsageError("--reviewer says who decides: give a name, or set ETHICSDIFF_REVIEWER.")
    return tuple(dict.fromkeys(names))


def _login() -> str:
    """Returns the name that the user of this computer is signed in by, "" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


@click.command("review")
@draft_argument
@click.option(
    "--reviewer", "reviewers", multiple=True, callback=_named, metavar="NAME",
    help="Who decides; repeat for several, each gets a link. Default: ETHICSDIFF_REVIEWER, else the name of your login.",
)  # fmt: skip
@click.option("--host", default=LOOPBACK, show_default=True, help="Address to listen at; 0.0.0.0 lets other computers in.")
@click.option("--port", default=8765, show_default=True, help="Port to listen at; 0 takes a free one.")
@click.option("--name", "names", multiple=True, help="A further name of this computer for browsers; the first stands in the links.")
@click.option("--new-links", is_flag=True, help="Make all links that were printed before invalid, for every draft.")
@click.option("--open", "shows", is_flag=True, help="Open the first link in the browser.")
@standard_option
@confidence_option
@ledger_option
@endpoint_options
def command(
    draft: Path, reviewers: tuple[str, ...], host: str, port: int, names: tuple[str, ...], new_links: bool, shows: bool,
    standards: tuple[str, ...], threshold: float | None, ledger: Path | None, address: str | None, model: str, agreed: bool,
) -> None:  # fmt: skip
    """Decide on DRAFT in the browser: provision beside clause, one key a decision, every decision in decisions.jsonl beside the draft.

    \b
    Example:
      ethicsdiff review code.docx --reviewer "First reviewer" --open
    """
    progress = Progress()
    chosen = options(standards, threshold, None, ledger=ledger, endpoint=chosen_endpoint(address, model, agreed=agreed))
    at = listen(Place(host=host, port=port, names=names))
    with at.socket:
        review = reviewing.open_review(draft, chosen, progress)
        progress.done()
        served = Served(review, reviewers, at, workspace.review_key_path(), _log, new_links=new_links)
        for reviewer, link in served.links():
            click.echo(f"{reviewer}: {link}")
        if not is_loopback(host):
            click.echo(_OPEN_TO_OTHERS, err=True)
        click.echo("Ctrl+C ends the review; what was decided is on the disk.", err=True)
        if shows:
            webbrowser.open(served.links()[0][1])
        _serve(served)


def _log(line: str) -> None:
    click.echo(line, err=True)


def _serve(served: Served) -> None:
    """Serves until Ctrl+C, which ends a review as it should end."""
    try:
        served.run()
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
