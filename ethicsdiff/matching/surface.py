"""Wording and terms shared with the statements: the signals that work without an encoder, and that can be shown to people."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ethicsdiff.matching.head import Floats
from ethicsdiff.matching.ngrams import inverse_frequency, ngram_similarity, ngram_vectors
from ethicsdiff.matching.terms import TermFinder, clause_concepts, concept_overlap
from ethicsdiff.model.standard import Catalogue, Clause, ClauseKind

_TARGETS = frozenset({ClauseKind.APPLICATION, ClauseKind.PARAGRAPH})
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


class Surface:
    """Compares texts with the statements of the target clauses, in the text's own language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.clauses = target_clauses(catalogue)
        self.finder = TermFinder(catalogue.terms)
        self.concepts = clause_concepts(self.clauses, self.finder)
        self._statements = {code: ngram_vectors([_statement(c, code) for c in self.clauses]) for code in ("en", "ru", "kk")}
        self._weights = {code: inverse_frequency(table) for code, table in self._statements.items()}

    def tables(self, texts: Sequence[str], languages: Sequence[str]) -> tuple[Floats, Floats]:
        """Returns (texts, clauses) tables of shared wording and of shared terms, each from 0 to 1."""
        wording = np.zeros((len(texts), len(self.clauses)), dtype=np.float32)
        vectors = ngram_vectors(texts)
        for code, statements in self._statements.items():
            rows = [i for i, language in enumerate(languages) if language == code]
            if rows:
                wording[rows] = ngram_similarity(vectors[rows], statements, self._weights[code])
        found = [self.finder.concepts(text, language) for text, language in zip(texts, languages, strict=True)]
        return wording, concept_overlap(found, self.concepts)


def _statement(clause: Clause, language: str) -> str:
    return f"{dict(clause.titles).get(language, '')} {dict(clause.statements).get(language, '')}"
