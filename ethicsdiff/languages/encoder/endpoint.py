"""An encoder that the user runs or rents elsewhere: an OpenAI-compatible `/embeddings` address.

A draft is confidential, so nothing here is ever used unless the user names the address and agrees that the texts go there.
"""

from __future__ import annotations

import hashlib
import json
import os
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ethicsdiff.errors import EncoderError
from ethicsdiff.languages.encoder.protocol import Vectors
from ethicsdiff.languages.encoder.text import prepare

KEY_VARIABLE = "ETHICSDIFF_ENDPOINT_KEY"
_BATCH = 32
_SECONDS = 60
_LONGEST_ANSWER = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where texts are sent: the address ("http://127.0.0.1:8080/v1/embeddings") and the name of the model there."""

    address: str
    model: str

    @property
    def model_id(self) -> str:
        """The name under which its vectors and its head are kept; vectors of another address or model are never mixed in."""
        return f"endpoint:{self.model}:{hashlib.sha256(self.address.encode()).hexdigest()[:12]}"


class EndpointEncoder:
    """Encodes texts by asking an address; the key, if one is needed, comes from the environment (ETHICSDIFF_ENDPOINT_KEY)."""

    def __init__(self, endpoint: Endpoint) -> None:
        if not endpoint.address.startswith(("http://", "https://")):
            raise EncoderError("an embeddings address starts with http:// or https://", where=endpoint.address)
        self._endpoint = endpoint
        self.model_id = endpoint.model_id
        self.dimension = int(self._ask(["probe"]).shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Returns one row of length one for each text, in order; a row of zeros for a text without a letter or digit.

        Errors:
            EncoderError: the address does not answer, or not with vectors.
        """
        prepared = [prepare(text) for text in texts]
        asked = [i for i, text in enumerate(prepared) if text]
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(asked), _BATCH):
            places = asked[start : start + _BATCH]
            rows[places] = self._ask([prepared[i] for i in places])
        return rows

    def _ask(self, texts: list[str]) -> Vectors:
        body = json.dumps({"model": self._endpoint.model, "input": texts}).encode()
        headers = {"Content-Type": "application/json"}
        if os.environ.get(KEY_VARIABLE):
            headers["Authorization"] = f"Bearer {os.environ[KEY_VARIABLE]}"
        request = urllib.request.Request(self._endpoint.address, data=body, headers=headers, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
                return _vectors(json.loads(answer.read(_LONGEST_ANSWER)), len(texts))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EncoderError(f"the embeddings address gives no vectors ({error})", where=self._endpoint.address) from error


def _vectors(answer: Any, wanted: int) -> Vectors:
    """Returns the vectors of an answer, normalised, in the order of the texts."""
    rows = sorted(answer["data"], key=lambda row: int(row["index"]))
    vectors = np.array([row["embedding"] for row in rows], dtype=np.float32)
    if vectors.ndim != 2 or len(vectors) != wanted or not np.isfinite(vectors).all():
        raise ValueError(f"{len(rows)} vectors for {wanted} texts")
    result: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return result
