"""Pairs of articles and of chapters: a block is edited where its heading or anything within it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ethicsdiff.model.document import Provision
from ethicsdiff.model.versions import Change, ChangeKind, Pair, PairKind, Tier
from ethicsdiff.versions.blocks import BlockLinks
from ethicsdiff.versions.changes import is_edited
from ethicsdiff.versions.order import place_label
from ethicsdiff.versions.redline import word_pieces
from ethicsdiff.versions.text_pairs import kind_of
from ethicsdiff.versions.tracks import Tracks
from ethicsdiff.versions.units import Side

_QUIET = frozenset({PairKind.UNCHANGED, PairKind.RENUMBERED})


def block_pairs(tracks: Tracks, blocks: BlockLinks, texts: Sequence[Pair]) -> Iterator[Pair]:
    """Yields a pair for every block of a tier, given the pairs of the texts within."""
    old, new = tracks.links.old, tracks.links.new
    touched = _touched(old, new, blocks, texts)
    joined = {one: other for other, ones in blocks.merges.items() for one in ones}
    heirs = {other: one for one, other in blocks.main.items()}
    for block in old.blocks(blocks.tier):
        if block.id in blocks.splits:
            yield _parted(tracks, blocks, PairKind.SPLIT, [block.id], _sorted(new, blocks.successors(block.id)))
        elif block.id in blocks.main and blocks.main[block.id] not in blocks.merges:
            yield _tied(tracks, block.id, blocks, touched)
        elif block.id not in blocks.main and block.id not in joined:
            yield _alone(blocks.tier, PairKind.DELETED, block)
    for other, ones in blocks.merges.items():
        olds = [*ones, *([heirs[other]] if other in heirs else [])]
        yield _parted(tracks, blocks, PairKind.MERGED, _sorted(old, olds), [other])
    told = {*heirs, *blocks.merges, *(one for parts in blocks.splits.values() for one in parts)}
    yield from (_alone(blocks.tier, PairKind.NEW, block) for block in new.blocks(blocks.tier) if block.id not in told)


def _sorted(side: Side, ids: Sequence[str]) -> list[str]:
    return sorted(ids, key=lambda one: side.order[one])


def _touched(old: Side, new: Side, blocks: BlockLinks, texts: Sequence[Pair]) -> frozenset[str]:
    """Returns the ids of old and new blocks ("old:", "new:") in which a text changed, went, came or moved."""
    found: set[str] = set()
    for pair in texts:
        if pair.kind not in _QUIET and not (pair.kind == PairKind.MOVED and _went_along(old, new, blocks, pair)):
            found.update(f"old:{block}" for one in pair.old for block in old.blocks_around(one, blocks.tier))
            found.update(f"new:{block}" for one in pair.new for block in new.blocks_around(one, blocks.tier))
    return frozenset(found)


def _went_along(old: Side, new: Side, blocks: BlockLinks, pair: Pair) -> bool:
    """Returns whether a moved text merely went where its block went, in the same place of it."""
    home, there = old.block_of(pair.old[0], blocks.tier), new.block_of(pair.new[0], blocks.tier)
    return blocks.main.get(home) == there and old.provisions[pair.old[0]].path[-1:] == new.provisions[pair.new[0]].path[-1:]


def _tied(tracks: Tracks, one: str, blocks: BlockLinks, touched: frozenset[str]) -> Pair:
    links, other = tracks.links, blocks.main[one]
    before, after = links.old.provisions[one], links.new.provisions[other]
    heading = is_edited(before.heading, after.heading)
    edited = heading or f"old:{one}" in touched or f"new:{other}" in touched
    moved = one in tracks.moved_blocks
    renumbered = place_label(links.old, one) != place_label(links.new, other) and before.path[-1:] != (before.heading,)
    return Pair(
        tier=blocks.tier, kind=kind_of(edited=edited, moved=moved, renumbered=renumbered), old=(one,), new=(other,),
        likeness=_likeness(tracks, blocks, one), edited=edited, moved=moved, renumbered=renumbered,
        changes=_heading_change([before], [after]), heading=word_pieces(before.heading, after.heading),
    )  # fmt: skip


def _parted(tracks: Tracks, blocks: BlockLinks, kind: PairKind, olds: Sequence[str], news: Sequence[str]) -> Pair:
    before = [tracks.links.old.provisions[one] for one in olds]
    after = [tracks.links.new.provisions[one] for one in news]
    renumbered = place_label(tracks.links.old, olds[0]) != place_label(tracks.links.new, news[0])
    return Pair(
        tier=blocks.tier, kind=kind, old=tuple(olds), new=tuple(news), edited=True, renumbered=renumbered,
        likeness=_likeness(tracks, blocks, *olds), moved=bool(tracks.moved_blocks.intersection(olds)),
        changes=_heading_change(before, after), heading=word_pieces(_headings(before), _headings(after)),
    )  # fmt: skip


def _alone(tier: Tier, kind: PairKind, block: Provision) -> Pair:
    if kind == PairKind.DELETED:
        return Pair(tier=tier, kind=kind, old=(block.id,), new=(), heading=word_pieces(block.heading, ""))
    return Pair(tier=tier, kind=kind, old=(), new=(block.id,), heading=word_pieces("", block.heading))


def _headings(blocks: Sequence[Provision]) -> str:
    return " / ".join(block.heading for block in blocks if block.heading)


def _heading_change(before: Sequence[Provision], after: Sequence[Provision]) -> tuple[Change, ...]:
    old, new = _headings(before), _headings(after)
    return (Change(kind=ChangeKind.HEADING, old=old, new=new),) if is_edited(old, new) else ()


def _likeness(tracks: Tracks, blocks: BlockLinks, *olds: str) -> float:
    """Returns the mean likeness of the texts of old blocks to what they became, long texts counting more."""
    links = tracks.links
    texts = [t for t in links.old.texts if links.old.block_of(t.id, blocks.tier) in olds]
    total = sum(t.weight for t in texts)
    return round(sum(t.weight * links.likeness.get(t.index, 0.0) for t in texts) / total, 3) if total else 0.0
