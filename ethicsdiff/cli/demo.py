"""`ethicsdiff demo`: the sample drafts, compared."""

from __future__ import annotations

from pathlib import Path

import click

from ethicsdiff import pipeline, workspace
from ethicsdiff.cli.compare import run


@click.command("demo")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("ethicsdiff-demo"))
def command(folder: Path) -> None:
    """Copy the fictional sample drafts into FOLDER and compare each with the standards.

    \b
    Example:
      ethicsdiff demo my-demo
    """
    for draft in workspace.copy_samples(folder / "drafts"):
        click.echo(f"\n== {draft}")
        suffix = "-md" if draft.suffix == ".md" else ""
        run(draft, pipeline.Options(), folder / "outputs" / f"{draft.stem}{suffix}")
