"""redline.docx: accepting all changes gives the new version, rejecting all the old one, in three languages; LibreOffice agrees."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from ethicsdiff.model.document import Draft
from ethicsdiff.model.versions import LineState, Piece, PieceState, VersionMap
from ethicsdiff.provisions.segment import segment
from ethicsdiff.readers import read_source
from ethicsdiff.report.versions import build_versions
from ethicsdiff.versions.compare import map_versions
from ethicsdiff.writers.redline import write_redline
from ethicsdiff.writers.tracked_xml import with_safe_end
from tests.versions.conftest import Make
from tests.versions.perturb import Maker, saved
from tests.versions.resolving import paragraphs, plain, resolved

DATE = datetime(2026, 2, 28, 9, 0)
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Resolve(source As String, command As String, target As String)
 Dim hidden(0) As New com.sun.star.beans.PropertyValue
 hidden(0).Name = "Hidden" : hidden(0).Value = True
 document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
 dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
 dispatcher.executeDispatch(document.getCurrentController().getFrame(), command, "", 0, Array())
 Dim form(1) As New com.sun.star.beans.PropertyValue
 form(0).Name = "FilterName" : form(0).Value = "Text (encoded)"
 form(1).Name = "FilterOptions" : form(1).Value = "UTF8"
 document.storeToURL(target, form())
 document.close(True)
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""


def _written(versions: VersionMap, folder: Path, language: str) -> Path:
    target = folder / "redline.docx"
    write_redline(build_versions(versions, language=language, clauses={}), target, author="Редактор", date=DATE)
    return target


@pytest.fixture(scope="module")
def sample(codes: dict[str, Draft], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns the redline of the two sample versions."""
    return _written(map_versions(codes["ru"], codes["v2"]), tmp_path_factory.mktemp("redline"), "ru")


def test_both_versions_come_back_from_the_sample_redline(codes: dict[str, Draft], sample: Path) -> None:
    assert resolved(sample, accept=True) == paragraphs(codes["v2"])
    assert resolved(sample, accept=False) == paragraphs(codes["ru"])


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("seed", [11, 12])
def test_both_versions_come_back_in_every_language(codes: dict[str, Draft], language: str, seed: int, tmp_path: Path) -> None:
    old, new = (segment(read_source(path)) for path in saved(Maker(codes[language], language, seed).make(), tmp_path))
    target = _written(map_versions(old, new), tmp_path, language)
    assert resolved(target, accept=True) == paragraphs(new)
    assert resolved(target, accept=False) == paragraphs(old)


def test_a_reader_of_drafts_sees_the_new_version(codes: dict[str, Draft], sample: Path) -> None:
    read = segment(read_source(sample))
    words = {" ".join(p.text.split()) for p in read.provisions if p.text}
    assert {" ".join(p.text.split()) for p in codes["v2"].provisions if p.text and not p.fields} <= words


def test_typography_that_changed_comes_back_too(make: Make, tmp_path: Path) -> None:
    old, new = make('## Статья 1. Цель\n\nСудья - "лицо".\n'), make("## Статья 1. Цель\n\nСудья — «лицо».\n")
    target = _written(map_versions(old, new), tmp_path, "ru")
    assert resolved(target, accept=False)[-1] == 'Судья - "лицо".'
    assert resolved(target, accept=True)[-1] == "Судья — «лицо»."


def test_changes_are_signed_and_dated_and_their_ids_differ(sample: Path) -> None:
    body = docx.Document(str(sample)).element.body
    changes = [one for name in ("ins", "del", "moveFrom", "moveTo") for one in body.iter(qn(f"w:{name}"))]
    assert len(changes) > 100
    assert {one.get(qn("w:author")) for one in changes} == {"Редактор"}
    assert {one.get(qn("w:date")) for one in changes} == {"2026-02-28T09:00:00Z"}
    ids = [one.get(qn("w:id")) for one in changes]
    assert len(set(ids)) == len(ids)


def test_both_ends_of_a_move_have_one_name(sample: Path) -> None:
    body = docx.Document(str(sample)).element.body
    names = [[one.get(qn("w:name")) for one in body.iter(qn(f"w:{name}"))] for name in ("moveFromRangeStart", "moveToRangeStart")]
    assert names[0]
    assert sorted(names[0]) == sorted(names[1])


def test_every_change_of_modality_has_a_comment(sample: Path) -> None:
    with zipfile.ZipFile(sample) as package:
        comments = package.read("word/comments.xml").decode("utf-8")
    words = " ".join(re.findall(r"<w:t[^>]*>([^<]*)", comments))
    assert all(f"«{old}» → «{new}»" in words for old, new in (("должен", "вправе"), ("должен", "следует"), ("рекомендуется", "обязан")))
    assert "[ED-1]" in words


def test_equal_input_gives_equal_bytes(codes: dict[str, Draft], sample: Path, tmp_path: Path) -> None:
    assert _written(map_versions(codes["ru"], codes["v2"]), tmp_path, "ru").read_bytes() == sample.read_bytes()


@pytest.mark.parametrize(
    ("pieces", "below", "ended"),
    [
        ("=три -. +;", LineState.NEW, "=три +; -."),
        ("=один раз +снова", LineState.NEW, "=один  +разснова -раз"),
        ("=один раз -снова", LineState.DELETED, "=один  -разснова +раз"),
        ("=три -. +;", LineState.DELETED, "=три -. +;"),
        ("=три +;", LineState.KEPT, "=три +;"),
    ],
)
def test_no_change_touches_one_of_its_kind_in_the_line_below(pieces: str, below: LineState, ended: str) -> None:
    states = {"=": PieceState.SAME, "-": PieceState.DELETED, "+": PieceState.INSERTED}
    read = re.findall(r"([=+-])(.*?)(?= [=+-]|$)", pieces)
    found = with_safe_end([Piece(state=states[mark], text=text) for mark, text in read], below)
    marks = {state: mark for mark, state in states.items()}
    assert " ".join(f"{marks[one.state]}{one.text}" for one in found) == ended


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_gives_both_versions_back(codes: dict[str, Draft], tmp_path: Path) -> None:
    view = build_versions(map_versions(codes["ru"], codes["v2"]), language="ru", clauses={})
    # LibreOffice 7.4 without a screen falls over files with comments when a macro opens them.
    redline = tmp_path / "redline.docx"
    write_redline(replace(view, lines=tuple(replace(line, remarks=()) for line in view.lines)), redline, date=DATE)
    profile = tmp_path / "profile"
    _office(profile, "--terminate_after_init")
    basic = profile / "user" / "basic" / "Standard"
    (basic / "Module1.xba").write_text(MACRO, encoding="utf-8")
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    for command, version in (("Accept", "v2"), ("Reject", "ru")):
        target = tmp_path / f"{command}.txt"
        call = f'macro:///Standard.Module1.Resolve("{redline.as_uri()}",".uno:{command}AllTrackedChanges","{target.as_uri()}")'
        _office(profile, call)
        assert plain(target.read_text(encoding="utf-8-sig").split("\n")) == paragraphs(codes[version])


def _office(profile: Path, argument: str) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", argument]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
