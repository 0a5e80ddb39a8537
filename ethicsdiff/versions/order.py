"""Where a unit stands: in its old order, moved to another place, or renumbered because its neighbours came and went."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ethicsdiff.languages.text import folded
from ethicsdiff.model.versions import Tier
from ethicsdiff.versions.blocks import BlockLinks
from ethicsdiff.versions.pairing import Links
from ethicsdiff.versions.units import Side, home_of, tier_of


def out_of_order(pairs: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Returns the first ordinals of those pairs that some longest series in both orders can do without.

    Of two neighbours that changed places both count, because nobody can say which of them moved.
    """
    ordered = sorted(pairs)
    places = [second for _, second in ordered]
    before = _longest_up_to(places)
    after = [*reversed(_longest_up_to([-place for place in reversed(places)]))]
    longest = max(before, default=0)
    rank = [up if up + down - 1 == longest else 0 for up, down in zip(before, after, strict=True)]
    alone = {one for one in rank if one and rank.count(one) == 1}
    return frozenset(first for (first, _), one in zip(ordered, rank, strict=True) if one not in alone)


def _longest_up_to(places: Sequence[int]) -> list[int]:
    """Returns for each place the length of the longest increasing series that ends there."""
    tails: list[int] = []
    lengths = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
        lengths.append(at + 1)
    return lengths


def moved_blocks(old: Side, new: Side, blocks: BlockLinks, containers: BlockLinks | None) -> frozenset[str]:
    """Returns the old blocks whose main successor stands elsewhere: out of the common order, or in another chapter."""
    pairs = {old.order[one]: new.order[other] for one, other in blocks.main.items()}
    names = {old.order[one]: one for one in blocks.main}
    moved = {names[place] for place in out_of_order(pairs.items())}
    return frozenset(moved | {one for one, other in blocks.main.items() if _left(old, new, one, other, containers)})


def _left(old: Side, new: Side, one: str, other: str, containers: BlockLinks | None) -> bool:
    """Returns whether a block left the chapter it stood in, though that chapter lives on."""
    if containers is None:
        return False
    home, there = old.block_of(one, Tier.CONTAINER), new.block_of(other, Tier.CONTAINER)
    successors = containers.successors(home)
    return bool(successors and there) and there not in successors


def moved_texts(links: Links, successors: Mapping[str, Sequence[str]]) -> frozenset[int]:
    """Returns the old texts that left their unit, or changed places with others within it."""
    moved: set[int] = set()
    together: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for old, new in links.forth.items():
        home, there = home_of(links.old, old), home_of(links.new, new)
        if there in successors.get(home, (there,)) or home == there == "":
            together[home, there].append((old, new))
        else:
            moved.add(old)
    for pairs in together.values():
        moved |= out_of_order(pairs)
    return frozenset(moved)


def place_label(side: Side, provision_id: str) -> tuple[str, ...]:
    """Returns the displayed numbers from the article in, or from the outermost unit where there is no article."""
    provision = side.provisions[provision_id]
    article = side.block_of(provision_id, Tier.ARTICLE)
    depth = len(side.provisions[article].path) - 1 if article else 0
    path = provision.path[depth:] if tier_of(provision) == Tier.TEXT else provision.path[-1:]
    return tuple(folded(step) for step in path)


def longest_common_order(pairs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Returns the first ordinals of one longest series that keeps its order on both sides; `pairs` are sorted by the first."""
    lengths = _longest_up_to([second for _, second in pairs])
    wanted, kept, bound = max(lengths, default=0), set(), float("inf")
    for (first, second), length in zip(reversed(pairs), reversed(lengths), strict=True):
        if length == wanted and second < bound:
            kept.add(first)
            wanted, bound = wanted - 1, second
    return frozenset(kept)
