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
    return sealed({"schema": SCHEMA, **plain_fields(decision)})


def sealed(plain: dict[str, Any]) -> bytes:
    """Returns plain values as a line of JSON that ends in its checksum and a line end.

    Raises:
        UnicodeEncodeError: a text holds characters that are no text (half a surrogate pair).
    """
    body = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return body[:-1] + _SUM + _checksum(body).encode() + b'"}\n'


def plain_fields(value: Any) -> dict[str, Any]:
    """Returns the fields of a line's dataclass, and of its anchor, that are not as they are by default."""
    named = ((field.name, field.default, getattr(value, field.name)) for field in fields(value))
    kept = {name: found for name, default, found in named if found != default}
    return {name: plain_fields(found) if isinstance(found, Anchor) else found for name, found in kept.items()}


def _checksum(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


@lru_cache(maxsize=16_384)
def decode(line: bytes) -> Decision:
    """Returns the decision of a line, with or without its line end; a ledger is read again and again, and its lines never change.

    Raises:
        NewerLineError: the line is sound, but of a later format.
        ValueError: the checksum does not fit, or a field is missing or of the wrong kind.
    """
    return _decision(unsealed(line, SCHEMA))


def unsealed(line: bytes, schema: str) -> dict[str, Any]:
    """Returns the plain values of a line of a schema ("ethicsdiff/decision/1").

    Raises:
        NewerLineError: the line is sound, but of a later format.
        ValueError: the checksum does not fit, or the schema is another one.
    """
    plain = json.loads(_body(line.strip()))
    found = plain.get("schema")
    if found != schema:
        raise (NewerLineError if str(found).startswith(schema.rstrip("0123456789")) else ValueError)(f"schema {found}")
    return dict(plain)


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
        anchor=anchor_from(plain["anchor"]) if plain.get("anchor") is not None else None,
        supersedes=texts_of(plain, "supersedes"), texts_seen=_named(plain, "texts_seen"),
        **{name: text_of(plain, name) for name in ("standard", "clause", "part", "other", "text", "state", "clause_seen", "entered_by")},
    )  # fmt: skip


def anchor_from(plain: Any) -> Anchor:
    """Returns the anchor of plain values.

    Raises:
        ValueError: a field is of the wrong kind.
    """
    if not isinstance(plain, dict):
        raise ValueError("the anchor is no object")
    return Anchor(
        file=text_of(plain, "file"), version=text_of(plain, "version"), provision=text_of(plain, "provision"), path=texts_of(plain, "path"),
        language=text_of(plain, "language"), fingerprint=text_of(plain, "fingerprint"), quote=text_of(plain, "quote"),
        context=text_of(plain, "context"), before=texts_of(plain, "before"), after=texts_of(plain, "after"),
        twins=int(plain.get("twins", 1)), sisters=_sisters(plain),
    )  # fmt: skip


def _sisters(plain: dict[str, Any]) -> tuple[tuple[str, float], ...]:
    return tuple((str(name), float(likeness)) for name, likeness in plain.get("sisters", []))


def _named(plain: dict[str, Any], name: str) -> tuple[tuple[str, str], ...]:
    return tuple((str(key), str(value)) for key, value in plain.get(name, []))


def text_of(plain: dict[str, Any], name: str) -> str:
    """Returns a field that holds a text, "" where it is missing; raises ValueError where it holds something else."""
    value = plain.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"{name} is no text")
    return value


def texts_of(plain: dict[str, Any], name: str) -> tuple[str, ...]:
    """Returns a field that holds texts, none where it is missing; raises ValueError where it holds something else."""
    value = plain.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{name} is no list of texts")
    return tuple(value)
