"""The redline of a whole draft, line by line: the new text in order, deleted lines where they stood, moved ones at both ends.

Accepting every change gives the new text, rejecting every change the old one. So a line is "moved" here if it cannot keep its
place in both orders, whatever the map of units calls it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ethicsdiff.model.document import Provision
from ethicsdiff.model.versions import LineState, Piece, RedlineLine, Tier
from ethicsdiff.versions.order import longest_common_order
from ethicsdiff.versions.redline import word_pieces
from ethicsdiff.versions.tracks import Tracks
from ethicsdiff.versions.units import Side, own_words, said, tier_of


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of one version: a provision, and whether the line is its heading or its words."""

    provision: Provision
    is_head: bool

    @property
    def label(self) -> str:
        """The number that the line displays."""
        return self.provision.label if self.is_head or tier_of(self.provision) == Tier.TEXT else ""

    @property
    def heading(self) -> str:
        """The heading, where the line is one."""
        return self.provision.heading if self.is_head else ""

    @property
    def text(self) -> str:
        """The words, where the line is not a heading."""
        return "" if self.is_head else said(self.provision)


def redline(tracks: Tracks) -> tuple[RedlineLine, ...]:
    """Returns the redline of two versions."""
    old, new = _lines(tracks.links.old), _lines(tracks.links.new)
    ties = _ties(tracks, old, new)
    kept = longest_common_order(sorted(ties.items()))
    leaving = _leaving(len(old), ties, kept)
    rows: list[tuple[_Line | None, _Line | None, LineState]] = []
    origins = {there: here for here, there in ties.items()}
    for place in range(-1, len(new)):
        if place >= 0:
            origin = origins.get(place)
            state = LineState.NEW if origin is None else LineState.KEPT if origin in kept else LineState.MOVED_HERE
            rows.append((old[origin] if origin is not None else None, new[place], state))
        for gone in leaving[place]:
            away = LineState.MOVED_AWAY if gone in ties else LineState.DELETED
            rows.append((old[gone], new[ties[gone]] if gone in ties else None, away))
    return _with_partners([_redline_line(*row) for row in rows])


def _lines(side: Side) -> list[_Line]:
    rows = []
    for provision in side.provisions.values():
        if tier_of(provision) != Tier.TEXT:
            rows.append(_Line(provision, is_head=True))
        if own_words(provision).strip() or (tier_of(provision) == Tier.TEXT and provision.label):
            rows.append(_Line(provision, is_head=False))
    return rows


def _ties(tracks: Tracks, old: Sequence[_Line], new: Sequence[_Line]) -> dict[int, int]:
    """Returns the ordinals of the lines that continue each other: headings by their blocks, words by their texts."""
    links = tracks.links
    words = {links.old.texts[one].id: links.new.texts[other].id for one, other in links.forth.items()}
    heads = {**tracks.articles.main, **tracks.containers.main}
    places = {(line.provision.id, line.is_head): number for number, line in enumerate(new)}
    partners = ((heads if line.is_head else words).get(line.provision.id, "") for line in old)
    found = ((n, places.get((partner, old[n].is_head))) for n, partner in enumerate(partners))
    return {here: there for here, there in found if there is not None}


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


def _redline_line(old: _Line | None, new: _Line | None, state: LineState) -> RedlineLine:
    shown = new if new is not None and state != LineState.MOVED_AWAY else old
    if shown is None:
        raise ValueError("a line without either side")
    before = old if state != LineState.NEW else None
    after = new if state not in (LineState.DELETED, LineState.MOVED_AWAY) else None
    return RedlineLine(
        kind=shown.provision.kind, depth=len(shown.provision.path) - 1, state=state, old=old.provision.id if old else "",
        new=new.provision.id if new else "", label=_pieces(before, after, "label"), heading=_pieces(before, after, "heading"),
        text=_pieces(before, after, "text"),
    )  # fmt: skip


def _pieces(old: _Line | None, new: _Line | None, part: str) -> tuple[Piece, ...]:
    return word_pieces(getattr(old, part, ""), getattr(new, part, ""))


def _with_partners(lines: Sequence[RedlineLine]) -> tuple[RedlineLine, ...]:
    """Returns the lines, both ends of each move pointing at each other."""
    ends = {(line.old, line.new, bool(line.heading), line.state): n for n, line in enumerate(lines)}
    other = {LineState.MOVED_HERE: LineState.MOVED_AWAY, LineState.MOVED_AWAY: LineState.MOVED_HERE}
    return tuple(
        replace(line, partner=ends.get((line.old, line.new, bool(line.heading), other[line.state]), -1)) if line.state in other else line
        for line in lines
    )
