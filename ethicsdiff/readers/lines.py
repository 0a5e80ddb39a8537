"""Lines of print back into running text: what begins a unit, and how a broken word or sentence is joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ethicsdiff.languages.detect import detect_language
from ethicsdiff.languages.neighbours import NEIGHBOUR_UNITS
from ethicsdiff.languages.registry import LANGUAGES

_UPPER = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
_NUMBER = r"(?:\d{1,4}(?:-\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})?(?:\.\d{1,3})*|[IVXLC]{1,7})"
_BULLET = r"[-–—•·*▪●○]\s+(?=\S)"
_LIST_LABEL = (
    r"\((?:[^\W\d_]|[ivx]{1,5}|\d{1,3})\)(?=\s|[^\W\d_])"
    r"|[^\W\d_]\)(?=\s)"
    r"|\[\d{1,3}\](?=\s)"
    r"|\d{1,3}(?:-\d{1,2})?(?:\.\d{1,3}(?:-\d{1,2})?)+[.)]?(?=\s+[^\s\d])"
    r"|\d{1,3}(?:-\d{1,2})?[.)](?=\s|[^\W\d_])"
    r"|[IVX]{1,5}\.(?=\s)"
)
_BREAKING_SHARE = 0.03
_LONGEST_WORD = 80
_SOFT_HYPHEN = "\u00ad"
_DASHES = "-–—"
_HYPHENS = ("-", "\u2010")
_SECOND_HALVES = frozenset(("то", "либо", "нибудь", "таки", "ка", "де"))
_FIRST_HALVES = frozenset(
    (
        "кое", "по", "во", "из", "пресс", "веб", "онлайн", "интернет", "вице", "экс", "аудио", "видео", "общественно", "социально",
        "судебно", "организационно", "материально", "научно", "нормативно", "административно", "финансово", "информационно",
        "self", "non", "co", "ex", "vice", "well", "part", "full", "cross", "quasi", "extra", "post", "long", "short", "high", "low",
        "decision", "policy", "law", "rule", "third", "ill",
    )
)  # fmt: skip
_LAST_WORD = re.compile(r"([^\W\d_]+)[-\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WHOLE_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")
_CITING = re.compile(
    r"(?<!\w)(?:стать[а-я]{1,3}|(?:под)?пункт[а-я]{0,3}|част[а-я]{1,3}|глав[а-я]{1,2}|раздел[а-я]{0,3}|абзац[а-я]{0,3}|ст\.|п\.|пп\.|ч\.|№|см\."
    r"|articles?|paragraphs?|paras?\.?|sub-?paragraphs?|sections?|chapters?|clauses?|items?|art\.|arts\.|no\.)$"
    r"|\d\)?(?:,|\s+(?:и|или|және|мен|and|or))$",
    re.IGNORECASE,
)
_ROUND_BULLET = re.compile(r"[•·▪●○■□]\s+(?=\S)")
_SENTENCE_WITHIN = re.compile(rf"[^\W\d_]{{2}}[.!?]\s+(?={_UPPER})")
_SENTENCE_ENDED = re.compile(r"[.!?]\s*$")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}\b")


def without_bullet(text: str) -> tuple[str, bool]:
    """Returns a text without the bullet it begins with, and whether it had one; a dash may be more and stays."""
    match = _ROUND_BULLET.match(text)
    return (text[match.end() :], True) if match else (text, False)


def is_bulleted(text: str) -> bool:
    """Returns whether a text begins with a bullet; a dash may be more than that."""
    return bool(_ROUND_BULLET.match(text))


def begins_unit(line: str, before: str = "") -> bool:
    """Returns whether a line begins with a label of its own: «Статья 5.», "7-бап", "Article 2", "1.", "2)", "(a)", a bullet.

    `before` is the line above in the same print: where that ends in «пункта» or "Article", a number is no label, and where
    it does not end with a stop, a dash is none.
    """
    stripped = line.lstrip()
    if _DATE.match(stripped) or not _pattern().match(stripped):
        return False
    above = before[-_LONGEST_WORD:].rstrip()
    if stripped[0] in _DASHES:
        return not above or above[-1] in ".;:!?"
    return not (stripped[0].isdigit() and _CITING.search(above))


def holds_many_sentences(texts: Iterable[str]) -> bool:
    """Returns whether more sentences end within the lines of a print than with them, so that paragraphs have several."""
    within = ended = 0
    for text in texts:
        within += len(_SENTENCE_WITHIN.findall(text))
        ended += bool(_SENTENCE_ENDED.search(text))
    return within >= ended


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    units = (*(unit for language in LANGUAGES.values() for unit in language.units), *NEIGHBOUR_UNITS)
    before = "|".join(_also_spaced(unit.word) for unit in units if not unit.number_first)
    after = "|".join(_also_spaced(unit.word) for unit in units if unit.number_first)
    end = r"(?:[.:)]|$|(?=\s+[\W\dA-ZА-ЯЁӘҒҚҢӨҰҮҺІ]))"
    worded = rf"(?={_UPPER}|§)(?i:{before})\s{{0,3}}(?:№\s?)?{_NUMBER}{end}|(?=[\dIVXLC]){_NUMBER}\s?\.?\s?-?\s?(?i:{after})(?![\w-]){end}"
    return re.compile(rf"(?:{_LIST_LABEL}|{_BULLET}|{worded})")


def _also_spaced(alternatives: str) -> str:
    """Returns words for a unit together with the same words letter by letter, as printed headings have them («Г Л А В А 1»)."""
    plain = (word for word in alternatives.split("|") if re.fullmatch(r"[^\W\d_]{3,}", word))
    return "|".join((alternatives, *(r"\s".join(word) for word in plain)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a source in lower case: those with a hyphen inside a line, and all others; whether its print breaks words."""

    hyphenated: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    breaks: bool = True


