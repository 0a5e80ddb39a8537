"""The words of a draft against the term base: two Kazakh words for one Russian term, and terms other than the standard's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ethicsdiff.languages.text import folded, words
from ethicsdiff.model.document import Draft, Provision
from ethicsdiff.model.standard import Catalogue, Standard, Term

Find = Callable[[str, str], Sequence[tuple[str, int, int]]]
_MARK = "\x1f"
_ENDING = 2
_SHORTEST_STEM = 3
_SHORTEST_WHOLE = 4
_MOST_PLACES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WordUse:
    """A wording of the term base as a draft uses it: how often, and the ids of the first provisions."""

    word: str
    count: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """Several words for one concept within a draft; `term` is the Russian (in a Russian draft the English) term they render."""

    concept: str
    language: str
    term: str
    uses: tuple[WordUse, ...]
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWord:
    """A concept that a standard names by one word and the draft by others: `where` is the part or clause in which the standard does."""

    concept: str
    language: str
    standard: str
    word: str
    where: str
    uses: tuple[WordUse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsReport:
    """What was found in a draft, each concept once, the most frequent first."""

    variants: tuple[Variants, ...]
    others: tuple[OtherWord, ...]


def wording_terms(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Returns the term base with every single wording as a concept of its own, so that a finder tells synonyms apart."""
    return tuple(
        Term(id=f"{folded(word)}{_MARK}{code}", words=((code, (word,)),), kazakh_confidence=term.kazakh_confidence)
        for term in terms
        for code, alternatives in term.words
        for word in alternatives
    )


def check_terms(draft: Draft, catalogue: Catalogue, find: Find) -> TermsReport:
    """Returns the findings about a draft's terms.

    Args:
        draft: the provisions.
        catalogue: the term base, and the standards whose own terms are looked at.
        find: returns (id, start, end) of the wordings of `wording_terms` in a text of a language.
    """
    uses = _uses(draft, find)
    variants = [row for row in (_variants(term, uses) for term in catalogue.terms) if row is not None]
    others = [row for standard in catalogue.standards for term in catalogue.terms for row in _others(term, standard, uses, find)]
    return TermsReport(variants=tuple(sorted(variants, key=_weight)), others=tuple(sorted(others, key=_weight)))


def _weight(row: Variants | OtherWord) -> int:
    return -sum(use.count for use in row.uses)


def _uses(draft: Draft, find: Find) -> dict[tuple[str, str], WordUse]:
    """Returns for each (language, wording) how often and where the draft uses it as a term."""
    places: dict[tuple[str, str], list[str]] = {}
    for provision in draft.provisions:
        for word in said_wordings(f"{provision.heading}\n{provision.text}", provision.language, find):
            places.setdefault((provision.language, word), []).append(_place(provision))
    return {key: WordUse(word=key[1], count=len(found), places=tuple(dict.fromkeys(found))[:_MOST_PLACES]) for key, found in places.items()}


def _place(provision: Provision) -> str:
    return " ".join(provision.path) if provision.path else provision.id


def said_wordings(text: str, language: str, find: Find) -> list[str]:
    """Returns the wordings of a text, folded; one that is only related (объективно for объективность) is left out."""
    found = []
    for identifier, start, end in find(text, language):
        word = identifier.partition(_MARK)[0]
        if _is_form(text[start:end], word):
            found.append(word)
    return found


def _is_form(said: str, word: str) -> bool:
    """Returns whether words are inflected forms of a wording and not other words of the same root."""
    left, right = words(said), words(word)
    return len(left) == len(right) and all(_is_word_form(a, b) for a, b in zip(left, right, strict=True))


def _is_word_form(said: str, word: str) -> bool:
    if len(word) <= _SHORTEST_WHOLE:
        return said.startswith(word[: max(_SHORTEST_STEM, len(word) - 1)])
    return said.startswith(word[: max(_SHORTEST_STEM, len(word) - _ENDING)])


def _variants(term: Term, uses: Mapping[tuple[str, str], WordUse]) -> Variants | None:
    """Returns the Kazakh words that a draft uses side by side for a concept that Russian names by one term."""
    table = dict(term.words)
    if len(table.get("ru", ())) != 1:
        return None
    found = [uses["kk", folded(word)] for word in table.get("kk", ()) if ("kk", folded(word)) in uses]
    apart = [use for use in found if not any(other is not use and holds(other.word, use.word) for other in found)]
    if len(apart) < 2:
        return None
    ordered = tuple(sorted(apart, key=lambda use: -use.count))
    return Variants(concept=term.id, language="kk", term=table["ru"][0], uses=ordered, confidence=term.kazakh_confidence)


def holds(longer: str, shorter: str) -> bool:
    """Returns whether one wording is only the other with a word more, or its abbreviation."""
    if shorter.isupper() and len(shorter) < 6:
        return True
    return all(any(_is_word_form(a, b) for a in words(longer)) for b in words(shorter))


def _others(term: Term, standard: Standard, uses: Mapping[tuple[str, str], WordUse], find: Find) -> list[OtherWord]:
    """Returns the languages in which a standard names a concept by one word and the draft mostly by others."""
    rows = []
    for code, alternatives in term.words:
        known = [folded(word) for word in alternatives]
        own, where = _own_word(standard, code, known, find) if len(known) > 1 else ("", "")
        used = [
            uses[code, word] for word in known if word != own and (code, word) in uses and not holds(own, word) and not holds(word, own)
        ]
        if not own or not used or uses.get((code, own), WordUse(word=own, count=0, places=())).count >= sum(use.count for use in used):
            continue
        kept = [uses[code, own]] if (code, own) in uses else []
        rows.append(OtherWord(concept=term.id, language=code, standard=standard.id, word=own, where=where, uses=(*used, *kept)))
    return rows


def _own_word(standard: Standard, code: str, known: Sequence[str], find: Find) -> tuple[str, str]:
    """Returns the wording a standard itself uses, and where: in the title of a value or part, else in its imported official text."""
    for group in standard.groups:
        title = dict(group.titles).get(code, "")
        named = [word for word in said_wordings(title, code, find) if word in known]
        if named:
            return named[0], title
    counts: dict[str, list[str]] = {}
    for clause in standard.clauses:
        for word in said_wordings(dict(clause.official).get(code, ""), code, find):
            if word in known:
                counts.setdefault(word, []).append(clause.id)
    best = max(counts, key=lambda word: len(counts[word]), default="")
    return (best, counts[best][0]) if best else ("", "")
