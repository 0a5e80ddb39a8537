"""`ethicsdiff standards`: what the tool knows, and how far it was checked."""

from __future__ import annotations

from typing import Any

import click

from ethicsdiff import library, pipeline
from ethicsdiff.cli.common import LANGUAGES, format_option, print_json, workspace_option
from ethicsdiff.cli.standards_export import diff_command, export_command
from ethicsdiff.cli.standards_import import import_command, verify_command
from ethicsdiff.model.standard import Clause, Provenance, Standard
from ethicsdiff.report.phrases import Phrases, phrases_of
from ethicsdiff.standards.search import Hit
from ethicsdiff.writers.json import stage_json

_LANGUAGE_OPTION = click.option(
    "--lang", "language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of titles and statements."
)


@click.group("standards")
def command() -> None:
    """List, show, search and check the standards; import their official texts.

    \b
    Examples:
      ethicsdiff standards show bangalore 4.14 --lang kk
      ethicsdiff standards import warsaw warsaw.pdf
    """


for _further in (import_command, verify_command, export_command, diff_command):
    command.add_command(_further)


@command.command("list")
@_LANGUAGE_OPTION
@format_option
@workspace_option
def list_standards(language: str, form: str) -> None:
    """List the standards with edition, languages, clauses and how many of them were verified.

    \b
    Example:
      ethicsdiff standards list --lang ru
    """
    rows = [_summary(standard, language) for standard in pipeline.catalogue().standards]
    if form == "json":
        print_json({"schema": "ethicsdiff/standards/1", "standards": rows})
        return
    width = max(len(row["id"]) for row in rows) + 2
    for row in rows:
        click.echo(f"{row['id']:<{width}}{row['edition']:<12}{row['title']}")
        for line in _list_lines(row, phrases_of(language)):
            click.echo(f"{'':<{width}}{line}")


def _list_lines(row: dict[str, Any], phrases: Phrases) -> list[str]:
    """Returns what is said of a standard below its title."""
    say = phrases.say
    names = ", ".join(phrases.label("language", code) for code in row["languages"])
    when = say("list.unasked") if row["default"] else say("list.asked", option=f"--standard {row['id']}")
    if row["themes_only"]:
        checked = say("list.themes", command=say("command.import", standard=row["id"]))
    else:
        checked = say("list.itself") if row["official_itself"] else say("list.verified", percent=row["verified_percent"])
    files = (
        say("provenance.file", file=one["file"], language=phrases.label("language", one["language"]), date=one["date"])
        for one in row["sources"]
    )
    parts = (phrases.count("list.clauses", row["clauses"]), say("list.languages", languages=names), when, checked)
    return ["; ".join(parts), *(say("list.file", file=file) for file in files)]


def _summary(standard: Standard, language: str) -> dict[str, Any]:
    counts: dict[str, int] = {}
    for clause in standard.clauses:
        counts[clause.provenance.value] = counts.get(clause.provenance.value, 0) + 1
    languages = dict.fromkeys(code for clause in standard.clauses for code, _ in clause.statements)
    titles = dict(standard.titles)
    return {
        "id": standard.id, "edition": standard.edition, "date": standard.date,
        "title": titles.get(language) or next(iter(titles.values()), ""),
        "official_itself": all(clause.official and clause.official == clause.statements for clause in standard.clauses),
        "clauses": len(standard.clauses), "languages": list(languages), "provenance": counts, "themes_only": standard.themes_only,
        "verified_percent": round(100 * counts.get(Provenance.VERIFIED.value, 0) / max(len(standard.clauses), 1), 1),
        "default": standard.default,
        "sources": [{"file": s.file, "language": s.language, "date": s.date, "sha256": s.sha256} for s in standard.sources],
    }  # fmt: skip


