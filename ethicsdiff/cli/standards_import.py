"""`ethicsdiff standards import` and `verify`: the official texts, in the user's workspace and never in the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ethicsdiff import library
from ethicsdiff.cli.common import LANGUAGES, Progress, format_option, print_json, workspace_option
from ethicsdiff.model.official import Doubt, ImportPlan, Verification

_NAMES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}
_DOUBTS = {
    "repeated": "the number stands a second time ({words})",
    "short": "very short: “{words}”",
    "long": "very long: {words} characters; it may hold more than one clause",
    "empty": "there is no text behind the number",
    "unfinished": "it ends without a full stop: “... {words}”",
    "not-found": "it was not found in this file",
}
_MADE = {
    True: "A new instrument: compared only where it is named (--standard {id}).",
    False: "Its clauses will be this text itself; they take the place of its themes.",
}
_WORDS = 9
_STATES = {
    "unfit": "does not fit its official clause",
    "absent": "the official text has no such number",
    "not-found": "not found in the file",
}


@click.command("import")
@click.argument("identifier", metavar="ID")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(LANGUAGES), default=None, help="Language of the file. Default: told from its text.")
@click.option("--new", is_flag=True, help="Make a new instrument of the file under ID.")
@click.option("--title", default="", help="Title of a new instrument. Default: the title in the file.")
@click.option("--short", default="", help="Short title for citations. Default: the title.")
@click.option("--edition", default="", help="Year or version. Default: that of the catalogue, or the year in the title.")
@click.option("--yes", is_flag=True, help="Import without asking.")
@workspace_option
def import_command(identifier: str, file: Path, language: str | None, new: bool, title: str, short: str, edition: str, yes: bool) -> None:
    """Read the official text of the standard ID from FILE (PDF, Word, HTML, Markdown, text) into your workspace.

    Shows what was found and asks before anything is written. Reports then quote the official text beside our statement.

    \b
    Examples:
      ethicsdiff standards import bangalore Bangalore_principles.pdf
      ethicsdiff standards import my-country-law law.docx --new --title "Law on the status of judges" --edition 2024
    """
    progress = Progress()
    progress("reading the file")
    plan = library.plan(identifier, file, language=language or "", new=new, title=title, short=short, edition=edition)
    progress.done()
    for line in plan_lines(plan):
        click.echo(line)
    if not yes:
        click.confirm("Import this text into your workspace?", abort=True)
    home = library.carry_out(plan)
    click.echo(f"Imported into {home}.")
    for line in _after(plan):
        click.echo(line)


def plan_lines(plan: ImportPlan) -> Iterator[str]:
    """Yields what an import would do, for a person to look at."""
    text = plan.text
    yield f"{text.file}: {len(text.clauses)} clauses in {_NAMES[text.language]}; {plan.title or plan.standard}, edition {plan.edition}"
    yield f"sha256 {text.sha256}"
    if plan.creates:
        yield _MADE[plan.new].format(id=plan.standard)
    group = ""
    for clause in text.clauses:
        if clause.group != group and clause.group:
            group = clause.group
            yield f"  {group}"
        yield f"  {clause.id:<10} {_first_words(clause.text)}"
    yield from _listed("Numbers that the sequence leaves out", text.gaps)
    yield from _listed("Numbers that our catalogue lacks", plan.unknown)
    yield from _listed("Clauses of ours that were not found in the file", plan.missing)
    if text.doubts:
        yield "Please look at:"
        yield from (f"  {_doubt(doubt)}" for doubt in text.doubts)
    yield from _against_earlier(plan)


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" ..." if len(words) > _WORDS else "")


def _listed(title: str, ids: tuple[str, ...]) -> Iterator[str]:
    if ids:
        yield f"{title}: {', '.join(ids)}"


def _doubt(doubt: Doubt) -> str:
    return f"{doubt.clause}: {_DOUBTS[doubt.code].format(words=doubt.words)}"


def _against_earlier(plan: ImportPlan) -> Iterator[str]:
    """Yields how the file differs from the one imported before."""
    if plan.earlier is None:
        return
    yield f"Replaces {plan.earlier.file}, imported on {plan.earlier.date}."
    yield from _listed("Text changed", plan.changed)
    yield from _listed("New numbers", plan.added)
    yield from _listed("Numbers no longer there", plan.removed)
    if not (plan.changed or plan.added or plan.removed):
        yield "No clause has changed."
    elif plan.changed or plan.removed:
        yield "Decisions are kept; those about clauses whose text changed have to be checked again."


def _after(plan: ImportPlan) -> Iterator[str]:
    if plan.creates:
        yield f"Use it: ethicsdiff compare DRAFT --standard {plan.standard}"
        if plan.new:
            yield "To compare every draft with it unasked, set default = true in its standard.toml."
    else:
        yield f"Now compare our statements with it: ethicsdiff standards verify {plan.standard}"


@click.command("verify")
@click.argument("identifier", metavar="ID")
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="CLAUSE",
    help="Vouch for a clause yourself, after reading both texts; repeat for several.",
)
@format_option
@workspace_option
@click.pass_context
def verify_command(context: click.Context, identifier: str, accepted: tuple[str, ...], form: str) -> None:
    """Compare our statements of the standard ID with its imported official text, number by number.

    Lists numbers that do not exist, statements that do not fit their clause, and clauses that we lack; exit 1 if there are any.
    A clause that agrees counts as verified in this workspace from then on.

    \b
    Example:
      ethicsdiff standards verify bangalore
      ethicsdiff standards verify bangalore --accept 2.3
    """
    if accepted:
        library.accept(identifier, accepted)
    progress = Progress()
    progress("comparing our statements with the official text")
    results = library.verify_standard(identifier)
    vouched = library.accepted_clauses(identifier)
    progress.done()
    if form == "json":
        print_json(
            {
                "schema": "ethicsdiff/verify/1",
                "standard": identifier,
                "accepted": sorted(vouched),
                "results": [_plain(one) for one in results],
            }
        )
    else:
        for line in (line for one in results for line in verification_lines(one, vouched)):
            click.echo(line)
    wrong = any(row.state != "agrees" and row.clause not in vouched for one in results for row in one.rows)
    context.exit(1 if wrong or any(one.lacking for one in results) else 0)


def _plain(result: Verification) -> dict[str, Any]:
    rows = [
        {"clause": row.clause, "state": row.state, "score": row.score, "nearer": row.nearer, "languages": list(row.languages)}
        for row in result.rows
    ]
    return {"language": result.language, "file": result.file, "means": result.means, "clauses": rows, "lacking": list(result.lacking)}


def verification_lines(result: Verification, accepted: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yields what a comparison found; `accepted` are clauses that a person vouches for."""
    agreeing = [row for row in result.rows if row.state == "agrees" or row.clause in accepted]
    yield f"{result.standard}: {len(agreeing)} of {len(result.rows)} statements agree with {result.file} ({_NAMES[result.language]})."
    if result.means == "words":
        yield "There is no encoder, so only words and terms were compared; expect false alarms (ethicsdiff doctor says what is missing)."
    for row in result.rows:
        if row in agreeing:
            continue
        nearer = f"; nearest to {row.nearer}" if row.nearer else ""
        where = f" ({', '.join(_NAMES[code] for code in row.languages)} statement)" if row.languages else ""
        yield f"  {row.clause:<10} {_STATES[row.state]}{where}{nearer}"
    if result.lacking:
        yield f"  official clauses that we lack: {', '.join(result.lacking)}"
    if len(agreeing) < len(result.rows):
        yield f"Read both texts: ethicsdiff standards show {result.standard} CLAUSE."
        yield f"If they agree: ethicsdiff standards verify {result.standard} --accept CLAUSE"
