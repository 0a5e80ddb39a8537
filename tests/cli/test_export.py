"""`export`, `compare --formats` and `--pdf` from the outside; real outputs against the published schemas."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from docx import Document
from jsonschema import Draft202012Validator

import ethicsdiff
from tests.cli.conftest import SAMPLES, Ran, Run

LANGUAGES = ("ru", "kk", "en")
SCHEMAS = Path(ethicsdiff.__file__).parent / "schemas"
pytestmark = pytest.mark.usefixtures("own_data_folder")


def _strict(schema: Any) -> Any:
    """Returns a schema that allows no field it does not name, so that an undocumented field is noticed."""
    if isinstance(schema, list):
        return [_strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if "properties" in schema else {}
    return closed | {key: _strict(value) for key, value in schema.items()}


def _faults(name: str, value: Any) -> list[str]:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return [f"{list(one.path)}: {one.message[:200]}" for one in Draft202012Validator(_strict(schema)).iter_errors(value)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_report_json_follows_its_schema(compared: dict[str, tuple[Ran, Path]], language: str) -> None:
    assert _faults("report", json.loads((compared[language][1] / "report.json").read_text(encoding="utf-8"))) == []


def test_export_as_json_gives_the_same_as_compare(run: Run, drafts: Path, compared: dict[str, tuple[Ran, Path]]) -> None:
    written = (compared["ru"][1] / "report.json").read_text(encoding="utf-8")
    assert run("export", drafts / SAMPLES["ru"], "--format", "json").out == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_parse_follows_its_schema(run: Run, drafts: Path, language: str) -> None:
    assert _faults("parse", json.loads(run("parse", drafts / SAMPLES[language], "--format", "json").out)) == []


def test_coverage_follows_its_schema(run: Run, drafts: Path) -> None:
    assert _faults("coverage", json.loads(run("coverage", drafts / SAMPLES["kk"], "--format", "json").out)) == []


def test_bench_follows_its_schema(run: Run, tmp_path: Path) -> None:
    gold = Path(__file__).parents[1] / "benchmark" / "gold.en.jsonl"
    few = tmp_path / "few.jsonl"
    few.write_text("\n".join(gold.read_text(encoding="utf-8").splitlines()[:8]) + "\n", encoding="utf-8")
    ran = run("bench", few, "--format", "json")
    assert ran.code == 0, ran.err
    assert _faults("bench", json.loads(ran.out)) == []


def test_csv_tells_every_finding(run: Run, drafts: Path, compared: dict[str, tuple[Ran, Path]], tmp_path: Path) -> None:
    target, language = tmp_path / "findings.csv", "kk"
    ran = run("export", drafts / SAMPLES[language], "--format", "csv", "--excel", "--out", target)
    assert ran.code == 0 and ran.out == ""
    text = target.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    report = json.loads((compared[language][1] / "report.json").read_text(encoding="utf-8"))
    assert {(row["provision"], row["clause"]) for row in rows} == {(a["provision"], a["clause"]) for a in report["alignments"]}
    assert target.read_bytes().startswith(b"\xef\xbb\xbf") and b"\r\r\n" not in target.read_bytes()


@pytest.mark.parametrize("form", ["oscal", "sarif"])
def test_exports_are_the_same_each_time(run: Run, drafts: Path, form: str) -> None:
    first, second = (run("export", drafts / SAMPLES["kk"], "--format", form, "--date", "2026-02-28").out for _ in range(2))
    assert first and first == second


def test_excel_belongs_to_csv(run: Run, drafts: Path) -> None:
    ran = run("export", drafts / SAMPLES["en"], "--format", "sarif", "--excel")
    assert ran.code == 2 and "--format csv" in ran.err


def test_chosen_documents_and_no_others_are_written(run: Run, drafts: Path, tmp_path: Path) -> None:
    ran = run("compare", drafts / SAMPLES["ru"], "--formats", "xlsx, handout", "--out", tmp_path / "o", "--date", "2026-02-28")
    assert ran.code == 0, ran.err
    assert sorted(path.name for path in (tmp_path / "o").iterdir() if path.name[0] != ".") == ["coverage.xlsx", "handout.docx"]
    assert len(openpyxl.load_workbook(tmp_path / "o" / "coverage.xlsx").sheetnames) == 4
    assert Document(str(tmp_path / "o" / "handout.docx")).tables


def test_an_unknown_document_is_refused_with_the_names_of_those_there_are(run: Run, drafts: Path, tmp_path: Path) -> None:
    ran = run("compare", drafts / SAMPLES["ru"], "--formats", "word", "--out", tmp_path / "o")
    assert ran.code == 2 and "handout" in ran.err and not (tmp_path / "o").exists()


def test_without_libreoffice_one_sentence_says_so_and_the_rest_is_written(run: Run, drafts: Path, tmp_path: Path) -> None:
    ran = run("compare", drafts / SAMPLES["ru"], "--formats", "json", "--pdf", "--out", tmp_path / "o", env={"PATH": str(tmp_path)})
    assert ran.code == 0 and "LibreOffice" in ran.err and "LibreOffice" not in ran.out
    assert [path.name for path in (tmp_path / "o").iterdir() if path.name[0] != "."] == ["report.json"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_of_real_drafts_and_a_handout_of_two_pages(run: Run, drafts: Path, tmp_path: Path, language: str) -> None:
    folder = tmp_path / "o"
    ran = run("compare", drafts / SAMPLES[language], "--formats", "handout", "--pdf", "--out", folder)
    assert ran.code == 0, ran.err
    assert len(pypdfium2.PdfDocument(folder / "handout.pdf")) <= 2
    assert len(pypdfium2.PdfDocument(folder / "comparison.pdf")) > 10
