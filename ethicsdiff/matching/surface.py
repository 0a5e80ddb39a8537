"""Wording and terms shared with the statements: the signals that work without an encoder, and that can be shown to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from ethicsdiff.languages.stopwords import stop_words
from ethicsdiff.languages.text import words
from ethicsdiff.matching.head import Floats
from ethicsdiff.matching.ngrams import inverse_frequency, ngram_similarity, ngram_vectors
from ethicsdiff.matching.terms import TermFinder, clause_concepts, concept_overlap
from ethicsdiff.model.standard import Catalogue, Clause, ClauseKind, Exemplar

_COMMON_SHARE = 0.08
_TARGETS = frozenset({
    ClauseKind.APPLICATION, ClauseKind.PARAGRAPH, ClauseKind.PRINCIPLE, ClauseKind.DEFINITION, ClauseKind.IMPLEMENTATION,
})  # fmt: skip
_PARTS = frozenset({ClauseKind.SUBCLAUSE, ClauseKind.PROVISO})


def target_clauses(catalogue: Catalogue) -> tuple[Clause, ...]:
    """Returns the clauses that provisions are aligned with: application clauses and numbered paragraphs of all standards with text."""
    return tuple(clause for standard in catalogue.standards for clause in standard.clauses if clause.kind in _TARGETS)


def part_clauses(catalogue: Catalogue) -> tuple[Clause, ...]:
    """Returns the sub-clauses, proposed only together with their parent."""
    return tuple(clause for standard in catalogue.standards for clause in standard.clauses if clause.kind in _PARTS)


def clause_key(clause: Clause) -> str:
    """Returns the id of a clause across standards: "bangalore:4.14"."""
    return f"{clause.standard}:{clause.id}"


def groups_of(catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """Returns the ids of standards that are matched together: first all that are compared unasked, then every further one by itself.

    Clauses of one group compete for a provision; a standard that is added changes nothing for the others.
    """
    together = tuple(s.id for s in catalogue.standards if s.default and not s.themes_only)
    return (together, *((s.id,) for s in catalogue.standards if not s.default and not s.themes_only))


def of_group(catalogue: Catalogue, group: Sequence[str]) -> Catalogue:
    """Returns the part of the catalogue that concerns a group: its standards, and the exemplars of their clauses or of *nothing*."""
    kept = (_of_group(row, group) for row in catalogue.exemplars)
    standards = tuple(s for s in catalogue.standards if s.id in group)
    return Catalogue(standards=standards, exemplars=tuple(row for row in kept if row is not None), terms=catalogue.terms)


def _of_group(row: Exemplar, group: Sequence[str]) -> Exemplar | None:
    labels = tuple(label for label in row.labels if label.partition(":")[0] in group)
    if len(labels) == len(row.labels):
        return row
    return replace(row, labels=labels) if labels else None


class Surface:
    """Compares texts with the statements of the target clauses, in the text's own language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.clauses = target_clauses(catalogue)
        finder = TermFinder(catalogue.terms)
        # Kept, because the terms of a text are asked for when it is compared and again for evidence.
        self.find = lru_cache(maxsize=1024)(finder.find)
        self.concepts = clause_concepts(self.clauses, finder)
        self._statements = {code: ngram_vectors([_statement(c, code) for c in self.clauses]) for code in ("en", "ru", "kk")}
        self.common = {code: _common_words([_statement(c, code) for c in self.clauses]) | stop_words(code) for code in ("en", "ru", "kk")}
        self._weights = {code: inverse_frequency(table) for code, table in self._statements.items()}

    def tables(self, texts: Sequence[str], languages: Sequence[str], vectors: Floats) -> tuple[Floats, Floats]:
        """Returns (texts, clauses) tables of shared wording and of shared terms, each from 0 to 1; `vectors` are the texts' n-grams."""
        wording = np.zeros((len(texts), len(self.clauses)), dtype=np.float32)
        for code, statements in self._statements.items():
            rows = [i for i, language in enumerate(languages) if language == code]
            if rows:
                wording[rows] = ngram_similarity(vectors[rows], statements, self._weights[code])
        found = [frozenset(hit.concept for hit in self.find(text, code)) for text, code in zip(texts, languages, strict=True)]
        return wording, concept_overlap(found, self.concepts)


def _common_words(statements: Sequence[str]) -> frozenset[str]:
    """Returns the words that too many statements share to be evidence for any of them (function words, "judge", "court")."""
    seen = Counter(word for statement in statements for word in set(words(statement)))
    return frozenset(word for word, count in seen.items() if count > _COMMON_SHARE * len(statements))


def _statement(clause: Clause, language: str) -> str:
    return f"{dict(clause.titles).get(language, '')} {dict(clause.statements).get(language, '')}"
