"""Reading statements from Markdown: `### 1.1 · Short title`, a paragraph, and `- a: element` items, by markdown-it-py."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ethicsdiff.errors import CatalogueError

_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause in one language: short title, statement, elements as (key, text), 1-based line of its heading."""

    title: str
    statement: str
    elements: tuple[tuple[str, str], ...]
    line: int


def read_statements(path: Path) -> dict[str, Statement]:
    """Returns the statements of a file by clause id, in the order of the file.

    Errors:
        CatalogueError: the file is not UTF-8, a heading without " · ", a clause twice, or a clause without statement.
    """
    try:
        tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise CatalogueError("the file is not UTF-8", where=str(path), hint="Save it with the encoding UTF-8.") from error
    found: dict[str, Statement] = {}
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h3":
            _add(found, tokens, index, path)
    return found


def _add(found: dict[str, Statement], tokens: list[Token], index: int, path: Path) -> None:
    line = (tokens[index].map or [0])[0] + 1
    heading = tokens[index + 1].content
    identifier, separator, title = heading.partition(_SEPARATOR)
    where = f"{path}, line {line}"
    if not separator or not identifier.strip():
        raise CatalogueError(f'the heading "{heading}" must be "clause id{_SEPARATOR}short title"', where=where)
    if identifier in found:
        raise CatalogueError(f"clause {identifier} stands twice", where=where)
    inlines = _inlines_until_heading(tokens, index + 3)
    elements = tuple(_element(text, where) for text, in_list in inlines if in_list)
    statement = " ".join(text for text, in_list in inlines if not in_list)
    if not statement:
        raise CatalogueError(f"clause {identifier} has no statement", where=where)
    found[identifier.strip()] = Statement(title.strip(), statement, elements, line)


def _inlines_until_heading(tokens: list[Token], start: int) -> list[tuple[str, bool]]:
    """Returns (text, stands in a list) of the paragraphs up to the next heading."""
    texts: list[tuple[str, bool]] = []
    for token in tokens[start:]:
        if token.type == "heading_open":
            break
        if token.type == "inline":
            texts.append((token.content.replace("\n", " "), token.level > 1))
    return texts


def _element(text: str, where: str) -> tuple[str, str]:
    key, separator, words = text.partition(": ")
    if not separator or len(key) > 2:
        raise CatalogueError(f'the element "{text}" must be "a: words"', where=where)
    return key, words
