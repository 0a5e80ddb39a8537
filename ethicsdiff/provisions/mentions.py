"""Words that cite units, read from folded text: which unit, which numbers, where; and how neighbours make one citation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ethicsdiff.languages.base import CitedUnit, CitingWords
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.model.document import ProvisionKind as Kind
from ethicsdiff.provisions.numbers import ordinal_expression

THIS = "this"
_PLAIN = r"\d{1,4}(?:-\d{1,3})?(?:\.\d{1,3})*(?:\)|(?!\w))"
_ROMAN = r"[ivxlc]{1,6}(?![\w)])"
_LETTER = r"\"[a-zа-я]\"|[a-zа-яәғқңөұүһі]\)"
_IN_BRACKETS = r"\((?:[a-z]{1,4}|\d{1,3})\)"
_NESTED = rf"\d{{1,4}}(?:-\d{{1,3}})?(?:\.\d{{1,3}})*(?:\s?{_IN_BRACKETS})*(?!\w)|{_IN_BRACKETS}(?:\s?{_IN_BRACKETS})*"
_OUTER = frozenset({Kind.ANNEX, Kind.PART, Kind.SECTION, Kind.CHAPTER, Kind.ARTICLE})
_RANGE = re.compile(r"\s?(?:to|-)\s?")
_LONGEST_RANGE = 60
# So that a page of numbers costs no more than its length.
_MOST_LISTED = 40
_DEPTH = {
    Kind.ANNEX: 0, Kind.PART: 1, Kind.SECTION: 2, Kind.CHAPTER: 3, Kind.ARTICLE: 4, Kind.PARAGRAPH: 5, Kind.SUBPARAGRAPH: 6, Kind.INDENT: 7,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, and the numbers in brackets right after it ("5(2)(a)")."""

    written: str
    inner: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One unit word with its numbers at folded offsets [start, end).

    `by_words` says that they are ordinal words, `owned` that the form of the word has a larger unit or an act before it.
    """

    unit: CitedUnit
    numbers: tuple[Number, ...]
    start: int
    end: int
    by_words: bool = False
    owned: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions that make one citation, the outermost unit first."""

    mentions: tuple[Mention, ...]

    @property
    def start(self) -> int:
        """Where the citation begins in the folded text."""
        return min(mention.start for mention in self.mentions)

    @property
    def end(self) -> int:
        """Where it ends."""
        return max(mention.end for mention in self.mentions)

    @property
    def is_complete(self) -> bool:
        """Whether it names an article or something larger, so that it needs no place to start from."""
        return self.mentions[0].unit.kinds[0] in _OUTER


def chains_in(text: str, language: str) -> list[Chain]:
    """Returns the citations of a folded text in order, in the grammar of a language."""
    words = LANGUAGES[language].citing
    if words is None:
        return []
    mentions = list(_mentions(text, language, words))
    bound = [_is_bound(one, other, text, words) for one, other in pairwise(mentions)]
    chains: list[list[Mention]] = []
    for place, mention in enumerate(mentions):
        if place and (bound[place - 1] or (not any(bound[place : place + 1]) and _is_listed(chains[-1][-1], mention, text, words))):
            chains[-1].append(mention)
        else:
            chains.append([mention])
    return [Chain(tuple(_outermost_first(chain, text, words))) for chain in chains]


def _is_bound(one: Mention, other: Mention, text: str, words: CitingWords) -> bool:
    """Returns whether grammar binds two units: «пункта 2 статьи 5», "5-баптың 2-тармағы", "paragraph 2 of Article 5"."""
    return one.unit is not other.unit and re.fullmatch(words.between, text[one.end : other.start]) is not None


def _is_listed(one: Mention, other: Mention, text: str, words: CitingWords) -> bool:
    """Returns whether the second unit is a part of the first, named after it: «статья 5, пункт 2», "Article 5, paragraph 2"."""
    if words.number_first or _depth(one) >= _depth(other) or not re.fullmatch(r"\s*,?\s*", text[one.end : other.start]):
        return False
    return all(re.match(rf"(?:{words.listed})(?!\w)", text[mention.start : mention.end]) for mention in (one, other))


def _depth(mention: Mention) -> int:
    return _DEPTH.get(mention.unit.kinds[0], _DEPTH[Kind.PARAGRAPH])


