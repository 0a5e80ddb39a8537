"""Documents on request from the outside: two languages, a house's own template, confirmed wordings as tracked changes."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import SAMPLES, Run

pytestmark = pytest.mark.usefixtures("own_data_folder")


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode("utf-8")


def test_two_languages_stand_in_columns_and_in_the_same_comments(run: Run, drafts: Path, tmp_path: Path) -> None:
    ran = run("compare", drafts / SAMPLES["ru"], "--lang", "ru,kk", "--formats", "annotated,comparison,table,xlsx", "--out", tmp_path)
    assert ran.code == 0, ran.err
    for name in ("comparison.docx", "table.docx"):
        text = part(tmp_path / name, "word/document.xml")
        assert "Бангалорских принципов" in text and "Бангалор қағидаттарының" in text
    comments = part(tmp_path / "annotated.docx", "word/comments.xml")
    assert comments.count("п. 4.14 Бангалорских") >= 1 and 'w:val="kk-KZ"' in comments and 'w:val="ru-RU"' in comments
    assert (tmp_path / "coverage.xlsx").exists() and (tmp_path / "coverage.kk.xlsx").exists()


@pytest.mark.parametrize("languages", ["ru,ru", "ru,kk,en"])
def test_languages_that_do_not_exist_are_refused(run: Run, drafts: Path, tmp_path: Path, languages: str) -> None:
    ran = run("compare", drafts / SAMPLES["ru"], "--lang", languages, "--out", tmp_path / "o")
    assert ran.code == 2 and "en, ru, kk" in ran.err and not (tmp_path / "o").exists()


def test_documents_take_the_header_of_a_template(run: Run, drafts: Path, tmp_path: Path) -> None:
    house = docx.Document()
    house.sections[0].header.paragraphs[0].text = "ЦЕНТР"
    house.save(str(tmp_path / "house.docx"))
    ran = run(
        "compare", drafts / SAMPLES["kk"], "--template", tmp_path / "house.docx", "--formats", "comparison,handout,table", "--out", tmp_path / "o"
    )
    assert ran.code == 0, ran.err
    for name in ("comparison", "handout", "table"):
        assert docx.Document(str(tmp_path / "o" / f"{name}.docx")).sections[0].header.paragraphs[0].text == "ЦЕНТР"


def test_a_template_that_is_no_word_file_is_one_sentence_and_nothing_is_written(run: Run, drafts: Path, tmp_path: Path) -> None:
    (tmp_path / "house.docx").write_text("not a package")
    ran = run("compare", drafts / SAMPLES["kk"], "--template", tmp_path / "house.docx", "--out", tmp_path / "o")
    assert ran.code == 2 and "house.docx" in ran.err and "Traceback" not in ran.err and not (tmp_path / "o").exists()


def test_confirmed_wordings_become_tracked_changes(run: Run, drafts: Path, tmp_path: Path) -> None:
    draft = tmp_path / "code.docx"
    shutil.copyfile(drafts / SAMPLES["ru"], draft)
    words = "Судья обязан поддерживать меры, которые укрепляют независимость суда как учреждения."
    about = ("--provision", "a9.p1", "--clause", "bangalore:1.5", "--reviewer", "Рецензент")
    assert run("decide", draft, *about, "--wording", words).code == 0
    assert run("decide", draft, *about, "--confirm").code == 0
    ran = run("compare", draft, "--suggest", "--formats", "annotated", "--out", tmp_path / "o")
    assert ran.code == 0 and "1" in ran.out
    text = part(tmp_path / "o" / "annotated.docx", "word/document.xml")
    assert 'w:author="Рецензент"' in text and "обязан" in text
