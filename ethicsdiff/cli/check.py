"""`ethicsdiff check`: references that lead nowhere, numbers out of order, empty articles, mixed alphabets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ethicsdiff import pipeline
from ethicsdiff.cli.common import LANGUAGES, draft_argument, format_option, print_json
from ethicsdiff.model.document import Citation, Draft, Finding
from ethicsdiff.provisions.citations import citations
from ethicsdiff.provisions.findings import findings
from ethicsdiff.report.check_lines import check_lines, finding_text

SCHEMA = "ethicsdiff/check/1"


@click.command("check")
@draft_argument
@format_option
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of the findings. Default: the draft's.")
@click.pass_context
def command(context: click.Context, draft: Path, form: str, language: str | None) -> None:
    """Check the form of DRAFT: its references, its numbers, its letters. Exit 1 if there is something to look at.

    \b
    Example:
      ethicsdiff check code.docx --lang ru
    """
    parsed = pipeline.parse_draft(draft)
    cited = citations(parsed)
    found = findings(parsed, cited)
    chosen = language or parsed.source.languages[0]
    if form == "json":
        print_json(_json(parsed, found, cited, chosen))
    else:
        for line in check_lines(parsed, found, chosen):
            click.echo(line)
    context.exit(1 if found else 0)


def _json(draft: Draft, found: Sequence[Finding], cited: Sequence[Citation], language: str) -> dict[str, Any]:
    texts = {block.ordinal: block.text for block in draft.source.blocks}
    return {
        "schema": SCHEMA,
        "file": draft.source.file,
        "languages": list(draft.source.languages),
        "findings": [_finding(finding, language) for finding in found],
        "citations": [_citation(citation, texts) for citation in cited],
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "code": finding.code, "severity": finding.severity.value, "provision": finding.provision, "text": finding_text(finding, language),
        **dict(finding.params),
    }  # fmt: skip
    if finding.location is not None:
        plain["location"] = {"file": finding.location.file, "paragraph": finding.location.block + 1}
        if finding.location.line:
            plain["location"]["line"] = finding.location.line
        if finding.location.page:
            plain["location"]["page"] = finding.location.page
    return plain


def _citation(citation: Citation, texts: dict[int, str]) -> dict[str, Any]:
    return {
        "provision": citation.provision,
        "kind": citation.kind.value,
        "parts": [{"kind": kind, "number": number} for kind, number in citation.parts],
        "quote": " ".join(texts[span.block][span.start : span.end] for span in citation.spans),
        "act": citation.act,
        "target": citation.target,
        "candidates": list(citation.candidates),
    }
