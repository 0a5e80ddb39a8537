"""`ethicsdiff standards export` and `diff`: a standard for other programs and people, and two editions compared."""

from __future__ import annotations

from pathlib import Path

import click

from ethicsdiff import library, workspace
from ethicsdiff.cli.common import LANGUAGES, format_option, print_json, workspace_option
from ethicsdiff.standards.differ import Change

_FORMS = ("json", "csv", "oscal", "docx")
_ENDINGS = {"json": "json", "csv": "csv", "oscal": "oscal.json", "docx": "docx"}
_KINDS = {
    "changed": "{new}: changed", "moved": "{old} → {new}: moved", "moved-changed": "{old} → {new}: moved and changed",
    "removed": "{old}: removed", "added": "{new}: added",
}  # fmt: skip
_MARKS = {"removed": "[-{text}-]", "added": "{{+{text}+}}", "same": "{text}"}
_CONTEXT = 8


@click.command("export")
@click.argument("identifier", metavar="ID")
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="json", show_default=True, help="JSON, CSV, OSCAL control catalogue, Word."
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Language of OSCAL and Word; JSON and CSV have all.",
)
@click.option("--official", is_flag=True, help="Put the imported official text in too; mind its publisher's rights.")
@click.option(
    "--out", "target", type=click.Path(path_type=Path, dir_okay=False), help="File to write. Default: standard output, for Word ID.docx."
)
@workspace_option
def export_command(identifier: str, form: str, language: str, official: bool, target: Path | None) -> None:
    """Write the standard ID as JSON, CSV, OSCAL control catalogue or Word document.

    \b
    Example:
      ethicsdiff standards export kyiv --format oscal --lang ru --out kyiv.oscal.json
    """
    if form != "docx" and target is None:
        click.echo(library.exported(identifier, form, language, official=official), nl=False)
        return
    place = target or Path(f"{identifier}.{_ENDINGS[form]}")
    written = workspace.write_all(place.parent, {place.name: lambda path: _write(path, identifier, form, language, official)})
    click.echo(f"{written[place.name]}")


def _write(path: Path, identifier: str, form: str, language: str, official: bool) -> None:
    if form == "docx":
        library.write_docx(identifier, path, language, official=official)
    else:
        path.write_text(library.exported(identifier, form, language, official=official), encoding="utf-8", newline="")


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the texts compared.")
@click.option("--all", "everything", is_flag=True, help="List clauses that stayed the same too.")
@format_option
@workspace_option
@click.pass_context
def diff_command(context: click.Context, old: str, new: str, language: str, everything: bool, form: str) -> None:
    """Compare two editions of an instrument, clause by clause: OLD and NEW are ids of standards. Exit 1 if they differ.

    \b
    Example:
      ethicsdiff standards import law-2024 law2024.docx --new
      ethicsdiff standards diff law-2015 law-2024 --lang ru
    """
    found = library.changes(old, new, language)
    if form == "json":
        rows = [{"kind": c.kind, "old": c.old, "new": c.new, "words": [{"state": s, "text": t} for s, t in c.words]} for c in found]
        print_json({"schema": "ethicsdiff/diff/1", "old": old, "new": new, "language": language, "changes": rows})
    else:
        for line in _lines(found, everything=everything):
            click.echo(line)
    context.exit(1 if any(change.kind != "same" for change in found) else 0)


def _lines(found: tuple[Change, ...], *, everything: bool) -> list[str]:
    counts = {kind: sum(change.kind == kind for change in found) for kind in ("same", *_KINDS)}
    lines = [
        ", ".join(f"{count} {kind.replace('-', ' and ')}" for kind, count in counts.items() if count)
        or "There is nothing to compare in this language."
    ]
    for change in found:
        if change.kind == "same":
            lines += [f"{change.new}: the same"] if everything else []
            continue
        lines.append(_KINDS[change.kind].format(old=change.old, new=change.new))
        lines += [f"    {_marked(change)}"] if change.words else []
    return lines


def _marked(change: Change) -> str:
    """Returns the new wording with what went in [-...-] and what came in {+...+}; long stretches that stayed are cut."""
    return " ".join(_MARKS[state].format(text=_short(text) if state == "same" else text) for state, text in change.words)


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= 2 * _CONTEXT else " ".join([*words[:_CONTEXT], "...", *words[-_CONTEXT:]])
