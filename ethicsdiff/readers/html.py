"""Web pages saved from legal databases and sites of organisations, read as blocks; what surrounds the text stays out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import Block, BlockKind, Notice, Revision, Severity, SourceDocument
from ethicsdiff.readers.decoding import read_decoded
from ethicsdiff.readers.garbled import refuse_garbled
from ethicsdiff.readers.html_inline import note_reference, raised_number
from ethicsdiff.readers.html_links import CONTENTS, MENU, link_lists
from ethicsdiff.readers.html_lists import open_list
from ethicsdiff.readers.html_page import Look, Page, add_block, flush
from ethicsdiff.readers.html_tables import OpenTable, is_layout
from ethicsdiff.readers.html_tree import TEXT, Node, attributes_of, parse, walk
from ethicsdiff.readers.publisher_notes import PublisherNotes
from ethicsdiff.readers.sample import languages_of

_HEADINGS = {f"h{level}": level - 1 for level in range(1, 7)}
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "header", "hr", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul", *_HEADINGS,
    )
)  # fmt: skip
_LISTS = frozenset(("ol", "ul", "menu", "dir"))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]+)""")
_BOLD = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|lighter|[1-5]00)")
_ALIGN = re.compile(r"text-align\s*:\s*(\w+)")
_BOLD_VALUES = re.compile(r"bold|bolder|[6-9]00")
_HEAD_BYTES = 4_096


def read_html(path: Path) -> SourceDocument:
    """Returns a saved web page as blocks.

    Raises:
        DraftError: the file is missing, binary, garbled, in an encoding that cannot be told, or holds no text.
    """
    decoded = read_decoded(path, _declared)
    body, title = parse(decoded.text, path.name)
    lists = link_lists(body)
    page = Page(PublisherNotes(path.name), contents={node for node, kind in lists.items() if kind == CONTENTS})
    left_out: Counter[str] = Counter()
    for entering, node in walk(body, {node for node, kind in lists.items() if kind == MENU}, left_out):
        _enter(node, page) if entering else _leave(node, page)
    flush(page)
    _check(page.blocks, path.name)
    heading = next((block.text for block in page.blocks if block.kind == BlockKind.HEADING and block.level == 0), "")
    return SourceDocument(
        file=path.name,
        format="html",
        sha256=decoded.sha256,
        title=" ".join(heading.split()) or title,
        languages=languages_of(page.blocks),
        blocks=tuple(page.blocks),
        notices=(*decoded.notices(), *_notices(left_out, page.counts), *page.notes.notices),
    )


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD_BYTES])
    return match.group(1).decode("ascii") if match else ""


def _check(blocks: list[Block], file: str) -> None:
    text = "\n".join(block.text for block in blocks)
    if not text.strip():
        hint = "If the text appears only in a browser, save it from there as a Word document or as plain text."
        raise DraftError("the page holds no text.", where=file, hint=hint)
    refuse_garbled(text, file)


def _enter(node: Node, page: Page) -> None:
    if node.tag == TEXT:
        _take_text(node.text_content or "", page)
        return
    if node.tag in _BLOCKS:
        flush(page)
    page.looks.append(_derived(node, page))
    page.running.ids.extend(_ids(node))
    handler = _ENTER.get(str(node.tag))
    if handler is not None and page.passed_over is None:
        handler(node, page)


def _leave(node: Node, page: Page) -> None:
    if node.tag == TEXT:
        return
    if node.tag in _BLOCKS:
        flush(page)
    handler = _LEAVE.get(str(node.tag))
    if handler is not None and page.passed_over is None:
        handler(node, page)
    if page.passed_over is not None and page.passed_over.mem_id == node.mem_id:
        page.passed_over = None
    page.looks.pop()


def _take_text(text: str, page: Page) -> None:
    look = page.look
    if page.passed_over is None:
        page.running.add(text, bold=look.bold, inserted=look.inserted, verbatim=look.verbatim)


def _ids(node: Node) -> Iterator[str]:
    attributes = attributes_of(node)
    yield from {attributes.get(key, "") for key in ("id", "name")} - {""}


def _derived(node: Node, page: Page) -> Look:
    """Returns the look that a node passes on to what stands in it."""
    attributes, look = attributes_of(node), page.look
    style = attributes.get("style", "").lower()
    align = _ALIGN.search(style)
    aligned = align.group(1) if align else "center" if node.tag == "center" else attributes.get("align", "").lower()
    weight = _BOLD.search(style)
    bold = bool(_BOLD_VALUES.fullmatch(weight.group(1))) if weight else look.bold or node.tag in ("b", "strong", "th")
    return replace(
        look,
        bold=bold or node.tag in _HEADINGS,
        centred=aligned == "center" if aligned else look.centred,
        verbatim=look.verbatim or node.tag in ("pre", "textarea"),
        inserted=look.inserted or node.tag == "ins",
        heading=_HEADINGS.get(str(node.tag), look.heading),
        depth=look.depth + (node.tag == "li"),
        style="toc" if node.mem_id in page.contents else "quote" if node.tag == "blockquote" else look.style,
        note_of=_note_of(node, page),
        margin=_margin(attributes, look),
    )


