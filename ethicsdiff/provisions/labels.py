"""What a label is: «Статья 5.», "7-бап.", "Article 5", "1.", "2)", "(a)", "1.2.", read from the start of a text.

A label needs a number and either a word for a unit or a punctuation that lists use, so that «Глава государства»,
«Статья 5 Закона» and «қызмет бабында» are not taken for headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ethicsdiff.languages.base import RANKS, LanguageData, UnitWord
from ethicsdiff.languages.neighbours import NEIGHBOUR_UNITS
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import Folded, fold, folded, verbatim_span
from ethicsdiff.model.document import ProvisionKind
from ethicsdiff.provisions.numbers import DIGITS, OPEN, ROMAN, ordinal_expression, ordinal_value

_LETTER_NUMBER = r"[a-zа-я](?=[.:)]|$|\s-)"
# A letter at the end of a word is its ending («Индикаторы:») and no number.
_APART = r"(?<![^\W\d_])"
_NUMBER = rf"{DIGITS}|{_APART}(?:{ROMAN}(?:-\d{{1,3}})?|{_LETTER_NUMBER})|{OPEN}"
# A mark of a note may stand between a number and its stop.
_STOP = r"\*{0,2}(?:\s\.(?=\s|$)|[.:)]?)"
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}(?!\d)|\d{4}\.\d{1,2}\.\d{1,2}(?!\d)")
_CYRILLIC = "а-яәғқңөұүһі"
_ITEM = rf"[a-z]|[{_CYRILLIC}]|([a-z{_CYRILLIC}])\2|[ivx]{{2,5}}"
_LIST_LABELS = (
    ("decimal", re.compile(r"((?:\d{1,3}(?:-\d{1,2})?|[ivx]{1,5}(?=\.\d))(?:\.\d{1,3}(?:-\d{1,2})?)+)(?:[.)](?=\s|$|[^\W\d_])|(?=\s|$))")),
    ("point", re.compile(rf"(\d{{1,3}}(?:-\d{{1,2}})*[a-z{_CYRILLIC}]?)\s?\.(?=\s|$|[^\W\d_]|\")")),
    ("bracket", re.compile(rf"(\d{{1,3}}(?:-\d{{1,2}})*[a-z{_CYRILLIC}]?)\s?\.?\)")),
    ("double-bracket", re.compile(r"\((\d{1,3}(?:-\d{1,2})*)\)")),
    ("square-bracket", re.compile(r"\[(\d{1,3})\](?=\s)")),
    ("roman-point", re.compile(r"([ivxіүх]{1,6})\.(?=\s|$)")),
    ("letter-double-bracket", re.compile(rf"\(({_ITEM})\)")),
    ("letter-bracket", re.compile(rf"({_ITEM})\)")),
    ("letter-point", re.compile(r"([a-z])\.(?=\s)")),
    ("bullet", re.compile(r"([-•·*▪●○■□◦‣✓➢])(?=\s|$)")),
)
_MAY_BEGIN_LIST = re.compile(r"[\d(\[\-•·*▪●○■□◦‣✓➢]|[^\W_]{1,6}\s?[.)]")
_GENITIVE = re.compile(r"[а-я]{3,}(?:ого|его)")
_SYMBOL_BULLET = re.compile(r"[\uf000-\uf0ff](?=\s|$)")
# Bullets of symbol fonts that a source gives as the letters they are drawn from.
_LETTER_BULLETS = frozenset("oоqüØШ")
_DASH_AFTER = re.compile(r"\s*[-–—]\s+(?=\S)")
_WORD, _DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")
_LONGEST_LABEL = 100
_DELETED = re.compile("|".join(f"(?:{data.repealed})" for data in LANGUAGES.values() if data.repealed))
_DELETED_WITHIN, _LONGEST_DELETION = 60, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label found in a text: [start, end) are its offsets there.

    `kind` is None for list labels; `style` tells lists apart; `rank` is that of worded units, -1 for list labels; `display` the
    label as it stands in the text.
    """

    kind: ProvisionKind | None
    number: str
    style: str
    rank: int
    display: str
    end: int
    start: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    """A label in folded text, not yet checked: what `Label` says, and the folded offset of its end."""

    kind: ProvisionKind | None
    number: str
    style: str
    rank: int
    end: int


def read_label(text: str, languages: tuple[str, ...]) -> Label | None:
    """Returns the label at the start of `text`, worded units of the draft's languages first, or None."""
    if _SYMBOL_BULLET.match(text):
        return Label(kind=None, number="•", style="bullet", rank=-1, display=text[0], end=1)
    text = text[:_LONGEST_LABEL]
    plain = fold(text)
    start = len(plain.text) - len(plain.text.lstrip())
    body = plain.text[start:]
    found = _worded(body, languages)
    if found is None or not _is_heading(text, plain, start, found, languages):
        found = _listed(body)
    return _label(text, plain, start, found) if found is not None else None


def read_number(number: str, languages: tuple[str, ...]) -> Label | None:
    """Returns the label that an automatic number makes, whatever its form: what a source displays as a number is never lost."""
    shown = number.strip()
    if not shown:
        return None
    found = read_label(f"{shown} ", languages)
    if found is not None:
        return found
    bullet = shown in _LETTER_BULLETS or not any(character.isalnum() for character in shown)
    value = "" if bullet else folded(shown).strip("().- ")
    shape = _WORD.sub("a", _DIGITS.sub("9", folded(shown)))
    style = f"plain:{shape}" if value else "bullet"
    return Label(kind=None, number=value or shown, style=style, rank=-1, display=shown, end=len(shown))


