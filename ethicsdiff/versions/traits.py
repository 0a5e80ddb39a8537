"""What can be compared between two languages before any divergence is looked for: number, facts, length, terms, meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import Provision
from ethicsdiff.model.versions import Tier
from ethicsdiff.versions.facts import facts_of
from ethicsdiff.versions.units import Side, said

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]
FindConcepts = Callable[[str, str], frozenset[str]]
_NUMBER = re.compile(r"\d+(?:[-.]\d+)*")
_LETTER = re.compile(r"[^\W\d_]")
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя")
_ROMANS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10"}
_LONGEST = 800


@dataclass(frozen=True, slots=True)
class Traits:
    """A unit as its counterpart in another language could be told by; `vector` is a unit vector, empty without an encoder."""

    id: str
    depth: int
    number: str
    place: float
    length: int
    facts: Counter[str]
    concepts: frozenset[str]
    pair: str
    vector: Vectors


def label_number(provision: Provision) -> str:
    """Returns the number of a label without words and marks; a letter is told as its ordinal, because «2)» is "(b)" in English."""
    label = folded(provision.label or (provision.path[-1] if provision.path else ""))
    digits = _NUMBER.search(label)
    if digits:
        return digits.group()
    letters = "".join(_LETTER.findall(label))
    if len(letters) == 1:
        place = max(alphabet.find(letters) for alphabet in _ALPHABETS)
        return str(place + 1) if letters != "i" else "1"
    return _ROMANS.get(letters, "")


def traits_of(side: Side, units: Sequence[tuple[Provision, str]], encode: Encode | None, find: FindConcepts | None) -> list[Traits]:
    """Returns the traits of units, each given with all its words, in order."""
    vectors = _vectors([words[:_LONGEST] for _, words in units], encode)
    count = max(1, len(units))
    return [
        Traits(
            id=unit.id, depth=_depth(side, unit), number=label_number(unit), place=n / count, length=len(words),
            facts=fact_values(words, unit.language), concepts=find(words, unit.language) if find else frozenset(), pair=unit.pair,
            vector=vectors[n],
        )
        for n, (unit, words) in enumerate(units)
    ]  # fmt: skip


def _depth(side: Side, unit: Provision) -> int:
    """Returns how many units lie between a unit and its article; the only point of an article is the article's own text in some drafts."""
    article = side.block_of(unit.id, Tier.ARTICLE)
    return max(1, len(unit.path) - len(side.provisions[article].path)) if article else len(unit.path)


def fact_values(words: str, language: str) -> Counter[str]:
    """Returns the facts of a text as values that do not depend on the language."""
    facts = facts_of(words, language)
    values = [f"q{q.value}" for q in facts.quantities if not q.optional]
    values += [f"d{date.value}" for date in facts.dates]
    values += [f"r{reference.number}" for reference in facts.references]
    return Counter(values)


def _vectors(texts: Sequence[str], encode: Encode | None) -> Vectors:
    """Returns unit vectors, the mean of the language taken out: what all its texts share is not their meaning."""
    if encode is None or not texts:
        return np.zeros((len(texts), 0), np.float32)
    raw = encode(texts)
    centred = raw - raw.mean(axis=0, keepdims=True) if len(texts) > 2 else raw
    unit: Vectors = centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)
    return unit


def words_within(side: Side, block: Provision) -> str:
    """Returns the heading of a block and the words of its texts, a line each."""
    inside = (t.provision for t in side.texts if block.id in (side.block_of(t.id, Tier.ARTICLE), side.block_of(t.id, Tier.CONTAINER)))
    return "\n".join((block.heading, *(said(p) for p in inside)))
