"""What all exports start from: each finding with the alignment and the provision it tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ethicsdiff.model.document import Draft, Provision
from ethicsdiff.model.report import Finding, ProvisionRow, Report
from ethicsdiff.model.review import Alignment, Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Everything a comparison made that an export may need."""

    draft: Draft
    comparison: Comparison
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One finding as the report words it, the alignment behind it, the row of its provision and the provision itself."""

    finding: Finding
    alignment: Alignment
    row: ProvisionRow
    provision: Provision


def told(compared: Compared) -> Iterator[Told]:
    """Yields the findings in document order; a finding whose alignment is not among the given ones is a KeyError."""
    alignments = {(one.provision, one.standard, one.clause): one for one in compared.comparison.alignments}
    provisions = {one.id: one for one in compared.draft.provisions}
    for row in compared.report.provisions:
        for finding in row.findings:
            alignment = alignments[finding.provision, finding.standard, finding.clause]
            yield Told(finding=finding, alignment=alignment, row=row, provision=provisions[row.id])


def is_theme(one: Told, compared: Compared) -> bool:
    """Returns whether a finding says no more than that a theme is touched, because only themes of its standard are known."""
    return one.finding.standard not in {row.standard for row in compared.report.clauses}
