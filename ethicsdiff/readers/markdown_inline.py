"""The inline content of a Markdown block as lines of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^>]*>|<[?!][^>]*>", re.DOTALL)
_LINE_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """A line of a block: its text, its offset from the block's first line, whether a hard break precedes it.

    `bold` is true where all its printed text is strong; `tags` counts the HTML tags left out.
    """

    offset: int
    hard: bool = False
    text: str = ""
    bold: bool = True
    tags: int = 0


def inline_lines(children: Sequence[Token]) -> list[Line]:
    """Returns the lines of inline content, with markup turned into text."""
    lines = [Line(offset=0)]
    strong = 0
    for token in children:
        if token.type in ("softbreak", "hardbreak"):
            lines.append(Line(offset=lines[-1].offset + 1, hard=token.type == "hardbreak"))
        elif token.type == "html_inline":
            _take_tag(token.content, lines)
        else:
            strong += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
            _take_text(_text(token), strong > 0, lines[-1])
    return lines


def _text(token: Token) -> str:
    return token.content if token.type in ("text", "code_inline", "image", "text_special") else ""


def _take_text(text: str, strong: bool, line: Line) -> None:
    line.text += text
    line.bold = line.bold and (strong or not text.strip())


def _take_tag(tag: str, lines: list[Line]) -> None:
    if _LINE_BREAK_TAG.fullmatch(tag):
        lines.append(Line(offset=lines[-1].offset, hard=True))
    else:
        lines[-1].tags += 1


def without_tags(html: str) -> tuple[str, int]:
    """Returns the text of an HTML block without its tags and comments, and how many of those were left out."""
    return _TAG.subn("", html)


def merged(lines: Sequence[Line], begins_block: re.Pattern[str]) -> Iterator[Line]:
    """Returns the lines run together as Markdown runs them, but for those that begin with a label of their own."""
    current: Line | None = None
    for line in lines:
        if current is None or begins_block.match(line.text):
            if current is not None:
                yield current
            current = line
        else:
            current.text += ("\n" if line.hard else " ") + line.text
            current.bold = current.bold and line.bold
            current.tags += line.tags
    if current is not None:
        yield current
