"""Footnotes of Markdown: "[^1]" in a text and "[^1]: words" below it."""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"\[\^([^\]\s]{1,40})\]")
_DEFINITION = re.compile(r"\[\^([^\]\s]{1,40})\]:\s+")


def is_definition(text: str) -> bool:
    """Returns whether a line begins with the mark of a note and a colon."""
    return bool(_DEFINITION.match(text))


def split_definition(text: str) -> tuple[str, str]:
    """Returns the name of the note that a text is, and its words; an empty name where it is none."""
    match = _DEFINITION.match(text)
    return (match.group(1), text[match.end() :]) if match else ("", text)


def without_references(text: str) -> tuple[str, tuple[str, ...]]:
    """Returns a text without marks of notes, and the names of the notes they refer to."""
    names = tuple(_REFERENCE.findall(text))
    return (_REFERENCE.sub("", text), names) if names else (text, ())
