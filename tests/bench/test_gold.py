"""Reading labelled provisions, and what is said of a file that holds none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ethicsdiff.bench.gold import memorised, of_standards, read_gold, read_golds
from ethicsdiff.errors import BenchmarkError
from tests.bench.builders import item

ROW: dict[str, Any] = {"id": "1", "lang": "kk", "text": "Судья сыйлық алмайды.", "labels": [{"standard": "bangalore", "clause": "4.14"}]}


def write(path: Path, *rows: dict[str, Any]) -> Path:
    """Returns the file of some rows."""
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8-sig")
    return path


def test_a_row_is_read_with_its_defaults(tmp_path: Path) -> None:
    (read,) = read_gold(write(tmp_path / "gold.jsonl", ROW))
    assert (read.id, read.language, read.kind, read.also_ok) == ("1", "kk", "", ())
    assert read.labels == (("bangalore", "4.14", "covers"),)


def test_several_files_are_read_one_after_the_other(tmp_path: Path) -> None:
    files = [write(tmp_path / "a.jsonl", ROW), write(tmp_path / "b.jsonl", ROW | {"id": "2"})]
    assert [read.id for read in read_golds(files)] == ["1", "2"]


def test_one_id_in_two_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match='2 labelled provisions have the id "1"'):
        read_golds([write(tmp_path / "a.jsonl", ROW), write(tmp_path / "b.jsonl", ROW)])


@pytest.mark.parametrize(
    "change",
    [
        {"labels": [{"clause": "4.14"}]},
        {"labels": [{"standard": "kyiv", "clause": "1", "relation": "resembles"}]},
        {"labels": None},
        {"labels": "4.14"},
    ],
)
def test_a_row_that_is_no_labelled_provision_names_its_line(tmp_path: Path, change: dict[str, Any]) -> None:
    with pytest.raises(BenchmarkError, match=r"gold\.jsonl, line 2: not a labelled provision"):
        read_gold(write(tmp_path / "gold.jsonl", ROW, ROW | change))


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe\x00", b"[1]\n", b"4.14\n"])
def test_a_file_without_labelled_provisions_is_one_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(BenchmarkError) as caught:
        read_gold(path)
    assert "gold.jsonl" in str(caught.value) and "\n" not in str(caught.value)


def test_no_such_file_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")


def test_chosen_standards_keep_their_own_labels_and_what_answers_nothing() -> None:
    items = [item("1", "bangalore:1.1", "kyiv:12"), item("2", "kyiv:12"), item("3")]
    assert [(kept.id, [label[0] for label in kept.labels]) for kept in of_standards(items, {"bangalore"})] == [
        ("1", ["bangalore"]),
        ("3", []),
    ]


def test_a_text_that_is_an_exemplar_but_for_its_typography_is_memorised() -> None:
    items = [item("1", text="Судья  не берёт «подарков»."), item("2", text="Судья берёт подарки.")]
    assert memorised(items, ['судья не берёт "подарков"']) == ("1",)
