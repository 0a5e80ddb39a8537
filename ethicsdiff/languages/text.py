"""Folding text for comparison while the verbatim text stays: every folded character knows where it came from.

The traps come from real drafts: soft hyphens, no-break spaces, decomposed letters, Latin look-alikes inside Cyrillic words,
and Kazakh fonts of the 1990s that were decoded as Serbian or Macedonian letters.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
_DROPPED_PATTERN = re.compile(f"[{''.join(sorted(_DROPPED))}]+")
_SPACES = frozenset("\u00a0\u2007\u202f\u2009\u2002\u2003\t\n\r\v\f\u2028\u2029")
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2212")
_QUOTES = dict.fromkeys("«»„“”‟″", '"') | dict.fromkeys("‘’‚‛′ʼ", "'")
_ONE_FOR_ONE = {**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_DASHES, "-"), **_QUOTES}
_SWAPPED = re.compile(f"[{''.join(sorted(_ONE_FOR_ONE))}]")
_LOOK_ALIKES = dict(zip("aceopxyiəhɵγëABCEHIKMOPTXYƏƟË", "асеорхуіәһөүёАВСЕНІКМОРТХУӘӨЁ", strict=True))
_LEGACY_A = dict(zip("ќѕјєїўґЌЅЈЄЇЎҐ", "қңәғүұөҚҢӘҒҮҰӨ", strict=True))
_LEGACY_B = dict(zip("ќњѓљЌЊЃЉ", "қңғөҚҢҒӨ", strict=True))
_FAMILY_A, _FAMILY_B = (str.maketrans(family) for family in (_LEGACY_A, _LEGACY_B))
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")
# What may stand inside a word without being a letter: soft hyphens and the accents of decomposed letters.
_INSIDE = "\u00ad\u0300-\u036f"
_LATIN = "".join(_LOOK_ALIKES)
_BROKEN_WORD = re.compile(rf"[^\W\d_]+(?:[{_INSIDE}]+[^\W\d_]*)*")
_SOME_LATIN = re.compile(f"[{_LATIN}]")
_MIXED = re.compile(rf"[\u0400-\u04ff][{_INSIDE}]*[{_LATIN}]|[{_LATIN}][{_INSIDE}]*[\u0400-\u04ff]")
_PLAIN = re.compile(r"[ -~\u0410-\u044f\u0401\u0451әғқңөұүһіӘҒҚҢӨҰҮҺІїєґЇЄҐ№§•▪●○]*")
_FOREIGN = re.compile(r"[ќѕјњѓљЌЅЈЊЃЉ]")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FINGERPRINT_VERSION = "f1"
_NOT_LETTERS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and, for each of its characters, the offset of the verbatim character it came from (plus one past the end)."""

    text: str
    offsets: Sequence[int]


def fold(text: str) -> Folded:
    """Returns `text` lower-cased and cleaned for comparison, with offsets back into the verbatim text."""
    repaired = _swapped(repair_alphabet(text))
    if _PLAIN.fullmatch(repaired) and "  " not in repaired:
        return Folded(repaired.lower(), range(len(text) + 1))
    return _folded_slowly(repaired)


def _folded_slowly(text: str) -> Folded:
    """Returns the folded text letter by letter, for texts with typographic characters, accents or odd spaces."""
    characters: list[str] = []
    offsets: list[int] = []
    for start, cluster in _clusters(text):
        previous = characters[-1] if characters else ""
        for character in _folded_cluster(cluster, text[start - 1 : start]):
            if character == " " and previous == " ":
                continue
            characters.append(character)
            offsets.append(start)
    return Folded("".join(characters), (*offsets, len(text)))


def _swapped(text: str) -> str:
    """Returns `text` of the same length with spaces, dashes and quotation marks in their plain form.

    Few texts hold more than three of them, and replacing those one by one is much faster than looking at every letter.
    """
    for character in set(_SWAPPED.findall(text)):
        text = text.replace(character, _ONE_FOR_ONE[character])
    return text


def folded(text: str) -> str:
    """Returns the folded text alone, stripped at both ends."""
    repaired = _DROPPED_PATTERN.sub("", _swapped(repair_alphabet(text)))
    if _PLAIN.fullmatch(repaired):
        return " ".join(repaired.split()).lower()
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


def _folded_cluster(cluster: str, before: str) -> str:
    """Returns a letter folded; the raised digit of an inserted unit ("27¹") becomes what it means ("27-1")."""
    if cluster in _DROPPED:
        return ""
    if cluster == "№":
        return cluster
    if cluster.isspace():
        return " "
    if cluster in _SUPERSCRIPTS and before.isdecimal():
        return f"-{_SUPERSCRIPTS.index(cluster)}"
    return "".join(c for c in unicodedata.normalize("NFKC", cluster).lower() if unicodedata.category(c)[0] != "C")


def repair_alphabet(text: str) -> str:
    """Returns `text` of the same length with Latin look-alikes and legacy Kazakh letters inside Cyrillic words replaced."""
    letters = legacy_letters((text,)) if _FOREIGN.search(text) else {}
    repaired = text.translate(letters) if letters else text
    return _BROKEN_WORD.sub(_repaired_word, repaired) if _is_mixed(repaired) else repaired


def _is_mixed(text: str) -> bool:
    """Returns whether Latin look-alikes touch Cyrillic letters; the two quick questions spare most texts the slow one."""
    return not text.isascii() and bool(_SOME_LATIN.search(text)) and bool(_MIXED.search(text))


def legacy_letters(texts: Iterable[str]) -> Mapping[int, str]:
    """Returns the substitution for the legacy Kazakh font that texts of one document share; empty where there is none.

    Letters that Ukrainian has too (є, ї, ґ) prove nothing; those of Serbian and Macedonian stand in no text of the region.
    """
    marked = [text for text in texts if _FOREIGN.search(text)]
    if not marked:
        return {}
    whole = "".join(marked).lower()
    return _FAMILY_B if sum(map(whole.count, "њѓљ")) > sum(map(whole.count, "ѕјєїўґ")) else _FAMILY_A


def _repaired_word(match: re.Match[str]) -> str:
    word = match.group()
    if not _MIXED.search(word):
        return word
    return "".join(_LOOK_ALIKES.get(character, character) for character in word)


def mixed_alphabet_words(text: str) -> tuple[str, ...]:
    """Returns the words that mix Cyrillic with Latin look-alikes, in order, each once."""
    if not _is_mixed(text):
        return ()
    found = (m.group() for m in _BROKEN_WORD.finditer(text))
    return tuple(dict.fromkeys(word for word in found if _repaired_word_differs(word)))


def _repaired_word_differs(word: str) -> bool:
    return bool(_CYRILLIC.search(word)) and any(character in _LOOK_ALIKES for character in word)


def words(text: str) -> tuple[str, ...]:
    """Returns the folded words of a text, in order."""
    return tuple(_WORD.findall(folded(text)))


def fingerprint(text: str) -> str:
    """Returns "f1:" and 16 hex digits that depend on the letters and digits of a text alone, not on its place or typography."""
    letters = _NOT_LETTERS.sub(" ", folded(text)).strip()
    return f"{_FINGERPRINT_VERSION}:{hashlib.sha256(letters.encode()).hexdigest()[:16]}"


def texts_changed(before: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Returns whether one of several named texts, known by their fingerprints, reads otherwise now.

    A text that nobody had before ("") changes nothing, nor does one of which nothing is known now; one that was taken away is "" now.
    """
    return any(mark and now.get(name, mark) != mark for name, mark in before.items())
