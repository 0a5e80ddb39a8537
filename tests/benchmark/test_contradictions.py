"""Contradictions and what looks like one: found where the clause is, never said to cover, and rarely said without reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from ethicsdiff import measuring, pipeline
from ethicsdiff.bench.groups import Measured
from ethicsdiff.bench.relations import Pair, contradictions, pairs
from ethicsdiff.languages.encoder import load_encoder

HERE = Path(__file__).parent
LEAST_FOUND, MOST_PRAISED, LEAST_PRECISION = 0.9, 0.02, 0.8


@pytest.fixture(scope="module")
def measured() -> Measured:
    """Returns what is proposed for contradicting provisions and their look-alikes, or skips where there is no encoder."""
    encoder, status = load_encoder()
    if encoder is None:
        pytest.skip(f"the benchmark measures the encoder, which is not here ({status.reason}): {status.detail}")
    return measuring.run_bench(tuple(sorted((*HERE.glob("gold.*.jsonl"), *HERE.glob("contra.*.jsonl")))), pipeline.Options())


def test_nine_contradictions_in_ten_are_found_where_their_clause_is_shown(measured: Measured) -> None:
    found = contradictions(pairs(measured.rows))
    assert found.shown and found.found >= LEAST_FOUND * found.shown


def test_hardly_any_contradiction_is_said_to_cover(measured: Measured) -> None:
    found = contradictions(pairs(measured.rows))
    assert found.said_to_cover <= MOST_PRAISED * found.labelled


def test_most_of_what_is_said_to_contradict_does(measured: Measured) -> None:
    said: list[Pair] = [pair for pair in pairs(measured.rows) if pair.shown and pair.relation == "contradicts"]
    assert sum(pair.wanted == "contradicts" for pair in said) >= LEAST_PRECISION * len(said)


def test_none_of_these_texts_is_an_exemplar(measured: Measured) -> None:
    assert measured.memorised == ()
