"""Two language texts of one draft, unit by unit: chapters, articles, then the texts within each, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ethicsdiff.model.document import Draft, Provision
from ethicsdiff.model.versions import Tier
from ethicsdiff.versions.alignment import align
from ethicsdiff.versions.traits import Encode, FindConcepts, Traits, traits_of, words_within
from ethicsdiff.versions.units import Side, said, side_of


@dataclass(frozen=True, slots=True)
class Tied:
    """A unit in two languages, "" on one side where the other text has no such unit; `within` says a larger unit is missing already."""

    tier: Tier
    left: str
    right: str
    likeness: float = 0.0
    within: bool = False


class Matcher:
    """Ties the units of two texts."""

    def __init__(self, left: Draft, right: Draft, encode: Encode | None = None, find: FindConcepts | None = None) -> None:
        self.left, self.right = side_of(left), side_of(right)
        self._encode, self._find = encode, find
        self._texts = tuple(self._text_traits(side) for side in (self.left, self.right))

    def ties(self) -> list[Tied]:
        """Returns the ties of all units, every unit once."""
        containers = list(self._block_ties(Tier.CONTAINER))
        articles = list(self._block_ties(Tier.ARTICLE))
        homes = {tie.left: tie.right for tie in (*containers, *articles) if tie.left and tie.right}
        return [*containers, *articles, *self._text_ties(homes)]

    def _traits(self, side: Side, units: Sequence[tuple[Provision, str]]) -> list[Traits]:
        return traits_of(side, units, self._encode, self._find)

    def _text_traits(self, side: Side) -> dict[str, Traits]:
        rows = self._traits(side, [(t.provision, said(t.provision)) for t in side.texts])
        return {row.id: row for row in rows}

    def _block_ties(self, tier: Tier) -> Iterator[Tied]:
        sides = (self.left, self.right)
        rows = [self._traits(side, [(b, words_within(side, b)) for b in side.blocks(tier)]) for side in sides]
        yield from _told(tier, rows[0], rows[1])

    def _text_ties(self, homes: Mapping[str, str]) -> Iterator[Tied]:
        """Yields the ties of texts: those of two blocks that are tied are laid beside each other, the others go with their block."""
        left, right = _by_home(self.left), _by_home(self.right)
        for home, texts in left.items():
            there = homes.get(home, "")
            if there or not home:
                rows = [self._texts[0][one] for one in texts], [self._texts[1][one] for one in right.pop(there, ())]
                yield from _told(Tier.TEXT, *rows)
            else:
                yield from (Tied(Tier.TEXT, one, "", within=True) for one in texts)
        for home, texts in right.items():
            yield from (Tied(Tier.TEXT, "", one, within=bool(home) and home not in homes.values()) for one in texts)


def _told(tier: Tier, left: Sequence[Traits], right: Sequence[Traits]) -> Iterator[Tied]:
    ties = align(left, right)
    for row, column, likeness in ties:
        yield Tied(tier, left[row].id, right[column].id, likeness)
    rows, columns = {row for row, _, _ in ties}, {column for _, column, _ in ties}
    yield from (Tied(tier, one.id, "") for n, one in enumerate(left) if n not in rows)
    yield from (Tied(tier, "", one.id) for n, one in enumerate(right) if n not in columns)


def _by_home(side: Side) -> dict[str, list[str]]:
    """Returns the texts of each article, else of each innermost chapter, in order."""
    found: dict[str, list[str]] = {}
    for text in side.texts:
        home = side.block_of(text.id, Tier.ARTICLE) or side.block_of(text.id, Tier.CONTAINER)
        found.setdefault(home, []).append(text.id)
    return found
