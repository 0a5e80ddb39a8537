"""`ethicsdiff terms`: the words of a draft against the term base and the standards' own terms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ethicsdiff import library
from ethicsdiff.cli.common import draft_argument, format_option, print_json, standard_option
from ethicsdiff.standards.terms_check import OtherWord, TermsReport, Variants, WordUse


@click.command("terms")
@draft_argument
@standard_option
@format_option
@click.pass_context
def command(context: click.Context, draft: Path, standards: tuple[str, ...], form: str) -> None:
    """Look for two Kazakh words for one Russian term in DRAFT, and for terms other than the standard's own; exit 1 if there are any.

    \b
    Example:
      ethicsdiff terms code.kk.docx
    """
    found = library.terms_of(draft, standards)
    if form == "json":
        print_json(_plain(draft, found))
    else:
        for line in _lines(found):
            click.echo(line)
    context.exit(1 if found.variants or found.others else 0)


def _lines(found: TermsReport) -> Iterator[str]:
    if not (found.variants or found.others):
        yield "The terms are used evenly."
    for row in found.variants:
        doubt = "" if row.confidence == "high" else f" [Kazakh term of {row.confidence} confidence]"
        yield f"Several Kazakh words for “{row.term}”: {_used(row.uses)}{doubt}"
    for other in found.others:
        yield f"{other.standard} says “{other.word}” ({other.where}); the draft says {_used(other.uses)}"


def _used(uses: tuple[WordUse, ...]) -> str:
    return "; ".join(f"“{use.word}” {use.count} times ({', '.join(use.places[:3])})" for use in uses)


def _plain(draft: Path, found: TermsReport) -> dict[str, Any]:
    return {
        "schema": "ethicsdiff/terms/1",
        "file": draft.name,
        "variants": [_variants(row) for row in found.variants],
        "other_than_standard": [_other(row) for row in found.others],
    }


def _variants(row: Variants) -> dict[str, Any]:
    return {"concept": row.concept, "language": row.language, "term": row.term, "confidence": row.confidence, "uses": _uses(row.uses)}


def _other(row: OtherWord) -> dict[str, Any]:
    return {
        "concept": row.concept, "language": row.language, "standard": row.standard, "word": row.word, "where": row.where,
        "uses": _uses(row.uses),
    }  # fmt: skip


def _uses(uses: tuple[WordUse, ...]) -> list[dict[str, Any]]:
    return [{"word": use.word, "count": use.count, "places": list(use.places)} for use in uses]
