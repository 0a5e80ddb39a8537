"""`ethicsdiff coverage`: which clauses a draft answers, for people and for checks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ethicsdiff import pipeline
from ethicsdiff.cli.common import (
    LANGUAGES,
    Progress,
    confidence_option,
    draft_argument,
    format_option,
    ledger_option,
    options,
    print_json,
    standard_option,
)
from ethicsdiff.model.report import ClauseRow

SCHEMA = "ethicsdiff/coverage/1"
_ASIDE = "not_applicable"


@click.command("coverage")
@draft_argument
@standard_option
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of the list. Default: the draft's.")
@confidence_option
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT", help="Exit 1 if less of a standard is covered.")
@click.option("--only-gaps", is_flag=True, help="List only clauses that nothing answers.")
@ledger_option
@format_option
@click.pass_context
def command(
    context: click.Context, draft: Path, standards: tuple[str, ...], language: str | None, threshold: float | None,
    fail_under: float | None, only_gaps: bool, ledger: Path | None, form: str,
) -> None:  # fmt: skip
    """Show which clauses DRAFT covers, partly covers, weakens, contradicts or misses.

    \b
    Example:
      ethicsdiff coverage code.docx --standard bangalore --only-gaps --fail-under 60
    """
    progress = Progress()
    outcome = pipeline.compare_draft(draft, options(standards, threshold, language, ledger=ledger), progress)
    progress.done()
    shares = _shares(outcome)
    aside = {(r.standard, r.clause) for r in outcome.comparison.coverage if r.state == _ASIDE}
    rows = [row for row in outcome.report.clauses if not only_gaps or not (row.answers or (row.standard, row.clause) in aside)]
    if form == "json":
        print_json(_json(outcome, shares, only_gaps=only_gaps))
    else:
        themes = (f"{one.name}: {one.remark}" for one in outcome.report.standards if one.remark)
        for line in (*_lines(rows), *(f"{name}: {share:.1f} %" for name, share in shares.items()), *themes):
            click.echo(line)
    failed = (only_gaps and bool(rows) and fail_under is None) or any(share < (fail_under or 0) for share in shares.values())
    context.exit(1 if failed else 0)


def _shares(outcome: pipeline.Outcome) -> dict[str, float]:
    """Returns for each standard the share of its clauses that are covered, in percent.

    Clauses that people left aside do not count; a standard known by its themes alone has no share.
    """
    known = {standard.id for standard in outcome.standards if not standard.themes_only}
    rows = [row for row in outcome.comparison.coverage if row.state != _ASIDE and row.standard in known]
    standards = dict.fromkeys(row.standard for row in rows)
    return {
        name: 100 * sum(r.state == "covered" for r in rows if r.standard == name) / sum(r.standard == name for r in rows)
        for name in standards
    }


def _json(outcome: pipeline.Outcome, shares: dict[str, float], *, only_gaps: bool) -> dict[str, Any]:
    rows = [row for row in outcome.comparison.coverage if not only_gaps or row.state == "gap"]
    return {
        "schema": SCHEMA,
        "file": outcome.draft.source.file,
        "covered_percent": {name: round(share, 1) for name, share in shares.items()},
        "clauses": [{"standard": r.standard, "clause": r.clause, "state": r.state, "provisions": list(r.provisions)} for r in rows],
    }


def _lines(rows: list[ClauseRow]) -> list[str]:
    return [
        f"{row.citation:<40} {row.state:<22} {row.title}" + "".join(f"\n{'':<42}{a.place} ({a.relation})" for a in row.answers)
        for row in rows
    ]
