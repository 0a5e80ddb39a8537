"""`ethicsdiff train`: fits the head that ships with the catalogue, or checks that it is the one the catalogue gives."""

from __future__ import annotations

import click

from ethicsdiff import pipeline
from ethicsdiff.cli.endpoint import chosen_endpoint, endpoint_options


@click.command("train")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a new fit differs from the head that is there.")
@endpoint_options
@click.pass_context
def command(context: click.Context, check: bool, address: str | None, model: str, agreed: bool) -> None:
    """Fit the matcher's head on all statements and exemplars of the catalogue; with --endpoint, a head of your own for that model.

    \b
    Example:
      ethicsdiff train --check
    """
    path, same = pipeline.train(check=check, endpoint=chosen_endpoint(address, model, agreed=agreed))
    if check:
        said = "the shipped head is the one the catalogue gives" if same else "the catalogue gives another head; run: ethicsdiff train"
        click.echo(f"{path}: {said}")
        context.exit(0 if same else 1)
    click.echo(f"{path}: {'unchanged' if same else 'written'}")
