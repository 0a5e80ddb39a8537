"""`ethicsdiff check`: lines for people, JSON for programs, exit codes for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ethicsdiff.cli.check import SCHEMA, command

SOUND = "# КОДЕКС\n\n## Статья 1. Честность\n\nСудья честен.\n\n## Статья 2. Ссылка\n\nСмотри статью 1 настоящего Кодекса.\n"
FAULTY = "# КОДЕКС\n\n## Статья 1. Честность\n\nСудья честен по статье 9.\n\n## Статья 3. Точность\n\nCудья точен.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Returns the path of a draft that a test writes."""
    return tmp_path / "code.md"


def run(draft: Path, text: str, *arguments: str) -> Result:
    """Returns what the command says about a text."""
    draft.write_text(text, encoding="utf-8")
    return CliRunner().invoke(command, [str(draft), *arguments])


def test_a_draft_in_order_gives_one_line_and_exit_code_0(draft: Path) -> None:
    result = run(draft, SOUND)
    assert (result.exit_code, result.output) == (0, "Замечаний нет: ссылки ведут к своим единицам, номера идут по порядку.\n")


def test_findings_give_a_line_each_and_exit_code_1(draft: Path) -> None:
    result = run(draft, FAULTY)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "Статья 3: в словах смешаны кириллические и латинские буквы (1): Cудья.",
        "Статья 1: ссылка «статье 9» не ведёт ни к одной единице этого проекта (не найдено: 9).",
        "Статья 3: после «Статья 1» следует «Статья 3»: номер пропущен.",
        "Замечаний: 3.",
    ]


@pytest.mark.parametrize(("language", "last"), [("en", "Findings: 3."), ("ru", "Замечаний: 3."), ("kk", "Ескертулер: 3.")])
def test_the_language_of_the_lines_can_be_chosen(draft: Path, language: str, last: str) -> None:
    assert run(draft, FAULTY, "--lang", language).output.splitlines()[-1] == last


def test_json_holds_findings_and_citations(draft: Path) -> None:
    result = run(draft, FAULTY, "--format", "json")
    value = json.loads(result.output)
    assert (result.exit_code, value["schema"], value["file"]) == (1, SCHEMA, "code.md")
    assert [finding["code"] for finding in value["findings"]] == ["letters.mixed", "citation.dangling", "numbers.skipped"]
    assert value["findings"][1]["location"] == {"file": "code.md", "paragraph": 3, "line": 5}
    assert value["findings"][1]["numbers"] == "9"
    (citation,) = value["citations"]
    assert (citation["provision"], citation["kind"], citation["quote"], citation["target"]) == ("a1", "internal", "статье 9", "")
    assert citation["parts"] == [{"kind": "article", "number": "9"}]


def test_a_draft_without_units_is_an_error_of_the_caller(draft: Path) -> None:
    result = run(draft, "Письмо без единой статьи.\n")
    assert result.exception is not None and "no provisions" in str(result.exception)
