"""An earlier run beside a new one, and what is let pass."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ethicsdiff.bench.changes import changes_json, changes_text, compare
from ethicsdiff.bench.groups import Measured
from ethicsdiff.bench.plain import bench_json
from ethicsdiff.bench.snapshot import Snapshot, read_snapshot, snapshot_text
from ethicsdiff.bench.tolerance import breaches, tolerance
from ethicsdiff.errors import BenchmarkError
from tests.bench.builders import item, measured, scored

GIFT, SPEECH, NONE = item("gift", "bangalore:4.14"), item("speech", "kyiv:12", language="ru"), item("robe", kind="none")
BEFORE = measured(
    scored(GIFT, "kyiv:1 0.4", "kyiv:2 0.3", "kyiv:3 0.3", "bangalore:4.14 0.1"), scored(SPEECH, "kyiv:12 0.9"), scored(NONE, "kyiv:1 0.1")
)
AFTER = measured(scored(GIFT, "bangalore:4.14 0.9"), scored(SPEECH, "bangalore:1.1 0.8"), scored(NONE, "kyiv:1 0.9"))


def kept(run: Measured, folder: Path) -> Snapshot:
    """Returns a run read again from the file it was kept in."""
    path = folder / "baseline.json"
    path.write_text(snapshot_text(run), encoding="utf-8")
    return read_snapshot(path)


def test_pairs_gained_and_lost_come_with_their_ranks(tmp_path: Path) -> None:
    change = compare(kept(BEFORE, tmp_path), AFTER)
    assert [(c.item, c.clause, c.before[0], c.after[0]) for c in change.gained] == [("gift", "bangalore:4.14", 4, 1)]
    assert [(c.item, c.clause, c.before[0], c.after[0]) for c in change.lost] == [("speech", "kyiv:12", 1, 0)]
    assert change.net_loss == 0 and change.decisions == (("gift", True), ("robe", True))


def test_the_changes_are_told_in_words_and_in_json(tmp_path: Path) -> None:
    change = compare(kept(BEFORE, tmp_path), AFTER)
    text = changes_text(change)
    assert "gift bangalore:4.14: rank 4 -> 1" in text and "speech kyiv:12: rank 1 -> -" in text and "robe: now aligned" in text
    value = changes_json(change)
    assert value["lost"] == [
        {"id": "speech", "clause": "kyiv:12", "rank_before": 1, "rank": 0, "relation_before": "covers", "relation": ""}
    ]
    assert {"group": "ru", "figure": "top1", "before": 1.0, "now": 0.0} in value["figures"]


def test_a_relation_that_changed_is_told_apart_from_ranks(tmp_path: Path) -> None:
    change = compare(kept(measured(scored(SPEECH, "kyiv:12=partial 0.9")), tmp_path), measured(scored(SPEECH, "kyiv:12 0.9")))
    assert not change.gained and not change.lost and [c.before[1] for c in change.relations] == ["partial"]
    assert "speech kyiv:12: partial -> covers" in changes_text(change)


def test_the_full_result_serves_as_a_baseline_as_well(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(bench_json(BEFORE)), encoding="utf-8")
    assert read_snapshot(path) == kept(BEFORE, tmp_path)


def test_the_kept_file_holds_no_text_and_one_item_a_line(tmp_path: Path) -> None:
    text = snapshot_text(BEFORE)
    assert GIFT.text not in text and sum('"aligned"' in line for line in text.splitlines()) == 3


def test_only_items_of_both_runs_are_compared(tmp_path: Path) -> None:
    grown = measured(*AFTER.rows, scored(item("new", "bangalore:1.1"), "kyiv:1 0.9"))
    assert compare(kept(BEFORE, tmp_path), grown).lost == compare(kept(BEFORE, tmp_path), AFTER).lost
    shrunk = compare(kept(BEFORE, tmp_path), measured(AFTER.rows[0]))
    assert not list(shrunk.figures()) and "all: figures not compared" in changes_text(shrunk)


def test_another_encoder_is_named(tmp_path: Path) -> None:
    assert "its encoder was e5, now none" in changes_text(compare(kept(BEFORE, tmp_path), measured(*AFTER.rows, encoder="")))


def test_runs_without_a_common_item_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match="no id in common"):
        compare(kept(BEFORE, tmp_path), measured(scored(item("other", "kyiv:12"))))


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"schema": "ethicsdiff/parse/1"}', '{"schema": "ethicsdiff/bench/1"}', '{"schema": []}']
)
def test_a_file_that_is_no_result_is_one_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BenchmarkError, match="no result of an earlier bench run"):
        read_snapshot(path)


def test_no_such_baseline_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match="cannot be read"):
        read_snapshot(tmp_path / "none.json")


def limits(folder: Path, text: str) -> str:
    """Returns the path of a file of limits."""
    path = folder / "tolerance.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_loss_within_the_tolerance_is_let_pass(tmp_path: Path) -> None:
    change = compare(kept(BEFORE, tmp_path), AFTER)
    assert breaches(change, tolerance(limits(tmp_path, "pairs = 0\n[all]\ntop1 = 0.5\n[languages]\n"))) == ()


def test_pairs_and_figures_beyond_the_tolerance_are_named(tmp_path: Path) -> None:
    lost = compare(kept(AFTER, tmp_path), BEFORE)
    worse = compare(kept(measured(scored(SPEECH, "kyiv:12 0.9")), tmp_path), measured(scored(SPEECH, "bangalore:1.1 0.8")))
    strict = tolerance(limits(tmp_path, "pairs = 0\n[all]\nece = 0.01\n[languages]\nmrr = 0.1\n"))
    assert any("ru: mrr went from 1.000 to 0.000, 0.1 is tolerated" in fault for fault in breaches(worse, strict))
    assert any("1 more labelled pairs lost than gained" in fault for fault in breaches(worse, strict))
    assert any("all: ece" in fault for fault in breaches(worse, strict))
    assert not any("pairs" in fault for fault in breaches(lost, strict))


def test_a_contradiction_said_to_cover_is_never_tolerated(tmp_path: Path) -> None:
    said = item("1", "kyiv:12=contradicts")
    before = kept(measured(scored(said, "kyiv:12=contradicts 0.9")), tmp_path)
    change = compare(before, measured(scored(said, "kyiv:12=covers 0.9")))
    assert any("contradictions_said_to_cover" in fault for fault in breaches(change, tolerance("9")))


def test_an_unchanged_run_breaks_nothing(tmp_path: Path) -> None:
    change = compare(kept(BEFORE, tmp_path), BEFORE)
    assert breaches(change, tolerance("0")) == () and not (change.gained or change.lost or change.relations or change.decisions)


@pytest.mark.parametrize(
    "text", ["pairs = 0", 'pairs = "many"\n[all]\n[languages]', "pairs = 0\n[all]\nbeauty = 1\n[languages]", "pairs ="]
)
def test_a_tolerance_that_cannot_be_understood_is_one_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(BenchmarkError, match="cannot be understood"):
        tolerance(limits(tmp_path, text))


def test_a_tolerance_that_is_neither_number_nor_file_is_one_error() -> None:
    with pytest.raises(BenchmarkError, match="a number of pairs or a TOML file"):
        tolerance("lots")
