"""Texts that lost their letters on the way: refused in one sentence, because a wrong letter would make a wrong citation."""

from __future__ import annotations

import re

from ethicsdiff.errors import DraftError

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_KAZAKH_ONLY = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
# Letters without which nobody writes Kazakh, those of old fonts among them, and words that only Kazakh has.
_KAZAKH_IN_ANY_FONT = re.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺəƏɵќѕјєїўґњѓљЌЅЈЄЇЎҐЊЃЉ]")
_KAZAKH_WORDS = re.compile(r"(?<!\w)(?:бап|бабы\w*|тарау\w*|немесе|емес|болып|болады|бойынша|туралы)(?!\w)", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_LOST = re.compile(r"\ufffd|(?<=[\u0400-\u04ff])\?(?=[\u0400-\u04ff])|(?<=\s)\?(?=[\u0400-\u04ff])|\?(?=\?)|(?<=\?)\?")
_DOUBLED = re.compile(
    r"[РС][\u0080-\u00bf\u0402-\u040f\u0452-\u045f\u0490\u0491\u2010-\u203a\u20ac\u2116\u2122]"
    r"|[ÐÑ][\u0080-\u00bf\u0152-\u0178\u2010-\u203a\u20ac]"
)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]|[\ue000-\uf8ff]")
_FEW = 20
_SURE, _FEW_WORDS = 300, 5
_LOST_SHARE = 0.01
_DOUBLED_SHARE = 0.1
_STRIPPED_SHARE = 0.6
_UNPRINTABLE_SHARE = 0.02
_NEW_COPY = "Ask for a copy made anew from the original, or save the original again with the encoding UTF-8."


def refuse_garbled(text: str, file: str, hint: str = _NEW_COPY) -> None:
    """Returns nothing for a text whose letters are there.

    Raises:
        DraftError: letters became question marks, were decoded twice, were stripped, or the bytes are no text at all.
    """
    what = _fault(text)
    if what:
        raise DraftError(what, where=file, hint=hint)


def _fault(text: str) -> str:
    """Returns what is wrong with the letters of a text in one sentence, empty if nothing is."""
    letters = len(_LETTER.findall(text))
    if _many(_UNPRINTABLE, text, _UNPRINTABLE_SHARE * len(text)):
        return "this is not a text: it is full of signs that cannot be printed."
    if _many(_LOST, text, _LOST_SHARE * letters):
        return "letters of the text were lost: question marks stand in their place."
    if _many(_DOUBLED, text, _DOUBLED_SHARE * letters):
        return "the text was decoded with a wrong encoding: its letters are broken into pairs of others."
    cyrillic = len(_CYRILLIC.findall(text))
    if cyrillic and _many(_KAZAKH_ONLY, text, _STRIPPED_SHARE * cyrillic):
        return "letters of the text were lost: of the Cyrillic ones only those that Kazakh adds are left."
    if cyrillic >= _SURE and len(_KAZAKH_WORDS.findall(text)) >= _FEW_WORDS and not _KAZAKH_IN_ANY_FONT.search(text):
        return "letters of the text were lost: it is Kazakh, but none of the letters that only Kazakh has is left."
    return ""


def _many(pattern: re.Pattern[str], text: str, allowed: float) -> bool:
    """Returns whether a pattern occurs more often than allowed; a few times are no proof."""
    found = len(pattern.findall(text))
    return found > allowed and found >= _FEW
