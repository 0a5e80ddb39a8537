"""Which of the three languages a text is in, told by its letters and by small words; no model, no guess on two letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ethicsdiff.languages.text import repair_alphabet

_KAZAKH_LETTERS = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
_KAZAKH_WORDS = re.compile(r"\b(?:бап|бабы|тарау|мен|бен|пен|немесе|емес|болады|болмайды|жол|сот|заң|туралы|бойынша|судьялар|тиісті|осы|оның|бар)\b")
_RUSSIAN_WORDS = re.compile(r"\b(?:и|в|на|не|при|или|для|по|с|о|от|его|судьи|статья|глава|должен|может|что|как|если|суда|закона)\b")
_SHARE_OF_KAZAKH_LETTERS = 0.03


def detect_language(text: str) -> str:
    """Returns "en", "ru" or "kk", or "" where the text has too few letters to tell."""
    repaired = repair_alphabet(text)
    cyrillic, latin = len(_CYRILLIC.findall(repaired)), len(_LATIN.findall(repaired))
    if cyrillic + latin < 2:
        return ""
    if latin > cyrillic:
        return "en"
    return _cyrillic_language(repaired, cyrillic)


def _cyrillic_language(text: str, letters: int) -> str:
    if len(_KAZAKH_LETTERS.findall(text)) / letters >= _SHARE_OF_KAZAKH_LETTERS:
        return "kk"
    lowered = text.lower()
    kazakh, russian = len(_KAZAKH_WORDS.findall(lowered)), len(_RUSSIAN_WORDS.findall(lowered))
    return "kk" if kazakh > russian else "ru"


def document_languages(texts: Sequence[str]) -> tuple[str, ...]:
    """Returns the languages that hold at least a tenth of the letters, largest first; ("en",) for a text without letters."""
    weights: Counter[str] = Counter()
    for text in texts:
        language = detect_language(text)
        if language:
            weights[language] += len(text)
    total = sum(weights.values())
    return tuple(language for language, weight in weights.most_common() if weight >= total / 10) or ("en",)
