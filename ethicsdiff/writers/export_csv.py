"""The findings as comma-separated values after RFC 4180: one row a finding, column names for programs, words of the report."""

from __future__ import annotations

import csv
import io
from typing import Final

from ethicsdiff.writers.export_rows import Compared, Told, is_theme, told

COLUMNS: Final = (
    "tag", "provision", "place", "chapter", "standard", "clause", "part", "citation", "clause_title", "relation", "relation_word",
    "standing", "probability", "reason", "reason_text", "look_at", "evidence", "text", "language", "fingerprint", "file", "paragraph",
    "line",
)  # fmt: skip
_MARK: Final = "\ufeff"
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def findings_csv(compared: Compared, *, excel: bool = False) -> str:
    """Returns a row for each finding under a row of names; lines end in CR LF.

    Args:
        compared: what to tell.
        excel: begin with the mark by which Excel knows UTF-8, and put an apostrophe before words that it would take for a formula.
    """
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for one in told(compared):
        values = _values(one, theme=is_theme(one, compared))
        writer.writerow([_guarded(value) if excel else value for value in values])
    return (_MARK if excel else "") + stream.getvalue()


def _values(one: Told, *, theme: bool) -> list[str]:
    finding, alignment, row, provision = one.finding, one.alignment, one.row, one.provision
    place = provision.location
    return [
        finding.tag, provision.id, row.place, row.chapter, finding.standard, finding.clause, alignment.candidate.part,
        finding.citation, finding.clause_title, "touches" if theme else alignment.relation.value, finding.relation,
        alignment.standing.value, f"{alignment.candidate.probability:.4f}", alignment.candidate.judgement.reason, finding.reason,
        finding.look_at, "; ".join(finding.evidence), row.text, provision.language, provision.fingerprint, place.file,
        str(place.block + 1), str(place.line) if place.line else "",
    ]  # fmt: skip


def _guarded(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
