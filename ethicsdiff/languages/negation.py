"""How often a text negates, in three grades, because languages share out their negations differently.

Sure ones (finite verbs, modal words) have a counterpart in every language; half ones («нельзя», "without", a Kazakh conditional) may be
worded without; weak ones (participles, adjectives) often are. "Not later than", «не только», «кешіктірмей» negate nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ethicsdiff.languages.text import fold, verbatim_span

_RU_PARTICIPLE = r"\w+(?:ющ|ящ|ащ|ущ|вш|нн|ем|им|т)(?:ий|ый|ая|яя|ее|ое|его|ого|ему|ому|ими|ыми|им|ым|ем|ом|ей|ой|их|ых|ие|ые|ую|юю)(?:ся)?"
_RU_COMPARED = r"менее|более|позднее|позже|ранее|раньше|реже|чаще|выше|ниже|только|лишь|меньше|больше|далее|столько|просто|исключа\w+|считая"
_KK = r"(?:ма|ме|ба|бе|па|пе)"
_KK_MODAL = r"тиіс|керек|қажет|міндетті|жөн"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Expressions by grade; each is looked for in what the grades before it in `order` left."""

    none: str
    sure: str
    half: str
    weak: str
    order: tuple[str, ...] = ("weak", "half", "sure")


_WORDS = {
    "ru": _Words(
        none=rf"не (?:{_RU_COMPARED})|не [\w\s]{{1,30}}?, (?:а|но)|тем не менее|не может не",
        weak=rf"не (?:быть |был\w* )?(?:{_RU_PARTICIPLE}|\w+(?:[^с\W]я|ясь|вши|вшись))|без|не\w\w\w+ни(?:е|я|ю|ем|и)|отсутств\w+|лиш[её]н\w*",
        half=r"не (?:быть |был\w* )?(?:превыша\w+|\w+(?:в|о|ен|ена|ено|ены|им|има|имо|имы|на|ны))|пока (?:\w+ ){0,5}?не|недостаточн\w*|нет|нельзя|невозможн\w+|недопустим\w+|запрещ\w+|воспрещ\w+|отказ\w+|несовместим\w+|воздерж\w+|избега\w+",
        sure=r"не",
    ),
    "kk": _Words(
        none=r"кешіктір\w*мей|кешікпей|ғана емес|тек қана емес|қоспағанда|қарамастан|қарамай|болмаса да|немесе|неме",
        weak=rf"тыйым|бас тарт\w+|аулақ|тартын\w+|\w+{_KK}й(?:тын|тін)\w*|\w+{_KK}й|\w+{_KK}(?:ған|ген)\w*|\w{{2,}}(?:сыз|сіз)(?!дан|ден)\w*|\w+ емес|\w+{_KK}(?:уы|уі|у|уін|уын|уге|уға|удің|удың)\w*",
        half=rf"\w+{_KK}(?:са|се)\w*(?! отырып)|асп(?:а|ай)\w*(?: тиіс)?|мүмкін емес|(?<!құқығы )жоқ\w*",
        sure=rf"\w+{_KK}й(?:ды|ді|мын|мін|мыз|міз)|\w+{_KK}у(?:ға|ге|ы|і)? (?:{_KK_MODAL})\w*|(?:құқылы|{_KK_MODAL}) емес|құқығы жоқ",
        # «құқылы емес» is sure although a bare «емес» is weak, «аспауға тиіс» is half although other negated duties are sure.
        order=("half", "sure", "weak"),
    ),
    "en": _Words(
        none=r"not (?:only|later|less|more|fewer|earlier|merely|least)|whether or not|not [\w\s]{1,30}?\bbut|no (?:later|more|less|fewer) than|notwithstanding",
        weak=r"(?<!is )(?<!are )(?<!be )(?<!was )(?<!were )(?<!been )not \w+(?:ing|ed)|lack\w*|ignorance|non-?\w+|without|free from|irrespective|regardless|until|untouched|intact",
        half=r"no|nor|neither|none|nobody|nothing|nowhere|not exceed\w*|unable|impossible|inadmissible|prohibited|forbidden|refrain\w*|avoid\w*|abstain\w*"
        r"|refus\w+|incompatible|fail\w*|barred|deprived|denied|denies|fall\w* short",
        sure=r"not|cannot|never",
    ),
}  # fmt: skip
# Half negations by a word for "not", and words that may stand for one ("unless" for "if not").
_FIRM = {
    "ru": re.compile(r"не .*"),
    "kk": re.compile(r"(?!алмас|ынтымақтас)\w+(?:маса|месе|баса|бесе|паса|песе)\w*"),
    "en": re.compile(r"no|none|nobody|nothing|neither|not exceed\w*"),
}
_STANDING_FOR = {
    "ru": re.compile(r"кроме|исключени|если только|только|лишь"),
    "kk": re.compile(r"басқа|қоспаған|ғана|тек\b"),
    "en": re.compile(r"unless|except|other than|only|save\b"),
}
# Russian negates every verb after these, other languages none: «никто не вправе и не может».
_CONCORD = re.compile(r"\b(?:никто|ничто|никак\w+|ни один|никогда)\b")
_PATTERNS = {
    language: {grade: re.compile(rf"(?<!\w)(?:{getattr(data, grade)})(?!\w)") for grade in ("none", "sure", "half", "weak")}
    for language, data in _WORDS.items()
}


