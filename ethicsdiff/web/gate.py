"""The gate before every page: right host, right origin, a known reviewer, a small body. What does not pass is not read any further."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ethicsdiff.web.keys import Keys

Log = Callable[[str, str, str], None]
Door = Callable[[Scope, HTTPStatus], Response]
LARGEST_BODY = 262_144
_METHODS = frozenset({"GET", "HEAD", "POST"})
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": with it browsers send the forms of our own pages with the origin "null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class TooLargeError(Exception):
    """A body that goes on after its limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the gate lets through: names of this server as a browser sends them, and paths that need no reviewer."""

    hosts: frozenset[str]
    keys: Keys
    open_paths: Collection[str]


class Gate:
    """An application behind the gate."""

    def __init__(self, app: ASGIApp, rules: Rules, door: Door, log: Log) -> None:
        self._app = app
        self._rules = rules
        self._door = door
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on with its reviewer in `scope`, or refuses it; every answer gets the headers that guard it."""
        if scope["type"] != "http":
            return
        guarded = _guarded(send)
        scope["reviewer"] = self._reviewer(scope)
        status = _refusal(scope, self._rules)
        if status is not None:
            await self._refuse(status, scope, receive, guarded)
            return
        try:
            await self._app(scope, _limited(receive), guarded)
        except TooLargeError:
            await self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, scope, receive, guarded)

    def _reviewer(self, scope: Scope) -> str:
        return self._rules.keys.signed_in(Request(scope).cookies.get(self._rules.keys.cookie, ""))

    async def _refuse(self, status: HTTPStatus, scope: Scope, receive: Receive, send: Send) -> None:
        self._log(address_of(scope), scope["reviewer"], f"refused {status.value} {scope['method']} {scope['path'][:80]!a}")
        answer = self._door(scope, status)
        # The rest of the body is not wanted: the connection ends with the answer.
        answer.headers["Connection"] = "close"
        await answer(scope, receive, send)


def address_of(scope: Scope) -> str:
    """Returns the address that a request comes from."""
    return str(scope["client"][0]) if scope.get("client") else "-"


def _refusal(scope: Scope, rules: Rules) -> HTTPStatus | None:
    """Returns why a request is refused, None if it is not."""
    headers = Headers(scope=scope)
    host = headers.get("host", "").lower()
    if len(headers.getlist("host")) != 1 or host not in rules.hosts:
        return HTTPStatus.MISDIRECTED_REQUEST
    if scope["method"] not in _METHODS:
        return HTTPStatus.METHOD_NOT_ALLOWED
    if _length(headers) > LARGEST_BODY:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if scope["path"] in rules.open_paths and scope["method"] != "POST":
        return None
    if not scope["reviewer"]:
        return HTTPStatus.UNAUTHORIZED
    return HTTPStatus.FORBIDDEN if _is_foreign(scope, headers, host) else None


def _length(headers: Headers) -> int:
    """Returns the length that a body is said to have; more than any limit where it is no number."""
    said = headers.get("content-length", "0")
    return int(said) if said.isdecimal() and len(said) < 16 else LARGEST_BODY + 1


def _is_foreign(scope: Scope, headers: Headers, host: str) -> bool:
    """Returns whether a request that changes something was sent by a page of another site, or by something that does not say."""
    if scope["method"] != "POST":
        return False
    return headers.get("origin", "").lower() != f"{scope['scheme']}://{host}"


def _limited(receive: Receive) -> Receive:
    """Returns `receive` that stops at the limit, whatever length was said."""
    got = 0

    async def limited() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > LARGEST_BODY:
            raise TooLargeError
        return message

    return limited


def _guarded(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
        await send(message)

    return guarded
