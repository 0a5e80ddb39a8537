"""Numbers of units: digits, Roman numerals in either alphabet, ordinal words; and which number follows which."""

from __future__ import annotations

import re
from functools import cache

from ethicsdiff.languages.registry import LANGUAGES

_ROMAN_LETTERS = "ivxlcіүухс"
_TO_LATIN = str.maketrans("іүухс", "ivvxc")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WELL_FORMED = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})|c{1,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_LONGEST_SKIP = 3

DIGITS = r"\d{1,4}(?:-\d{1,3})*(?:\.\d{1,3}(?:-\d{1,3})?)*(?:[a-zа-я](?!\w)|\s(?:bis|ter|quater)(?!\w))?"
ROMAN = rf"(?!с\b)[{_ROMAN_LETTERS}]{{1,8}}"
# What a draft leaves open, and what an export writes where a number is missing.
OPEN = r"_{1,8}|\?{1,3}|\.{3}|none|null|nan"


def roman_value(number: str) -> int:
    """Returns the value of a folded Roman numeral, typed with Latin or Cyrillic letters; 0 where it is none."""
    latin = number.translate(_TO_LATIN)
    if not latin or not _WELL_FORMED.fullmatch(latin):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in latin]
    return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))


@cache
def ordinal_words(language: str) -> tuple[tuple[str, int], ...]:
    """Returns the ordinal words of a language as regular expressions with their values, longest first."""
    data = LANGUAGES[language]
    pairs = ((f"(?:{stem}){data.ordinal_ending}", value) for value, stem in enumerate(data.ordinals, 1))
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def ordinal_expression(language: str) -> str:
    """Returns one regular expression for all ordinal words of a language; one that matches nothing where there are none."""
    return "|".join(word for word, _ in ordinal_words(language)) or r"(?!)"


def ordinal_value(word: str, language: str) -> int:
    """Returns the value of a folded ordinal word, 0 where it is none."""
    return next((value for expression, value in ordinal_words(language) if re.fullmatch(expression, word)), 0)


def key_of(number: str) -> str:
    """Returns a number in the form in which numbers are compared: Roman numerals in digits, lower case, no marks at the end."""
    plain = number.strip(" .)(:").lower()
    head, dash, tail = plain.partition("-")
    value = roman_value(head)
    return f"{value}{dash}{tail}" if value else plain


def is_first(number: str) -> bool:
    """Returns whether a number begins a list: 1, a, а, i."""
    return number in ("1", "a", "а", "i", "і") or number.endswith(".1")


def follows(number: str, before: str) -> bool:
    """Returns whether `number` comes right after `before`: 4 after 3 or 3-1, 3-1 after 3, в after б, iv after iii.

    A letter may skip a few others, because lists leave out ё, й or the letters that only Kazakh has.
    """
    head, dot, tail = number.rpartition(".")
    if dot and before.count(".") == number.count("."):
        return before.rpartition(".")[0] == head and follows(tail, before.rpartition(".")[2])
    if number.isdigit() and before.split("-")[0].isdigit():
        return int(number) == int(before.split("-")[0]) + 1
    if "-" in number:
        return _inserted(number, before)
    if roman_value(number) and roman_value(before) and roman_value(number) == roman_value(before) + 1:
        return True
    return 0 < _letter_distance(number, before) <= _LONGEST_SKIP


def _inserted(number: str, before: str) -> bool:
    head, _, tail = number.rpartition("-")
    if before == head:
        return True
    before_head, _, before_tail = before.rpartition("-")
    return before_head == head and tail.isdigit() and before_tail.isdigit() and int(tail) == int(before_tail) + 1


def _letter_distance(number: str, before: str) -> int:
    """Returns how many letters lie between two letters of one alphabet, 0 where they share none."""
    if len(number) != 1 or len(before) != 1:
        return 0
    for alphabet in _ALPHABETS:
        if number in alphabet and before in alphabet:
            return alphabet.index(number) - alphabet.index(before)
    return 0


def comes_later(number: str, before: str) -> bool:
    """Returns whether a number is greater than another of its kind, however many lie between."""
    ours, theirs = _PARTS.findall(number), _PARTS.findall(before)
    if ours and theirs and ours[0].isdigit() and theirs[0].isdigit():
        return [int(p) for p in ours if p.isdigit()] > [int(p) for p in theirs if p.isdigit()]
    if roman_value(number) and roman_value(before):
        return roman_value(number) > roman_value(before)
    return _letter_distance(number, before) > 0
