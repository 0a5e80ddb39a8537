"""Articles and chapters as blocks: where most of a unit's words went, helped by its heading, decides what it became."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ethicsdiff.languages.similarity import wording_table
from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import Provision
from ethicsdiff.model.versions import Tier
from ethicsdiff.versions.likeness import Table
from ethicsdiff.versions.pairing import Links
from ethicsdiff.versions.partings import Partings
from ethicsdiff.versions.units import Side

_HEADING_SHARE = 0.3
_LABEL_SHARE = 0.04
_HEADING_FLOOR = 0.6
_LEAST_SCORE = 0.2
# What a new unit must hold of the old one to count as split off it; a chapter sheds its last articles more often than an article does.
_SPLIT_SHARE = {Tier.ARTICLE: 0.3, Tier.CONTAINER: 0.15}
_OWN_SHARE = 0.4
_CROSSING_SHARE = 0.3
_CROSSED_SHARE = 0.25
_MERGED_SHARE = 0.4


@dataclass(slots=True)
class BlockLinks:
    """The blocks of one tier: main successor of each old block, further successors of a split, joiners of a merge (old to new)."""

    tier: Tier
    main: dict[str, str] = field(default_factory=dict)
    splits: dict[str, list[str]] = field(default_factory=dict)
    merges: dict[str, list[str]] = field(default_factory=dict)

    def successors(self, old: str) -> tuple[str, ...]:
        """Returns the new blocks that an old one lives on in."""
        joined = [new for new, olds in self.merges.items() if old in olds]
        return tuple(dict.fromkeys((*([self.main[old]] if old in self.main else []), *self.splits.get(old, ()), *joined)))


@dataclass(frozen=True, slots=True)
class _Flow:
    """How much of each old block stands in each new one: shares of the old block and of the new one, 0 to 1."""

    old: Sequence[Provision]
    new: Sequence[Provision]
    of_old: Table
    of_new: Table


def link_blocks(links: Links, partings: Partings, tier: Tier) -> BlockLinks:
    """Returns what became of the blocks of a tier."""
    flow = _flow(links, partings, tier)
    found = BlockLinks(tier, main=_main(flow))
    rows, columns = ({p.id: n for n, p in enumerate(side)} for side in (flow.old, flow.new))
    followed = set(found.main.values())
    for block in flow.new:
        if block.id not in followed:
            _add_split(found, flow, columns[block.id])
        else:
            _add_crossings(found, flow, columns[block.id])
    for block in flow.old:
        if block.id not in found.main:
            _add_merge(found, flow, rows[block.id])
    return found


def _flow(links: Links, partings: Partings, tier: Tier) -> _Flow:
    old, new = links.old.blocks(tier), links.new.blocks(tier)
    rows, columns = {p.id: n for n, p in enumerate(old)}, {p.id: n for n, p in enumerate(new)}
    words, counts = (np.zeros((2, len(old), len(new)), np.float32) for _ in range(2))
    for one, other, old_words, new_words in _streams(links, partings):
        home, there = _block(links.old, one, tier), _block(links.new, other, tier)
        if home in rows and there in columns:
            words[:, rows[home], columns[there]] += (old_words, new_words)
            counts[:, rows[home], columns[there]] += 1
    of_old = _shares(words[0], counts[0], links.old, old, tier)
    of_new = _shares(words[1].T, counts[1].T, links.new, new, tier).T
    return _Flow(old, new, of_old, of_new)


def _block(side: Side, text: int, tier: Tier) -> str:
    return side.block_of(side.texts[text].id, tier)


def _streams(links: Links, partings: Partings) -> Iterable[tuple[int, int, float, float]]:
    """Yields (old text, new text, words of the old one, words of the new one) for each tie and each part of a split or merge."""
    for old, new in links.forth.items():
        if old not in partings.splits and new not in partings.merges:
            yield old, new, links.old.texts[old].weight, links.new.texts[new].weight
    for old, parts in partings.splits.items():
        for new in parts:
            yield old, new, links.old.texts[old].weight / len(parts), links.new.texts[new].weight
    for new, parts in partings.merges.items():
        for old in parts:
            yield old, new, links.old.texts[old].weight, links.new.texts[new].weight / len(parts)


def _shares(words: Table, counts: Table, side: Side, blocks: Sequence[Provision], tier: Tier) -> Table:
    """Returns the mean of the shares by words and by texts, so that neither one long text nor many short ones decide alone."""
    all_words: Mapping[str, float] = defaultdict(float)
    all_texts: Mapping[str, float] = defaultdict(float)
    for text in side.texts:
        home = side.block_of(text.id, tier)
        all_words[home] += text.weight  # type: ignore[index]
        all_texts[home] += 1  # type: ignore[index]
    by_words = words / np.maximum([[all_words[b.id]] for b in blocks], 1.0) if blocks else words
    by_texts = counts / np.maximum([[all_texts[b.id]] for b in blocks], 1.0) if blocks else counts
    shares: Table = ((by_words + by_texts) / 2).astype(np.float32)
    return shares


def _main(flow: _Flow) -> dict[str, str]:
    """Returns the main successor of each block: the best pairs first, each block once."""
    if not flow.old or not flow.new:
        return {}
    scores = (flow.of_old + flow.of_new) / 2 + _heading_scores(flow.old, flow.new)
    found: dict[str, str] = {}
    taken: set[int] = set()
    for place in np.argsort(-scores, axis=None, kind="stable"):
        row, column = divmod(int(place), len(flow.new))
        if scores[row, column] < _LEAST_SCORE:
            break
        if flow.old[row].id not in found and column not in taken:
            found[flow.old[row].id] = flow.new[column].id
            taken.add(column)
    return found


def _heading_scores(old: Sequence[Provision], new: Sequence[Provision]) -> Table:
    """Returns what like headings, and a little what equal labels, add."""
    left, right = [folded(p.heading) for p in old], [folded(p.heading) for p in new]
    alike = np.maximum(wording_table(left, right) - _HEADING_FLOOR, 0) / (1 - _HEADING_FLOOR)
    both = np.outer([bool(h) for h in left], [bool(h) for h in right])
    labels = np.array([[bool(a.label) and a.label == b.label for b in new] for a in old], np.float32)
    kinds = np.array([[a.kind == b.kind for b in new] for a in old], np.float32)
    scores: Table = _HEADING_SHARE * alike * both + _LABEL_SHARE * labels + _LABEL_SHARE * kinds
    return scores


def _add_split(found: BlockLinks, flow: _Flow, column: int) -> None:
    """Adds a new block as a further successor of the old one that gave it a good part of both."""
    row = int(flow.of_old[:, column].argmax()) if flow.old else -1
    if row < 0 or flow.of_old[row, column] < _SPLIT_SHARE[found.tier] or flow.of_new[row, column] < _OWN_SHARE:
        return
    if flow.old[row].id in found.main:
        found.splits.setdefault(flow.old[row].id, []).append(flow.new[column].id)


def _add_crossings(found: BlockLinks, flow: _Flow, column: int) -> None:
    """Adds old blocks of which one part joined a block that continues another: split there, merged here."""
    new = flow.new[column].id
    for row, block in enumerate(flow.old):
        goes_on = block.id in found.main and found.main[block.id] != new
        if goes_on and flow.of_old[row, column] >= _CROSSING_SHARE and flow.of_new[row, column] >= _CROSSED_SHARE:
            found.splits.setdefault(block.id, []).append(new)
            found.merges.setdefault(new, []).append(block.id)


def _add_merge(found: BlockLinks, flow: _Flow, row: int) -> None:
    """Adds an old block as one that joined the new block which took most of it."""
    column = int(flow.of_old[row].argmax()) if flow.new else -1
    if column < 0 or flow.of_old[row, column] < _MERGED_SHARE:
        return
    found.merges.setdefault(flow.new[column].id, []).append(flow.old[row].id)
