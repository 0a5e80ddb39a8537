"""The alignments as an OSCAL mapping collection (model 1.2.0, NIST): the draft is the source, each standard a target.

OSCAL maps catalogues of controls: a provision is a control of the draft, a clause a control of its standard, under the ids that
`ethicsdiff standards export --format oscal` gives. Its relationships are those of sets of requirements and do not speak of force,
so the relation of the report stands beside them as a property, and what weakens or contradicts a clause as a qualifier.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from ethicsdiff.model.match import Relation
from ethicsdiff.model.report import StandardSummary, Tone
from ethicsdiff.model.review import Standing
from ethicsdiff.writers.docx_package import UNDATED, locale
from ethicsdiff.writers.export_rows import Compared, Told, is_theme, told

VERSION: Final = "1.2.0"
NAMESPACE: Final = "urn:ethicsdiff:mapping"
RELATIONSHIPS: Final = {
    Relation.COVERS: "equivalent-to",
    Relation.STRICTER: "superset-of",
    Relation.PARTIAL: "intersects-with",
    Relation.WEAKER: "intersects-with",
    Relation.CONTRADICTS: "intersects-with",
}
_QUALIFIERS: Final = {
    Relation.PARTIAL: ("has-requirement", "addressable"),
    Relation.WEAKER: ("has-requirement", "addressable"),
    Relation.CONTRADICTS: ("has-incompatibility", "blocked"),
}
_NOT_A_TOKEN: Final = re.compile(r"[^\w.-]")


def mapping_oscal(compared: Compared, date: datetime | None = None) -> dict[str, Any]:
    """Returns a mapping collection with one mapping for each standard that anything is aligned with.

    The same comparison with the same date gives the same identifiers.
    """
    seed = f"{compared.draft.source.sha256}:{compared.report.language}"
    found = list(told(compared))
    by_standard = ((one, [item for item in found if item.finding.standard == one.id]) for one in compared.report.standards)
    mappings = [_mapping(compared, standard, items, seed) for standard, items in by_standard if items]
    collection: dict[str, Any] = {
        "uuid": _uuid(seed, "collection", (date or UNDATED).isoformat()),
        "metadata": _metadata(compared, date),
        "provenance": _provenance(compared),
        "mappings": mappings,
        "back-matter": {"resources": [_draft_resource(compared, seed), *(_resource(one, seed) for one in compared.report.standards)]},
    }
    return {"mapping-collection": collection}


def _uuid(*parts: str) -> str:
    """Returns an identifier that depends on its parts only."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join((NAMESPACE, *parts))))


def _metadata(compared: Compared, date: datetime | None) -> dict[str, Any]:
    moment = (date or UNDATED).astimezone(UTC).replace(microsecond=0)
    report = compared.report
    return {
        "title": f"{report.title}: {report.draft_name}" if report.draft_name else report.title,
        "last-modified": moment.isoformat().replace("+00:00", "Z"),
        "version": compared.draft.source.sha256[:12] or "1",
        "oscal-version": VERSION,
        "props": [_prop("language", locale(report.language))],
    }


def _provenance(compared: Compared) -> dict[str, Any]:
    alignments = compared.comparison.alignments
    decided = bool(alignments) and all(one.standing == Standing.CONFIRMED for one in alignments)
    return {
        "method": "human" if decided else "automation",
        "matching-rationale": "semantic",
        "status": "draft",
        "mapping-description": compared.report.machine_note,
    }


def _mapping(compared: Compared, standard: StandardSummary, items: Sequence[Told], seed: str) -> dict[str, Any]:
    mapping: dict[str, Any] = {
        "uuid": _uuid(seed, "mapping", standard.id),
        "source-resource": {"type": "catalog", "href": f"#{_uuid(seed, 'draft')}"},
        "target-resource": {"type": "catalog", "href": f"#{_uuid(seed, 'standard', standard.id)}"},
        "maps": [_map(one, seed, theme=is_theme(one, compared)) for one in items],
    }
    without = [row.id for row in compared.report.provisions if not row.findings]
    gaps = [row.clause for row in compared.report.clauses if row.standard == standard.id and row.tone is Tone.GAP]
    return (
        mapping
        | _unmapped("source-gap-summary", [_token(name) for name in without], _uuid(seed, "source-gaps", standard.id))
        | _unmapped("target-gap-summary", [control_id(standard.id, name) for name in gaps], _uuid(seed, "target-gaps", standard.id))
    )


def _unmapped(key: str, identifiers: Sequence[str], number: str) -> dict[str, Any]:
    return {key: {"uuid": number, "unmapped-controls": [{"with-ids": list(identifiers)}]}} if identifiers else {}


def _map(one: Told, seed: str, *, theme: bool) -> dict[str, Any]:
    finding, alignment = one.finding, one.alignment
    clause = alignment.candidate.part or finding.clause
    relation = "touches" if theme else alignment.relation.value
    entry: dict[str, Any] = {
        "uuid": _uuid(seed, "map", finding.provision, finding.standard, finding.clause),
        "relationship": "intersects-with" if theme else RELATIONSHIPS[alignment.relation],
        "sources": [{"type": "control", "id-ref": _token(finding.provision), "remarks": one.row.place}],
        "targets": [{"type": "control", "id-ref": control_id(finding.standard, clause), "remarks": finding.citation}],
        "confidence-score": {"percentage": round(alignment.candidate.probability, 4)},
        "props": [_prop("relation", relation), _prop("tag", finding.tag), _prop("standing", alignment.standing.value)],
        "remarks": finding.reason or finding.headline,
    }
    return entry | ({} if theme else _qualifiers(one))


def _qualifiers(one: Told) -> dict[str, Any]:
    """Returns what stands between a provision and its clause, nothing where it answers the clause in full."""
    if one.alignment.relation not in _QUALIFIERS:
        return {}
    predicate, category = _QUALIFIERS[one.alignment.relation]
    text = one.finding.look_at or one.finding.headline
    return {"qualifiers": [{"subject": "source", "predicate": predicate, "category": category, "description": text}]}


def _draft_resource(compared: Compared, seed: str) -> dict[str, Any]:
    source = compared.draft.source
    link: dict[str, Any] = {"href": source.file.replace("\\", "/").rpartition("/")[2].replace(" ", "%20")}
    if source.sha256:
        link["hashes"] = [{"algorithm": "SHA-256", "value": source.sha256}]
    return {"uuid": _uuid(seed, "draft"), "title": compared.report.draft_name or source.file, "rlinks": [link]}


def _resource(standard: StandardSummary, seed: str) -> dict[str, Any]:
    return {"uuid": _uuid(seed, "standard", standard.id), "title": standard.name, "props": [_prop("standard", standard.id)]}


def control_id(standard: str, clause: str) -> str:
    """Returns the id of a clause as a token: "bangalore-2.5.1"."""
    return _token(f"{standard}-{clause}")


def _token(text: str) -> str:
    token = _NOT_A_TOKEN.sub("_", text)
    return token if token[:1].isalpha() or token[:1] == "_" else f"s-{token}"


def _prop(name: str, value: str) -> dict[str, str]:
    return {"name": name, "ns": NAMESPACE, "value": value}
