"""`decide` and `log` as a reviewer's script calls them, and what `compare` makes of the ledger in the next version."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import SAMPLES, Ran, Run

BY = ("--reviewer", "Reviewer A")
GIFTS = "4.14"


@pytest.fixture
def folder(drafts: Path, tmp_path: Path) -> Path:
    """Returns a folder of one draft: the first version in three languages and the second in Russian."""
    for path in (drafts / "code-of-judicial-ethics").iterdir():
        shutil.copyfile(path, tmp_path / path.name)
    return tmp_path


@pytest.fixture
def first(folder: Path) -> Path:
    return folder / "code-v1.ru.docx"


def decide(run: Run, draft: Path, *arguments: str) -> dict[str, Any]:
    """Returns the decision that was written."""
    ran = run("decide", draft, *arguments, *(() if "--reviewer" in arguments else BY), "--format", "json")
    assert ran.code == 0, ran.err
    value: dict[str, Any] = json.loads(ran.out)
    return value


def alignments(run: Run, draft: Path) -> list[dict[str, Any]]:
    ran = run("show", draft, "--stage", "alignments", "--standard", "bangalore")
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)["value"]["alignments"]
    return found


def standing(run: Run, draft: Path, provision: str, clause: str) -> tuple[str, str]:
    return standings(run, draft)[provision, clause]


def standings(run: Run, draft: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Returns standing and relation of each alignment by provision and clause."""
    return {(a["provision"], a["clause"]): (a["standing"], a["relation"]) for a in alignments(run, draft)}


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_confirmed_alignment_is_in_the_ledger_and_in_the_history(run: Run, folder: Path, language: str) -> None:
    draft = folder / Path(SAMPLES[language]).name
    told = decide(run, draft, "--provision", "a6.p1", "--clause", "bangalore:1.2", "--confirm", "--date", "2026-02-28T09:00:00+05:00")
    assert told["kind"] == "confirm" and told["relation"] and told["time"] == "2026-02-28T04:00:00Z"
    assert told["anchor"]["language"] == language and told["anchor"]["file"] == draft.name
    assert (folder / "decisions.jsonl").read_bytes().count(b"\n") == 1
    log = run("log", draft, "--provision", "a6.p1")
    assert log.code == 0 and told["id"] in log.out and "Reviewer A" in log.out
    assert told["anchor"]["quote"].split(".")[0] in log.out


def test_reading_never_makes_a_ledger(run: Run, first: Path) -> None:
    assert run("log", first).code == 0 and run("show", first, "--stage", "alignments").code == 0
    assert not (first.parent / "decisions.jsonl").exists()


def test_the_next_version_carries_decisions(run: Run, first: Path) -> None:
    second = first.with_name("code-v2.ru.docx")
    decide(run, first, "--provision", "a6.p1", "--clause", "bangalore:1.2", "--relation", "covers")
    decide(run, first, "--provision", "a9.p1", "--clause", "bangalore:1.5", "--relation", "weaker")
    gone = decide(run, first, "--provision", "a8.p2", "--clause", "bangalore:1.1", "--relation", "contradicts")
    decide(run, first, "--provision", "a20.p2", "--clause", "bangalore:4.3", "--reject")
    found = standings(run, second)
    assert found["a8.p1", "1.2"] == ("confirmed", "covers")
    assert found["a11.p1", "1.5"] == ("recheck", "weaker")
    assert found["", "1.1"] == ("orphaned", "contradicts")
    assert found["a21.p2", "4.3"] == ("confirmed", "none")
    ran = run("compare", second, "--standard", "bangalore", "--out", first.parent / "out", "--date", "2026-02-28")
    assert ran.code == 0, ran.err
    report = json.loads((first.parent / "out" / "report.json").read_text(encoding="utf-8"))
    assert {one["fit"] for one in report["decisions"]} == {"exact", "similar", "lost"}
    page = (first.parent / "out" / "coverage.html").read_text(encoding="utf-8")
    assert "Решено ранее, требуется повторная проверка: Reviewer A" in page and "[исключено: " in page
    assert gone["anchor"]["quote"][:60] in page


def test_two_reviewers_who_differ_are_shown_until_one_of_them_or_a_third_settles_it(run: Run, first: Path) -> None:
    pair = ("--provision", "a6.p1", "--clause", "bangalore:1.2")
    mine = decide(run, first, *pair, "--reject", "--note", "о другом")
    theirs = decide(run, first, *pair, "--relation", "covers", "--reviewer", "Reviewer B")
    assert standing(run, first, "a6.p1", "1.2") == ("conflict", "covers")
    settled = decide(
        run, first, *pair, "--relation", "partial", "--reviewer", "Reviewer C", "--supersedes", mine["id"], "--supersedes", theirs["id"]
    )
    assert settled["supersedes"] == [mine["id"], theirs["id"]]
    assert standing(run, first, "a6.p1", "1.2") == ("confirmed", "partial")
    rows = json.loads(run("log", first, "--clause", "bangalore:1.2", "--format", "json").out)["decisions"]
    assert [row["superseded_by"] for row in rows] == [settled["id"], settled["id"], ""]


def test_a_second_thought_supersedes_the_first_and_can_be_taken_back(run: Run, first: Path) -> None:
    pair = ("--provision", "a6.p1", "--clause", "bangalore:1.2")
    before = decide(run, first, *pair, "--reject")
    after = decide(run, first, *pair, "--relation", "weaker")
    assert after["supersedes"] == [before["id"]]
    decide(run, first, "--withdraw", after["id"])
    assert standing(run, first, "a6.p1", "1.2")[0] == "proposed"


