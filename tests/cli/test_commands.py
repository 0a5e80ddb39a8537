"""Every other command, in three languages where it prints words of a draft or a standard."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ethicsdiff.cli import COMMANDS
from ethicsdiff.report.phrases import TABLES
from tests.cli.conftest import SAMPLES, Run

GOLDEN = Path(__file__).parents[1] / "golden"


def golden(name: str, text: str) -> None:
    """Compares `text` with a golden file; ETHICSDIFF_REWRITE_GOLDEN=1 writes it instead, to be read before it is committed."""
    path = GOLDEN / name
    if os.environ.get("ETHICSDIFF_REWRITE_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_parse_prints_the_provision_tree_of_the_sample_code(run: Run, drafts: Path, language: str) -> None:
    ran = run("parse", drafts / SAMPLES[language])
    assert ran.code == 0, ran.err
    golden(f"parse.{language}.txt", ran.out)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_parse_as_json_gives_labels_as_displayed_and_paths(run: Run, drafts: Path, language: str) -> None:
    value = json.loads(run("parse", drafts / SAMPLES[language], "--format", "json").out)
    assert value["schema"] == "ethicsdiff/parse/1" and value["languages"][0] == language
    fifth = next(p for p in value["provisions"] if p["id"] == "a5")
    assert fifth["label"] == {"ru": "Статья 5.", "kk": "5-бап.", "en": "Article 5."}[language]
    assert fifth["path"][-1] == {"ru": "Статья 5", "kk": "5-бап", "en": "Article 5"}[language]
    assert sum(p["kind"] == "article" for p in value["provisions"]) == 37


@pytest.mark.parametrize("stage", ["blocks", "provisions", "candidates", "alignments", "report"])
def test_show_prints_each_stage_as_json(run: Run, drafts: Path, stage: str) -> None:
    ran = run("show", drafts / SAMPLES["kk"], "--stage", stage)
    value = json.loads(ran.out)
    assert ran.code == 0 and value["schema"] == "ethicsdiff/stage/1" and value["stage"] == stage and value["value"]


@pytest.mark.parametrize(("language", "words"), [("ru", "Бангалорских"), ("kk", "Бангалор"), ("en", "Bangalore")])
def test_coverage_lists_gaps_and_exits_one_when_there_are_any(run: Run, drafts: Path, language: str, words: str) -> None:
    ran = run("coverage", drafts / SAMPLES[language], "--standard", "bangalore", "--only-gaps")
    assert ran.code == 1 and words in ran.out
    assert run("coverage", drafts / SAMPLES[language], "--standard", "bangalore").code == 0


def test_coverage_fails_under_a_percentage(run: Run, drafts: Path) -> None:
    assert run("coverage", drafts / SAMPLES["ru"], "--standard", "bangalore", "--fail-under", 99).code == 1
    assert run("coverage", drafts / SAMPLES["ru"], "--standard", "bangalore", "--fail-under", 10).code == 0
    assert run("coverage", drafts / "none.docx", "--fail-under", 10).code == 2


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_standard_of_themes_has_no_share_and_fails_nothing(run: Run, drafts: Path, language: str) -> None:
    ran = run("coverage", drafts / SAMPLES["ru"], "--standard", "warsaw", "--fail-under", 10, "--lang", language)
    assert ran.code == 0 and "%" not in ran.out
    assert "ethicsdiff standards import warsaw FILE" in ran.out


def test_coverage_as_json_counts_each_clause_once(run: Run, drafts: Path) -> None:
    value = json.loads(run("coverage", drafts / SAMPLES["ru"], "--format", "json").out)
    clauses = [(c["standard"], c["clause"]) for c in value["clauses"] if c["standard"] != "warsaw"]
    assert len(clauses) == len(set(clauses)) == 41 + 35


@pytest.mark.parametrize(("language", "words"), [("en", "gift"), ("ru", "подар"), ("kk", "сыйлық")])
def test_a_clause_is_shown_with_statement_citation_and_provenance(run: Run, language: str, words: str) -> None:
    ran = run("standards", "show", "bangalore", "4.14", "--lang", language)
    assert ran.code == 0 and words in ran.out.lower() and TABLES[language]["provenance.two-sources"] in ran.out


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("name", ["bangalore 4.14", "kyiv 12"])
def test_a_clause_is_printed_as_the_golden_file_has_it(run: Run, name: str, language: str) -> None:
    ran = run("standards", "show", *name.split(), "--lang", language)
    assert ran.code == 0, ran.err
    golden(f"clause.{name.replace(' ', '-')}.{language}.txt", ran.out)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("command", ["check", "terms", "log", "coverage --standard kyiv", "export --format csv", "show --stage blocks"])
def test_commands_that_read_a_draft_run_on_the_sample_in_each_language(run: Run, drafts: Path, command: str, language: str) -> None:
    name, *options = command.split()
    ran = run(name, drafts / SAMPLES[language], *options)
    assert ran.code in ({0, 1} if name in {"check", "terms"} else {0}) and ran.out.strip() and not ran.err


def test_an_unknown_clause_or_standard_names_those_that_exist(run: Run) -> None:
    assert "4.14" in run("standards", "show", "bangalore", "4.144").err
    ran = run("standards", "show", "lisbon")
    assert ran.code == 2 and "bangalore" in ran.err


def test_the_catalogue_is_sound(run: Run) -> None:
    ran = run("standards", "check")
    assert ran.code == 0, ran.out


def test_bench_prints_figures_by_language_and_misses(run: Run, tmp_path: Path) -> None:
    gifts, cases = [{"standard": "bangalore", "clause": "4.14"}], [{"standard": "kyiv", "clause": "12"}]
    rows = [
        {"id": "1", "lang": "ru", "kind": "para", "text": "Судья не берёт подарков от сторон.", "labels": gifts},
        {"id": "2", "lang": "kk", "kind": "none", "text": "Кодекс жарияланған күнінен бастап қолданысқа енгізіледі.", "labels": []},
        {"id": "3", "lang": "en", "kind": "para", "text": "Cases are assigned at random by a programme.", "labels": cases},
    ]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    value = json.loads(run("bench", gold, "--format", "json").out)
    assert value["schema"] == "ethicsdiff/bench/1" and set(value["languages"]) == {"ru", "kk", "en"}
    assert value["languages"]["ru"]["top1"] == 1.0 and len(value["items"]) == 3
    assert "top-1" in run("bench", gold).out


def test_bench_names_the_line_that_is_no_labelled_provision(run: Run, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "1", "lang": "ru", "text": "x", "labels": []}\n{"id": 2}\n', encoding="utf-8")
    ran = run("bench", gold)
    assert ran.code == 2 and "line 2" in ran.err and "Traceback" not in ran.err


def test_demo_compares_every_sample_draft(run: Run, tmp_path: Path) -> None:
    ran = run("demo", tmp_path / "demo")
    assert ran.code == 0, ran.err
    assert len(list((tmp_path / "demo" / "outputs").glob("*/annotated.docx"))) == 6


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0 and "Example" in ran.out and f"ethicsdiff {command}" in ran.out


def test_help_imports_no_heavy_library(run: Run) -> None:
    import subprocess
    import sys

    heavy = "('numpy', 'spacy', 'lxml', 'onnxruntime')"
    code = f"import sys, ethicsdiff.cli as c; c.cli.list_commands(None); print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_unknown_command_names_those_that_exist(run: Run) -> None:
    ran = run("comprae")
    assert ran.code == 2 and "compare" in ran.err


def test_doctor_says_whether_the_encoder_is_there(run: Run, tmp_path: Path) -> None:
    assert "encoder:" in run("doctor").out
    assert "none" in run("doctor", env={"ETHICSDIFF_WEIGHTS": str(tmp_path / "x.bin")}).out


def test_doctor_says_what_accuracy_to_expect_with_the_encoder_and_without(run: Run, tmp_path: Path) -> None:
    here = [line.strip() for line in run("doctor").out.splitlines()]
    without = [line.strip() for line in run("doctor", env={"ETHICSDIFF_WEIGHTS": str(tmp_path / "x.bin")}).out.splitlines()]
    for language in ("English", "Russian", "Kazakh"):
        told = [next(line for line in lines if line.startswith(f"{language}:")) for lines in (here, without)]
        assert told[0] != told[1] and all("%" in line for line in told)
