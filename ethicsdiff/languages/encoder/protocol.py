"""What an encoder is, and what is said about one that cannot be had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors whose scalar product is their nearness in meaning, whatever their languages."""

    @property
    def model_id(self) -> str:
        """Returns the name of the weights and of the way they are used: vectors of different names must not be compared."""
        ...

    @property
    def dimension(self) -> int:
        """Returns the length of a vector."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Returns one row of length one for each text, in order; a row of zeros for a text without a letter or digit."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderStatus:
    """Whether there is an encoder, and if not, why.

    `reason` is "ok", "no-weights", "bad-weights", "no-runtime" (onnxruntime is missing or does not start) or "no-cpu"
    (this processor computes other vectors than it should); `detail` is a sentence for people, with what to do.
    """

    available: bool
    model_id: str
    reason: str
    detail: str


class UnavailableError(Exception):
    """Inside this package only: the encoder cannot be had; `reason` and `detail` go into the status."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
