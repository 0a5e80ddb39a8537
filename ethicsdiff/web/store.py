"""What the pages are made of: the review, its state as the ledger has it now, and the lines of the list in each language."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass

from ethicsdiff import reviewing
from ethicsdiff.model.decision import Decision, Fit
from ethicsdiff.model.desk import Head, Item, ItemKind, Row
from ethicsdiff.report.context import Context, make_context
from ethicsdiff.report.desk_items import clause_item, history_of, lost_item, provision_item
from ethicsdiff.report.desk_rows import Spot, desk_head, desk_rows, spots_of
from ethicsdiff.report.remarks import notice_text
from ethicsdiff.review.decide import Request
from ethicsdiff.review.undo import is_by, last_of
from ethicsdiff.reviewing import Review, State, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A state in a language: `rows` by their ids, in the order of the list."""

    state: State
    context: Context
    spots: Mapping[str, Spot]
    rows: Mapping[str, Row]


class Store:
    """One open review; requests of several threads share it. `name` tells its ledger from others in what a browser keeps."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.name = hashlib.sha256(str(review.ledger.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        self._lock = threading.RLock()
        self._stamp = (-1, -1)
        self._opened = reviewing.stamp(review.path)
        self._state = reviewing.EMPTY
        self._spots: dict[str, dict[str, Spot]] = {}
        self._views: dict[str, View] = {}

    def state(self) -> State:
        """Returns the state of the ledger, read again only when the file has changed.

        Errors:
            LedgerError: it cannot be read.
        """
        with self._lock:
            now = reviewing.stamp(self.review.ledger)
            if now != self._stamp:
                self._state, self._stamp, self._views = reviewing.read_state(self.review), now, {}
            return self._state

    def view(self, language: str) -> View:
        """Returns the state of the ledger in a language."""
        with self._lock:
            state = self.state()
            if language not in self._views:
                self._views[language] = self._made(state, language)
            return self._views[language]

    def _made(self, state: State, language: str) -> View:
        context = make_context(self.review.draft, self.review.catalogue, state.comparison, language)
        if language not in self._spots:
            self._spots[language] = spots_of(context)
        spots = self._spots[language]
        return View(state=state, context=context, spots=spots, rows={row.item: row for row in desk_rows(context, spots)})

    def write(self, request: Request, seen: str) -> Written:
        """Returns what became of a request; see `reviewing.write`."""
        with self._lock:
            return reviewing.write(self.review, request, seen, self.state())

    def undo(self, identifier: str) -> Written:
        """Returns what became of undoing a decision; see `reviewing.undo`."""
        with self._lock:
            return reviewing.undo(self.review, identifier)

    def is_outdated(self) -> bool:
        """Returns whether the file of the draft is no longer the one that was opened."""
        return reviewing.stamp(self.review.path) != self._opened


def head_of(store: Store, view: View, reviewer: str) -> Head:
    """Returns what stands above the list for a reviewer."""
    mine = sum(is_by(one.decision, reviewer) and one.fit != Fit.ELSEWHERE for one in view.state.comparison.decisions)
    notices = [notice_text(one, view.context.phrases.language) for one in view.state.notices]
    if store.is_outdated():
        notices.append(view.context.phrases.say("desk.said.draft"))
    return desk_head(view.context, tuple(view.rows.values()), mine, notices)


def undoable(view: View, reviewer: str) -> Decision | None:
    """Returns the decision that a reviewer would undo next, None where there is none."""
    return last_of(view.state.comparison.decisions, view.state.decisions, reviewer)


def item_of(store: Store, view: View, name: str) -> Item | None:
    """Returns a line of the list, opened; None where there is no such line."""
    row = view.rows.get(name)
    if row is None:
        return None
    kind, _, identifier = name.partition(":")
    context = view.context
    told = {ItemKind.PROVISION: {"provision": identifier}, ItemKind.CLAUSE: {"clause": identifier}}.get(row.kind, {})
    carried = reviewing.told(store.review, view.state, **told)
    superseded = frozenset(old for one in view.state.decisions for old in one.supersedes)
    if kind == ItemKind.PROVISION:
        candidates = [one for one in store.review.candidates if one.provision == identifier]
        history = history_of(context, carried, superseded)
        return provision_item(context, row, context.provisions[identifier], candidates, history)
    if kind == ItemKind.CLAUSE:
        clause = context.clause(*identifier.split(":", 1))
        return clause_item(context, row, clause, view.spots, history_of(context, carried, superseded))
    lost = next(one for one in view.state.comparison.decisions if one.decision.id == identifier)
    mine = [one for one in carried if identifier in (one.decision.id, *one.decision.supersedes)]
    return lost_item(context, row, lost, history_of(context, mine, superseded))


def touched_rows(store: Store, view: View, seen: str) -> tuple[dict[str, Row | None], tuple[Decision, ...]]:
    """Returns the lines that later decisions than `seen` touch, None for those that are gone, and these decisions."""
    later = reviewing.later_than(store.review, view.state, seen)
    names = [f"{ItemKind.PROVISION}:{name}" for one in later for name in one.provisions]
    names += [f"{ItemKind.CLAUSE}:{standard}:{clause}" for one in later for standard, clause in one.clauses]
    names += [f"{ItemKind.LOST}:{name}" for one in later for name in (one.decision.id, *one.decision.supersedes)]
    return {name: view.rows.get(name) for name in names}, tuple(one.decision for one in later)


def item_named(view: View, decision: Decision) -> str:
    """Returns the line that a decision is on, "" where there is none."""
    place = next((one.provision for one in view.state.comparison.decisions if one.decision.id == decision.id), "")
    seen = decision.anchor.provision if decision.anchor is not None else ""
    names = (f"{ItemKind.PROVISION}:{place or seen}", f"{ItemKind.CLAUSE}:{decision.standard}:{decision.clause}")
    return next((name for name in names if name in view.rows), "")
