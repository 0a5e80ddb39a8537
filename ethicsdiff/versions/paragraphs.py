"""The paragraphs of one version as a redline shows them: every paragraph of the file, a table row as one line, with its provision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ethicsdiff.model.document import Block, BlockKind, Draft, Provision
from ethicsdiff.model.versions import LineStyle, Tier
from ethicsdiff.versions.units import tier_of

_OUTSIDE = frozenset({BlockKind.HEADER, BlockKind.FOOTER})
_HEADS = {Tier.CONTAINER: LineStyle.CHAPTER, Tier.ARTICLE: LineStyle.ARTICLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, or the cells of a row divided by tabs: its words with their number, and the provision it belongs to ("": none).

    `is_head` says that it is the heading of that provision.
    """

    text: str
    provision: str
    is_head: bool
    style: LineStyle
    depth: int


def lines_of(draft: Draft) -> tuple[Line, ...]:
    """Returns the lines of a draft in order; running headers and footers are left out."""
    owners = _owners(draft)
    provisions = {p.id: p for p in draft.provisions}
    shown = [block for block in draft.source.blocks if block.kind not in _OUTSIDE and (block.text.strip() or block.number)]
    return tuple(_line(blocks, owners, provisions) for blocks in _rows(shown))


def _rows(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yields the blocks of each line: those of a table row together, all others alone."""
    for place, group in groupby(blocks, key=lambda b: (b.cell.table, b.cell.row) if b.cell else None):
        if place is None:
            yield from ([block] for block in group)
        else:
            yield list(group)


def _owners(draft: Draft) -> dict[int, tuple[str, bool]]:
    """Returns for each block the first provision that stands in it, and whether by its heading."""
    found: dict[int, tuple[str, bool]] = {}
    for provision in draft.provisions:
        heads = [span for span in (provision.heading_span, *provision.heading_more) if span is not None]
        for is_head, spans in ((True, heads), (False, provision.spans)):
            for span in spans:
                found.setdefault(span.block, (provision.id, is_head))
    for provision in draft.provisions:  # A number alone has neither heading nor words.
        found.setdefault(provision.location.block, (provision.id, True))
    return found


def _line(blocks: Sequence[Block], owners: dict[int, tuple[str, bool]], provisions: dict[str, Provision]) -> Line:
    identifier, is_head = next((owners[b.ordinal] for b in blocks if b.ordinal in owners), ("", False))
    provision = provisions.get(identifier)
    cells = (" ".join("\n".join(_words(b) for b in group).split(" ")) for _, group in groupby(blocks, key=lambda b: b.cell))
    return Line(
        text="\t".join(cells), provision=identifier, is_head=is_head, style=_style(blocks[0], provision, is_head=is_head),
        depth=len(provision.path) - 1 if provision is not None else 0,
    )  # fmt: skip


def _words(block: Block) -> str:
    return f"{block.number} {block.text}" if block.number and block.text else block.number or block.text


def _style(block: Block, provision: Provision | None, *, is_head: bool) -> LineStyle:
    if block.cell is not None:
        return LineStyle.CELLS
    if provision is None:
        return LineStyle.TITLE if block.centred or block.kind == BlockKind.HEADING else LineStyle.TEXT
    return _HEADS.get(tier_of(provision), LineStyle.TEXT) if is_head else LineStyle.TEXT
