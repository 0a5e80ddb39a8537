"""Dates in a text: «28» января 2024 года, 2024 жылғы 28 қаңтар, 28 January 2024, 28.01.2024, a bare year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ethicsdiff.languages.numerals import NUMERALS
from ethicsdiff.languages.text import Folded, fold, verbatim_span

_DAY = r'"?(?P<day>\d{1,2})"?'
_YEAR = r"(?P<year>(?:1[6-9]|20|21)\d\d)"
_YEAR_WORDS = r"(?:\s?(?:года|году|годов|год|г\.|жылғы|жылдың|жылы|жыл))?"
_NUMERIC = (
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b"),
    re.compile(r"\b(?P<year>\d{4})[-.](?P<month>\d{1,2})[-.](?P<day>\d{1,2})\b"),
)
_BARE_YEAR = re.compile(rf"(?<![\d№.,/-])(?<!№ )\b{_YEAR}\b(?![.,/]\d|-[ivx]|\s?(?:тенге|теңге|tenge|%))")


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date: year, month and day, 0 for a part that is not said; verbatim offsets [start, end)."""

    year: int
    month: int
    day: int
    words: str
    start: int
    end: int

    @property
    def value(self) -> tuple[int, int, int]:
        """The date without its place."""
        return self.year, self.month, self.day


def dates_in(text: str, language: str) -> tuple[DateFound, ...]:
    """Returns the dates of a text in order; a year within a fuller date is not told again."""
    found = fold(text)
    taken: list[tuple[int, int]] = []
    dates = []
    for expression in (*_NUMERIC, *_written(language), _BARE_YEAR):
        for match in expression.finditer(found.text):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
                dates.append(_date(match, text, found, language))
    return tuple(sorted((d for d in dates if d.month <= 12 and d.day <= 31), key=lambda d: d.start))


@cache
def _written(language: str) -> tuple[re.Pattern[str], ...]:
    """Returns the patterns of dates with the name of a month: day first, year first, month first."""
    months = "|".join(NUMERALS[language].months)
    month = rf"(?P<month>{months})"
    ordinal = r"(?:st|nd|rd|th|-е|-го)?(?:\s+day)?(?:\s+of)?"
    return (
        re.compile(rf"\b{_YEAR}\s?(?:жылғы|жылдың|жыл)?\s?{_DAY}\s?-?{month}\b"),
        re.compile(rf"(?<!\d){_DAY}{ordinal}\s?-?{month}\b(?:,?\s{_YEAR}{_YEAR_WORDS})?"),
        re.compile(rf"\b{month}\s{_DAY}(?!\d|\s?(?:жыл|год))(?:,\s{_YEAR})?"),
        re.compile(rf"\b{month}\s(?:of\s)?{_YEAR}{_YEAR_WORDS}"),
    )


def _date(match: re.Match[str], text: str, found: Folded, language: str) -> DateFound:
    parts = match.groupdict()
    month = parts.get("month") or "0"
    number = int(month) if month.isdigit() else _month_number(month, language)
    start, end = verbatim_span(found, match.start(), match.end())
    day, year = int(parts.get("day") or 0), int(parts.get("year") or 0)
    return DateFound(year, number, day, text[start:end], start, end)


def _month_number(word: str, language: str) -> int:
    names = NUMERALS[language].months
    return next((n for n, name in enumerate(names, 1) if re.fullmatch(name, word)), 0)
