"""Lists inside a sentence: how many things the longest run of short items between commas names."""

from __future__ import annotations

import re

_ITEM_WORDS = 4
_LEAST = 4
_SENTENCE = re.compile(r"[.;:!?\n()]|\s[-–—]\s")
_ASIDE = re.compile(r"\s*(?:как|если|когда|чтобы|котор\w+|сондай-ақ|like|if|where|when|which|who)\b")
_OPENS = re.compile(
    r"\s*(?:включая|в том числе|например|оның ішінде|соның ішінде|мысалы|including|such as|for example|for instance|be it)\b"
)
_AND = {
    "ru": re.compile(r"\s(?:и|или|либо|а также)\s|^\s*(?:и|или|либо|а также)\s"),
    "kk": re.compile(r"\s(?:және|немесе|мен|бен|пен|сондай-ақ|не)\s|^\s*(?:және|немесе|сондай-ақ)\s"),
    "en": re.compile(r"\s(?:and|or|as well as)\s|^\s*(?:and|or|as well as)\s"),
}


def longest_list(text: str, language: str) -> int:
    """Returns how many items the longest list of a text names, 0 where none has at least four."""
    longest = max((_run(sentence.split(","), language) for sentence in _SENTENCE.split(text.lower())), default=0)
    return longest if longest >= _LEAST else 0


def _run(segments: list[str], language: str) -> int:
    """Returns the items of the longest run: segments of a few words each, closed by one that holds "and" once.

    A run closed by several ("social or economic position and other causes") cannot be counted surely and is left out.
    """
    best, inner = 0, -1
    for segment in segments:
        joined = _AND[language].search(segment)
        before = segment[: joined.start()].split() if joined else segment.split()
        if _ASIDE.match(segment) or (inner >= 0 and len(before) > _ITEM_WORDS):
            inner = -1
        elif inner < 0 or _OPENS.match(segment):
            inner = 0
        elif joined:
            several = _AND[language].search(segment, joined.end() - 1)
            best = best if several else max(best, inner + 2 + bool(before))
            inner = -1
        else:
            inner += 1
    return best
