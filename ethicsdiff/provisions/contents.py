"""Tables of contents: entries that announce units must not become units.

An entry is told by its dotted leader or page number, by Word's style, or because a run of headings without text at the
beginning of the document comes again later, with text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import folded
from ethicsdiff.provisions.pieces import Piece

_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}|_{5,})\s*\d{1,3}\s*$")
_TAB_LEADER = re.compile(r"\S\t\s*\d{1,3}\s*$")
_PAGE = re.compile(r"[\s.…]*(?:\s|…|\.{2,})\d{1,3}$|^\d{1,3}$")
_ENDS_SENTENCE = re.compile(r"[.;:,]\s*$")
_FEWEST = 3
_OPENING = 10
_LONGEST_ENTRY = 300
_LONGEST_LEADER = 200
_SEARCHED = 60
_CHECKED_UNITS = 12
_ANNOUNCED_SHARE = 0.7


def mark_contents(pieces: Sequence[Piece]) -> int:
    """Marks the pieces of tables of contents as set aside; returns how many entries were marked, titles left out."""
    titles = {title for data in LANGUAGES.values() for title in data.contents}
    count, listing = 0, False
    for piece in pieces:
        by_tab = listing and bool(_TAB_LEADER.search(piece.whole))
        listing = listing and (by_tab or not piece.whole)
        if by_tab or piece.block.style.startswith("toc") or _LEADER.search(piece.whole[-_LONGEST_LEADER:]):
            piece.aside, piece.label, piece.body = "contents", None, piece.start
            count, listing = count + 1, True
        elif len(piece.whole) < 30 and folded(piece.whole).rstrip(".:") in titles:
            piece.aside, listing = "contents title", True
    return count + _mark_run(pieces)


def _mark_run(pieces: Sequence[Piece]) -> int:
    """Marks a run of headings without text at the beginning that comes again later; returns its length."""
    first, end = _run(pieces)
    entries = [piece for piece in pieces[first:end] if piece.whole and not piece.aside]
    for piece in entries:
        piece.aside, piece.label, piece.body = "contents", None, piece.start
    return len(entries)


def _run(pieces: Sequence[Piece]) -> tuple[int, int]:
    """Returns the run [first, end) of contents entries, or (0, 0)."""
    names: list[_Name] = []
    for first in _beginnings(pieces):
        if not names and not _comes_again(pieces, first):
            continue
        names = names or [_name(piece) for piece in pieces]
        fewest = 1 if _is_titled(pieces, first) else _FEWEST
        again = next((i for i in range(first + fewest, len(pieces)) if _same(names[first], names[i])), 0)
        end = _end_of_entries(pieces, names, first, again)
        if _is_titled(pieces, first) and 0 < end == again:
            return first, end
        if end - first >= _FEWEST and _announced(pieces, names, first, end, again):
            return first, end
    return 0, 0


def _is_titled(pieces: Sequence[Piece], first: int) -> bool:
    """Returns whether the title of contents stands right above a piece."""
    above = next((piece for piece in reversed(pieces[:first]) if piece.whole), None)
    return above is not None and above.aside == "contents title"


def _comes_again(pieces: Sequence[Piece], first: int) -> bool:
    """Returns whether a piece may be repeated later, by its label or its first letters: a quick question that most drafts answer no."""
    label, opening = pieces[first].label, pieces[first].whole.lower()[:_OPENING]
    later = pieces[first + 1 :]
    if label is not None and label.kind is not None:
        return any(one.label is not None and (one.label.kind, one.label.number) == (label.kind, label.number) for one in later)
    return any(one.whole[:_OPENING].lower() == opening[: len(one.whole)] for one in later)


@dataclass(frozen=True, slots=True)
class _Name:
    """What an entry is called: a key by which it is found again, and its title; both empty for a text that cannot be an entry."""

    key: str
    title: str = ""


def _name(piece: Piece) -> _Name:
    if piece.aside or not 0 < piece.end - piece.start <= _LONGEST_ENTRY:
        return _Name("")
    label, rest = piece.label, _PAGE.sub("", " ".join(piece.text.lower().split()).rstrip("."))
    if label is not None and label.kind is not None:
        return _Name(f"{label.kind} {label.number}", rest)
    return _Name(f"{label.number if label is not None else ''} {rest}".strip())


def _same(one: _Name, other: _Name) -> bool:
    """Returns whether two names are those of one unit; its title may be missing or on another line."""
    if one.key != other.key or not one.key:
        return False
    return one.title.startswith(other.title) or other.title.startswith(one.title)


def _beginnings(pieces: Sequence[Piece]) -> list[int]:
    """Returns where a run may begin: after a title of contents, else at the first labelled pieces of the document."""
    title = next((i for i, piece in enumerate(pieces[:_SEARCHED]) if piece.aside == "contents title"), -1)
    some = ((i, piece) for i, piece in enumerate(pieces[:_SEARCHED]) if i > title and piece.whole and not piece.aside)
    return [i for i, piece in some if piece.label is not None or title >= 0][:_FEWEST]


def _end_of_entries(pieces: Sequence[Piece], names: Sequence[_Name], first: int, again: int) -> int:
    """Returns the end of the run that begins at `first`; every piece up to it is a heading, as entries are."""
    end = first
    repeated = {name.key for name in names[again:]}
    for index in range(first, again):
        piece, name = pieces[index], names[index]
        if piece.aside or not piece.whole:
            continue
        if not name.key or (_ENDS_SENTENCE.search(piece.whole) and piece.label is None):
            break
        if piece.label is not None or name.key in repeated:
            end = index + 1
    return end


def _announced(pieces: Sequence[Piece], names: Sequence[_Name], first: int, end: int, again: int) -> bool:
    """Returns whether most units that come after the run were named in it."""
    named: dict[str, list[_Name]] = {}
    for name in names[first:end]:
        named.setdefault(name.key, []).append(name)
    after = range(again, len(pieces))
    units = [i for i in after if _is_worded(pieces[i])][:_CHECKED_UNITS] or [i for i in after[:_SEARCHED] if names[i].key in named]
    hits = sum(any(_same(names[i], name) for name in named.get(names[i].key, ())) for i in units)
    return len(units) >= _FEWEST and hits >= _ANNOUNCED_SHARE * len(units)


def _is_worded(piece: Piece) -> bool:
    return piece.label is not None and piece.label.kind is not None and not piece.aside
