"""What has changed in a wording, in one line: words struck out and words put in, each between brackets that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ethicsdiff.languages.text import folded
from ethicsdiff.report.phrases import Phrases

_LONGEST_SAME, _KEPT_ENDS = 14, 5


def redline(phrases: Phrases, old: str, new: str) -> str:
    """Returns the new wording with what was struck out and put in; typography alone is no change, long untouched stretches are cut."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, [folded(word) for word in before], [folded(word) for word in after], autojunk=False)
    pieces: list[str] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            pieces.extend(_same(after[new_start:new_end]))
        else:
            pieces.extend(_changed(phrases, before[start:end], after[new_start:new_end]))
    return " ".join(pieces)


def _same(words: Sequence[str]) -> Sequence[str]:
    if len(words) <= _LONGEST_SAME:
        return words
    return (*words[:_KEPT_ENDS], "…", *words[-_KEPT_ENDS:])


def _changed(phrases: Phrases, deleted: Sequence[str], added: Sequence[str]) -> Iterator[str]:
    if deleted:
        yield phrases.say("redline.deleted", text=" ".join(deleted))
    if added:
        yield phrases.say("redline.added", text=" ".join(added))
