"""Numbers of few bits: the file's blocks of 4-bit weights, and the whole numbers of the graph's matrix products."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BLOCK_WEIGHTS = 32
BLOCK_BYTES = 18  # A half-precision scale, then 16 bytes: weight i in the low half of byte i, weight i + 16 in its high half.
_MIDDLE = 8
_LARGEST = 127
_LARGEST_PAIR = 128


def dequantise(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Returns the weights of blocks (..., n, 18) as (..., 32 n)."""
    scales = np.ascontiguousarray(blocks[..., :2]).view("<f2").astype(np.float32)
    packed = blocks[..., 2:]
    weights = np.empty((*blocks.shape[:-1], BLOCK_WEIGHTS), np.float32)
    weights[..., :16] = packed & 15
    weights[..., 16:] = packed >> 4
    weights -= _MIDDLE
    weights *= scales
    return weights.reshape(*blocks.shape[:-2], -1)


def whole_numbers(weights: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Returns weights (outputs, inputs) as whole numbers of the same shape with one scale for each output.

    Neighbours of a pair together never exceed 128: a processor without VNNI adds the products of two neighbours in 16 bits,
    and 255 x 128 is the most they hold. So every processor computes the same sums.
    """
    sizes = np.abs(weights)
    pairs = sizes[:, 0::2] + sizes[:, 1::2]
    # Half a step is left for each of the two roundings.
    scales = np.maximum(sizes.max(axis=1) / _LARGEST, pairs.max(axis=1) / (_LARGEST_PAIR - 1))
    scales = np.maximum(scales, np.float32(1e-12)).astype(np.float32)
    return np.rint(weights / scales[:, None]).astype(np.int8), scales
