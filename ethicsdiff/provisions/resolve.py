"""From the numbers of a citation to the one provision they mean; where several could be meant, to none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ethicsdiff.languages.base import CitedUnit
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import Draft, Provision, ProvisionKind
from ethicsdiff.provisions.labels import read_label
from ethicsdiff.provisions.mentions import THIS
from ethicsdiff.provisions.numbers import key_of, ordinal_value

_TOP = frozenset({ProvisionKind.ANNEX, ProvisionKind.PART, ProvisionKind.SECTION, ProvisionKind.CHAPTER, ProvisionKind.ARTICLE})


@dataclass(slots=True)
class Index:
    """The provisions of a draft by id, by parent, and those of the upper kinds by number."""

    by_id: dict[str, Provision] = field(default_factory=dict)
    children: dict[str, list[Provision]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    upper: dict[tuple[ProvisionKind, str], list[Provision]] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)


def index_of(draft: Draft) -> Index:
    """Returns the index of a draft."""
    index = Index()
    for provision in draft.provisions:
        index.by_id[provision.id] = provision
        index.children.setdefault(provision.parent, []).append(provision)
        label = read_label(f"{provision.label} ", draft.source.languages) if provision.label else None
        number = key_of(label.number) if label is not None else ""
        index.numbers[provision.id] = number
        index.upper.setdefault((provision.kind, number), []).append(provision)
        index.roots[provision.id] = _root(provision, index)
    return index


def _root(provision: Provision, index: Index) -> str:
    """Returns what keeps the numbers of one text apart from another's: the column of a language, the annex."""
    if provision.kind == ProvisionKind.ANNEX:
        return provision.id
    column = provision.id.partition(".")[0] if provision.pair else ""
    return index.roots.get(provision.parent, "") or column


Step = tuple[CitedUnit, str, bool]


def resolve(steps: Sequence[Step], start: Provision, index: Index) -> list[Provision]:
    """Returns the provisions that steps may lead to from the outermost in; each is (unit, number as written, whether in words)."""
    here = _starting_points(steps[0], start, index)
    for unit, number, by_words in steps[1:]:
        here = [found for holder in here for found in _below(holder, unit, number, by_words, index)]
    return here


def _starting_points(step: Step, start: Provision, index: Index) -> list[Provision]:
    unit, number, by_words = step
    if number == THIS:
        return _enclosing(start, unit, index)
    if unit.kinds[0] in _TOP:
        return _numbered(unit, _key(number, by_words, start.language), start, index)
    for holder in _holders(start, index):
        found = _below(holder, unit, number, by_words, index)
        if found or holder.kind == ProvisionKind.ARTICLE:
            return found
    return _through(unit.kinds, _key(number, by_words, start.language), start, index)


def _key(number: str, by_words: bool, language: str) -> str:
    return str(ordinal_value(number, language)) if by_words else key_of(number)


def _holders(start: Provision, index: Index) -> list[Provision]:
    """Returns the units around a provision from the innermost out; the provision itself where it stands at the top."""
    found = []
    above = index.by_id.get(start.parent)
    while above is not None:
        found.append(above)
        above = index.by_id.get(above.parent)
    return found or [start]


def _enclosing(start: Provision, unit: CitedUnit, index: Index) -> list[Provision]:
    """Returns the innermost unit around a provision that a word names, one so labelled before one of the kind alone."""
    around = [start, *_holders(start, index)]
    named = [one for one in around if _is_named(one, unit)]
    return (named or [one for kind in unit.kinds for one in around if one.kind == kind])[:1]


def _is_named(provision: Provision, unit: CitedUnit) -> bool:
    """Returns whether a label holds the very word of a citation: раздел and параграф are both sections."""
    return bool(unit.word) and bool(re.search(rf"(?<!\w)(?:{unit.word})(?!\w)", folded(provision.label)))


def _numbered(unit: CitedUnit, key: str, start: Provision, index: Index) -> list[Provision]:
    """Returns the units of an upper kind with that number in the text the citation stands in."""
    found = [one for kind in unit.kinds for one in index.upper.get((kind, key), ())]
    root = index.roots[start.id]
    here = [one for one in found if index.roots[one.id] == root] or [one for one in found if index.roots[one.id] == _column(root)]
    return [one for one in here if _is_named(one, unit)] or here


def _column(root: str) -> str:
    """Returns the language column that an annex belongs to, an empty string in a text of one column."""
    head = root.partition(".")[0]
    return head if head in LANGUAGES else ""


def _through(kinds: Sequence[ProvisionKind], key: str, start: Provision, index: Index) -> list[Provision]:
    """Returns the points with that number in a text whose points are numbered through."""
    for kind in kinds:
        same = (one for one in index.upper.get((kind, key), ()) if one.label and index.roots[one.id] == index.roots[start.id])
        found = [one for one in same if not any(above.kind == ProvisionKind.ARTICLE for above in _holders(one, index))]
        if found:
            return found
    return []


def _below(holder: Provision, unit: CitedUnit, number: str, by_words: bool, index: Index) -> list[Provision]:
    """Returns the units with a number under another, looked for through paragraphs without number."""
    if number == THIS:
        return []
    key = _key(number, by_words, holder.language)
    if by_words or unit.kinds[0] == ProvisionKind.INDENT:
        found = _ordinal(holder, int(key) if key.isdigit() else 0, index)
        if found or unit.kinds[0] == ProvisionKind.INDENT:
            return found
    candidates = [child for child in _labelled(holder, index) if index.numbers[child.id] == key]
    bracketed = [child for child in candidates if child.label.endswith(")")]
    if number.endswith(")"):
        return bracketed or candidates
    return [child for child in candidates if child not in bracketed] or candidates


def _labelled(holder: Provision, index: Index) -> list[Provision]:
    found = []
    for child in index.children.get(holder.id, ()):
        found += [child] if child.label else _labelled(child, index)
    return found


def _ordinal(holder: Provision, value: int, index: Index) -> list[Provision]:
    """Returns a paragraph without number by its place: the unit's own words are the first where it has any."""
    plain = [child for child in index.children.get(holder.id, ()) if not child.label]
    paragraphs = [holder, *plain] if holder.text else plain
    return paragraphs[value - 1 : value] if value else []
