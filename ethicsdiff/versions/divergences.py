"""Where two language texts of one provision part: modality, negation, deadlines, numbers, dates, references, lists.

Every finder is built to be silent in doubt: what one language may leave out or word otherwise is no divergence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ethicsdiff.languages.bounds import bound_of
from ethicsdiff.languages.dates import DateFound
from ethicsdiff.languages.negation import negations_clash, negations_in
from ethicsdiff.languages.nlp import sentences
from ethicsdiff.languages.quantities import TIME_UNITS, Quantity
from ethicsdiff.languages.references import Reference
from ethicsdiff.model.document import Provision
from ethicsdiff.model.versions import Divergence, DivergenceKind
from ethicsdiff.versions.claim_words import Claim
from ethicsdiff.versions.enumerations import lists_part
from ethicsdiff.versions.facts import facts_of
from ethicsdiff.versions.norms import Norm, norms_of, unanswered
from ethicsdiff.versions.units import said


def text_divergences(left: Provision, right: Provision) -> tuple[Divergence, ...]:
    """Returns the divergences of two wordings of one provision, gravest first."""
    if left.repealed or right.repealed:
        return ()
    one, other = said(left), said(right)
    found = [
        *_norms(one, left.language, other, right.language), *_quantities(one, left.language, other, right.language),
        *_dates(one, left.language, other, right.language), *_references(one, left.language, other, right.language),
        *_lists(one, left.language, other, right.language),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda row: list(DivergenceKind).index(row.kind)))


# --- modality and negation -------------------------------------------------------------------------------------------
def _norms(one: str, left: str, other: str, right: str) -> Iterator[Divergence]:
    """Yields divergences of modality and negation: sentence by sentence where both texts have as many, else of the whole."""
    ours, theirs = ([one[a:b] for a, b in sentences(one, left)], [other[a:b] for a, b in sentences(other, right)])
    if 1 < len(ours) == len(theirs):
        for a, b in zip(ours, theirs, strict=True):
            yield from _norm(a, left, b, right)
    else:
        yield from _norm(one, left, other, right)


def _norm(one: str, left: str, other: str, right: str) -> Iterator[Divergence]:
    """Yields at most one divergence: of negation where the same word is negated on one side alone, else of modality."""
    here, there = norms_of(one, left), norms_of(other, right)
    ours, theirs = unanswered(here, there)
    negated, beside = negations_in(one, left), negations_in(other, right)
    clash = negations_clash(negated, beside)
    params: tuple[tuple[str, str], ...]
    if ours or theirs:
        a, b = _opposite(ours, here.found), _opposite(theirs, there.found)
        kinds = [DivergenceKind.MODALITY, *([DivergenceKind.NEGATION] if _is_negation(a, b) else [])]
        if clash:
            kinds.reverse()
        params = (("left", a.modality.value if a else ""), ("right", b.modality.value if b else ""))
        yield Divergence(kind=kinds[0], left=a.words if a else "", right=b.words if b else "", also=tuple(kinds[1:]), params=params)
    elif bool(here.hedge) != bool(there.hedge):
        side = "left" if here.hedge else "right"
        yield Divergence(kind=DivergenceKind.MODALITY, left=here.hedge, right=there.hedge, params=(("hedge", side),))
    elif clash:
        first, second = (next(iter((*(words for words, _, _ in side.words), *side.firm)), "") for side in (negated, beside))
        params = (("left", str(negated.sure)), ("right", str(beside.sure)))
        yield Divergence(kind=DivergenceKind.NEGATION, left=first, right=second, params=params)


def _opposite(unmet: Sequence[Norm], found: Sequence[Norm]) -> Norm | None:
    """Returns the claim that asks for an answer, else the one that stands in its place."""
    return next(iter((*unmet, *(norm for norm in found if norm.sure), *found)), None)


def _is_negation(left: Norm | None, right: Norm | None) -> bool:
    """Returns whether a ban stands against a permission or a duty: most likely a lost "not"."""
    claims = {norm.claim for norm in (left, right) if norm is not None}
    return Claim.BAN in claims and bool(claims & {Claim.LEAVE, Claim.DUTY})


# --- numbers ---------------------------------------------------------------------------------------------------------
def _quantities(one: str, left: str, other: str, right: str) -> Iterator[Divergence]:
    ours, theirs = list(facts_of(one, left).quantities), list(facts_of(other, right).quantities)
    for here, there in _cancel(ours, theirs):
        bounds = bound_of(one, left, here.start, here.end), bound_of(other, right, there.start, there.end)
        if bounds[0] and bounds[1] and bounds[0][0] != bounds[1][0]:
            kinds = _number_kinds(here, there)
            yield Divergence(kind=kinds[0], left=bounds[0][1], right=bounds[1][1], also=kinds[1:])
    gone, come = _worth_telling(ours, theirs)
    for number in range(max(len(gone), len(come))):
        a, b = (side[number] if number < len(side) else None for side in (gone, come))
        kinds = _number_kinds(a, b)
        yield Divergence(kind=kinds[0], left=a.words if a else "", right=b.words if b else "", also=kinds[1:])


def _number_kinds(one: Quantity | None, other: Quantity | None) -> tuple[DivergenceKind, ...]:
    """Returns how a difference of two numbers may be read, the likeliest first."""
    kinds = (DivergenceKind.NUMBER, *([DivergenceKind.DEADLINE] if _is_time(one, other) else []))
    return kinds[::-1] if _is_deadline(one, other) else kinds


def _cancel(ours: list[Quantity], theirs: list[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Takes out and returns the numbers that both sides hold: those of one unit first, then those whose unit one language leaves out."""
    pairs = []
    for like in (_same_unit, _loose_unit):
        for quantity in tuple(ours):
            equal = next((q for q in theirs if q.value == quantity.value and like(q.unit, quantity.unit)), None)
            if equal is not None:
                ours.remove(quantity)
                theirs.remove(equal)
                pairs.append((quantity, equal))
    return pairs


