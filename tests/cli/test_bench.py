"""`ethicsdiff bench` as a user runs it: baselines, any crosswalk, other languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def small_gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a folder with a few labelled provisions in two files, a small crosswalk and a text in three languages."""
    folder = tmp_path_factory.mktemp("bench")
    gift = [{"standard": "bangalore", "clause": "4.14"}]
    _lines(folder / "ru.jsonl", {"id": "ru", "lang": "ru", "kind": "para", "text": "Судья не берёт подарков от сторон.", "labels": gift})
    _lines(folder / "kk.jsonl", {"id": "kk", "lang": "kk", "kind": "para", "text": "Судья тараптардан сыйлық алмайды.", "labels": gift})
    _lines(folder / "source.jsonl", {"id": "a", "text": "Assets are inventoried."}, {"id": "b", "text": "Staff are trained."})
    _lines(
        folder / "target.jsonl", {"id": "1", "text": "Training is given to staff."}, {"id": "2", "text": "An inventory of assets is kept."}
    )
    (folder / "gold.tsv").write_text("source\ttarget\na\t2\nb\t1\n", encoding="utf-8")
    _lines(
        folder / "oath_en.jsonl",
        {"id": "1", "text": "Everyone is equal before the law."},
        {"id": "2", "text": "No one is held in slavery."},
    )
    _lines(folder / "oath_ru.jsonl", {"id": "1", "text": "Все равны перед законом."}, {"id": "2", "text": "Никого не держат в рабстве."})
    _lines(
        folder / "oath_kk.jsonl", {"id": "1", "text": "Заң алдында жұрттың бәрі тең."}, {"id": "2", "text": "Ешкім құлдықта ұсталмайды."}
    )
    return folder


def _lines(path: Path, *rows: dict[str, object]) -> None:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")


def test_bench_takes_several_files_and_compares_with_a_baseline(run: Run, small_gold: Path, tmp_path: Path) -> None:
    both, kept = (small_gold / "ru.jsonl", small_gold / "kk.jsonl"), tmp_path / "baseline.json"
    first = run("bench", *both, "--save-baseline", kept)
    assert first.code == 0 and kept.exists(), first.err
    again = run("bench", *both, "--baseline", kept, "--tolerance", 0)
    assert again.code == 0 and "labelled pairs lost: 0" in again.out, again.err
    value = json.loads(kept.read_text(encoding="utf-8"))
    value["items"]["ru"]["pairs"]["bangalore:4.14"][0], value["figures"]["all"]["mrr"] = 4, 2.0
    kept.write_text(json.dumps(value), encoding="utf-8")
    changed = run("bench", *both, "--baseline", kept, "--tolerance", 0)
    assert changed.code == 1 and "ru bangalore:4.14: rank 4 -> 1" in changed.out and "beyond the tolerance: all: mrr" in changed.out
    assert run("bench", *both, "--baseline", kept).code == 0
    told = json.loads(run("bench", *both, "--baseline", kept, "--tolerance", 0, "--format", "json").out)
    assert told["baseline"]["gained"][0]["id"] == "ru" and told["baseline"]["breaches"]


@pytest.mark.parametrize("weights", [True, False])
def test_bench_ranks_any_crosswalk_beside_its_rivals(run: Run, small_gold: Path, tmp_path: Path, weights: bool) -> None:
    files = ("--standard-file", small_gold / "target.jsonl", "--source", small_gold / "source.jsonl", "--gold", small_gold / "gold.tsv")
    env = {} if weights else {"ETHICSDIFF_WEIGHTS": str(tmp_path / "none.bin")}
    ran = run("bench", *files, "--format", "json", env=env)
    (lap,) = json.loads(ran.out)["laps"]
    assert ran.code == 0 and lap["methods"]["ethicsdiff"]["mrr"] == 1.0
    assert {"BM25", "TF-IDF words", "rapidfuzz token_set_ratio"} <= set(lap["methods"])
    assert "MRR" in run("bench", "--standard-file", small_gold, env=env).out


def test_bench_finds_each_unit_in_the_other_languages(run: Run, small_gold: Path) -> None:
    files = [small_gold / f"oath_{code}.jsonl" for code in ("en", "ru", "kk")]
    pairs = json.loads(run("bench", "--parallel", *files, "--format", "json").out)["pairs"]
    assert len(pairs) == 6 and all(pair["hit_at_1"] == 1.0 for pair in pairs)
    assert "oath_kk -> oath_ru" in run("bench", "--parallel", *files).out


def test_bench_says_in_one_sentence_what_cannot_be_measured(run: Run, small_gold: Path, tmp_path: Path) -> None:
    gold = small_gold / "ru.jsonl"
    for arguments, words in (
        ((), "Name files of labelled provisions"),
        ((gold, "--tolerance", 1), "needs a --baseline"),
        ((gold, "--baseline", gold), "no result of an earlier bench run"),
        ((gold, "--source", gold), "belong to a --standard-file"),
        ((gold, "--standard-file", gold), "measured alone"),
        (("--standard-file", tmp_path), "target.jsonl"),
        (("--parallel", gold), "two files of one text"),
        ((gold, gold), "have the id"),
        ((gold, "--standard", "kyiv"), "none of these provisions"),
        ((gold, "--save-baseline", tmp_path / "none" / "x.json"), "cannot write here"),
    ):
        ran = run("bench", *arguments)
        assert ran.code == 2 and words in ran.err and "Traceback" not in ran.err and not ran.out, (arguments, ran)
