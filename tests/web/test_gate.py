"""Who and what is refused: foreign names, foreign pages, no link, other paths, large bodies. The log names who."""

from __future__ import annotations

import socket
from contextlib import suppress

import pytest

from ethicsdiff.web.gate import LARGEST_BODY
from ethicsdiff.web.keys import Keys, machine_secret
from tests.review.builders import GIFTS
from tests.web.conftest import Open, Visitor

PAIR = {"item": f"provision:{GIFTS}", "provision": GIFTS, "clause": "bangalore:4.14"}
MEBIBYTE = 1 << 20


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "evil.example:80", "127.0.0.1.evil.example:{port}", "localhost.:{port}", ""])
@pytest.mark.parametrize("path", ["/", "/enter?link={link}", "/review.js"])
def test_a_foreign_host_is_refused_even_with_the_link(review: Open, host: str, path: str) -> None:
    port = review.address.rpartition(":")[2]
    link = review.link("Reviewer A").rpartition("=")[2]
    visitor = review.visitor()
    visitor.cookies = dict(visitor.cookies)
    visitor.ask(path.format(link=link), Host=host.format(port=port))
    assert visitor.status in (400, 421) and "Robes" not in visitor.text and "set-cookie" not in visitor.headers


def test_the_names_of_this_computer_pass(review: Open) -> None:
    port = review.address.rpartition(":")[2]
    assert review.visitor().ask("/", Host=f"localhost:{port}").status == 200


@pytest.mark.parametrize("path", ["/", f"/item?item=provision:{GIFTS}", "/list", "/news?at="])
def test_without_a_link_nothing_is_shown(review: Open, path: str) -> None:
    stranger = Visitor(review.address).ask(path)
    assert stranger.status == 401 and "gifts" not in stranger.text
    assert any("refused 401" in line for line in review.log)


@pytest.mark.parametrize("link", ["", "x", "0" * 64, "é"])
def test_a_wrong_link_gives_no_cookie(review: Open, link: str) -> None:
    stranger = Visitor(review.address).ask(f"/enter?link={link.encode('utf-8').hex() if not link.isascii() else link}")
    assert stranger.status == 401 and not stranger.cookies


def test_a_cookie_of_another_review_opens_nothing(review: Open) -> None:
    own = review.visitor()
    stranger = Visitor(review.address, cookies={name: "f" * len(value) for name, value in own.cookies.items()})
    assert stranger.ask("/").status == 401


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(review: Open) -> None:
    visitor = review.visitor()
    cookie = visitor.headers["set-cookie"]
    assert "HttpOnly" in cookie and "samesite=strict" in cookie.lower()
    assert review.link("Reviewer A").rpartition("=")[2] not in cookie


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://{address}", "http://localhost:1", ""])
def test_a_form_from_another_site_is_refused(review: Open, origin: str) -> None:
    visitor = review.visitor().ask(f"/?item=provision:{GIFTS}")
    fields = {"form": visitor.hidden("form"), "at": "", "do": "reject", **PAIR}
    visitor.post("/decide", fields, Origin=origin.format(address=review.address))
    assert visitor.status == 403 and review.decisions() == ()


def test_a_form_that_names_no_origin_is_refused(review: Open) -> None:
    visitor = review.visitor()
    assert visitor.ask("/decide", "POST", b"do=reject").status == 403


@pytest.mark.parametrize("mark", ["", "0" * 64])
@pytest.mark.parametrize("path", ["/decide", "/undo"])
def test_a_form_without_the_mark_of_its_page_is_refused(review: Open, path: str, mark: str) -> None:
    visitor = review.visitor()
    assert visitor.post(path, {"form": mark, "do": "reject", **PAIR}).status == 403
    assert review.decisions() == ()


def test_the_mark_of_another_reviewer_is_refused(review: Open) -> None:
    mark = review.visitor("Reviewer B").ask("/").hidden("form")
    assert review.visitor("Reviewer A").post("/decide", {"form": mark, "do": "reject", **PAIR}).status == 403


@pytest.mark.parametrize(
    "path",
    [
        "/../decisions.jsonl", "/decisions.jsonl", "/code.md", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "//etc/passwd",
        "/review.css/../../decisions.jsonl", "/templates/page.html.j2", "/static/..%5c..%5cwin.ini", "/?item=provision:../../etc/passwd",
        "/?item=lost:..%2f..", "/?item=clause:..:..",
    ],
)  # fmt: skip
def test_no_path_leads_out(review: Open, path: str) -> None:
    visitor = review.visitor().ask(path)
    assert visitor.status == (200 if path.startswith("/?") else 404)
    assert "root:" not in visitor.text and "# Code" not in visitor.text and "{%" not in visitor.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "OPTIONS", "PATCH"])
def test_other_methods_are_refused(review: Open, method: str) -> None:
    assert review.visitor().ask("/", method).status == 405


