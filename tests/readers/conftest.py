"""The corpus of real Word files, where it lies beside the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpus() -> list[Path]:
    """Returns the Word files of the corpus in order; skips the test where there is none."""
    beside = Path(__file__).resolve().parents[3] / "shared"
    shared = Path(os.environ.get("ETHICSDIFF_SHARED", beside))
    files = sorted((shared / "corpus" / "docx").glob("*.do[ct][xm]"))
    if not files:
        pytest.skip(f"no corpus of Word files under {shared}; set ETHICSDIFF_SHARED to the folder that holds it")
    return files
