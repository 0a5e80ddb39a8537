"""Who is asking: a link for each reviewer, the cookie it is exchanged for, and the mark that every form carries.

All three are made from one secret of this machine, so that links and open pages go on working after the server was started anew.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_BYTES = 32


class Keys:
    """The keys of one ledger: whoever has the secret and the place of the ledger gets the same ones again."""

    def __init__(self, secret: bytes, ledger: Path, reviewers: Sequence[str]) -> None:
        self._secret = hmac.new(secret, str(ledger.absolute()).encode("utf-8", "surrogateescape"), hashlib.sha256).digest()
        self.reviewers = tuple(reviewers)
        self.cookie = f"ethicsdiff-{self._made('cookie', '')[:12]}"

    def _made(self, purpose: str, name: str) -> str:
        return hmac.new(self._secret, f"{purpose}\0{name}".encode(), hashlib.sha256).hexdigest()

    def link(self, reviewer: str) -> str:
        """Returns what the printed link of a reviewer carries."""
        return self._made("link", reviewer)

    def session(self, reviewer: str) -> str:
        """Returns the value of a reviewer's cookie."""
        return self._made("session", reviewer)

    def form(self, reviewer: str) -> str:
        """Returns the mark that the forms of a reviewer's pages carry and that no other site can know."""
        return self._made("form", reviewer)

    def linked(self, link: str) -> str:
        """Returns the reviewer whose link this is, "" for none; the time it takes tells nothing."""
        return self._whose([self.link(name) for name in self.reviewers], link)

    def signed_in(self, session: str) -> str:
        """Returns the reviewer whose cookie this is, "" for none; the time it takes tells nothing."""
        return self._whose([self.session(name) for name in self.reviewers], session)

    def is_form(self, reviewer: str, mark: str) -> bool:
        """Returns whether a form came from a page of this reviewer."""
        return _same(self.form(reviewer), mark)

    def _whose(self, keys: Sequence[str], given: str) -> str:
        fits = [_same(key, given) for key in keys]
        return next((name for name, fit in zip(self.reviewers, fits, strict=True) if fit), "")


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode("utf-8", "replace"))


def machine_secret(path: Path, *, anew: bool = False) -> bytes:
    """Returns the secret of this machine, made when it is first needed or wanted `anew`; one for this run alone where it cannot be kept."""
    if anew:
        with suppress(OSError):
            path.unlink()
    fresh = secrets.token_bytes(_BYTES)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        return _kept(path) or fresh
    except OSError:
        return fresh
    with os.fdopen(handle, "wb") as stream:
        stream.write(fresh)
    return fresh


def _kept(path: Path) -> bytes:
    try:
        kept = path.read_bytes()
    except OSError:
        return b""
    return kept if len(kept) == _BYTES else b""
