"""From two language texts of one draft to their pairs and divergences: the door to this half of the room, a pure function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ethicsdiff.model.document import Draft, Provision
from ethicsdiff.model.versions import Divergence, DivergenceKind, Parallel, ParallelPair
from ethicsdiff.versions.divergences import text_divergences
from ethicsdiff.versions.list_modals import with_modals_ahead
from ethicsdiff.versions.parallel import Matcher, Tied
from ethicsdiff.versions.terms import FindTerms, term_divergences
from ethicsdiff.versions.traits import Encode, FindConcepts
from ethicsdiff.versions.units import Side

_ORDER = list(DivergenceKind)


def compare_languages(
    left: Draft, right: Draft, *, encode: Encode | None = None, find: FindTerms | None = None, encoder: str = ""
) -> Parallel:
    """Returns the pairs of two texts and where they part.

    Args:
        left: the text in one language.
        right: the text in the other.
        encode: turns texts into vectors whose scalar product is their nearness in meaning; without it only structure, numbers and
            terms tell units apart.
        find: finds the terms of the term base in a text; without it terms are not compared.
        encoder: the name of what encodes, for the record.
    """
    matcher = Matcher(with_modals_ahead(left), with_modals_ahead(right), encode, _concepts(find))
    pairs = _once(matcher.ties())
    told = [_told(pair, pairs, matcher) for pair in pairs]
    if find is not None:
        told = _with_terms(told, matcher, find)
    languages = (left.source.languages[0], right.source.languages[0])
    return Parallel(left=left, right=right, languages=languages, pairs=_in_order(told, matcher), encoder=encoder)


def _concepts(find: FindTerms | None) -> FindConcepts | None:
    if find is None:
        return None
    return lambda text, language: frozenset(use.concept for use in find(text, language))


def _once(ties: Sequence[Tied]) -> list[ParallelPair]:
    """Returns the ties as pairs; an article with words of its own is tied as article and as text, and told once."""
    found: dict[tuple[str, str], ParallelPair] = {}
    for tie in ties:
        pair = ParallelPair(left=tie.left, right=tie.right, likeness=round(tie.likeness, 3), within=tie.within)
        found.setdefault((tie.left, tie.right), pair)
    return list(found.values())


# --- what a pair is told of ------------------------------------------------------------------------------------------
def _told(pair: ParallelPair, pairs: Sequence[ParallelPair], matcher: Matcher) -> ParallelPair:
    left, right = matcher.left.provisions.get(pair.left), matcher.right.provisions.get(pair.right)
    if left is not None and right is not None:
        return replace(pair, divergences=text_divergences(left, right))
    side, unit, kind = (matcher.left, left, DivergenceKind.MISSING) if left is not None else (matcher.right, right, DivergenceKind.EXTRA)
    if unit is None or pair.within or _is_missing_above(unit, pairs, kind):
        return replace(pair, within=True)
    return replace(pair, divergences=(_absent(unit, side, pairs, matcher, kind),))


def _is_missing_above(unit: Provision, pairs: Sequence[ParallelPair], kind: DivergenceKind) -> bool:
    """Returns whether the unit above is missing as well, so that saying it once is enough."""
    if kind == DivergenceKind.MISSING:
        return any(pair.left == unit.parent and not pair.right for pair in pairs) and not _is_tied_left(unit.parent, pairs)
    return any(pair.right == unit.parent and not pair.left for pair in pairs) and not _is_tied_right(unit.parent, pairs)


def _is_tied_left(one: str, pairs: Sequence[ParallelPair]) -> bool:
    return any(pair.left == one and pair.right for pair in pairs)


def _is_tied_right(one: str, pairs: Sequence[ParallelPair]) -> bool:
    return any(pair.right == one and pair.left for pair in pairs)


def _absent(unit: Provision, side: Side, pairs: Sequence[ParallelPair], matcher: Matcher, kind: DivergenceKind) -> Divergence:
    """Returns the divergence of a unit that only one text has; in a list it changes the length of the list as well."""
    words = " ".join(f"{unit.heading} {unit.text}".split())
    left, right = (words, "") if kind == DivergenceKind.MISSING else ("", words)
    parent = side.provisions.get(unit.parent)
    if parent is None or not parent.text.rstrip().endswith(":"):
        return Divergence(kind=kind, left=left, right=right)
    ours = parent.id if kind == DivergenceKind.MISSING else next((p.left for p in pairs if p.right == parent.id and p.left), "")
    theirs = next((p.right for p in pairs if p.left == ours and p.right), "") if kind == DivergenceKind.MISSING else parent.id
    counts = (("left", str(_items(matcher.left, ours))), ("right", str(_items(matcher.right, theirs))))
    return Divergence(kind=kind, left=left, right=right, also=(DivergenceKind.LIST_LENGTH,), params=counts)


def _items(side: Side, parent: str) -> int:
    return sum(bool(parent) and unit.parent == parent for unit in side.provisions.values())


# --- terms and order -------------------------------------------------------------------------------------------------
def _with_terms(pairs: Sequence[ParallelPair], matcher: Matcher, find: FindTerms) -> list[ParallelPair]:
    found = list(pairs)
    places = [n for n, pair in enumerate(pairs) if pair.left and pair.right]
    units = [(matcher.left.provisions[pairs[n].left], matcher.right.provisions[pairs[n].right]) for n in places]
    for number, divergence in term_divergences(units, find):
        pair = found[places[number]]
        if divergence not in pair.divergences:
            rows = sorted((*pair.divergences, divergence), key=lambda row: _ORDER.index(row.kind))
            found[places[number]] = replace(pair, divergences=tuple(rows))
    return found


def _in_order(pairs: Sequence[ParallelPair], matcher: Matcher) -> tuple[ParallelPair, ...]:
    """Returns the pairs in the order of the left text, units of the right text alone after what stands before them there."""
    left, right = matcher.left.order, matcher.right.order
    ahead = {pair.right: left[pair.left] for pair in pairs if pair.left and pair.right}
    last, anchors = -1, {}
    for one in right:
        last = ahead.get(one, last)
        anchors[one] = last
    return tuple(sorted(pairs, key=lambda p: (left[p.left], 0, 0) if p.left else (anchors[p.right], 1, right[p.right])))
