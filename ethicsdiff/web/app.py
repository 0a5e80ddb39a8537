"""The pages by their addresses. Nothing from outside names a file: drafts, ledgers and pages are known before the server starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Scope

from ethicsdiff.errors import DecisionError, EthicsdiffError, UnknownNameError
from ethicsdiff.model.decision import Decision
from ethicsdiff.report.phrases import phrases_of
from ethicsdiff.web import acting
from ethicsdiff.web.acting import Answer
from ethicsdiff.web.forms import Form, RefusedError, read_form
from ethicsdiff.web.gate import Gate, Log, Rules, address_of
from ethicsdiff.web.keys import Keys
from ethicsdiff.web.pages import ASSETS, LANGUAGES, asset, render
from ethicsdiff.web.store import Store, touched_rows
from ethicsdiff.web.visit import Message, Visit, item_piece, list_piece, news, page, told, visit_of
from ethicsdiff.web.visit import address_of as page_address

_LANGUAGE = "ethicsdiff-language"
_YEAR = 31_536_000
_MOST_NEWS = 5
OPEN_PATHS = frozenset({"/enter", *ASSETS})


class Desk:
    """The handlers of one open review."""

    def __init__(self, store: Store, keys: Keys, log: Log) -> None:
        self._store = store
        self._keys = keys
        self._log = log

    def routes(self) -> list[Route]:
        """Returns the addresses that exist; there are no others."""
        return [
            Route("/", self.page), Route("/enter", self.enter), Route("/item", self.item), Route("/list", self.lines),
            Route("/news", self.news), Route("/decide", self.decide, methods=["POST"]), Route("/undo", self.undo, methods=["POST"]),
            *(Route(path, _asset) for path in ASSETS),
        ]  # fmt: skip

    def enter(self, request: Request) -> Response:
        """Takes the link of a reviewer and gives the cookie for it.

        The page goes on by itself: had the link been followed from a mail, a redirect would not carry a strict cookie.
        """
        reviewer = self._keys.linked(request.query_params.get("link", ""))
        self._log(address_of(request.scope), reviewer, "enters" if reviewer else "refused: unknown link")
        status = HTTPStatus.OK if reviewer else HTTPStatus.UNAUTHORIZED
        answer = HTMLResponse(render("door", _language(request, "en"), status=status.value, reviewer=reviewer, what=""), status)
        if reviewer:
            answer.set_cookie(self._keys.cookie, self._keys.session(reviewer), max_age=_YEAR, httponly=True, samesite="strict")
        return answer

    def page(self, request: Request) -> Response:
        """The whole page; `lang` chooses its language from now on."""
        visit = self._visit(request)
        answer = HTMLResponse(page(self._store, visit, self._said(visit, request.query_params.get("said", ""))))
        if request.query_params.get("lang") in LANGUAGES:
            answer.set_cookie(_LANGUAGE, visit.language, max_age=_YEAR, httponly=True, samesite="strict")
        return answer

    def item(self, request: Request) -> Response:
        """One line, opened."""
        visit = self._visit(request)
        view = self._store.view(visit.language)
        visit = replace(visit, at=view.state.at)
        return JSONResponse({"item": visit.item, "html": item_piece(self._store, view, visit)})

    def lines(self, request: Request) -> Response:
        """The list as filtered and searched."""
        visit = self._visit(request)
        return JSONResponse({"html": list_piece(self._store.view(visit.language), visit)})

    def news(self, request: Request) -> Response:
        """What others have decided since `at`."""
        visit, seen = self._visit(request), request.query_params.get("at", "")
        view = self._store.view(visit.language)
        if view.state.at == seen and not self._store.is_outdated():
            return JSONResponse({"at": seen})
        rows, changes = touched_rows(self._store, view, seen)
        words = " ".join(f"{told(view, one)}." for one in changes[-_MOST_NEWS:])
        said = view.context.phrases.say("desk.said.news", changes=words) if changes else ""
        return JSONResponse({**news(self._store, view, visit, rows), "touched": visit.item in rows, "said": said})

    def _visit(self, request: Request) -> Visit:
        reviewer = request.scope["reviewer"]
        language = _language(request, self._store.review.draft.source.languages[0])
        return visit_of(lambda name: request.query_params.get(name, ""), reviewer, language, self._keys.form(reviewer))

    def _said(self, visit: Visit, identifier: str) -> Message | None:
        """Returns what a page without scripts says after a decision; only one that is in the ledger is told."""
        view = self._store.view(visit.language)
        found = next((one for one in view.state.decisions if one.id == identifier), None)
        return Message(tone="good", text=acting.said_of(view, found)) if found is not None else None

    async def decide(self, request: Request) -> Response:
        """Writes one decision."""
        return await self._act(request, acting.decide)

    async def undo(self, request: Request) -> Response:
        """Takes one decision of the reviewer back."""
        return await self._act(request, acting.undo)

    async def _act(self, request: Request, action: Callable[[Store, Visit, Form], Answer]) -> Response:
        body = await request.body()
        return await run_in_threadpool(self._acted, request, body, action)

    def _acted(self, request: Request, body: bytes, action: Callable[[Store, Visit, Form], Answer]) -> Response:
        reviewer, language = request.scope["reviewer"], _language(request, self._store.review.draft.source.languages[0])
        try:
            form = read_form(body)
        except RefusedError:
            form = Form(fields={})
        if not self._keys.is_form(reviewer, form["form"]):
            self._log(address_of(request.scope), reviewer, "refused 403 form without its mark")
            return door(request.scope, HTTPStatus.FORBIDDEN)
        visit = visit_of(form.__getitem__, reviewer, language, self._keys.form(reviewer))
        answer = _carried_out(self._store, visit, form, action)
        if answer.decision is not None:
            self._log(address_of(request.scope), reviewer, _logged(answer.decision))
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse(acting.as_json(self._store, answer, form["at"]), answer.status)
        if answer.decision is not None:
            return RedirectResponse(page_address(answer.visit, answer.decision.id), HTTPStatus.SEE_OTHER)
        return HTMLResponse(page(self._store, answer.visit, answer.message), answer.status)


def _carried_out(store: Store, visit: Visit, form: Form, action: Callable[[Store, Visit, Form], Answer]) -> Answer:
    """Returns the answer to an action, what it refuses put into words; the words that were typed stay in the answer."""
    say = phrases_of(visit.language).say
    kept = replace(visit, kept=f"{visit.item}#{form['clause'] if form['provision'] else ''}", text=form["text"])
    try:
        return action(store, visit, form)
    except RefusedError as error:
        return Answer(visit=kept, status=422, message=Message(tone="bad", text=say(error.key, **error.values)))
    except (DecisionError, UnknownNameError) as error:
        key = "desk.said.no_relation" if form["do"] in ("confirm", "other") else "desk.said.refused"
        return Answer(visit=kept, status=422, message=Message(tone="bad", text=say(key, what=str(error))))
    except EthicsdiffError as error:
        return Answer(visit=kept, status=503, message=Message(tone="bad", text=say("desk.said.refused", what=str(error))))


def _logged(decision: Decision) -> str:
    """Returns a decision for the log: what and where, not its words."""
    place = decision.anchor.provision if decision.anchor is not None else ""
    clause = f"{decision.standard}:{decision.clause}" if decision.clause else ""
    return " ".join(part for part in (decision.kind, place, clause, decision.relation or "", decision.id) if part)


def _language(request: Request, default: str) -> str:
    wishes = (request.query_params.get("lang", ""), request.cookies.get(_LANGUAGE, ""), default)
    return next((wish for wish in wishes if wish in LANGUAGES), "en")


def _asset(request: Request) -> Response:
    path = request.url.path
    return Response(asset(path), media_type=f"{ASSETS[path]}; charset=utf-8")


def door(scope: Scope, status: HTTPStatus) -> Response:
    """Returns the page for a request that is refused."""
    return HTMLResponse(render("door", _accepted(scope), status=status.value, reviewer="", what=""), status)


def _broken(request: Request, error: Exception) -> Response:
    """Returns the page for an error that a person can mend, such as a ledger that cannot be read; it says what and where."""
    page = render("door", _accepted(request.scope), status=HTTPStatus.SERVICE_UNAVAILABLE.value, reviewer="", what=str(error))
    return HTMLResponse(page, HTTPStatus.SERVICE_UNAVAILABLE)


def _accepted(scope: Scope) -> str:
    """Returns the first of our languages that the browser asks for."""
    wishes = Request(scope).headers.get("accept-language", "").lower().split(",")
    return next((wish.strip()[:2] for wish in wishes if wish.strip()[:2] in LANGUAGES), "en")


def make_app(store: Store, keys: Keys, hosts: frozenset[str], log: Log) -> Gate:
    """Returns the application of a review behind its gate; `hosts` are the names and ports a browser may call it by."""
    rules = Rules(hosts=hosts, keys=keys, open_paths=OPEN_PATHS)
    app = Starlette(routes=Desk(store, keys, log).routes(), exception_handlers={EthicsdiffError: _broken})
    return Gate(app, rules, door, log)
