"""Provisions and the catalogue in, candidates out: retrieval by the fitted head, calibrated fusion, judgement, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.addressee import others_addressed
from ethicsdiff.languages.cited import standard_citations
from ethicsdiff.languages.encoder import Encoder
from ethicsdiff.languages.nlp import deontics
from ethicsdiff.languages.thresholds import missed_threshold
from ethicsdiff.matching.calibration import lexical_features
from ethicsdiff.matching.evidence import find_evidence
from ethicsdiff.matching.features import NAMES, Bank, bank_scores, centred, families, pair_features, rolled_up
from ethicsdiff.matching.head import Floats, Head
from ethicsdiff.matching.kernel import kernel
from ethicsdiff.matching.leaning import own_leaning
from ethicsdiff.matching.lessons import corrected_leaning, corrected_likeness, learn, near_lessons
from ethicsdiff.matching.letters import letter_vectors
from ethicsdiff.matching.logistic import sigmoid, with_intercept
from ethicsdiff.matching.ngrams import ngram_vectors
from ethicsdiff.matching.pair import Pair
from ethicsdiff.matching.relation import judge, judge_without_head
from ethicsdiff.matching.relation_features import statement_words
from ethicsdiff.matching.scores import column_scores, leaning_scores
from ethicsdiff.matching.surface import Surface, clause_key
from ethicsdiff.matching.terms import TermHit
from ethicsdiff.matching.texts import alignable, query_text
from ethicsdiff.model.document import Provision
from ethicsdiff.model.lesson import Lesson
from ethicsdiff.model.match import Candidate, Deontic, Signal
from ethicsdiff.model.standard import Catalogue, Clause

_CHUNK = 512
_CITED = 0.99
# Below this a candidate is never shown, so that nobody looks for its evidence.
_SHOWABLE = 0.01
_PART_MARGIN = 0.15
# From here on a decision of a reviewer on a like text is named among the signs.
_TAUGHT = 0.3
_JUDGES = frozenset({"judge", "judge_family"})
_SHOWN = ("head", "exemplars", "wording", "terms")


@dataclass(frozen=True, slots=True)
class _Place:
    """A provision with its terms, and a column of the head with its probability and whether the provision itself cites the clause."""

    provision: Provision
    hits: tuple[TermHit, ...]
    column: int
    chance: float
    cited: bool


@dataclass(frozen=True, slots=True)
class _Likeness:
    """Texts (n) beside the bank: cosines and kernel (rows, n), scores of all columns (n, columns), common leaning (n, 5).

    `near` (n, lessons) is how much each lesson has to say; it is None where nothing was learned.
    """

    vectors: Floats
    cosines: Floats
    known: Floats
    scores: Floats
    leaning: Floats
    near: Floats | None = None


class Matcher:
    """Proposes clauses for provisions; without an encoder it compares shared wording and terms alone."""

    def __init__(
        self, catalogue: Catalogue, head: Head, encoder: Encoder | None, *, standards: Sequence[str] = (), lessons: Sequence[Lesson] = ()
    ) -> None:
        self.surface = Surface(catalogue)
        self.head = head
        self.encoder = encoder
        known = {clause_key(clause): i for i, clause in enumerate(self.surface.clauses)}
        self._columns = [known[key] for key in head.targets]
        self._allowed = np.array([not standards or key.split(":")[0] in standards for key in head.targets])
        self._clauses: tuple[Clause, ...] = tuple(self.surface.clauses[i] for i in self._columns)
        count = len(head.targets) + len(head.parts) + 1
        self._families = families(head.targets, head.parts)
        family = self._families[head.bank_columns]
        self._rows_of = [head.bank_rows[family == column] for column in range(len(head.targets))]
        self._speaking_of = [np.flatnonzero(head.bank_clauses == column) for column in range(len(head.targets))]
        self._elements_of = [np.flatnonzero(head.element_columns == column) for column in range(len(head.targets))]
        self._lessons = learn(lessons, head, encoder, self._families)
        self._bank = Bank(head.bank, head.bank_rows, head.bank_columns, count)

    @property
    def threshold(self) -> float:
        """The probability from which a proposal is shown; calibrated on exemplars of hands the fit had not seen."""
        return self.head.threshold

    def propose(self, provisions: Sequence[Provision], *, keep: int = 5) -> tuple[Candidate, ...]:
        """Returns the `keep` most probable candidates of every provision that can answer a clause, strongest first."""
        asked = alignable(provisions)
        found: list[Candidate] = []
        for start in range(0, len(asked), _CHUNK):
            found.extend(self._propose_chunk(asked[start : start + _CHUNK], keep))
        return tuple(found)

    def _propose_chunk(self, provisions: Sequence[Provision], keep: int) -> list[Candidate]:
        texts, languages = [query_text(p) for p in provisions], [p.language for p in provisions]
        counts = ngram_vectors(texts)
        wording, terms = self.surface.tables(texts, languages, counts)
        wording, terms = wording[:, self._columns], terms[:, self._columns]
        likeness = self._likeness(texts, languages, counts)
        features = self._features(likeness, wording, terms)
        probabilities = self._probabilities(features)
        cited = [self._cited(text) for text in texts]
        found: list[Candidate] = []
        for row, provision in enumerate(provisions):
            chances = np.where(self._allowed, probabilities[row], 0.0)
            for column in cited[row]:
                chances[column] = max(chances[column], _CITED)
            words, hits = deontics(texts[row], provision.language, wide=True), self.surface.finder.find(provision.text, provision.language)
            for column in np.argsort(-chances, kind="stable")[:keep]:
                if chances[column] > 0:
                    place = _Place(provision, hits, int(column), float(chances[column]), int(column) in cited[row])
                    spoken = self._pair(place, words, texts[row], likeness, row)
                    found.append(self._candidate(place, spoken, features[row, column], likeness, row))
        return found

    def _likeness(self, texts: Sequence[str], languages: Sequence[str], counts: Floats) -> _Likeness:
        if self.encoder is None:
            nothing = np.zeros((len(self.head.bank), len(texts)), dtype=np.float32)
            vectors = np.zeros((len(texts), self.head.bank.shape[1]), dtype=np.float32)
            scores = np.zeros((len(texts), self._bank.count), dtype=np.float32)
            return _Likeness(vectors, nothing, nothing, scores, np.zeros((len(texts), self.head.leanings.shape[1]), np.float32))
        vectors = centred(self.encoder.encode(texts), languages, self.head.means, self.head.languages)
        cosines = self.head.bank @ vectors.T
        known = kernel(cosines)
        letters = letter_vectors(counts, languages, self.head.rarity, self.head.languages)
        scores, near = column_scores(known, letters, languages, self.head), None
        if self._lessons is not None:
            near = near_lessons(self._lessons, vectors)
            scores = scores + near @ self._lessons.shares
        return _Likeness(vectors, cosines, known, scores, leaning_scores(known, letters, languages, self.head), near)

    def _features(self, likeness: _Likeness, wording: Floats, terms: Floats) -> NDArray[np.float64]:
        if self.encoder is None:
            return lexical_features(wording, terms)
        near = rolled_up(bank_scores(likeness.cosines, self._bank), self._families)
        if self._lessons is not None and likeness.near is not None:
            near = corrected_likeness(near, self._lessons, likeness.near)
        return pair_features(rolled_up(likeness.scores, self._families), near, wording, terms)

    def _probabilities(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        weights = self.head.fusion if self.encoder is not None else self.head.lexical
        flat = with_intercept(features.reshape(-1, features.shape[2])) @ weights.astype(np.float64)
        return sigmoid(flat).reshape(features.shape[:2])

    def _cited(self, text: str) -> list[int]:
        """Returns the columns of clauses that the text itself names; a cited sub-clause stands for its parent."""
        columns = []
        for citation in standard_citations(text):
            clause = citation.clause
            while clause and f"{citation.standard}:{clause}" not in self.head.targets:
                clause = clause.rpartition(".")[0]
            if clause and self._allowed[self.head.targets.index(f"{citation.standard}:{clause}")]:
                columns.append(self.head.targets.index(f"{citation.standard}:{clause}"))
        return columns

    def _pair(self, place: _Place, words: tuple[Deontic, ...], text: str, likeness: _Likeness, row: int) -> Pair:
        rows, clause = self._rows_of[place.column], self._clauses[place.column]
        leaning = likeness.leaning[row] + own_leaning(likeness.known[:, row], self.head.leanings, self._speaking_of[place.column])
        if self._lessons is not None and likeness.near is not None:
            leaning = corrected_leaning(leaning, place.column, self._lessons, likeness.near[row])
        statement, language = dict(clause.statements).get(place.provision.language, ""), place.provision.language
        return Pair(
            clause=clause, deontics=words, words=len(text.split()), statement_words=statement_words(clause, language),
            similarity=likeness.cosines[rows, row], relations=self.head.bank_relations[rows], leaning=leaning,
            elements=self.head.elements[self._elements_of[place.column]] @ likeness.vectors[row], cites=place.cited,
            others=others_addressed(text, language, statement) if set(clause.addressees) <= _JUDGES else "",
            numbers=missed_threshold(text, statement, language),
        )  # fmt: skip

    def _candidate(self, place: _Place, pair: Pair, features: NDArray[np.float64], likeness: _Likeness, row: int) -> Candidate:
        clause = self._clauses[place.column]
        judgement = judge(pair, self.head.relation, self.head.doubt) if self.encoder is not None else judge_without_head(pair)
        concepts = self.surface.concepts[self._columns[place.column]]
        common = self.surface.common.get(place.provision.language, frozenset())
        shown = place.chance >= _SHOWABLE
        words, spans = find_evidence(place.provision, clause, place.hits, concepts, common) if shown else ((), ())
        return Candidate(
            provision=place.provision.id, standard=clause.standard, clause=clause.id, probability=round(place.chance, 4),
            judgement=judgement, evidence=spans, part=self._part(place.column, likeness.scores[row]),
            signals=(*self._signals(place, features, words), *self._taught(place.column, likeness, row)),
        )  # fmt: skip

    def _signals(self, place: _Place, features: NDArray[np.float64], words: tuple[str, ...]) -> tuple[Signal, ...]:
        names = NAMES if self.encoder is not None else ("wording", "terms")
        signals = tuple(
            Signal(name=name, value=round(float(value), 4), words=words if name == "terms" else ())
            for name, value in zip(names, features, strict=False)
            if name in _SHOWN
        )
        return (*signals, Signal(name="cites", value=1.0)) if place.cited else signals

    def _taught(self, column: int, likeness: _Likeness, row: int) -> tuple[Signal, ...]:
        """Returns that reviewers confirmed this clause for a text very like this one, where they did."""
        if self._lessons is None or likeness.near is None:
            return ()
        mine = likeness.near[row][(self._lessons.columns == column) & (self._lessons.codes >= 0)]
        return (Signal(name="lesson", value=round(float(mine.max()), 4)),) if mine.max(initial=0.0) >= _TAUGHT else ()

    def _part(self, column: int, scores: Floats) -> str:
        """Returns the sub-clause that stands out among those of a clause, or "" where none does."""
        offset = len(self.head.targets)
        standard, _, clause = self.head.targets[column].partition(":")
        mine = [
            (float(scores[offset + i]), part.partition(":")[2])
            for i, part in enumerate(self.head.parts)
            if part.startswith(f"{standard}:{clause}.") or part == f"{standard}:{clause}-proviso"
        ]
        ordered = sorted(mine, reverse=True)
        if not ordered or ordered[0][0] < _PART_MARGIN * 2:
            return ""
        clear = len(ordered) == 1 or ordered[0][0] - ordered[1][0] >= _PART_MARGIN
        return ordered[0][1] if clear else ""
