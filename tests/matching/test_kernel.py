"""Regression on likeness: the closed form is the one of the textbook, and leaving rows out needs no new fit."""

from __future__ import annotations

import numpy as np

from ethicsdiff.matching.kernel import Floats, kernel, solve, unseen

PENALTY = 0.15


def known_texts(count: int) -> tuple[Floats, Floats]:
    """Returns the kernel of random vectors (count, count) and targets (count, 4)."""
    random = np.random.default_rng(7)
    vectors = random.normal(size=(count, 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return kernel(vectors @ vectors.T), np.eye(4, dtype=np.float32)[random.integers(0, 4, count)]


def test_the_shares_solve_the_penalised_kernel() -> None:
    known, targets = known_texts(700)
    solved = solve(known.copy(), targets, penalty=PENALTY)
    assert np.allclose((known + PENALTY * np.eye(700)) @ solved.dual, targets, atol=1e-4)


def test_rows_left_out_are_scored_as_by_a_fit_without_them() -> None:
    known, targets = known_texts(600)
    left, kept = np.arange(0, 600, 7), np.setdiff1d(np.arange(600), np.arange(0, 600, 7))
    said = unseen(solve(known.copy(), targets, penalty=PENALTY), targets, left)
    without = solve(known[np.ix_(kept, kept)], targets[kept], penalty=PENALTY)
    assert np.allclose(said, known[np.ix_(left, kept)] @ without.dual, atol=1e-4)
