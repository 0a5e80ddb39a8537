"""A standard as a document to hand round: strings in one language, in order; a writer lays them out and adds nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutEntry:
    """One clause: heading (number and title), labelled paragraphs (label "" for plain ones), items, a closing line in small print."""

    heading: str
    paragraphs: tuple[tuple[str, str], ...]
    items: tuple[str, ...] = ()
    small: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutSection:
    """A value or part with its clauses."""

    title: str
    entries: tuple[HandoutEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """The whole document; `words` has the labels "page" and "page_of" of the running foot."""

    language: str
    title: str
    subtitle: str
    remarks: tuple[str, ...]
    sections: tuple[HandoutSection, ...]
    words: tuple[tuple[str, str], ...]
