"""Faults planted in a copy of the catalogue are named with file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ethicsdiff.standards.check import check_standards
from tests.standards import lookalikes as like

_WITHOUT = "there are no exemplars"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Returns a copy of the catalogue without exemplars."""
    for home in like.STANDARDS.glob("*/standard.toml"):
        shutil.copytree(home.parent, tmp_path / "standards" / home.parent.name)
    shutil.copyfile(like.STANDARDS / "glossary.tsv", tmp_path / "standards" / "glossary.tsv")
    return tmp_path / "standards"


def faults(folder: Path) -> list[str]:
    return [fault.replace(f"{folder}/", "") for fault in check_standards(folder) if _WITHOUT not in fault]


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(path: Path, words: str) -> int:
    return next(number for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if words in line)


def test_the_shipped_catalogue_has_no_fault(folder: Path) -> None:
    assert faults(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('group = "I"', 'group = "IX"', "clause 1 names an unknown group IX"),
        ('kind = "paragraph"', 'kind = "para"', 'clause 1 has the unknown kind "para"'),
        ('duty = ["obligation"', 'duty = ["wish"', 'clause 1 has the unknown duty "wish"'),
        ('addressee = ["state"', 'addressee = ["king"', 'clause 1 has the unknown addressee "king"'),
        ('provenance = "recalled"', 'provenance = "verified"', 'clause 1 has the unknown provenance "verified"'),
        ('related = ["bangalore:1.1"', 'related = ["bangalore:9.9"', "clause 1 is related to the unknown bangalore:9.9"),
    ],
)
def test_a_fault_of_a_clause_is_named_with_its_line(folder: Path, old: str, new: str, words: str) -> None:
    path = folder / "kyiv" / "standard.toml"
    changed(path, old, new)
    found = faults(folder)
    place = line_of(path, 'id = "1"')
    assert len(found) == 1 and found[0].startswith(f"kyiv/standard.toml, line {place}: {words}")


def test_a_number_that_stands_twice_is_named_with_its_line(folder: Path) -> None:
    path = folder / "kyiv" / "standard.toml"
    place = line_of(path, 'id = "12"')
    changed(path, 'id = "12"', 'id = "11"')
    assert f"kyiv/standard.toml, line {place}: clause 11 stands 2 times" in faults(folder)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('id = "kyiv"', 'id = "kiev"', 'the id "kiev" is not the name of the folder, kyiv'),
        ("[short]\nen", "[short]\nde", "short is missing in en"),
        ('kk = "Киев ұсынымдарының {id}-тармағы"', 'kk = "Киев"', "citation has no {id} in kk"),
    ],
)
def test_what_an_instrument_lacks_is_named(folder: Path, old: str, new: str, words: str) -> None:
    changed(folder / "kyiv" / "standard.toml", old, new)
    assert faults(folder) == [f"kyiv/standard.toml: {words}"]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_statement_that_is_missing_or_at_a_wrong_number_is_named(folder: Path, language: str) -> None:
    path = folder / "kyiv" / f"{language}.md"
    changed(path, "### 12 · ", "### 112 · ")
    place = line_of(path, "### 112")
    assert faults(folder) == [
        f"kyiv/{language}.md: clause 12 has no statement",
        f"kyiv/{language}.md, line {place}: clause 112 is not in standard.toml",
    ]


def test_a_statement_in_another_language_and_mixed_alphabets_are_named(folder: Path) -> None:
    kazakh, russian = folder / "kyiv" / "kk.md", (folder / "kyiv" / "ru.md").read_text(encoding="utf-8").split("### ")
    other = next(part for part in russian if part.startswith("20 · ")).split("\n")[1]
    own = next(part for part in kazakh.read_text(encoding="utf-8").split("### ") if part.startswith("20 · ")).split("\n")[1]
    changed(kazakh, own, other.replace("суд", "cуд", 1))
    found = faults(folder)
    assert found and all(fault.startswith(f"kyiv/kk.md, line {line_of(kazakh, '### 20')}: clause 20: ") for fault in found)
    assert any("does not look like kk" in fault for fault in found) and any("mixes alphabets" in fault for fault in found)


@pytest.mark.parametrize("name", ["kyiv/standard.toml", "kyiv/kk.md", "glossary.tsv"])
def test_a_file_in_another_encoding_is_named(folder: Path, name: str) -> None:
    path = folder / name
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    assert faults(folder) == [f"{name}: the file is not UTF-8. Save it with the encoding UTF-8."]


def test_a_missing_language_is_named(folder: Path) -> None:
    (folder / "kyiv" / "kk.md").unlink()
    assert faults(folder) == ["kyiv/kk.md: the file is missing"]
