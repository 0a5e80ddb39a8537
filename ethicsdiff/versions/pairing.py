"""One to one: each text of the old version to what it became, by equal words first, then by likeness, neighbours and order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from ethicsdiff.languages.similarity import wording_table
from ethicsdiff.versions.likeness import Table, likeness_table, rarity
from ethicsdiff.versions.units import Side, Text, home_of

_LEVELS = (0.95, 0.85, 0.75, 0.65, 0.55)
_LEAST_LIKENESS = 0.32
_SAME_PARENT = 0.14
_NEIGHBOUR = 0.07
_SAME_LABEL = 0.03
_NEAR = 0.02
_LIKE_HEADING = 0.85
_SURE_WORDS = 3


@dataclass(slots=True)
class Links:
    """Texts of the old version tied to texts of the new one, by ordinal, with the likeness of each tie."""

    old: Side
    new: Side
    forth: dict[int, int] = field(default_factory=dict)
    back: dict[int, int] = field(default_factory=dict)
    likeness: dict[int, float] = field(default_factory=dict)

    def tie(self, old: int, new: int, likeness: float) -> None:
        """Ties two texts."""
        self.forth[old], self.back[new], self.likeness[old] = new, old, likeness

    def free_old(self) -> list[Text]:
        """Returns the texts of the old version without a tie."""
        return [text for text in self.old.texts if text.index not in self.forth]

    def free_new(self) -> list[Text]:
        """Returns the texts of the new version without a tie."""
        return [text for text in self.new.texts if text.index not in self.back]


def link_texts(old: Side, new: Side) -> Links:
    """Returns the one-to-one ties between the texts of two versions; what was deleted or is new has none."""
    links = Links(old, new)
    _tie_equal(links)
    _tie_alike(links)
    return links


def _tie_equal(links: Links) -> None:
    """Ties texts whose words stand once on either side; short ones wait for their neighbours."""
    once_old, once_new = _once(links.old), _once(links.new)
    for key, text in once_old.items():
        other = once_new.get(key)
        if other is not None and len(text.stems) >= _SURE_WORDS:
            links.tie(text.index, other.index, 1.0)


def _once(side: Side) -> dict[str, Text]:
    counts = Counter(text.key for text in side.texts)
    return {text.key: text for text in side.texts if counts[text.key] == 1}


def _tie_alike(links: Links) -> None:
    """Ties the rest, the surest first, so that each tie helps to place its neighbours."""
    old, new = links.free_old(), links.free_new()
    weights = rarity((*links.old.texts, *links.new.texts))
    table = likeness_table(old, new, weights)
    for row, text in enumerate(old):
        table[row, [column for column, other in enumerate(new) if other.key == text.key]] = 1.0
    headings = _Headings(links)
    for least in _LEVELS:
        while _tie_best(links, old, new, table, headings, least):
            pass


def _tie_best(links: Links, old: list[Text], new: list[Text], table: Table, headings: _Headings, least: float) -> bool:
    """Ties every pair that is the best for both its texts and good enough; returns whether there was one."""
    totals = _totals(links, old, new, table, headings)
    if not totals.size:
        return False
    rows, columns = totals.argmax(axis=1), totals.argmax(axis=0)
    found = False
    for row, column in enumerate(rows):
        if totals[row, column] >= least and columns[column] == row:
            links.tie(old[row].index, new[column].index, float(min(table[row, column], 1.0)))
            found = True
    return found


def _totals(links: Links, old: list[Text], new: list[Text], table: Table, headings: _Headings) -> Table:
    """Returns likeness with what the surroundings add; 0 where a text is tied already or two are too unlike."""
    totals = np.zeros_like(table)
    siblings = _SiblingVotes(links)
    for row, column in zip(*np.nonzero(table >= _LEAST_LIKENESS), strict=True):
        one, other = old[row], new[column]
        if one.index in links.forth or other.index in links.back:
            continue
        totals[row, column] = table[row, column] + siblings.bonus(one, other, headings) + _place_bonus(links, one, other)
    return totals


def _place_bonus(links: Links, old: Text, new: Text) -> float:
    """Returns what neighbours, label and relative place add."""
    before = links.forth.get(old.index - 1, -9) == new.index - 1
    after = links.forth.get(old.index + 1, -9) == new.index + 1
    same_label = bool(old.provision.label) and old.provision.label == new.provision.label
    apart = abs(old.index / len(links.old.texts) - new.index / len(links.new.texts))
    return _NEIGHBOUR * (before + after) + _SAME_LABEL * same_label + _NEAR * (1 - apart)


class _SiblingVotes:
    """Where the other texts of a unit went: counts of (old unit, new unit) among the ties made so far."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._votes: Counter[tuple[str, str]] = Counter()
        self._cast: Counter[str] = Counter()
        for old, new in links.forth.items():
            home, there = home_of(links.old, old), home_of(links.new, new)
            self._votes[home, there] += 1
            self._cast[home] += 1

    def bonus(self, old: Text, new: Text, headings: _Headings) -> float:
        """Returns what the siblings add; where none is tied yet, what equal headings add."""
        home, there = home_of(self._links.old, old.index), home_of(self._links.new, new.index)
        if self._cast[home]:
            return _SAME_PARENT * self._votes[home, there] / self._cast[home]
        return _SAME_PARENT * headings.alike(home, there)


class _Headings:
    """Which headed units of the two versions have like headings."""

    def __init__(self, links: Links) -> None:
        old = [p for p in links.old.provisions.values() if p.heading]
        new = [p for p in links.new.provisions.values() if p.heading]
        self._rows = {p.id: n for n, p in enumerate(old)}
        self._columns = {p.id: n for n, p in enumerate(new)}
        self._table = wording_table([p.heading.lower() for p in old], [p.heading.lower() for p in new]) if old and new else None

    def alike(self, old: str, new: str) -> bool:
        """Returns whether two units have like headings."""
        if self._table is None or old not in self._rows or new not in self._columns:
            return False
        return bool(self._table[self._rows[old], self._columns[new]] >= _LIKE_HEADING)
