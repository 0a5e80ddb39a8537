"""`ethicsdiff terms`: the words of a draft against the term base and the standards' own terms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ethicsdiff import library
from ethicsdiff.cli.common import LANGUAGES, draft_argument, format_option, print_json, standard_option
from ethicsdiff.model.terms import OtherWord, TermsReport, Variants, WordUse
from ethicsdiff.report.term_lines import term_lines


@click.command("terms")
@draft_argument
@standard_option
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of the findings. Default: the draft's.")
@format_option
@click.pass_context
def command(context: click.Context, draft: Path, standards: tuple[str, ...], language: str | None, form: str) -> None:
    """Look for two Kazakh words for one Russian term in DRAFT, and for terms other than the standard's own; exit 1 if there are any.

    \b
    Example:
      ethicsdiff terms code.kk.docx --lang ru
    """
    parsed, chosen, found = library.terms_of(draft, standards)
    if form == "json":
        print_json(_plain(draft, found))
    else:
        for line in term_lines(found, parsed, chosen, language or parsed.source.languages[0]):
            click.echo(line)
    context.exit(1 if found.variants or found.others else 0)


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
        "concept": row.concept, "language": row.language, "standard": row.standard, "word": row.word, "title": row.title,
        "clause": row.clause, "uses": _uses(row.uses),
    }  # fmt: skip


def _uses(uses: tuple[WordUse, ...]) -> list[dict[str, Any]]:
    return [{"word": use.word, "count": use.count, "places": list(use.places)} for use in uses]
