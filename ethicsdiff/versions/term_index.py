"""The terms of the term base in a text, forms of a word told from other words of its root.

The finder of the matching room casts a wider net (объективно counts for объективность there); here one wrong hit is a false finding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ethicsdiff.languages.text import fold, folded, verbatim_span
from ethicsdiff.model.standard import Term
from ethicsdiff.versions.rival_terms import NEIGHBOURS, RIVALS

_WORD = re.compile(r"[^\W_]+")
_KEY = 3
_RU_STEM = re.compile(r"[аеиоуыэюяйьё]+$")
# «Подарок», but «подарки».
_RU_FLEETING = re.compile(r"[оеё]([кц])$")
_RU_ENDING = re.compile(
    r"и?(?:[аеоуыиюяьйё]|ом|ем|ой|ей|ам|ям|ах|ях|ов|ев|ами|ями|ью|ию|ого|его|ому|ему|ым|им|ых|их|ыми|ими|ую|юю|ая|яя|ое|ее|ый|ий|ые|ие)?"
)
_KK_DERIVED = re.compile(r"(?:ы|і)?(?:лық|лік|дық|дік|тық|тік|шы|ші|теме|тел)")
_KK_VOICED = str.maketrans("қкп", "ғгб")
_KK_SUFFIX = re.compile(r"[аәеиіоөуұүыэяғгқкдтнңлмсшжбпзрй]{0,14}")
# "must withdraw" is no second noun for "self-recusal".
_BEFORE_VERBS = frozenset({"to", "shall", "must", "may", "should", "not", "can", "will"})


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term as a text uses it: the concept, the term folded and as the term base writes it, the words as they stand."""

    concept: str
    term: str
    shown: str
    words: str


class TermIndex:
    """Finds the terms of the term base; of overlapping ones the longest."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._concepts: dict[tuple[str, str], str] = {}
        self._shown: dict[tuple[str, str], str] = {}
        self._index: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
        for term in terms:
            self._add(term.id, term.words)
        for concept, words in RIVALS.items():
            self._add(concept, words.items())
        for rows in self._index.values():
            rows.sort(key=lambda words: (-len(words), -sum(map(len, words))))

    def _add(self, identifier: str, words_by_language: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """Adds the wordings of a concept; concepts that share a wording in any language are one, because that is where texts slip."""
        wordings = [(language, words) for language, several in words_by_language for words in several if _WORD.search(folded(words))]
        cut = [(language, tuple(_WORD.findall(folded(words))), words) for language, words in wordings]
        known = (self._concepts.get((language, " ".join(words))) for language, words, _ in cut)
        concept = NEIGHBOURS.get(identifier) or next((one for one in known if one is not None), identifier)
        for language, words, shown in cut:
            key = (language, " ".join(words))
            if key not in self._concepts:
                self._concepts[key], self._shown[key] = concept, shown
                self._index[language, words[0][:_KEY]].append(words)

    def find(self, text: str, language: str) -> tuple[TermUse, ...]:
        """Returns the terms of a text in order."""
        found = fold(text)
        tokens = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(found.text)]
        uses: list[TermUse] = []
        place = 0
        while place < len(tokens):
            wording = self._at(tokens, place, language)
            if wording is not None:
                start, end = verbatim_span(found, tokens[place][1], tokens[place + len(wording) - 1][2])
                term = " ".join(wording)
                uses.append(TermUse(self._concepts[language, term], term, self._shown[language, term], text[start:end]))
            place += len(wording) if wording is not None else 1
        return tuple(uses)

    def _at(self, tokens: Sequence[tuple[str, int, int]], place: int, language: str) -> tuple[str, ...] | None:
        if language == "en" and place and tokens[place - 1][0] in _BEFORE_VERBS:
            return None
        for words in self._index.get((language, tokens[place][0][:_KEY]), ()):
            said = [token for token, _, _ in tokens[place : place + len(words)]]
            if len(said) == len(words) and all(is_form(a, b, language) for a, b in zip(said, words, strict=True)):
                return words
        return None


def is_form(said: str, word: str, language: str) -> bool:
    """Returns whether a folded word is a form of another."""
    if said == word:
        return True
    if language == "ru":
        stems = (_RU_STEM.sub("", word), _RU_FLEETING.sub(r"\1", word))
        return any(len(stem) >= _KEY and said.startswith(stem) and bool(_RU_ENDING.fullmatch(said[len(stem) :])) for stem in stems)
    if language == "kk":
        return _is_kazakh_form(said, word)
    return said in (f"{word}s", f"{word}es") or (word.endswith("y") and said == f"{word[:-1]}ies")


def _is_kazakh_form(said: str, word: str) -> bool:
    for stem in (word, word[:-1] + word[-1].translate(_KK_VOICED)):
        rest = said[len(stem) :]
        if said.startswith(stem) and len(word) >= _KEY:
            return not _KK_DERIVED.match(rest) and bool(_KK_SUFFIX.fullmatch(rest))
    return False
