"""The text that the encoder really sees: one line, compatibility characters folded, of bounded length."""

from __future__ import annotations

import unicodedata

PREFIX = "query: "  # The model was trained with it; it is put before both sides of a comparison.
MAX_WORDS = 2_000
MAX_CHARACTERS = 12_000
# Looked at before anything else is done, so that a file of one endless paragraph costs no more than a long one.
_MAX_RAW = 8 * MAX_CHARACTERS

# Controls, invisible format characters (soft hyphens, joiners, direction marks) and halves of surrogate pairs mean nothing.
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
# Bullets of symbol fonts live in the private area; the last two are the tokeniser's own word mark and the mark of lost text.
_SPACED = frozenset("\u2581\ufffd")


def prepare(text: str) -> str:
    """Returns the text as it is encoded and as it is keyed in the cache; "" for a text without a letter or digit.

    Preparing a prepared text changes nothing. Takes milliseconds for any text, of any length.
    """
    clean = _clean(text[:_MAX_RAW])[:MAX_CHARACTERS]
    folded = _clean(unicodedata.normalize("NFKC", clean))
    words = folded[:MAX_CHARACTERS].split(" ")[:MAX_WORDS]
    line = " ".join(words).strip()
    return line if any(map(str.isalnum, line)) else ""


def _clean(text: str) -> str:
    return " ".join("".join(map(_kept, text)).split())


def _kept(character: str) -> str:
    if character.isalnum():
        return character
    if character.isspace() or character in _SPACED:
        return " "
    category = unicodedata.category(character)
    if category == "Co":
        return " "
    return "" if category in _DROPPED else character
