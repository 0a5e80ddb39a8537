"""The commands on standards as a new user meets them: from an official file to a report that quotes it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import docx
import pytest

from ethicsdiff.languages.encoder import load_encoder
from ethicsdiff.report.phrases import phrases_of
from tests.cli.conftest import SAMPLES, Run
from tests.standards import lookalikes as like

LANGUAGES = ("en", "ru", "kk")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a user's folder with official-looking files in three languages."""
    folder = tmp_path_factory.mktemp("desk")
    for language in LANGUAGES:
        (folder / f"bangalore.{language}.docx").write_bytes(like.as_docx(like.bangalore_like(language)))
        (folder / f"warsaw.{language}.html").write_text(like.as_html(like.kyiv_like(language, pick=1)), encoding="utf-8")
    return folder


def test_an_import_shows_its_plan_and_asks(run: Run, desk: Path) -> None:
    ran = run("standards", "import", "bangalore", "bangalore.en.docx", "--workspace", "asked", cwd=desk)
    assert ran.code == 2 and "Stopped" in ran.err
    assert "60 clauses in English" in ran.out and "4.14" in ran.out and "sha256" in ran.out
    assert not (desk / "asked").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_an_official_file_to_verified_clauses(run: Run, desk: Path, language: str) -> None:
    place = {"ETHICSDIFF_WORKSPACE": f"own-{language}"}
    ran = run("standards", "import", "bangalore", f"bangalore.{language}.docx", "--yes", cwd=desk, env=place)
    assert ran.code == 0, ran.err
    assert "ethicsdiff standards verify bangalore" in ran.out
    ran = run("standards", "verify", "bangalore", "--format", "json", cwd=desk, env=place)
    value = json.loads(ran.out)
    assert value["schema"] == "ethicsdiff/verify/1" and value["results"][0]["language"] == language
    rows = value["results"][0]["clauses"]
    assert len(rows) == 60 and value["results"][0]["lacking"] == []
    if load_encoder()[0] is not None:
        assert sum(row["state"] == "agrees" for row in rows) >= 0.9 * len(rows)
        listed = json.loads(run("standards", "list", "--format", "json", cwd=desk, env=place).out)["standards"][0]
        assert listed["verified_percent"] >= 90 and listed["sources"][0]["file"] == f"bangalore.{language}.docx"
    shown = run("standards", "show", "bangalore", "1.1", "--lang", language, cwd=desk, env=place).out
    words = phrases_of(language)
    said = words.say("clause.official", language=words.label("language", language), text=like.expected(like.bangalore_like(language))["1.1"])
    assert said in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_warsaw_is_created_and_quoted_in_the_report(run: Run, desk: Path, drafts: Path, language: str) -> None:
    own = desk / f"warsaw-{language}"
    ran = run("standards", "import", "warsaw", f"warsaw.{language}.html", "--yes", "--workspace", own, cwd=desk)
    assert ran.code == 0, ran.err
    out = desk / f"out-{language}"
    ran = run("compare", drafts / SAMPLES[language], "--standard", "warsaw", "--workspace", own, "--out", out, cwd=desk)
    assert ran.code == 0, ran.err
    texts = [cell.text for table in docx.Document(str(out / "comparison.docx")).tables for row in table.rows for cell in row.cells]
    quoted = [words for words in like.expected(like.kyiv_like(language, pick=1)).values() if any(words in text for text in texts)]
    assert len(quoted) > 20
    page = (out / "coverage.html").read_text(encoding="utf-8")
    assert f"warsaw.{language}.html" in page


def test_without_its_text_warsaw_names_the_command(run: Run, desk: Path) -> None:
    for language in LANGUAGES:
        out = run("standards", "list", "--workspace", "nothing", "--lang", language, cwd=desk).out
        command = "ethicsdiff standards import warsaw FILE"
        assert phrases_of(language).say("list.themes", command=command) in out and command in out
    ran = run("standards", "verify", "warsaw", "--workspace", "nothing", cwd=desk)
    assert ran.code == 2 and "ethicsdiff standards import warsaw FILE" in ran.err


