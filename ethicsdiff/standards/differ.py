"""Two editions of an instrument: clauses that stayed, changed, moved to another number, came or went."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ethicsdiff.languages.similarity import similarity_table
from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.standard import Clause, Standard

_SAME_NUMBER = 0.5
_OTHER_NUMBER = 0.75
_WORDS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of a clause: `kind` is "same", "changed", "moved", "moved-changed", "removed" or "added"; a missing id is "".

    `words` are (state, text) pieces of the new wording: "same", "removed" and "added".
    """

    kind: str
    old: str
    new: str
    words: tuple[tuple[str, str], ...] = ()


def edition_changes(old: Standard, new: Standard, language: str) -> tuple[Change, ...]:
    """Returns what became of each clause of `old` in `new`, in the order of `new`, removed clauses where they stood."""
    before, after = _texts(old, language), _texts(new, language)
    pairs = _paired(before, after)
    changes = [_change(before, after, a, b) for a, b in pairs.items()]
    added = [Change(kind="added", old="", new=b, words=(("added", after[b]),)) for b in after if b not in pairs.values()]
    removed = [Change(kind="removed", old=a, new="", words=(("removed", before[a]),)) for a in before if a not in pairs]
    order = {b: place for place, b in enumerate(after)}
    return tuple(sorted([*changes, *added, *removed], key=lambda c: _place(c, order, list(before), pairs)))


def _texts(standard: Standard, language: str) -> dict[str, str]:
    return {clause.id: text for clause in standard.clauses if (text := text_in(clause, language))}


def text_in(clause: Clause, language: str) -> str:
    """Returns the official text of a clause in a language, our statement where there is none."""
    return dict(clause.official).get(language) or dict(clause.statements).get(language, "")


def _paired(before: dict[str, str], after: dict[str, str]) -> dict[str, str]:
    """Returns old id to new id: equal texts first, then equal numbers with like texts, then the likest of what is left."""
    pairs: dict[str, str] = {}
    marks = {fingerprint(text): b for b, text in reversed(after.items())}
    for a, text in before.items():
        same = a if after.get(a) is not None and fingerprint(after[a]) == fingerprint(text) else marks.get(fingerprint(text), "")
        if same and same not in pairs.values():
            pairs[a] = same
    for floor, numbers in ((_SAME_NUMBER, True), (_OTHER_NUMBER, False)):
        left = [a for a in before if a not in pairs]
        free = [b for b in after if b not in pairs.values()]
        pairs.update(_likest(left, free, before, after, floor, numbers))
    return pairs


def _likest(
    left: Sequence[str], free: Sequence[str], before: dict[str, str], after: dict[str, str], floor: float, numbers: bool
) -> dict[str, str]:
    """Returns pairs by falling likeness, each clause once; with `numbers` only pairs of one number."""
    if not left or not free:
        return {}
    table = similarity_table([before[a] for a in left], [after[b] for b in free])
    ranked = sorted(((float(table[i, j]), a, b) for i, a in enumerate(left) for j, b in enumerate(free)), reverse=True)
    found: dict[str, str] = {}
    for likeness, a, b in ranked:
        if likeness >= floor and a not in found and b not in found.values() and (a == b or not numbers):
            found[a] = b
    return found


def _change(before: dict[str, str], after: dict[str, str], a: str, b: str) -> Change:
    moved, same = a != b, fingerprint(before[a]) == fingerprint(after[b])
    kind = ("moved" if same else "moved-changed") if moved else ("same" if same else "changed")
    return Change(kind=kind, old=a, new=b, words=() if same else word_changes(before[a], after[b]))


def _place(change: Change, order: dict[str, int], before: Sequence[str], pairs: dict[str, str]) -> tuple[float, int]:
    """Returns where a change is listed: by its place in the new edition; a removed clause after the one it stood behind."""
    if change.new:
        return float(order[change.new]), 0
    place = before.index(change.old)
    earlier = [order[pairs[a]] for a in before[:place] if a in pairs]
    return (float(earlier[-1]) if earlier else -1.0) + 0.5, place


def word_changes(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Returns the pieces of two wordings word by word: same, removed, added."""
    left, right = _WORDS.split(old.strip()), _WORDS.split(new.strip())
    pieces: list[tuple[str, str]] = []
    for tag, a1, a2, b1, b2 in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("same", " ".join(left[a1:a2])))
            continue
        pieces += [("removed", " ".join(left[a1:a2]))] if a2 > a1 else []
        pieces += [("added", " ".join(right[b1:b2]))] if b2 > b1 else []
    return tuple(pieces)
