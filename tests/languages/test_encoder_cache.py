"""The file of kept vectors: it saves work, and whatever happens to it changes no result."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from ethicsdiff.languages.encoder import CachedEncoder
from ethicsdiff.languages.encoder.protocol import Vectors

ROOT = Path(__file__).parents[2]


class FakeEncoder:
    """Four numbers from the letters of a text, and a count of the texts it was asked for."""

    def __init__(self, model_id: str = "fake:1") -> None:
        self.asked: list[str] = []
        self._model_id = model_id

    @property
    def model_id(self) -> str:
        """Returns the name given."""
        return self._model_id

    @property
    def dimension(self) -> int:
        """Returns 4."""
        return 4

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Returns a row for each text."""
        self.asked.extend(texts)
        rows = [[len(text), ord(text[0]), ord(text[-1]), 1] for text in texts]
        vectors = np.array(rows, np.float32).reshape(-1, 4)
        normal: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return normal


def test_a_text_is_encoded_once_whatever_its_spaces(tmp_path: Path) -> None:
    inner = FakeEncoder()
    cached = CachedEncoder(inner, tmp_path / "vectors.sqlite")
    first = cached.encode(["one two", "b", "", " one \n two"])
    again = CachedEncoder(inner, tmp_path / "vectors.sqlite").encode(["b", "one two"])
    assert sorted(inner.asked) == ["b", "one two"]
    assert np.array_equal(first[[1, 0]], again)
    assert np.array_equal(first[0], first[3])
    assert not first[2].any()
    assert cached.encode([]).shape == (0, 4)


def test_vectors_of_another_model_are_not_used(tmp_path: Path) -> None:
    CachedEncoder(FakeEncoder(), tmp_path / "v").encode(["a"])
    other = FakeEncoder("fake:2")
    CachedEncoder(other, tmp_path / "v").encode(["a"])
    assert other.asked == ["a"]


def test_the_cache_holds_no_text(tmp_path: Path) -> None:
    CachedEncoder(FakeEncoder(), tmp_path / "v").encode(["confidential provision"])
    assert b"confidential" not in (tmp_path / "v").read_bytes()


@pytest.mark.parametrize("damage", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_damaged_cache_is_set_aside_and_built_anew(tmp_path: Path, damage: bytes) -> None:
    place = tmp_path / "v"
    place.write_bytes(damage)
    inner = FakeEncoder()
    for _ in range(3):
        assert CachedEncoder(inner, place).encode(["a", "b"]).any(axis=1).all()
    assert inner.asked == ["a", "b"]
    assert (tmp_path / "v.damaged").read_bytes() == damage


def test_a_cache_damaged_in_the_middle_is_never_believed(tmp_path: Path) -> None:
    place = tmp_path / "v"
    texts = [f"text {number}" for number in range(300)]
    expected = CachedEncoder(FakeEncoder(), place).encode(texts)
    sound = place.read_bytes()
    for at in range(0, len(sound), 1_500):
        place.write_bytes(sound[:at] + bytes(byte ^ 0x5A for byte in sound[at : at + 64]) + sound[at + 64 :])
        assert np.array_equal(CachedEncoder(FakeEncoder(), place).encode(texts), expected)


def test_an_impossible_place_for_the_cache_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path, tmp_path / "file" / "v"):
        assert CachedEncoder(FakeEncoder(), place).encode(["a"]).any()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_cache_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    CachedEncoder(FakeEncoder(), tmp_path / "v").encode(["a"])
    (tmp_path / "v").chmod(0o444)
    tmp_path.chmod(0o555)
    inner = FakeEncoder()
    assert CachedEncoder(inner, tmp_path / "v").encode(["a", "b"]).any(axis=1).all()
    tmp_path.chmod(0o755)
    assert inner.asked == ["b"]


def test_a_locked_cache_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ethicsdiff.languages.encoder.cache._WAIT_SECONDS", 0.05)
    place = tmp_path / "v"
    CachedEncoder(FakeEncoder(), place).encode(["a"])
    other = sqlite3.connect(place)
    other.execute("BEGIN EXCLUSIVE")
    assert CachedEncoder(FakeEncoder(), place).encode(["a", "b"]).any(axis=1).all()
    other.close()
    assert not (tmp_path / "v.damaged").exists()


def test_threads_share_a_cache(tmp_path: Path) -> None:
    inner = FakeEncoder()
    cached = CachedEncoder(inner, tmp_path / "v")
    texts = [f"text {number}" for number in range(200)]
    expected = FakeEncoder().encode(texts)
    wrong: list[int] = []

    def work(turn: int) -> None:
        mine = texts[turn * 40 :] + texts[: turn * 40]
        if not np.array_equal(cached.encode(mine), np.roll(expected, -turn * 40, axis=0)):
            wrong.append(turn)

    threads = [threading.Thread(target=work, args=(turn,)) for turn in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


SHARING = """
import sys
from pathlib import Path
from ethicsdiff.languages.encoder import CachedEncoder
from tests.languages.test_encoder_cache import FakeEncoder
cached = CachedEncoder(FakeEncoder(), Path(sys.argv[1]))
for turn in range(20):
    cached.encode([f"{sys.argv[2]} {turn} {number}" for number in range(20)])
"""


def test_two_processes_share_a_cache(tmp_path: Path) -> None:
    commands = [[sys.executable, "-c", SHARING, str(tmp_path / "v"), name] for name in ("first", "second")]
    processes = [subprocess.Popen(command, cwd=ROOT) for command in commands]
    assert [process.wait(60) for process in processes] == [0, 0]
    inner = FakeEncoder()
    CachedEncoder(inner, tmp_path / "v").encode([f"{name} {turn} 7" for name in ("first", "second") for turn in range(20)])
    assert inner.asked == []
