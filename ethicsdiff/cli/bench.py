"""`ethicsdiff bench`: figures of accuracy on labelled provisions, on any crosswalk, and across languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ethicsdiff import measuring
from ethicsdiff.bench.changes import Comparison, changes_json, changes_text, compare
from ethicsdiff.bench.plain import bench_json
from ethicsdiff.bench.rank_tables import crossings_json, crossings_text, laps_json, laps_text
from ethicsdiff.bench.snapshot import read_snapshot, snapshot_text
from ethicsdiff.bench.text import bench_text
from ethicsdiff.bench.tolerance import breaches, tolerance
from ethicsdiff.cli.common import Progress, confidence_option, format_option, options, print_json, standard_option

_PATH = click.Path(path_type=Path)
_TOLERANCE = "With --baseline: exit 1 if more than N pairs are lost beyond those gained, or a figure falls too far; FILE: limits in TOML."
F = TypeVar("F", bound=Callable[..., Any])


def _file_option(name: str, text: str, *names: str) -> Callable[[F], F]:
    return click.option(name, *names, type=_PATH, metavar="FILE", help=text)


@click.command("bench")
@click.argument("gold", nargs=-1, type=_PATH)
@standard_option
@confidence_option
@_file_option("--baseline", "An earlier result: show the labelled pairs gained and lost since, and the decisions changed.")
@click.option("--tolerance", "allowed", metavar="N|FILE", help=_TOLERANCE)
@_file_option("--save-baseline", "Keep this result, without texts, for a later --baseline.")
@_file_option("--standard-file", "Rank the units of any standard instead: JSON lines, or a folder (target.jsonl, source.jsonl, gold.tsv).")
@_file_option("--source", "With --standard-file: the units to find counterparts for.")
@_file_option("--gold", "With --standard-file: the right pairs, a table of source and target.", "pairs")
@click.option("--parallel", is_flag=True, help="GOLD are language versions of one text, or folders of them: find each unit in the others.")
@format_option
@click.pass_context
def command(context: click.Context, /, form: str, **given: Any) -> None:
    """Measure the matcher on GOLD: files of labelled provisions, one JSON object a line (docs/formats.md).

    \b
    Examples:
      ethicsdiff bench tests/benchmark/gold.*.jsonl --baseline tests/benchmark/baseline.json
      ethicsdiff bench --standard-file target.jsonl --source source.jsonl --gold pairs.tsv
      ethicsdiff bench --parallel text_en.jsonl text_ru.jsonl text_kk.jsonl
    """
    _check(given)
    if given["standard_file"] is not None:
        _crosswalks(form, given)
    elif given["parallel"]:
        _parallel(form, given)
    else:
        context.exit(1 if _labelled(form, given) else 0)


def _check(given: dict[str, Any]) -> None:
    """Refuses combinations that mean nothing, one sentence each."""
    if given["standard_file"] is None and not given["gold"]:
        raise click.UsageError("Name files of labelled provisions, or a --standard-file.")
    if given["standard_file"] is not None and (given["gold"] or given["parallel"]):
        raise click.UsageError("--standard-file is measured alone: give its pairs with --gold.")
    if given["standard_file"] is None and (given["source"] or given["pairs"]):
        raise click.UsageError("--source and --gold belong to a --standard-file.")
    if given["allowed"] and given["baseline"] is None:
        raise click.UsageError("--tolerance needs a --baseline to compare with.")
    if given["parallel"] and (given["baseline"] or given["save_baseline"]):
        raise click.UsageError("--baseline belongs to labelled provisions, not to --parallel.")


def _labelled(form: str, given: dict[str, Any]) -> tuple[str, ...]:
    """Prints the figures of labelled provisions and returns what was lost beyond the tolerance."""
    before = read_snapshot(given["baseline"]) if given["baseline"] else None
    limits = tolerance(given["allowed"]) if given["allowed"] else None
    progress = Progress()
    measured = measuring.run_bench(given["gold"], options(given["standards"], given["threshold"], None), progress)
    progress.done()
    change = compare(before, measured) if before else None
    faults = breaches(change, limits) if change and limits else ()
    if given["save_baseline"]:
        measuring.save(snapshot_text(measured), given["save_baseline"])
    if form == "json":
        print_json(bench_json(measured) | ({"baseline": changes_json(change) | {"breaches": list(faults)}} if change else {}))
    else:
        click.echo(bench_text(measured) + _told(change, faults))
    return faults


def _told(change: Comparison | None, faults: tuple[str, ...]) -> str:
    if change is None:
        return ""
    return "\n\n" + "\n".join([changes_text(change), *(f"beyond the tolerance: {fault}" for fault in faults)])


def _crosswalks(form: str, given: dict[str, Any]) -> None:
    progress = Progress()
    laps, encoder = measuring.run_crosswalks(given["standard_file"], given["source"], given["pairs"], progress)
    progress.done()
    if form == "json":
        print_json(laps_json(laps, encoder=encoder))
    else:
        click.echo(laps_text(laps, encoder=encoder))


def _parallel(form: str, given: dict[str, Any]) -> None:
    progress = Progress()
    found, encoder = measuring.run_parallel(given["gold"], progress)
    progress.done()
    if form == "json":
        print_json(crossings_json(found, encoder=encoder))
    else:
        click.echo(crossings_text(found, encoder=encoder))
