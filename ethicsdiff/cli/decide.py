"""`ethicsdiff decide`: writes one decision of a reviewer into the ledger."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from ethicsdiff import deciding, pipeline
from ethicsdiff.cli.common import Progress, draft_argument, format_option, ledger_option, parsed_date, print_json, workspace_option
from ethicsdiff.model.decision import DecisionKind
from ethicsdiff.model.match import Relation
from ethicsdiff.report.remarks import notice_text
from ethicsdiff.review.decide import Request
from ethicsdiff.writers.json import decision_json

_RELATIONS = [relation.value for relation in Relation if relation != Relation.NONE]
_VERBS = {
    "confirm": DecisionKind.CONFIRM,
    "reject": DecisionKind.REJECT,
    "other": DecisionKind.OTHER,
    "wording": DecisionKind.WORDING,
    "not_applicable": DecisionKind.NOT_APPLICABLE,
    "accept": DecisionKind.ACCEPT,
    "decline": DecisionKind.DECLINE,
    "withdraw": DecisionKind.WITHDRAW,
}
_SPOKEN = (
    "--confirm, --reject, --other, --relation, --wording, --not-applicable, --accept-recommendation, --decline-recommendation, --withdraw"
)


@click.command("decide")
@draft_argument
@click.option("--provision", metavar="ID", default="", help="The provision, by its id in this version (ethicsdiff parse --format json).")
@click.option("--clause", metavar="STANDARD:ID", default="", help="The clause, such as bangalore:4.14.")
@click.option("--confirm", is_flag=True, help="The alignment is right as it is shown.")
@click.option("--reject", is_flag=True, help="The provision does not answer the clause.")
@click.option("--other", metavar="STANDARD:ID", help="The provision answers this clause, not the one of --clause.")
@click.option("--relation", type=click.Choice(_RELATIONS), help="The relation in force; also with --other.")
@click.option("--wording", metavar="TEXT", help="A wording proposed for the provision.")
@click.option("--not-applicable", metavar="REASON", help="The clause does not concern this draft; it is counted apart.")
@click.option("--accept-recommendation", "accept", is_flag=True, help="The recommendation on the clause is accepted.")
@click.option("--decline-recommendation", "decline", metavar="REASON", help="The recommendation on the clause is declined.")
@click.option("--withdraw", metavar="DECISION", help="Takes a decision back, by its id (ethicsdiff log).")
@click.option("--note", metavar="TEXT", help="A note by itself, or the reason for a decision.")
@click.option("--supersedes", multiple=True, metavar="DECISION", help="A decision of another that this one settles; repeat for several.")
@click.option("--reviewer", envvar="ETHICSDIFF_REVIEWER", required=True, metavar="NAME", help="Who decides. Default: ETHICSDIFF_REVIEWER.")
@click.option("--date", callback=parsed_date, metavar="DATE", help="When it was decided, if not now.")
@ledger_option
@workspace_option
@format_option
def command(draft: Path, ledger: Path | None, date: datetime | None, form: str, **typed: Any) -> None:
    """Write one decision on DRAFT into decisions.jsonl beside it; nothing that was written before is changed.

    \b
    Example:
      ethicsdiff decide code.docx --provision a5.p2 --clause bangalore:4.14 --confirm --reviewer "First reviewer"
    """
    progress = Progress()
    recorded = deciding.record(draft, _request(typed), pipeline.Options(ledger=ledger), time=date, say=progress)
    progress.done()
    for notice in recorded.notices:
        click.echo(notice_text(notice, "en"), err=True)
    if form == "json":
        print_json({"schema": "ethicsdiff/decision/1", **decision_json(recorded.decision)})
        return
    relation = f", {recorded.decision.relation}" if recorded.decision.relation else ""
    superseded = f"; it supersedes {', '.join(recorded.decision.supersedes)}" if recorded.decision.supersedes else ""
    click.echo(f"{recorded.decision.id} ({recorded.decision.kind}{relation}) is written into {recorded.ledger}{superseded}")


def _request(typed: dict[str, Any]) -> Request:
    """Returns what was typed as a request.

    Errors:
        click.UsageError: no decision was named, or two at once.
    """
    kind = _kind(typed)
    clause, part = deciding.clause_spoken_of(typed["clause"]) if typed["clause"] else (None, "")
    other, other_part = deciding.clause_spoken_of(typed["other"]) if typed["other"] else (None, "")
    return Request(
        kind=kind, reviewer=typed["reviewer"], provision=typed["provision"], clause=clause, part=other_part or part, other=other,
        relation=Relation(typed["relation"]) if typed["relation"] else None, text=_text(typed, kind),
        supersedes=(*typed["supersedes"], *([typed["withdraw"]] if typed["withdraw"] else [])),
    )  # fmt: skip


def _kind(typed: dict[str, Any]) -> DecisionKind:
    named = [kind for name, kind in _VERBS.items() if typed[name]]
    if typed["relation"] and named not in ([DecisionKind.OTHER], []):
        raise click.UsageError("--relation goes with --other or stands by itself.")
    if len(named) > 1:
        raise click.UsageError(f"One decision at a time: {_SPOKEN}.")
    if named:
        return named[0]
    if typed["relation"]:
        return DecisionKind.RELATION
    if typed["note"]:
        return DecisionKind.NOTE
    raise click.UsageError(f"What is decided? {_SPOKEN}, --note.")


def _text(typed: dict[str, Any], kind: DecisionKind) -> str:
    """Returns the words of a decision; a wording or a reason that has its own option takes no note beside it."""
    own = typed.get(kind.value) if kind in (DecisionKind.WORDING, DecisionKind.NOT_APPLICABLE, DecisionKind.DECLINE) else None
    if own and typed["note"]:
        raise click.UsageError("A note beside a wording or a reason is a decision of its own: call decide once more.")
    return str(own or typed["note"] or "")
