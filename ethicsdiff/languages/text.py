"""Folding text for comparison while the verbatim text stays: every folded character knows where it came from.

The traps come from real drafts: soft hyphens, no-break spaces, decomposed letters, Latin look-alikes inside Cyrillic words,
and Kazakh fonts of the 1990s that were decoded as Serbian or Macedonian letters.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
_SPACES = frozenset("\u00a0\u2007\u202f\u2009\u2002\u2003\t\n\r\v\f\u2028\u2029")
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2212")
_QUOTES = dict.fromkeys("«»„“”‟″", '"') | dict.fromkeys("‘’‚‛′ʼ", "'")
_ONE_FOR_ONE = str.maketrans({**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_DASHES, "-"), **_QUOTES})
_LOOK_ALIKES = dict(zip("aceopxyiəhABCEHIKMOPTXYƏ", "асеорхуіәһАВСЕНІКМОРТХУӘ", strict=True))
_LEGACY_A = dict(zip("ќѕјєїўґЌЅЈЄЇЎҐ", "қңәғүұөҚҢӘҒҮҰӨ", strict=True))
_LEGACY_B = dict(zip("ќњѓљЌЊЃЉ", "қңғөҚҢҒӨ", strict=True))
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(r"[\u0400-\u04ff][aceopxyiəhABCEHIKMOPTXYƏ]|[aceopxyiəhABCEHIKMOPTXYƏ][\u0400-\u04ff]")
_PLAIN = re.compile(r"[ -~\u0410-\u044f\u0401\u0451әғқңөұүһіӘҒҚҢӨҰҮҺІ№]*")
_FINGERPRINT_VERSION = "f1"


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and, for each of its characters, the offset of the verbatim character it came from (plus one past the end)."""

    text: str
    offsets: tuple[int, ...]


def fold(text: str) -> Folded:
    """Returns `text` lower-cased and cleaned for comparison, with offsets back into the verbatim text."""
    repaired = repair_alphabet(text).translate(_ONE_FOR_ONE)
    if _PLAIN.fullmatch(repaired) and "  " not in repaired:
        return Folded(repaired.lower(), tuple(range(len(text) + 1)))
    return _folded_slowly(repaired)


def _folded_slowly(text: str) -> Folded:
    """Returns the folded text letter by letter, for texts with typographic characters, accents or odd spaces."""
    characters: list[str] = []
    offsets: list[int] = []
    for start, cluster in _clusters(text):
        for character in _folded_cluster(cluster):
            if character == " " and characters and characters[-1] == " ":
                continue
            characters.append(character)
            offsets.append(start)
    return Folded("".join(characters), (*offsets, len(text)))


def folded(text: str) -> str:
    """Returns the folded text alone, stripped at both ends."""
    return fold(text).text.strip()


def verbatim_span(folded_text: Folded, start: int, end: int) -> tuple[int, int]:
    """Returns the verbatim offsets [start, end) of a stretch of folded text; `end` is exclusive and greater than `start`."""
    last = folded_text.offsets[max(end - 1, start)]
    return folded_text.offsets[start], max(last + 1, folded_text.offsets[end] if end < len(folded_text.offsets) - 1 else last + 1)


def _clusters(text: str) -> list[tuple[int, str]]:
    """Returns (offset, base letter with its combining marks) in order, so that decomposed й becomes one letter again."""
    clusters: list[tuple[int, str]] = []
    for offset, character in enumerate(text):
        if clusters and unicodedata.combining(character):
            start, base = clusters[-1]
            clusters[-1] = (start, base + character)
        else:
            clusters.append((offset, character))
    return clusters


def _folded_cluster(cluster: str) -> str:
    if cluster in _DROPPED:
        return ""
    if cluster.isspace():
        return " "
    return "".join(c for c in unicodedata.normalize("NFKC", cluster).lower() if unicodedata.category(c)[0] != "C")


def repair_alphabet(text: str) -> str:
    """Returns `text` of the same length with Latin look-alikes and legacy Kazakh letters inside Cyrillic words replaced."""
    repaired = text.translate(_legacy_table(text))
    return _WORD.sub(_repaired_word, repaired) if _MIXED.search(repaired) else repaired


def _legacy_table(text: str) -> dict[int, str]:
    """Returns the substitution for the font family that the whole text uses; empty where the letters may be genuine Ukrainian."""
    if "ќ" not in text and "Ќ" not in text:
        return {}
    family = _LEGACY_B if sum(text.count(c) for c in "њѓљ") > sum(text.count(c) for c in "ѕјє") else _LEGACY_A
    return str.maketrans(family)


def _repaired_word(match: re.Match[str]) -> str:
    word = match.group()
    letters = _CYRILLIC.findall(word)
    if not letters or len(letters) == len(word):
        return word
    return "".join(_LOOK_ALIKES.get(character, character) for character in word)


def mixed_alphabet_words(text: str) -> tuple[str, ...]:
    """Returns the words that mix Cyrillic with Latin look-alikes, in order, each once."""
    found = (m.group() for m in _WORD.finditer(text))
    return tuple(dict.fromkeys(word for word in found if _repaired_word_differs(word)))


def _repaired_word_differs(word: str) -> bool:
    return bool(_CYRILLIC.search(word)) and any(character in _LOOK_ALIKES for character in word)


def words(text: str) -> tuple[str, ...]:
    """Returns the folded words of a text, in order."""
    return tuple(_WORD.findall(folded(text)))


def fingerprint(text: str) -> str:
    """Returns "f1:" and 16 hex digits that depend on the letters and digits of a text alone, not on its place or typography."""
    letters = re.sub(r"[^\w]+", " ", folded(text)).strip()
    return f"{_FINGERPRINT_VERSION}:{hashlib.sha256(letters.encode()).hexdigest()[:16]}"
