"""What a short answer says: accepted, rejected, in part, not applicable; anything but a plain answer says nothing.

Only words of a closed vocabulary count (`answer_words.py`): «согласно статье 5» or «закон принят» hold words of an answer and are
none. Hedges, conditions, questions and two answers in one sentence make an answer unclear. A wrong answer is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ethicsdiff.languages.answer_words import WORDS
from ethicsdiff.languages.text import folded
from ethicsdiff.model.remark import Verdict

_TOKEN = re.compile(r"[^\W_]+(?:['’/.-][^\W_]+)*|[+\-,;:()!?.\n–—%]")
_SENTENCE_END = frozenset(".!\n;")
_PAUSES = frozenset(",:()–—")
_GREETING = re.compile(r"^\s*(?:уважаем\w+|құрметті|dear)[^,!\n]*[,!]\s*", re.IGNORECASE)
_TAG = re.compile(r"\[?\(?\bED-\d{1,9}\b\)?\]?\s*[:.,–—-]?\s*", re.IGNORECASE)
_NAMED = re.compile(r"\bED-(\d{1,9})\b", re.IGNORECASE)
_AROUND = " \t\n,;:()[]–—-"
_POLES: Final = {
    "strong": Verdict.ACCEPT, "accept": Verdict.ACCEPT, "yes": Verdict.ACCEPT, "strong no": Verdict.REJECT, "reject": Verdict.REJECT,
    "no": Verdict.REJECT, "n/a": Verdict.NOT_APPLICABLE, "noted": Verdict.NOTED,
}  # fmt: skip
_DENIES = re.compile(r"(?:[мбп][ае]й(?:м[іы]н|м[іы]з|[дт][іы])|[мбп][ае][дт][іы][мкқ]?|^жоқ\w*|^емес\w*)$")
_LONGEST_OPENING = 3
_LONGEST_TAIL = 10
_FIRM: Final = frozenset({"strong", "strong no", "n/a"})
_SIGNS: Final = {"+": "yes", "+1": "yes", "👍": "yes", "-": "no", "−": "no", "-1": "no", "👎": "no"}


def verdict_of(text: str) -> Verdict | None:
    """Returns what a short answer says, None where the text is no answer."""
    plain = _GREETING.sub("", _TAG.sub("", text)).strip()
    if not plain:
        return None
    if plain in _SIGNS:
        return _POLES[_SIGNS[plain]]
    sentences = list(_sentences(_TOKEN.findall(folded(_lines(plain)).replace("ё", "е").replace("\x1f", "\n"))))
    if not sentences:
        return None
    first = _answer(sentences[0])
    if first is None or first in (Verdict.UNCLEAR, Verdict.NOTED):
        return first
    return _with_more(first, sentences[1:])


def _lines(text: str) -> str:
    """Returns a text with its line ends kept through folding, because a new line begins another sentence."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()).replace("\n", " . ")


def _sentences(tokens: Sequence[str]) -> Iterator[list[str]]:
    """Yields the sentences as tokens; a question keeps its mark."""
    sentence: list[str] = []
    for token in tokens:
        if token in _SENTENCE_END:
            if sentence:
                yield sentence
            sentence = []
        else:
            sentence.append(token)
            if token == "?":
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def _with_more(first: Verdict, others: Sequence[list[str]]) -> Verdict:
    """Returns an answer in the light of what follows it: a second answer or a contrast is part of it."""
    for sentence in others:
        kinds = [kind for kind, _ in _kinds(sentence)]
        if kinds and kinds[0] == "but" and first == Verdict.ACCEPT:
            return Verdict.PARTLY
        again = _answer(sentence) if first in (Verdict.ACCEPT, Verdict.REJECT) else None
        if again in (Verdict.ACCEPT, Verdict.REJECT) and again != first:
            return Verdict.UNCLEAR
    return first


def _answer(sentence: Sequence[str]) -> Verdict | None:
    """Returns what one sentence answers, None where it is no answer."""
    kinds = list(_kinds(sentence))
    own = _opening(kinds)
    if not any(kind in _POLES for kind in own):
        return Verdict.PARTLY if kinds and {kind for kind, _ in kinds} <= {"part", "filler"} and _has(kinds, "part") else None
    names = [kind for kind, _ in kinds]
    said = names[: names.index("but")] if "but" in names else names
    if "?" in names or "hedge" in said or "if" in said:
        return Verdict.UNCLEAR
    verdicts = {Verdict.UNCLEAR} if _denied_later(kinds) else set(_signed(own))
    if len(verdicts) != 1:
        return Verdict.UNCLEAR
    verdict = verdicts.pop()
    if "part" in own or ("but" in names and verdict == Verdict.ACCEPT) or _part_follows(names):
        return Verdict.PARTLY if verdict == Verdict.ACCEPT else Verdict.UNCLEAR if "part" in own else verdict
    return verdict


