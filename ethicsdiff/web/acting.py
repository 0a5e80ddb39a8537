"""What the buttons do: a decision or an undo goes to the ledger, and the page gets back what has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ethicsdiff.model.decision import Decision
from ethicsdiff.review.undo import is_by, settled_others
from ethicsdiff.web.forms import Form, RefusedError, request_of
from ethicsdiff.web.store import Store, View, item_named, touched_rows
from ethicsdiff.web.visit import Message, Visit, item_piece, news, told

_OK, _STALE = 200, 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What becomes of an action: where the reviewer is now, what is said, the decision that was written."""

    visit: Visit
    message: Message
    status: int = _OK
    decision: Decision | None = None


def decide(store: Store, visit: Visit, form: Form) -> Answer:
    """Returns the answer to a decision; one on a page that had become stale is not written, and its words are given back.

    Raises:
        RefusedError: the form lacks something.
        DecisionError, UnknownNameError, LedgerError: it cannot be written.
    """
    request = request_of(form, visit.reviewer, {one.id for one in store.review.catalogue.standards})
    written = store.write(request, form["at"])
    view = store.view(visit.language)
    if written.decision is None:
        kept = f"{visit.item}#{form['clause'] if form['provision'] else ''}"
        message = Message(tone="bad", text=_stale(view, written.changes))
        return Answer(visit=replace(visit, kept=kept, text=form["text"]), status=_STALE, message=message)
    return Answer(visit=visit, decision=written.decision, message=Message(tone="good", text=said_of(view, written.decision)))


def _stale(view: View, changes: Sequence[Decision]) -> str:
    say = view.context.phrases.say
    return say("desk.said.stale", changes=" ".join(say("desk.said.stale.one", decision=told(view, one)) for one in changes))


def said_of(view: View, decision: Decision) -> str:
    """Returns that a decision is written, in words."""
    return view.context.phrases.say("desk.said.decided", decision=told(view, decision))


def undo(store: Store, visit: Visit, form: Form) -> Answer:
    """Returns the answer to an undo of a reviewer's own decision, on the line that it was on.

    Raises:
        RefusedError: there is no such decision of this reviewer, it stands no longer, or it settled those of others.
        LedgerError: it cannot be written.
    """
    view = store.view(visit.language)
    found = next((one for one in view.state.decisions if one.id == form["decision"] and is_by(one, visit.reviewer)), None)
    if found is None:
        raise RefusedError("desk.said.nothing")
    if settled_others(found, view.state.decisions):
        raise RefusedError("desk.said.settled")
    item = item_named(view, found)
    written = store.undo(found.id)
    if written.decision is None:
        raise RefusedError("desk.said.gone")
    message = Message(tone="good", text=view.context.phrases.say("desk.said.undone", decision=told(view, found)))
    return Answer(visit=replace(visit, item=item or visit.item), decision=written.decision, message=message)


def as_json(store: Store, answer: Answer, seen: str) -> dict[str, Any]:
    """Returns an answer for a page with scripts: the line opened anew, what else changed since `seen`, what is said."""
    view = store.view(answer.visit.language)
    visit = replace(answer.visit, at=view.state.at)
    rows, _ = touched_rows(store, view, seen)
    return {
        **news(store, view, visit, rows), "item": visit.item, "html": item_piece(store, view, visit),
        "said": answer.message.text, "tone": answer.message.tone, "written": answer.decision is not None,
    }  # fmt: skip
