"""The sample codes parsed once, an encoder if there is one, the terms of the term base, and small drafts in a line each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ethicsdiff import workspace
from ethicsdiff.languages.encoder import load_encoder
from ethicsdiff.model.document import Draft
from ethicsdiff.provisions.segment import segment
from ethicsdiff.readers import read_source
from ethicsdiff.standards.load import load_catalogue
from ethicsdiff.versions.term_index import TermIndex
from ethicsdiff.versions.traits import Encode

CODES = {"ru": "code-v1.ru.docx", "kk": "code-v1.kk.docx", "en": "code-v1.en.docx", "v2": "code-v2.ru.docx"}
Make = Callable[[str], Draft]


@pytest.fixture(scope="session")
def codes(drafts: Path) -> dict[str, Draft]:
    """Returns the sample codes by language, "v2" for the second Russian version."""
    return {key: segment(read_source(drafts / "code-of-judicial-ethics" / name)) for key, name in CODES.items()}


@pytest.fixture(scope="session")
def encode(own_data_folder: None) -> Encode | None:
    """Returns what turns texts into vectors, None where there is no encoder."""
    encoder, _ = load_encoder(cache=workspace.vector_cache())
    return encoder.encode if encoder is not None else None


@pytest.fixture(scope="session")
def terms() -> TermIndex:
    """Returns the finder of the term base."""
    return TermIndex(load_catalogue(workspace.standards_dir()).terms)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Returns a function that makes a draft of Markdown text."""

    def call(text: str) -> Draft:
        path = tmp_path / f"draft{len(list(tmp_path.iterdir()))}.md"
        path.write_text(text, encoding="utf-8")
        return segment(read_source(path))

    return call
