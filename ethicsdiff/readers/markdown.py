"""Markdown read as blocks: markup becomes text, typed labels such as "1." or "(a)" become numbers.

Drafts often put one unit on each line without blank lines between them; a line that begins with a label is a block of
its own, though Markdown would run it into the line before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict, Unpack

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import Block, BlockKind, Location, Notice, SourceDocument, TableCell
from ethicsdiff.readers.files import read_utf8
from ethicsdiff.readers.markdown_inline import Line, has_too_many_marks, inline_lines, merged, without_tags
from ethicsdiff.readers.markdown_notes import split_definition, without_references
from ethicsdiff.readers.sample import languages_of

_DEEPEST = 60
_PIPE = re.compile(r"(?<!\\)\|")
_LETTER = r"[^\W\d_]"
_LABEL_PATTERN = (
    rf"(?:\((?:{_LETTER}|[ivx]{{1,5}}|\d{{1,3}})\)|{_LETTER}\)"
    r"|\d{1,3}(?:\.\d{1,3})+(?:-\d{1,2})?[.)]?|\d{1,3}(?:-\d{1,2})?[.)])(?=\s+\S)"
)
_LABEL = re.compile(_LABEL_PATTERN)
_UNIT_PATTERN = rf"(?:{_LETTER}+ (?:\d{{1,3}}|[IVXLC]+)(?:-\d{{1,2}})?|(?:\d{{1,3}}-|[IVXLC]+[- ]){_LETTER}+)\."
_BEGINS_BLOCK = re.compile(rf"{_LABEL_PATTERN}|(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ\d]){_UNIT_PATTERN}")


@dataclass(slots=True)
class _Item:
    """An open list item: its number as typed, and whether its first paragraph is still to come."""

    number: str
    waiting: bool = True


class _Looks(TypedDict, total=False):
    """What a block may say beside its text."""

    number: str
    level: int
    style: str
    bold: bool
    cell: TableCell
    note_of: int


@dataclass(slots=True)
class _State:
    """What has been read so far, and what is open at this point of the file."""

    file: str
    source: Sequence[str]
    blocks: list[Block] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)
    quotes: int = 0
    heading: int = -1
    table: int = -1
    row: int = -1
    column: int = -1
    columns: int = 0
    in_cell: bool = False
    line: int = 0
    tags: int = 0
    referred: dict[str, int] = field(default_factory=dict)

    def add(self, kind: BlockKind, text: str, line: int, **looks: Unpack[_Looks]) -> None:
        """Returns nothing; appends a block that begins on that line."""
        ordinal = len(self.blocks)
        text, names = without_references(text)
        self.referred.update(dict.fromkeys(names, ordinal))
        place = Location(file=self.file, block=ordinal, line=line, end=len(text))
        self.blocks.append(Block(ordinal=ordinal, kind=kind, text=text, location=place, **looks))


def read_markdown(path: Path) -> SourceDocument:
    """Returns a Markdown file as blocks, each with the line it begins on.

    Raises:
        DraftError: the file is missing, not UTF-8, nested beyond reason, or holds no text.
    """
    text, digest = read_utf8(path)
    if has_too_many_marks(text):
        raise DraftError("a paragraph holds more marks than words.", where=path.name, hint="Check that it is the right file.")
    environment: dict[str, object] = {}
    tokens = _parser().parse(text, environment)
    _check_depth(tokens, path.name)
    state = _State(path.name, text.split("\n"))
    for token in tokens:
        _take(token, state)
    if not any(block.text.strip() for block in state.blocks):
        raise DraftError("the file holds no text.", where=path.name, hint="Check that it is the right file.")
    return SourceDocument(
        file=path.name,
        format="markdown",
        sha256=digest,
        title=_title(state.blocks),
        languages=languages_of(state.blocks),
        blocks=tuple(state.blocks),
        notices=tuple(_notices(state, environment)),
    )


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")


def _check_depth(tokens: Sequence[Token], file: str) -> None:
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise DraftError("quotes or lists are nested too deeply.", where=file, hint="Take the nesting apart.")


def _take(token: Token, state: _State) -> None:
    if token.map:
        state.line = token.map[0] + 1
    handler = _HANDLERS.get(token.type)
    if handler is not None:
        handler(token, state)


def _open_heading(token: Token, state: _State) -> None:
    state.heading = int(token.tag[1]) - 1


def _close_heading(_token: Token, state: _State) -> None:
    state.heading = -1


def _open_quote(_token: Token, state: _State) -> None:
    state.quotes += 1


def _close_quote(_token: Token, state: _State) -> None:
    state.quotes -= 1


def _open_item(token: Token, state: _State) -> None:
    number = f"{token.info}{token.markup}" if token.info else ""
    state.items.append(_Item(number))


def _close_item(_token: Token, state: _State) -> None:
    _first_of_item(state)
    state.items.pop()


def _open_table(_token: Token, state: _State) -> None:
    _first_of_item(state)
    state.table, state.row = state.table + 1, -1
    state.columns = len(_written_cells(state))


def _open_row(_token: Token, state: _State) -> None:
    state.row, state.column = state.row + 1, -1


def _open_cell(_token: Token, state: _State) -> None:
    state.column, state.in_cell = state.column + 1, True


def _close_cell(_token: Token, state: _State) -> None:
    state.in_cell = False


def _close_row(_token: Token, state: _State) -> None:
    """Returns nothing; adds the cells beyond the header's width, which Markdown itself would drop."""
    for text in _written_cells(state)[state.columns :]:
        state.column += 1
        _add_cell(text.strip(), False, state)


