"""Blocks in, provisions out: the hierarchy of a draft as its labels, headings, recitals and tables show it."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.errors import DraftError
from ethicsdiff.languages.text import legacy_letters
from ethicsdiff.model.document import BlockKind, Draft, Provision, SourceDocument, Span
from ethicsdiff.provisions.aside import mark_aside, notices_of, unplaced_of
from ethicsdiff.provisions.bilingual import Stream, notice_of, streams_of
from ethicsdiff.provisions.finish import Freezer, finish, freezer_of
from ethicsdiff.provisions.front import first_unit, place_front
from ethicsdiff.provisions.labels import data_of
from ethicsdiff.provisions.pairs import paired
from ethicsdiff.provisions.pieces import Piece
from ethicsdiff.provisions.state import State
from ethicsdiff.provisions.survey import survey
from ethicsdiff.provisions.tables import Table, is_stamp
from ethicsdiff.provisions.tree import Outline
from ethicsdiff.provisions.walk import Item, walk

_STORY = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.CELL})


def segment(source: SourceDocument) -> Draft:
    """Returns the draft with its provisions in document order; drafts of several columns give one column after the other.

    Errors:
        DraftError: no labelled unit was found at all, so that nothing could be cited.
    """
    blocks = tuple(block for block in source.blocks if block.kind in _STORY)
    letters = legacy_letters(block.text for block in blocks)
    streams = streams_of(blocks, source.languages, letters)
    states = [_placed(stream) for stream in streams]
    provisions = _finished(streams, states, freezer_of(source, letters))
    if not provisions:
        hint = 'Units need labels such as "Статья 1.", "1-бап.", "Article 1" or "1.".'
        raise DraftError("no provisions were found.", where=source.file, hint=hint)
    unplaced, spans = _outside(source, streams, states)
    notices = (*notice_of(streams, blocks), *(notice for stream in streams for notice in notices_of(stream.pieces)))
    return Draft(source=source, provisions=provisions, unplaced=unplaced, unplaced_spans=spans, notices=notices)


def _placed(stream: Stream) -> State:
    """Returns the state after all items of a stream found their place; a stream without units leaves an empty outline."""
    pieces = stream.pieces
    mark_aside(pieces)
    state = State(Outline(), survey(pieces), stream.languages)
    first = _first_item(stream.items)
    if first < len(stream.items):
        front = [item for item in stream.items[:first] if isinstance(item, Piece)]
        for piece in place_front(front, state.outline, data_of(stream.languages[0])):
            state.set_aside(piece)
        walk(stream.items[first:], state)
    for item in stream.items[:first]:
        _leave_out(item, state)
    return state


def _first_item(items: Sequence[Item]) -> int:
    """Returns the index of the first item that opens a unit: a labelled piece, a heading, or a table that is no approval stamp."""
    places = [index for index, item in enumerate(items) if isinstance(item, Piece)]
    pieces = [item for item in items if isinstance(item, Piece)]
    found = first_unit(pieces)
    unit = places[found] if found < len(places) else len(items)
    tables = (index for index, item in enumerate(items[:unit]) if isinstance(item, Table) and not is_stamp(item))
    headings = (place for place, piece in zip(places, pieces, strict=True) if piece.is_heading and not piece.aside)
    fallback = next(headings, unit) if unit == len(items) else unit
    return min(next(tables, unit), fallback)


def _leave_out(item: Item, state: State) -> None:
    if isinstance(item, Table):
        state.unplaced.update(block.ordinal for block in item.blocks)
    elif not state.outline.root.children:
        state.set_aside(item)


def _finished(streams: Sequence[Stream], states: Sequence[State], freezer: Freezer) -> tuple[Provision, ...]:
    """Returns the provisions of all streams, the units of columns tied to each other."""
    frozen = []
    for stream, state in zip(streams, states, strict=True):
        language = stream.column or freezer.source.languages[0]
        frozen.append(finish(state.outline.root, freezer, language=language, prefix=stream.column))
    columns = [(units, stream.rows) for units, stream in zip(frozen[1:], streams[1:], strict=True)]
    return tuple(unit for units in (frozen[0], *(paired(columns) if columns else ())) for unit in units)


def _outside(source: SourceDocument, streams: Sequence[Stream], states: Sequence[State]) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """Returns the blocks and the stretches of blocks that belong to no provision, in document order."""
    blocks = {block.ordinal for block in source.blocks if block.kind not in _STORY and block.text.strip()}
    spans: list[Span] = []
    for stream, state in zip(streams, states, strict=True):
        whole, parts = unplaced_of(stream.pieces)
        blocks |= whole | state.unplaced
        spans += [*parts, *state.unplaced_spans]
    return tuple(sorted(blocks)), tuple(sorted(spans, key=lambda span: (span.block, span.start)))
