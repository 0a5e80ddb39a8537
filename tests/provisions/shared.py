"""Where the reference texts lie that tests may read but the project does not ship."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def shared(*names: str) -> Path:
    """Returns a file of the shared folder, from ETHICSDIFF_SHARED or `shared` beside the project; the test is skipped without it."""
    home = Path(os.environ.get("ETHICSDIFF_SHARED", "") or Path(__file__).parents[2].parent / "shared")
    path = home.joinpath(*names)
    if not path.exists():
        pytest.skip(f"the reference text {'/'.join(names)} is not here; set ETHICSDIFF_SHARED to the folder that holds it")
    return path
