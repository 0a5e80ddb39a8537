"""`ethicsdiff standards`: what the tool knows, and how far it was checked."""

from __future__ import annotations

from typing import Any

import click

from ethicsdiff import pipeline
from ethicsdiff.cli.common import LANGUAGES, format_option, print_json
from ethicsdiff.model.standard import Clause, Standard
from ethicsdiff.writers.json import stage_json


@click.group("standards")
def command() -> None:
    """List, show and check the standards.

    \b
    Example:
      ethicsdiff standards show bangalore 4.14 --lang kk
    """


@command.command("list")
@format_option
def list_standards(form: str) -> None:
    """List the standards with edition, languages and how many statements were checked.

    \b
    Example:
      ethicsdiff standards list
    """
    rows = [_summary(standard) for standard in pipeline.catalogue().standards]
    if form == "json":
        print_json({"schema": "ethicsdiff/standards/1", "standards": rows})
        return
    for row in rows:
        click.echo(f"{row['id']:<12}{row['edition']:<8}{row['title']}")
        click.echo(f"{'':<20}{row['clauses']} clauses, {', '.join(row['languages'])}; {_provenance_words(row)}")


def _summary(standard: Standard) -> dict[str, Any]:
    counts: dict[str, int] = {}
    for clause in standard.clauses:
        counts[clause.provenance.value] = counts.get(clause.provenance.value, 0) + 1
    languages = dict.fromkeys(code for clause in standard.clauses for code, _ in clause.statements)
    return {
        "id": standard.id, "edition": standard.edition, "date": standard.date, "title": dict(standard.titles).get("en", ""),
        "clauses": len(standard.clauses), "languages": list(languages), "provenance": counts, "themes_only": standard.themes_only,
    }  # fmt: skip


def _provenance_words(row: dict[str, Any]) -> str:
    if row["themes_only"]:
        return "themes only: its numbered text was not established"
    return ", ".join(f"{count} {name}" for name, count in row["provenance"].items())


@command.command("show")
@click.argument("standard")
@click.argument("clause", required=False)
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the statements.")
@format_option
def show_standard(standard: str, clause: str | None, language: str, form: str) -> None:
    """Show a STANDARD, or one CLAUSE of it, with provenance and citation form.

    \b
    Example:
      ethicsdiff standards show kyiv 12 --lang ru
    """
    chosen = pipeline.standard_named(standard)
    clauses = [pipeline.clause_named(chosen, clause)] if clause else list(chosen.clauses)
    if form == "json":
        print_json(stage_json("standard", clauses))
        return
    if not clause:
        click.echo(dict(chosen.titles).get(language, chosen.id))
    for item in clauses:
        for line in _clause_lines(item, language, full=bool(clause)):
            click.echo(line)


def _clause_lines(clause: Clause, language: str, *, full: bool) -> list[str]:
    head = f"{clause.id:<12}{dict(clause.titles).get(language, '')}"
    if not full:
        return [head]
    lines = [head, f"  {dict(clause.statements).get(language, '')}"]
    lines += [f"    {element.key}) {dict(element.texts).get(language, '')}" for element in clause.elements]
    lines += [f"  cite as: {dict(clause.citations).get(language, '')}", f"  duty: {', '.join(clause.duties)}"]
    lines += [f"  addressed to: {', '.join(clause.addressees)}", f"  provenance: {clause.provenance.value} (our own words, not the instrument's text)"]
    return [*lines, *([f"  related: {', '.join(clause.related)}"] if clause.related else [])]


@command.command("check")
@click.pass_context
def check(context: click.Context) -> None:
    """Check ids, languages, lengths and exemplars; exit 1 when something is wrong.

    \b
    Example:
      ethicsdiff standards check
    """
    faults = pipeline.check_catalogue()
    for fault in faults:
        click.echo(fault)
    click.echo(f"{len(faults)} faults" if faults else "The catalogue is sound.")
    context.exit(1 if faults else 0)
