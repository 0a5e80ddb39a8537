"""One decision as one line of JSON with a checksum, and back; the format is described in docs/review.md."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from functools import lru_cache
from typing import Any

from ethicsdiff.model.decision import Anchor, Decision, DecisionKind
from ethicsdiff.model.match import Relation

SCHEMA = "ethicsdiff/decision/1"
_FAMILY = "ethicsdiff/decision/"
_SUM = b',"sum":"'
_SUM_LENGTH = 64
_REQUIRED = ("id", "time", "reviewer", "kind")


class NewerLineError(ValueError):
    """A sound line of a format that a later version of the tool writes."""


def encode(decision: Decision) -> bytes:
    """Returns the line of a decision, with its line end; empty fields are left out.

    Raises:
        UnicodeEncodeError: a text holds characters that are no text (half a surrogate pair).
    """
    plain = {"schema": SCHEMA, **_plain(decision)}
    body = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return body[:-1] + _SUM + _checksum(body).encode() + b'"}\n'


def _plain(value: Decision | Anchor) -> dict[str, Any]:
    named = ((field.name, field.default, getattr(value, field.name)) for field in fields(value))
    kept = {name: found for name, default, found in named if found != default}
    return {name: _plain(found) if isinstance(found, Anchor) else found for name, found in kept.items()}


def _checksum(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


@lru_cache(maxsize=16_384)
def decode(line: bytes) -> Decision:
    """Returns the decision of a line, with or without its line end; a ledger is read again and again, and its lines never change.

    Raises:
        NewerLineError: the line is sound, but of a later format.
        ValueError: the checksum does not fit, or a field is missing or of the wrong kind.
    """
    plain = json.loads(_body(line.strip()))
    schema = plain.get("schema")
    if schema != SCHEMA:
        raise (NewerLineError if str(schema).startswith(_FAMILY) else ValueError)(f"schema {schema}")
    return _decision(plain)


def _body(line: bytes) -> bytes:
    """Returns the line without its checksum: exactly the bytes that the checksum was taken over."""
    body, mark, rest = line.rpartition(_SUM)
    body += b"}"
    if not mark or len(rest) != _SUM_LENGTH + 2 or rest != _checksum(body).encode() + b'"}':
        raise ValueError("the checksum does not fit")
    return body


def _decision(plain: dict[str, Any]) -> Decision:
    if not all(isinstance(plain.get(name), str) for name in _REQUIRED):
        raise ValueError("a field is missing")
    relation = plain.get("relation")
    return Decision(
        id=plain["id"], time=plain["time"], reviewer=plain["reviewer"], kind=DecisionKind(plain["kind"]),
        relation=Relation(relation) if relation is not None else None,
        anchor=_anchor(plain["anchor"]) if plain.get("anchor") is not None else None,
        supersedes=_texts(plain, "supersedes"), texts_seen=_named(plain, "texts_seen"),
        **{name: _text(plain, name) for name in ("standard", "clause", "part", "other", "text", "state", "clause_seen")},
    )  # fmt: skip


def _anchor(plain: Any) -> Anchor:
    if not isinstance(plain, dict):
        raise ValueError("the anchor is no object")
    return Anchor(
        file=_text(plain, "file"), version=_text(plain, "version"), provision=_text(plain, "provision"), path=_texts(plain, "path"),
        language=_text(plain, "language"), fingerprint=_text(plain, "fingerprint"), quote=_text(plain, "quote"),
        context=_text(plain, "context"), before=_texts(plain, "before"), after=_texts(plain, "after"),
        twins=int(plain.get("twins", 1)), sisters=_sisters(plain),
    )  # fmt: skip


def _sisters(plain: dict[str, Any]) -> tuple[tuple[str, float], ...]:
    return tuple((str(name), float(likeness)) for name, likeness in plain.get("sisters", []))


def _named(plain: dict[str, Any], name: str) -> tuple[tuple[str, str], ...]:
    return tuple((str(key), str(value)) for key, value in plain.get(name, []))


def _text(plain: dict[str, Any], name: str) -> str:
    value = plain.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"{name} is no text")
    return value


def _texts(plain: dict[str, Any], name: str) -> tuple[str, ...]:
    value = plain.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{name} is no list of texts")
    return tuple(value)
