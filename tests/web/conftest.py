"""A review of a small draft, served on this computer for a test and ended with it; and a visitor who speaks HTTP to it."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from ethicsdiff import pipeline
from ethicsdiff.model.decision import Decision
from ethicsdiff.model.match import Candidate, Judgement, Relation
from ethicsdiff.review.ledger import read_ledger
from ethicsdiff.reviewing import Review
from ethicsdiff.web.server import Place, Served, listen
from tests.review.builders import COURTESY, GIFTS, ROBES, TEXTS
from tests.review.synthetic import Norm, draft_of

CLAUSES = {GIFTS: "4.14", COURTESY: "6.6", ROBES: "1.6"}


def review_of(folder: Path, language: str = "en", texts: Sequence[str] = ()) -> Review:
    """Returns a review of one article; its first three paragraphs have a clause proposed, the others none."""
    draft = draft_of([Norm(str(n), text) for n, text in enumerate(texts or TEXTS[language])], language, "v1")
    path = folder / "code.md"
    path.write_text("# Code\n", encoding="utf-8")
    found = tuple(
        Candidate(
            provision=provision, standard="bangalore", clause=clause, probability=0.8,
            judgement=Judgement(relation=Relation.PARTIAL, reason="cites-clause"),
        )
        for provision, clause in CLAUSES.items()
    )  # fmt: skip
    return Review(
        path=path, ledger=folder / "decisions.jsonl", draft=draft, catalogue=pipeline.chosen_catalogue(pipeline.Options(standards=("bangalore",))),
        candidates=found, threshold=0.5, encoder="", notices=(),
    )  # fmt: skip


@dataclass
class Visitor:
    """Somebody with a browser that knows no scripts: keeps cookies, sends forms as a page of ours would."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    text: str = ""

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Visitor:
        """Sends a request; the answer is in `status`, `headers`, `text`."""
        connection = HTTPConnection(self.address, timeout=20)
        jar = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        own = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body=body, headers={**jar, **own})
            self._keep(connection.getresponse())
        finally:
            connection.close()
        return self

    def _keep(self, answer: HTTPResponse) -> None:
        self.status, self.headers = answer.status, {name.lower(): value for name, value in answer.getheaders()}
        self.text = answer.read().decode("utf-8")
        for value in answer.headers.get_all("set-cookie") or ():
            name, _, rest = value.partition("=")
            self.cookies[name] = rest.partition(";")[0]

    def send(self, path: str, **fields: str) -> Visitor:
        """Sends a form from the page that was read last, with the hidden fields of that page."""
        hidden = {name: self.hidden(name) for name in ("form", "at")}
        return self.post(path, {**hidden, **fields})

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Visitor:
        """Sends a form with these fields alone."""
        told = {"Origin": f"http://{self.address}", "Content_Type": "application/x-www-form-urlencoded", **headers}
        return self.ask(path, "POST", urlencode(fields).encode("ascii"), **told)

    def hidden(self, name: str) -> str:
        """Returns the value of a hidden field of the page that was read last, "" where there is none."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        return found.group(1) if found else ""


@dataclass
class Open:
    """A review that is being served: its address, the links of its reviewers, the lines of its log."""

    review: Review
    served: Served
    log: list[str]

    @property
    def address(self) -> str:
        """Host and port."""
        return urlsplit(self.served.links()[0][1]).netloc

    def link(self, reviewer: str) -> str:
        """Returns the path of a reviewer's link."""
        return next(url.partition(self.address)[2] for name, url in self.served.links() if name == reviewer)

    def visitor(self, reviewer: str = "Reviewer A") -> Visitor:
        """Returns a reviewer who has opened their link."""
        return Visitor(self.address).ask(self.link(reviewer))

    def decisions(self) -> tuple[Decision, ...]:
        """Returns what is in the ledger."""
        return read_ledger(self.review.ledger).decisions


Opening = Callable[..., Open]


@pytest.fixture
def opening(tmp_path: Path) -> Iterator[Opening]:
    """Returns a function that serves a review; all of them are ended with the test."""
    ended: list[Callable[[], None]] = []

    def serve(review: Review | None = None, reviewers: Sequence[str] = ("Reviewer A", "Reviewer B"), place: Place | None = None) -> Open:
        log: list[str] = []
        found = review or review_of(tmp_path)
        served = Served(found, reviewers, listen(place or Place()), tmp_path / "review.key", log.append)
        thread = threading.Thread(target=served.run)
        thread.start()
        ended.append(lambda: _end(served, thread))
        return Open(found, served, log)

    yield serve
    for end in ended:
        with suppress(RuntimeError):
            end()


def _end(served: Served, thread: threading.Thread) -> None:
    served.stop()
    thread.join(timeout=20)
    assert not thread.is_alive()


@pytest.fixture
def review(opening: Opening) -> Open:
    """Returns a small English review that is being served to two reviewers."""
    return opening()
