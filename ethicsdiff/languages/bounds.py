"""Whether a number is a least or a most: «не менее пяти», "кемінде бес", "at least five" against «не более пяти», "at most five"."""

from __future__ import annotations

import re
from enum import StrEnum

from ethicsdiff.languages.text import folded


class Bound(StrEnum):
    """What a number bounds."""

    LEAST = "least"
    MOST = "most"


_BEFORE = {
    "ru": (
        (Bound.LEAST, r"не (?:менее|меньше|ниже|реже|ранее|раньше)(?: чем)?(?: (?:за|на|через|в))?|минимум|по меньшей мере|как минимум"),
        (Bound.MOST, r"не (?:более|больше|выше|чаще|позднее|позже|свыше|превыша\w+)(?: чем)?(?: (?:за|на|через|в))?|максимум|самое большее"),
    ),
    "kk": ((Bound.LEAST, r"кемінде|ең аз дегенде|ең кемі"), (Bound.MOST, r"ең көбі|ең көп дегенде")),
    "en": (
        (Bound.LEAST, r"at least|(?:no|not) (?:less|fewer|earlier|lower) than|a minimum of|at the earliest"),
        (Bound.MOST, r"at most|(?:no|not) (?:more|later|higher) than|a maximum of|not exceed(?:ing)?|up to"),
    ),
}
_AFTER = {
    "ru": ((Bound.LEAST, r"и более"), (Bound.MOST, r"и менее")),
    "kk": (
        (Bound.LEAST, r"кем (?:емес|болма\w+)|төмен (?:емес|болма\w+)|ерте емес|бұрын емес"),
        (Bound.MOST, r"артық (?:емес|болма\w+|аспа\w+)|көп (?:емес|болма\w+)|аспа\w+|кешіктір(?:мей|ілмей)\w*|жоғары (?:емес|болма\w+)"),
    ),
    "en": ((Bound.LEAST, r"or more|at the least"), (Bound.MOST, r"or (?:less|fewer)|at the latest|at the most")),
}
# "No later than ten days before" leaves at least ten days: which way such a limit points is not told here.
_BACKWARDS = re.compile(r"\b(?:за|бұрын|қалғанда|before|prior|advance|ahead)\b")
_AROUND = r"(?:\s+[^\s,;.:]+){0,4}"


def bound_of(text: str, language: str, start: int, end: int) -> tuple[Bound, str] | None:
    """Returns what the number at [start, end) of a text bounds, with the words that say so and the number; None where none do."""
    before, number, after = folded(text[:start]), text[start:end], folded(text[end:])
    for bound, pattern in _BEFORE[language]:
        match = re.search(rf"(?<!\w)(?:{pattern})(?:\s+\w+){{0,2}}\s*$", before)
        if match:
            return _told(bound, f"{match.group().strip()} {number}", f"{match.group()} {after[:40]}")
    for bound, pattern in _AFTER[language]:
        match = re.match(rf"{_AROUND}?\s+(?:{pattern})(?!\w)", f" {after}")
        if match:
            return _told(bound, f"{number} {match.group().strip()}", f"{before[-20:]} {match.group()} {after[len(match.group()) :][:20]}")
    return None


def _told(bound: Bound, words: str, around: str) -> tuple[Bound, str] | None:
    return None if bound == Bound.MOST and _BACKWARDS.search(around) else (bound, words)
