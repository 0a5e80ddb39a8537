"""What a page sends, as a request to the ledger; what cannot be one is refused in the reader's language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from ethicsdiff import deciding
from ethicsdiff.errors import DecisionError, UnknownNameError
from ethicsdiff.model.decision import VERDICTS, DecisionKind
from ethicsdiff.model.match import Relation
from ethicsdiff.model.standard import Clause
from ethicsdiff.review.decide import Request

_MOST_FIELDS = 40
_KINDS = {
    "confirm": DecisionKind.CONFIRM,
    "reject": DecisionKind.REJECT,
    "relation": DecisionKind.RELATION,
    "other": DecisionKind.OTHER,
    "add": DecisionKind.RELATION,
    "note": DecisionKind.NOTE,
    "wording": DecisionKind.WORDING,
    "not_applicable": DecisionKind.NOT_APPLICABLE,
    "accept": DecisionKind.ACCEPT,
    "decline": DecisionKind.DECLINE,
}
_WORDY = frozenset({DecisionKind.NOTE, DecisionKind.WORDING, DecisionKind.NOT_APPLICABLE, DecisionKind.DECLINE})
_ON_CLAUSE = frozenset({DecisionKind.NOT_APPLICABLE, DecisionKind.ACCEPT, DecisionKind.DECLINE})


class RefusedError(Exception):
    """A form that cannot be written: the key of the phrase that says why, and its values."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The fields of a form by name; a field that was not sent is ""."""

    fields: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")


def read_form(body: bytes) -> Form:
    """Returns the fields of a form as a browser sends it.

    Raises:
        RefusedError: it is no such form.
    """
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise RefusedError("desk.said.refused", what="400") from error
    return Form(fields={name: value.replace("\r\n", "\n") for name, value in pairs})


def request_of(form: Form, reviewer: str, standards: Collection[str]) -> Request:
    """Returns the request that a form makes; `standards` are those that are compared.

    Raises:
        RefusedError: it names what does not exist, or lacks something.
    """
    verb, _, relation = form["do"].partition(":")
    if verb not in _KINDS:
        raise RefusedError("desk.said.refused", what="400")
    kind = _KINDS[verb]
    if kind in _WORDY and not form["text"].strip():
        raise RefusedError("desk.said.words")
    clause, part = _clause(form["to"] if verb == "add" else form["clause"], standards, needed=verb == "add")
    other, other_part = _clause(form["to"], standards, needed=True) if verb == "other" else (None, "")
    _check_other(clause, other)
    return Request(
        kind=kind, reviewer=reviewer, provision="" if kind in _ON_CLAUSE else form["provision"], clause=clause,
        part="" if kind in _ON_CLAUSE else other_part or part, other=other, relation=_relation(kind, relation or form["relation"]),
        text=form["text"], supersedes=_settled(form, kind),
    )  # fmt: skip


def _clause(name: str, standards: Collection[str], *, needed: bool) -> tuple[Clause | None, str]:
    if not name.strip() and not needed:
        return None, ""
    try:
        clause, part = deciding.clause_spoken_of(name.strip())
    except (UnknownNameError, DecisionError) as error:
        raise RefusedError("desk.said.clause", clause=name.strip()[:80]) from error
    if clause.standard not in standards:
        raise RefusedError("desk.said.clause", clause=name.strip()[:80])
    return clause, part


def _check_other(clause: Clause | None, other: Clause | None) -> None:
    if clause is None or other is None:
        return
    if clause.standard != other.standard:
        raise RefusedError("desk.said.same_standard")
    if clause.id == other.id:
        raise RefusedError("desk.said.same_clause")


def _relation(kind: DecisionKind, name: str) -> Relation | None:
    known = {one.value: one for one in Relation if one != Relation.NONE}
    if kind == DecisionKind.RELATION and name not in known:
        raise RefusedError("desk.said.no_relation")
    return known.get(name) if kind in (DecisionKind.RELATION, DecisionKind.OTHER) else None


def _settled(form: Form, kind: DecisionKind) -> tuple[str, ...]:
    """Returns the decisions of others that a verdict settles, where its reviewer ticked that it does."""
    return tuple(form["settle"].split()) if kind in VERDICTS else ()
