"""OpenDocument, RTF and Word 97-2003 files: converted where LibreOffice is, refused with advice where it is not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from ethicsdiff import office as programs
from ethicsdiff.errors import DraftError
from ethicsdiff.readers import office, read_source
from tests.builders import abstract, docx, level, num, p, saved
from tests.readers.conversion import DRAFTS, converted, needs_libreoffice, units

RTF = rb"{\rtf1\ansi \u1057?\u1090?\u1072?\u1090?\u1100?\u1103? 1. \u1044?\u1086?\u1083?\u1075?\par 1. \u1057?\u1091?\u1076?.\par}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)


def odt(*parts: tuple[str, str]) -> bytes:
    """Returns a package with these parts after the type of an OpenDocument text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


def refusal(folder: Path, data: bytes, name: str) -> DraftError:
    """Returns the error with which a file is refused."""
    with pytest.raises(DraftError) as caught:
        read_source(saved(folder, data, name))
    assert caught.value.where == name and caught.value.hint and caught.value.what.endswith(".")
    return caught.value


@needs_libreoffice
@pytest.mark.parametrize("ending", ["odt", "rtf", "doc"])
def test_drafts_in_other_office_formats_have_the_units_of_the_word_file(tmp_path: Path, ending: str) -> None:
    drafts = DRAFTS if ending != "doc" else DRAFTS[:2]  # LibreOffice loses list numbers of the strategy when it writes .doc
    for draft, other in zip(drafts, converted(drafts, ending, tmp_path), strict=True):
        assert units(other) == units(draft), other.name


@needs_libreoffice
def test_a_converted_file_keeps_its_own_name_and_says_that_it_was_converted(tmp_path: Path) -> None:
    source = read_source(saved(tmp_path, RTF, "Кодекс.rtf"))
    assert [block.text for block in source.blocks][:2] == ["Статья 1. Долг", "1. Суд."]
    assert (source.file, source.format, source.blocks[0].location.file) == ("Кодекс.rtf", "rtf", "Кодекс.rtf")
    assert [(one.code, one.params) for one in source.notices][:1] == [("office.converted", (("format", "rtf"),))]


@needs_libreoffice
def test_rtf_under_the_name_of_a_word_file_is_read_by_what_it_is(tmp_path: Path) -> None:
    assert read_source(saved(tmp_path, RTF, "draft.doc")).format == "rtf"


def test_list_numbers_whose_letters_were_lost_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbering = abstract(0, level(0, "?????? %1.")) + num(1, 0)
    lost = saved(tmp_path, docx(p("Судья независим.", num=(1, 0)), numbering=numbering), "converted.docx")
    monkeypatch.setattr(programs, "program", lambda: "soffice")
    monkeypatch.setattr(office, "_converted", lambda *_: lost)
    assert "list numbers were lost" in refusal(tmp_path, RTF, "draft.rtf").what


@needs_libreoffice
def test_a_damaged_word_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    data = OLE + "WordDocument".encode("utf-16-le") + bytes(2000)
    assert "cannot open" in refusal(tmp_path, data, "draft.doc").what or "holds no text" in refusal(tmp_path, data, "draft.doc").what


def test_without_libreoffice_the_advice_is_to_install_it_or_to_convert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "_PROGRAMS", ("no-such-program",))
    for data, name in ((RTF, "a.rtf"), (odt(("content.xml", "<x/>")), "a.odt"), (OLE + "WordDocument".encode("utf-16-le"), "a.doc")):
        error = refusal(tmp_path, data, name)
        assert "LibreOffice" in error.what and ".docx" in error.hint


def test_files_of_other_formats_under_these_endings_are_refused_before_any_conversion(tmp_path: Path) -> None:
    for data, name, words in (
        (b"%PDF-1.4\n", "a.doc", "PDF"),
        (b"<html><body>x</body></html>", "a.doc", "web page"),
        (docx(p("Статья 1.")), "a.odt", "Word file under another name"),
        (bytes(range(256)), "a.rtf", "not an OpenDocument, RTF or Word file"),
        (b"Plain words", "a.doc", "not an OpenDocument, RTF or Word file"),
        (OLE, "a.doc", "not an OpenDocument, RTF or Word file"),
        (b"", "a.odt", "0 bytes"),
        (odt(("content.xml", "<x/>"))[:60], "a.odt", "cut off"),
        (odt(("other.xml", "<x/>")), "a.odt", "not an OpenDocument text"),
    ):
        assert words in refusal(tmp_path, data, name).what


def test_a_protected_opendocument_is_refused(tmp_path: Path) -> None:
    data = odt(("content.xml", "x"), ("META-INF/manifest.xml", "<manifest:encryption-data/>"))
    assert "password" in refusal(tmp_path, data, "a.odt").what


def test_a_program_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 60\n", "utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(programs, "_PROGRAMS", (str(slow),))
    monkeypatch.setattr(office, "_SECONDS", 0.2)
    assert "within" in refusal(tmp_path, RTF, "a.rtf").what
