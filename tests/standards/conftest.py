"""A workspace of its own for every test, and the parts that may be missing on a machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ethicsdiff import workspace
from ethicsdiff.languages.encoder import load_encoder


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """Returns an empty workspace that holds for this test."""
    token = workspace.choose_workspace(tmp_path / "workspace")
    yield tmp_path / "workspace" / "standards"
    workspace.leave_workspace(token)


@pytest.fixture(scope="session")
def soffice() -> str:
    """Returns the command of LibreOffice; skips the test where there is none."""
    command = shutil.which("soffice") or shutil.which("libreoffice")
    if command is None:
        pytest.skip("LibreOffice is not installed")
    return command


@pytest.fixture(scope="session")
def encoder() -> None:
    """Skips the test where the encoder's weights are not installed."""
    found, status = load_encoder()
    if found is None:
        pytest.skip(f"the encoder's weights are not installed ({status.reason})")
