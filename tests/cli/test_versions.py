"""`ethicsdiff versions` and `ethicsdiff parallel` as a user runs them, and what they say of bad input."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.versions.resolving import resolved

CODES = "code-of-judicial-ethics"
DOCUMENTS = ["redline.docx", "table.docx", "versions.docx", "versions.html", "versions.json"]
OLD = {
    "ru": "## Статья 1. Дары\n\nСудья должен отказаться от подарка.\n",
    "kk": "## 1-бап. Сыйлық\n\nСудья сыйлықтан бас тартуға міндетті.\n",
    "en": "## Article 1. Gifts\n\nA judge shall refuse a gift.\n",
}
NEW = {
    "ru": "## Статья 1. Дары\n\nСудья вправе отказаться от подарка.\n",
    "kk": "## 1-бап. Сыйлық\n\nСудья сыйлықтан бас тартуға құқылы.\n",
    "en": "## Article 1. Gifts\n\nA judge may refuse a gift.\n",
}


def _two(folder: Path, old: str, new: str) -> tuple[Path, Path]:
    paths = folder / "old.md", folder / "new.md"
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_versions_writes_its_documents_and_tells_what_became_of_coverage(run: Run, drafts: Path, tmp_path: Path) -> None:
    ran = run("versions", drafts / CODES / "code-v1.ru.docx", drafts / CODES / "code-v2.ru.docx", "--out", tmp_path / "out", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in (tmp_path / "out").glob("[a-z]*")) == DOCUMENTS
    assert "Article 12, paragraph 2 → Article 13, paragraph 4: должен → вправе" in ran.out
    assert "What became of the recommendations" in ran.out
    plain = json.loads((tmp_path / "out" / "versions.json").read_text(encoding="utf-8"))
    assert plain["coverage_compared"] is True
    assert {row["fate"] for row in plain["recommendations"]} >= {"taken", "open"}


def test_versions_prints_json_and_writes_nothing_unasked(run: Run, tmp_path: Path) -> None:
    old, new = _two(tmp_path, OLD["ru"], NEW["ru"])
    ran = run("versions", old, new, "--no-coverage", "--format", "json", cwd=tmp_path)
    plain = json.loads(ran.out)
    assert plain["modality_changes"][0]["direction"] == "weaker"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.md", "old.md"]


def test_parallel_writes_its_documents(run: Run, tmp_path: Path) -> None:
    old, new = _two(tmp_path, OLD["ru"], NEW["kk"])
    ran = run("parallel", old, new, "--lang", "en", "--out", tmp_path / "out")
    assert ran.code == 0
    assert "modality" in ran.out
    assert sorted(path.name for path in (tmp_path / "out").glob("[a-z]*")) == ["parallel.docx", "parallel.json", "parallel.xlsx"]


@pytest.mark.parametrize(
    ("command", "old", "new", "words"),
    [
        ("versions", OLD["ru"], NEW["kk"], "ethicsdiff parallel"),
        ("parallel", OLD["ru"], NEW["ru"], "ethicsdiff versions"),
        ("versions", OLD["ru"], "\n", "new.md"),
    ],
)
def test_bad_input_is_one_sentence(run: Run, command: str, old: str, new: str, words: str, tmp_path: Path) -> None:
    ran = run(command, *_two(tmp_path, old, new), "--out", tmp_path / "out")
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


def test_two_columns_of_three_are_chosen(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "three.md"
    cells = [f"{NEW['kk'].split(chr(10))[0][3:]}", f"{OLD['ru'].split(chr(10))[0][3:]}", f"{OLD['en'].split(chr(10))[0][3:]}"]
    words = [text.split("\n")[2] for text in (NEW["kk"], OLD["ru"], OLD["en"])]
    rows = ["Қазақша мәтін | Русский текст | English text", "---|---|---", " | ".join(cells), " | ".join(f"1. {one}" for one in words)]
    file.write_text("".join(f"| {row} |\n" for row in rows), encoding="utf-8")
    plain = json.loads(run("parallel", file, "--between", "kk,en", "--format", "json").out)
    assert (plain["left"]["language"], plain["right"]["language"]) == ("kk", "en")
    assert plain["counts"] == {"modality": 1}
    ran = run("parallel", file, "--between", "kk,de")
    assert (ran.code, "Traceback" in ran.err) == (2, False)


def test_one_text_alone_needs_two_columns(run: Run, tmp_path: Path) -> None:
    old, _ = _two(tmp_path, OLD["ru"], NEW["ru"])
    ran = run("parallel", old)
    assert ran.code == 2
    assert "no two texts side by side" in ran.err


@pytest.mark.skipif(find_spec("python_redlines_docxodus") is not None, reason="the optional python-redlines is installed")
def test_the_redline_with_formatting_says_what_it_needs(run: Run, drafts: Path, tmp_path: Path) -> None:
    old, new = (drafts / CODES / f"code-v{n}.ru.docx" for n in (1, 2))
    ran = run("versions", old, new, "--no-coverage", "--full-format", "--out", tmp_path / "out")
    assert (ran.code, ran.out) == (2, "")
    assert 'pip install "ethicsdiff[redline]"' in ran.err


@pytest.mark.skipif(find_spec("python_redlines_docxodus") is None, reason="the optional python-redlines is not installed")
def test_the_redline_with_formatting_gives_both_versions_back(run: Run, drafts: Path, tmp_path: Path) -> None:
    old, new = (drafts / CODES / f"code-v{n}.ru.docx" for n in (1, 2))
    ran = run("versions", old, new, "--no-coverage", "--full-format", "--out", tmp_path / "out")
    assert ran.code == 0
    kept = set(resolved(tmp_path / "out" / "redline-full.docx", accept=True))
    assert {"Судья обязан поддерживать меры, которые укрепляют независимость суда как учреждения."} <= kept


def test_a_document_that_a_person_changed_is_left_alone(run: Run, tmp_path: Path) -> None:
    old, new = _two(tmp_path, OLD["en"], NEW["en"])
    run("versions", old, new, "--no-coverage", "--out", tmp_path / "out")
    (tmp_path / "out" / "table.docx").write_bytes(b"mine")
    ran = run("versions", old, new, "--no-coverage", "--out", tmp_path / "out")
    assert ran.code == 0
    assert (tmp_path / "out" / "table.docx").read_bytes() == b"mine"