def words_of(texts: Sequence[str]) -> Words:
    """Returns the words of a source, by which a word broken across two lines is told from one that carries a hyphen."""
    found = [match.group().lower() for text in texts for match in _WHOLE_WORD.finditer(text)]
    hyphenated = frozenset(word for word in found if "-" in word)
    lines = [text.rstrip() for text in texts if text.strip()]
    ended = sum(bool(_LAST_WORD.search(line[-_LONGEST_WORD:])) for line in lines)
    return Words(hyphenated=hyphenated, plain=frozenset(found) - hyphenated, breaks=ended >= max(2, len(lines) * _BREAKING_SHARE))


_NO_WORDS = Words()


def joined(left: str, right: str, words: Words = _NO_WORDS) -> str:
    """Returns two lines of one paragraph as one text; `words` are those of the same source.

    A soft hyphen at the end of the first marks a word broken by the printer and goes. A hyphen between letters is taken
    for such a break only if the print breaks words often, what follows is lower case, and the source does not write the
    word with a hyphen elsewhere;
    Kazakh, rich in paired words and rarely broken, keeps it unless the source has the word whole. A hyphen that stays
    gets no space after it («какой-либо», "1-бап", "іс-шара").
    """
    left, right = left.rstrip(), right.lstrip()
    if left.endswith(_SOFT_HYPHEN):
        return left[:-1] + right
    if not left.endswith(_HYPHENS) or left[:-1].endswith((" ", *_HYPHENS)):
        return f"{left} {right}" if left and right else left + right
    return (left[:-1] if _is_broken(left, right, words) else left) + right


def joined_lines(lines: Sequence[str], words: Words = _NO_WORDS) -> str:
    """Returns the lines of one paragraph as one text; in time that grows with their length only."""
    parts = [line.strip() for line in lines]
    for index, right in enumerate(parts[1:]):
        parts[index] = joined(parts[index], right, words).removesuffix(right)
    return "".join(parts)


def _is_broken(left: str, right: str, words: Words) -> bool:
    """Returns whether the hyphen at the end of a line is the printer's and not the word's own."""
    first, second = _LAST_WORD.search(left[-_LONGEST_WORD:]), _FIRST_WORD.match(right)
    if first is None or second is None or not right[0].islower():
        return False
    before, after = first.group(1).lower(), second.group().lower()
    if f"{before}{after}" in words.plain:
        return True
    if not words.breaks or f"{before}-{after}" in words.hyphenated or detect_language(left + right) == "kk":
        return False
    return len(before) > 1 and before not in _FIRST_HALVES and after not in _SECOND_HALVES
