"""From nothing to an encoder, or to the reason why there is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ethicsdiff.languages.encoder import session
from ethicsdiff.languages.encoder.cache import CachedEncoder
from ethicsdiff.languages.encoder.e5 import MODEL_ID, E5Encoder
from ethicsdiff.languages.encoder.locate import ADVICE, asked_for, find_weights, is_genuine
from ethicsdiff.languages.encoder.protocol import Encoder, EncoderStatus, UnavailableError
from ethicsdiff.languages.encoder.weights import WeightFile

# What this sentence must come to, in its first eight numbers of some 0.05 each: catches a processor or a runtime that computes
# something else, before it can propose a wrong clause.
PROBE = "Судья рассматривает дело беспристрастно."
PROBE_VECTOR = (0.0360, 0.0032, -0.0827, -0.0790, 0.0362, -0.0150, 0.0278, -0.0019)
_PROBE_TOLERANCE = 0.01


def load_encoder(*, cache: Path | None = None, weights: Path | None = None) -> tuple[Encoder | None, EncoderStatus]:
    """Returns the encoder, ready for use, and its status; None and the reason when a part is missing. Takes about 0.6 s.

    Args:
        cache: a file to keep vectors in; without it nothing is kept.
        weights: the file of weights; without it the usual places are searched (see `locate.find_weights`).
    """
    try:
        encoder: Encoder = _checked(_read(_place(weights)))
    except UnavailableError as missing:
        return None, EncoderStatus(available=False, model_id="", reason=missing.reason, detail=missing.detail)
    if cache is not None:
        encoder = CachedEncoder(encoder, cache)
    return encoder, EncoderStatus(available=True, model_id=encoder.model_id, reason="ok", detail="The encoder is ready.")


def _place(weights: Path | None) -> Path:
    """Returns the place of verified weights."""
    try:
        place = find_weights(weights)
        if place is None:
            asked = asked_for(weights)
            at = f" at {asked}" if asked is not None else ""
            raise UnavailableError("no-weights", f"There are no encoder weights{at}. {ADVICE}")
        if is_genuine(place):
            return place
    except (OSError, RuntimeError) as error:  # RuntimeError: the user has no home directory.
        raise UnavailableError("no-weights", f"The encoder weights cannot be read ({error}). {ADVICE}") from error
    raise UnavailableError("bad-weights", f"{place} is damaged or of another version. Remove it. {ADVICE}")


def _read(place: Path) -> E5Encoder:
    try:
        session.load_runtime()
    except Exception as error:  # A broken installation fails in many ways, of which ImportError is only the most frequent.
        advice = "Install onnxruntime; on Windows it also needs the Microsoft Visual C++ Redistributable."
        raise UnavailableError("no-runtime", f"onnxruntime does not start ({error}). {advice}") from error
    try:
        return E5Encoder(WeightFile(place))
    except OSError as error:
        raise UnavailableError("no-weights", f"The encoder weights cannot be read ({error}). {ADVICE}") from error


def _checked(encoder: E5Encoder) -> E5Encoder:
    try:
        vector = encoder.encode([PROBE])[0, : len(PROBE_VECTOR)]
    except Exception as error:  # onnxruntime raises its own classes, which cannot be named without importing it.
        detail = f"onnxruntime cannot run the model ({error}). Install version 1.20 or later."
        raise UnavailableError("no-runtime", detail) from error
    if not np.allclose(vector, PROBE_VECTOR, rtol=0, atol=_PROBE_TOLERANCE):
        detail = f"The encoder computes wrong vectors on this computer, so it is not used ({MODEL_ID})."
        raise UnavailableError("no-cpu", detail)
    return encoder
