"""Two terms for one: a concept that one text names by one term throughout and the other by several.

Only terms of the term base are looked at, in pairs of provisions where both texts name the concept by exactly one term each; the
rendering used less often is the one to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from ethicsdiff.model.document import Provision
from ethicsdiff.model.versions import Divergence, DivergenceKind
from ethicsdiff.versions.term_index import TermUse, is_form

_LEAST_USUAL = 2
# Everyday English words that vary for the ear's sake, or name what other languages have several words for.
_EVERYDAY = frozenset(
    {"conduct", "bias", "public", "self_recusal", "complaint", "decision", "application", "measure", "training", "requirement", "rule"}
)
FindTerms = Callable[[str, str], Sequence[TermUse]]
_Row = tuple[int, tuple[TermUse, TermUse]]


def term_divergences(pairs: Sequence[tuple[Provision, Provision]], find: FindTerms) -> Iterator[tuple[int, Divergence]]:
    """Yields (ordinal of the pair, divergence) for every rendering that departs from the usual one of its term."""
    rows: dict[str, list[_Row]] = defaultdict(list)
    for number, (left, right) in enumerate(pairs):
        ours, theirs = _single_uses(left, find), _single_uses(right, find)
        for concept in ours.keys() & theirs.keys():
            rows[concept].append((number, (ours[concept], theirs[concept])))
    languages = (pairs[0][0].language, pairs[0][1].language) if pairs else ("", "")
    for concept in sorted(rows):
        for side in (1, 0):
            if "en" not in languages or concept not in _EVERYDAY:
                yield from _odd(rows[concept], languages[side], side=side)


def _single_uses(provision: Provision, find: FindTerms) -> Mapping[str, TermUse]:
    """Returns the concepts that a provision names by one term only."""
    found: dict[str, dict[str, TermUse]] = defaultdict(dict)
    for use in find(f"{provision.heading}\n{provision.text}", provision.language):
        found[use.concept].setdefault(use.term, use)
    return {concept: next(iter(uses.values())) for concept, uses in found.items() if len(uses) == 1}


def _odd(rows: Sequence[_Row], language: str, *, side: int) -> Iterator[tuple[int, Divergence]]:
    """Yields the rows whose term on one side (0 left, 1 right) is not the usual rendering of the term on the other side."""
    by_source: dict[str, dict[str, list[_Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_source[row[1][1 - side].term][row[1][side].term].append(row)
    for renderings in by_source.values():
        usual = max(renderings, key=lambda term: (len(renderings[term]), -renderings[term][0][0]))
        for term, odd in renderings.items():
            settled = len(renderings[usual]) >= max(_LEAST_USUAL, len(odd) + 1)
            if term != usual and settled and not _holds(term, usual, language) and not _holds(usual, term, language):
                shown = renderings[usual][0][1][side].shown
                yield from ((number, _divergence(*uses, shown)) for number, uses in odd)


def _holds(longer: str, shorter: str, language: str) -> bool:
    """Returns whether one term is the other with a word more, which is no second term."""
    return all(any(is_form(a, b, language) for a in longer.split()) for b in shorter.split())


def _divergence(ours: TermUse, theirs: TermUse, usual: str) -> Divergence:
    params = (("concept", ours.concept), ("usual", usual))
    return Divergence(kind=DivergenceKind.TERM, left=ours.words, right=theirs.words, params=params)
