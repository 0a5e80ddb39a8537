"""Crosswalks, parallel texts, and the rivals on toy texts with known figures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ethicsdiff.bench.crosswalk import Unit, find_crosswalks, read_crosswalk, read_units
from ethicsdiff.bench.parallel import crossings, find_versions, read_version
from ethicsdiff.bench.race import OURS, OURS_ALONE, race
from ethicsdiff.bench.rank_tables import crossings_json, crossings_text, laps_json, laps_text
from ethicsdiff.bench.ranking import rank_figures
from ethicsdiff.bench.rivals import Table, bm25, methods
from ethicsdiff.errors import BenchmarkError

TEXTS = ("a judge refuses gifts", "a court publishes its budget", "a judge refuses favours and gifts and loans of every kind")


def write(path: Path, *rows: dict[str, Any]) -> Path:
    """Returns the file of some rows."""
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


def test_rank_figures_are_those_computed_by_hand() -> None:
    table = np.array([[3, 2, 1, 0, 0, 0], [1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0]], dtype=np.float32)
    found = rank_figures(table, {0: frozenset({1}), 1: frozenset({0, 3}), 2: frozenset()})
    assert found.n == 2
    assert found.mrr == pytest.approx((1 / 2 + 1 / 3) / 2)
    assert (found.hit_at_1, found.hit_at_3, found.recall_at_5) == (0.0, 1.0, pytest.approx((1 + 1 / 2) / 2))


def test_equal_scores_rank_in_order_and_nothing_to_find_is_no_error() -> None:
    assert rank_figures(np.zeros((1, 4), dtype=np.float32), {0: frozenset({2})}).mrr == pytest.approx(1 / 3)
    assert rank_figures(np.zeros((1, 4), dtype=np.float32), {}).mrr == 0.0


def test_bm25_prefers_rare_words_and_short_texts() -> None:
    table = bm25(["gifts", "budget", "holiday"], TEXTS)
    assert table[0, 0] > table[0, 2] > table[0, 1] == 0
    assert table[1, 1] > table[0, 0]
    assert not table[2].any()


def test_bm25_is_the_formula() -> None:
    lengths, mean = (4, 5, 11), 20 / 3
    rarity = np.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    assert bm25(["budget"], TEXTS)[0, 1] == pytest.approx(rarity * 2.2 / (1 + 1.2 * (0.25 + 0.75 * lengths[1] / mean)), rel=1e-5)


def test_every_rival_finds_the_very_text() -> None:
    for method in methods(None).values():
        table = method(TEXTS, TEXTS)
        assert (table.diagonal() == table.max(axis=1)).all()


def units(folder: Path) -> tuple[Path, Path, Path]:
    """Returns the files of a small crosswalk: two units under a heading each, in English and partly French."""
    sources = write(
        folder / "source.jsonl",
        {"urn": "s:a", "ref": "A", "parent": None, "name": "Gifts", "translations": {"fr": {"name": "Cadeaux"}}},
        {
            "urn": "s:a1",
            "ref": "A-1",
            "parent": "s:a",
            "description": "Judges refuse gifts.",
            "translations": {"fr": {"description": "Ils refusent les cadeaux."}},
        },
        {"urn": "s:b1", "ref": "B-1", "parent": "s:b", "name": None, "description": None},
        {"urn": "s:c1", "ref": "C-1", "description": "Courts publish budgets."},
    )
    targets = write(
        folder / "target.jsonl",
        {"id": "1", "name": "Gifts", "text": "Rules on gifts"},
        {"id": "1.1", "parent": "1", "text": "A judge takes no gifts."},
        {"id": "2", "text": "The budget of a court is published."},
    )
    gold = folder / "gold.tsv"
    gold.write_text(
        "source_urn\ttarget_urn\trelationship\ns:a\t1\tequal\ns:a1\t1.1\tequal\nC-1\t2\tequal\ns:b1\t2\tequal\n", encoding="utf-8"
    )
    return targets, sources, gold


def test_units_are_read_with_their_languages_and_the_unit_above(tmp_path: Path) -> None:
    _, sources, _ = units(tmp_path)
    found = read_units(sources)
    assert [unit.names for unit in found] == [("s:a", "A"), ("s:a1", "A-1"), ("s:c1", "C-1")]
    assert [unit.above for unit in found] == [-1, 0, -1]
    assert found[1].texts == (("en", "Judges refuse gifts."), ("fr", "Ils refusent les cadeaux."))


def test_pairs_name_units_by_any_of_their_names_and_lost_ones_are_counted(tmp_path: Path) -> None:
    found = read_crosswalk(*units(tmp_path))
    assert found.gold == {0: {0}, 1: {1}, 2: {2}} and found.lost == 1


def test_a_folder_and_a_file_with_its_neighbours_give_the_same_crosswalk(tmp_path: Path) -> None:
    targets, _, _ = units(tmp_path)
    assert find_crosswalks(tmp_path, None, None) == find_crosswalks(tmp_path.parent / tmp_path.name / targets.name, None, None)


def test_a_table_without_a_heading_line_is_read_by_its_first_two_columns(tmp_path: Path) -> None:
    targets, sources, gold = units(tmp_path)
    gold.write_text("A-1\t1.1\nC-1\t2\n", encoding="utf-8")
    assert read_crosswalk(targets, sources, gold).gold == {1: {1}, 2: {2}}


def words_in_common(left: Sequence[Unit], right: Sequence[Unit]) -> Table:
    """Returns how many words each pair of units shares: a ranking that needs nothing."""
    sets = [[set(" ".join(text for _, text in unit.texts).lower().strip(".").split()) for unit in side] for side in (left, right)]
    return np.array([[len(a & b) for b in sets[1]] for a in sets[0]], dtype=np.float32)


def test_every_language_of_the_sources_is_a_lap_with_the_same_rivals(tmp_path: Path) -> None:
    laps = list(race(read_crosswalk(*units(tmp_path)), words_in_common, methods(None)))
    assert [(lap.source, lap.targets, lap.figures[OURS].n) for lap in laps] == [("en", ("en",), 3), ("fr", ("en",), 2)]
    assert set(laps[0].figures) == {OURS, OURS_ALONE, *methods(None), *(f"{name} + heading" for name in methods(None))}
    assert laps[0].best_rival not in (OURS, OURS_ALONE)
    text, value = laps_text(laps, encoder=""), laps_json(laps, encoder="")
    assert "BM25 + heading" in text and "against the best rival" in text and "encoder none" in text
    assert "pairs left out, they name no unit with words: 1" in text and value["laps"][0]["pairs_left_out"] == 1
    assert value["schema"] == "ethicsdiff/bench-crosswalk/1" and set(value["laps"][0]["methods"]) == set(laps[0].figures)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("target.jsonl", "", "there is nothing in it"),
        ("target.jsonl", '{"id": "1", "text": "x"}\n[]', "line 2: not a JSON object"),
        ("source.jsonl", "{", "line 1: not a JSON object"),
        ("gold.tsv", "x\ty\n", "no row of this table"),
        ("gold.tsv", "", "no row of this table"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_error(tmp_path: Path, name: str, content: str, message: str) -> None:
    units(tmp_path)
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(BenchmarkError, match=message):
        find_crosswalks(tmp_path, None, None)


def test_a_missing_file_or_an_empty_folder_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match=r"no target\.jsonl in this folder"):
        find_crosswalks(tmp_path, None, None)
    with pytest.raises(BenchmarkError, match="cannot be read"):
        find_crosswalks(tmp_path / "target.jsonl", None, None)


def versions(folder: Path) -> None:
    """Writes one text in two languages and another in one."""
    write(
        folder / "oath_eng.jsonl",
        {"id": "1", "text": "all of it"},
        {"id": "1.1", "text": "one"},
        {"id": "1.2", "text": "two"},
        {"id": "2", "text": "three"},
    )
    write(
        folder / "oath_rus.jsonl",
        {"id": "1.1", "text": "один"},
        {"id": "1.2", "text": "два"},
        {"id": "2", "text": "три"},
        {"id": "3", "text": "четыре"},
    )
    write(folder / "law_eng.jsonl", {"id": "1", "text": "alone"})


def known(texts: Sequence[str], _language: str) -> Table:
    """Returns vectors that know one word of each pair, and take the last two for one another."""
    place = {"one": 0, "один": 0, "two": 1, "два": 2, "three": 2, "три": 1}
    return np.eye(3, dtype=np.float32)[[place[text] for text in texts]]


def test_a_unit_that_consists_of_others_is_left_out(tmp_path: Path) -> None:
    versions(tmp_path)
    read = read_version(tmp_path / "oath_eng.jsonl")
    assert list(read.units) == ["1.1", "1.2", "2"] and read.language == "en"


def test_a_folder_holds_several_texts_and_those_in_one_language_are_left_out(tmp_path: Path) -> None:
    versions(tmp_path)
    assert [[version.name for version in text] for text in find_versions([tmp_path])] == [["oath_eng", "oath_rus"]]


def test_recall_across_languages_is_over_common_units_in_both_directions(tmp_path: Path) -> None:
    versions(tmp_path)
    (text,) = find_versions([tmp_path / "oath_eng.jsonl", tmp_path / "oath_rus.jsonl"])
    found = list(crossings(text, known))
    assert [(c.source, c.target, c.languages, c.figures.n) for c in found] == [
        ("oath_eng", "oath_rus", ("en", "ru"), 3), ("oath_rus", "oath_eng", ("ru", "en"), 3),
    ]  # fmt: skip
    assert found[0].figures.hit_at_1 == pytest.approx(1 / 3)
    assert "oath_eng -> oath_rus" in crossings_text(found, encoder="e5")
    assert crossings_json(found, encoder="e5")["pairs"][0]["n"] == 3


def test_a_text_in_one_language_only_is_one_error(tmp_path: Path) -> None:
    versions(tmp_path)
    with pytest.raises(BenchmarkError, match="two files of one text"):
        find_versions([tmp_path / "law_eng.jsonl"])
    (pair,) = find_versions([tmp_path / "law_eng.jsonl", tmp_path / "oath_rus.jsonl"])
    with pytest.raises(BenchmarkError, match="no id in common"):
        list(crossings(pair, known))
