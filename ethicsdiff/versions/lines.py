"""The redline of a whole draft, line by line: the new text in order, deleted lines where they stood, moved ones at both ends.

Accepting every change gives the paragraphs of the new file, rejecting every change those of the old one. So a line is "moved" here
if it cannot keep its place in both orders, whatever the map of units calls it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from ethicsdiff.languages.similarity import wording_table
from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import Draft
from ethicsdiff.model.versions import LineState, RedlineLine
from ethicsdiff.versions.order import longest_common_order
from ethicsdiff.versions.paragraphs import Line, lines_of
from ethicsdiff.versions.redline import word_pieces
from ethicsdiff.versions.tracks import Tracks

_LEAST_LIKENESS = 0.6


def redline(tracks: Tracks, before: Draft, after: Draft) -> tuple[RedlineLine, ...]:
    """Returns the redline of two versions."""
    old, new = lines_of(before), lines_of(after)
    ties = _ties(tracks, old, new)
    kept = longest_common_order(sorted(ties.items()))
    leaving = _leaving(len(old), ties, kept)
    rows: list[tuple[int | None, int | None, LineState]] = []
    origins = {there: here for here, there in ties.items()}
    for place in range(-1, len(new)):
        if place >= 0:
            origin = origins.get(place)
            state = LineState.NEW if origin is None else LineState.KEPT if origin in kept else LineState.MOVED_HERE
            rows.append((origin, place, state))
        for gone in leaving[place]:
            rows.append((gone, ties.get(gone), LineState.MOVED_AWAY if gone in ties else LineState.DELETED))
    partners = _partners(rows)
    return tuple(_redline_line(row, old, new, partners.get(number, -1)) for number, row in enumerate(rows))


# --- which line continues which --------------------------------------------------------------------------------------
def _ties(tracks: Tracks, old: Sequence[Line], new: Sequence[Line]) -> dict[int, int]:
    """Returns the ordinals of the lines that continue each other: those of tied provisions in order, then alike ones outside."""
    found: dict[int, int] = {}
    ours, theirs = _by_provision(old), _by_provision(new)
    for one, other in _tied_provisions(tracks):
        for is_head in (True, False):
            for here, there in zip(ours.get((one, is_head), ()), theirs.get((other, is_head), ()), strict=False):
                if here not in found and there not in found.values():
                    found[here] = there
    return found | _outside(old, new)


def _tied_provisions(tracks: Tracks) -> list[tuple[str, str]]:
    links = tracks.links
    words = [(links.old.texts[one].id, links.new.texts[other].id) for one, other in sorted(links.forth.items())]
    return [*tracks.containers.main.items(), *tracks.articles.main.items(), *words]


def _by_provision(lines: Sequence[Line]) -> Mapping[tuple[str, bool], list[int]]:
    found: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if line.provision:
            found[line.provision, line.is_head].append(number)
    return found


def _outside(old: Sequence[Line], new: Sequence[Line]) -> dict[int, int]:
    """Returns the ties of lines that belong to no provision (title, contents, approval), the most alike first."""
    ours, theirs = ([n for n, line in enumerate(lines) if not line.provision] for lines in (old, new))
    if not ours or not theirs:
        return {}
    table = wording_table([folded(old[n].text) for n in ours], [folded(new[n].text) for n in theirs])
    found: dict[int, int] = {}
    for place in np.argsort(-table, axis=None, kind="stable"):
        row, column = divmod(int(place), len(theirs))
        if table[row, column] < _LEAST_LIKENESS:
            break
        if ours[row] not in found and theirs[column] not in found.values():
            found[ours[row]] = theirs[column]
    return found


# --- the order -------------------------------------------------------------------------------------------------------
def _leaving(count: int, ties: Mapping[int, int], kept: frozenset[int]) -> dict[int, list[int]]:
    """Returns the old lines that went, by the ordinal of the new line that they stand behind (-1 for the very start)."""
    found: dict[int, list[int]] = defaultdict(list)
    behind = -1
    for here in range(count):
        if here in kept:
            behind = ties[here]
        else:
            found[behind].append(here)
    return found


def _partners(rows: Sequence[tuple[int | None, int | None, LineState]]) -> dict[int, int]:
    """Returns for both ends of each move the row of the other end."""
    ends = {(here, there, state): number for number, (here, there, state) in enumerate(rows)}
    other = {LineState.MOVED_HERE: LineState.MOVED_AWAY, LineState.MOVED_AWAY: LineState.MOVED_HERE}
    moved = ((number, row) for number, row in enumerate(rows) if row[2] in other)
    return {number: ends[here, there, other[state]] for number, (here, there, state) in moved}


def _redline_line(row: tuple[int | None, int | None, LineState], old: Sequence[Line], new: Sequence[Line], partner: int) -> RedlineLine:
    here, there, state = row
    before, after = (old[here] if here is not None else None), (new[there] if there is not None else None)
    shown = before if after is None or (state == LineState.MOVED_AWAY and before is not None) else after
    if shown is None:
        raise ValueError("a line without either side")
    gone = state in (LineState.DELETED, LineState.MOVED_AWAY)
    return RedlineLine(
        style=shown.style, depth=shown.depth, state=state, old=before.provision if before else "", new=after.provision if after else "",
        text=word_pieces(before.text if before else "", after.text if after and not gone else "", exact=True), partner=partner,
    )  # fmt: skip
