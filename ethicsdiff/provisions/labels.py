"""What a label is: «Статья 5.», "7-бап.", "Article 5", "1.", "2)", "(a)", "1.2.", read from the start of a text.

A label needs a number and either a word for a unit or a punctuation that lists use, so that «Глава государства»,
«Статья 5 Закона» and «қызмет бабында» are not taken for headings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ethicsdiff.languages.base import LanguageData, UnitWord
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import fold, verbatim_span
from ethicsdiff.model.document import ProvisionKind

_NUMBER = r"\d{1,4}(?:-\d{1,3})?(?:\.\d{1,3}(?:-\d{1,3})?)*|[ivxlc]{1,7}|[ivxlc]{1,7}-\d"
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}\.\d{1,2}\.\d{1,2}")
_LIST_LABELS = (
    ("decimal", re.compile(r"(\d{1,3}(?:-\d{1,2})?(?:\.\d{1,3}(?:-\d{1,2})?)+)[.)]?(?=\s|$)")),
    ("point", re.compile(r"(\d{1,3}(?:-\d{1,2})?)\.(?=\s|$|[^\W\d_])")),
    ("bracket", re.compile(r"(\d{1,3}(?:-\d{1,2})?)\)")),
    ("double-bracket", re.compile(r"\((\d{1,3}(?:-\d{1,2})?)\)")),
    ("roman-point", re.compile(r"([ivx]{1,5})\.(?=\s|$)")),
    ("letter-double-bracket", re.compile(r"\(([a-zа-яәғқңөұүһі]{1,4})\)")),
    ("letter-bracket", re.compile(r"([a-zа-яәғқңөұүһі]{1,2})\)")),
    ("letter-point", re.compile(r"([a-z])\.(?=\s)")),
    ("bullet", re.compile(r"([-•·*▪●○o])(?=\s)")),
)
_LONGEST_LABEL = 160
_ROMAN = re.compile(r"[ivxlc]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label found: the kind of a worded unit (None for list labels), its number, list style, rank of worded units, displayed words, end offset in the text."""

    kind: ProvisionKind | None
    number: str
    style: str
    rank: int
    display: str
    end: int


def read_label(text: str, languages: tuple[str, ...]) -> Label | None:
    """Returns the label at the start of `text`, worded units of the draft's languages first, or None."""
    text = text[:_LONGEST_LABEL]
    folded = fold(text)
    start = len(folded.text) - len(folded.text.lstrip())
    body = folded.text[start:]
    found = _worded(body, languages) or _listed(body)
    if found is None:
        return None
    kind, number, style, rank, length = found
    if kind is not None and not _is_heading(text, folded.offsets[start + length] if start + length < len(folded.offsets) else len(text), languages):
        return None
    first, _ = verbatim_span(folded, start, start + max(length, 1))
    end = folded.offsets[start + length]
    return Label(kind=kind, number=number, style=style, rank=rank, display=text[first:end].strip(), end=end)


def _worded(body: str, languages: tuple[str, ...]) -> tuple[ProvisionKind, str, str, int, int] | None:
    for language in (*languages, *(code for code in LANGUAGES if code not in languages)):
        for word, expression in _expressions(language):
            match = expression.match(body)
            if match:
                number = match.group("number").rstrip(".")
                return word.kind, number, f"word:{word.kind}:{word.rank}", word.rank, match.end()
    return None


def _listed(body: str) -> tuple[None, str, str, int, int] | None:
    if _DATE.match(body):
        return None
    for style, expression in _LIST_LABELS:
        match = expression.match(body)
        if match and not _is_year(match.group(1), style):
            depth = match.group(1).count(".") + 1
            return None, match.group(1), f"{style}{depth}" if style == "decimal" else style, -1, match.end()
    return None


def _is_year(number: str, style: str) -> bool:
    return style == "point" and number.isdigit() and int(number) > 999


@lru_cache(maxsize=None)
def _expressions(language: str) -> tuple[tuple[UnitWord, re.Pattern[str]], ...]:
    return tuple((word, _expression(word)) for word in LANGUAGES[language].units)


def _expression(word: UnitWord) -> re.Pattern[str]:
    spaced = "|".join((word.word, *_letter_spaced(word.word)))
    if word.number_first:
        return re.compile(rf"(?P<number>{_NUMBER})\s?\.?\s?-?\s?(?:{spaced})(?![\w-])(?P<stop>[.:)]?)")
    return re.compile(rf"(?:{spaced})\s?(?:№|n)?\s?(?P<number>{_NUMBER})(?![\w])(?P<stop>[.:)]?)")


def _letter_spaced(alternatives: str) -> tuple[str, ...]:
    """Returns the plain words letter by letter, as headings of printed acts have them («Г Л А В А 1»)."""
    plain = (word for word in alternatives.split("|") if re.fullmatch(r"[^\W\d_]{3,}", word))
    return tuple(r"\s".join(word) for word in plain)


def _is_heading(text: str, end: int, languages: tuple[str, ...]) -> bool:
    """Returns whether what follows a worded label makes it a heading and not the start of a sentence that cites a unit."""
    rest = text[end:].lstrip()
    stop = text[:end].rstrip()[-1:]
    if not rest or stop in ".:)":
        return True
    first_word = re.split(r"[^\w-]", fold(rest).text, maxsplit=1)[0]
    cited = any(first_word in LANGUAGES[code].citing_words for code in languages)
    return not cited and (rest[0].isupper() or rest[0] in "-–—«\"(")


def is_roman(number: str) -> bool:
    """Returns whether a folded number could be Roman, which "(i)" and "(c)" leave open."""
    return bool(_ROMAN.fullmatch(number))


def data_of(language: str) -> LanguageData:
    """Returns the language data of a code, Russian for codes that are not known (drafts of the region fall back on it)."""
    return LANGUAGES.get(language, LANGUAGES["ru"])
