"""`ethicsdiff bench`: figures of accuracy on labelled provisions."""

from __future__ import annotations

from pathlib import Path

import click

from ethicsdiff import pipeline
from ethicsdiff.bench.print import bench_json, bench_text
from ethicsdiff.cli.common import Progress, confidence_option, format_option, options, print_json, standard_option


@click.command("bench")
@click.argument("gold", type=click.Path(path_type=Path))
@standard_option
@confidence_option
@format_option
def command(gold: Path, standards: tuple[str, ...], threshold: float | None, form: str) -> None:
    """Measure the matcher on GOLD: labelled provisions, one JSON object a line (docs/formats.md).

    \b
    Example:
      ethicsdiff bench tests/benchmark/gold.jsonl
    """
    progress = Progress()
    rows, encoder, seconds = pipeline.run_bench(gold, options(standards, threshold, None), progress)
    progress.done()
    if form == "json":
        print_json(bench_json(rows, encoder=encoder, seconds=seconds))
    else:
        click.echo(bench_text(rows, encoder=encoder, seconds=seconds))
