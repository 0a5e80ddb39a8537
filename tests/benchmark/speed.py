"""What alignment costs beside the bare encoding of the same texts; run by hand: python -m tests.benchmark.speed [--large]

All ratios come from one run, the two sides by turns, so that a busy machine slows both. Peak memory is that of a process of its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from ethicsdiff import pipeline, workspace
from ethicsdiff.bench.gold import GoldItem, as_provision, read_golds
from ethicsdiff.languages.encoder import CachedEncoder, Encoder, load_encoder
from ethicsdiff.matching.engine import Engine, build_engine
from ethicsdiff.matching.head import load_head
from ethicsdiff.matching.texts import query_text
from ethicsdiff.model.document import Provision

HERE = Path(__file__).parent
GOLD = tuple(HERE / f"gold.{language}.jsonl" for language in ("en", "ru", "kk"))
FEW, MANY, MOST = 100, 1_000, 10_000
TIMES = 3
MOST_RATIO, MOST_WARM, MOST_MEGABYTES, MOST_GROWTH = 1.5, 0.5, 1_000, 1.2


def provisions(count: int) -> list[Provision]:
    """Returns so many provisions of different words, the three languages by turns: labelled ones first, then exemplars of the catalogue."""
    items = read_golds(GOLD)
    by_language = [[item for item in items if item.language == code] for code in ("en", "ru", "kk")]
    mixed = [item for row in zip(*by_language, strict=False) for item in row] + _exemplar_items()
    rounds = ((item, number // len(mixed)) for number, item in ((n, mixed[n % len(mixed)]) for n in range(count)))
    return [as_provision(_renamed(item, f"p{place}", turn)) for place, (item, turn) in enumerate(rounds)]


def _exemplar_items() -> list[GoldItem]:
    rows = pipeline.catalogue().exemplars
    return [GoldItem(id="", language=row.language, kind="", text=row.text, labels=(), also_ok=()) for row in rows]


def _renamed(item: GoldItem, name: str, turn: int) -> GoldItem:
    text = f"{item.text} ({turn})" if turn else item.text
    return GoldItem(id=name, language=item.language, kind="", text=text, labels=(), also_ok=())


def bare_encoder() -> Encoder:
    """Returns the encoder without a cache."""
    encoder, status = load_encoder()
    if encoder is None:
        sys.exit(f"The encoder is needed: {status.detail}")
    return encoder


def engine(encoder: Encoder) -> Engine:
    """Returns the engine for all standards."""
    return build_engine(pipeline.catalogue(), load_head(workspace.head_path()), encoder)


def seconds(work: Callable[[], object]) -> float:
    """Returns how long something takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def few() -> dict[str, float]:
    """Returns seconds of bare encoding, of alignment without and with a warm cache, and of what precedes it, for 100 provisions."""
    encoder, asked = bare_encoder(), provisions(FEW)
    matching = engine(encoder)
    texts = [query_text(provision) for provision in asked]
    encoder.encode(texts[:5]), matching.propose(asked[:5])
    pairs = [(seconds(lambda: encoder.encode(texts)), seconds(lambda: matching.propose(asked))) for _ in range(TIMES)]
    warm, whole = _second_run(encoder, asked)
    return {
        "bare": statistics.median(bare for bare, _ in pairs), "aligned": statistics.median(aligned for _, aligned in pairs),
        "ratio": statistics.median(aligned / bare for bare, aligned in pairs), "engine": seconds(lambda: engine(encoder)),
        "warm": warm, "warm_with_engine": whole,
    }  # fmt: skip


def _second_run(encoder: Encoder, asked: Sequence[Provision]) -> tuple[float, float]:
    """Returns the seconds of a second run, alone and with the making of its engine, every vector being in the cache."""
    with tempfile.TemporaryDirectory() as folder:
        cached = CachedEncoder(encoder, Path(folder) / "vectors.sqlite")
        engine(cached).propose(asked)
        pairs = [_again(cached, asked) for _ in range(TIMES)]
    return statistics.median(alone for alone, _ in pairs), statistics.median(whole for _, whole in pairs)


def _again(encoder: Encoder, asked: Sequence[Provision]) -> tuple[float, float]:
    started = time.perf_counter()
    matching = engine(encoder)
    alone = seconds(lambda: matching.propose(asked))
    return alone, time.perf_counter() - started


def many(count: int) -> dict[str, float]:
    """Returns seconds and peak memory of aligning so many provisions, measured in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmark.speed", "--child", str(count)], capture_output=True, text=True, check=True
    )
    result: dict[str, float] = json.loads(done.stdout)
    return result


def child(count: int) -> None:
    """Prints what `many` returns."""
    encoder, asked = bare_encoder(), provisions(count)
    matching = engine(encoder)
    taken = seconds(lambda: matching.propose(asked))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    print(json.dumps({"seconds": taken, "megabytes": peak}))


def say(name: str, value: float, unit: str, most: float | None = None) -> None:
    """Prints one figure, with its limit where there is one."""
    limit = "" if most is None else f"   at most {most:g}: {'kept' if value <= most else 'MISSED'}"
    print(f"{name:<52}{value:>10.3f} {unit}{limit}")


def main() -> None:
    """Prints the figures; --large adds ten thousand provisions, which takes some minutes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--child", type=int)
    given = parser.parse_args()
    if given.child:
        child(given.child)
        return
    figures = few()
    say(f"bare encoding of {FEW} provisions", figures["bare"], "s")
    say(f"aligning {FEW} provisions with all standards", figures["aligned"], "s")
    say("ratio", figures["ratio"], "", MOST_RATIO)
    say("a second run, vectors cached", figures["warm"], "s", MOST_WARM)
    say("a second run with the making of its engine", figures["warm_with_engine"], "s", MOST_WARM)
    thousand = many(MANY)
    say(f"{MANY} provisions", thousand["seconds"], "s")
    say("  peak memory", thousand["megabytes"], "MB", MOST_MEGABYTES)
    if given.large:
        most = many(MOST)
        say(f"{MOST} provisions", most["seconds"], "s")
        say("  peak memory", most["megabytes"], "MB", MOST_MEGABYTES)
        say("  seconds a provision against those of 1,000", most["seconds"] / MOST / (thousand["seconds"] / MANY), "", MOST_GROWTH)


if __name__ == "__main__":
    main()
