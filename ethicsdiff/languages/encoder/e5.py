"""multilingual-e5-small: text to tokens to hidden states to one vector, always the same for the same text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.encoder.layers import graph_tensors
from ethicsdiff.languages.encoder.protocol import Vectors
from ethicsdiff.languages.encoder.session import GraphRunner
from ethicsdiff.languages.encoder.text import PREFIX, prepare
from ethicsdiff.languages.encoder.tokens import Tokenizer
from ethicsdiff.languages.encoder.weights import FILE_SHA256, WIDTH, WeightFile

# To be raised whenever a change here gives visibly other vectors: cached ones and fitted heads then no longer apply.
REVISION = 1
MODEL_ID = f"e5-small-q4:{FILE_SHA256[:12]}.r{REVISION}"
_BATCH_TOKENS = 1024


class E5Encoder:
    """The encoder itself, without a cache. One instance serves all threads.

    Only texts of equal token count share a run, so nothing is padded and a vector does not depend, to the last bit, on what
    else is encoded with it.
    """

    def __init__(self, file: WeightFile) -> None:
        self._file = file
        self._tokenizer = Tokenizer(file.pieces, file.scores)
        self._places = file.floats("emb.pos").reshape(-1, WIDTH) + file.floats("emb.type")[:WIDTH]
        self._runner = GraphRunner(graph_tensors(file))

    @property
    def model_id(self) -> str:
        """Returns the name of the weights and of this way to use them."""
        return MODEL_ID

    @property
    def dimension(self) -> int:
        """Returns 384."""
        return WIDTH

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Returns (texts, 384), rows of length one in the order given; zeros for a text without a letter or digit."""
        vectors = np.zeros((len(texts), WIDTH), np.float32)
        tokens = self._tokens(texts)
        for batch in _equal_batches(tokens):
            vectors[batch] = self._run(np.array([tokens[index] for index in batch], np.int64))
        return vectors

    def _tokens(self, texts: Sequence[str]) -> dict[int, list[int]]:
        """Returns the piece numbers of every text that says something, by its place."""
        lines = enumerate(map(prepare, texts))
        return {index: self._tokenizer.encode(PREFIX + line) for index, line in lines if line}

    def _run(self, numbers: NDArray[np.int64]) -> Vectors:
        """Returns (texts, 384) for piece numbers (texts, tokens): the mean over the tokens, brought to length one."""
        hidden = self._runner.run(self._file.words(numbers) + self._places[: numbers.shape[1]])
        means: Vectors = hidden.mean(axis=1)
        means /= np.linalg.norm(means, axis=1, keepdims=True)
        return means


def _equal_batches(tokens: dict[int, list[int]]) -> Iterator[list[int]]:
    """Yields places of texts with the same number of tokens, no more at a time than fit into the processor's cache."""
    by_length: dict[int, list[int]] = {}
    for index, numbers in tokens.items():
        by_length.setdefault(len(numbers), []).append(index)
    for length, indices in sorted(by_length.items()):
        size = max(1, _BATCH_TOKENS // length)
        for start in range(0, len(indices), size):
            yield indices[start : start + size]
