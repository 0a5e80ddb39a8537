"""Machine formats: the provision tree, the report and any stage as plain values, versioned by a `schema` field.

This writer sees more than `model.report`, because a machine reader wants codes and numbers, not the report's sentences.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from ethicsdiff.model.decision import Carried, Decision
from ethicsdiff.model.document import Draft, Location, Notice, Provision
from ethicsdiff.model.review import Alignment, Comparison

PARSE_SCHEMA = "ethicsdiff/parse/1"
REPORT_SCHEMA = "ethicsdiff/report/1"
STAGE_SCHEMA = "ethicsdiff/stage/1"


def parse_json(draft: Draft) -> dict[str, Any]:
    """Returns the provision tree of a draft as plain values."""
    return {
        "schema": PARSE_SCHEMA,
        "file": draft.source.file,
        "languages": list(draft.source.languages),
        "provisions": [_provision(provision) for provision in draft.provisions],
        "notices": [_notice(notice) for notice in (*draft.source.notices, *draft.notices)],
    }


def _provision(provision: Provision) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": provision.id, "parent": provision.parent, "path": list(provision.path), "kind": provision.kind.value,
        "label": provision.label, "heading": provision.heading, "text": provision.text, "language": provision.language,
        "location": _location(provision.location), "fingerprint": provision.fingerprint,
    }  # fmt: skip
    if provision.lead_in:
        plain["lead_in"] = provision.lead_in
    if provision.fields:
        plain["fields"] = [{"name": name, "text": text} for name, text in provision.fields]
    return plain


def _location(location: Location) -> dict[str, Any]:
    place: dict[str, Any] = {"file": location.file, "paragraph": location.block + 1}
    if location.line:
        place["line"] = location.line
    if location.page:
        place["page"] = location.page
    return place


def _notice(notice: Notice) -> dict[str, Any]:
    plain: dict[str, Any] = {"code": notice.code, "severity": notice.severity.value, **dict(notice.params)}
    if notice.location is not None:
        plain["location"] = _location(notice.location)
    return plain


def report_json(draft: Draft, comparison: Comparison, standards: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """Returns alignments and coverage as plain values, beside the provision tree.

    Args:
        draft: the provisions.
        comparison: alignments, decisions and coverage.
        standards: what was compared, as plain values: clauses with provenance, our statements and official texts.
    """
    return {
        **parse_json(draft),
        "schema": REPORT_SCHEMA,
        "sha256": draft.source.sha256,
        "encoder": comparison.encoder,
        "threshold": comparison.threshold,
        "alignments": [_alignment(alignment) for alignment in comparison.alignments],
        "decisions": [carried_json(one) for one in comparison.decisions],
        "coverage": [
            {"standard": row.standard, "clause": row.clause, "state": row.state, "provisions": list(row.provisions)}
            for row in comparison.coverage
        ],
        "standards": list(standards),
    }


def _alignment(alignment: Alignment) -> dict[str, Any]:
    candidate, judgement = alignment.candidate, alignment.candidate.judgement
    return {
        "provision": alignment.provision, "standard": alignment.standard, "clause": alignment.clause, "part": candidate.part,
        "relation": alignment.relation.value, "standing": alignment.standing.value, "probability": candidate.probability,
        "reason": {"code": judgement.reason, "weak": judgement.weak, "missing": list(judgement.missing), **dict(judgement.params)},
        "signals": [{"name": s.name, "value": s.value, "words": list(s.words)} for s in candidate.signals],
        "evidence": [plain(span) for span in candidate.evidence],
        "decisions": [one.decision.id for one in alignment.decided],
    }  # fmt: skip


def carried_json(carried: Carried) -> dict[str, Any]:
    """Returns a decision with its place in the version at hand as plain values."""
    return {
        **decision_json(carried.decision), "fit": carried.fit.value, "place": carried.provision, "choices": list(carried.choices),
        "clause_changed": carried.clause_changed,
    }  # fmt: skip


def decision_json(decision: Decision) -> dict[str, Any]:
    """Returns a decision as plain values; the neighbours and sisters of its place are left out."""
    kept: dict[str, Any] = plain(decision)
    if decision.anchor is not None:
        names = ("file", "version", "provision", "path", "language", "fingerprint", "quote", "context")
        kept["anchor"] = {name: plain(getattr(decision.anchor, name)) for name in names}
    return kept


def stage_json(stage: str, value: Any) -> dict[str, Any]:
    """Returns any stage of the pipeline as plain values."""
    return {"schema": STAGE_SCHEMA, "stage": stage, "value": plain(value)}


def plain(value: Any) -> Any:
    """Returns dataclasses as dictionaries, tuples as lists and enumerations as their values."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list, frozenset)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value
