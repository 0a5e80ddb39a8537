"""The parts of the encoder that need no weights: preparing a text, cutting it into pieces, rounding the weights."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from ethicsdiff.languages.encoder import prepare
from ethicsdiff.languages.encoder.quantise import dequantise, whole_numbers
from ethicsdiff.languages.encoder.text import MAX_CHARACTERS, MAX_WORDS
from ethicsdiff.languages.encoder.tokens import START, STOP, UNKNOWN, Tokenizer


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Судья \n\t независим. ", "Судья независим."),
        ("неза\u00adвисим", "независим"),
        ("\ufeffСудья\u200b", "Судья"),
        ("и\u0306", "й"),
        ("ﬁne ① №", "fine 1 No"),
        ("суд\0ья\ud800", "судья"),
        ("\uf0b7 пункт", "пункт"),
        ("▁судья\ufffdсуд", "судья суд"),
        ("ұғынық", "ұғынық"),
        ("…", ""),
    ],
)
def test_a_text_is_prepared(text: str, line: str) -> None:
    assert prepare(text) == line


@pytest.mark.parametrize("text", ["\ufdfa" * 2_000, "слово " * 5_000, "ж" * 200_000, "a" + "\u0301\u0323" * 20_000, "ﬃ " * 9_000])
def test_a_prepared_text_is_bounded_and_preparing_it_again_changes_nothing(text: str) -> None:
    line = prepare(text)
    assert 0 < len(line) <= MAX_CHARACTERS
    assert len(line.split()) <= MAX_WORDS
    assert prepare(line) == line


PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "a", "b", "ab", "ba", "▁a", "▁ab", "aba", "bb", "<mask>"]
SCORES = [0.0, 0.0, 0.0, 0.0, -2.0, -3.0, -3.1, -4.0, -4.2, -3.5, -4.9, -5.0, -7.0, 0.0]


def slowly_cut(word: str) -> list[int]:
    """Returns the best cut of a word of known letters by trying all of them."""
    best, found = float("-inf"), []
    for cuts in itertools.product([False, True], repeat=len(word) - 1):
        ends = [index + 1 for index, cut in enumerate(cuts) if cut] + [len(word)]
        parts = [word[start:end] for start, end in zip([0, *ends], ends, strict=False)]
        if all(part in PIECES for part in parts):
            numbers = [PIECES.index(part) for part in parts]
            score = sum(SCORES[number] for number in numbers)
            if score > best:
                best, found = score, numbers
    return found


@pytest.mark.parametrize("length", [1, 2, 5, 8])
def test_the_fast_cut_is_as_good_as_the_best_of_all_cuts(length: int) -> None:
    tokenizer = Tokenizer(PIECES, SCORES)
    for letters in itertools.product("ab", repeat=length):
        fast = tokenizer.encode("".join(letters))[1:-1]
        slow = slowly_cut("▁" + "".join(letters))
        assert "".join(PIECES[number] for number in fast) == "▁" + "".join(letters)
        assert sum(SCORES[number] for number in fast) == pytest.approx(sum(SCORES[number] for number in slow))


def test_a_run_of_unknown_characters_is_one_unknown_piece() -> None:
    assert Tokenizer(PIECES, SCORES).encode("xyz a") == [START, PIECES.index("▁"), UNKNOWN, PIECES.index("▁a"), STOP]


def test_special_pieces_cannot_be_written_in_a_text() -> None:
    numbers = Tokenizer(PIECES, SCORES).encode("<s> <mask>")
    assert numbers.count(START) == 1
    assert len(PIECES) - 1 not in numbers


def test_no_text_has_more_than_512_pieces() -> None:
    tokenizer = Tokenizer(PIECES, SCORES)
    for text in ("a " * 2_000, "ba" * 6_000, "x" * 12_000):
        numbers = tokenizer.encode(text)
        assert len(numbers) <= 512
        assert numbers[-1] == STOP


def test_a_block_of_four_bit_weights_is_read() -> None:
    scale = np.array([0.5], "<f2").tobytes()
    block = np.frombuffer(scale + bytes(range(0, 256, 16)), np.uint8).reshape(1, 18)
    expected = [-4.0] * 16 + [(high - 8) / 2 for high in range(16)]
    assert dequantise(block).tolist() == expected


def test_whole_numbers_are_near_the_weights_and_neighbours_fit_into_sixteen_bits() -> None:
    matrix = np.random.default_rng(1).normal(0, 0.04, (64, 384)).astype(np.float32)
    matrix[0] = 0
    matrix[1] = 0.1
    whole, scales = whole_numbers(matrix)
    pairs = np.abs(whole.astype(np.int32)).reshape(64, -1, 2).sum(axis=2)
    assert 255 * int(pairs.max()) <= 32_767
    assert (np.abs(whole * scales[:, None] - matrix) <= scales[:, None] * 0.5001).all()
