"""Small sources for tests of the provisions room, and the account of every letter of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ethicsdiff.languages.detect import document_languages
from ethicsdiff.model.document import Block, BlockKind, Draft, Location, SourceDocument, Span, TableCell


def source(lines: Sequence[str], languages: tuple[str, ...] = ()) -> SourceDocument:
    """Returns a source with one block a line: `^` is a centred bold line, `+` a bold one, `#` a heading, `@1.|text` an automatic number.

    A line `| a | b |` is a row of a table; rows that follow each other make one table. `\\n` breaks the line within a block, in a cell too.
    """
    blocks: list[Block] = []
    table = row = -1
    for line in lines:
        if line.startswith("|"):
            table, row = (table, row + 1) if blocks and blocks[-1].cell is not None else (table + 1, 0)
            for column, text in enumerate(line.strip().strip("|").split("|")):
                blocks.append(_cell(text.strip().replace("\\n", "\n"), TableCell(table=table, row=row, column=column), len(blocks)))
        else:
            blocks.append(_block(line, len(blocks)))
    found = languages or document_languages([block.text for block in blocks])
    return SourceDocument(file="draft.docx", format="docx", sha256="", title="", languages=found, blocks=tuple(blocks))


def _cell(text: str, cell: TableCell, place: int) -> Block:
    bold = text.startswith("+")
    return Block(ordinal=place, kind=BlockKind.CELL, text=text.removeprefix("+"), bold=bold, cell=cell, location=_at(place))


def _block(line: str, place: int) -> Block:
    number, text = ("", line)
    if line.startswith("@"):
        number, _, text = line[1:].partition("|")
    mark = text[:1] if text[:1] in ("^", "+") else ""
    level = len(text) - len(text.lstrip("#")) - 1
    kind = BlockKind.HEADING if level >= 0 else BlockKind.LIST_ITEM if number else BlockKind.PARAGRAPH
    plain = text.lstrip("#").lstrip() if level >= 0 else text.removeprefix(mark)
    return Block(
        ordinal=place, kind=kind, text=plain.replace("\\n", "\n"), number=number, level=0 if number else level, bold=bool(mark),
        centred=mark == "^", location=_at(place),
    )  # fmt: skip


def _at(place: int) -> Location:
    return Location(file="draft.docx", block=place)


def faults(draft: Draft) -> list[str]:
    """Returns the letters of a draft that no provision accounts for, or more than one; labels and fields count, white space does not."""
    taken = {block.ordinal: [0] * len(block.text) for block in draft.source.blocks}
    for span in _all_spans(draft):
        for place in range(span.start, span.end):
            taken[span.block][place] += 1
    found = []
    for block in draft.source.blocks:
        for place, (letter, times) in enumerate(zip(block.text, taken[block.ordinal], strict=True)):
            if not letter.isspace() and times != 1 and not (times == 0 and block.cell is not None and _in_fields(draft, block)):
                found.append(f"{times} times: {block.text[place : place + 30]!r} in {block.text!r}")
                break
    return found


def _all_spans(draft: Draft) -> Iterator[Span]:
    texts = {block.ordinal: block.text for block in draft.source.blocks}
    yield from (Span(block=ordinal, start=0, end=len(texts[ordinal])) for ordinal in draft.unplaced)
    yield from draft.unplaced_spans
    for unit in draft.provisions:
        yield from unit.spans
        yield from ([unit.heading_span] if unit.heading_span else [])
        yield from unit.heading_more
        yield from _label(unit.label, unit.location, texts)


def _label(label: str, place: Location, texts: dict[int, str]) -> Iterator[Span]:
    """Yields where a typed label stands; an automatic one stands nowhere in the text."""
    start = texts[place.block].find(label, place.start) if label else -1
    if start >= 0:
        yield Span(block=place.block, start=start, end=start + len(label))


def _in_fields(draft: Draft, block: Block) -> bool:
    return any(block.text.strip() in text for unit in draft.provisions for _, text in unit.fields)
