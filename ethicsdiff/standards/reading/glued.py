"""Clauses that a file runs together in one line: cut where a missing number stands after a full stop."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ethicsdiff.standards.reading.chain import Link, Number, missing_between
from ethicsdiff.standards.reading.lines import Line, number_text

_NEXT = 4
_LEAD_WORD = re.compile(r"[^\W\d_]{4,16}(?:\s[^\W\d_]{2,16})?:?")


def unglued(lines: Sequence[Line], chain: Sequence[Link]) -> tuple[Line, ...]:
    """Returns the lines with a line of its own for every number that the chain misses and that stands inside a line."""
    wanted: dict[int, tuple[Number, ...]] = {}
    ends = [link.line for link in chain[1:]] + [len(lines)]
    for place, (link, end) in enumerate(zip(chain, ends, strict=True)):
        following = chain[place + 1].number if place + 1 < len(chain) else None
        missing = missing_between(link.number, following) if following else _successors(link.number)
        if missing:
            wanted.update(dict.fromkeys(range(link.line, end), missing))
    heads = _lead_words(lines)
    pieces = [piece for index, line in enumerate(lines) for piece in _cut(line, wanted.get(index, ()))]
    return tuple(piece for line in pieces for piece in _without_lead_word(line, heads))


def _lead_words(lines: Sequence[Line]) -> re.Pattern[str] | None:
    """Returns the pattern of words such as "Application:" that stand alone on some line, at the end of another one."""
    counts = Counter(line.whole for line in lines if _LEAD_WORD.fullmatch(line.whole))
    words = [word for word, count in counts.items() if count > 1 or word.endswith(":")]
    return re.compile(rf"(?<=[.!?»”])\s+({'|'.join(re.escape(word) for word in words)})$") if words else None


def _without_lead_word(line: Line, heads: re.Pattern[str] | None) -> list[Line]:
    """Returns a line and, apart from it, the lead word that a file ran onto its end."""
    match = heads.search(line.whole) if heads is not None else None
    if match is None:
        return [line]
    whole = line.whole[: match.start()]
    word = match.group(1)
    return [replace(line, whole=whole, text=_without_label(line, whole)), Line(text=word, whole=word, place=line.place)]


def _successors(number: Number) -> tuple[Number, ...]:
    return tuple((*number[:-1], number[-1] + step) for step in range(1, _NEXT))


def _cut(line: Line, numbers: Sequence[Number]) -> list[Line]:
    """Returns a line cut before each of the numbers that stands in it as the beginning of a clause."""
    rest, pieces = line, []
    for number in numbers:
        match = _inside(number, bare=line.style == "bare").search(rest.whole)
        if match is None:
            continue
        before, after = rest.whole[: match.start()].rstrip(), rest.whole[match.end() :].strip()
        pieces.append(replace(rest, whole=before, text=_without_label(rest, before)))
        style = "decimal" if len(number) > 1 else line.style if line.style in ("point", "bracket", "bare") else "point"
        rest = Line(number=number, style=style, text=after, whole=f"{match.group().strip()} {after}", place=line.place)
    return [*pieces, rest]


def _inside(number: Number, *, bare: bool) -> re.Pattern[str]:
    """Returns the pattern of a number inside a line: after the end of a sentence, before a capital; `bare` numbers have no stop."""
    mark = r"[.)]" if len(number) == 1 and not bare else r"[.)]?"
    return re.compile(rf"(?<=[.;:!?»”\"]\s){re.escape(number_text(number))}{mark}\s+(?=[«“\"]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")


def _without_label(line: Line, whole: str) -> str:
    start = line.whole.find(line.text) if line.text else len(line.whole)
    return whole[start:].strip()
