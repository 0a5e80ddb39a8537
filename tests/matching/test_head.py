"""The file of a fitted head: the same bytes for the same fit, and a check that tells another fit from rounding."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ethicsdiff import workspace
from ethicsdiff.errors import CatalogueError
from ethicsdiff.matching.head import Head, equal_heads, head_bytes, load_head


@pytest.fixture(scope="module")
def head() -> Head:
    """Returns the head that ships."""
    return load_head(workspace.head_path())


@pytest.mark.parametrize("path", [workspace.head_path(), workspace.lone_head_path()], ids=["with an encoder", "letters alone"])
def test_a_head_is_written_with_the_bytes_it_was_read_from(path: Path) -> None:
    assert head_bytes(load_head(path)) == path.read_bytes()


def test_rounding_is_the_same_fit(head: Head) -> None:
    noise = np.random.default_rng(3).normal(scale=1e-4, size=head.answers.shape).astype(np.float32)
    assert equal_heads(head, replace(head, answers=head.answers + noise, threshold=head.threshold + 0.01))


@pytest.mark.parametrize("name", ["answers", "leanings", "letters", "letter_leanings", "fusion", "relation"])
def test_other_learned_numbers_are_another_fit(head: Head, name: str) -> None:
    assert not equal_heads(head, replace(head, **{name: getattr(head, name) * np.float32(1.2)}))  # type: ignore[arg-type]


def test_another_relation_of_an_exemplar_is_another_fit(head: Head) -> None:
    other = head.bank_relations.copy()
    other[0] = (other[0] + 1) % 5
    assert not equal_heads(head, replace(head, bank_relations=other))


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_a_damaged_head_is_one_clear_error(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "head.zip"
    broken.write_bytes(content)
    with pytest.raises(CatalogueError, match="cannot be read"):
        load_head(broken)
