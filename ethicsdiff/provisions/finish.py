"""Freezing the tree: ids, paths, lead-ins, languages and fingerprints of the provisions."""

from __future__ import annotations

from collections.abc import Iterator

from ethicsdiff.languages.detect import detect_language
from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.document import Block, Location, Provision, ProvisionKind, SourceDocument, Span
from ethicsdiff.provisions.labels import data_of
from ethicsdiff.provisions.tree import Node

_ID_LETTERS = {
    ProvisionKind.PART: "part", ProvisionKind.SECTION: "sec", ProvisionKind.CHAPTER: "ch", ProvisionKind.ARTICLE: "a",
    ProvisionKind.PARAGRAPH: "p", ProvisionKind.SUBPARAGRAPH: "s", ProvisionKind.INDENT: "i", ProvisionKind.RECITAL: "r",
    ProvisionKind.GOAL: "g", ProvisionKind.TASK: "t", ProvisionKind.MEASURE: "m", ProvisionKind.INDICATOR: "k",
    ProvisionKind.TABLE_ROW: "row", ProvisionKind.ANNEX: "annex",
}  # fmt: skip
_THROUGH = frozenset({ProvisionKind.ARTICLE, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.PART, ProvisionKind.GOAL})


def finish(root: Node, source: SourceDocument) -> tuple[Provision, ...]:
    """Returns the frozen provisions of a tree in document order; ids are unique within the draft."""
    blocks = {block.ordinal: block for block in source.blocks}
    main = source.languages[0]
    used: set[str] = set()
    ids: dict[int, str] = {}
    provisions: list[Provision] = []
    for node in _walk(root):
        _settle_text(node)
        _name_unnumbered(node, main)
        ids[id(node)] = _unique(_identifier(node, ids), used)
        provisions.append(_provision(node, ids, blocks, source))
    return tuple(provisions)


def _walk(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _walk(child)


def _settle_text(node: Node) -> None:
    """Gives an article that is nothing but its heading line that line as text: an untitled one-sentence article."""
    norm = node.kind in (ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH)
    if norm and node.heading_span is not None and not node.spans and not node.children:
        node.spans, node.heading, node.heading_span = [node.heading_span], "", None


def _name_unnumbered(node: Node, language: str) -> None:
    if node.name or node.parent is None:
        return
    siblings = [child for child in node.parent.children if child.style == node.style]
    first = 2 if node.parent.spans else 1
    node.name = data_of(language).unnumbered.format(n=siblings.index(node) + first)


def _identifier(node: Node, ids: dict[int, str]) -> str:
    parent = ids.get(id(node.parent), "") if node.kind not in _THROUGH else ""
    if node.style == "preamble":
        return "pre"
    number = "".join(c for c in node.number.lower() if c.isalnum() or c in "-.").strip(".")
    if not number and node.parent is not None:
        number = f"u{1 + [c for c in node.parent.children if c.kind == node.kind].index(node)}"
    own = f"{_ID_LETTERS[node.kind]}{number}"
    return f"{parent}.{own}" if parent else own


def _unique(identifier: str, used: set[str]) -> str:
    """Returns `identifier`, with "~2" and so on where an annex or a mistake of numbering repeats it."""
    candidate, count = identifier, 1
    while candidate in used:
        count += 1
        candidate = f"{identifier}~{count}"
    used.add(candidate)
    return candidate


def _provision(node: Node, ids: dict[int, str], blocks: dict[int, Block], source: SourceDocument) -> Provision:
    text = "\n".join(blocks[s.block].text[s.start : s.end] for s in node.spans).strip()
    block = blocks[node.block]
    return Provision(
        id=ids[id(node)], parent=ids.get(id(node.parent), ""), path=_path(node), kind=node.kind, label=node.label,
        heading=node.heading, text=text, lead_in=_lead_in(node, blocks), fields=node.fields,
        language=detect_language(f"{node.heading} {text}") or source.languages[0],
        fingerprint=fingerprint(f"{node.heading} {text}"), spans=tuple(node.spans), heading_span=node.heading_span,
        location=Location(file=source.file, block=block.ordinal, line=block.location.line),
    )  # fmt: skip


def _path(node: Node) -> tuple[str, ...]:
    return (*(_path(node.parent) if node.parent is not None and node.parent.parent is not None else ()), node.name)


def _lead_in(node: Node, blocks: dict[int, Block]) -> str:
    """Returns the words that govern a list item: the text of every ancestor that ends with a colon, outermost first."""
    words: list[str] = []
    above = node.parent
    while above is not None:
        if above.ends == ":" and above.spans:
            span = above.spans[-1]
            words.insert(0, _text_of(span, blocks))
        above = above.parent
    return " ".join(words)


def _text_of(span: Span, blocks: dict[int, Block]) -> str:
    return blocks[span.block].text[span.start : span.end].strip()
