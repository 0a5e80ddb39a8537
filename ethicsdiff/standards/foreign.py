"""Whether an official file is in one of the three languages at all: told by letters and by the smallest words."""

from __future__ import annotations

import re
from collections import Counter

from ethicsdiff.errors import DraftError
from ethicsdiff.languages.detect import document_languages
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import words
from ethicsdiff.model.document import SourceDocument

_SMALL_WORDS = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "a",
            "for",
            "or",
            "by",
            "be",
            "is",
            "that",
            "shall",
            "with",
            "as",
            "on",
            "which",
            "not",
            "this",
            "his",
            "her",
            "any",
            "are",
            "from",
            "should",
            "their",
        ]
    ),
    "ru": frozenset(
        [
            "и",
            "в",
            "на",
            "не",
            "с",
            "по",
            "о",
            "от",
            "для",
            "или",
            "при",
            "к",
            "из",
            "за",
            "как",
            "что",
            "его",
            "их",
            "судьи",
            "судья",
            "судей",
            "должен",
            "должны",
            "также",
            "быть",
            "а",
        ]
    ),
    "kk": frozenset(
        [
            "және",
            "мен",
            "бен",
            "пен",
            "немесе",
            "үшін",
            "туралы",
            "бойынша",
            "судья",
            "судьялар",
            "судьяның",
            "тиіс",
            "болып",
            "да",
            "де",
            "осы",
            "оның",
            "өз",
            "емес",
            "бар",
            "болуы",
        ]
    ),
}
_LEAST_SHARE = {"en": 0.16, "ru": 0.08, "kk": 0.035}
_NEEDED = {"ru": ("ы", 0.006), "kk": ("қғіұ", 0.03)}
_ALPHABETS = {
    "ru": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "kk": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"),
}
_FOREIGN_SHARE = 0.01
_ENOUGH_WORDS = 60
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NAMES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}


def told_language(source: SourceDocument, wanted: str) -> str:
    """Returns the language of a source, `wanted` where the user names it and the text agrees.

    Raises:
        DraftError: the text is in none of the languages, or in another one than the user says.
    """
    text = "\n".join(block.text for block in source.blocks)
    likely = document_languages([block.text for block in source.blocks if block.text.strip()])
    code = wanted if wanted in likely else likely[0]
    if not _is_of(text, code):
        raise DraftError(
            "the text is not in English, Russian or Kazakh.", where=source.file, hint="Import the official text in one of these languages."
        )
    if wanted and wanted != code:
        raise DraftError(
            f"the text is in {_NAMES[code]}, not in {_NAMES[wanted]}.",
            where=source.file,
            hint=f"Say --language {code}, or choose another file.",
        )
    return code


def _is_of(text: str, code: str) -> bool:
    """Returns whether a text has the small words and the letters of a language; a short text is believed."""
    found = words(text)
    if len(found) < _ENOUGH_WORDS or code not in LANGUAGES:
        return True
    small = sum(word in _SMALL_WORDS[code] for word in found) / len(found)
    return small >= _LEAST_SHARE[code] and _has_letters(text.lower(), code)


def _has_letters(text: str, code: str) -> bool:
    """Returns whether Cyrillic letters are those of the language and of no neighbour of it (Bulgarian, Kyrgyz, Tajik ...)."""
    if code == "en":
        return True
    letters = Counter(_CYRILLIC.findall(text))
    total = max(sum(letters.values()), 1)
    needed, share = _NEEDED[code]
    foreign = sum(count for letter, count in letters.items() if letter not in _ALPHABETS[code])
    return sum(letters[letter] for letter in needed) / total >= share and foreign / total <= _FOREIGN_SHARE
