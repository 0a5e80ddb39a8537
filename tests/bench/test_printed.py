"""A measured run as JSON and as text."""

from __future__ import annotations

import json

from ethicsdiff.bench.plain import bench_json
from ethicsdiff.bench.text import bench_text
from tests.bench.builders import item, measured, scored

RUN = measured(
    scored(item("1", "bangalore:4.14", language="ru"), "bangalore:4.14 0.9"),
    scored(item("2", "bangalore:4.15=contradicts", kind="contra"), "bangalore:4.15=covers 0.8"),
    scored(item("3", "bangalore:9.9"), "kyiv:12 0.7"),
    scored(item("4", kind="none"), "kyiv:12 0.7"),
    memorised=["1"],
)


def test_json_gives_figures_by_language_standard_and_kind() -> None:
    value = json.loads(json.dumps(bench_json(RUN)))
    assert value["schema"] == "ethicsdiff/bench/1" and value["threshold"] == 0.5
    assert set(value["languages"]) == {"en", "ru"} and set(value["standards"]) == {"bangalore", "none"}
    assert set(value["kinds"]) == {"para", "contra", "none"} and set(value["groups"]) == {
        "languages_standards",
        "languages_kinds",
        "values",
    }
    for figures in (value["all"], value["languages"]["ru"], value["groups"]["values"]["bangalore 4"]):
        assert set(figures) == {"n", "labelled", "top1", "recall_at_3", "mrr", "decision", "relation", "ece", "seconds_a_provision"}


def test_json_tells_what_is_wrong_with_the_measure_itself() -> None:
    value = bench_json(RUN)
    assert value["exemplars_among_items"] == 1 and value["unknown_labels"] == ["bangalore:9.9"]
    assert [row["exemplar"] for row in value["items"]] == [True, False, False, False]


def test_json_holds_relations_and_the_fate_of_contradictions() -> None:
    value = bench_json(RUN)
    assert value["confusion"] == {"covers": {"covers": 1}, "contradicts": {"covers": 1}}
    assert value["contradictions"] == {"labelled": 1, "shown": 1, "found": 0, "share_found": 0.0}
    assert value["contradictions_said_to_cover"] == 1 and value["aligned_although_nothing_answers"] == 1
    assert value["items"][1]["pairs"] == [{"clause": "bangalore:4.15", "wanted": "contradicts", "rank": 1, "relation": "covers"}]


def test_text_has_a_table_for_each_grouping_and_the_misses() -> None:
    text = bench_text(RUN)
    for words in ("language  ", "standard  ", "kind  ", "language, standard", "value or part", "s/prov", "said to cover: 1", "misses (2):"):
        assert words in text
    assert "memorised and not matched: 1" in text and "bangalore:9.9" in text
    assert "aligned although no clause answers: 1 of 1" in text


def test_text_gives_no_ranking_figure_where_nothing_is_labelled() -> None:
    line = next(line for line in bench_text(RUN).splitlines() if line.startswith("none "))
    assert line.split()[:4] == ["none", "1", "-", "-"]


def test_a_clean_run_says_nothing_of_memory_or_of_misses() -> None:
    text = bench_text(measured(scored(item("1", "bangalore:4.14"), "bangalore:4.14 0.9")))
    assert "memorised" not in text and "misses" not in text and "no clause of the catalogue" not in text
