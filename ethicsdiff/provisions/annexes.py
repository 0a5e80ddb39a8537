"""Lines that say whose annex begins: «Приложение 1 к Кодексу», "Кодекске 1-қосымша", "Annex 2 to the Strategy"."""

from __future__ import annotations

import re

from ethicsdiff.languages.base import RANKS
from ethicsdiff.languages.text import fold, verbatim_span
from ethicsdiff.model.document import ProvisionKind
from ethicsdiff.provisions.labels import Label

_NUMBER = r"\d{1,3}(?:-\d{1,2})?|[ivx]{1,5}|[a-zа-я]"
_WORD_FIRST = re.compile(
    rf"(?P<label>(?:приложение|п\s?р\s?и\s?л\s?о\s?ж\s?е\s?н\s?и\s?е|annex|appendix|schedule|додаток)(?:\s?(?:№|n|no)?\.?\s?(?P<number>{_NUMBER})(?!\w))?[.:]?)"
    r"(?:\s+(?:к|ко|to|of|до)\s.+)?"
)
_WORD_LAST = re.compile(
    rf"(?:.*(?:ға|ге|қа|ке|на|не)\s)?(?P<label>(?:№?\s?(?P<number>{_NUMBER})\s?-?\s?)?(?:қосымша|қ\s?о\s?с\s?ы\s?м\s?ш\s?а|тиркеме|илова|ilova))"
)
# Most lines are told by this at once to be no annex, without being folded.
_HINT = re.compile(r"п\s?р\s?и\s?л|ann|app|sch|о\s?с\s?ы\s?м\s?ш|дод|тирк|илов|ilov", re.IGNORECASE)
_LONGEST_REFERENCE = 250
_SENTENCE = re.compile(r"[.;:,!?]\s*$")
_GOES_ON = re.compile(
    r"(?:к|ко|от|to|of|dated|утвержд|бекіт|қаулы|бұйры)(?:\s|\w)|[«\"]?_*\d"
    r"|.*(?:қаулысына|бұйрығына|шешіміне|кодексіне|ережесіне|стратегиясына)$"
)


def read_annex(text: str) -> Label | None:
    """Returns the label of a line that is nothing but the reference of an annex, or None; the rest of the line names the act."""
    stripped = text.strip()
    if not 5 <= len(stripped) <= _LONGEST_REFERENCE or not _HINT.search(stripped):
        return None
    folded = fold(text)
    start = len(folded.text) - len(folded.text.lstrip())
    body = folded.text[start:].rstrip()
    match = _WORD_FIRST.fullmatch(body) or _WORD_LAST.fullmatch(body)
    if match is None or (_SENTENCE.search(stripped) and match.end("label") < len(body)):
        return None
    first, end = verbatim_span(folded, start + match.start("label"), start + match.end("label"))
    rank = RANKS[ProvisionKind.ANNEX]
    return Label(
        kind=ProvisionKind.ANNEX, number=match.group("number") or "", style=f"word:{ProvisionKind.ANNEX}:{rank}", rank=rank,
        display=text[first:end].strip(), start=first, end=end,
    )  # fmt: skip


def is_word_last(label: Label) -> bool:
    """Returns whether a label is of a language in which the act is named before the annex ("Кодекске 1-қосымша")."""
    return bool(_WORD_LAST.fullmatch(fold(label.display).text))


def is_title(words: str) -> bool:
    """Returns whether the words on an annex's line are its title («Приложение 1. План») and no reference to an act."""
    plain = fold(words).text.strip()
    return not re.match(r"(?:к|ко|to|of|до)\s", plain) and not re.search(r"(?:ға|ге|қа|ке|на|не)$", plain)


def goes_on(text: str) -> bool:
    """Returns whether a line under an annex's label still says to which act it belongs, and is not yet its title."""
    stripped = text.strip()
    return bool(_GOES_ON.match(fold(stripped).text)) and not _SENTENCE.search(stripped) and not stripped.isupper()
