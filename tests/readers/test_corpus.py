"""Real Word files of many origins: read or refused in words, found again, copied, and read as LibreOffice does."""

from __future__ import annotations

import shutil
import time
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from ethicsdiff.errors import DraftError, PackageError
from ethicsdiff.ooxml.package import main_root, open_package, write_package
from ethicsdiff.ooxml.story import read_story
from ethicsdiff.ooxml.walk import paragraph_elements, text_segments
from ethicsdiff.readers import read_source
from tests.readers.libreoffice import as_exported, differing, exported

SAMPLE_STEP = 16
ALLOWED_DIFFERENCE = 0.003
COUNTS_LETTERS_BEYOND_780 = "LIR003-en-US-upperLetter"


def sound(corpus: list[Path]) -> list[Path]:
    """Returns the files that are not refused."""
    kept = []
    for file in corpus:
        try:
            main_root(open_package(file))
        except PackageError:
            continue
        kept.append(file)
    return kept


def test_every_file_is_read_or_refused_in_words(corpus: list[Path]) -> None:
    refused = []
    for file in corpus:
        started = time.perf_counter()
        try:
            source = read_source(file)
        except PackageError as error:
            refused.append(str(error))
        except DraftError as error:
            assert "no text" in error.what
        else:
            assert [block.ordinal for block in source.blocks] == list(range(len(source.blocks)))
        assert time.perf_counter() - started < 5, file.name
    assert len(refused) < len(corpus) / 10, refused


def test_every_main_block_is_found_again_with_its_text(corpus: list[Path]) -> None:
    for file in sound(corpus):
        package = open_package(file)
        texts = [one.text for one in read_story(package).main]
        elements = paragraph_elements(main_root(package))
        assert ["".join(one.text for one in text_segments(element)) for element in elements] == texts, file.name


def test_every_file_is_copied_with_all_other_parts_untouched(corpus: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "copy.docx"
    for file in sound(corpus):
        package = open_package(file)
        content = etree.tostring(main_root(package), xml_declaration=True, encoding="UTF-8", standalone=True)
        write_package(file, {package.main: content}, {}, target)
        with zipfile.ZipFile(file) as before, zipfile.ZipFile(target) as after:
            assert after.testzip() is None, file.name
            assert [one.filename for one in after.infolist()] == [one.filename for one in before.infolist()]
            changed = {one for one in before.namelist() if before.read(one) != after.read(one)}
        assert changed <= {package.index[package.main.lower()].filename}, file.name


@pytest.mark.parametrize(
    "step", [pytest.param(SAMPLE_STEP, id="sample"), pytest.param(1, id="all", marks=pytest.mark.slow)]
)
def test_the_text_is_the_one_libreoffice_exports(corpus: list[Path], tmp_path: Path, step: int) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    stories = {file: read_story(open_package(file)) for file in sound(corpus[::step])}
    comparable = [file for file, story in stories.items() if _comparable(file) and not story.counts["deletions"]]
    characters = differences = 0
    for file, lines in exported(soffice, comparable, tmp_path).items():
        ours, theirs = as_exported(stories[file], lines)
        characters += sum(map(len, theirs))
        differences += differing(ours, theirs)
    print(f"{len(comparable)} files, {characters} characters, {differences} differ")
    assert characters > 1_000
    assert differences / characters < ALLOWED_DIFFERENCE


def _comparable(file: Path) -> bool:
    """Returns False for the one file on whose labels LibreOffice and the standard part ways by hundreds of letters."""
    return COUNTS_LETTERS_BEYOND_780 not in file.name
