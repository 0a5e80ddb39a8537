"""The graph at work in onnxruntime: started when first needed, one run at a time, and again after a fork."""

from __future__ import annotations

import ctypes
import importlib
import os
import threading
import weakref
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.encoder.layers import Tensors

GRAPH = Path(__file__).with_name("e5-small.onnx")
_MAX_THREADS = 4
_ERRORS_ONLY = 3
_RUNNERS: weakref.WeakSet[GraphRunner] = weakref.WeakSet()


class _Session(Protocol):
    def run(self, outputs: None, inputs: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]: ...


class GraphRunner:
    """One session for all threads of a process."""

    def __init__(self, tensors: Tensors) -> None:
        self._tensors = tensors  # The session reads these arrays in place, so they must live as long as it does.
        self._lock = threading.Lock()
        self._session: _Session | None = None
        _RUNNERS.add(self)

    def run(self, embeddings: NDArray[np.float32]) -> NDArray[np.float32]:
        """Returns the hidden states of texts of equal length, (texts, tokens, 384) for (texts, tokens, 384)."""
        with self._lock:
            if self._session is None:
                self._session = _start(self._tensors)
            (hidden,) = self._session.run(None, {"embeddings": embeddings})
        return np.asarray(hidden, np.float32).reshape(embeddings.shape)

    def after_fork(self) -> None:
        """Returns nothing; forgets the parent's session and its lock, which another thread may have held."""
        if self._session is not None:
            # Its threads do not exist in the child, so to end it would be to wait for them for ever. A list would keep it only
            # until the child exits; one reference too many keeps it for good.
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._session))
        self._session = None
        self._lock = threading.Lock()


def load_runtime() -> ModuleType:
    """Returns the onnxruntime module with its reports to its makers turned off; it may be missing.

    Since 1.29 it sends usage data over the network unless told not to before it is imported; its reporting thread would also
    hang a forked process at exit. A workbench for unpublished drafts sends nothing, so the user's own setting is overruled.

    Raises:
        ImportError: it is not installed, or a system library it needs is not.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    runtime: Any = importlib.import_module("onnxruntime")
    runtime.disable_telemetry_events()  # For older Windows builds, and if somebody else imported it before.
    module: ModuleType = runtime
    return module


def _start(tensors: Tensors) -> _Session:
    runtime: Any = load_runtime()
    options = runtime.SessionOptions()
    options.intra_op_num_threads = min(_cores(), _MAX_THREADS)
    options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    # More would fuse sums with normalisations, which makes them slower (see docs/encoder/build_e5_graph.py).
    options.graph_optimization_level = runtime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    values = [runtime.OrtValue.ortvalue_from_numpy(tensor) for tensor in tensors.values()]
    options.add_external_initializers(list(tensors), values)
    session: _Session = runtime.InferenceSession(GRAPH.read_bytes(), options, providers=["CPUExecutionProvider"])
    return session


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _renew() -> None:
    for runner in list(_RUNNERS):
        runner.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)
