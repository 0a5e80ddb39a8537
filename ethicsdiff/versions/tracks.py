"""All ties between two versions together: texts, articles, chapters, and what moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ethicsdiff.model.document import Draft
from ethicsdiff.model.versions import Tier
from ethicsdiff.versions.blocks import BlockLinks, link_blocks
from ethicsdiff.versions.order import moved_blocks, moved_texts
from ethicsdiff.versions.pairing import Links, link_texts
from ethicsdiff.versions.partings import Partings, find_partings
from ethicsdiff.versions.units import side_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracks:
    """All ties between two versions; `moved_texts` are ordinals of old texts, `moved_blocks` ids of old blocks."""

    links: Links
    partings: Partings
    articles: BlockLinks
    containers: BlockLinks
    moved_texts: frozenset[int]
    moved_blocks: frozenset[str]


def track(old: Draft, new: Draft) -> Tracks:
    """Returns the ties between two versions."""
    links = link_texts(side_of(old), side_of(new))
    partings = find_partings(links)
    articles, containers = (link_blocks(links, partings, tier) for tier in (Tier.ARTICLE, Tier.CONTAINER))
    before, after = links.old, links.new
    blocks = moved_blocks(before, after, articles, containers) | moved_blocks(before, after, containers, None)
    homes = _successors(links, partings, articles, containers)
    return Tracks(
        links=links, partings=partings, articles=articles, containers=containers, moved_texts=moved_texts(links, homes), moved_blocks=blocks
    )


def _successors(links: Links, partings: Partings, *tiers: BlockLinks) -> Mapping[str, Sequence[str]]:
    """Returns for each old unit that holds texts the new units where its texts are at home."""
    found = {p.id: blocks.successors(p.id) for blocks in tiers for p in links.old.blocks(blocks.tier)}
    old, new = links.old.texts, links.new.texts
    for one, other in links.forth.items():
        found.setdefault(old[one].id, (new[other].id,))
    for one, parts in partings.splits.items():
        found[old[one].id] = tuple(new[part].id for part in parts)
    return {one: others for one, others in found.items() if others}