def _note_of(node: Node, page: Page) -> int:
    """Returns the block whose note a node holds; a note stands under the mark that an earlier block refers to."""
    found = (page.referred[name] for name in _ids(node) if name in page.referred)
    return next(found, page.look.note_of)


def _margin(attributes: Mapping[str, str], look: Look) -> BlockKind | None:
    """Returns the kind of text that a word processor saved as a page header or footer."""
    return {"header": BlockKind.HEADER, "footer": BlockKind.FOOTER}.get(attributes.get("title", ""), look.margin)


def _break(_node: Node, page: Page) -> None:
    page.running.break_line()


def _image(_node: Node, page: Page) -> None:
    page.counts["images"] += 1


def _inserted(_node: Node, page: Page) -> None:
    page.counts["insertions"] += 1


def _deleted(node: Node, page: Page) -> None:
    page.counts["deletions"] += 1
    page.running.deleted = True
    page.passed_over = node


def _link(node: Node, page: Page) -> None:
    target = note_reference(node)
    if target:
        page.running.referred.append(target)
        page.passed_over = node


def _raised(node: Node, page: Page) -> None:
    digits = "" if node.css_first("a") is not None else raised_number(node, page.running.last)
    if digits:
        page.counts["raised"] += 1
        _take_text(f"-{digits}", page)
        page.passed_over = node


def _open_list(node: Node, page: Page) -> None:
    page.lists.append(open_list(node))


def _close_list(_node: Node, page: Page) -> None:
    page.lists.pop()


def _open_item(node: Node, page: Page) -> None:
    label = page.lists[-1].label(node) if page.lists else ""
    page.counts["numbers"] += bool(label)
    page.labels.append(label)


def _close_item(_node: Node, page: Page) -> None:
    if page.labels[-1]:
        add_block("", False, Revision.NONE, page)
    page.labels.pop()


def _open_table(node: Node, page: Page) -> None:
    layout = is_layout(node)
    page.counts["layout"] += layout
    page.tables.append(None if layout else OpenTable(page.table_count))
    page.table_count += not layout


def _close_table(_node: Node, page: Page) -> None:
    page.tables.pop()


def _open_row(_node: Node, page: Page) -> None:
    if page.table is not None:
        page.table.next_row()


def _open_cell(node: Node, page: Page) -> None:
    if page.table is not None:
        page.table.next_cell(node)
        page.labels.append(None)


def _close_cell(_node: Node, page: Page) -> None:
    if page.table is not None and page.table.cell is not None:
        if not (page.blocks and page.blocks[-1].cell == page.table.cell):
            add_block("", False, Revision.NONE, page)
        page.table.cell = None
        page.labels.pop()


_ENTER: Mapping[str, Callable[[Node, Page], None]] = {
    "br": _break,
    "img": _image,
    "ins": _inserted,
    "del": _deleted,
    "a": _link,
    "sup": _raised,
    **dict.fromkeys(_LISTS, _open_list),
    "li": _open_item,
    "table": _open_table,
    "tr": _open_row,
    "td": _open_cell,
    "th": _open_cell,
}
_LEAVE: Mapping[str, Callable[[Node, Page], None]] = {
    **dict.fromkeys(_LISTS, _close_list),
    "li": _close_item,
    "table": _close_table,
    "td": _close_cell,
    "th": _close_cell,
}


def _notices(left_out: Counter[str], counts: Counter[str]) -> Iterator[Notice]:
    if left_out:
        tags = ", ".join(f"{tag} {count}" for tag, count in left_out.most_common())
        yield Notice(code="html.left-out", params=(("count", str(left_out.total())), ("tags", tags)))
    for counted, code, severity in (
        ("deletions", "html.deletions-left-out", Severity.INFO),
        ("insertions", "html.insertions-read", Severity.INFO),
        ("images", "html.images", Severity.INFO),
        ("layout", "html.layout-tables", Severity.INFO),
        ("numbers", "html.list-numbers", Severity.INFO),
        ("raised", "html.raised-numbers", Severity.WARNING),
    ):
        if counts[counted]:
            yield Notice(code=code, severity=severity, params=(("count", str(counts[counted])),))
