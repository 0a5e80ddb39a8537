"""The main job from the outside, on the sample drafts in three languages."""

from __future__ import annotations

import html
import json
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import ALL_FORMATS, SAMPLES, Ran, Run
from tests.ooxml.marks import check_marks

LANGUAGES = ("ru", "kk", "en")
OUTPUTS = ("annotated.docx", "comparison.docx", "coverage.html", "report.json", "table.docx", "coverage.xlsx", "handout.docx")
pytestmark = pytest.mark.usefixtures("own_data_folder")
Compared = dict[str, tuple[Ran, Path]]


def comments(path: Path) -> str:
    """Returns the text of a Word file's comments."""
    with zipfile.ZipFile(path) as package:
        return html.unescape(re.sub(r"<[^>]+>", " ", package.read("word/comments.xml").decode()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_command_writes_all_documents_asked_for_and_a_summary_of_one_screen(compared: Compared, language: str) -> None:
    ran, folder = compared[language]
    assert ran.code == 0, ran.err
    assert all((folder / name).stat().st_size > 1000 for name in OUTPUTS)
    assert len(ran.out.splitlines()) <= 24
    assert str(folder / "annotated.docx") in ran.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments_and_reports_are_in_the_language_of_the_draft(compared: Compared, language: str) -> None:
    _, folder = compared[language]
    words = {"ru": "Бангалорских принципов", "kk": "Бангалор қағидаттарының", "en": "Bangalore Principles, para."}
    assert words[language] in comments(folder / "annotated.docx")
    assert words[language] in (folder / "coverage.html").read_text(encoding="utf-8")
    cells = " ".join(cell.text for table in Document(str(folder / "comparison.docx")).tables for cell in table._cells)
    assert words[language] in cells.replace("\u2011", "-").replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_provisions_that_were_planted_as_contradictions_are_not_said_to_cover(compared: Compared, language: str) -> None:
    report = json.loads((compared[language][1] / "report.json").read_text(encoding="utf-8"))
    planted = {("a8.p2", "1.4"), ("a16.p1", "4.4"), ("a27.p2", "4.14")}
    said = {(a["provision"], a["clause"]) for a in report["alignments"] if a["relation"] == "covers"}
    assert not planted & said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_alignment_names_an_existing_provision_and_carries_signals(compared: Compared, language: str) -> None:
    report = json.loads((compared[language][1] / "report.json").read_text(encoding="utf-8"))
    known = {p["id"] for p in report["provisions"]}
    assert report["schema"] == "ethicsdiff/report/1" and len(report["alignments"]) > 30
    assert all(a["provision"] in known and a["signals"] and a["probability"] >= report["threshold"] for a in report["alignments"])


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_draft_itself_is_unchanged_once_our_marks_are_taken_out(compared: Compared, drafts: Path, language: str) -> None:
    before, after = (drafts / SAMPLES[language]).read_bytes(), (compared[language][1] / "annotated.docx").read_bytes()
    assert len(check_marks(before, after)) > 50


def test_the_report_language_can_differ_from_the_draft(run: Run, drafts: Path, tmp_path: Path) -> None:
    ran = run("compare", drafts / SAMPLES["ru"], "--lang", "kk", "--standard", "bangalore", "--out", tmp_path / "o")
    assert ran.code == 0 and "Бангалор қағидаттарының" in comments(tmp_path / "o" / "annotated.docx")


def test_a_fixed_date_gives_the_same_bytes_again(run: Run, drafts: Path, tmp_path: Path, compared: Compared) -> None:
    run("compare", drafts / SAMPLES["kk"], "--out", tmp_path / "again", "--date", "2026-02-28", "--formats", ALL_FORMATS)
    for name in OUTPUTS:
        assert (tmp_path / "again" / name).read_bytes() == (compared["kk"][1] / name).read_bytes(), name


def test_a_file_that_the_user_changed_is_never_overwritten(run: Run, drafts: Path, tmp_path: Path) -> None:
    for _ in range(2):
        run("compare", drafts / SAMPLES["en"], "--out", tmp_path)
    mine = tmp_path / "comparison.docx"
    mine.write_bytes(mine.read_bytes() + b"my words")
    kept = mine.read_bytes()
    ran = run("compare", drafts / SAMPLES["en"], "--out", tmp_path)
    assert mine.read_bytes() == kept and (tmp_path / "comparison-2.docx").exists()
    assert "comparison-2.docx" in ran.out and not (tmp_path / "annotated-2.docx").exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.docx", None, "no such file"),
        ("letter.docx", b"this is not a package", "Word"),
        ("empty.docx", b"", "empty"),
        ("empty.md", b"", "empty"),
        ("blank.md", b"\n\n", "no text"),
        ("prose.md", "Просто письмо без статей.".encode(), "no provisions"),
        ("kk.md", "Бапсыз жай ғана хат.".encode(), "no provisions"),
        ("draft.xyz", b"x", ".docx"),
    ],
)
def test_bad_input_is_one_sentence_exit_two_and_nothing_written(
    run: Run, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ran = run("compare", tmp_path / name, "--out", tmp_path / "out")
    assert ran.code == 2 and ran.out == "" and not (tmp_path / "out").exists()
    assert words.lower() in ran.err.lower() and "Traceback" not in ran.err and len(ran.err.strip().splitlines()) == 1


def test_an_unknown_standard_names_those_that_exist(run: Run, drafts: Path, tmp_path: Path) -> None:
    ran = run("compare", drafts / SAMPLES["ru"], "--standard", "lisbon", "--out", tmp_path / "o")
    assert ran.code == 2 and "bangalore, kyiv, warsaw" in ran.err and not (tmp_path / "o").exists()


def test_without_an_encoder_the_tool_works_and_says_so(run: Run, drafts: Path, tmp_path: Path) -> None:
    ran = run("compare", drafts / SAMPLES["ru"], "--out", tmp_path, env={"ETHICSDIFF_WEIGHTS": str(tmp_path / "none.bin")})
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert ran.code == 0 and report["encoder"] == ""
    assert "модел" in (tmp_path / "coverage.html").read_text(encoding="utf-8").lower()