def _same_unit(one: str, other: str) -> bool:
    return one == other


def _loose_unit(one: str, other: str) -> bool:
    return not (one in TIME_UNITS and other in TIME_UNITS)


def _worth_telling(ours: list[Quantity], theirs: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Returns the numbers left over; one that a language may leave out counts only against a number of its kind."""
    firm_ours, firm_theirs = ([q for q in side if not q.optional] for side in (ours, theirs))
    loose = [(q, r) for q in ours for r in theirs if q.optional and r.optional and _comparable(q, r)]
    if firm_ours or firm_theirs:
        return (firm_ours or [q for q in ours if q.unit in TIME_UNITS], firm_theirs or [q for q in theirs if q.unit in TIME_UNITS])
    return ([loose[0][0]], [loose[0][1]]) if loose else ([], [])


def _comparable(one: Quantity, other: Quantity) -> bool:
    if one.unit in TIME_UNITS and other.unit in TIME_UNITS:
        return True
    return one.unit == other.unit == "times" or one.family == other.family == "ordinal"


def _is_time(one: Quantity | None, other: Quantity | None) -> bool:
    return all(q is None or q.unit in TIME_UNITS for q in (one, other))


def _is_deadline(one: Quantity | None, other: Quantity | None) -> bool:
    return _is_time(one, other) and any(q is not None and q.limit for q in (one, other))


# --- dates and references --------------------------------------------------------------------------------------------
def _dates(one: str, left: str, other: str, right: str) -> Iterator[Divergence]:
    ours, theirs = list(facts_of(one, left).dates), list(facts_of(other, right).dates)
    for date in tuple(ours):
        equal = next((d for d in theirs if _agree(d, date)), None)
        if equal is not None:
            ours.remove(date)
            theirs.remove(equal)
    for number in range(max(len(ours), len(theirs))):
        a, b = (side[number].words if number < len(side) else "" for side in (ours, theirs))
        yield Divergence(kind=DivergenceKind.DATE, left=a, right=b)


def _agree(one: DateFound, other: DateFound) -> bool:
    """Returns whether two dates can be the same: no part that both say differs, and they share one."""
    parts = list(zip(one.value, other.value, strict=True))
    return all(a == b or not (a and b) for a, b in parts) and any(a and a == b for a, b in parts)


def _references(one: str, left: str, other: str, right: str) -> Iterator[Divergence]:
    ours, theirs = list(facts_of(one, left).references), list(facts_of(other, right).references)
    for by_level in (True, False):
        for reference in tuple(ours):
            equal = next((r for r in theirs if r.number == reference.number and (not by_level or r.level == reference.level)), None)
            if equal is not None:
                ours.remove(reference)
                theirs.remove(equal)
    rows = [(_words(ours, n), _words(theirs, n)) for n in range(max(len(ours), len(theirs)))]
    for a, b in dict.fromkeys(rows):
        yield Divergence(kind=DivergenceKind.REFERENCE, left=a, right=b)


def _words(references: Sequence[Reference], number: int) -> str:
    return references[number].words if number < len(references) else ""


# --- lists -----------------------------------------------------------------------------------------------------------
def _lists(one: str, left: str, other: str, right: str) -> Iterator[Divergence]:
    counts = lists_part(one, other, (left, right))
    if counts is not None:
        yield Divergence(kind=DivergenceKind.LIST_LENGTH, left=str(counts[0]), right=str(counts[1]))
