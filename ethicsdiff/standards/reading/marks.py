"""Marks of footnotes inside the text: taken out, because "the judge.3" is not what the clause says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ethicsdiff.model.document import BlockKind, SourceDocument
from ethicsdiff.standards.reading.body import note_lines
from ethicsdiff.standards.reading.chain import Link
from ethicsdiff.standards.reading.lines import Line

_RAISED = re.compile(r"(?<=\S)(?:[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|\[\^?\d{1,3}\])")
_LEADING = re.compile(r"\s*\[?(\d{1,3})\]?[.)]?\s")


def without_marks(lines: Sequence[Line], chain: Sequence[Link], source: SourceDocument) -> tuple[Line, ...]:
    """Returns the lines without the numbers that refer to the footnotes of the file."""
    numbers = _note_numbers(lines, chain, source)
    pattern = _mark_pattern(numbers)
    return tuple(replace(line, text=_cleaned(line.text, pattern), whole=_cleaned(line.whole, pattern)) for line in lines)


def _note_numbers(lines: Sequence[Line], chain: Sequence[Link], source: SourceDocument) -> frozenset[str]:
    """Returns the numbers of all footnotes: lines that are notes, and notes that the reader told apart."""
    texts = [f"{block.number} {block.text}".strip() for block in source.blocks if block.kind == BlockKind.NOTE]
    told = [match.group(1) for text in texts if (match := _LEADING.match(text))]
    seen = [str(lines[index].number[0]) for index in note_lines(lines, chain) if lines[index].number]
    counted = [str(number) for number in range(1, len(texts) + 1)] if texts and not told else []
    return frozenset((*told, *seen, *counted))


def _mark_pattern(numbers: frozenset[str]) -> re.Pattern[str] | None:
    if not numbers:
        return None
    any_of = "|".join(sorted(numbers, key=len, reverse=True))
    return re.compile(rf"(?<=[^\W\d_])(?:{any_of})(?=[\s.,;:)»”]|$)|(?<=[.,;:!?)»”\"])(?:{any_of})(?=\s|$)|\[(?:{any_of})\](?=[\s.,;:]|$)")


def _cleaned(text: str, pattern: re.Pattern[str] | None) -> str:
    plain = _RAISED.sub("", text)
    return pattern.sub("", plain) if pattern is not None else plain
