"""Ordinary drafts, which agree with the standards nearly everywhere: few false alarms, and the planted contradictions found."""

from __future__ import annotations

from pathlib import Path

import pytest

from ethicsdiff import measuring, pipeline
from ethicsdiff.bench.groups import Measured
from ethicsdiff.bench.measure import Scored
from ethicsdiff.languages.encoder import load_encoder
from ethicsdiff.model.match import Relation

HERE = Path(__file__).parent
MOST_FALSE_ALARMS, LEAST_FOUND = 0.05, 0.8


@pytest.fixture(scope="module")
def measured() -> Measured:
    """Returns what is proposed for the provisions of six ordinary drafts, or skips where there is no encoder."""
    encoder, status = load_encoder()
    if encoder is None:
        pytest.skip(f"the benchmark measures the encoder, which is not here ({status.reason}): {status.detail}")
    return measuring.run_bench(tuple(sorted(HERE.glob("ordinary.*.jsonl"))), pipeline.Options())


def contradicts(row: Scored) -> bool:
    """Returns whether a provision is labelled as contradicting a clause."""
    return any(relation == Relation.CONTRADICTS for _, _, relation in row.item.labels)


def said_to(row: Scored) -> bool:
    """Returns whether a provision is said to contradict any clause."""
    shown = (one for one in row.proposals if one.probability >= row.threshold)
    return any(one.judgement.relation == Relation.CONTRADICTS for one in shown)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_hardly_any_provision_that_agrees_is_said_to_contradict(measured: Measured, language: str) -> None:
    agreeing = [row for row in measured.rows if row.item.language == language and not contradicts(row)]
    assert agreeing and sum(map(said_to, agreeing)) <= MOST_FALSE_ALARMS * len(agreeing)


def test_most_contradictions_among_them_are_found(measured: Measured) -> None:
    planted = [row for row in measured.rows if contradicts(row)]
    assert planted and sum(map(said_to, planted)) >= LEAST_FOUND * len(planted)
