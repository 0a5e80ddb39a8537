"""Sample drafts converted by LibreOffice, and the units that are cut from them, for comparison."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from ethicsdiff.languages.text import folded
from ethicsdiff.provisions.segment import segment
from ethicsdiff.readers import read_source

_FOLDER = Path(__file__).resolve().parents[2] / "drafts"
# code-v1.ru.docx numbers its articles through all chapters, which LibreOffice itself does not show; it is compared elsewhere.
DRAFTS = (
    _FOLDER / "code-of-judicial-ethics" / "code-v1.kk.docx",
    _FOLDER / "code-of-judicial-ethics" / "code-v1.en.docx",
    _FOLDER / "court-administration-strategy" / "strategy-v1.ru.docx",
)
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed, so no file can be converted for this test")


def converted(files: Sequence[Path], ending: str, folder: Path) -> list[Path]:
    """Returns the files as LibreOffice converts them to a format named by its ending."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", ending, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return [folder / f"{file.stem}.{ending}" for file in files]


def units(path: Path) -> list[tuple[str, tuple[str, ...], str, str]]:
    """Returns kind, path, heading and words of every unit of a draft, folded."""
    provisions = segment(read_source(path)).provisions
    return [(one.kind.value, tuple(map(folded, one.path)), folded(one.heading), " ".join(folded(one.text).split())) for one in provisions]
