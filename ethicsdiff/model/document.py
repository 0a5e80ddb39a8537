"""What a reader hands on: blocks of verbatim text in document order, and the provisions cut from them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is in the source; `CELL` blocks carry their table coordinates in `Block.cell`."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    CELL = "cell"
    NOTE = "note"
    HEADER = "header"
    FOOTER = "footer"


class Revision(StrEnum):
    """The state of a block's text in tracked changes, seen with all changes accepted."""

    NONE = "none"
    INSERTED = "inserted"
    CHANGED = "changed"


class Severity(StrEnum):
    """How much a notice matters to the reader of a report."""

    INFO = "info"
    WARNING = "warning"


class ProvisionKind(StrEnum):
    """The kinds of unit a draft is cut into."""

    PART = "part"
    SECTION = "section"
    CHAPTER = "chapter"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    INDENT = "indent"
    RECITAL = "recital"
    GOAL = "goal"
    TASK = "task"
    MEASURE = "measure"
    INDICATOR = "indicator"
    TABLE_ROW = "table_row"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place in a source: file name, block ordinal (0-based), line and page (1-based, 0 if unknown), character span in the block."""

    file: str
    block: int
    line: int = 0
    start: int = 0
    end: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something a reader met and could not keep as it was; `code` is stable, `params` fill the phrase of that code."""

    code: str
    severity: Severity = Severity.INFO
    location: Location | None = None
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """Coordinates of a block in a table: ordinal of the table in the document, row and column of the grid, spans."""

    table: int
    row: int
    column: int
    column_span: int = 1
    row_span: int = 1
    depth: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of the source: verbatim `text` (changes accepted) and, apart from it, the automatic `number` as Word shows it.

    `level` is the outline level of a heading or the depth of a list item (0 = top, -1 = body text); `style` is the style's name
    in lower case; `bold` and `centred` say how the whole paragraph looks; `note_of` ties a note to the block that refers to it.
    """

    ordinal: int
    kind: BlockKind
    text: str
    number: str = ""
    level: int = -1
    style: str = ""
    bold: bool = False
    centred: bool = False
    revision: Revision = Revision.NONE
    cell: TableCell | None = None
    note_of: int = -1
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """A draft as read: blocks in document order, languages by share of text (largest first), notices; `sha256` of the file."""

    file: str
    format: str
    sha256: str
    title: str
    languages: tuple[str, ...]
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of verbatim text: block ordinal and character offsets [start, end) in that block's `text`."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A unit of a draft that can be aligned.

    `id` is stable within one version ("a5.p2.s1"); `path` are the displayed labels from the outermost unit in; `label` the unit's own
    label as displayed; `text` its verbatim text without label and heading; `spans` where that text stands; `lead_in` the words that
    govern a list item.
    `fields` are the named cells of a table row. `fingerprint` is versioned ("f1:...") and does not depend on position.
    `heading_more` are the further lines of a heading; `repealed` says that the text only tells that the unit was deleted; `pair` is
    the id of the unit that stands beside it in another language, in a draft of several columns.
    """

    id: str
    parent: str
    path: tuple[str, ...]
    kind: ProvisionKind
    label: str
    heading: str
    text: str
    lead_in: str
    language: str
    fingerprint: str
    spans: tuple[Span, ...]
    location: Location
    heading_span: Span | None = None
    fields: tuple[tuple[str, str], ...] = ()
    heading_more: tuple[Span, ...] = ()
    repealed: bool = False
    pair: str = ""


class CitationKind(StrEnum):
    """What a citation leads to: a unit of the draft itself, of another act, or a clause of a standard."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference in a provision to a unit of an act.

    `parts` are the cited units from the outermost in, as (kind, number as written); the number is "this" for «настоящей статьи» and
    in words where `by_words`. `spans` are where the citation stands, `act` the words for another act, `target` the id of the
    provision meant, empty where there is none; where several could be meant it is empty too and `candidates` are their ids.
    """

    provision: str
    kind: CitationKind
    parts: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]
    act: str = ""
    target: str = ""
    candidates: tuple[str, ...] = ()
    by_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in the form of a draft to look at; `code` is stable, `params` fill the phrase of that code.

    `provision` is the id of the unit it concerns, empty for the draft as a whole.
    """

    code: str
    severity: Severity
    provision: str = ""
    params: tuple[tuple[str, str], ...] = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A source and the provisions cut from it, in document order.

    `unplaced` are ordinals of blocks outside them (title, contents, notes), `unplaced_spans` such stretches of other blocks.
    """

    source: SourceDocument
    provisions: tuple[Provision, ...]
    unplaced: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()
    unplaced_spans: tuple[Span, ...] = ()
