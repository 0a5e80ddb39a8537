"""Where outputs go, and what is never overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from ethicsdiff import workspace
from ethicsdiff.errors import DraftError, OutputError


def writer(text: str) -> object:
    return lambda target: target.write_text(text, encoding="utf-8")


def test_outputs_are_written_together_or_not_at_all(tmp_path: Path) -> None:
    def fails(target: Path) -> None:
        raise ValueError("broken writer")

    with pytest.raises(ValueError, match="broken writer"):
        workspace.write_all(tmp_path / "new", {"a.txt": writer("a"), "b.txt": fails})  # type: ignore[dict-item]
    assert not (tmp_path / "new").exists()


def test_own_unchanged_outputs_are_replaced_and_changed_ones_are_kept(tmp_path: Path) -> None:
    workspace.write_all(tmp_path, {"a.txt": writer("one")})  # type: ignore[dict-item]
    assert workspace.write_all(tmp_path, {"a.txt": writer("two")})["a.txt"].name == "a.txt"  # type: ignore[dict-item]
    (tmp_path / "a.txt").write_text("mine", encoding="utf-8")
    assert workspace.write_all(tmp_path, {"a.txt": writer("three")})["a.txt"].name == "a-2.txt"  # type: ignore[dict-item]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_of_the_user_under_an_output_name_is_kept(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("{}", encoding="utf-8")
    assert workspace.write_all(tmp_path, {"report.json": writer("new")})["report.json"].name == "report-2.json"  # type: ignore[dict-item]


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot write here"):
        workspace.write_all(tmp_path / "file" / "sub", {"a.txt": writer("a")})  # type: ignore[dict-item]


def test_a_missing_draft_names_those_that_lie_beside_it(tmp_path: Path) -> None:
    (tmp_path / "кодекс.docx").write_bytes(b"x")
    with pytest.raises(DraftError) as error:
        workspace.checked_draft(tmp_path / "kodeks.docx")
    assert "кодекс.docx" in error.value.hint


def test_samples_are_copied_but_never_over_a_different_file(tmp_path: Path) -> None:
    copied = workspace.copy_samples(tmp_path)
    assert len(copied) == 6 and all(path.is_file() for path in copied)
    copied[0].write_bytes(b"changed")
    with pytest.raises(OutputError, match="already there"):
        workspace.copy_samples(tmp_path)


def test_a_draft_that_is_not_there_is_one_sentence_after_another_with_the_drafts_beside_it(tmp_path: Path) -> None:
    (tmp_path / "law.pdf").write_bytes(b"x")
    with pytest.raises(DraftError) as caught:
        workspace.checked_draft(tmp_path / "lwa.pdf")
    assert "there is no such file. In the folder " in str(caught.value) and "law.pdf" in str(caught.value)
