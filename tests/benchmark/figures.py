"""Writes the tables of docs/matching.md, and what `doctor` says of accuracy, from fresh bench runs; run by hand: python -m tests.benchmark.figures [CORPUS]

CORPUS is a folder with `crosswalk` and `parallel` in it; without one their tables stay as they are. A table stands between
`<!-- figures: NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ethicsdiff import measuring, pipeline
from ethicsdiff.bench.measure import Scored
from ethicsdiff.bench.relations import Pair, contradictions, pairs
from tests.benchmark.test_ordinary import contradicts, said_to

HERE = Path(__file__).parent
ACCURACY = HERE.parents[1] / "standards" / "fitted" / "accuracy.json"
PAGE = HERE.parents[1] / "docs" / "matching.md"
_NAMES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}


def bench(*arguments: str | Path, weights: bool = True) -> dict[str, Any]:
    """Returns the result of a bench run; without `weights` the encoder is kept from being found."""
    environment = dict(os.environ) | ({} if weights else {"ETHICSDIFF_WEIGHTS": str(HERE / "no-weights")})
    command = [sys.executable, "-m", "ethicsdiff", "bench", *map(str, arguments), "--format", "json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Returns a Markdown table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))


def gold_table(result: Mapping[str, Any]) -> str:
    """Returns the figures of labelled provisions by language, standard and kind, and what became of contradictions."""
    head = ("", "n", "top-1", "recall@3", "MRR", "precision", "recall", "F1", "relation F1", "calibration error")
    groups = {_NAMES.get(name, name): part for group in ("languages", "standards", "kinds") for name, part in result[group].items()}
    rows = [_row(name, part) for name, part in groups.items() if part["labelled"]] + [_row("all", result["all"])]
    fate = result["contradictions"]
    return "\n\n".join([
        table(head, rows),
        f"Contradictions: {fate['found']} of {fate['labelled']} found, {result['contradictions_said_to_cover']} said to cover. "
        f"Provisions that answer nothing: {result['aligned_although_nothing_answers']} of {result['all']['n'] - result['all']['labelled']} "
        f"aligned all the same. Least probability of a proposal: {result['threshold']:.2f}.",
    ])  # fmt: skip


def _row(name: str, part: Mapping[str, Any]) -> list[str]:
    decision = part["decision"]
    figures = (part["top1"], part["recall_at_3"], part["mrr"], decision["precision"], decision["recall"], decision["f1"])
    return [name, str(part["n"]), *(f"{value:.3f}" for value in (*figures, part["relation"]["macro_f1"], part["ece"]))]


def crosswalk_table(result: Mapping[str, Any]) -> str:
    """Returns the figures of every method, a table for each lap."""
    return "\n\n".join(_lap(lap) for lap in result["laps"])


def _lap(lap: Mapping[str, Any]) -> str:
    methods = sorted(lap["methods"].items(), key=lambda item: -item[1]["mrr"])
    rows = [[name, *(f"{part[key]:.3f}" for key in ("mrr", "hit_at_1", "hit_at_3", "recall_at_5"))] for name, part in methods]
    title = f"{lap['crosswalk']}, {lap['source_language']} -> {', '.join(lap['target_languages'])}"
    return table((title, "MRR", "hit@1", "hit@3", "recall@5"), rows)


def parallel_table(result: Mapping[str, Any]) -> str:
    """Returns the figures of every pair of language versions."""
    rows = [[f"{p['source']} -> {p['target']}", str(p["n"]), f"{p['hit_at_1']:.3f}", f"{p['mrr']:.3f}"] for p in result["pairs"]]
    return table(("", "n", "hit@1", "MRR"), rows)


def contradictions_table(files: Sequence[Path]) -> str:
    """Returns how the labelled contradictions fared in each language, and how much of what is called one is one."""
    rows = measuring.run_bench(files, pipeline.Options()).rows
    groups = [(name, [row for row in rows if row.item.language == code]) for code, name in _NAMES.items()]
    head = ("", "labelled", "clause shown", "found", "said to cover", "said to contradict", "rightly")
    return table(head, [[name, *map(str, _fate(pairs(part)))] for name, part in (*groups, ("all", rows))])


def _fate(found: Sequence[Pair]) -> tuple[int, ...]:
    fate = contradictions(found)
    said = sum(pair.shown and pair.relation == "contradicts" for pair in found)
    return fate.labelled, fate.shown, fate.found, fate.said_to_cover, said, fate.found


def ordinary_table(files: Sequence[Path]) -> str:
    """Returns how provisions of ordinary drafts fared in each language: planted contradictions found, and false alarms."""
    rows = measuring.run_bench(files, pipeline.Options()).rows
    groups = [(name, [row for row in rows if row.item.language == code]) for code, name in _NAMES.items()]
    head = ("", "provisions", "contradict a clause", "found", "false alarms")
    return table(head, [[name, *map(str, _alarms(part))] for name, part in (*groups, ("all", rows))])


def _alarms(rows: Sequence[Scored]) -> tuple[int, ...]:
    planted = [row for row in rows if contradicts(row)]
    found = sum(map(said_to, planted))
    return len(rows), len(planted), found, sum(map(said_to, rows)) - found


def accuracy(results: Mapping[str, Mapping[str, Any]]) -> str:
    """Returns the file from which `ethicsdiff doctor` says what to expect: figures of each language, with the encoder and without."""
    kept = {kind: {name: _expected(part) for name, part in result["languages"].items()} for kind, result in results.items()}
    return json.dumps({"schema": "ethicsdiff/accuracy/1", **kept}, indent=1) + "\n"


def _expected(part: Mapping[str, Any]) -> dict[str, float]:
    decision = part["decision"]
    return {
        "top1": round(part["top1"], 2), "recall_at_3": round(part["recall_at_3"], 2), "precision": round(decision["precision"], 2),
        "recall": round(decision["recall"], 2),
    }  # fmt: skip


def tables(corpus: Path | None) -> Iterator[tuple[str, str]]:
    """Yields the name of each table and its Markdown."""
    gold = sorted(HERE.glob("gold.*.jsonl"))
    results = {"with_encoder": bench(*gold), "without_encoder": bench(*gold, weights=False)}
    ACCURACY.write_text(accuracy(results), encoding="utf-8", newline="\n")
    yield "gold", gold_table(results["with_encoder"])
    yield "gold without encoder", gold_table(results["without_encoder"])
    yield "contradictions", contradictions_table([*gold, *sorted(HERE.glob("contra.*.jsonl"))])
    yield "ordinary", ordinary_table(sorted(HERE.glob("ordinary.*.jsonl")))
    if corpus is not None:
        yield "crosswalk", crosswalk_table(bench("--standard-file", corpus / "crosswalk"))
        yield "parallel", parallel_table(bench("--parallel", corpus / "parallel"))


def replaced(page: str, name: str, text: str) -> str:
    """Returns the page with what stands between the marks of a table replaced."""
    mark = f"<!-- figures: {name} -->"
    pattern = re.compile(re.escape(mark) + r".*?<!-- end -->", re.DOTALL)
    if not pattern.search(page):
        sys.exit(f"{PAGE} has no {mark} ... <!-- end -->")
    return pattern.sub(lambda _: f"{mark}\n{text}\n<!-- end -->", page)


def main() -> None:
    """Rewrites the tables of the page."""
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    page = PAGE.read_text(encoding="utf-8")
    for name, text in tables(corpus):
        page = replaced(page, name, text)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
