"""Numbers of a text, in digits and in words, with the unit of time they count: comparable across the three languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from ethicsdiff.languages.numerals import MULTIPLIERS, NUMERALS, NumeralData
from ethicsdiff.languages.text import Folded, fold, verbatim_span

_TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+|%")
_SUFFIX = re.compile(r"(?:ти|х|и|е|го|му|ми|ым|ых|ой|й|я|st|nd|rd|th)")
_ABLATIVE = re.compile(r"\w+[тдн][ае]н")
_KAZAKH_SHARE = re.compile(r"(бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз)(?:с?[іы]\w{0,6}|[мбп]ен)?")
_WINDOW = 4
_ALWAYS_TOLD = 4
TIME_UNITS = frozenset({"day", "working-day", "week", "month", "year", "hour", "minute"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number: value, unit ("" if it counts no time), family ("cardinal", "ordinal", "multiple", "dual") and verbatim place.

    `optional` marks what another language may leave out ("one", "both", "first"); `limit` that words of a time limit stand by.
    """

    value: Fraction
    unit: str
    family: str
    optional: bool
    limit: bool
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def quantities_in(text: str, language: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """Returns the numbers of a text in order, leaving out the spans `taken` by dates and references."""
    reader = _Reader(text, language)
    found = reader.read()
    return tuple(q for q in found if not any(start < q.end and q.start < end for start, end in taken))


class _Reader:
    """Reads the numbers of one text from left to right."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._folded: Folded = fold(text)
        self._plain = self._folded.text.replace("ё", "е")
        self._data: NumeralData = NUMERALS[language]
        self._tokens = [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(self._plain)]

    def read(self) -> list[Quantity]:
        """Returns all numbers."""
        found: list[Quantity] = []
        place = 0
        while place < len(self._tokens):
            step = self._digits(place) or self._cardinal(place) or self._glued(place) or self._other(place)
            if step is None:
                place += 1
                continue
            quantity, place = step
            if quantity is not None:
                found.append(quantity)
        return sorted((*found, *self._implied(found)), key=lambda q: q.start)

    def _word(self, place: int) -> str:
        return self._tokens[place].text if place < len(self._tokens) else ""

    def _digits(self, place: int) -> tuple[Quantity | None, int] | None:
        token = self._tokens[place]
        if not token.text[0].isdigit():
            return None
        if self._plain[token.end : token.end + 1] == "_" or self._plain[token.start - 1 : token.start] == "_":
            return None, place + 1
        value = Fraction(token.text.replace(",", "."))
        if self._plain[token.end : token.end + 1] == "/" and self._word(place + 1).isdigit() and int(self._word(place + 1)):
            return self._with_unit(place, place + 2, value / int(self._word(place + 1)), "cardinal", optional=False)
        after = self._after_suffix(place + 1, token.end)
        after = self._after_repetition(after, value)
        return self._with_unit(place, after, value, "cardinal", optional=False)

    def _after_suffix(self, place: int, end: int) -> int:
        """Returns the place after an ending that is written to digits ("5-ти")."""
        if place >= len(self._tokens) or self._tokens[place].start > end + 1:
            return place
        return place + 1 if _SUFFIX.fullmatch(self._word(place)) else place

    def _after_repetition(self, place: int, value: Fraction) -> int:
        """Returns the place after a bracket that says the same number in words ("10 (десяти)")."""
        if place >= len(self._tokens) or self._plain[: self._tokens[place].start].rstrip()[-1:] != "(":
            return place
        step = self._sum(place)
        return step[1] if step is not None and step[0] == value else place

    def _cardinal(self, place: int) -> tuple[Quantity | None, int] | None:
        step = self._sum(place)
        if step is None:
            return None
        value, after = step
        ordinal = self._data.ordinals.get(self._word(after), 0)
        if value >= 20 and 0 < ordinal < 10:
            return self._with_unit(place, after + 1, value + ordinal, "ordinal", optional=False)
        part = self._part(after)
        if part:
            return self._with_unit(place, after + 1, value / part, "cardinal", optional=False)
        return self._with_unit(place, after, value, "cardinal", optional=value == 1)

    def _sum(self, place: int) -> tuple[Fraction, int] | None:
        """Returns the value of the number words from a place on, and the place after them."""
        words = self._data.cardinals
        if self._word(place) not in words:
            return None
        total, last, after = words[self._word(place)], words[self._word(place)], place + 1
        if _ABLATIVE.fullmatch(self._word(place)):
            # «үштен бірі» is one third; «бірі» elsewhere is a pronoun.
            share = _KAZAKH_SHARE.fullmatch(self._word(after))
            if share and words[share.group(1)] < total:
                return Fraction(words[share.group(1)], total), after + 1
        while self._word(after) in words or (self._word(after) == "and" and last in MULTIPLIERS and self._word(after + 1) in words):
            after += self._word(after) == "and"
            value = words[self._word(after)]
            if value in MULTIPLIERS and value > last:
                total, last = (total - last) + last * value, value
            elif last >= 10 and value < _magnitude(last):
                total, last = total + value, value
            else:
                break
            after += 1
        return Fraction(total), after

    def _part(self, place: int) -> int:
        word = self._word(place)
        return next((size for pattern, size in self._data.parts if word and re.fullmatch(pattern, word)), 0)

    def _glued(self, place: int) -> tuple[Quantity | None, int] | None:
        """Returns a number grown together with its unit («десятидневный»)."""
        for unit, pattern in _glued_patterns(self._data.prefixes, self._data.glued):
            match = pattern.fullmatch(self._word(place))
            if match:
                value = sum(self._data.prefixes[part] for part in re.findall(_prefix(self._data.prefixes), match.group(1)))
                return self._quantity(place, place + 1, Fraction(value), unit, "cardinal", optional=value == 1), place + 1
        return None

    def _other(self, place: int) -> tuple[Quantity | None, int] | None:
        word, data = self._word(place), self._data
        if word in data.ordinals:
            value = data.ordinals[word]
            return self._with_unit(place, place + 1, Fraction(value), "ordinal", optional=value < _ALWAYS_TOLD)
        if word in data.duals:
            return self._quantity(place, place + 1, Fraction(data.duals[word]), "", "dual", optional=True), place + 1
        if word in data.multiples:
            return self._quantity(place, place + 1, Fraction(data.multiples[word]), "times", "multiple", optional=True), place + 1
        return None

    def _with_unit(self, place: int, after: int, value: Fraction, family: str, *, optional: bool) -> tuple[Quantity | None, int]:
        unit, end = self._unit(after)
        if optional and family == "cardinal" and not unit:
            return None, after
        return self._quantity(place, end, value, unit, family, optional=optional), end

    def _unit(self, place: int) -> tuple[str, int]:
        """Returns the unit that the words from a place on name, and the place after it."""
        after = place
        working = bool(re.fullmatch(self._data.working, self._word(after)))
        if working or re.fullmatch(self._data.calendar, self._word(after)):
            after += 1
        # «трёх месячных показателей» counts no months; «3-месячный» does.
        glued = self._data.glued if self._is_attached(after) else ()
        for unit, pattern in (*self._data.units, *glued, ("times", r"раза?|рет|times?")):
            if self._word(after) and re.fullmatch(pattern, self._word(after)):
                return ("working-day" if working and unit == "day" else unit), after + 1
        return "", place

    def _is_attached(self, place: int) -> bool:
        """Returns whether a word hangs on the number before it by a hyphen or an ending ("3-месячный", "5-ти дневный")."""
        if not 0 < place < len(self._tokens):
            return False
        return self._plain[self._tokens[place].start - 1] == "-" or bool(_SUFFIX.fullmatch(self._word(place - 1)))

    def _implied(self, found: Sequence[Quantity]) -> list[Quantity]:
        """Returns single units without a number («в течение месяца», "within a week")."""
        rows = []
        for match in re.finditer(self._data.implied, self._plain):
            start, end = verbatim_span(self._folded, match.start(), match.end())
            unit = next((name for name, pattern in (*self._data.units, *self._data.glued) if re.fullmatch(pattern, match.group(1))), "")
            if unit and not any(q.start < end and start < q.end for q in found):
                rows.append(Quantity(Fraction(1), unit, "cardinal", True, True, self._text[start:end], start, end))
        return rows

    def _quantity(self, place: int, after: int, value: Fraction, unit: str, family: str, *, optional: bool) -> Quantity:
        first, last = self._tokens[place], self._tokens[after - 1]
        start, end = verbatim_span(self._folded, first.start, last.end)
        around = [t.text for t in self._tokens[max(0, place - _WINDOW) : after + _WINDOW]]
        limit = unit in TIME_UNITS and any(re.fullmatch(self._data.limits, word) for word in around)
        return Quantity(value, unit, family, optional, limit, self._text[start:end], start, end)


def _magnitude(value: int) -> int:
    """Returns the power of ten a round number word stands for (40 gives 10, 300 gives 100)."""
    return int(10 ** (len(str(value)) - 1))


def _prefix(prefixes: dict[str, int]) -> str:
    return "|".join(sorted(prefixes, key=len, reverse=True))


def _glued_patterns(prefixes: dict[str, int], glued: tuple[tuple[str, str], ...]) -> list[tuple[str, re.Pattern[str]]]:
    if not prefixes:
        return []
    return list(_compiled(_prefix(prefixes), glued))


@cache
def _compiled(prefix: str, glued: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((unit, re.compile(rf"((?:{prefix})+){pattern}")) for unit, pattern in glued)
