"""The words of a draft against the term base: two Kazakh words for one Russian term, and terms other than the standard's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ethicsdiff.languages.text import folded, words
from ethicsdiff.model.document import Draft, Provision
from ethicsdiff.model.standard import Catalogue, Standard, Term
from ethicsdiff.model.terms import OtherWord, TermsReport, Variants, WordUse

Find = Callable[[str, str], Sequence[tuple[str, int, int]]]
_MARK = "\x1f"
_ENDING = 2
_SHORTEST_STEM = 3
_SHORTEST_WHOLE = 4
_LEAST_USES = 2
_LEAST_CLAUSES = 3


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
    known = [standard for standard in catalogue.standards if not standard.themes_only]
    others = [row for standard in known for term in catalogue.terms for row in _others(term, standard, uses, find)]
    return TermsReport(variants=tuple(sorted(variants, key=_weight)), others=tuple(sorted(others, key=_weight)))


def _weight(row: Variants | OtherWord) -> int:
    return -sum(use.count for use in row.uses)


def _uses(draft: Draft, find: Find) -> dict[tuple[str, str], WordUse]:
    """Returns for each (language, wording) how often and where the draft uses it as a term."""
    places: dict[tuple[str, str], list[str]] = {}
    for provision in draft.provisions:
        for word in said_wordings(f"{provision.heading}\n{provision.text}", provision.language, find):
            places.setdefault((provision.language, word), []).append(_place(provision))
    return {key: WordUse(word=key[1], count=len(found), places=tuple(dict.fromkeys(found))) for key, found in places.items()}


def _place(provision: Provision) -> str:
    return ", ".join(provision.path) if provision.path else provision.id


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
    ordered = tuple(sorted(apart, key=lambda use: -use.count))
    if len(ordered) < 2 or not any(_apart(ordered[0], other) for other in ordered[1:]):
        return None
    return Variants(concept=term.id, language="kk", term=table["ru"][0], uses=ordered, confidence=term.kazakh_confidence)


def _apart(usual: WordUse, other: WordUse) -> bool:
    """Returns whether a word stands somewhere without the usual one: two words side by side are meant as two things."""
    return not set(other.places) <= set(usual.places)


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
        own, title, clause = _own_word(standard, code, known, find) if len(known) > 1 else ("", "", "")
        found = (uses[code, word] for word in known if word != own and (code, word) in uses)
        used = [use for use in found if not holds(own, use.word) and not holds(use.word, own)]
        said, kept = sum(use.count for use in used), uses.get((code, own), WordUse(word=own, count=0, places=()))
        if own and said >= _LEAST_USES and kept.count < said:
            mine = (*used, kept) if kept.count else tuple(used)
            rows.append(
                OtherWord(concept=term.id, language=code, standard=standard.id, word=own, title=title, clause=clause, uses=mine)
            )
    return rows


def _own_word(standard: Standard, code: str, known: Sequence[str], find: Find) -> tuple[str, str, str]:
    """Returns the wording a standard itself uses, and the title of a value or part, or the first clause, in which it does.

    An imported official text tells its own word where several clauses have it and none has another.
    """
    for group in standard.groups:
        title = dict(group.titles).get(code, "")
        named = [word for word in said_wordings(title, code, find) if word in known]
        if named:
            return named[0], title, ""
    clauses: dict[str, list[str]] = {}
    for clause in standard.clauses:
        for word in dict.fromkeys(said_wordings(dict(clause.official).get(code, ""), code, find)):
            if word in known:
                clauses.setdefault(word, []).append(clause.id)
    if len(clauses) != 1:
        return "", "", ""
    (word, ids), = clauses.items()
    return (word, "", ids[0]) if len(ids) >= _LEAST_CLAUSES else ("", "", "")
