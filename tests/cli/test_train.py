"""`train --learn` and `train --report`: what reviewers' decisions teach, shown pair by pair, kept in the workspace, safe to delete."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLES, Run


@pytest.fixture
def draft(drafts: Path, tmp_path: Path) -> Path:
    """Returns a draft of its own for the decisions of a test."""
    name = Path(SAMPLES["ru"]).name
    return Path(shutil.copyfile(drafts / SAMPLES["ru"], tmp_path / name))


def test_a_rejected_pair_is_lost_and_the_lesson_is_kept_only_when_asked_for(run: Run, draft: Path, tmp_path: Path) -> None:
    before = {(row["provision"], row["clause"]) for row in _alignments(run, draft)}
    assert ("a6.p1", "1.2") in before
    run("decide", draft, "--provision", "a6.p1", "--clause", "bangalore:1.2", "--reject", "--reviewer", "Reviewer A")
    space = tmp_path / "space"
    told = run("train", "--report", draft, "--workspace", space).out
    assert "0 confirmed, 1 rejected" in told and "a6.p1 bangalore:1.2" in told.partition("pairs lost")[2]
    assert not space.exists()
    kept = run("train", "--learn", draft, "--workspace", space)
    assert kept.code == 0 and "1 lessons" in kept.out
    (line,) = (space / "lessons.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["relation"] == "none" and json.loads(line)["source"] == draft.name


def test_lessons_of_one_draft_teach_another_and_can_be_deleted(run: Run, draft: Path, tmp_path: Path) -> None:
    run("decide", draft, "--provision", "a6.p1", "--clause", "bangalore:1.2", "--reject", "--reviewer", "Reviewer A")
    space, other = tmp_path / "space", tmp_path / "other" / "next.docx"
    run("train", "--learn", draft, "--workspace", space)
    other.parent.mkdir()
    shutil.copyfile(draft, other)
    taught = {(row["provision"], row["clause"]) for row in _alignments(run, other, "--workspace", space)}
    (space / "lessons.jsonl").unlink()
    plain = {(row["provision"], row["clause"]) for row in _alignments(run, other, "--workspace", space)}
    assert plain - taught == {("a6.p1", "1.2")}


def test_a_draft_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("train", "--report", tmp_path / "none.docx")
    assert ran.code == 2 and "there is no such file" in ran.err and "Traceback" not in ran.err


def test_two_jobs_at_once_are_refused(run: Run, draft: Path) -> None:
    ran = run("train", "--check", "--report", draft)
    assert ran.code == 2 and "Choose one" in ran.err


def _alignments(run: Run, draft: Path, *more: object) -> list[dict[str, str]]:
    ran = run("show", draft, "--stage", "alignments", "--standard", "bangalore", *more)
    assert ran.code == 0, ran.err
    found: list[dict[str, str]] = json.loads(ran.out)["value"]["alignments"]
    return found
