"""Exports of a small comparison, read back: CSV row by row, OSCAL and SARIF by what their models ask."""

from __future__ import annotations

import csv
import io
import json
import uuid
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ethicsdiff.model.match import Relation
from ethicsdiff.model.review import Standing
from ethicsdiff.report import build_report
from ethicsdiff.standards.oscal import control_id as catalogue_id
from ethicsdiff.writers.export_csv import COLUMNS, findings_csv
from ethicsdiff.writers.export_oscal import RELATIONSHIPS, VERSION, control_id, mapping_oscal
from ethicsdiff.writers.export_rows import Compared
from ethicsdiff.writers.export_sarif import findings_sarif
from tests.report.builders import aligned, compared, decided, sample_catalogue, sample_draft

LANGUAGES = ("en", "ru", "kk")


def _compared(language: str = "en", text: str = "") -> Compared:
    """Returns a comparison with a contradiction, a weaker provision, a theme that is touched, a rejection, and gaps."""
    draft = sample_draft(language)
    if text:
        draft = replace(draft, provisions=tuple(replace(p, text=text) if p.id == "p1" else p for p in draft.provisions))
    comparison = compared(
        aligned("p1", "1", Relation.CONTRADICTS),
        aligned("p2", "2", Relation.WEAKER, probability=0.5),
        aligned("p2", "T1", standard_id="themes", probability=0.4),
        aligned("p3", "3", Relation.NONE),
        states={"1": "contradicted", "2": "weaker"},
    )
    return Compared(draft=draft, comparison=comparison, report=build_report(draft, sample_catalogue(), comparison, language=language))


def _rows(compared_: Compared, *, excel: bool = False) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(findings_csv(compared_, excel=excel).removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_has_a_row_for_each_finding_with_codes_and_words(language: str) -> None:
    given = _compared(language)
    rows = _rows(given)
    assert [(row["provision"], row["clause"], row["relation"]) for row in rows] == [
        ("p1", "1", "contradicts"), ("p2", "2", "weaker"), ("p2", "T1", "touches"),
    ]  # fmt: skip
    findings = [finding for row in given.report.provisions for finding in row.findings]
    assert [row["citation"] for row in rows] == [finding.citation for finding in findings]
    assert [row["text"] for row in rows] == [row.text for row in given.report.provisions for _ in row.findings]
    assert rows[0]["probability"] == "0.9000" and rows[0]["paragraph"] == "3" and rows[0]["file"] == "draft.docx"


def test_csv_keeps_to_rfc_4180() -> None:
    text = 'a "quoted" word, a comma\nand a line'
    data = findings_csv(_compared(text=text))
    assert data.startswith(",".join(COLUMNS) + "\r\n") and data.endswith("\r\n")
    assert '"a ""quoted"" word, a comma\nand a line"' in data
    assert _rows(_compared(text=text))[0]["text"] == text


def test_csv_for_excel_is_marked_and_guarded() -> None:
    assert findings_csv(_compared("kk"), excel=True).startswith("\ufefftag,")
    assert not findings_csv(_compared("kk")).startswith("\ufeff")
    for text in ("=1+1", "+1", "-1", "@a", "\t=1"):
        assert _rows(_compared(text=text), excel=True)[0]["text"] == f"'{text}"
        assert _rows(_compared(text=text))[0]["text"] == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_oscal_maps_provisions_to_clauses_and_lists_what_is_unmapped(language: str) -> None:
    collection = mapping_oscal(_compared(language))["mapping-collection"]
    assert collection["metadata"]["oscal-version"] == VERSION
    assert collection["provenance"]["method"] == "automation" and collection["provenance"]["status"] == "draft"
    first, themes = collection["mappings"]
    assert [(m["sources"][0]["id-ref"], m["targets"][0]["id-ref"], m["relationship"]) for m in first["maps"]] == [
        ("p1", "sample-1", "intersects-with"), ("p2", "sample-2", "intersects-with"),
    ]  # fmt: skip
    assert [m["qualifiers"][0]["predicate"] for m in first["maps"]] == ["has-incompatibility", "has-requirement"]
    assert first["target-gap-summary"]["unmapped-controls"] == [{"with-ids": ["sample-3", "sample-4"]}]
    assert first["source-gap-summary"]["unmapped-controls"] == [{"with-ids": ["p3"]}]
    assert themes["maps"][0]["relationship"] == "intersects-with" and "qualifiers" not in themes["maps"][0]
    resources = {f"#{one['uuid']}" for one in collection["back-matter"]["resources"]}
    assert {m[key]["href"] for m in collection["mappings"] for key in ("source-resource", "target-resource")} <= resources


def test_oscal_relationships_are_those_of_the_model() -> None:
    known = {"equivalent-to", "equal-to", "subset-of", "superset-of", "intersects-with", "no-relationship"}
    assert set(RELATIONSHIPS.values()) <= known
    assert set(RELATIONSHIPS) == set(Relation) - {Relation.NONE}


def test_oscal_identifiers_are_unique_and_the_same_each_time() -> None:
    date = datetime(2026, 2, 28, tzinfo=UTC)
    value = mapping_oscal(_compared("ru"), date)
    assert value == mapping_oscal(_compared("ru"), date)
    assert value["mapping-collection"]["metadata"]["last-modified"] == "2026-02-28T00:00:00Z"
    found = _values(value, "uuid")
    assert len(set(found)) == len(found) and all(uuid.UUID(one).version == 5 for one in found)


def _values(value: object, key: str) -> list[str]:
    """Returns the values of a key at any depth."""
    if isinstance(value, dict):
        return [found for name, part in value.items() for found in ([str(part)] if name == key else _values(part, key))]
    return [found for part in value for found in _values(part, key)] if isinstance(value, list) else []


def test_oscal_names_clauses_as_the_exported_catalogue_does() -> None:
    for clause in ("1.1", "2.5.1", "2.5-proviso", "T1"):
        assert control_id("bangalore", clause) == catalogue_id("bangalore", clause)


def test_oscal_says_human_only_where_people_decided_on_everything() -> None:
    given = _compared()
    confirmed = tuple(decided(one, Standing.CONFIRMED) for one in given.comparison.alignments)
    every = replace(given, comparison=replace(given.comparison, alignments=confirmed))
    one = replace(given, comparison=replace(given.comparison, alignments=(confirmed[0], *given.comparison.alignments[1:])))
    methods = [mapping_oscal(each)["mapping-collection"]["provenance"]["method"] for each in (every, one)]
    assert methods == ["human", "automation"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_has_a_rule_for_each_clause_and_a_result_for_each_finding_and_gap(language: str) -> None:
    given = _compared(language)
    value = findings_sarif(given)
    run = value["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert value["version"] == "2.1.0" and rules == ["sample:1", "sample:2", "sample:3", "sample:4", "themes:T1", "themes:T2"]
    assert [(one["ruleId"], one["kind"], one["level"]) for one in run["results"]] == [
        ("sample:1", "fail", "error"), ("sample:2", "fail", "warning"), ("themes:T1", "informational", "none"),
        ("sample:3", "fail", "note"), ("sample:4", "fail", "note"),
    ]  # fmt: skip
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])
    place = run["results"][0]["locations"][0]
    assert place["physicalLocation"] == {"artifactLocation": {"uri": "draft.docx"}, "region": {"startLine": 3}}
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "p1"
    assert json.loads(json.dumps(value, ensure_ascii=False)) == value


def test_sarif_passes_have_no_level() -> None:
    results = findings_sarif(_compared())["runs"][0]["results"]
    assert all((one["kind"] == "fail") == (one["level"] != "none") for one in results)
