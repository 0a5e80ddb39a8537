"""The inline content of a Markdown block as lines of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from ethicsdiff.readers.markdown_notes import is_definition

_MARKS, _MOST_MARKS = "[*_`<", 10_000
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^>]*>|<[?!][^>]*>", re.DOTALL)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CARETS = re.compile(r"(?<=\d)\^(\d{1,2})\^")
_ITEM = re.compile(r"[–—•·▪●○■]\s+\S")
_LINE_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """A line of a block: its text, its offset from the block's first line, whether a hard break precedes it.

    `bold` is true where all its printed text is strong, `linked` where all of it is links within the file; `tags` counts the HTML
    tags left out.
    """

    offset: int
    hard: bool = False
    text: str = ""
    bold: bool = True
    linked: bool = True
    tags: int = 0


def has_too_many_marks(text: str) -> bool:
    """Returns whether a paragraph of a file holds so many marks that taking them apart would take minutes."""
    return any(sum(map(part.count, _MARKS)) > _MOST_MARKS for part in text.split("\n\n"))


def inline_lines(children: Sequence[Token]) -> list[Line]:
    """Returns the lines of inline content, with markup turned into text."""
    lines = [Line(offset=0)]
    strong = 0
    linked = raised = False
    for token in children:
        if token.type in ("softbreak", "hardbreak"):
            lines.append(Line(offset=lines[-1].offset + 1, hard=token.type == "hardbreak"))
        elif token.type == "html_inline":
            raised = token.content.lower() == "<sup>"
            _take_tag(token.content, lines)
        else:
            strong += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
            linked = token.type == "link_open" and str(token.attrGet("href")).startswith("#") or (linked and token.type != "link_close")
            _take_text(_text(token), strong > 0, linked, lines[-1], raised=raised)
    return lines


def _text(token: Token) -> str:
    return token.content if token.type in ("text", "code_inline", "image", "text_special") else ""


def _take_text(text: str, strong: bool, linked: bool, line: Line, *, raised: bool) -> None:
    """Returns nothing; adds text to a line, digits raised behind a number as raised ones: article 27¹ is not 271."""
    behind = raised and line.text[-1:].isdigit() and text.isdecimal()
    line.text += text.translate(_RAISED) if behind else _CARETS.sub(lambda match: match.group(1).translate(_RAISED), text)
    line.bold = line.bold and (strong or not text.strip())
    line.linked = line.linked and (linked or not text.strip())


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
        if current is None or begins_block.match(line.text) or is_definition(line.text) or _is_item(line, current):
            if current is not None:
                yield current
            current = line
        else:
            current.text += ("\n" if line.hard else " ") + line.text
            current.bold = current.bold and line.bold
            current.linked = current.linked and line.linked
            current.tags += line.tags
    if current is not None:
        yield current


def _is_item(line: Line, above: Line) -> bool:
    """Returns whether a line is an item behind a dash or a bullet that Markdown does not know."""
    return bool(_ITEM.match(line.text)) and above.text.rstrip()[-1:] in (":", ";", ".", ",")