def _outermost_first(chain: Sequence[Mention], text: str, words: CitingWords) -> Sequence[Mention]:
    """Returns mentions in the order of the units: what grammar binds is turned round where the inner unit is named first."""
    if words.number_first or len(chain) < 2 or _is_listed(chain[0], chain[1], text, words):
        return chain
    return list(reversed(chain))


def _mentions(text: str, language: str, words: CitingWords) -> Iterator[Mention]:
    for match in _expression(language).finditer(text):
        name = next(name for name in ("unit", "unit_this", "unit_after", "unit_before") if match.group(name))
        start, end = match.span(name)
        unit = next(unit for unit in words.units if re.compile(unit.word).fullmatch(text, start, end))
        owned = bool(words.owned) and re.fullmatch(words.owned, match.group(name)) is not None
        if name == "unit_this":
            yield Mention(unit, (Number(THIS),), match.start(), match.end())
        elif name == "unit":
            yield Mention(unit, _numbers(match.group("list"), language), match.start(), match.end(), owned=owned)
        else:
            ordinals = re.findall(rf"(?<!\w)(?:{ordinal_expression(language)})", match.group("before") or match.group("after"))
            yield Mention(unit, tuple(map(Number, ordinals)), match.start(), match.end(), by_words=True, owned=owned)


def _numbers(listed: str, language: str) -> tuple[Number, ...]:
    """Returns the numbers of a list, ranges written out ("2 to 4", «1)-3)»)."""
    found: list[Number] = []
    end = 0
    for match in re.finditer(_number_expression(language), listed):
        number = _number(match.group())
        if found and _RANGE.fullmatch(listed[end : match.start()]):
            found += _between(found[-1], number)
        found.append(number)
        end = match.end()
    return tuple(found)


def _number(written: str) -> Number:
    inner = tuple(re.findall(_IN_BRACKETS, written))
    if written.startswith("("):
        return Number(inner[0], inner[1:])
    return Number(re.sub(rf"\s?{_IN_BRACKETS}", "", written).strip('"'), inner)


def _between(first: Number, last: Number) -> list[Number]:
    """Returns the numbers that a range leaves out; none where its ends are not plain numbers of one form."""
    bracket = ")" if first.written.endswith(")") else ""
    low, high = first.written.removesuffix(")"), last.written.removesuffix(")")
    if not (low.isdigit() and high.isdigit() and int(low) < int(high) <= int(low) + _LONGEST_RANGE):
        return []
    return [Number(f"{value}{bracket}") for value in range(int(low) + 1, int(high))]


def _number_expression(language: str) -> str:
    return f"{_NESTED}|{_ROMAN}" if language == "en" else f"{_PLAIN}|{_LETTER}|{_ROMAN}"


@cache
def _expression(language: str) -> re.Pattern[str]:
    """Returns the expression for all mentions of a language: "this" with a unit word, numbers with one, ordinal words with one."""
    words = LANGUAGES[language].citing
    assert words is not None
    unit = "|".join(f"(?:{one.word})" for one in words.units)
    number, ordinal = _number_expression(language), ordinal_expression(language)
    numbers = rf"(?P<list>(?:{number})(?:(?:{words.join}|(?<=\))\s?-\s?|\s-\s)(?:{number})){{0,{_MOST_LISTED}}})"
    ordinals = rf"(?:{ordinal})(?:{words.join}(?:{ordinal})){{0,{_MOST_LISTED}}}(?!\w)"
    alone = "" if words.number_first else r"(?!\s?\d)"
    this = rf"(?:{words.this})\s(?P<unit_this>{unit})(?!\w){alone}"
    numbered = rf"{numbers}\s?-?\s?(?P<unit>{unit})" if words.number_first else rf"(?P<unit>{unit})\s?(?:№\s?)?{numbers}"
    after = rf"(?P<before>{ordinals})\s(?P<unit_after>{unit})(?!\w)"
    before = r"(?P<unit_before>(?!))(?P<after>)" if words.number_first else rf"(?P<unit_before>{unit})\s(?P<after>{ordinals})"
    return re.compile(rf"(?<!\w)(?:{this}|{numbered}|{after}|{before})")
