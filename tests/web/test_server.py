"""Where a review may be called and what its links say."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from ethicsdiff.errors import ServerError
from ethicsdiff.web.server import Place, is_loopback, listen
from tests.web.conftest import Opening, Visitor, review_of


@pytest.mark.parametrize(("host", "own"), [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("192.0.2.1", False), ("judge.example", False)])
def test_what_is_this_computer_alone(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def test_for_a_team_each_reviewer_has_a_link_with_the_name_that_was_given(opening: Opening, tmp_path: Path) -> None:
    served = opening(review_of(tmp_path), ("Reviewer A", "Судья Б"), Place(host="0.0.0.0", names=("review.court.example",)))
    links = dict(served.served.links())
    assert len(set(links.values())) == 2 and all(link.startswith("http://review.court.example:") for link in links.values())
    port = links["Судья Б"].split("/")[2].rpartition(":")[2]
    visitor = Visitor(f"127.0.0.1:{port}")
    assert visitor.ask(links["Судья Б"].partition(f":{port}")[2], Host=f"review.court.example:{port}").status == 200
    assert "Судья Б" in visitor.ask("/", Host=f"review.court.example:{port}").text
    assert visitor.ask("/", Host=f"{socket.gethostname()}:{port}").status == 200
    assert visitor.ask("/", Host=f"other.example:{port}").status == 421


def test_a_port_that_is_taken_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(ServerError, match="--port"):
        listen(Place(port=other.getsockname()[1]))
