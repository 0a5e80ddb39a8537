"""The gate: the matcher may not fall below the committed baseline by more than the committed tolerance."""

from __future__ import annotations

from pathlib import Path

import pytest

from ethicsdiff import measuring, pipeline
from ethicsdiff.bench.changes import changes_text, compare
from ethicsdiff.bench.groups import Measured
from ethicsdiff.bench.snapshot import read_snapshot
from ethicsdiff.bench.tolerance import breaches, tolerance
from ethicsdiff.languages.encoder import load_encoder

HERE = Path(__file__).parent
GOLD = tuple(sorted(HERE.glob("gold.*.jsonl")))
REPAIR = (
    "If the loss is a price worth paying, say so in CHANGELOG.md and run:\n"
    "  ethicsdiff bench tests/benchmark/gold.*.jsonl --save-baseline tests/benchmark/baseline.json"
)


@pytest.fixture(scope="module")
def measured() -> Measured:
    """Returns the figures of the whole benchmark, or skips where there is no encoder to measure."""
    encoder, status = load_encoder()
    if encoder is None:
        pytest.skip(f"the benchmark measures the encoder, which is not here ({status.reason}): {status.detail}")
    return measuring.run_bench(GOLD, pipeline.Options())


def test_the_matcher_has_not_fallen_below_the_committed_baseline(measured: Measured) -> None:
    change = compare(read_snapshot(HERE / "baseline.json"), measured)
    faults = breaches(change, tolerance(str(HERE / "tolerance.toml")))
    assert not faults, "\n".join([*faults, changes_text(change), REPAIR])


def test_the_baseline_was_measured_on_these_very_items(measured: Measured) -> None:
    assert set(read_snapshot(HERE / "baseline.json").aligned) == {row.item.id for row in measured.rows}, REPAIR


def test_no_benchmark_text_is_an_exemplar_or_statement(measured: Measured) -> None:
    assert measured.memorised == (), "these are memorised, not matched; change the exemplar, not the benchmark"


def test_every_label_names_a_clause_of_the_catalogue(measured: Measured) -> None:
    assert measured.unknown_labels == ()
