"""The fitted head: closed-form classifiers on frozen vectors, its exemplar bank and calibration, kept as data in one file.

The file is a zip of `head.json` and `.npy` arrays with fixed dates, so that the same fit gives the same bytes.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.errors import CatalogueError

SCHEMA = "ethicsdiff/head/3"
LETTERS_ALONE = "letters"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_SAME_VECTOR = 0.995
# Of the squared size of a table, so much may differ; of a threshold, so much.
_SAME_TABLE, _ROUNDED = 0.01, 0.021
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a fit yields.

    `targets` are "standard:clause" ids, `parts` those of sub-clauses; `bank` is (rows, dimension), centred and normalised; `answers`
    is (rows, targets + parts + 1), what each row says for each column, the last one standing for *nothing*; `bank_rows` and
    `bank_columns` pair rows of the bank with columns; `bank_relations` index `RELATIONS`, `bank_clauses` are the columns they belong
    to; `leanings` is (rows, 5), what each row says for each relation; `rarity` (languages, slots) weighs the n-grams of letters,
    `letters` (languages, slots, columns) and `letter_leanings` (languages, slots, 5) are what they add to both; `elements` is
    (elements, dimension), one row for each element of a clause, `element_columns` the column of its clause; `fusion` and `relation`
    are regression weights; `threshold` is the least probability of a proposal, `doubt` the least share of *contradicts* that forbids
    to say *covers*. In the head for the case that there is no encoder (`model_id` "letters") the vectors have no numbers.
    """

    model_id: str
    targets: tuple[str, ...]
    parts: tuple[str, ...]
    languages: tuple[str, ...]
    means: Floats
    answers: Floats
    bank: Floats
    bank_rows: NDArray[np.int32]
    bank_columns: NDArray[np.int32]
    bank_relations: NDArray[np.int32]
    bank_clauses: NDArray[np.int32]
    leanings: Floats
    rarity: Floats
    letters: Floats
    letter_leanings: Floats
    elements: Floats
    element_columns: NDArray[np.int32]
    fusion: Floats
    relation: Floats
    threshold: float
    doubt: float


_ARRAYS = (
    "means", "answers", "bank", "bank_rows", "bank_columns", "bank_relations", "bank_clauses", "leanings", "rarity",
    "letters", "letter_leanings", "elements", "element_columns", "fusion", "relation",
)  # fmt: skip
_HALVED = frozenset({"answers", "bank", "elements", "leanings", "rarity", "letters", "letter_leanings"})


def head_bytes(head: Head) -> bytes:
    """Returns the file content of a head; what has a row for each exemplar or n-gram is kept in half precision."""
    buffer = io.BytesIO()
    facts = {
        "schema": SCHEMA, "model_id": head.model_id, "targets": head.targets, "parts": head.parts,
        "languages": head.languages, "threshold": head.threshold, "doubt": head.doubt,
    }  # fmt: skip
    with zipfile.ZipFile(buffer, "w") as archive:
        _write(archive, "head.json", json.dumps(facts, ensure_ascii=False, indent=1).encode())
        for name in _ARRAYS:
            array = getattr(head, name)
            _write(archive, f"{name}.npy", _npy(array.astype(np.float16) if name in _HALVED else array))
    return buffer.getvalue()


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_STORED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)


def _npy(array: NDArray[np.generic]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, np.ascontiguousarray(array), allow_pickle=False)
    return buffer.getvalue()


def load_head(path: Path) -> Head:
    """Returns the head in a file.

    Errors:
        CatalogueError: the file is missing, damaged or of another schema.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            facts = json.loads(archive.read("head.json"))
            arrays = {name: np.load(io.BytesIO(archive.read(f"{name}.npy")), allow_pickle=False) for name in _ARRAYS}
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise CatalogueError("the fitted head cannot be read", where=str(path), hint="Rebuild it with: ethicsdiff train") from error
    if facts.get("schema") != SCHEMA:
        raise CatalogueError(f"schema {SCHEMA} is needed", where=str(path), hint="Rebuild it with: ethicsdiff train")
    return Head(
        model_id=facts["model_id"], targets=tuple(facts["targets"]), parts=tuple(facts["parts"]), languages=tuple(facts["languages"]),
        threshold=float(facts["threshold"]), doubt=float(facts["doubt"]),
        **{name: a.astype(np.float32) if name in _HALVED else a for name, a in arrays.items()},
    )  # fmt: skip


def equal_heads(first: Head, second: Head) -> bool:
    """Returns whether two heads are the same fit, up to the rounding by which processors of different kinds differ.

    Vectors of one text have a cosine of about .9997 between kinds of processor, so that bytes can differ where the fit does not.
    """
    plain = ("model_id", "targets", "parts", "languages")
    if any(getattr(first, name) != getattr(second, name) for name in plain) or first.bank.shape != second.bank.shape:
        return False
    exact = ("bank_rows", "bank_columns", "bank_relations", "bank_clauses", "element_columns", "rarity")
    if not all(np.array_equal(getattr(first, name), getattr(second, name)) for name in exact):
        return False
    learned = ("answers", "leanings", "letters", "letter_leanings", "fusion", "relation")
    near = abs(first.threshold - second.threshold) <= _ROUNDED and abs(first.doubt - second.doubt) <= _ROUNDED
    return near and _alike(first.bank, second.bank) and all(_same_direction(getattr(first, n), getattr(second, n)) for n in learned)


def _alike(first: Floats, second: Floats) -> bool:
    return not first.size or bool((first * second).sum(axis=1).min() > _SAME_VECTOR)


def _same_direction(first: Floats, second: Floats) -> bool:
    """Returns whether two tables of learned numbers agree as a whole and in size."""
    left, right = first.astype(np.float64).ravel(), second.astype(np.float64).ravel()
    if left.shape != right.shape:
        return False
    size = max(float(left @ left), float(right @ right))
    return size == 0.0 or float(((left - right) ** 2).sum()) <= _SAME_TABLE * size
