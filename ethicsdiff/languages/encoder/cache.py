"""Vectors kept from one run to the next in one SQLite file, so that the second look at a draft takes no time.

The file holds no text, only hashes and vectors; a vector still tells something of the text it came from, so the file belongs
with the draft's own folder or the user's own cache, not in a shared place.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.encoder.protocol import Encoder, Vectors
from ethicsdiff.languages.encoder.text import PREFIX, prepare

_WAIT_SECONDS = 5.0
_KEYS_A_QUERY = 500
_TEXTS_A_WRITE = 512  # An interrupted run loses no more than these.
_TABLE = "CREATE TABLE IF NOT EXISTS vectors_1 (key BLOB PRIMARY KEY, vector BLOB NOT NULL, checksum INTEGER NOT NULL)"
_READ = "SELECT key, vector, checksum FROM vectors_1 WHERE key IN ({})"
_WRITE = "INSERT OR REPLACE INTO vectors_1 VALUES (?, ?, ?)"
_Item = TypeVar("_Item")


class CachedEncoder:
    """An encoder that asks the file first. Its vectors are those of the encoder it wraps, byte for byte.

    Safe in several threads and processes. Whatever happens to the file costs time, never a result.
    """

    def __init__(self, encoder: Encoder, cache: Path) -> None:
        self._encoder = encoder
        self._store = VectorStore(cache, encoder.dimension)

    @property
    def model_id(self) -> str:
        """Returns the name of the wrapped encoder."""
        return self._encoder.model_id

    @property
    def dimension(self) -> int:
        """Returns the length of a vector."""
        return self._encoder.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Returns (texts, dimension), as the wrapped encoder does; equal texts are encoded once."""
        lines = [prepare(text) for text in texts]
        keys = [self._key(line) if line else b"" for line in lines]
        wanted = {key: line for key, line in zip(keys, lines, strict=True) if key}
        known = self._store.read(wanted)
        known |= self._encode_missing({key: line for key, line in wanted.items() if key not in known})
        nothing = np.zeros(self.dimension, np.float32)
        rows = [known.get(key, nothing) for key in keys]
        return np.array(rows, np.float32).reshape(len(rows), self.dimension)

    def _encode_missing(self, lines: dict[bytes, str]) -> dict[bytes, Vectors]:
        found: dict[bytes, Vectors] = {}
        # Sorted by length, because texts of equal length are encoded together.
        for keys in _chunks(sorted(lines, key=lambda key: len(lines[key])), _TEXTS_A_WRITE):
            fresh = dict(zip(keys, self._encoder.encode([lines[key] for key in keys]), strict=True))
            self._store.write(fresh)
            found |= fresh
        return found

    def _key(self, line: str) -> bytes:
        return hashlib.sha256("\0".join((self.model_id, PREFIX, line)).encode("utf-8")).digest()


class VectorStore:
    """Vectors by key in one file. Opened anew for every use, so that threads and forked processes share nothing."""

    def __init__(self, path: Path, dimension: int) -> None:
        self._path = path
        self._dimension = dimension

    def read(self, keys: Collection[bytes]) -> dict[bytes, Vectors]:
        """Returns the vectors known for these keys; fewer, or none, if the file cannot be read."""
        found: dict[bytes, Vectors] = {}
        self._use(lambda database: self._read(database, list(keys), found))
        return found

    def write(self, vectors: Mapping[bytes, Vectors]) -> None:
        """Returns nothing; keeps the vectors if that is possible."""
        blobs = {key: vector.astype("<f4").tobytes() for key, vector in vectors.items()}
        rows = [(key, blob, zlib.crc32(blob)) for key, blob in blobs.items()]
        self._use(lambda database: _write(database, rows))

    def _read(self, database: sqlite3.Connection, keys: list[bytes], found: dict[bytes, Vectors]) -> None:
        for chunk in _chunks(keys, _KEYS_A_QUERY):
            rows = database.execute(_READ.format(",".join("?" * len(chunk))), chunk)
            found |= {key: _vector(blob) for key, blob, checksum in rows if self._is_sound(blob, checksum)}

    def _use(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Returns nothing; does the work, or gives it up in silence on any trouble with the file."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.closing(sqlite3.connect(self._path, timeout=_WAIT_SECONDS)) as database:
                database.execute(_TABLE)
                work(database)
        except (sqlite3.OperationalError, OSError):
            pass  # Locked, read-only, full, not a file: next time perhaps.
        except sqlite3.DatabaseError:
            self._set_aside()

    def _set_aside(self) -> None:
        with contextlib.suppress(OSError):
            os.replace(self._path, self._path.with_name(f"{self._path.name}.damaged"))

    def _is_sound(self, blob: object, checksum: object) -> bool:
        return isinstance(blob, bytes) and len(blob) == 4 * self._dimension and zlib.crc32(blob) == checksum


def _write(database: sqlite3.Connection, rows: list[tuple[bytes, bytes, int]]) -> None:
    with database:
        database.executemany(_WRITE, rows)


def _vector(blob: bytes) -> NDArray[np.float32]:
    return np.frombuffer(blob, "<f4").astype(np.float32)


def _chunks(items: Sequence[_Item], size: int) -> Iterator[Sequence[_Item]]:
    return (items[start : start + size] for start in range(0, len(items), size))
