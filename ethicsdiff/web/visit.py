"""One visit of a reviewer: who, in which language, what they look at; and the pieces of the page that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from ethicsdiff.model.decision import Decision
from ethicsdiff.model.desk import Row
from ethicsdiff.report.decisions import on_clause
from ethicsdiff.report.desk_items import clause_choices, relation_choices
from ethicsdiff.report.overview import draft_name
from ethicsdiff.review.standing import reviewer_key
from ethicsdiff.web.filters import FILTERS, FIRST, counts, shown
from ethicsdiff.web.pages import render
from ethicsdiff.web.store import Store, View, head_of, item_of, undoable

_HELP: Final = (
    (("J", "K"), "desk.key.item"), (("L", "H"), "desk.key.card"), (("G",), "desk.key.open"), (("A",), "desk.do.confirm"),
    (("R",), "desk.do.reject"), (("1", "2", "3", "4", "5"), "desk.key.relation"), (("O",), "desk.do.other"), (("C",), "desk.do.add"),
    (("N",), "desk.do.note"), (("M",), "desk.key.note_provision"), (("W",), "desk.do.wording"), (("I",), "desk.do.not_applicable"),
    (("U",), "desk.do.undo"), (("/",), "desk.key.search"), (("Ctrl+Enter",), "desk.key.send"), (("Esc",), "desk.key.leave"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Who looks at what: `item` is a line of the list, `show` a filter, `q` what is searched for."""

    reviewer: str
    language: str
    item: str
    show: str
    q: str
    mark: str
    kept: str = ""
    text: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is said after an action: `tone` is "good", "bad" or "news"."""

    tone: str
    text: str


def visit_of(fields: Callable[[str], str], reviewer: str, language: str, mark: str) -> Visit:
    """Returns the visit that the fields of an address or a form describe; a filter that does not exist is the first."""
    show = fields("show") if fields("show") in FILTERS else FIRST
    return Visit(reviewer=reviewer, language=language, item=fields("item")[:300], show=show, q=fields("q")[:200], mark=mark)


def address_of(visit: Visit, said: str = "") -> str:
    """Returns the address of the page of a visit; `said` is the id of a decision that it tells of."""
    fields = {"item": visit.item, "show": visit.show, "q": visit.q, "said": said}
    return f"/?{urlencode({name: value for name, value in fields.items() if value})}"


def page(store: Store, visit: Visit, message: Message | None = None) -> str:
    """Returns the whole page."""
    view = store.view(visit.language)
    visit = replace(visit, at=visit.at or view.state.at)
    context, rows = view.context, tuple(view.rows.values())
    return render(
        "page", visit.language, draft=draft_name(context), reviewer=visit.reviewer, store_name=store.name,
        counts=counts(rows, visit.reviewer), clauses=clause_choices(context),
        help=[(keys, context.phrases.say(name)) for keys, name in _HELP],
        **{**_list(view, visit), **_item(store, view, visit, message), **_head(store, view, visit)},
    )  # fmt: skip


def list_piece(view: View, visit: Visit) -> str:
    """Returns the list."""
    return render("list", visit.language, **_list(view, visit))


def item_piece(store: Store, view: View, visit: Visit, message: Message | None = None) -> str:
    """Returns the line that is looked at, opened."""
    return render("item", visit.language, **_item(store, view, visit, message))


def news(store: Store, view: View, visit: Visit, rows: Mapping[str, Row | None]) -> dict[str, Any]:
    """Returns what else of a page has changed: lines of the list, the head, the number of each filter, what would be undone."""
    lines = {
        name: render("row", visit.language, row=row, form=visit) if row is not None else None for name, row in rows.items()
    }
    return {
        "at": view.state.at, "rows": lines, "head": render("head", visit.language, **_head(store, view, visit)),
        "undo": render("undo", visit.language, **_head(store, view, visit)),
        "counts": counts(view.rows.values(), visit.reviewer),
    }  # fmt: skip


def _list(view: View, visit: Visit) -> dict[str, Any]:
    whole = shown(view.rows.values(), visit.show, "", visit.reviewer)
    return {"form": visit, "rows": shown(whole, visit.show, visit.q, visit.reviewer), "total": len(whole)}


def _item(store: Store, view: View, visit: Visit, message: Message | None) -> dict[str, Any]:
    mine = reviewer_key(visit.reviewer)
    return {
        "form": visit, "item": item_of(store, view, visit.item), "message": message, "relations": relation_choices(view.context),
        "is_mine": lambda name: reviewer_key(name) == mine,
    }  # fmt: skip


def _head(store: Store, view: View, visit: Visit) -> dict[str, Any]:
    last = undoable(view, visit.reviewer)
    undo = {"id": last.id, "words": told(view, last)} if last is not None else None
    return {"form": visit, "head": head_of(store, view, visit.reviewer), "undo": undo}


def told(view: View, decision: Decision) -> str:
    """Returns a decision in words, with who took it and the clause it is on."""
    return on_clause(view.context, decision)
