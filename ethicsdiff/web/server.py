"""Serving a review: the place it listens at, the links that are printed, the server itself. The only door to uvicorn."""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import uvicorn

from ethicsdiff.errors import ServerError
from ethicsdiff.reviewing import Review
from ethicsdiff.web.app import make_app
from ethicsdiff.web.gate import Log
from ethicsdiff.web.keys import Keys, machine_secret
from ethicsdiff.web.store import Store

LOOPBACK = "127.0.0.1"
_HTTP, _HIGHEST_PORT = 80, 65_535
_MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the server listens: an address of this computer, a port (0: a free one), and further names that browsers may call it by."""

    host: str = LOOPBACK
    port: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """A place that is taken: its socket, its port, and what browsers may call it, the name for links first."""

    socket: socket.socket
    port: int
    names: tuple[str, ...]


class Served:
    """A review that is served at its place until it is stopped."""

    def __init__(
        self, review: Review, reviewers: Sequence[str], at: Listening, key: Path, say: Callable[[str], None], *, new_links: bool = False
    ) -> None:
        self._at = at
        self._keys = Keys(machine_secret(key, anew=new_links), review.ledger, reviewers)
        app = make_app(Store(review), self._keys, _hosts(at), _log(say))
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="off", ws="none", http="h11", loop="asyncio", server_header=False,
            date_header=False, proxy_headers=False, limit_concurrency=_MOST_AT_ONCE, timeout_graceful_shutdown=2,
        )  # fmt: skip
        self._server = uvicorn.Server(config)

    def links(self) -> tuple[tuple[str, str], ...]:
        """Returns each reviewer with the link that is theirs alone."""
        base = f"http://{self._at.names[0]}:{self._at.port}/enter?link="
        return tuple((name, base + self._keys.link(name)) for name in self._keys.reviewers)

    def run(self) -> None:
        """Serves until the process is told to stop or `stop` is called."""
        self._server.run(sockets=[self._at.socket])

    def stop(self) -> None:
        """Ends the server from another thread."""
        self._server.should_exit = True


def listen(place: Place) -> Listening:
    """Returns the place, taken; its socket is the caller's to close.

    Errors:
        ServerError: the address is not one of this computer, or its port is taken.
    """
    if not 0 <= place.port <= _HIGHEST_PORT:
        raise ServerError(f"{place.port} is no port.", hint="Choose one from 1 to 65535, or 0 for a free one.")
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    try:
        found = socket.create_server((place.host, place.port), family=family, backlog=128)
    except OSError as error:
        raise _not_listening(place, error) from error
    return Listening(socket=found, port=int(found.getsockname()[1]), names=_names(place))


def _not_listening(place: Place, error: OSError) -> ServerError:
    """Returns what is wrong with a place; Python adds the address to the reason, which is said already."""
    reason = str(error.strerror or error).partition(" (while")[0]
    taken = error.errno in (errno.EADDRINUSE, errno.EACCES)
    port = "Is a review open already? Choose another port with --port, or 0 for a free one."
    hint = port if taken else "Name an address of this computer with --host; 0.0.0.0 is all of them."
    return ServerError(f"cannot listen here ({reason}).", where=f"{place.host}:{place.port}", hint=hint)


def _hosts(at: Listening) -> frozenset[str]:
    """Returns what the header Host may be; browsers leave the port of HTTP itself out."""
    names = [name.lower() for name in at.names]
    return frozenset((*(f"{name}:{at.port}" for name in names), *(names if at.port == _HTTP else ())))


def is_loopback(host: str) -> bool:
    """Returns whether an address is of this computer alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _names(place: Place) -> tuple[str, ...]:
    """Returns what a browser may call this server, the name for links first."""
    own: tuple[str, ...] = (place.host,)
    if is_loopback(place.host):
        own = (place.host, "localhost")
    elif place.host in ("0.0.0.0", "::"):
        own = (*_addresses(), socket.gethostname(), LOOPBACK, "localhost")
    return tuple(dict.fromkeys(_bracketed(name) for name in (*place.names, *own)))


def _addresses() -> tuple[str, ...]:
    """Returns the addresses of this computer as it knows them."""
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)
    except OSError:
        return ()
    addresses = (str(entry[4][0]) for entry in found)
    return tuple(one for one in addresses if not is_loopback(one) and "%" not in one)


def _bracketed(name: str) -> str:
    return f"[{name}]" if ":" in name and not name.startswith("[") else name


def _log(say: Callable[[str], None]) -> Log:
    """Returns what writes a line of the log: when, from where, who, what."""

    def log(address: str, reviewer: str, what: str) -> None:
        say(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}  {address}  {reviewer or '-'}  {what}")

    return log
