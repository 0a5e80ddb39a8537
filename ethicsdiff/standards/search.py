"""Finding clauses by words in any language: the words themselves, the concepts of the term base behind them, and their meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ethicsdiff.languages.cited import standard_citations
from ethicsdiff.languages.similarity import alike
from ethicsdiff.languages.text import words
from ethicsdiff.model.standard import Catalogue, Clause

Concepts = Callable[[str, str], frozenset[str]]
_LANGUAGES = ("en", "ru", "kk")
_TITLE, _TOPIC, _TEXT, _CONCEPT, _MEANING = 2.0, 1.5, 1.0, 2.0, 4.0
_LEAST_MEANING = 0.3
_LEAST_SCORE = 0.9
_SHORTEST_WORD = 3
_BEGINNING = 3
_SMALL = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "from",
        "that",
        "this",
        "what",
        "which",
        "при",
        "для",
        "или",
        "что",
        "как",
        "без",
        "под",
        "над",
        "про",
        "және",
        "мен",
        "бен",
        "пен",
        "үшін",
        "туралы",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A clause found: its score, the words of the query that it holds, and the concepts that it shares with the query."""

    clause: Clause
    score: float
    words: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()


def search_clauses(
    catalogue: Catalogue, query: str, concepts: Concepts, meaning: Mapping[str, float] | None = None, *, most: int = 10
) -> tuple[Hit, ...]:
    """Returns the clauses that best answer a query, strongest first; a number ("4.14", «п. 2.5 Бангалорских принципов») finds its clause.

    Args:
        catalogue: all standards.
        query: words in English, Russian or Kazakh, or a number.
        concepts: returns the ids of the term base's concepts in a text of a language.
        meaning: nearness in meaning (0 to 1) of each clause ("bangalore:4.14") to the query, if there is an encoder.
        most: how many to return.
    """
    clauses = [clause for standard in catalogue.standards for clause in standard.clauses]
    named = _named(clauses, query)
    if named:
        return tuple(Hit(clause=clause, score=10.0) for clause in named)
    asked = [word for word in dict.fromkeys(words(query)) if len(word) >= _SHORTEST_WORD and word not in _SMALL]
    wanted = frozenset().union(*(concepts(query, code) for code in _LANGUAGES))
    hits = (_hit(clause, asked, wanted, concepts, (meaning or {}).get(f"{clause.standard}:{clause.id}", 0.0)) for clause in clauses)
    found = sorted((hit for hit in hits if hit.score >= _LEAST_SCORE), key=lambda hit: -hit.score)
    return tuple(found[:most])


def _named(clauses: Sequence[Clause], query: str) -> list[Clause]:
    """Returns the clauses that a query names by number."""
    cited = {(one.standard, one.clause) for one in standard_citations(query)}
    if cited:
        return [clause for clause in clauses if (clause.standard, clause.id) in cited]
    bare = query.strip()
    return [clause for clause in clauses if bare in (clause.id, f"{clause.standard} {clause.id}", f"{clause.standard}:{clause.id}")]


def _held(asked: Sequence[str], said: Sequence[str]) -> list[str]:
    """Returns the words of the query that a text has in some inflected form; forms of one word begin alike."""
    return [word for word in asked if alike([word], [one for one in said if one[:_BEGINNING] == word[:_BEGINNING]])]


def _hit(clause: Clause, asked: Sequence[str], wanted: frozenset[str], concepts: Concepts, nearness: float) -> Hit:
    fields = (
        (_TITLE, " ".join(text for _, text in clause.titles)),
        (_TOPIC, " ".join(clause.topics)),
        (_TEXT, " ".join(text for _, text in (*clause.statements, *clause.official))),
    )
    found: dict[str, float] = {}
    for weight, text in fields:
        for word in _held(asked, words(text)):
            found[word] = max(found.get(word, 0.0), weight)
    shared = (
        wanted & frozenset().union(*(concepts(text, code) for code, text in (*clause.titles, *clause.statements)))
        if wanted
        else frozenset()
    )
    near = _MEANING * max(0.0, nearness - _LEAST_MEANING)
    score = sum(found.values()) / max(len(asked), 1) + _CONCEPT * len(shared) / max(len(wanted), 1) + near
    return Hit(clause=clause, score=round(score, 3), words=tuple(word for word in asked if word in found), concepts=tuple(sorted(shared)))
