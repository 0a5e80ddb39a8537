"""The first lines of our comments read back: which finding a tag of a returned file stands for, whatever was compared since."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ethicsdiff.model.match import Relation
from ethicsdiff.model.remark import Named
from ethicsdiff.model.standard import COUNTED, Catalogue, Clause
from ethicsdiff.report.phrases import TABLES, Phrases, phrases_of

_LINE = re.compile(r"\s*[\[(]ED-(\d{1,9})[\])]\s*(.*)", re.DOTALL)
_SPACE = re.compile(r"\s+")


def findings_named(lines: Sequence[str], catalogue: Catalogue) -> tuple[Named, ...]:
    """Returns the findings that the first lines of a comment name; a line that names none, such as that of the summary, is left out.

    A line is understood in each language that reports are written in, by the very citation and relation it was written with.
    """
    cited = _cited(catalogue)
    clauses = {(clause.standard, clause.id): clause for clause in cited.values()}
    return tuple(found for line in lines if (found := _finding(line, cited, clauses)) is not None)


def _finding(line: str, cited: Mapping[str, Clause], clauses: Mapping[tuple[str, str], Clause]) -> Named | None:
    match = _LINE.match(line)
    words = _even(match[2]) if match else ""
    relation = _relation(words)
    found = sorted((text for text in cited if text in words), key=len, reverse=True)
    if match is None or relation is None or not found:
        return None
    named = cited[found[0]]
    clause = _counted(named, clauses)
    part = named.id if named is not clause else ""
    return Named(number=int(match[1]), standard=clause.standard, clause=clause.id, part=part, relation=relation)


def _counted(clause: Clause, clauses: Mapping[tuple[str, str], Clause]) -> Clause:
    """Returns the clause that a sub-clause stands under."""
    while clause.kind not in COUNTED and (clause.standard, clause.parent) in clauses:
        clause = clauses[clause.standard, clause.parent]
    return clause


def _relation(words: str) -> Relation | None:
    """Returns the relation a line begins with."""
    said = ((phrases.say(f"relation.{relation}"), relation) for phrases in _all_phrases() for relation in Relation)
    found = [(len(word), relation) for word, relation in said if words.casefold().startswith(f"{_even(word)}:".casefold())]
    return max(found)[1] if found else None


def _all_phrases() -> Iterator[Phrases]:
    return (phrases_of(language) for language in TABLES)


@lru_cache(maxsize=4)
def _cited(catalogue: Catalogue) -> dict[str, Clause]:
    """Returns the clauses by citation and title as the first lines have them, in every language."""
    found: dict[str, Clause] = {}
    for phrases in _all_phrases():
        for clause in (clause for standard in catalogue.standards for clause in standard.clauses):
            citation, title = dict(clause.citations).get(phrases.language), dict(clause.titles).get(phrases.language)
            if citation and title:
                found[_even(phrases.say("clause", citation=citation, title=title))] = clause
    return found


def _even(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
