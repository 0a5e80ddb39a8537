"""Drafts in two or three languages side by side: each column of such a table is a text of its own, cut into units of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice

from ethicsdiff.languages.detect import detect_language
from ethicsdiff.model.document import Block, Notice, Severity
from ethicsdiff.provisions.grid import column_of
from ethicsdiff.provisions.labels import read_label
from ethicsdiff.provisions.pieces import Piece, pieces_of
from ethicsdiff.provisions.tables import Table
from ethicsdiff.provisions.walk import Item

_LEAST_WORDS = 4
_SAMPLE = 40
_LEAST_SHARE = 0.2
_FEWEST_LABELS = 2
_FEWEST_ROWS = 2
_TITLE_WORDS = 8


@dataclass(slots=True)
class Stream:
    """One running text of a source: its items in order, the languages to read labels in, and its language if it is one column of several.

    `rows` says in which row of which table a block stands, so that units beside each other can be paired.
    """

    items: list[Item] = field(default_factory=list)
    languages: tuple[str, ...] = ()
    column: str = ""
    rows: dict[int, tuple[int, int]] = field(default_factory=dict)

    @property
    def pieces(self) -> list[Piece]:
        """The pieces of the stream, tables left out."""
        return [item for item in self.items if isinstance(item, Piece)]


def streams_of(blocks: Sequence[Block], languages: tuple[str, ...], letters: Mapping[int, str]) -> list[Stream]:
    """Returns the running texts of a source: the main one first, then one for each language that has a column of its own."""
    main = Stream(languages=languages)
    columns: dict[str, Stream] = {}
    for in_table, run in groupby(blocks, key=lambda block: block.cell is not None):
        if not in_table:
            main.items.extend(piece for block in run for piece in pieces_of(block, languages, letters))
            continue
        for members in _by_table(run):
            _take_table(members, main, columns, letters)
    return [main, *columns.values()]


def _by_table(run: Iterable[Block]) -> list[tuple[Block, ...]]:
    """Returns neighbouring cell blocks grouped by table, so that a nested table does not break the rows around it."""
    tables: dict[int, list[Block]] = {}
    for block in run:
        tables.setdefault(block.cell.table if block.cell is not None else -1, []).append(block)
    return [tuple(members) for members in tables.values()]


def _take_table(members: tuple[Block, ...], main: Stream, columns: dict[str, Stream], letters: Mapping[int, str]) -> None:
    found = _language_columns(members, main.languages)
    if found:
        _divide(members, found, main, columns, letters)
    elif _is_running_text(members):
        main.items.extend(piece for block in members for piece in pieces_of(block, main.languages, letters))
    else:
        main.items.append(Table(members))


def _is_running_text(members: Sequence[Block]) -> bool:
    """Returns whether a table only says where a text stands: it has one column, or a row or two that fill one of several."""
    filled = {column_of(block) for block in members if block.text.strip() or block.number}
    rows = {block.cell.row for block in members if block.cell is not None and block.text.strip()}
    return len({column_of(block) for block in members}) == 1 or (len(filled) == 1 and len(rows) <= _FEWEST_ROWS)


def _language_columns(members: Sequence[Block], languages: tuple[str, ...]) -> dict[int, str]:
    """Returns the column of each language of a table whose columns are texts in different languages; empty for other tables."""
    if len(languages) < 2:
        return {}
    texts: dict[int, list[str]] = {}
    for block in members:
        if len(block.text.split()) >= _LEAST_WORDS:
            texts.setdefault(column_of(block), []).append(block.text)
    sizes = {column: sum(map(len, own)) for column, own in texts.items()}
    found: dict[str, int] = {}
    for column in sorted(texts, key=lambda column: -sizes[column]):
        found.setdefault(_language_of(texts[column]), column)
    chosen = {column: language for language, column in found.items() if sizes[column] >= _LEAST_SHARE * max(sizes.values())}
    labelled = all(_has_labels(members, column, languages) for column in chosen)
    return dict(sorted(chosen.items())) if len(chosen) > 1 and labelled else {}


def _language_of(texts: Sequence[str]) -> str:
    votes = Counter({"": 0})
    for text in texts[:_SAMPLE]:
        votes[detect_language(text)] += len(text)
    return votes.most_common(1)[0][0]


def _has_labels(members: Sequence[Block], column: int, languages: tuple[str, ...]) -> bool:
    """Returns whether a column holds labels of units, as the text of an act does and a list of terms does not."""
    own = (f"{block.number} {block.text}".strip() for block in members if column_of(block) == column)
    found = (label for label in (read_label(text, languages) for text in own) if label is not None and not label.style.startswith("bullet"))
    return sum(1 for _ in islice(found, _FEWEST_LABELS)) == _FEWEST_LABELS


def _divide(
    members: Sequence[Block], found: Mapping[int, str], main: Stream, columns: dict[str, Stream], letters: Mapping[int, str]
) -> None:
    """Gives each language its column; titles of columns and other cells are set aside."""
    titles = _title_row(members, found, main.languages)
    for block in members:
        language = found.get(column_of(block), "")
        if not language or block in titles:
            main.items.extend(_beside(block, main.languages, letters))
            continue
        order = (language, *(code for code in main.languages if code != language))
        stream = columns.setdefault(language, Stream(languages=order, column=language))
        stream.items.extend(pieces_of(block, order, letters))
        if block.cell is not None:
            stream.rows[block.ordinal] = (block.cell.table, block.cell.row)


def _title_row(members: Sequence[Block], found: Mapping[int, str], languages: tuple[str, ...]) -> list[Block]:
    """Returns the cells of a first row that only name the languages or the texts below."""
    first = [block for block in members if block.cell is not None and block.cell.row == 0 and block.text.strip()]
    short = all(len(block.text.split()) <= _TITLE_WORDS and read_label(block.text, languages) is None for block in first)
    several = any(block.cell is not None and block.cell.row > 0 for block in members)
    return first if short and several and len(first) >= len(found) else []


def _beside(block: Block, languages: tuple[str, ...], letters: Mapping[int, str]) -> list[Piece]:
    pieces = pieces_of(block, languages, letters)
    for piece in pieces:
        piece.aside, piece.label, piece.body = piece.aside or "beside", None, piece.start
    return pieces


def notice_of(streams: Sequence[Stream], blocks: Sequence[Block]) -> list[Notice]:
    """Returns a notice that names the languages of the columns, if there are any."""
    columns = [stream for stream in streams if stream.column]
    if not columns:
        return []
    first = min(ordinal for stream in columns for ordinal in stream.rows)
    place = next(block.location for block in blocks if block.ordinal == first)
    names = (("languages", ", ".join(stream.column for stream in columns)),)
    return [Notice(code="draft.bilingual-table", severity=Severity.INFO, location=place, params=names)]
