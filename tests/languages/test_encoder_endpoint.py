"""An encoder elsewhere: a small server on this machine stands in for it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from ethicsdiff.errors import EncoderError
from ethicsdiff.languages.encoder import Endpoint, EndpointEncoder


class Handler(BaseHTTPRequestHandler):
    """Answers each text with a vector made of its letters; the model "broken" gets nonsense."""

    def do_POST(self) -> None:  # the name http.server calls
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        rows = [{"index": i, "embedding": vector(text)} for i, text in enumerate(asked["input"])]
        answer = {"data": list(reversed(rows))} if asked["model"] != "broken" else {"data": "nothing"}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Keeps the test's output clean."""


def vector(text: str) -> list[float]:
    return [float(len(text)), float(text.count("а") + 1), 1.0]


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1/embeddings"
    server.shutdown()
    server.server_close()
    thread.join()


def test_vectors_come_back_normalised_and_in_the_order_of_the_texts(address: str) -> None:
    encoder = EndpointEncoder(Endpoint(address=address, model="any"))
    texts = [f"Судья {'а' * n}" for n in range(1, 71)]
    rows = encoder.encode(texts)
    assert rows.shape == (70, 3) and np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-6)
    wanted = np.array([vector(text) for text in texts])
    assert np.allclose(rows, wanted / np.linalg.norm(wanted, axis=1, keepdims=True), atol=1e-6)


def test_an_empty_text_is_never_sent(address: str) -> None:
    rows = EndpointEncoder(Endpoint(address=address, model="any")).encode(["", " \x00 "])
    assert not rows.any()


def test_an_address_that_answers_nonsense_or_not_at_all_is_one_clear_error(address: str) -> None:
    with pytest.raises(EncoderError, match="gives no vectors"):
        EndpointEncoder(Endpoint(address=address, model="broken"))
    with pytest.raises(EncoderError, match="gives no vectors"):
        EndpointEncoder(Endpoint(address="http://127.0.0.1:9/none", model="any"))
    with pytest.raises(EncoderError, match="starts with http"):
        EndpointEncoder(Endpoint(address="file:///etc/hosts", model="any"))


def test_models_at_different_addresses_never_share_vectors() -> None:
    assert Endpoint(address="http://a/e", model="m").model_id != Endpoint(address="http://b/e", model="m").model_id
