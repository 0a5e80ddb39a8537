"""Logistic and softmax regression by Newton steps and plain gradient steps: small, deterministic, numpy only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_STEPS = 40


def fit_logistic(features: Array, target: Array, *, row_weights: Array, penalty: float = 1.0) -> Array:
    """Returns weights (features + 1,), the last one the intercept, of a ridge-penalised logistic regression on 0/1 targets."""
    return _fit_weighted(with_intercept(features), target, penalty, row_weights)


def fit_softmax(features: Array, classes: NDArray[np.int64], count: int, *, penalty: float, row_weights: Array) -> Array:
    """Returns weights (features + 1, count) of a ridge-penalised softmax regression, one class against the rest for each column."""
    x = with_intercept(features)
    columns = [_fit_weighted(x, (classes == k).astype(np.float64), penalty, row_weights) for k in range(count)]
    return np.stack(columns, axis=1)


def _fit_weighted(x: Array, target: Array, penalty: float, row_weights: Array) -> Array:
    weights = np.zeros(x.shape[1])
    ridge = penalty * np.eye(x.shape[1])
    for _ in range(_STEPS):
        p = sigmoid(x @ weights)
        gradient = x.T @ (row_weights * (target - p)) - ridge @ weights
        curvature = (x * (row_weights * p * (1 - p) + 1e-9)[:, None]).T @ x + ridge
        step = np.linalg.solve(curvature, gradient)
        weights = weights + step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def with_intercept(features: Array) -> Array:
    """Returns the features with a column of ones at the end."""
    return np.concatenate([features, np.ones((features.shape[0], 1))], axis=1)


def sigmoid(values: Array) -> Array:
    """Returns the logistic function of each value, safe for large ones."""
    clipped: Array = np.clip(values, -40.0, 40.0)
    result: Array = 1.0 / (1.0 + np.exp(-clipped))
    return result
