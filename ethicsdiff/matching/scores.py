"""What a fitted head says of texts, from their likeness to its bank in meaning and their letters."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.matching.head import Floats, Head
from ethicsdiff.matching.leaning import common_leaning
from ethicsdiff.matching.letters import letter_scores, letter_vectors
from ethicsdiff.matching.ngrams import ngram_vectors


def column_scores(known: Floats, letters: Floats, languages: Sequence[str], head: Head) -> Floats:
    """Returns (texts, columns): how much speaks for each clause and for *nothing*; `known` is the kernel (rows, texts)."""
    result: Floats = known.T @ head.answers + letter_scores(letters, languages, head.languages, head.letters)
    return result


def leaning_scores(known: Floats, letters: Floats, languages: Sequence[str], head: Head) -> Floats:
    """Returns (texts, 5): how much speaks for each relation whatever the clause; `known` is the kernel (rows, texts)."""
    result: Floats = common_leaning(known, head.leanings) + letter_scores(letters, languages, head.languages, head.letter_leanings)
    return result


def letters_of(texts: Sequence[str], languages: Sequence[str], head: Head) -> Floats:
    """Returns (texts, slots): the weighted n-grams of texts in the languages of a head."""
    return letter_vectors(ngram_vectors(texts), languages, head.rarity, head.languages)
