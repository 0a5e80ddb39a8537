"""The lines of an official file with the numbers they begin with; running heads, page numbers and notes are left out.

Files differ in what their readers can tell: Word says which paragraph is a heading or a footnote, a text file says nothing.
What is not told is seen from the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import Block, BlockKind, SourceDocument

_OUTSIDE = frozenset({BlockKind.NOTE, BlockKind.HEADER, BlockKind.FOOTER})
_N = r"\d{1,3}"
_LABELS = (
    ("decimal", re.compile(rf"({_N}(?:\.{_N}){{1,3}})\s?[.):]?(?=\s|$|[«\"“„(]?[^\W\d_])")),
    ("point", re.compile(rf"({_N})\s?\.(?!\d)(?=\s|$|[^\W\d_])")),
    ("bracket", re.compile(rf"({_N})\)(?=\s|$|[^\W\d_])")),
    ("double", re.compile(rf"[(\[]({_N})[)\]](?=\s|$)")),
    ("sign", re.compile(rf"§{{1,2}}\s?({_N})\.?(?=\s|$)")),
    ("bare", re.compile(rf"\*?({_N})(?=\s+\S)")),
    ("letter", re.compile(r"\(?([a-zа-яәғқңөұүһі])[).](?=\s)")),
)
_WORDED = re.compile(rf"([^\W\d_]{{3,16}})\s(?:№\s?)?({_N}(?:\.{_N}){{0,3}})\s?[.:)–-]?(?=\s|$)")
_NUMBER_FIRST = re.compile(rf"({_N}(?:\.{_N}){{0,3}})\s?-\s?([^\W\d_]{{3,16}})\.?(?=\s|$)")
_LEAD_WORD = re.compile(r"[^\W\d_]{4,16}(?:\s[^\W\d_]{2,16})?\s?[:.]\s*(?=\d)")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}\b")
_CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\d{0,3}\s*$|…{2,}\s*\d{0,3}\s*$|\t\s*\d{1,3}\s*$")
_PAGE_NUMBER = re.compile(
    r"[-–—\s|]*(?:(?:page|p\.|стр\.?|страница|с\.|бет)\s*)?\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4}|-бет|\s+бет)?[-–—\s|]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_RUNNING_TIMES = 3
_LONGEST_RUNNING_HEAD = 140
_LONGEST_LETTERED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the story: `number` and `style` of the label it begins with (empty where none), `text` without it, `whole` with it.

    `heading` and `bold` are what the file itself says, `place` is where it stands in words; a word such as "Application:" before the
    number is left out of `text`.
    """

    number: tuple[int, ...] = ()
    style: str = ""
    letter: str = ""
    text: str
    whole: str
    heading: bool = False
    bold: bool = False
    place: str = ""


def lines_of(source: SourceDocument) -> tuple[Line, ...]:
    """Returns the lines of a source in order, without notes, running heads, page numbers and tables of contents."""
    blocks = [block for block in source.blocks if block.kind not in _OUTSIDE and not block.style.startswith("toc")]
    pieces = [piece for piece in _pieces(blocks) if piece[1].strip()]
    running = _running_heads([text for _, text in pieces])
    kept = [(block, text) for block, text in pieces if block.kind == BlockKind.HEADING or not _is_furniture(text, running)]
    return tuple(_line(block, text) for block, text in kept)


def _pieces(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Yields each line with its block; the cells of a table row are one line, number first."""
    for (cell, _), group in groupby(blocks, key=_row_key):
        rows = list(group)
        if cell:
            yield rows[0], " ".join(text for text in (_typed(block) for block in rows) if text)
            continue
        for block in rows:
            for index, part in enumerate(block.text.split("\n")):
                yield (
                    (block if index == 0 else replace(block, number="")),
                    (_typed(replace(block, text=part)) if index == 0 else part.strip()),
                )


def _row_key(block: Block) -> tuple[tuple[int, int] | None, int]:
    if block.cell is None or block.cell.column_span == 0:
        return None, block.ordinal
    return (block.cell.table, block.cell.row), -1


def _typed(block: Block) -> str:
    """Returns the text of a block with its automatic number typed before it."""
    text = block.text.strip()
    number = block.number.strip()
    return text if not number or text.startswith(number) else f"{number} {text}"


def _running_heads(texts: Sequence[str]) -> frozenset[str]:
    """Returns the folded short lines that stand on many pages, digits apart, so that "12 | Recommendations" counts as one."""
    counts = Counter(_faceless(text) for text in texts if len(text) <= _LONGEST_RUNNING_HEAD)
    return frozenset(text for text, count in counts.items() if count >= _RUNNING_TIMES and re.search(r"[^\W\d_]{3}", text) and " " in text)


def _faceless(text: str) -> str:
    return _DIGITS.sub("#", folded(text))


def _is_furniture(text: str, running: frozenset[str]) -> bool:
    """Returns whether a line belongs to the page and not to the text: a page number, a running head, an entry of the contents."""
    if _PAGE_NUMBER.fullmatch(text.strip()) or _CONTENTS.search(text):
        return True
    return _faceless(text) in running and not _ends(text) and read_number(text)[1] in ("", "bare")


def _ends(text: str) -> bool:
    return text.rstrip().endswith((".", ";", ":", "!", "?", ","))


def _line(block: Block, text: str) -> Line:
    whole = text.strip()
    lead = _LEAD_WORD.match(whole)
    body = whole[lead.end() :] if lead and not block.number else whole
    number, style, letter, end = read_number(body)
    rest = body[end:].strip() if number or letter else whole
    heading = block.kind == BlockKind.HEADING
    return Line(number=number, style=style, letter=letter, text=rest, whole=whole, heading=heading, bold=block.bold, place=_place(block))


def _place(block: Block) -> str:
    return f"line {block.location.line}" if block.location.line else f"paragraph {block.ordinal + 1}"


def read_number(text: str) -> tuple[tuple[int, ...], str, str, int]:
    """Returns (number, style, letter, end) of the label a text begins with; an empty number and style where there is none."""
    stripped = text.lstrip()
    offset = len(text) - len(stripped)
    if _DATE.match(stripped):
        return (), "", "", 0
    for style, expression in _LABELS:
        match = expression.match(stripped)
        if match and style == "letter":
            return (), "letter", match.group(1), offset + match.end()
        if match:
            return _parts(match.group(1)), style, "", offset + match.end()
    return _worded(stripped, offset)


def _worded(text: str, offset: int) -> tuple[tuple[int, ...], str, str, int]:
    """Returns the number of a line such as "Paragraph 12.", «Рекомендация 4:» or "12-тармақ."; the word is part of the style."""
    match = _WORDED.match(text)
    if match and text[:1].isupper():
        return _parts(match.group(2)), f"word {folded(match.group(1))}", "", offset + match.end()
    match = _NUMBER_FIRST.match(text)
    if match:
        return _parts(match.group(1)), f"word {folded(match.group(2))}", "", offset + match.end()
    return (), "", "", 0


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", number))


def number_text(number: Sequence[int]) -> str:
    """Returns a number as clauses are called: "2.5.1"."""
    return ".".join(str(part) for part in number)
