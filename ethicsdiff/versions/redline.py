"""Word by word: which stretches of a text stayed, went and came. The pieces give both texts back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ethicsdiff.languages.text import folded
from ethicsdiff.model.versions import Piece, PieceState

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_ISLAND_LETTERS = 3
_Step = tuple[str, int, int, int, int]


def word_pieces(old: str, new: str, *, exact: bool = False) -> tuple[Piece, ...]:
    """Returns the pieces of a change; words that differ in typography alone count as the same and stand as in the new text.

    With `exact` nothing but white space counts as the same that is not, so that both texts come back letter by letter.
    """
    if not old or not new:
        return _whole(old, PieceState.DELETED) + _whole(new, PieceState.INSERTED)
    left, right = _TOKEN.findall(old), _TOKEN.findall(new)
    key = _exact_key if exact else _key
    matcher = SequenceMatcher(None, [key(t) for t in left], [key(t) for t in right], autojunk=False)
    steps = _without_islands(matcher.get_opcodes(), left)
    return tuple(piece for step in steps for piece in _pieces(step, left, right))


def _whole(text: str, state: PieceState) -> tuple[Piece, ...]:
    return (Piece(state=state, text=text),) if text else ()


def _key(token: str) -> str:
    return " " if token.isspace() else folded(token) or token


def _exact_key(token: str) -> str:
    return " " if token.isspace() else token


def _without_islands(steps: Sequence[_Step], left: Sequence[str]) -> list[_Step]:
    """Returns the steps with unchanged scraps between two changes made part of them, because nobody reads "и" as unchanged."""
    merged: list[_Step] = []
    for number, step in enumerate(steps):
        island = step[0] == "equal" and 0 < number < len(steps) - 1 and _is_scrap(left[step[1] : step[2]])
        grow = merged and merged[-1][0] != "equal" and (island or step[0] != "equal")
        if grow:
            _, a, _, b, _ = merged[-1]
            merged[-1] = ("replace", a, step[2], b, step[4])
        else:
            merged.append(step)
    return merged


def _is_scrap(tokens: Sequence[str]) -> bool:
    words = [token for token in tokens if token[0].isalnum()]
    return len(words) <= 1 and sum(map(len, words)) <= _ISLAND_LETTERS and not any(token.isdigit() for token in words)


def _pieces(step: _Step, left: Sequence[str], right: Sequence[str]) -> Iterator[Piece]:
    tag, a, b, c, d = step
    if tag == "equal":
        yield Piece(state=PieceState.SAME, text="".join(right[c:d]))
        return
    yield from _whole("".join(left[a:b]), PieceState.DELETED)
    yield from _whole("".join(right[c:d]), PieceState.INSERTED)


def old_text(pieces: Sequence[Piece]) -> str:
    """Returns the old text of some pieces, in the typography of the new one where nothing else changed."""
    return "".join(piece.text for piece in pieces if piece.state != PieceState.INSERTED)


def new_text(pieces: Sequence[Piece]) -> str:
    """Returns the new text of some pieces."""
    return "".join(piece.text for piece in pieces if piece.state != PieceState.DELETED)