def test_two_editions_of_a_new_instrument(run: Run, desk: Path) -> None:
    first = like.as_markdown(like.kyiv_like("kk"))
    (desk / "law2015.md").write_text(first, encoding="utf-8")
    (desk / "law2024.md").write_text(first.replace("12. ", "12. Заңға сәйкес ", 1), encoding="utf-8")
    for year in ("2015", "2024"):
        ran = run("standards", "import", f"law-{year}", f"law{year}.md", "--new", "--edition", year, "--yes", "--workspace", "laws", cwd=desk)
        assert ran.code == 0, ran.err
    ran = run("standards", "diff", "law-2015", "law-2024", "--lang", "kk", "--workspace", "laws", cwd=desk)
    assert ran.code == 1 and "12: changed" in ran.out and "{+Заңға сәйкес+}" in ran.out


@pytest.mark.parametrize("form", ["json", "csv", "oscal", "docx"])
def test_a_standard_is_exported(run: Run, tmp_path: Path, form: str) -> None:
    ran = run("standards", "export", "kyiv", "--format", form, "--lang", "kk", "--out", tmp_path / "kyiv.out", cwd=tmp_path)
    assert ran.code == 0, ran.err
    data = (tmp_path / "kyiv.out").read_bytes()
    assert zipfile.is_zipfile(tmp_path / "kyiv.out") if form == "docx" else "Сот".encode() in data


@pytest.mark.parametrize(("words", "clause"), [("random allocation of cases", "12"), ("распределение дел", "12"), ("істерді бөлу", "12")])
def test_search_prints_standard_number_and_title(run: Run, tmp_path: Path, words: str, clause: str) -> None:
    ran = run("standards", "search", *words.split(), cwd=tmp_path)
    assert ran.code == 0 and any(line.split()[:2] == ["kyiv", clause] for line in ran.out.splitlines())


def test_terms_of_a_draft(run: Run, tmp_path: Path) -> None:
    text = "\n\n".join(f"## {n}-бап. Норма\n\nСудья мүдделер {word} болдырмайды." for n, word in enumerate(("қақтығысын", "қайшылығын"), 1))
    (tmp_path / "code.md").write_text(text, encoding="utf-8")
    ran = run("terms", "code.md", cwd=tmp_path)
    assert ran.code == 1 and "«конфликт интересов» терминіне" in ran.out and "– 1 рет (1-бап)" in ran.out
    assert "Несколько казахских слов" in run("terms", "code.md", "--lang", "ru", cwd=tmp_path).out
    assert "Several Kazakh words" in run("terms", "code.md", "--lang", "en", cwd=tmp_path).out
    assert json.loads(run("terms", "code.md", "--format", "json", cwd=tmp_path).out)["schema"] == "ethicsdiff/terms/1"
    assert "ethicsdiff terms" in run("terms", "--help").out


def test_broken_and_protected_files_get_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (tmp_path / "protected.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048))
    (tmp_path / "empty.txt").write_bytes(b"")
    for name in ("cut.docx", "cut.pdf", "protected.docx", "empty.txt", "absent.pdf"):
        ran = run("standards", "import", "warsaw", name, "--yes", cwd=tmp_path)
        assert ran.code == 2 and ran.err.startswith("Error: ") and ran.err.count("\n") == 1 and "Traceback" not in ran.err
    assert not (tmp_path / ".ethicsdiff").exists()


def test_a_scanned_pdf_gets_one_sentence(run: Run, tmp_path: Path) -> None:
    page = b"1 0 0 1 0 0 cm"
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(page), page),
    )  # fmt: skip
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj" % number + part + b"endobj\n"
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    (tmp_path / "scan.pdf").write_bytes(body + table + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body))
    ran = run("standards", "import", "warsaw", "scan.pdf", "--yes", cwd=tmp_path)
    assert ran.code == 2 and ran.err.count("\n") == 1 and "Traceback" not in ran.err


def test_help_of_every_subcommand_has_an_example(run: Run) -> None:
    for name in ("list", "show", "search", "import", "verify", "export", "diff", "check"):
        ran = run("standards", name, "--help")
        assert ran.code == 0 and "Example" in ran.out and f"ethicsdiff standards {name}" in ran.out


