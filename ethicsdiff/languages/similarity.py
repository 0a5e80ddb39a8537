"""The one door to rapidfuzz: how alike two wordings are, and which known name a misspelt one may mean."""

from __future__ import annotations

from collections.abc import Sequence

from numpy import float32
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel, LCSseq


def similarity_table(rows: Sequence[str], columns: Sequence[str]) -> NDArray[float32]:
    """Returns a table (rows, columns) of token-set similarity from 0 to 1; evidence of shared wording, never a verdict."""
    table: NDArray[float32] = process.cdist(rows, columns, scorer=fuzz.token_set_ratio, dtype=float32)
    return table / float32(100.0)


def closest(name: str, known: Sequence[str], *, limit: int = 3) -> tuple[str, ...]:
    """Returns up to `limit` known names that a misspelt `name` may mean, closest first."""
    return tuple(match[0] for match in process.extract(name, known, scorer=fuzz.WRatio, limit=limit, score_cutoff=60))


def alike(words: Sequence[str], known: Sequence[str], *, cutoff: float = 80.0) -> frozenset[str]:
    """Returns those of `words` that resemble one of `known` as inflected forms of one word do (edit ratio of `cutoff` percent)."""
    if not words or not known:
        return frozenset()
    table = process.cdist(words, known, scorer=fuzz.ratio, score_cutoff=cutoff, dtype=float32)
    return frozenset(word for word, row in zip(words, table, strict=True) if row.any())


def wording_table(rows: Sequence[str], columns: Sequence[str]) -> NDArray[float32]:
    """Returns a table (rows, columns) of likeness from 0 to 1 that heeds the order of letters; 1 for equal wordings."""
    table: NDArray[float32] = process.cdist(rows, columns, scorer=fuzz.ratio, dtype=float32)
    return table / float32(100.0)


def shared_words(left: Sequence[str], right: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Returns the places (in `left`, in `right`) of the longest run of equal words that keeps their order in both."""
    equal = (step for step in LCSseq.opcodes(left, right) if step.tag == "equal")
    return tuple((step.src_start + n, step.dest_start + n) for step in equal for n in range(step.src_end - step.src_start))


def likeness_table(rows: Sequence[str], columns: Sequence[str]) -> NDArray[float32]:
    """Returns a table (rows, columns) of how much of two wordings is the same in the same order, from 0 to 1; 1 only for equal words.

    Half of it counts whole words, half letters, so that another ending costs less than another word.
    """
    left, right = [row.split() for row in rows], [column.split() for column in columns]
    words = process.cdist(left, right, scorer=Indel.normalized_similarity, dtype=float32)
    letters = process.cdist(rows, columns, scorer=Indel.normalized_similarity, dtype=float32)
    table: NDArray[float32] = (words + letters) / float32(2)
    return table