def _written_cells(state: _State) -> list[str]:
    line = state.source[state.line - 1].lstrip("> \t").rstrip().removeprefix("|")
    return _PIPE.split(line.removesuffix("|"))


def _add_cell(text: str, bold: bool, state: _State) -> None:
    cell = TableCell(table=state.table, row=state.row, column=state.column)
    state.add(BlockKind.CELL, text, state.line, bold=bold, cell=cell)


def _inline(token: Token, state: _State) -> None:
    lines = inline_lines(token.children or [])
    state.tags += sum(line.tags for line in lines)
    if state.in_cell or state.heading >= 0:
        _unsplit(lines, state)
        return
    for line in merged(lines, _BEGINS_BLOCK):
        _paragraph(line, state)


def _unsplit(lines: list[Line], state: _State) -> None:
    text = "".join(("\n" if line.hard else " " if line.offset else "") + line.text for line in lines)
    bold = bool(text.strip()) and all(line.bold for line in lines)
    if state.in_cell:
        _add_cell(text, bold, state)
    else:
        number = _number_of_item(state)
        state.add(BlockKind.HEADING, text, state.line, number=number, level=state.heading, bold=bold)


def _paragraph(line: Line, state: _State) -> None:
    note, words = split_definition(line.text)
    if note:
        state.add(BlockKind.NOTE, words, state.line + line.offset, note_of=state.referred.get(note, -1))
        return
    begins = bool(state.items) and state.items[-1].waiting
    number, text = _number_of_item(state), line.text
    if not number:
        number, text = _split_label(text)
    listed = begins or bool(number)
    state.add(
        BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH,
        text,
        state.line + line.offset,
        number=number,
        level=len(state.items) - begins if listed else -1,
        bold=line.bold and bool(text.strip()),
        style="toc" if begins and line.linked else "quote" if state.quotes else "",
    )


def _number_of_item(state: _State) -> str:
    """Returns the typed number of the open list item to the first block in it, an empty string to the others."""
    if not state.items or not state.items[-1].waiting:
        return ""
    state.items[-1].waiting = False
    return state.items[-1].number


def _split_label(text: str) -> tuple[str, str]:
    match = _LABEL.match(text)
    return (match.group(), text[match.end() :].lstrip()) if match else ("", text)


def _code(token: Token, state: _State) -> None:
    _first_of_item(state)
    state.add(BlockKind.PARAGRAPH, token.content.rstrip("\n"), state.line, style="code")


def _html(token: Token, state: _State) -> None:
    _first_of_item(state)
    text, tags = without_tags(token.content)
    state.tags += tags
    for offset, line in enumerate(text.split("\n")):
        if line.strip():
            state.add(BlockKind.PARAGRAPH, line.strip(), state.line + offset)


def _first_of_item(state: _State) -> None:
    """Returns nothing; a number whose item does not begin with text gets a block of its own."""
    number = _number_of_item(state)
    if number:
        state.add(BlockKind.LIST_ITEM, "", state.line, number=number, level=len(state.items) - 1)


_HANDLERS: Mapping[str, Callable[[Token, _State], None]] = {
    "heading_open": _open_heading,
    "heading_close": _close_heading,
    "blockquote_open": _open_quote,
    "blockquote_close": _close_quote,
    "list_item_open": _open_item,
    "list_item_close": _close_item,
    "table_open": _open_table,
    "tr_open": _open_row,
    "tr_close": _close_row,
    "th_open": _open_cell,
    "td_open": _open_cell,
    "th_close": _close_cell,
    "td_close": _close_cell,
    "inline": _inline,
    "fence": _code,
    "code_block": _code,
    "html_block": _html,
}


def _title(blocks: Sequence[Block]) -> str:
    headings = sorted((block for block in blocks if block.kind == BlockKind.HEADING), key=lambda block: block.level)
    return " ".join(headings[0].text.split()) if headings else ""


def _notices(state: _State, environment: Mapping[str, object]) -> Iterator[Notice]:
    if state.tags:
        yield Notice(code="markdown.tags-left-out", params=(("count", str(state.tags)),))
    references = environment.get("references")
    if isinstance(references, Mapping) and references:
        yield Notice(code="markdown.references-left-out", params=(("count", str(len(references))),))