def _label(text: str, plain: Folded, start: int, found: _Found) -> Label:
    first, _ = verbatim_span(plain, start, start + max(found.end, 1))
    end = plain.offsets[start + found.end]
    display = text[first:end].strip()
    if found.kind is not None:
        dash = _DASH_AFTER.match(text, end)
        end = dash.end() if dash else end
    style = f"{found.style}-upper" if found.style.startswith(("roman", "letter")) and display.isupper() else found.style
    return Label(kind=found.kind, number=found.number, style=style, rank=found.rank, display=display, start=first, end=end)


def _worded(body: str, languages: tuple[str, ...]) -> _Found | None:
    for candidates, expression in _all_expressions(languages):
        if not expression.match(body):
            continue
        for word, own, language in candidates:
            match = own.match(body)
            if match:
                return _found(word, match, language)
    return None


def _found(word: UnitWord, match: re.Match[str], language: str) -> _Found:
    written = match.group("number") or ""
    number = "" if re.fullmatch(OPEN, written) else written.rstrip(".")
    if language and not written:
        number = str(ordinal_value(match.group("ordinal"), language))
    return _Found(word.kind, number, f"word:{word.kind}:{word.rank}", word.rank, match.end())


def _listed(body: str) -> _Found | None:
    if not _MAY_BEGIN_LIST.match(body) or _DATE.match(body):
        return None
    for style, expression in _LIST_LABELS:
        match = expression.match(body)
        if match:
            number = match.group(1)
            return _Found(None, number, f"decimal{number.count('.') + 1}" if style == "decimal" else style, -1, match.end())
    return None


@cache
def _all_expressions(languages: tuple[str, ...]) -> tuple[tuple[tuple[tuple[UnitWord, re.Pattern[str], str], ...], re.Pattern[str]], ...]:
    """Returns the words for units in the order of trying, in groups behind one expression that tells at once that none matches."""
    order = (*languages, *(code for code in LANGUAGES if code not in languages))
    groups = [tuple(_candidates(code)) for code in order]
    groups.append(tuple((word, re.compile(_expression(word, "")), "") for word in NEIGHBOUR_UNITS))
    return tuple((group, _union(group)) for group in groups)


def _candidates(code: str) -> Iterator[tuple[UnitWord, re.Pattern[str], str]]:
    data = LANGUAGES[code]
    for word in data.units:
        yield word, re.compile(_expression(word, code)), code
    if data.named_parts:
        part = UnitWord(kind=ProvisionKind.PART, word=data.named_parts, rank=RANKS[ProvisionKind.PART])
        yield part, re.compile(rf"(?:{data.named_parts})(?P<number>)(?P<ordinal>)(?=$|\.)(?P<stop>\.?)"), ""


def _union(group: tuple[tuple[UnitWord, re.Pattern[str], str], ...]) -> re.Pattern[str]:
    sources = (re.sub(r"\?P<\w+>", "?:", expression.pattern) for _, expression, _ in group)
    return re.compile("|".join(f"(?:{source})" for source in sources))


def _expression(word: UnitWord, language: str) -> str:
    spaced = "|".join((word.word, *_letter_spaced(word.word)))
    ordinal = ordinal_expression(language) if language and RANKS[word.kind] <= RANKS[ProvisionKind.ARTICLE] else r"(?!)"
    if word.number_first:
        number = rf"(?:(?P<number>{_NUMBER})(?:\s?-\s?|\.-|\s)?|(?P<ordinal>{ordinal})\s)"
        return rf"{number}(?:{spaced})(?![\w-])(?P<stop>{_STOP})"
    return rf"(?:{spaced})(?:\s?(?:№|n)?\s?(?P<number>{_NUMBER})|\s(?P<ordinal>{ordinal}))(?![\w])(?P<stop>{_STOP})"


def _letter_spaced(alternatives: str) -> tuple[str, ...]:
    """Returns the plain words letter by letter, as headings of printed acts have them («Г Л А В А 1»)."""
    plain = (word for word in alternatives.split("|") if re.fullmatch(r"[^\W\d_]{3,}", word))
    return tuple(r"\s".join(word) for word in plain)


def is_deletion(text: str) -> bool:
    """Returns whether a text begins with words that tell that a unit was deleted, in any language."""
    return bool(_DELETED.match(folded(text[:_DELETED_WITHIN])))


def _is_heading(text: str, plain: Folded, start: int, found: _Found, languages: tuple[str, ...]) -> bool:
    """Returns whether what follows a worded label makes it a heading and not the start of a sentence that cites a unit."""
    end = plain.offsets[start + found.end]
    rest = text[end:].lstrip()
    stop = text[:end].rstrip()[-1:]
    if not rest:
        return True
    if stop in ".:)":
        return not (text[plain.offsets[start]].islower() and rest[0].islower())
    first_word = re.split(r"[^\w-]", folded(rest), maxsplit=1)[0]
    if len(rest.split()) <= _LONGEST_DELETION and is_deletion(rest):
        return True
    cited = _GENITIVE.fullmatch(first_word) or any(first_word in LANGUAGES[code].citing_words for code in languages)
    return not cited and (rest[0].isupper() or rest[0] in "-–—«\"“([")


def data_of(language: str) -> LanguageData:
    """Returns the language data of a code, Russian for codes that are not known (drafts of the region fall back on it)."""
    return LANGUAGES.get(language, LANGUAGES["ru"])