@dataclass(frozen=True, slots=True)
class Negations:
    """How many negations there are of each grade; `words` are the sure ones with their verbatim places.

    `firm` are the half ones by a word for "not"; `stood_for` says that a word like "unless" may stand for one.
    """

    sure: int
    half: int
    weak: int
    words: tuple[tuple[str, int, int], ...]
    firm: tuple[str, ...] = ()
    stood_for: bool = False


def negations_in(text: str, language: str) -> Negations:
    """Returns the negations of a text."""
    found, patterns = fold(text), _PATTERNS[language]
    plain = _blanked(found.text, patterns["none"].finditer(found.text))
    matches: dict[str, list[re.Match[str]]] = {}
    for grade in _WORDS[language].order:
        matches[grade] = list(patterns[grade].finditer(plain))
        plain = _blanked(plain, matches[grade])
    places = [verbatim_span(found, m.start(), m.end()) for m in matches["sure"]]
    words = tuple((text[start:end], start, end) for start, end in places)
    # Kazakh repeats a negative modal with each of several verbs: «бола алмайды, бере алмайды».
    sure = len({word for word, _, _ in words}) if language == "kk" else len(words)
    if language == "ru" and _CONCORD.search(plain):
        sure = min(sure, 1)
    firm = [m.group() for m in matches["half"] if _FIRM[language].fullmatch(m.group())]
    stood_for = bool(_STANDING_FOR[language].search(found.text))
    return Negations(sure, len(matches["half"]), len(matches["weak"]), words, tuple(firm), stood_for)


def negations_clash(left: Negations, right: Negations) -> bool:
    """Returns whether two texts cannot negate the same: even all that one may negate falls short of what the other surely does."""
    return _falls_short(left, right) or _falls_short(right, left)


def _falls_short(one: Negations, other: Negations) -> bool:
    """Returns whether one text cannot reach what the other surely negates; weak ones answer weak ones first."""
    if one.sure + one.half + max(0, one.weak - other.weak) < other.sure:
        return True
    if other.firm and not (one.sure or one.half or one.weak or one.stood_for):
        return True
    return not (one.weak or other.weak) and one.sure + one.half < other.sure + other.half and one.sure < other.sure


def _blanked(text: str, matches: Iterable[re.Match[str]]) -> str:
    """Returns a text with the matches made spaces, so that all offsets stay."""
    for match in matches:
        text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
    return text
