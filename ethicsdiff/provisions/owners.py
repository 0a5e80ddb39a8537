"""Whose unit a citation names: one of the draft itself («настоящего Кодекса»), or of another act («Закона о судебной системе»)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ethicsdiff.languages.base import CitingWords
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.provisions.mentions import Chain

_STEM = 4
_WINDOW = 160
_ADJECTIVE = r"(?:[\w-]+(?:ого|его|ой|ей|ых|их)\s+|рк\s+|рф\s+)"
_POINTING = frozenset({"этого", "данного", "the", "that", "said"})
_OF_WHAT = re.compile(r"\s+(?:о|об|по|республики|рк|рф|от|стран\w+|of|on|for)(?!\w)")
_ABBREVIATED = re.compile(r"\s+[A-ZА-ЯӘҒҚҢӨҰҮҺІ][A-Za-zА-Яа-яӘҒҚҢӨҰҮҺІ]*[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{1,}(?!\w)")
# Words that name another act before its noun: «азаматтық кодекстің», «сот жүйесі туралы заңның».
_NAMING = re.compile(r"(?<!\w)(?:\w{4,}(?:тық|тік|дық|дік|лық|лік)|туралы|еңбек|салық|бюджет|кеден|жер|орман|су)\"?$")
# The unit cited before, which is no part of the name: «5-бабының және заңның».
_OTHER_UNIT = re.compile(r"^.*(?<!\w)(?:баб|бап|тарма[қғ]|тарау)\w*(?:\s*,|\s+(?:және|мен|бен|пен|немесе))?\s+")
_POSSESSED = re.compile(r"\w+(?:ының|інің|сының|сінің)")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose unit is cited: `own` for the draft's, `act` the words for another act; neither where the text does not say."""

    own: bool = False
    act: str = ""


def own_nouns(texts: Iterable[str]) -> frozenset[str]:
    """Returns the beginnings of the nouns by which a draft calls itself ("осы Кодекс", «настоящий Кодекс»), from folded texts."""
    found = set()
    for text in texts:
        for data in LANGUAGES.values():
            if data.citing is not None:
                found |= {match.group("noun")[:_STEM] for match in _self(data.code).finditer(text)}
    return frozenset(found)


@cache
def _self(language: str) -> re.Pattern[str]:
    words = _words(language)
    noun = words.act.removesuffix("(?:ның|нің|дың|дің|тың|тің)")
    return re.compile(rf"(?<!\w){words.this}\s+(?:конституциялық\s+|конституционн\w+\s+)?(?P<noun>{noun})")


def _words(language: str) -> CitingWords:
    words = LANGUAGES[language].citing
    assert words is not None
    return words


def owner_of(chain: Chain, text: str, verbatim_after: str, language: str, own: frozenset[str]) -> Owner:
    """Returns whose unit a chain cites, by the words next to it; `verbatim_after` is the unfolded text after the chain."""
    if _words(language).number_first:
        return _owner_before(chain, text[max(0, chain.start - _WINDOW) : chain.start], language, own)
    return _owner_after(text[chain.end : chain.end + _WINDOW], verbatim_after[:_WINDOW], language, own)


def _owner_after(after: str, verbatim: str, language: str, own: frozenset[str]) -> Owner:
    words = _words(language)
    of = r"\s*,?\s*(?:of|in|to|under)\s+" if language == "en" else r"\s+"
    if re.match(rf"{of}{words.this}\s+(?:конституционн\w+\s+)?{words.act}", after):
        return Owner(own=True)
    between = r"(?:the|that|said)\s+(?:[\w'-]+\s+){0,4}?" if language == "en" else rf"[«\"]?(?:{_ADJECTIVE}){{0,4}}"
    match = re.match(rf"{of}(?P<adjectives>{between})(?P<noun>{words.act})(?!\w)", after)
    if match is None:
        return Owner(act=verbatim.split()[0]) if _ABBREVIATED.match(verbatim) else Owner()
    bare = set(match.group("adjectives").split()) <= _POINTING and not _OF_WHAT.match(after[match.end() :])
    if bare and match.group("noun")[:_STEM] in own:
        return Owner(own=True)
    return Owner(act=" ".join(verbatim[: match.end()].split()))


def _owner_before(chain: Chain, before: str, language: str, own: frozenset[str]) -> Owner:
    words = _words(language)
    if re.search(rf"(?<!\w){words.this}\s+(?:конституциялық\s+)?{words.act}\s*$", before):
        return Owner(own=True)
    match = re.search(rf"(?P<before>(?:[\w\"№«»-]+\s+){{0,4}})(?<!\w)(?P<noun>{words.act})\s*$", before)
    if match is None:
        return Owner()
    noun = match.group("noun")
    named = _NAMING.search(match.group("before").rstrip())
    if noun[:_STEM] in own and not _POSSESSED.fullmatch(noun) and not named:
        return Owner(own=True)
    return Owner(act=" ".join(_OTHER_UNIT.sub("", match.group()).split()))
