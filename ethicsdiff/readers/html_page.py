"""A web page while it is read: what is open at this point of it, and the blocks made so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from ethicsdiff.model.document import Block, BlockKind, Location, Revision, TableCell
from ethicsdiff.readers.html_inline import Running
from ethicsdiff.readers.html_lists import OpenList
from ethicsdiff.readers.html_tables import OpenTable
from ethicsdiff.readers.html_tree import Node
from ethicsdiff.readers.publisher_notes import PublisherNotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How text looks and where it stands at some depth of the page; passed down from element to element."""

    bold: bool = False
    centred: bool = False
    verbatim: bool = False
    inserted: bool = False
    heading: int = -1
    depth: int = -1
    style: str = ""
    note_of: int = -1
    margin: BlockKind | None = None


@dataclass(slots=True)
class Page:
    """What has been read so far, and what is open at this point of the page; `contents` are elements that hold only links to it."""

    notes: PublisherNotes
    contents: Collection[int] = ()
    looks: list[Look] = field(default_factory=lambda: [Look()])
    blocks: list[Block] = field(default_factory=list)
    running: Running = field(default_factory=Running)
    lists: list[OpenList] = field(default_factory=list)
    labels: list[str | None] = field(default_factory=list)
    tables: list[OpenTable | None] = field(default_factory=list)
    table_count: int = 0
    referred: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    passed_over: Node | None = None

    @property
    def look(self) -> Look:
        """The look of the innermost open element."""
        return self.looks[-1]

    @property
    def table(self) -> OpenTable | None:
        """The innermost open table that is a table of data."""
        return self.tables[-1] if self.tables else None


def flush(page: Page) -> None:
    """Returns nothing; makes blocks of the text gathered so far."""
    running, page.running = page.running, Running()
    first = len(page.blocks)
    for line in running.lines():
        text = page.notes.kept(line.text, len(page.blocks))
        if text.strip():
            add_block(text, line.bold, line.revision, page, _note_anchored(running, page))
    if len(page.blocks) > first:
        page.referred.update((target, first) for target in running.referred)
    else:
        page.running.ids = running.ids


def _note_anchored(running: Running, page: Page) -> int:
    return next((page.referred[name] for name in running.ids if name in page.referred), -1)


def add_block(text: str, bold: bool, revision: Revision, page: Page, note_of: int = -1) -> None:
    look, ordinal = page.look, len(page.blocks)
    cell = page.table.cell if page.table is not None else None
    label = page.labels[-1] if page.labels else None
    if page.labels and label is not None:
        page.labels[-1] = None
    note_of = max(note_of, look.note_of)
    kind = _kind(look, cell, label, note_of)
    page.blocks.append(
        Block(
            ordinal=ordinal,
            kind=kind,
            text=text,
            number="" if kind == BlockKind.NOTE else label or "",
            level=look.heading if look.heading >= 0 else look.depth if label is not None else -1,
            style=look.style,
            bold=bold,
            centred=look.centred,
            revision=revision,
            cell=cell,
            note_of=note_of,
            location=Location(file=page.notes.file, block=ordinal, end=len(text)),
        )
    )


def _kind(look: Look, cell: TableCell | None, label: str | None, note_of: int) -> BlockKind:
    if cell is not None:
        return BlockKind.CELL
    if note_of >= 0:
        return BlockKind.NOTE
    if look.margin is not None:
        return look.margin
    if look.heading >= 0:
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH if label is None else BlockKind.LIST_ITEM
