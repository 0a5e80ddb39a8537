"""Plain text as blocks: a paragraph a line, or a paragraph of several lines where an editor has wrapped them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import Block, BlockKind, Location, Notice, SourceDocument
from ethicsdiff.readers.decoding import Decoded, read_decoded
from ethicsdiff.readers.garbled import refuse_garbled
from ethicsdiff.readers.lines import Words, begins_unit, holds_many_sentences, is_bulleted, joined_lines, words_of
from ethicsdiff.readers.publisher_notes import PublisherNotes
from ethicsdiff.readers.sample import languages_of

_WIDEST_PRINT = 90
_WRAPPED_SHARE = 0.9
_SLACK = 2
_LONGEST_TITLE = 200
_ENDS_NORM = re.compile(r"[.!?…»\"”)][\s\u00a0]*$")
_ENDS_ITEM = re.compile(r"[;:][\s\u00a0]*$")
_BLANK = " \t\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    """A paragraph: its text, the line it begins on (1-based), how many lines it was printed on."""

    text: str
    line: int
    lines: int = 1


def read_text(path: Path) -> SourceDocument:
    """Returns a text file as blocks, each with the line it begins on.

    Raises:
        DraftError: the file is missing, binary, garbled, in an encoding that cannot be told, or holds no text.
    """
    decoded = read_decoded(path)
    refuse_garbled(decoded.text, path.name)
    paragraphs = list(_paragraphs(decoded.text.replace("\f", "").split("\n")))
    blocks, notes = _blocks(paragraphs, path.name)
    if not blocks:
        raise DraftError("the file holds no text.", where=path.name, hint="Check that it is the right file.")
    return SourceDocument(
        file=path.name,
        format="text",
        sha256=decoded.sha256,
        title=_title(blocks),
        languages=languages_of(blocks),
        blocks=tuple(blocks),
        notices=(*_notices(decoded, paragraphs), *notes),
    )


def _paragraphs(lines: Sequence[str]) -> Iterator[_Paragraph]:
    width, words = _print_width(lines), words_of(lines)
    marked = _are_marked(lines) or holds_many_sentences(lines)
    current: list[str] = []
    start = 0
    for index, line in enumerate(lines):
        if current and not _continues(current, line, width, marked=marked):
            yield _joined(current, start, words)
            current = []
        if line.strip(_BLANK):
            start = start if current else index + 1
            current.append(line)
    if current:
        yield _joined(current, start, words)


def _print_width(lines: Sequence[str]) -> int:
    """Returns the width at which the file was wrapped; 0 where its lines are whole paragraphs."""
    lengths = [len(line.rstrip()) for line in lines if line.strip(_BLANK)]
    narrow = [length for length in lengths if length <= _WIDEST_PRINT]
    width = max(narrow, default=0) if len(narrow) >= len(lengths) * _WRAPPED_SHARE else 0
    return width if any(_is_broken(line, below, width) for line, below in pairwise(lines)) else 0


def _is_broken(line: str, below: str, width: int) -> bool:
    """Returns whether a sentence surely goes on in the line below because the next word found no room: the proof of a wrapped file."""
    last, first = line.rstrip(), below.lstrip(_BLANK)[:1]
    stopped = _ENDS_NORM.search(last) or _ENDS_ITEM.search(last) or last.endswith(",")
    goes_on = first.islower() and not stopped and not begins_unit(below, last)
    return goes_on and _is_full(last, below, width)


def _is_full(last: str, line: str, width: int) -> bool:
    return len(last) + 1 + len(line.split(maxsplit=1)[0]) > width - _SLACK


def _are_marked(lines: Sequence[str]) -> bool:
    """Returns whether most labels stand after an empty line or further in, so that other paragraphs do so too."""
    labels = [(above, line) for above, line in pairwise(lines) if begins_unit(line, above)]
    return 2 * sum(not above.strip(_BLANK) or _indent(line) > 0 for above, line in labels) > len(labels)


def _continues(current: Sequence[str], line: str, width: int, *, marked: bool) -> bool:
    """Returns whether a line goes on with the paragraph: the printer broke it only because the next word found no room.

    Where paragraphs are not `marked` and most are one sentence, one that ends with its line is taken for the end of a paragraph.
    """
    if not width or not line.strip(_BLANK):
        return False
    last = current[-1].rstrip()
    if begins_unit(line, last):
        return False
    first_word = line.split(maxsplit=1)[0]
    if not _is_full(last, line, width) or _ENDS_ITEM.search(last) or _is_indented(current, line):
        return False
    return (marked and len(current) > 1) or not _ENDS_NORM.search(last) or not first_word[0].isupper()


def _is_indented(current: Sequence[str], line: str) -> bool:
    """Returns whether a line opens a paragraph by its indent, as the first line of the current one did or as none before."""
    deeper = _indent(line) > _indent(current[-1]) if len(current) > 1 else _indent(line) > _indent(current[0])
    return deeper and line.lstrip(_BLANK)[0].isupper()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(_BLANK))


def _joined(lines: Sequence[str], start: int, words: Words) -> _Paragraph:
    return _Paragraph(text=joined_lines(lines, words), line=start, lines=len(lines))


def _blocks(paragraphs: Sequence[_Paragraph], file: str) -> tuple[list[Block], list[Notice]]:
    """Returns the blocks, and notices of what the publisher of the text had added to it."""
    blocks: list[Block] = []
    notes = PublisherNotes(file)
    for paragraph in paragraphs:
        text = notes.kept(paragraph.text, len(blocks), paragraph.line)
        if text.strip():
            blocks.append(_block(text, len(blocks), paragraph.line, file))
    return blocks, notes.notices


def _block(text: str, ordinal: int, line: int, file: str) -> Block:
    heading, bulleted = _is_heading(text), is_bulleted(text)
    plain = BlockKind.LIST_ITEM if bulleted else BlockKind.PARAGRAPH
    return Block(
        ordinal=ordinal,
        kind=BlockKind.HEADING if heading else plain,
        text=text,
        level=0 if heading or bulleted else -1,
        location=Location(file=file, block=ordinal, line=line, end=len(text)),
    )


def _is_heading(text: str) -> bool:
    """Returns whether a line is set in capitals as titles are; a label in it is left to those who know labels."""
    letters = sum(letter.isalpha() for letter in text)
    return letters > 3 and text.isupper() and len(text) <= _LONGEST_TITLE and text.rstrip()[-1] not in ".;:,!?" and not begins_unit(text)


def _title(blocks: Sequence[Block]) -> str:
    first = next((block for block in blocks if block.kind == BlockKind.HEADING), blocks[0])
    text = " ".join(first.text.split())
    return text if len(text) <= _LONGEST_TITLE and not begins_unit(text) else ""


def _notices(decoded: Decoded, paragraphs: Sequence[_Paragraph]) -> Iterator[Notice]:
    yield from decoded.notices()
    wrapped = sum(paragraph.lines > 1 for paragraph in paragraphs)
    if wrapped:
        yield Notice(code="text.lines-joined", params=(("count", str(wrapped)),))
