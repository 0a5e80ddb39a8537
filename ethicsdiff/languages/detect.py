"""Which of the three languages a text is in, told by its letters and by small words; no model, no guess on two letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ethicsdiff.languages.text import repair_alphabet

_KAZAKH_LETTERS = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]+")
_UKRAINIAN_LETTERS = re.compile(r"[їєґЇЄҐ]+")
_NOT_UKRAINIAN = re.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺ]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_LATIN = re.compile(r"[A-Za-z]+")
_KAZAKH_WORDS = re.compile(
    r"\b(?:бап|бабы|тарау|мен|бен|пен|немесе|емес|болады|болмайды|жол|сот|заң|туралы|бойынша"
    r"|судьялар|тиісті|осы|оның|бар)\b"
)
_RUSSIAN_WORDS = re.compile(r"\b(?:и|в|на|не|при|или|для|по|с|о|от|его|судьи|статья|глава|должен|может|что|как|если|суда|закона)\b")
_RUSSIAN_ENDINGS = re.compile(r"\w(?:ий|ый|ой|ая|ое|ые|ие|ого|его|ому|ему|ых|их|ия|ью|ость|ости|ться|тся|ение|ения|ств[оау])\b")
_SHARE_OF_KAZAKH_LETTERS = 0.03
_ENOUGH = 800
# Nobody writes that many letters of Kazakh without one that Russian lacks.
_LONG = 120


def detect_language(text: str, likely: str = "ru") -> str:
    """Returns "en", "ru" or "kk", or "" where the text has too few letters to tell; the beginning of a long text is enough.

    `likely` decides between Russian and Kazakh where a short text, such as a heading, shows no sign of either.
    """
    repaired = repair_alphabet(text[:_ENOUGH])
    cyrillic, latin = _letters(_CYRILLIC, repaired), _letters(_LATIN, repaired)
    if cyrillic + latin < 2:
        return ""
    if latin > cyrillic:
        return "en"
    return _cyrillic_language(repaired, cyrillic, likely)


def _cyrillic_language(text: str, letters: int, likely: str) -> str:
    if _UKRAINIAN_LETTERS.search(text) and not _NOT_UKRAINIAN.search(text):
        return "ru"
    kazakh_letters = _letters(_KAZAKH_LETTERS, text)
    if kazakh_letters / letters >= _SHARE_OF_KAZAKH_LETTERS:
        return "kk"
    if not kazakh_letters and letters >= _LONG:
        return "ru"
    lowered = text.lower()
    kazakh, russian = len(_KAZAKH_WORDS.findall(lowered)), len(_RUSSIAN_WORDS.findall(lowered))
    if kazakh == russian:
        return "kk" if likely == "kk" and not _RUSSIAN_ENDINGS.search(lowered) else "ru"
    return "kk" if kazakh > russian else "ru"


def _letters(of: re.Pattern[str], text: str) -> int:
    return sum(map(len, of.findall(text)))


def document_languages(texts: Sequence[str]) -> tuple[str, ...]:
    """Returns the languages that hold at least a tenth of the letters, largest first; ("en",) for a text without letters.

    Short texts without a sign of either Cyrillic language count for the one that most others are in.
    """
    weights: Counter[str] = Counter()
    unsure = 0
    for text in texts:
        language = detect_language(text, "ru")
        if language == "ru" and detect_language(text, "kk") != "ru":
            unsure += len(text)
        elif language:
            weights[language] += len(text)
    if unsure:
        weights["kk" if weights["kk"] > weights["ru"] else "ru"] += unsure
    total = sum(weights.values())
    return tuple(language for language, weight in weights.most_common() if weight >= total / 10) or ("en",)
