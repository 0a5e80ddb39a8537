"""Lists inside a sentence: how many things the longest run of short items between commas names."""

from __future__ import annotations

import re
from collections.abc import Callable

_ITEM_WORDS = 4
_LEAST, _LEAST_PLAIN = 4, 3
_PLAIN_ITEM_WORDS = 5
_SHORT_TEXT = 36
_MIDDLE_WORDS = 2
# «Как …, так и …», «не только …, но и …» name two things, in some languages with a comma.
_BOTH = re.compile(r"как \w+, так и|не только|not only|ғана емес|\bboth\b")
_SENTENCE = re.compile(r"[.;:!?\n()]|\s[-–—]\s")
_ASIDE = re.compile(r"\s*(?:как|если|когда|чтобы|котор\w+|сондай-ақ|like|if|where|when|which|who)\b")
_OPENS = re.compile(
    r"\s*(?:включая|в том числе|например|оның ішінде|соның ішінде|мысалы|including|such as|for example|for instance|be it)\b"
)
_AND = {
    "ru": re.compile(r"\s(?:и|или|либо|а также)\s|^\s*(?:и|или|либо|а также)\s"),
    "kk": re.compile(r"\s(?:және|немесе|мен|бен|пен|сондай-ақ|не)\s|^\s*(?:және|немесе|сондай-ақ)\s"),
    "en": re.compile(r"\s(?:and|or|as well as)\s|^\s*(?:and|or|as well as)\s"),
}


# A Kazakh clause ends in its verb, so that no list can begin with its last words.
_ENDS_CLAUSE = re.compile(r"(?:са|се|ғанда|генде|қанда|кенде|ып|іп|майынша|мейінше)\s*$")
# What no item of a plain list holds: verbs, participles, words that open a clause.
_NO_ITEM = {
    "ru": re.compile(
        r"\b(?:если|когда|чтобы|котор\w+|что|чем|кто|где|куда|насколько|поскольку|хотя|то|он|она|они|судья|не|ни|также"
        r"|\w{2,}(?:[еиюяу]т|[еи]тся|[юяу]тся|ал|ил|ла|ли|ло)|\w+(?:ющ|ящ|ащ|ущ|вш|ш[её]дш|[аяе]нн)\w{2,5}|\w+(?:ляя|вая|уя|ясь|вшись)"
        r"|долж\w+|вправе|обязан\w*)\b"
    ),
    "kk": re.compile(
        r"\b(?:егер|сондай-ақ|судья|ол|олар|өзі\w*|кезде|сәйкес|бойынша|үшін|туралы|ретінде|жағдайда|арқылы|тиіс|құқылы|міндетті"
        r"|(?!шыққан)\w+(?:ып|іп|[ғқ]ан|[гк]ен|атын|етін|йтын|йтін|са|се|ады|еді|йды|йді)|\w+(?:ылған|ілген)\w*)\b"
    ),
    "en": re.compile(
        r"\b(?:if|where|when|which|who|that|whom|while|unless|is|are|was|were|be|has|have|may|shall|must|should|can|judge|he|she|they|it"
        r"|not|nor|directly|whether|either|in particular|on|at|by|under|within)\b"
    ),
}


def lists_part(left: str, right: str, languages: tuple[str, str]) -> tuple[int, int] | None:
    """Returns how many items the longest list of each text names, None where they agree or cannot be counted surely.

    In short texts lists of plain nouns are counted, from three on, and a pair without a comma beside three short ones; else lists of
    short items, from four on.
    """
    if max(len(left.split()), len(right.split())) <= _SHORT_TEXT:
        plain = tuple(_longest(text, language, _plain_run) for text, language in zip((left, right), languages, strict=True))
        if min(plain) >= _LEAST_PLAIN:
            return (plain[0], plain[1]) if plain[0] != plain[1] else None
        if any(_BOTH.search(text.lower()) for text in (left, right)):
            return None
        if _is_three(left, languages[0]) and _is_two(right, languages[1]):
            return 3, 2
        if _is_two(left, languages[0]) and _is_three(right, languages[1]):
            return 2, 3
    ours, theirs = longest_list(left, languages[0]), longest_list(right, languages[1])
    return (ours, theirs) if ours and theirs and ours != theirs else None


def _is_three(text: str, language: str) -> bool:
    """Returns whether a text holds one list of three, the middle item of a word or two."""
    if _longest(text, language, _plain_run) != _LEAST_PLAIN:
        return False
    segments = _without_asides(text)
    joined = _AND[language].search(segments[-1])
    if len(segments) != 2 or joined is None:
        return False
    return 0 < len(segments[1][: joined.start()].split()) <= _MIDDLE_WORDS


def _is_two(text: str, language: str) -> bool:
    """Returns whether a text joins two things once and divides nothing by commas."""
    segments = _without_asides(text)
    return len(segments) == 1 and len(_AND[language].findall(segments[0])) == 1


def _without_asides(text: str) -> list[str]:
    """Returns the stretches between commas that open no subordinate clause; a text of several sentences is one stretch more."""
    return [part for part in re.split(r"[,.;:!?\n()](?!\s*$)", text.lower().strip()) if not _ASIDE.match(part)]


def longest_list(text: str, language: str) -> int:
    """Returns how many items the longest list of a text names, 0 where none has at least four."""
    longest = _longest(text, language, _run)
    return longest if longest >= _LEAST else 0


def _longest(text: str, language: str, count: Callable[[list[str], str], int]) -> int:
    return max((count(sentence.split(","), language) for sentence in _SENTENCE.split(text.lower())), default=0)


def _run(segments: list[str], language: str) -> int:
    """Returns the items of the longest run: segments of a few words each, closed by one that holds "and" once.

    A run closed by several ("social or economic position and other causes") cannot be counted surely and is left out.
    """
    best, inner = 0, -1
    for segment in segments:
        joined = _AND[language].search(segment)
        before = segment[: joined.start()].split() if joined else segment.split()
        if _ASIDE.match(segment) or (inner >= 0 and len(before) > _ITEM_WORDS):
            inner = -1
        elif inner < 0 or _OPENS.match(segment):
            inner = 0
        elif joined:
            several = _AND[language].search(segment, joined.end() - 1)
            best = best if several else max(best, inner + 2 + bool(before))
            inner = -1
        else:
            inner += 1
    return best


def _plain_run(segments: list[str], language: str) -> int:
    """Returns the items of the longest run of plain ones; the first item is the end of the segment before them."""
    best, inner = 0, -1
    for number, segment in enumerate(segments):
        joined = _AND[language].search(segment)
        before = segment[: joined.start()] if joined else segment
        if _ASIDE.match(segment) or (_OPENS.match(segment) and len(before.split()) > _ITEM_WORDS):
            inner = -1
        elif inner < 0 or _OPENS.match(segment) or (before.strip() and not _is_plain(before, language)):
            inner = -1 if language == "kk" and _ENDS_CLAUSE.search(segment) else 0
        elif joined:
            best = best if _AND[language].search(segment, joined.end() - 1) else max(best, inner + 2 + bool(before.strip()))
            inner = 0
        else:
            inner += 1
            best = max(best, inner + 1) if number == len(segments) - 1 and inner > 1 else best
    return best


def _is_plain(item: str, language: str) -> bool:
    return len(item.split()) <= _PLAIN_ITEM_WORDS and not _NO_ITEM[language].search(item)
