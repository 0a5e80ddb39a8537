"""The encoder with its real weights: what a vector depends on, and above all what it does not depend on."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from ethicsdiff.languages.encoder import CachedEncoder, Encoder, load_encoder
from ethicsdiff.languages.encoder.e5 import E5Encoder
from ethicsdiff.languages.encoder.locate import find_weights
from ethicsdiff.languages.encoder.protocol import Vectors
from ethicsdiff.languages.encoder.weights import WeightFile

GIFT_EN = "A judge declines a gift that is offered because of the office."
GIFT_RU = "Судья не принимает подарков, предложенных в связи с его должностью."
GIFT_KK = "Судья лауазымына байланысты ұсынылған сыйлықты қабылдамайды."
ARCHIVE = "The archive keeps paper files for seventy-five years."
SHORT = "Судья независим."
MIXED = (GIFT_EN, SHORT, GIFT_RU, "", ARCHIVE, GIFT_KK, SHORT, "§ 5.", GIFT_KK + " " + GIFT_RU, "—")

# The first twelve numbers that another engine, in floating point throughout but for its activations, gives for these texts.
REFERENCE = {
    GIFT_EN: (0.044, -0.013, -0.048, -0.068, 0.024, 0.014, 0.006, 0.069, 0.071, 0.009, 0.036, 0.043),
    GIFT_RU: (-0.003, -0.004, -0.029, -0.061, 0.038, -0.032, 0.009, 0.018, 0.034, 0.049, 0.040, 0.004),
    GIFT_KK: (0.048, 0.023, 0.005, -0.075, 0.046, -0.019, 0.002, 0.013, 0.035, 0.044, 0.069, 0.028),
    ARCHIVE: (0.022, -0.020, -0.032, -0.069, 0.070, -0.049, 0.003, 0.061, 0.090, 0.001, 0.015, -0.004),
}

HOSTILE = {
    "a ligature that unfolds to eighteen characters": "\ufdfa" * 2_000,
    "a word of 200,000 letters": "ж" * 200_000,
    "a word of 200,000 ideographs": "法" * 200_000,
    "100,000 words": "судья " * 100_000,
    "accents without end": "a" + "\u0301\u0323" * 100_000,
    "accents in the wrong order": "a" + "\u0301\u0316" * 50_000,
    "unknown characters": "a" + "\U00012345" * 50_000,
    "invisible characters, then a word": "\u200b" * 1_000 + "судья",
    "zero bytes": "судья\0независим\0",
    "halves of surrogate pairs": "a\ud800b \udfff судья",
    "emoji": "судья ⚖️👩🏽‍⚖️ независим",
    "many scripts": "Судья judge 法官 قاضٍ მოსამართლე 판사",
    "the tokeniser's own marks": "<s> </s> <mask> <pad> ▁▁ судья",
    "every kind of space": "судья\u00a0\u2003\u3000\r\n\x0bнезависим",
}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """Returns the real encoder, or skips the test."""
    loaded, status = load_encoder()
    if loaded is None:
        pytest.skip(f"the encoder is not installed: {status.detail}")
    return loaded


@pytest.fixture(scope="module")
def weights(encoder: Encoder) -> Path:
    """Returns the place of the real weights."""
    found = find_weights()
    assert found is not None
    assert encoder.dimension == 384
    return found


def cosine(left: Vectors, right: Vectors) -> float:
    """Returns the scalar product of two rows of length one."""
    return float(left @ right)


def test_a_vector_has_384_numbers_and_length_one(encoder: Encoder) -> None:
    vectors = encoder.encode([GIFT_EN, GIFT_RU])
    assert vectors.shape == (2, encoder.dimension) == (2, 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_the_vectors_are_those_of_the_model(encoder: Encoder) -> None:
    vectors = encoder.encode(list(REFERENCE))
    np.testing.assert_allclose(vectors[:, :12], list(REFERENCE.values()), atol=0.015)


def test_the_same_rule_in_three_languages_is_nearer_than_another_rule(encoder: Encoder) -> None:
    english, russian, kazakh, other = encoder.encode([GIFT_EN, GIFT_RU, GIFT_KK, ARCHIVE])
    assert cosine(english, russian) > cosine(english, other) + 0.05
    assert cosine(russian, kazakh) > cosine(russian, other) + 0.05


def test_tokens_are_those_of_the_model(encoder: Encoder, weights: Path) -> None:
    tokens = E5Encoder(WeightFile(weights))._tokens([GIFT_EN, GIFT_KK])
    assert tokens[0] == [0, 41, 1294, 12, 62, 116983, 206398, 7, 10, 18466, 450, 83, 122399, 6637, 111, 70, 23179, 5, 2]
    assert tokens[1][4:] == [30321, 17471, 132115, 4736, 26540, 17077, 5285, 56698, 46088, 92617, 70462, 108607, 5, 2]


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


@pytest.mark.parametrize("text", ["", " \n\t", "—", "***", "\0", "\ud800", "⚖️", "\u200b\u200b", "\uf0b7"])
def test_a_text_without_a_letter_or_digit_is_a_row_of_zeros(encoder: Encoder, text: str) -> None:
    vectors = encoder.encode([text, SHORT])
    assert not vectors[0].any()
    assert vectors[1].any()


def test_rows_come_in_the_order_of_the_texts(encoder: Encoder) -> None:
    forwards = encoder.encode(MIXED)
    backwards = encoder.encode(MIXED[::-1])
    assert np.array_equal(forwards, backwards[::-1])


def test_a_vector_does_not_depend_on_what_is_encoded_with_it(encoder: Encoder) -> None:
    together = encoder.encode(list(MIXED) * 30)
    alone = np.concatenate([encoder.encode([text]) for text in MIXED])
    assert together.tobytes() == np.tile(alone, (30, 1)).tobytes()


def test_a_second_encoder_gives_the_same_bytes(encoder: Encoder, weights: Path) -> None:
    again, _ = load_encoder(weights=weights)
    assert again is not None
    assert again.model_id == encoder.model_id
    assert again.encode(MIXED).tobytes() == encoder.encode(MIXED).tobytes()


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_crashes_or_hangs(encoder: Encoder, name: str) -> None:
    started = time.perf_counter()
    vectors = encoder.encode([HOSTILE[name], SHORT])
    assert time.perf_counter() - started < 2  # 0.2 s at most on an idle computer.
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[1].tobytes() == encoder.encode([SHORT]).tobytes()


def test_invisible_characters_and_spaces_change_nothing(encoder: Encoder) -> None:
    disguise = GIFT_RU.replace(" ", " \u00a0\n").replace("да", "\u200bд\u00ad\0а")
    assert disguise != GIFT_RU
    plain, disguised = encoder.encode([GIFT_RU, disguise])
    assert np.array_equal(plain, disguised)


def test_two_threads_get_the_vectors_that_one_gets(encoder: Encoder) -> None:
    expected = encoder.encode(MIXED)
    results: list[Vectors] = []
    threads = [threading.Thread(target=lambda: results.append(encoder.encode(MIXED))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(results) == 2
    assert all(np.array_equal(result, expected) for result in results)


def test_a_processor_that_computes_something_else_is_not_trusted(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ethicsdiff.languages.encoder.load.PROBE_VECTOR", (0.5,) * 8)
    encoder, status = load_encoder(weights=weights)
    assert encoder is None
    assert status.reason == "no-cpu"


def test_a_runtime_that_cannot_run_the_graph_is_named(weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "graph.onnx").write_bytes(b"no graph")
    monkeypatch.setattr("ethicsdiff.languages.encoder.session.GRAPH", tmp_path / "graph.onnx")
    encoder, status = load_encoder(weights=weights)
    assert encoder is None
    assert status.reason == "no-runtime"
    assert "Install version" in status.detail


FORKING = """
import os, sys, time
from ethicsdiff.languages.encoder import load_encoder
encoder, _ = load_encoder()
before = encoder.encode(["Судья независим."]).tobytes()
time.sleep(0.5)  # The threads of the runtime have gone to sleep.
child = os.fork()
if child == 0:
    sys.exit(encoder.encode(["Судья независим."]).tobytes() != before)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="processes are not forked there")
