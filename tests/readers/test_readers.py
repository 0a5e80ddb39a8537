"""The table of readers and the choice among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ethicsdiff.errors import DraftError, PackageError
from ethicsdiff.readers import READERS, read_source
from tests.builders import docx, p, saved


def test_no_ending_belongs_to_two_readers() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert {".docx", ".docm", ".dotx", ".dotm", ".md", ".txt", ".html", ".htm", ".pdf", ".odt", ".rtf", ".doc"} <= set(suffixes)


@pytest.mark.parametrize("name", ["draft.docx", "DRAFT.DOCX", "a.docm", "a.dotx", "a.dotm"])
def test_word_files_are_chosen_by_their_ending_in_any_case(tmp_path: Path, name: str) -> None:
    source = read_source(saved(tmp_path, docx(p("Статья 1.")), name))
    assert (source.format, source.file, source.blocks[0].location.file) == ("docx", name, name)


def test_markdown_is_chosen_by_its_ending(tmp_path: Path) -> None:
    assert read_source(saved(tmp_path, b"# A", "a.markdown")).format == "markdown"


def test_an_unknown_ending_is_refused_with_the_endings_that_are_known(tmp_path: Path) -> None:
    for name, words in (("a.xyz", "“.xyz”"), ("noending", "no ending")):
        with pytest.raises(DraftError) as caught:
            read_source(saved(tmp_path, b"x", name))
        assert words in caught.value.what
        assert ".docx" in caught.value.hint and ".md" in caught.value.hint


def test_a_missing_file_is_told_before_anything_else(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="does not exist"):
        read_source(tmp_path / "gone.docx")


def test_folders_and_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    loop = tmp_path / "loop.md"
    loop.symlink_to(loop)
    with pytest.raises(PackageError, match="folder"):
        read_source(tmp_path / "folder.docx")
    with pytest.raises(DraftError, match="leads back to itself"):
        read_source(loop)
