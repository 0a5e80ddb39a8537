"""Looking phrases up: one table a language, the same keys in each; a missing key is an error, never an empty string."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ethicsdiff.errors import UnknownNameError
from ethicsdiff.report import phrases_en, phrases_kk, phrases_ru

TABLES: dict[str, dict[str, str]] = {
    "en": phrases_en.PHRASES,
    "ru": phrases_ru.PHRASES,
    "kk": phrases_kk.PHRASES,
}
PLURAL_FORMS = {"en": 2, "ru": 3, "kk": 1}
_DIVIDER = "|"
_FORMATTER = string.Formatter()


def plural_form(language: str, number: int) -> int:
    """Returns which variant of a counted phrase a number takes (0-based): en 1 | other, ru 1 | 2 | 5, kk one form."""
    if language == "ru":
        return _russian_form(number)
    return int(number != 1) if language == "en" else 0


def _russian_form(number: int) -> int:
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else 2


@lru_cache(maxsize=4096)
def placeholders(phrase: str) -> frozenset[str]:
    """Returns the names of the placeholders of a phrase, over all its variants."""
    return frozenset(name for _, name, _, _ in _FORMATTER.parse(phrase) if name)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language."""

    language: str
    table: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Returns the phrase of a key with its placeholders filled in.

        Raises:
            UnknownNameError: the key is not in the table, or a placeholder has no value.
        """
        return self._filled(key, self._phrase(key), values)

    def count(self, key: str, number: int, **values: object) -> str:
        """Returns the variant of a counted phrase that `number` takes, with all its placeholders filled in."""
        variants = self._phrase(key).split(_DIVIDER)
        variant = variants[plural_form(self.language, number)]
        return self._filled(key, variant, {**values, "count": number})

    def has(self, key: str) -> bool:
        """Returns whether there is a phrase for a key."""
        return key in self.table

    def needs(self, key: str) -> frozenset[str]:
        """Returns the names of the placeholders of a key's phrase."""
        return placeholders(self._phrase(key))

    def label(self, prefix: str, code: str) -> str:
        """Returns the word for a code that other rooms choose (a language, a modality), the code if there is none."""
        key = f"{prefix}.{code}"
        return self.table.get(key, code)

    def quote(self, text: str) -> str:
        """Returns verbatim words between the quotation marks of the language, white space evened out."""
        return self.say("quote", text=" ".join(text.split()))

    def quotes(self, texts: Iterable[str]) -> str:
        """Returns several verbatim wordings, each quoted once."""
        return ", ".join(dict.fromkeys(self.quote(text) for text in texts))

    def _phrase(self, key: str) -> str:
        if key not in self.table:
            raise UnknownNameError(f"no phrase “{key}” in the language “{self.language}”", hint="Add it to all tables.")
        return self.table[key]

    def _filled(self, key: str, phrase: str, values: Mapping[str, object]) -> str:
        missing = sorted(placeholders(phrase) - values.keys())
        if missing:
            raise UnknownNameError(f"the phrase “{key}” needs a value for {', '.join(missing)}")
        return phrase.format(**values)


def phrases_of(language: str) -> Phrases:
    """Returns the phrases of a language.

    Raises:
        UnknownNameError: there is no table for the language; the hint names those there are.
    """
    if language not in TABLES:
        raise UnknownNameError(f"no report language “{language}”", hint=f"Choose one of: {', '.join(TABLES)}.")
    return Phrases(language, TABLES[language])


def capitalised(text: str) -> str:
    """Returns a text with its first letter as a capital and nothing else changed."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """Returns a text with its first letter small, for a label within a sentence."""
    return text[:1].lower() + text[1:]
