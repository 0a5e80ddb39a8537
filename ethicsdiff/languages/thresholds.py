"""Limits and shares of a norm against those of a clause: "a third of the members" where the clause asks for at least a half."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from ethicsdiff.languages.bounds import Bound, bound_of
from ethicsdiff.languages.quantities import TIME_UNITS, quantities_in
from ethicsdiff.languages.text import fold, verbatim_span

# Shares in one word, which are no numerals elsewhere ("on behalf", "one half of the day").
_SHARES = {
    "en": ((Fraction(1, 2), r"half(?= (?:of|the))"), (Fraction(1, 3), r"a third(?= of)"), (Fraction(1, 4), r"a quarter(?= of)")),
    "ru": ((Fraction(1, 2), r"половин[ауеы]\w*"), (Fraction(1, 3), r"(?<!одна )(?<!две )(?<!двух )трет(?:ь|и|ью)")),
    "kk": ((Fraction(1, 2), r"(?:тең )?жарты(?:сы)?\w*"),),
}
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit in time or a share: its value, its words and where they stand."""

    value: Fraction
    words: str
    start: int
    end: int


def thresholds_in(text: str, language: str) -> dict[str, Threshold]:
    """Returns the limits in time and the share that a text sets, by unit ("share" for shares); what it sets twice is left out."""
    found: dict[str, list[Threshold]] = {}
    for quantity in quantities_in(text, language):
        share = quantity.unit == "percent" or (not quantity.unit and 0 < quantity.value < 1)
        kind = "share" if share else quantity.unit if quantity.unit in TIME_UNITS else ""
        value = quantity.value / _HUNDRED if quantity.unit == "percent" else quantity.value
        found.setdefault(kind, []).append(Threshold(value, quantity.words, quantity.start, quantity.end))
    found.setdefault("share", []).extend(_in_one_word(text, language))
    return {kind: mine[0] for kind, mine in found.items() if kind and len(mine) == 1}


def _in_one_word(text: str, language: str) -> list[Threshold]:
    low = fold(text)
    found = []
    for value, words in _SHARES.get(language, ()):
        for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", low.text):
            start, end = verbatim_span(low, *match.span())
            found.append(Threshold(value, text[start:end], start, end))
    return found


def missed_threshold(text: str, statement: str, language: str) -> tuple[str, str] | None:
    """Returns a number of `text` and the one of `statement` that it does not keep to, both verbatim; None where none differ."""
    asked = _asked(statement, language)
    given = thresholds_in(text, language) if asked else {}
    for kind in sorted(asked.keys() & given.keys()):
        if not _kept(given[kind].value, asked[kind], statement, language):
            return given[kind].words, asked[kind].words
    return None


@lru_cache(maxsize=1024)
def _asked(statement: str, language: str) -> dict[str, Threshold]:
    return thresholds_in(statement, language)


def _kept(value: Fraction, asked: Threshold, statement: str, language: str) -> bool:
    told = bound_of(statement, language, asked.start, asked.end)
    if told is None:
        return value == asked.value
    return value >= asked.value if told[0] == Bound.LEAST else value <= asked.value
