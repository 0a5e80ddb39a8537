"""Shortcuts shared by the tests of the Word room."""

from __future__ import annotations

from typing import Protocol

import pytest

from ethicsdiff.ooxml.package import open_package
from ethicsdiff.ooxml.story import Story, read_story
from tests.builders import docx


class Reading(Protocol):
    """Builds a Word file from body markup, and from markup of other parts by kind, and reads it."""

    def __call__(self, body: str, **kinds: str) -> Story:
        """Returns what was read."""


@pytest.fixture
def read() -> Reading:
    """Returns a function that builds a Word file from body markup and reads it."""

    def build(body: str, **kinds: str) -> Story:
        return read_story(open_package(docx(body, parts=None, **kinds)))

    return build
