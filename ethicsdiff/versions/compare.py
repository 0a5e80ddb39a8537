"""From two drafts to the map of what became of each unit: the door to this half of the room, a pure function."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.model.document import Draft
from ethicsdiff.model.versions import Pair, Tier, VersionMap
from ethicsdiff.versions.block_pairs import block_pairs
from ethicsdiff.versions.lines import redline
from ethicsdiff.versions.text_pairs import text_pairs
from ethicsdiff.versions.tracks import Tracks, track


def map_versions(old: Draft, new: Draft) -> VersionMap:
    """Returns what became of every unit of `old`, which units of `new` have no past, and the redline of the whole."""
    tracks = track(old, new)
    texts = tuple(text_pairs(tracks))
    blocks = (pair for tier in (tracks.containers, tracks.articles) for pair in block_pairs(tracks, tier, texts))
    pairs = _in_order((*blocks, *texts), tracks)
    return VersionMap(old=old, new=new, pairs=pairs, lines=redline(tracks, old, new))


def _in_order(pairs: Sequence[Pair], tracks: Tracks) -> tuple[Pair, ...]:
    """Returns the pairs in the order of the new text, each deleted unit after what stood before it."""
    old, new = tracks.links.old.order, tracks.links.new.order
    ahead = {one: new[pair.new[0]] for pair in pairs if pair.new for one in pair.old}
    tiers = list(Tier)
    last, anchors = -1, {}
    for one in old:
        last = ahead.get(one, last)
        anchors[one] = last
    return tuple(sorted(pairs, key=lambda pair: _rank(pair, old, new, anchors, tiers)))


def _rank(
    pair: Pair, old: dict[str, int], new: dict[str, int], anchors: dict[str, int], tiers: Sequence[Tier]
) -> tuple[int, int, int, int]:
    if pair.new:
        return new[pair.new[0]], 0, 0, tiers.index(pair.tier)
    return anchors[pair.old[0]], 1, old[pair.old[0]], tiers.index(pair.tier)
