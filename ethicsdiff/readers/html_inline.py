"""The running text of a block of a web page: white space as a browser shows it, marks of notes, raised digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ethicsdiff.model.document import Revision
from ethicsdiff.readers.html_tree import Node, attributes_of, texts
from ethicsdiff.readers.lines import begins_unit

_SPACE = re.compile(r"[ \t\n\r\f]+")
_EDGES = " \t\n\r\f"
_MARK = re.compile(r"[\s\u00a0]*[\[({]?(?:\d{1,3}|[ivx]{1,4}|[a-z*†‡]{1,3})[\])}]?[\s\u00a0]*")
_NOTE_TARGET = re.compile(r"f(?:t|oot)?_?n|note|edn|sdf|cite|ref|snos|сноск", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch of a block that may be a block of its own: its text, and how it looks."""

    text: str
    bold: bool
    revision: Revision


@dataclass(slots=True)
class Running:
    """The pieces of text gathered for the block at hand; `ids` are anchors in it, `referred` notes it refers to."""

    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    referred: list[str] = field(default_factory=list)
    deleted: bool = False

    def add(self, text: str, *, bold: bool, inserted: bool, verbatim: bool) -> None:
        """Returns nothing; adds a piece, its white space run together unless it is set verbatim."""
        shown = text if verbatim else _SPACE.sub(" ", text)
        if not verbatim and (not self.pieces or self.last[-1:] in (" ", "\n")):
            shown = shown.lstrip(" ")
        if shown:
            self.pieces.append((shown, bold, inserted))

    @property
    def last(self) -> str:
        """The last piece of text so far."""
        return self.pieces[-1][0] if self.pieces else ""

    def break_line(self) -> None:
        """Returns nothing; ends the line, without the space before the break."""
        if self.pieces:
            text, bold, inserted = self.pieces.pop()
            self.pieces.append((text.rstrip(" "), bold, inserted))
        self.pieces.append(("\n", True, True))

    def lines(self) -> Iterator[Line]:
        """Yields the blocks that the text makes: an empty line and a line that begins a unit open a new one."""
        current: list[tuple[str, bool, bool]] = []
        for row in self._rows():
            text = "".join(piece[0] for piece in row)
            if current and (not text.strip() or begins_unit(text)):
                yield from self._line(current)
                current = []
            if text.strip():
                current += [("\n", True, True), *row] if current else row
        yield from self._line(current)

    def _rows(self) -> list[list[tuple[str, bool, bool]]]:
        rows: list[list[tuple[str, bool, bool]]] = [[]]
        for text, bold, inserted in self.pieces:
            first, *others = text.split("\n")
            rows[-1].append((first, bold, inserted))
            rows.extend([(other, bold, inserted)] for other in others)
        return rows

    def _line(self, pieces: list[tuple[str, bool, bool]]) -> Iterator[Line]:
        printed = [piece for piece in pieces if piece[0].strip()]
        if printed:
            text = "".join(piece[0] for piece in pieces).strip(_EDGES)
            bold, inserted = (all(piece[index] for piece in printed) for index in (1, 2))
            changed = self.deleted or any(piece[2] for piece in printed)
            revision = Revision.INSERTED if inserted else Revision.CHANGED if changed else Revision.NONE
            yield Line(text=text, bold=bold, revision=revision)


def note_reference(link: Node) -> str:
    """Returns the target of a link that is the mark of a note, such as a raised "1" or "[2]", else an empty string."""
    address = attributes_of(link).get("href", "")
    target = address.rpartition("#")[2] if "#" in address else ""
    marked = bool(_MARK.fullmatch("".join(texts(link))))
    return target if marked and _NOTE_TARGET.search(target) else ""


def raised_number(node: Node, before: str) -> str:
    """Returns the digits of a raised number that follows a digit («статья 27¹»), else an empty string."""
    text = "".join(texts(node)).strip()
    return text if text.isascii() and text.isdecimal() and before[-1:].isdecimal() else ""
