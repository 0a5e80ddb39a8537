"""`ethicsdiff doctor`: what is installed, and what that means for the results."""

from __future__ import annotations

import platform
import shutil

import click

from ethicsdiff import __version__, pipeline, workspace


@click.command("doctor")
def command() -> None:
    """Say what is installed and what accuracy to expect.

    \b
    Example:
      ethicsdiff doctor
    """
    _, status = pipeline.engine(pipeline.Options())
    click.echo(f"ethicsdiff {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    click.echo(f"standards: {workspace.standards_dir()}")
    if status.available:
        click.echo(f"encoder: {status.model_id}: meaning is compared across languages; docs/matching.md has the measured accuracy.")
    else:
        click.echo(f"encoder: none ({status.reason}). {status.detail}")
        click.echo("Only shared words and terms are compared: most alignments will be missed. See docs/matching.md.")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    click.echo(f"LibreOffice: {'found' if office else 'not found (not needed)'}")
