"""Findings and gaps as SARIF 2.1.0, the format editors and pipelines take results of checks in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from ethicsdiff import __version__
from ethicsdiff.model.document import Location
from ethicsdiff.model.match import Relation
from ethicsdiff.model.report import ClauseRow, Tone
from ethicsdiff.writers.docx_package import locale
from ethicsdiff.writers.export_rows import Compared, Told, is_theme, told

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {
    Relation.COVERS: ("pass", "none"),
    Relation.STRICTER: ("informational", "none"),
    Relation.PARTIAL: ("fail", "note"),
    Relation.WEAKER: ("fail", "warning"),
    Relation.CONTRADICTS: ("fail", "error"),
}
_THEME: Final = ("informational", "none")
_GAP: Final = ("fail", "note")


def findings_sarif(compared: Compared) -> dict[str, Any]:
    """Returns one run: a rule for each clause, a result for each finding and each gap; gaps stand at the draft as a whole."""
    report = compared.report
    rules = [_rule(row) for row in (*report.clauses, *report.themes)]
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    results = [*_findings(compared, places), *(_gap(row, compared, places) for row in report.clauses if row.tone is Tone.GAP)]
    driver = {"name": "ethicsdiff", "version": __version__, "language": locale(report.language), "rules": rules}
    run = {
        "tool": {"driver": driver},
        "language": locale(report.language),
        "artifacts": [_artifact(compared)],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _artifact(compared: Compared) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": _artifact_location(compared.draft.source.file)}
    digest = compared.draft.source.sha256
    return artifact | ({"hashes": {"sha-256": digest}} if digest else {})


def _rule(row: ClauseRow) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": _rule_id(row.standard, row.clause), "shortDescription": {"text": f"{row.citation}: {row.title}"}}
    if row.statement:
        rule["fullDescription"] = {"text": row.statement}
    rule["help"] = {"text": row.official or row.provenance or row.citation}
    return rule


def _rule_id(standard: str, clause: str) -> str:
    return f"{standard}:{clause}"


def _findings(compared: Compared, places: dict[str, int]) -> Iterator[dict[str, Any]]:
    for one in told(compared):
        kind, level = _THEME if is_theme(one, compared) else _LEVELS[one.alignment.relation]
        yield _result(one, kind, level, places)


def _result(one: Told, kind: str, level: str, places: dict[str, int]) -> dict[str, Any]:
    finding, provision = one.finding, one.provision
    rule = _rule_id(finding.standard, finding.clause)
    logical = {"name": one.row.place, "fullyQualifiedName": provision.id, "kind": "provision"}
    return {
        "ruleId": rule,
        **({"ruleIndex": places[rule]} if rule in places else {}),
        "kind": kind,
        "level": level,
        "message": {"text": " ".join(filter(None, (f"{finding.headline}.", finding.reason, finding.look_at)))},
        "locations": [{"physicalLocation": _physical(provision.location), "logicalLocations": [logical]}],
        "partialFingerprints": {"provision/v1": provision.fingerprint.removeprefix("f1:")},
        "rank": round(100 * one.alignment.candidate.probability, 2),
        "properties": {"tag": finding.tag, "paragraph": provision.location.block + 1, "relation": one.alignment.relation.value},
    }


def _physical(location: Location) -> dict[str, Any]:
    """Returns file and line; of a file without lines, such as a Word file, the number of the paragraph stands for the line."""
    return {"artifactLocation": _artifact_location(location.file), "region": {"startLine": location.line or location.block + 1}}


def _artifact_location(file: str) -> dict[str, Any]:
    return {"uri": quote(PurePath(file.replace("\\", "/")).name)}


def _gap(row: ClauseRow, compared: Compared, places: dict[str, int]) -> dict[str, Any]:
    rule = _rule_id(row.standard, row.clause)
    return {
        "ruleId": rule,
        "ruleIndex": places[rule],
        "kind": _GAP[0],
        "level": _GAP[1],
        "message": {"text": f"{row.state}: {row.citation} — {row.title}"},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact_location(compared.draft.source.file)}}],
        "partialFingerprints": {"clause/v1": rule},
        "properties": {"relation": "gap"},
    }