def test_every_answer_carries_the_headers_that_guard_it(review: Open) -> None:
    for visitor in (review.visitor().ask("/"), Visitor(review.address).ask("/"), review.visitor().ask("/none")):
        policy = visitor.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert visitor.headers["x-content-type-options"] == "nosniff" and visitor.headers["cache-control"] == "no-store"
        assert "server" not in visitor.headers


def test_a_page_has_no_inline_script_or_style_and_loads_nothing_from_elsewhere(review: Open) -> None:
    text = review.visitor().ask(f"/?item=provision:{GIFTS}").text
    assert text.count("<script") == 1 and '<script src="/review.js" type="module"></script>' in text
    assert "<style" not in text and " style=" not in text and " onclick=" not in text and "http://" not in text and "https://" not in text


def large(review: Open, head: str, pieces: int, piece: bytes) -> tuple[bytes, int]:
    """Returns the answer to a POST with a large body, and how much of the body could be sent before the connection ended."""
    cookie = "; ".join(f"{name}={value}" for name, value in review.visitor().cookies.items())
    start = f"POST /decide HTTP/1.1\r\nHost: {review.address}\r\nOrigin: http://{review.address}\r\nCookie: {cookie}\r\n{head}\r\n\r\n"
    host, port = review.address.split(":")
    answer, sent = b"", 0
    with socket.create_connection((host, int(port)), timeout=10) as stream:
        stream.sendall(start.encode("ascii"))
        with suppress(OSError):
            for _ in range(pieces):
                stream.sendall(piece)
                sent += len(piece)
        with suppress(OSError):
            while data := stream.recv(65536):
                answer += data
    return answer, sent


def test_a_body_of_a_hundred_megabytes_is_refused_before_it_is_sent(review: Open) -> None:
    answer, _ = large(review, f"Content-Length: {100 * MEBIBYTE}\r\nExpect: 100-continue", 0, b"")
    assert answer.startswith(b"HTTP/1.1 413") and b"100 Continue" not in answer


def test_a_body_of_a_hundred_megabytes_is_not_read_in(review: Open) -> None:
    _, sent = large(review, f"Content-Length: {100 * MEBIBYTE}", 100, b"x" * MEBIBYTE)
    assert sent < 50 * MEBIBYTE
    assert any("refused 413" in line for line in review.log) and review.visitor().ask("/").status == 200


def test_a_body_that_hides_its_length_is_refused_at_the_limit(review: Open) -> None:
    piece = b"%x\r\n%b\r\n" % (65536, b"x" * 65536)
    _, sent = large(review, "Transfer-Encoding: chunked", 1600, piece)
    assert sent < 50 * MEBIBYTE
    assert any("refused 413" in line for line in review.log) and review.decisions() == ()


@pytest.mark.parametrize("length", ["-1", "1e3", "9" * 30, "²"])
def test_a_length_that_is_none_is_refused(review: Open, length: str) -> None:
    answer, _ = large(review, f"Content-Length: {length.encode('utf-8').hex() if not length.isascii() else length}", 0, b"")
    assert answer.split(b" ")[1] in (b"400", b"413")


def test_a_long_note_is_written_and_one_beyond_the_limit_is_not(review: Open) -> None:
    visitor = review.visitor().ask(f"/?item=provision:{GIFTS}")
    mark = visitor.hidden("form")
    visitor.post("/decide", {"form": mark, "at": "", "do": "note", "text": "x" * 50_000, **PAIR})
    assert visitor.status == 303 and len(review.decisions()[0].text) == 50_000
    visitor.post("/decide", {"form": mark, "at": "", "do": "note", "text": "x" * LARGEST_BODY, **PAIR})
    assert visitor.status == 413 and len(review.decisions()) == 1


def test_the_log_names_who_did_what_and_keeps_links_and_words_out(review: Open) -> None:
    visitor = review.visitor("Reviewer B").ask(f"/?item=provision:{GIFTS}")
    visitor.send("/decide", do="reject", text="between us", **PAIR)
    decided = next(line for line in review.log if "reject" in line)
    assert "Reviewer B" in decided and GIFTS in decided and "bangalore:4.14" in decided and "127.0.0.1" in decided
    whole = "\n".join(review.log)
    assert "between us" not in whole and review.link("Reviewer B").rpartition("=")[2] not in whole


def test_links_outlive_the_server_and_end_when_new_ones_are_wanted(review: Open) -> None:
    path = review.review.ledger.with_name("key")
    first = machine_secret(path)
    assert machine_secret(path) == first and (path.stat().st_mode & 0o077 == 0 or not hasattr(socket, "AF_UNIX"))
    assert machine_secret(path, anew=True) != first
    one, other = (Keys(first, review.review.ledger.with_name(name), ("A",)) for name in ("a.jsonl", "b.jsonl"))
    assert len({one.link("A"), other.link("A"), one.session("A"), one.form("A"), one.link("B")}) == 5
    assert one.linked(one.link("A")) == "A" and one.linked(other.link("A")) == "" and one.signed_in(one.link("A")) == ""
