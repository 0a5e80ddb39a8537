"""What a report says of a standard whose official text was imported: provenance, the official text beside our statement, rechecks."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ethicsdiff import deciding, library, pipeline, publishing
from ethicsdiff.model.decision import DecisionKind
from ethicsdiff.model.match import Relation
from ethicsdiff.model.review import Alignment, Standing
from ethicsdiff.review.decide import Request
from tests.standards import lookalikes as like

LANGUAGES = ("en", "ru", "kk")
TODAY = date(2026, 2, 28)
GIFTS = {
    "en": "# Code\n\n1. A judge shall not accept gifts from the parties to a case or their representatives.\n",
    "ru": "# Кодекс\n\n1. Судья не вправе принимать подарки от сторон по делу и их представителей.\n",
    "kk": "# Кодекс\n\n1. Судья іс тараптарынан және олардың өкілдерінен сыйлық алуға құқылы емес.\n",
}
NAMES = {"bangalore": ("4.14", like.bangalore_like), "kyiv": ("25", like.kyiv_like), "warsaw": ("12", like.kyiv_like)}


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "code.md"
    path.write_text(GIFTS["ru"], encoding="utf-8")
    return path


def imported(folder: Path, name: str, language: str, **corrected: str) -> None:
    """Imports an official-looking text, with other words for some clauses."""
    items = [replace(item, text=corrected.get(f"c{item.id}", item.text)) for item in NAMES[name][1](language, notes=False)]
    path = folder / f"{name}.txt"
    path.write_text(like.as_text(items), encoding="utf-8")
    library.carry_out(library.plan(name, path), TODAY)


def alignment(draft: Path, name: str) -> Alignment:
    found = pipeline.compare_draft(draft, pipeline.Options(standards=(name,))).comparison.alignments
    return next(one for one in found if one.clause == NAMES[name][0] and one.decision)


@pytest.mark.usefixtures("home", "encoder")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verified_clause_says_so_and_is_quoted(draft: Path, tmp_path: Path, language: str) -> None:
    imported(tmp_path, "bangalore", "ru")
    library.verify_standard("bangalore", TODAY)
    outcome = pipeline.compare_draft(draft, pipeline.Options(standards=("bangalore",), language=language))
    row = next(row for row in outcome.report.clauses if row.clause == "4.14")
    official = like.expected(like.bangalore_like("ru", notes=False))["4.14"]
    assert official in row.official and row.statement
    assert any("bangalore.txt" in line for line in outcome.report.provenance)
    assert not any("DEF-" in line or "BP1" in line for line in outcome.report.provenance)
    standard = json.loads(json.dumps(publishing.report_value(outcome)))["standards"][0]
    clause = next(one for one in standard["clauses"] if one["clause"] == "4.14")
    assert (clause["provenance"], clause["official"]) == ("verified", {"ru": official})
    assert set(clause["statements"]) == set(LANGUAGES)
    assert standard["sources"][0]["file"] == "bangalore.txt"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("name", NAMES)
def test_a_corrected_file_turns_decisions_on_changed_clauses_to_recheck(draft: Path, tmp_path: Path, name: str) -> None:
    imported(tmp_path, name, "ru")
    clause, _ = deciding.clause_spoken_of(f"{name}:{NAMES[name][0]}")
    request = Request(kind=DecisionKind.RELATION, reviewer="A", provision="i1", clause=clause, relation=Relation.PARTIAL)
    provision = pipeline.parse_draft(draft).provisions[-1].id
    deciding.record(draft, replace(request, provision=provision), pipeline.Options())
    imported(tmp_path, name, "ru", c26="Совсем другие слова о чём-то ином.")
    assert alignment(draft, name).standing == Standing.CONFIRMED
    imported(tmp_path, name, "ru", **{f"c{NAMES[name][0]}": "Подарки судье дарить можно, если они невелики."})
    assert alignment(draft, name).standing == Standing.RECHECK
