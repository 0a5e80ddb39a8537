"""Remarks that came by mail, telephone or at a meeting, and what an editor sets on a remark."""

from __future__ import annotations

from dataclasses import dataclass

from ethicsdiff.errors import DecisionError, UnknownNameError
from ethicsdiff.languages.similarity import closest
from ethicsdiff.model.document import Draft
from ethicsdiff.model.remark import Change, Field, Remark, RemarkKind, Status, Tie
from ethicsdiff.review.anchors import anchor_of
from ethicsdiff.review.version import version_of


@dataclass(frozen=True, slots=True, kw_only=True)
class HandRemark:
    """What somebody said outside a file: `provision` is its place, "" for none; `date` as it was given."""

    text: str
    author: str
    source: str
    provision: str = ""
    date: str = ""
    category: str = ""


def hand_remark(said: HandRemark, draft: Draft) -> Remark:
    """Returns a remark without id and time.

    Errors:
        DecisionError: the words, the author or the source are missing.
        UnknownNameError: the provision does not exist.
    """
    for name, text in (("text", said.text), ("author", said.author), ("source", said.source)):
        if not text.strip():
            raise DecisionError(f"a remark by hand needs its {name}", hint=f"Give it with --{name}.")
    anchor = anchor_of(draft, checked_provision(said.provision, draft)) if said.provision else None
    return Remark(
        id="", time="", kind=RemarkKind.HAND, author=" ".join(said.author.split()), date=said.date, text=said.text.strip(),
        tie=Tie.PERSON if anchor is not None else Tie.NONE, anchor=anchor, path=anchor.path if anchor is not None else (),
        file=draft.source.file.replace("\\", "/").rpartition("/")[2], version=draft.source.sha256, source=said.source.strip(),
        category=said.category, number=-1 if anchor is not None else 0,
    )  # fmt: skip


def checked_provision(provision: str, draft: Draft) -> str:
    """Returns the id of a provision that is there.

    Errors:
        UnknownNameError: the draft has no such provision with words.
    """
    known = version_of(draft).positions
    if provision not in known:
        near = closest(provision, tuple(known)) or tuple(known)[:5]
        hint = f"Did you mean {', '.join(near)}? All: ethicsdiff parse DRAFT --format json."
        raise UnknownNameError(f'the draft has no provision "{provision}" with words', where=draft.source.file, hint=hint)
    return provision


def change_of(remark: str, field: Field, value: str, draft: Draft, *, by: str, time: str, identifier: str) -> Change:
    """Returns the line that sets a field of a remark.

    Errors:
        UnknownNameError: the status or the provision does not exist.
    """
    if field == Field.STATUS and value not in {one.value for one in Status}:
        raise UnknownNameError(f'there is no status "{value}"', hint=f"There are: {', '.join(Status)}.")
    anchor = anchor_of(draft, checked_provision(value, draft)) if field == Field.PLACE else None
    return Change(id=identifier, time=time, remark=remark, field=field, value=value, by=" ".join(by.split()), anchor=anchor)
