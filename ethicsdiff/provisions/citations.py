"""References in a draft: to its own units, resolved; to units of other acts; to clauses of the standards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ethicsdiff.languages.base import CitedUnit
from ethicsdiff.languages.cited import standard_citations
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import Folded, fold, folded, verbatim_span
from ethicsdiff.model.document import Citation, CitationKind, Draft, Provision, ProvisionKind, Span
from ethicsdiff.provisions.mentions import THIS, Chain, Mention, Number, chains_in
from ethicsdiff.provisions.owners import Owner, own_nouns, owner_of
from ethicsdiff.provisions.resolve import Index, Step, index_of, resolve

_ARTICLE = ProvisionKind.ARTICLE
_LONGEST_RANGE = 60
_POINT = CitedUnit(kinds=(ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH), word="")
_ITEM = CitedUnit(kinds=(ProvisionKind.SUBPARAGRAPH,), word="")
_OWNED = frozenset({_ARTICLE, ProvisionKind.ANNEX})
_UPPER = frozenset({ProvisionKind.ANNEX, ProvisionKind.PART, ProvisionKind.SECTION, ProvisionKind.CHAPTER, _ARTICLE})


def citations(draft: Draft) -> tuple[Citation, ...]:
    """Returns the citations in the texts of a draft in document order, those of its own units with the unit meant.

    A citation of several units gives one for each; what could mean several units has no target.
    """
    index = index_of(draft)
    own = own_nouns(folded(provision.text) for provision in draft.provisions)
    texts = {block.ordinal: block.text for block in draft.source.blocks}
    found: list[Citation] = []
    for provision in draft.provisions:
        for span in provision.spans:
            found.extend(_in_span(provision, span, texts[span.block][span.start : span.end], own, index))
    return tuple(found)


def _in_span(provision: Provision, span: Span, text: str, own: frozenset[str], index: Index) -> Iterator[Citation]:
    language = provision.language if provision.language in LANGUAGES else "ru"
    standards = [_of_standard(provision, span, one.standard, one.clause, one.start, one.end) for one in standard_citations(text)]
    taken = [(one.spans[0].start, one.spans[0].end) for one in standards]
    plain = fold(text)
    chains = chains_in(plain.text, language)
    owners = [owner_of(chain, plain.text, text[_end(plain, chain) :], language, own) for chain in chains]
    yield from standards
    for place, chain in enumerate(chains):
        start, end = verbatim_span(plain, chain.start, chain.end)
        where = Span(block=span.block, start=span.start + start, end=span.start + end)
        if any(where.start < to and since < where.end for since, to in taken):
            continue
        outer, owner = _completed(place, chains, owners, plain.text, language)
        for citation in _citations(provision, outer, owner, index):
            yield replace(citation, spans=(where,))


def _end(plain: Folded, chain: Chain) -> int:
    return plain.offsets[min(chain.end, len(plain.offsets) - 1)]


def _of_standard(provision: Provision, span: Span, standard: str, clause: str, start: int, end: int) -> Citation:
    where = Span(block=span.block, start=span.start + start, end=span.start + end)
    return Citation(provision=provision.id, kind=CitationKind.STANDARD, parts=((standard, clause),), spans=(where,))


def _completed(place: int, chains: Sequence[Chain], owners: Sequence[Owner], text: str, language: str) -> tuple[Chain, Owner]:
    """Returns a chain with what its neighbour says for both: «пункт 1, пункт 2 статьи 5», "5-баптың 1-тармағы және 2-тармағы"."""
    chain, owner = chains[place], owners[place]
    words = LANGUAGES[language].citing
    if words is None or chain.is_complete or chain.mentions[0].numbers[0].written == THIS:
        return chain, owner
    other = place - 1 if words.number_first else place + 1
    if not 0 <= other < len(chains) or not chains[other].is_complete:
        return chain, owner
    first, second = (chains[other], chain) if words.number_first else (chain, chains[other])
    gap = text[first.end : second.start].strip(" ,")
    near = gap in ("", "и", "или", "либо", "and", "or") or (words.number_first and chain.mentions[0].owned and "." not in gap)
    if not near or (words.number_first and not chain.mentions[0].owned):
        return chain, owner
    depth = chain.mentions[0].unit.kinds[0]
    shared = [mention for mention in chains[other].mentions if mention.unit.kinds[0] != depth and mention.unit not in _units(chain)]
    return Chain((*_above(shared, chain), *chain.mentions)), owners[other]


def _units(chain: Chain) -> list[object]:
    return [mention.unit for mention in chain.mentions]


def _above(shared: Sequence[Mention], chain: Chain) -> list[Mention]:
    """Returns the mentions of a neighbour that stand above a chain's own outermost unit: its article and what holds it."""
    upper = [mention for mention in shared if mention.unit.kinds[0] in _UPPER]
    nested = chain.mentions[0].unit.kinds[0] == ProvisionKind.SUBPARAGRAPH
    points = [mention for mention in shared if mention.unit.kinds[0] == ProvisionKind.PARAGRAPH]
    return [*upper, *(points if nested else ())]


def _citations(provision: Provision, chain: Chain, owner: Owner, index: Index) -> Iterator[Citation]:
    """Yields a citation for each unit that a chain names; a chain with two lists leaves open what belongs to what."""
    lists = [mention for mention in chain.mentions if len(mention.numbers) > 1]
    external = not owner.own and (bool(owner.act) or (chain.mentions[0].owned and chain.mentions[0].unit.kinds[0] in _OWNED))
    kind = CitationKind.EXTERNAL if external else CitationKind.INTERNAL
    for steps in _each(chain, index):
        meant = [] if external else resolve(steps, provision, index)
        several = len(meant) > 1 or (len(lists) > 1 and bool(meant))
        yield Citation(
            provision=provision.id, kind=kind, parts=tuple((unit.kinds[0].value, number) for unit, number, _ in steps), spans=(),
            act=owner.act, target=meant[0].id if meant and not several else "", by_words=any(words for _, _, words in steps),
            candidates=tuple(unit.id for unit in meant) if several else (),
        )  # fmt: skip


def _each(chain: Chain, index: Index) -> Iterator[list[Step]]:
    """Yields the steps to each unit named, numbers in brackets as steps of their own."""
    paths: list[list[Step]] = [[]]
    for mention in chain.mentions:
        numbers = [number for one in mention.numbers for number in _written_out(one, mention, index)]
        paths = [[*path, *_steps(mention, number)] for path in paths for number in numbers]
    yield from paths


def _written_out(number: Number, mention: Mention, index: Index) -> list[Number]:
    """Returns the numbers of a range that looks like an inserted unit («статьи 26–28»); an inserted unit that exists stays."""
    low, dash, high = number.written.partition("-")
    exists = any((kind, number.written) in index.upper for kind in mention.unit.kinds)
    if exists or not (dash and low.isdigit() and high.isdigit() and int(low) < int(high) <= int(low) + _LONGEST_RANGE):
        return [number]
    return [Number(str(value)) for value in range(int(low), int(high) + 1)]


def _steps(mention: Mention, number: Number) -> list[Step]:
    inner: list[Step] = []
    for depth, written in enumerate(number.inner):
        unit = _POINT if depth == 0 and mention.unit.kinds[0] == _ARTICLE else _ITEM
        inner.append((unit, written, False))
    return [(mention.unit, number.written, mention.by_words), *inner]