def _has(kinds: Sequence[tuple[str, str]], wanted: str) -> bool:
    return any(kind == wanted for kind, _ in kinds)


def _denied_later(kinds: Sequence[tuple[str, str]]) -> bool:
    """Returns whether a Kazakh verb behind the answer denies it («келісемін деп айта алмаймын»): there the verb stands last."""
    first = next(place for place, (kind, _) in enumerate(kinds) if kind in _POLES)
    return any(kind == "unknown" and _DENIES.search(word) for kind, word in kinds[first + 1 :])


def _part_follows(names: Sequence[str]) -> bool:
    """Returns whether a reservation follows the answer in the same sentence («согласен, за исключением пункта 3»)."""
    first = next(place for place, kind in enumerate(names) if kind in _POLES)
    return "part" in names[first:]


def _opening(kinds: Sequence[tuple[str, str]]) -> list[str]:
    """Returns what the words of the answer itself do: the whole sentence if all are known, else its first clause.

    Other words may follow behind a pause; without a pause only a firm answer bears them, and not many.
    """
    names = [kind for kind, _ in kinds]
    unknown = next((place for place, kind in enumerate(names) if kind == "unknown"), -1)
    if unknown < 0:
        return names
    said = next((place for place, kind in enumerate(names) if kind in _POLES), len(names))
    pause = next((place for place, kind in enumerate(names) if kind in ("pause", "but") or (kind == "part" and place > said)), len(names))
    if pause < unknown:
        return names[: pause + 1] if any(kind in _POLES for kind in names[:pause]) else []
    pole = next((place for place, kind in enumerate(names) if kind in _POLES), len(names))
    firm = pole < min(unknown, _LONGEST_OPENING) and names[pole] in _FIRM and len(names) - pole <= _LONGEST_TAIL
    return names[:unknown] if firm else []


def _signed(names: Sequence[str]) -> Iterator[Verdict]:
    """Yields the verdicts of a clause with its negations: «не согласен» rejects, «не отклонено» is unclear."""
    for place, kind in enumerate(names):
        if kind not in _POLES:
            continue
        before = [one for one in names[:place] if one not in ("filler", "to be")]
        behind = names[place + 1 : place + 2]
        negated = (before[-1:] == ["not"]) != (behind == ["not after"])
        if behind == ["not"]:
            yield Verdict.UNCLEAR
        elif not negated:
            yield _POLES[kind]
        elif _POLES[kind] == Verdict.ACCEPT:
            yield Verdict.REJECT
        else:
            yield Verdict.UNCLEAR


def _kinds(tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yields what the words of a sentence do, longest phrases first."""
    place = 0
    while place < len(tokens):
        length, kind = _longest(tokens[place:])
        yield kind, " ".join(tokens[place : place + length])
        place += length


def _longest(tokens: Sequence[str]) -> tuple[int, str]:
    if tokens[0] in _PAUSES or tokens[0] in "+-":
        return 1, "pause"
    if tokens[0] == "?":
        return 1, "?"
    for length in range(min(len(tokens), _longest_phrase()), 0, -1):
        kind = _phrases().get(tuple(tokens[:length]))
        if kind:
            return length, kind
    return 1, "unknown"


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    """Returns what every phrase of the vocabulary does, by its folded words."""
    found: dict[tuple[str, ...], str] = {}
    for kind, listed in reversed(WORDS.items()):
        for phrase in listed.split(","):
            words = tuple(_TOKEN.findall(folded(phrase).replace("ё", "е")))
            if words:
                found[words] = kind
    return found


@cache
def _longest_phrase() -> int:
    return max(map(len, _phrases()))


def verdicts_by_tag(text: str) -> tuple[tuple[int, Verdict], ...]:
    """Returns what a text answers to each tag it names («ED-17 принято, ED-18 отклонено»); -1 stands for a text without tags."""
    named = list(_NAMED.finditer(text))
    if not named:
        whole = verdict_of(text)
        return ((-1, whole),) if whole is not None else ()
    ends = [*(match.start() for match in named[1:]), len(text)]
    said = ((int(match[1]), verdict_of(text[match.end() : end].strip(_AROUND))) for match, end in zip(named, ends, strict=True))
    found = tuple((number, verdict) for number, verdict in said if verdict is not None)
    before = verdict_of(text[: named[0].start()].strip(_AROUND))
    return found or (tuple((int(match[1]), before) for match in named) if before is not None else ())
