"""What an edit touches, gravest first: modal words, negation, deadlines, numbers, dates, references, then mere wording."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from ethicsdiff.languages.text import fingerprint, folded
from ethicsdiff.model.versions import Change, ChangeKind, Piece, PieceState
from ethicsdiff.versions.facts import facts_of
from ethicsdiff.versions.modal_changes import modal_changes

_LONGEST_QUOTE = 160
_Fact = TypeVar("_Fact")


def changes_of(old: str, new: str, language: str, pieces: Sequence[Piece]) -> tuple[Change, ...]:
    """Returns the changes of a text of one language; empty where only its end mark changed."""
    found = [*modal_changes(old, new, language), *_number_changes(old, new, language), *_other_facts(old, new, language)]
    if not found and is_edited(old, new):
        found.append(_wording(old, new, pieces))
    return tuple(sorted(found, key=lambda change: list(ChangeKind).index(change.kind)))


def is_edited(old: str, new: str) -> bool:
    """Returns whether two texts differ in more than typography, capitals and the mark at their end."""
    return _plain(old) != _plain(new)


def _plain(text: str) -> str:
    return " ".join(folded(text).split()).strip(" .;:,")


def _wording(old: str, new: str, pieces: Sequence[Piece]) -> Change:
    kind = ChangeKind.PUNCTUATION if fingerprint(old) == fingerprint(new) else ChangeKind.WORDING
    return Change(kind=kind, old=_quoted(pieces, PieceState.DELETED), new=_quoted(pieces, PieceState.INSERTED))


def _quoted(pieces: Sequence[Piece], state: PieceState) -> str:
    """Returns the words of one state, stretches divided by an ellipsis, cut where they grow long."""
    words = " … ".join(one.text.strip() for one in pieces if one.state == state and one.text.strip())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1].rstrip()}…"


def _number_changes(old: str, new: str, language: str) -> Iterator[Change]:
    left, right = facts_of(old, language).quantities, facts_of(new, language).quantities
    for gone, come in _unequal(left, right, lambda q: (q.value, q.unit, q.family == "ordinal")):
        known = gone or come
        kind = ChangeKind.DEADLINE if known is not None and (known.limit or (come or known).limit) else ChangeKind.NUMBER
        yield Change(kind=kind, old=gone.words if gone else "", new=come.words if come else "")


def _other_facts(old: str, new: str, language: str) -> Iterator[Change]:
    left, right = facts_of(old, language), facts_of(new, language)
    for before, after in _unequal(left.dates, right.dates, lambda date: date.value):
        yield Change(kind=ChangeKind.DATE, old=before.words if before else "", new=after.words if after else "")
    told: set[tuple[str, str]] = set()
    for gone, come in _unequal(left.references, right.references, lambda reference: reference.value):
        words = (gone.words if gone else "", come.words if come else "")
        if words not in told:
            told.add(words)
            yield Change(kind=ChangeKind.REFERENCE, old=words[0], new=words[1])


def _unequal(
    left: Sequence[_Fact], right: Sequence[_Fact], value: Callable[[_Fact], object]
) -> Iterator[tuple[_Fact | None, _Fact | None]]:
    """Yields the facts that only one side holds, paired in order."""
    rest = list(right)
    gone: list[_Fact] = []
    for fact in left:
        equal = next((one for one in rest if value(one) == value(fact)), None)
        gone.append(fact) if equal is None else rest.remove(equal)
    for number in range(max(len(gone), len(rest))):
        yield gone[number] if number < len(gone) else None, rest[number] if number < len(rest) else None
