"""What is wrong in the form of a draft: citations that lead nowhere, numbers out of order, empty units, mixed alphabets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ethicsdiff.languages.text import legacy_letters, mixed_alphabet_words
from ethicsdiff.model.document import Citation, CitationKind, Draft, Finding, Provision, ProvisionKind, Severity
from ethicsdiff.provisions.citations import citations
from ethicsdiff.provisions.mentions import THIS
from ethicsdiff.provisions.numbers import follows
from ethicsdiff.provisions.resolve import Index, index_of

_THROUGH = frozenset({ProvisionKind.ARTICLE})
_COUNTED = frozenset(
    {
        ProvisionKind.PART, ProvisionKind.SECTION, ProvisionKind.CHAPTER, ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH,
        ProvisionKind.GOAL, ProvisionKind.TASK, ProvisionKind.MEASURE, ProvisionKind.INDICATOR, ProvisionKind.ANNEX,
        ProvisionKind.TABLE_ROW,
    }
)  # fmt: skip
_REMARK = re.compile(r"\d\s*\($")
_REMARK_WITHIN = 40
_SHOWN_WORDS = 8
_LONGEST_ITEM = 5
Params = tuple[tuple[str, str], ...]


def findings(draft: Draft, cited: Sequence[Citation] | None = None) -> tuple[Finding, ...]:
    """Returns the findings on a draft in the order of their places; `cited` spares reading the citations again."""
    index = index_of(draft)
    place = {provision.id: number for number, provision in enumerate(draft.provisions)}
    found = [
        *_of_citations(draft, citations(draft) if cited is None else cited, index),
        *_of_numbers(draft, index),
        *_empty(draft, index),
    ]
    found.sort(key=lambda finding: place[finding.provision])
    return (*_of_letters(draft), *found)


def _of_citations(draft: Draft, cited: Sequence[Citation], index: Index) -> Iterator[Finding]:
    blocks = {block.ordinal: block for block in draft.source.blocks}
    internal = (citation for citation in cited if citation.kind == CitationKind.INTERNAL)
    for (holder, spans), group in groupby(internal, key=lambda citation: (citation.provision, citation.spans)):
        block, start, end = blocks[spans[0].block], spans[0].start, spans[0].end
        if _is_remark(block.text[:start]):
            continue
        place = replace(block.location, start=start, end=end)
        found = _of_one(list(group), " ".join(block.text[start:end].split()), index.by_id[holder])
        yield from (replace(finding, location=place) for finding in found)


def _is_remark(before: str) -> bool:
    """Returns whether a citation stands in brackets behind the number of a larger unit («статьями 1, 2 (пункт 1)»): not read on."""
    return bool(_REMARK.search(before[-_REMARK_WITHIN:]))


def _of_one(group: Sequence[Citation], quote: str, unit: Provision) -> Iterator[Finding]:
    """Yields what is wrong with the units that one citation names."""
    missing = [citation.parts[-1][1] for citation in group if not citation.target and not citation.candidates]
    several = [citation for citation in group if citation.candidates]
    worded = [citation for citation in group if citation.by_words and _names_article_in_words(citation)]
    if missing:
        yield _finding("citation.dangling", Severity.WARNING, unit, (("quote", quote), ("numbers", ", ".join(missing))))
    if several:
        params = (("quote", quote), ("count", str(len(several[0].candidates))))
        yield _finding("citation.ambiguous", Severity.WARNING, unit, params)
    if worded:
        yield _finding("citation.by-words", Severity.INFO, unit, (("quote", quote),))


def _names_article_in_words(citation: Citation) -> bool:
    numbers = [number for kind, number in citation.parts if kind == ProvisionKind.ARTICLE]
    return any(number != THIS and not any(character.isdigit() for character in number) for number in numbers)


def _finding(code: str, severity: Severity, unit: Provision, params: Params) -> Finding:
    return Finding(code=code, severity=severity, provision=unit.id, params=params, location=unit.location)


def _of_numbers(draft: Draft, index: Index) -> Iterator[Finding]:
    for series in _series(draft, index):
        seen: dict[str, Provision] = {}
        for unit in series:
            number = index.numbers[unit.id]
            if number in seen:
                yield _finding("numbers.repeated", Severity.WARNING, unit, (("label", _shown(unit)), ("first", _place(seen[number]))))
            seen.setdefault(number, unit)
        yield from _skipped(list(seen.values()), index)


def _series(draft: Draft, index: Index) -> list[list[Provision]]:
    """Returns the units that are counted together: articles of one text, other units of one parent and one way of numbering."""
    series: dict[tuple[str, str, str], list[Provision]] = {}
    for unit in draft.provisions:
        if index.numbers[unit.id] and unit.kind in _THROUGH:
            series.setdefault((index.roots[unit.id], unit.kind.value, ""), []).append(unit)
        elif index.numbers[unit.id] and unit.kind in _COUNTED:
            series.setdefault((unit.parent, unit.kind.value, _manner(unit)), []).append(unit)
    return list(series.values())


def _manner(unit: Provision) -> str:
    """Returns the way of numbering that a label shows: its marks, or nothing where it holds a word."""
    letters = sum(character.isalpha() for character in unit.label)
    return "" if letters > _LONGEST_ITEM else "".join(c for c in unit.label if not c.isalnum())


def _skipped(units: Sequence[Provision], index: Index) -> Iterator[Finding]:
    for before, unit in pairwise(units):
        one, other = index.numbers[before.id], index.numbers[unit.id]
        if one.isdigit() and other.split("-")[0].isdigit() and not follows(other, one) and int(other.split("-")[0]) > int(one) + 1:
            yield _finding("numbers.skipped", Severity.WARNING, unit, (("before", _shown(before)), ("after", _shown(unit))))


def _shown(unit: Provision) -> str:
    """Returns a label for a sentence, without the full stop after it."""
    return unit.label.rstrip(".: ")


def _place(unit: Provision) -> str:
    return " > ".join(unit.path)


def _empty(draft: Draft, index: Index) -> Iterator[Finding]:
    """Yields the articles and chapters under which nothing stands."""
    for unit in draft.provisions:
        if unit.kind in (ProvisionKind.ARTICLE, ProvisionKind.CHAPTER) and not unit.text and not index.children.get(unit.id):
            yield _finding("unit.empty", Severity.WARNING, unit, (("label", _shown(unit)),))


def _of_letters(draft: Draft) -> Iterator[Finding]:
    """Yields what concerns the letters of the whole draft: a legacy Kazakh font, words that mix alphabets."""
    if legacy_letters(block.text for block in draft.source.blocks):
        yield Finding(code="letters.legacy-font", severity=Severity.WARNING)
        return
    words: Counter[str] = Counter()
    first: Provision | None = None
    for unit in draft.provisions:
        mixed = mixed_alphabet_words(f"{unit.heading} {unit.text}")
        words.update(mixed)
        first = first or (unit if mixed else None)
    if first is not None:
        shown = ", ".join(list(words)[:_SHOWN_WORDS])
        params = (("words", shown), ("count", str(len(words))))
        yield Finding(code="letters.mixed", severity=Severity.WARNING, provision=first.id, params=params, location=first.location)