def test_a_forked_process_encodes_and_ends(encoder: Encoder) -> None:
    command = [sys.executable, "-W", "ignore", "-c", FORKING]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, cwd=Path(__file__).parents[2])
    assert result.stdout.strip() == "0", encoder.model_id


QUIET = """
import json, os, threading
from ethicsdiff.languages.encoder import load_encoder
os.environ["ORT_DISABLE_TELEMETRY"] = "0"
load_encoder()
home = os.environ["HOME"]
print(json.dumps([name for _, folders, files in os.walk(home) for name in folders + files]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="looks for the traces that are left on other systems")
def test_the_runtime_reports_nothing_to_its_makers(encoder: Encoder, weights: Path, tmp_path: Path) -> None:
    surroundings = {"HOME": str(tmp_path), "ETHICSDIFF_WEIGHTS": str(weights), "PATH": ""}
    command = [sys.executable, "-c", QUIET]
    result = subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=True, env=surroundings, cwd=Path(__file__).parents[2]
    )
    assert json.loads(result.stdout) == [], f"{encoder.model_id}: a device id or a queue of reports was written"


def test_a_cached_vector_has_the_bytes_of_a_computed_one(encoder: Encoder, tmp_path: Path) -> None:
    cached, status = load_encoder(cache=tmp_path / "vectors.sqlite")
    assert isinstance(cached, CachedEncoder)
    assert status.available
    assert status.model_id == cached.model_id
    computed = encoder.encode(MIXED).tobytes()
    assert cached.encode(MIXED).tobytes() == computed
    assert cached.encode(MIXED).tobytes() == computed
