"""The comparison as a file: equal bytes for equal reports, dates, speed, and LibreOffice as its reader."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from ethicsdiff.errors import OutputError
from ethicsdiff.writers.comparison import comparison_bytes, write_comparison
from tests.writers.report_builder import LANGUAGES, build_report, enlarge


def _part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def test_the_same_report_gives_the_same_bytes() -> None:
    assert comparison_bytes(build_report("ru")) == comparison_bytes(build_report("ru"))


def test_the_same_report_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib; from ethicsdiff.writers.comparison import comparison_bytes; "
        "from tests.writers.report_builder import build_report; "
        "print(hashlib.sha256(comparison_bytes(build_report('kk'))).hexdigest())"
    )
    root = Path(__file__).resolve().parents[2]
    prints = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1


def test_a_date_is_written_into_the_properties_and_nowhere_else() -> None:
    report, date = build_report(), datetime(2025, 11, 14, 9, 30, tzinfo=UTC)
    dated, undated = comparison_bytes(report, date), comparison_bytes(report)
    assert docx.Document(io.BytesIO(dated)).core_properties.created == date
    assert _part(dated, "word/document.xml") == _part(undated, "word/document.xml")
    with zipfile.ZipFile(io.BytesIO(dated)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "comparison.docx"
    target.write_bytes(b"old")
    write_comparison(build_report(), target)
    assert target.read_bytes()[:2] == b"PK" and [path.name for path in tmp_path.iterdir()] == ["comparison.docx"]


def test_a_missing_folder_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_comparison(build_report(), tmp_path / "missing" / "comparison.docx")


def test_a_thousand_provisions_take_seconds_not_minutes() -> None:
    start = time.perf_counter()
    comparison_bytes(enlarge(build_report("ru"), 1000))
    assert time.perf_counter() - start < 10


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_prints_the_document(language: str, tmp_path: Path) -> None:
    target = tmp_path / f"{language}.docx"
    write_comparison(build_report(language), target)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(target)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert (tmp_path / f"{language}.pdf").read_bytes().startswith(b"%PDF")