def test_a_clause_that_is_not_applicable_is_no_gap_and_not_counted(run: Run, first: Path) -> None:
    before = json.loads(run("coverage", first, "--standard", "bangalore", "--format", "json").out)
    gaps = [c["clause"] for c in before["clauses"] if c["state"] == "gap"]
    decide(run, first, "--clause", f"bangalore:{gaps[0]}", "--not-applicable", "вопрос закона о статусе судей")
    after = json.loads(run("coverage", first, "--standard", "bangalore", "--format", "json").out)
    assert next(c["state"] for c in after["clauses"] if c["clause"] == gaps[0]) == "not_applicable"
    assert after["covered_percent"]["bangalore"] > before["covered_percent"]["bangalore"]
    listed = run("coverage", first, "--standard", "bangalore", "--only-gaps").out
    assert f"п. {gaps[0]} " not in listed and f"п. {gaps[1]} " in listed


def test_a_sub_clause_stands_under_its_clause(run: Run, first: Path) -> None:
    told = decide(run, first, "--provision", "a15.p2.s3", "--clause", "bangalore:2.5.3", "--relation", "partial")
    assert (told["clause"], told["part"]) == ("2.5", "2.5.3")


def test_notes_wordings_and_answers_are_written(run: Run, first: Path) -> None:
    decide(run, first, "--provision", "a6.p1", "--note", "Уточнить")
    decide(run, first, "--provision", "a6.p1", "--clause", "bangalore:1.2", "--wording", "Судья независим.")
    told = decide(run, first, "--clause", "kyiv:4", "--decline-recommendation", "вопрос закона")
    assert told["state"] == "gap" and told["text"] == "вопрос закона"
    other = decide(run, first, "--provision", "a6.p1", "--clause", "bangalore:1.2", "--other", "bangalore:1.1", "--relation", "covers")
    assert other["other"] == "1.1"
    kinds = [row["kind"] for row in json.loads(run("log", first, "--format", "json").out)["decisions"]]
    assert kinds == ["note", "wording", "decline", "other"]


def test_another_file_of_decisions_can_be_named(run: Run, first: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "own.jsonl"
    decide(run, first, "--provision", "a6.p1", "--note", "x", "--ledger", str(ledger))
    assert ledger.exists() and not (first.parent / "decisions.jsonl").exists()
    assert "x" in run("log", first, "--ledger", ledger).out and "x" not in run("log", first).out


def test_the_name_of_the_reviewer_may_come_from_the_environment(run: Run, first: Path) -> None:
    ran = run("decide", first, "--provision", "a6.p1", "--note", "x", env={"ETHICSDIFF_REVIEWER": "Reviewer E"})
    assert ran.code == 0 and "decisions.jsonl" in ran.out
    assert "Reviewer E" in run("log", first).out


def test_a_damaged_and_a_torn_line_are_said_and_lose_no_other(run: Run, first: Path) -> None:
    for number in range(3):
        decide(run, first, "--provision", "a6.p1", "--note", f"note{number}")
    ledger = first.parent / "decisions.jsonl"
    lines = ledger.read_bytes().split(b"\n")
    ledger.write_bytes(b"\n".join([lines[0].replace(b"note0", b"note9"), lines[1], lines[2][:50]]))
    log = run("log", first)
    assert "note1" in log.out and "note9" not in log.out and "note2" not in log.out
    assert "строки: 1" in log.err and "строка 3" in log.err
    assert "line 3" in run("decide", first, "--provision", "a6.p1", "--note", "note3", *BY).err
    log = run("log", first, "--lang", "kk")
    assert "note1" in log.out and "note3" in log.out and "1." in log.err and "3-жол" not in log.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--provision", "a6.p1", "--confirm"), "--clause"),
        (("--provision", "a6.p1", "--clause", "bangalore:6.7", "--confirm"), "--relation"),
        (("--provision", "a6.p11", "--note", "x"), "a6.p1"),
        (("--provision", "a6.p1", "--clause", "1.2", "--reject"), "bangalore:4.14"),
        (("--provision", "a6.p1", "--clause", "bangalore:4.144", "--reject"), "4.14"),
        (("--provision", "a6.p1", "--clause", "bangalore:1.2"), "--confirm"),
        (("--provision", "a6.p1", "--clause", "bangalore:1.2", "--reject", "--confirm"), "One decision"),
        (("--provision", "a6.p1", "--clause", "bangalore:1.2", "--reject", "--relation", "covers"), "--other"),
        (("--clause", "bangalore:1.2", "--provision", "a6.p1", "--wording", "x", "--note", "y"), "once more"),
        (("--withdraw", "nothing"), "ethicsdiff log"),
    ],
)
def test_a_wrong_request_is_one_sentence_and_writes_nothing(run: Run, first: Path, arguments: tuple[str, ...], words: str) -> None:
    ran: Ran = run("decide", first, *arguments, *BY)
    assert ran.code == 2 and words in ran.err and "Traceback" not in ran.err
    assert not (first.parent / "decisions.jsonl").exists()


def test_a_missing_draft_or_reviewer_is_said(run: Run, first: Path) -> None:
    assert run("decide", first.parent / "none.docx", "--provision", "a1", "--note", "x", *BY).code == 2
    assert "--reviewer" in run("decide", first, "--provision", "a6.p1", "--note", "x", env={"ETHICSDIFF_REVIEWER": ""}).err
