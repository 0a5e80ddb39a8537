"""One line of `remarks.jsonl`, a remark or a change of one, and back; the format is described in docs/review.md."""

from __future__ import annotations

from typing import Any

from ethicsdiff.model.remark import Change, Field, Remark, RemarkKind, Tie
from ethicsdiff.review.lines import anchor_from, plain_fields, sealed, text_of, texts_of, unsealed

SCHEMA = "ethicsdiff/remark/1"
Entry = Remark | Change
_REMARK_TEXTS = (
    "author", "date", "utc", "text", "deleted", "inserted", "parent", "quote", "file", "version", "source", "category",
)  # fmt: skip


def encode(entry: Entry) -> bytes:
    """Returns the line of a remark or a change, with its line end; empty fields are left out.

    Raises:
        UnicodeEncodeError: a text holds characters that are no text (half a surrogate pair).
    """
    line = "remark" if isinstance(entry, Remark) else "change"
    return sealed({"schema": SCHEMA, "line": line, **plain_fields(entry)})


def decode(line: bytes) -> Entry:
    """Returns the remark or change of a line.

    Raises:
        NewerLineError: the line is sound, but of a later format.
        ValueError: the checksum does not fit, or a field is missing or of the wrong kind.
    """
    plain = unsealed(line, SCHEMA)
    if not all(isinstance(plain.get(name), str) and plain[name] for name in ("id", "time", "line")):
        raise ValueError("a field is missing")
    if plain["line"] == "change":
        return _change(plain)
    if plain["line"] != "remark":
        raise ValueError("neither a remark nor a change")
    return _remark(plain)


def _remark(plain: dict[str, Any]) -> Remark:
    return Remark(
        id=plain["id"], time=plain["time"], kind=RemarkKind(text_of(plain, "kind")), tie=Tie(plain.get("tie", Tie.NONE)),
        number=int(plain.get("number", -1)), answers=texts_of(plain, "answers"), path=texts_of(plain, "path"),
        resolved=bool(plain.get("resolved", False)), anchor=_anchor(plain),
        start=int(plain.get("start", -1)), end=int(plain.get("end", -1)),
        **{name: text_of(plain, name) for name in _REMARK_TEXTS},
    )  # fmt: skip


def _change(plain: dict[str, Any]) -> Change:
    return Change(
        id=plain["id"], time=plain["time"], remark=text_of(plain, "remark"), field=Field(text_of(plain, "field")),
        anchor=_anchor(plain), **{name: text_of(plain, name) for name in ("value", "by", "file")},
    )  # fmt: skip


def _anchor(plain: dict[str, Any]) -> Any:
    return anchor_from(plain["anchor"]) if plain.get("anchor") is not None else None
