"""What stands among the provisions and is none: publishers' notes, links to an old wording, signatures, rules of signs."""

from __future__ import annotations

import re

from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import folded

_NOTE = re.compile(
    r"[\W\d_]*(?:сноска|ескерту|footnote)\s*[.:]"
    r"|[\W\d_]*(?:примечание\s+(?:изпи|рцпи|ипс)|(?:рқао|зқаи|ркао)\s*-?\s*н[ыі]ң\s+ескертпесі|note\s+(?:of\s+the\s+)?(?:rcli|ili|illi))\b"
)
# What Russian databases put between the lines: «Информация об изменениях:», «(часть 2 в ред. Закона от ...)».
_HISTORY_LINE = re.compile(
    r"(?:информация об изменениях|с изменениями и дополнениями от|гарант)\s*:?\s*$"
    r"|см\. текст (?:[\w.-]+ ){1,4}в (?:предыдущей|будущей) редакции$"
    r"|см\. текст (?:статьи|пункта|части|главы|абзаца|преамбулы)(?: [\w.-]+)?$"
    r"|\((?:[\w.,-]+ ){0,8}?(?:в ред\.|введен[аоы]?|дополнен[аоы]?|изменен[аоы]?) .{0,80}(?:закон|решени|постановлен|указ|приказ).*\)$"
)
_LONGEST_HISTORY = 200
_OLD_WORDING = re.compile(r"(?<!\s)\s*\((?:см\.?\s*стар\.?\s*ред\.?|бұр\.?\s*ред\.?\s*қара(?:ңыз)?\.?)\)", re.IGNORECASE)
_HISTORY = re.compile(
    r"в редакции|изложен\w*|дополнен\w*|изменен\w*|внесен\w*|исключен\w*"
    r"|редакцияда|өзгерт|толықтыр|енгізіл|алып тасталды"
)
_SOME_LETTER = re.compile(r"[^\W_]")
_BEGINS_HISTORY = frozenset("(исгИСГ")
_BEGINS_NOTE = frozenset("сефпрзnfСЕФПРЗNF")
_CAPITAL = "[А-ЯӘҒҚҢӨҰҮҺІA-Z]"
_INITIALS = re.compile(rf"(?:{_CAPITAL}\.\s?){{1,2}}{_CAPITAL}[\w'-]+|{_CAPITAL}[а-яәғқңөұүһіa-z'-]+\s(?:{_CAPITAL}\.\s?){{1,2}}")
_SIGNED_WORDS = 14


def is_note(text: str) -> bool:
    """Returns whether a line is a publisher's note on the history of the text: «Сноска.», "Ескерту.", «Примечание ИЗПИ!»."""
    plain = text.lstrip(" \t\u00a0*>_")
    if plain[:1] in _BEGINS_HISTORY and len(plain) <= _LONGEST_HISTORY and _HISTORY_LINE.match(folded(plain)):
        return True
    if plain[:1] not in _BEGINS_NOTE and not _OLD_WORDING.search(text[-40:]):
        return False
    start = folded(text[:60])
    return bool(_NOTE.match(start)) or (bool(_OLD_WORDING.search(text)) and bool(_HISTORY.search(folded(text))))


def old_wording(text: str) -> tuple[int, int] | None:
    """Returns where a text ends with a publisher's link to an old wording, or None."""
    match = None if ")" not in text[-3:] else next((m for m in _OLD_WORDING.finditer(text) if not text[m.end() :].strip()), None)
    return match.span() if match else None


def is_rule(text: str) -> bool:
    """Returns whether a line holds no letter and no digit: "* * *", "______"."""
    return not _SOME_LETTER.search(text)


def is_signature(text: str) -> bool:
    """Returns whether a line names an office or a person who signs an act; only lines at the end of a text should be asked."""
    stripped = text.strip()
    if not stripped or len(stripped.split()) > _SIGNED_WORDS or stripped[-1] in ".;:,!?" and not _INITIALS.fullmatch(stripped):
        return False
    plain = folded(stripped)
    office = any(re.match(data.signers, plain) for data in LANGUAGES.values() if data.signers)
    return office or is_name(stripped)


def is_name(text: str) -> bool:
    """Returns whether a line is nothing but initials and a surname."""
    return bool(_INITIALS.fullmatch(text.strip()))