@command.command("show")
@click.argument("standard")
@click.argument("clause", required=False)
@_LANGUAGE_OPTION
@format_option
@workspace_option
def show_standard(standard: str, clause: str | None, language: str, form: str) -> None:
    """Show a STANDARD, or one CLAUSE of it: statement, official text, citation forms, related clauses, provenance.

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
        click.echo(f"{_in(chosen.titles, language) or chosen.id} ({chosen.edition})")
    for item in clauses:
        for line in _clause_lines(item, language) if clause else [f"{item.id:<14}{_in(item.titles, language)}"]:
            click.echo(line)


def _in(pairs: tuple[tuple[str, str], ...], language: str) -> str:
    """Returns the text of a language, of another, named, where it is missing."""
    table = dict(pairs)
    if language in table or not table:
        return table.get(language, "")
    code, text = next(iter(table.items()))
    return f"[{code}] {text}"


def _clause_lines(clause: Clause, language: str) -> list[str]:
    phrases = phrases_of(language)
    say, label = phrases.say, phrases.label
    itself = bool(clause.official) and clause.official == clause.statements
    lines = [f"{clause.id:<14}{_in(clause.titles, language)}", f"  {_in(clause.statements, language)}"]
    lines += [f"    {element.key}) {_in(element.texts, language)}" for element in clause.elements]
    official = () if itself else clause.official
    told = [say("clause.official", language=label("language", code), text=text) for code, text in official]
    told += [say("clause.cited", language=label("language", code), text=form) for code, form in clause.citations]
    told.append(say("clause.duty", words=", ".join(label("modality", duty) for duty in clause.duties)))
    told.append(say("clause.addressee", words=", ".join(label("addressee", one) for one in clause.addressees)))
    told.append(say("clause.origin", words=say("provenance.official_itself" if itself else f"provenance.{clause.provenance.value}")))
    told += [say("clause.related", text=_related(name, clause, language)) for name in clause.related]
    return [*lines, *(f"  {line}" for line in told)]


def _related(name: str, clause: Clause, language: str) -> str:
    """Returns a related clause with its title, so that one need not look it up."""
    owner, _, identifier = name.rpartition(":")
    owner = owner or clause.standard
    for standard in pipeline.catalogue().standards:
        for other in standard.clauses if standard.id == owner else ():
            if other.id == identifier:
                return f"{owner} {identifier}  {_in(other.titles, language)}"
    return f"{owner} {identifier}"


@command.command("search")
@click.argument("words", nargs=-1, required=True)
@_LANGUAGE_OPTION
@format_option
@workspace_option
@click.pass_context
def search(context: click.Context, words: tuple[str, ...], language: str, form: str) -> None:
    """Find clauses by WORDS in English, Russian or Kazakh, or by a citation; exit 1 when nothing is found.

    \b
    Examples:
      ethicsdiff standards search сыйлық
      ethicsdiff standards search "п. 2.5 Бангалорских принципов"
    """
    hits = library.search(" ".join(words))
    if form == "json":
        print_json({"schema": "ethicsdiff/search/1", "query": " ".join(words), "hits": [_plain(hit) for hit in hits]})
    else:
        for hit in hits:
            click.echo(f"{hit.clause.standard:<12} {hit.clause.id:<12} {_in(hit.clause.titles, language)}")
        if not hits:
            click.echo("Nothing was found.")
    context.exit(0 if hits else 1)


def _plain(hit: Hit) -> dict[str, Any]:
    return {
        "standard": hit.clause.standard, "clause": hit.clause.id, "titles": dict(hit.clause.titles), "score": hit.score,
        "words": list(hit.words), "concepts": list(hit.concepts),
    }  # fmt: skip


@command.command("check")
@click.pass_context
def check(context: click.Context) -> None:
    """Check ids, languages, lengths, term base and exemplars; exit 1 when something is wrong.

    Remarks on terms in the Kazakh statements are for a linguist and change nothing.

    \b
    Example:
      ethicsdiff standards check
    """
    faults = pipeline.check_catalogue()
    for fault in faults:
        click.echo(fault)
    for remark in library.remarks():
        click.echo(f"remark: {remark}")
    click.echo(f"{len(faults)} faults" if faults else "The catalogue is sound.")
    context.exit(1 if faults else 0)
