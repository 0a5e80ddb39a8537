"""`ethicsdiff doctor`: what is installed, and what that means for the results."""

from __future__ import annotations

import platform
import shutil

import click

from ethicsdiff import __version__, pipeline, workspace
from ethicsdiff.languages.encoder import EncoderStatus

_LANGUAGES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}


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
        click.echo(f"encoder: {status.model_id}: meaning is compared across languages")
    else:
        click.echo(f"encoder: none ({status.reason}). {status.detail}")
        click.echo("Only wording and terms are compared: fewer contradictions are found. Mend it: ethicsdiff models install")
    _expect(status)
    office = shutil.which("soffice") or shutil.which("libreoffice")
    click.echo(f"LibreOffice: {'found' if office else 'not found (not needed)'}")


def _expect(status: EncoderStatus) -> None:
    """Says how often the matcher was right on labelled provisions that it had not seen."""
    measured = workspace.accuracy().get("with_encoder" if status.available else "without_encoder", {})
    if measured:
        click.echo("accuracy on labelled provisions by another hand (expect less on a foreign code; docs/matching.md):")
    for code, part in measured.items():
        click.echo(
            f"  {_LANGUAGES.get(code, code)}: the first clause proposed is right in {part['top1']:.0%}, the right one is among three in "
            f"{part['recall_at_3']:.0%}; of the provisions that answer a clause {part['recall']:.0%} are shown, of those shown "
            f"{part['precision']:.0%} answer one"
        )
