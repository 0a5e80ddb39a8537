"""References to units of the same or another act: «пунктах 2 и 3 статьи 5», "2 және 3-тармақтарында", "paragraph 2(b)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ethicsdiff.languages.text import Folded, fold, verbatim_span

# Kazakh keyboards write «І» and «Ү» where others write "I" and "V".
_ROMAN = r"(?:x{0,3}(?:[iі]x|[iі][vү]|[vү]?[iі]{1,3}|[vү])|x{1,3})(?![\w)])"
_NUMBER = rf"\d{{1,4}}(?:-\d{{1,3}})?(?:\.\d{{1,3}})*\)?|\((?:\d{{1,2}}|[a-zа-я])\)|[a-zа-я]\)|{_ROMAN}"
_BETWEEN = r"(?:\s?(?:,|;|-)\s?|\s(?:и|или|либо|және|мен|немесе|and|or|to)\s|\s?,\s(?:и|and|or)\s)"
_ITEM = rf"(?:{_NUMBER})(?:\s?\((?:\d{{1,2}}|[a-z])\))*"
_LIST = rf"{_ITEM}(?:{_BETWEEN}{_ITEM})*"
_LEVELS = {
    "ru": (
        ("article", r"стат(?:ья|ьи|ье|ью|ьей|ьям|ьями|ьях|ей)|ст\.|ст"),
        ("chapter", r"глав\w{1,3}|гл\.|раздел\w{0,3}"),
        ("annex", r"приложени\w{1,3}"),
        ("point", r"подпункт\w{0,3}|подп\.|пункт\w{0,3}|пп\.|п\.|част(?:ь|и|ью|ей|ям|ями|ях)|ч\.|абзац\w{0,3}|параграф\w{0,3}"),
    ),
    "kk": (
        ("article", r"ба(?:п|бы|бын|бына|бында|бынан|бының|птар|птары)\w{0,8}"),
        ("chapter", r"тарау\w{0,8}|бөлім\w{0,8}"),
        ("annex", r"қосымша\w{0,8}"),
        ("point", r"тармақш\w{1,10}|тарма[қғ]\w{0,10}|бөлі[кг]\w{0,8}|абза[цт]\w{0,8}|параграф\w{0,8}"),
    ),
    "en": (
        ("article", r"articles?|arts?\."),
        ("chapter", r"chapters?|sections?"),
        ("annex", r"annex(?:es)?|appendix|appendices|schedules?"),
        ("point", r"sub-?paragraphs?|paragraphs?|paras?\.?|sub-?clauses?|clauses?|sub-?items?|items?|points?|indents?"),
    ),
}
_PIECE = re.compile(rf"(\(?)(\d{{1,4}}(?:-\d{{1,3}})?(?:\.\d{{1,3}})*|[a-zа-я](?=\)))|(?<!\w)({_ROMAN})")
_ROMAN_VALUES = {"i": 1, "і": 1, "v": 5, "ү": 5, "x": 10}
_LONGEST_RANGE = 40
_RANGE = re.compile(r"(\d{1,3})\)?\s?(?:-|\sto\s)\s?(\d{1,3})\b")


@dataclass(frozen=True, slots=True)
class Reference:
    """A unit that a text refers to: "article", "chapter", "annex" or "point" (anything below an article), its number, its place.

    A letter is told as its ordinal, because «подпункт 2)» is "(b)" in English.
    """

    level: str
    number: str
    words: str
    start: int
    end: int

    @property
    def value(self) -> tuple[str, str]:
        """Level and number without the place."""
        return self.level, self.number


def references_in(text: str, language: str) -> tuple[Reference, ...]:
    """Returns the units a text refers to by number, in order."""
    found = fold(text)
    hits = [hit for level, words in _LEVELS[language] for hit in _hits(found, text, level, words, language)]
    return tuple(sorted(hits, key=lambda r: (r.start, r.number)))


def _hits(found: Folded, text: str, level: str, words: str, language: str) -> Iterator[Reference]:
    for match in _expression(words, language).finditer(found.text):
        start, end = verbatim_span(found, match.start(), match.end())
        for bracketed, number in _numbers(match.group("numbers")):
            yield Reference("point" if bracketed else level, number, text[start:end], start, end)


def _expression(words: str, language: str) -> re.Pattern[str]:
    if language == "kk":
        return re.compile(rf"(?<![\w.-])(?P<numbers>{_LIST})\s?-?\s?(?:{words})(?!\w)")
    return re.compile(rf"(?<!\w)(?:{words})\s?(?:№|n(?=\s?\d))?\s?(?P<numbers>{_LIST})(?![\w%])")


def _numbers(listed: str) -> list[tuple[bool, str]]:
    """Returns (in brackets after another number, number) for each number of a list, ranges written out, letters as ordinals."""
    whole = _RANGE.search(listed)
    if whole and 0 < int(whole.group(2)) - int(whole.group(1)) < _LONGEST_RANGE:
        return [(False, str(n)) for n in range(int(whole.group(1)), int(whole.group(2)) + 1)]
    pieces = _PIECE.findall(listed)
    return [(bool(bracket) and n > 0, _roman(roman) if roman else _ordinal(piece)) for n, (bracket, piece, roman) in enumerate(pieces)]


def _ordinal(piece: str) -> str:
    if not piece.isalpha():
        return piece
    alphabet = "abcdefghijklmnopqrstuvwxyz" if piece.isascii() else "абвгдежзиклмнопрстуфхцчшщэюя"
    return str(alphabet.find(piece) + 1)


def _roman(number: str) -> str:
    values = [_ROMAN_VALUES[letter] for letter in number]
    return str(sum(-value if value < max(values[place:]) else value for place, value in enumerate(values)))
