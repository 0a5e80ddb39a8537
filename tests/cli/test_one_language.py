"""No English is left in a Russian or Kazakh document: comments, comparison, page, workbook, handout and table are looked at word by word."""

from __future__ import annotations

import html
import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

pytestmark = pytest.mark.usefixtures("own_data_folder")
WORD = re.compile(r"[A-Za-z]{2,}")
# Tags of comments, names of files, of the model and of the command, signs of a point, numerals of a section.
MEANT = re.compile(r"ED-\d+|code-v1\.\w+\.\w+|«?e5[^ »]*»?|ethicsdiff( standards import \w+ FILE)?|\b[A-Z]{1,2}\b|\b[IVX]+\.?")
PARTS = {
    "annotated.docx": ("word/comments.xml",),
    "comparison.docx": ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"),
    "handout.docx": ("word/document.xml",),
    "table.docx": ("word/document.xml",),
    "coverage.xlsx": ("xl/workbook.xml", *(f"xl/worksheets/sheet{number}.xml" for number in range(1, 5))),
}


def shown(path: Path) -> str:
    """Returns the words a reader of a document sees, alternative texts among them."""
    if path.suffix == ".html":
        written = path.read_text(encoding="utf-8")
        page = re.sub(r"<(style|script|template|button)\b.*?</\1>", " ", written, flags=re.DOTALL)
        said = re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', page)
        return html.unescape(" ".join((re.sub(r"<[^>]+>", " ", page), *said)))
    with zipfile.ZipFile(path) as package:
        names = [name for name in PARTS[path.name] if name in package.namelist()]
        text = " ".join(package.read(name).decode("utf-8") for name in names)
    said = re.findall(r'<(?:w:tblDescription w:val|sheet name)="([^"]*)"', text)
    words = re.findall(r"<(?:w:)?t(?: [^>]*)?>([^<]*)<", text)
    return html.unescape(" ".join((*words, *said)))


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("name", ["coverage.html", *PARTS])
def test_no_english_is_left(compared: dict[str, tuple[Ran, Path]], language: str, name: str) -> None:
    text = shown(compared[language][1] / name)
    assert len(text) > 2000
    assert sorted(set(WORD.findall(MEANT.sub(" ", text)))) == []
