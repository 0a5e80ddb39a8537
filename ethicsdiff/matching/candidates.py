"""Provisions and the catalogue in, candidates out: retrieval by the fitted head, calibrated fusion, judgement, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.addressee import others_addressed
from ethicsdiff.languages.cited import standard_citations
from ethicsdiff.languages.encoder import Encoder
from ethicsdiff.languages.thresholds import missed_threshold
from ethicsdiff.matching.evidence import find_evidence
from ethicsdiff.matching.features import NAMES, Bank, bank_scores, families, pair_features, rolled_up
from ethicsdiff.matching.head import Floats, Head
from ethicsdiff.matching.leaning import own_leaning
from ethicsdiff.matching.lessons import corrected_leaning, corrected_likeness, learn
from ethicsdiff.matching.likeness import Likeness, likeness_of
from ethicsdiff.matching.logistic import sigmoid, with_intercept
from ethicsdiff.matching.ngrams import ngram_vectors
from ethicsdiff.matching.pair import Pair
from ethicsdiff.matching.passages import Passage, joined, passages, strongest
from ethicsdiff.matching.relation import judge
from ethicsdiff.matching.relation_features import modal_words, statement_words
from ethicsdiff.matching.surface import Surface, clause_key
from ethicsdiff.matching.texts import alignable
from ethicsdiff.model.document import Provision, Span
from ethicsdiff.model.lesson import Lesson
from ethicsdiff.model.match import Candidate, Signal
from ethicsdiff.model.standard import Catalogue, Clause

_CHUNK = 512
# Below this a candidate is never shown, so that nobody looks for its evidence.
_SHOWABLE = 0.01
_PART_MARGIN = 0.15
# From here on a decision of a reviewer on a like text is named among the signs.
_TAUGHT = 0.3
_JUDGES = frozenset({"judge", "judge_family"})
_SHOWN = ("head", "exemplars", "wording", "terms")


@dataclass(frozen=True, slots=True)
class _Place:
    """A column of the head with its probability, the passage that speaks of it and where that stands among the texts compared.

    `features` is the pair's row after `NAMES`; `cited` says that the provision itself cites the clause.
    """

    provision: Provision
    passage: Passage
    likeness: Likeness
    row: int
    column: int
    chance: float
    cited: bool
    features: NDArray[np.float64]


class Matcher:
    """Proposes clauses for provisions; without an encoder, and with the head for that case, it compares letters and terms alone."""

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
        spoken = [passages(provision) for provision in provisions]
        texts = [passage.text for mine in spoken for passage in mine]
        languages = [provision.language for provision, mine in zip(provisions, spoken, strict=True) for _ in mine]
        counts = ngram_vectors(texts)
        wording, terms = self.surface.tables(texts, languages, counts)
        likeness = likeness_of(texts, languages, counts, self.head, self.encoder, self._lessons)
        features = self._features(likeness, wording[:, self._columns], terms[:, self._columns])
        chances = np.where(self._allowed, self._probabilities(features), 0.0)
        places: list[_Place] = []
        first = 0
        for provision, mine in zip(provisions, spoken, strict=True):
            cited, block = self._cited(mine[0].text), chances[first : first + len(mine)]
            for column, chance, speaking in strongest(block, cited, keep):
                row = first + (speaking[0] if len(speaking) == 1 else 0)
                passage = joined(mine, speaking)
                places.append(_Place(provision, passage, likeness, row, column, chance, column in cited, features[row, column]))
            first += len(mine)
        return [self._candidate(place) for place in self._weighed(places, texts)]

    def _weighed(self, places: Sequence[_Place], texts: Sequence[str]) -> list[_Place]:
        """Returns the places in order; passages of several sentences, whose words were not compared as one text yet, now are."""
        fresh = [place for place in places if place.passage.text != texts[place.row]]
        if not fresh:
            return list(places)
        unseen = {(place.provision.language, place.passage.text): None for place in fresh}
        languages, joint = [language for language, _ in unseen], [text for _, text in unseen]
        likeness = likeness_of(joint, languages, ngram_vectors(joint), self.head, self.encoder, self._lessons)
        rows = {key: row for row, key in enumerate(unseen)}
        moved = {id(p): replace(p, likeness=likeness, row=rows[p.provision.language, p.passage.text]) for p in fresh}
        return [moved.get(id(place), place) for place in places]

    def _features(self, likeness: Likeness, wording: Floats, terms: Floats) -> NDArray[np.float64]:
        near = rolled_up(bank_scores(likeness.cosines, self._bank), self._families)
        if self._lessons is not None and likeness.near is not None:
            near = corrected_likeness(near, self._lessons, likeness.near)
        return pair_features(rolled_up(likeness.scores, self._families), near, wording, terms)

    def _probabilities(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        flat = with_intercept(features.reshape(-1, features.shape[2])) @ self.head.fusion.astype(np.float64)
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

    def _pair(self, place: _Place) -> Pair:
        rows, clause, likeness, row = self._rows_of[place.column], self._clauses[place.column], place.likeness, place.row
        leaning = likeness.leaning[row] + own_leaning(likeness.known[:, row], self.head.leanings, self._speaking_of[place.column])
        if self._lessons is not None and likeness.near is not None:
            leaning = corrected_leaning(leaning, place.column, self._lessons, likeness.near[row])
        text, language = place.passage.text, place.provision.language
        statement = dict(clause.statements).get(language, "")
        return Pair(
            clause=clause, deontics=modal_words(text, language), words=len(text.split()),
            statement_words=statement_words(clause, language), similarity=likeness.cosines[rows, row],
            relations=self.head.bank_relations[rows], leaning=leaning,
            elements=self.head.elements[self._elements_of[place.column]] @ likeness.vectors[row], cites=place.cited,
            others=others_addressed(text, language, statement) if set(clause.addressees) <= _JUDGES else "",
            numbers=missed_threshold(text, statement, language), chance=place.chance,
        )  # fmt: skip

    def _candidate(self, place: _Place) -> Candidate:
        clause, pair = self._clauses[place.column], self._pair(place)
        judgement = judge(pair, self.head.relation, self.head.doubt)
        words, spans = self._evidence(place) if place.chance >= _SHOWABLE else ((), ())
        return Candidate(
            provision=place.provision.id, standard=clause.standard, clause=clause.id, probability=round(place.chance, 4),
            judgement=judgement, evidence=spans, part=self._part(place.column, place.likeness.scores[place.row]),
            signals=(*self._signals(place, words), *self._taught(place)),
        )  # fmt: skip

    def _evidence(self, place: _Place) -> tuple[tuple[str, ...], tuple[Span, ...]]:
        provision, concepts = place.provision, self.surface.concepts[self._columns[place.column]]
        hits = [hit for hit in self.surface.find(provision.text, provision.language) if hit.concept in concepts]
        common = self.surface.common.get(provision.language, frozenset())
        return find_evidence(provision, place.passage, self._clauses[place.column], hits, common)

    def _signals(self, place: _Place, words: tuple[str, ...]) -> tuple[Signal, ...]:
        signals = tuple(
            Signal(name=name, value=round(float(value), 4), words=words if name == "terms" else ())
            for name, value in zip(NAMES, place.features, strict=True)
            if name in _SHOWN
        )
        return (*signals, Signal(name="cites", value=1.0)) if place.cited else signals

    def _taught(self, place: _Place) -> tuple[Signal, ...]:
        """Returns that reviewers confirmed this clause for a text very like this one, where they did."""
        near = place.likeness.near
        if self._lessons is None or near is None:
            return ()
        mine = near[place.row][(self._lessons.columns == place.column) & (self._lessons.codes >= 0)]
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
