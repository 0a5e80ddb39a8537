"""What all tests share: places, the shared corpus, a user's home of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
# The gate tries the same examples every time, however busy the machine; ETHICSDIFF_FUZZ=1 looks for new ones.
settings.register_profile("gate", deadline=None, derandomize=os.environ.get("ETHICSDIFF_FUZZ") != "1")
settings.load_profile("gate")


@pytest.fixture(scope="session", autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps vectors and other user data of a test run away from the user's own."""
    before = {name: os.environ.get(name) for name in ("XDG_DATA_HOME", "LOCALAPPDATA")}
    folder = str(tmp_path_factory.mktemp("data"))
    os.environ.update(XDG_DATA_HOME=folder, LOCALAPPDATA=folder)
    yield
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@pytest.fixture(scope="session")
def drafts() -> Path:
    """Returns the folder of the sample drafts."""
    return ROOT / "drafts"
